"""Which schema the program knows."""

HEAD = "0004"
"""The schema's number: that of the last migration."""
