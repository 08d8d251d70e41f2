"""Many needs over some weeks to one road map: whom to ask what, through whom, on which day."""
