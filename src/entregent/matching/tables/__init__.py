"""Tables that people change between: who sits where in each round, and the fewest repeats."""
