"""Meetings of two: who meets whom, in which slot, and a bound on what any timetable could be."""
