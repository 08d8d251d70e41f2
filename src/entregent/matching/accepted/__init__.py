"""Meetings that people have already agreed to: when each takes place, with little waiting."""
