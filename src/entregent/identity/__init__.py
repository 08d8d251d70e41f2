"""Records from several sources to people: who is the same human, with reasons."""
