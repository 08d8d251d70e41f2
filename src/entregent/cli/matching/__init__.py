"""The files that `match` writes."""
