"""What an organiser brings to `match`, and the tables they take away."""
