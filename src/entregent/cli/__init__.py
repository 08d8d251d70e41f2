"""The terminal's face: it translates, it never decides."""
