"""Tact: a message and its context → remarks, each with its place and its reason."""
