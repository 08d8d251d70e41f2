"""Cells of a table that a spreadsheet would take for a formula, made harmless and read back."""

import re

_FORMULA = re.compile(r"'*\s*[=+\-@|%\t\r]")
_NUMBER = re.compile(r"[+-][\d\s().+/-]*")


def defused(text: str) -> str:
    """Return a cell that no spreadsheet runs: `'` stands before what could be a formula.

    Numbers with a sign (a telephone number, a birthday without year) stay as they are.
    """
    return f"'{text}" if _is_formula(text) else text


def plain(text: str) -> str:
    """Return what a defused cell said."""
    return text[1:] if text.startswith("'") and _is_formula(text[1:]) else text


def _is_formula(text: str) -> bool:
    return bool(_FORMULA.match(text)) and not _NUMBER.fullmatch(text)
