"""What a terminal shows: answers laid out on paper."""
