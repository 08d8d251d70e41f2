"""Ask, people and register to a message, a paragraph to forward, questions."""
