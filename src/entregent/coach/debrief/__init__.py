"""After an event: what a line typed there becomes, and what several events have in common."""
