"""Favours and asks to rest periods, whose turn it is, thanks owed."""
