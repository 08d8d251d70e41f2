"""Goal, ties, ledger and boundaries to verdicts with reasons."""
