"""What others ask of me: understood, weighed against my own measure, answered."""
