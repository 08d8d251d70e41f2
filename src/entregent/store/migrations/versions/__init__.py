"""The revisions, numbered in order; what is released never changes."""
