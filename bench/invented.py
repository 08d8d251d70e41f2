"""Parts of invented names, for the benches that make people by the thousand."""

GIVEN = (
    "Léa Omar Nadia Chloé Samir Hélène Karim Zoé Éric Inès Jean-Paul Maëlle Tom Alice Graham Ruth "
    "Priya Wei Søren Jürgen Małgorzata Agnès Björn Noël Fatou Youssef Anh José Ana Irène Luc Mary "
    "Odile Paul Vera Ivan Clara Hugo Jules Emma Louise Adam Sarah Rayan Lina Théo Manon Axel"
).split()
BEGINS = "Mar Ber Du Le Vil Gau Char Mo Ri Fon Per San Ka Bou Ha Tra Lam Cor Del Pel".split()
MIDDLES = ("", *"ti na le mi ro ca bi lo gue ne sa du".split())
ENDS = "nier ard eau son court lin tier ez man ville let det quin rand gny eux".split()
