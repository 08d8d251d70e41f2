"""The nouns: people, ties, dated facts, asks and verdicts, as frozen values without I/O."""
