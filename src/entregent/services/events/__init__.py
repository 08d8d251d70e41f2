"""The verbs of events: before, during and after."""
