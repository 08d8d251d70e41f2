"""Data, not code: templates and questions in both languages, and their loader."""
