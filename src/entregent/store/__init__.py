"""The book: SQLite or PostgreSQL through SQLAlchemy Core, and its migrations."""
