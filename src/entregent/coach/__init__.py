"""Meeting people: what to do before, during and after an event."""
