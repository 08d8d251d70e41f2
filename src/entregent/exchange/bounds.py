"""How much of a file of JSON one human's life can fill."""

MOST_PARTS = 1_000_000
"""Objects, or values in lists: beyond this a file is nobody's, and would fill the memory."""


def is_too_much(text: str) -> bool:
    """Tell whether a text of JSON holds more parts than are read."""
    return max(text.count("{"), text.count(",")) > MOST_PARTS
