"""Capture: one line typed about somebody just met, and what it says of them."""
