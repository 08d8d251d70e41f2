"""How older books become today's: one revision a change of `tables`."""
