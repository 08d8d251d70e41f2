"""Language: the interface's sentences, dates, plurals, French and English grammar."""
