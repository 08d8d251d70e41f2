"""What stands in the cells of a table: names, addresses, numbers, days, states."""

import re
from collections.abc import Iterable, Sequence
from contextlib import suppress
from datetime import date

from entregent.domain.text import fold, tokens
from entregent.exchange.linkedin import dates
from entregent.exchange.tables.words import key, vocabulary
from entregent.exchange.text import one_line

_SPLIT = re.compile(r"[\s<>,;\"()\[\]|]+|:::")
_SCIENTIFIC = re.compile(r"\d[.,]\d+E\+?\d+", re.IGNORECASE)
_NUMBERS = re.compile(r"\s*:::\s*|[;\n]|\s/\s")
_AMBIGUOUS = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-]\d+\b.*")
_YEARLESS = re.compile(r"-{2}(\d{2})-?(\d{2})|(\d{2})-(\d{2})")
_DAY_OF_YEAR = re.compile(r"(\d{1,2})/(\d{1,2})")
_COMPACT = re.compile(r"(1[89]\d\d|20\d\d)(\d\d)(\d\d)")
_SHORT_YEAR = re.compile(r".*[^\d]\d{2}")
_LETTERS = re.compile(r"[^\W\d_]")
_WORTH = re.compile(r"[1-9]")
_SECRETS = re.compile(
    r"0x[0-9a-f]{40}|[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?|otpauth:.*",
    re.IGNORECASE,
)
_AFTER = re.compile(r"(?:[A-Z]{2,5}\.?|(?:[A-Z][a-z]{0,2}\.)+|Jr\.?|Sr\.?|PhD|II|III)")
_LONGEST, _LONGEST_WORD = 2000, 40
_LEAP, _FIRST_YEAR, _LAST_YEAR = 2000, 1880, 2100
_MONTHS = 12
_NO_YEAR = 1604
"""The year some programs write for a birthday without one."""
_RECENT = 2016
"""A birthday whose year has two figures is not later than this."""
_FEWEST_DIGITS = 3


def is_blank(cell: str) -> bool:
    """Tell whether a cell says nothing, or says that nothing is known."""
    if len(cell) > _LONGEST_WORD:
        return False
    return (
        not (cell[:1].isalnum() or any(map(str.isalnum, cell)))
        or fold(cell) in vocabulary().nothing
    )


def emails(cell: str) -> list[str]:
    """Return the addresses in a cell, however they are joined."""
    words = (word.strip(".'’:") for word in _SPLIT.split(cell[:_LONGEST]) if "@" in word)
    bare = (word[7:] if word.lower().startswith("mailto:") else word for word in words)
    return [word for word in bare if word.count("@") == 1 and not word.startswith("@")]


def phones(cell: str) -> list[str]:
    """Return the numbers in a cell; none where a spreadsheet has spoilt them."""
    numbers = (one_line(number) for number in _NUMBERS.split(cell[:_LONGEST]))
    bare = (re.sub(r"^tel:", "", number, flags=re.IGNORECASE) for number in numbers)
    return [number for number in bare if _is_phone(number)]


def _is_phone(text: str) -> bool:
    digits = sum(map(str.isdigit, text))
    letters = sum(map(str.isalpha, text))
    return digits >= _FEWEST_DIGITS and letters < digits and not _SCIENTIFIC.search(text)


def is_name(cell: str) -> bool:
    """Tell whether a cell may be somebody's name."""
    return "@" not in cell and _LETTERS.search(cell) is not None and not is_blank(cell)


def spoken(name: str) -> str:
    """Return a whole name in the order in which it is said, without a form of address.

    `Doe, John` becomes `John Doe`; letters after a comma (`Jane Roe, Ph.D.`) stay there.
    """
    text = one_line(name)
    last, comma, first = (part.strip() for part in text.partition(","))
    if comma and last and first and "," not in first and not _AFTER.fullmatch(first):
        text = f"{first} {last}"
    head, _, rest = text.partition(" ")
    return rest if key(head) in vocabulary().civil and " " in rest.strip() else text


def is_civil(cell: str) -> bool:
    """Tell whether a cell is a form of address."""
    return key(cell) in vocabulary().civil


def is_away(cell: str) -> bool:
    """Tell whether a state says that somebody will not be there."""
    if len(cell) > _LONGEST_WORD:
        return False
    words, away = tokens(cell), vocabulary().away
    partly = any(word.startswith("part") for word in words)
    telling = any(word in away for word in words if len(word) > len("non"))
    return key(cell) in away or (telling and not partly)


def is_secret(cell: str) -> bool:
    """Tell whether a cell is a wallet, an account or a key, whatever its column is called."""
    return _SECRETS.fullmatch(cell.strip()[:_LONGEST]) is not None


def birthday(text: str, *, day_first: bool | None) -> str:
    """Return `YYYY-MM-DD`, `--MM-DD`, or nothing where the text may be two days or is none.

    Raises ValueError when the text is no possible date.
    """
    plain = text.strip()
    if not _WORTH.search(plain) or re.fullmatch(r"\d{4}(-\d\d)?", plain):
        return ""
    if found := _YEARLESS.fullmatch(plain) or _DAY_OF_YEAR.fullmatch(plain):
        first, second = (int(part) for part in found.groups() if part)
        return _of_any_year(first, second, day_first=day_first if "/" in plain else False)
    if found := _COMPACT.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3])).isoformat()
    if day_first is None and _is_ambiguous(plain):
        return ""
    born = dates.day(
        plain.replace("年", "-").replace("月", "-").replace("日", ""), day_first=day_first
    )
    if born.year == _NO_YEAR:
        return f"--{born:%m-%d}"
    if born.year > _RECENT and _SHORT_YEAR.fullmatch(plain.split(" ")[0]):
        born = date(born.year - 100, born.month, born.day)
    return born.isoformat() if _FIRST_YEAR <= born.year <= _LAST_YEAR else ""


def _of_any_year(first: int, second: int, *, day_first: bool | None) -> str:
    """Return a day without a year; nothing where nobody can tell it from the month."""
    if day_first is None and first != second and max(first, second) <= _MONTHS:
        return ""
    is_day = first > _MONTHS or (day_first and second <= _MONTHS)
    day, month = (first, second) if is_day else (second, first)
    return f"--{date(_LEAP, month, day):%m-%d}"


def _is_ambiguous(text: str) -> bool:
    found = _AMBIGUOUS.fullmatch(text)
    return (
        found is not None and found[1] != found[2] and max(int(found[1]), int(found[2])) <= _MONTHS
    )


def birthday_of_parts(day: str, month: str, year: str) -> str:
    """Return a birthday from its three cells; nothing where they make none."""
    with suppress(ValueError):
        if int(year or 0):
            return date(int(year), int(month), int(day)).isoformat()
        return f"--{date(_LEAP, int(month), int(day)):%m-%d}"
    return ""


def distinct(values: Iterable[str]) -> tuple[str, ...]:
    """Return what differs, folded, in order."""
    first: dict[str, str] = {}
    for value in values:
        if value:
            first.setdefault(fold(value) or value, value)
    return tuple(first.values())


def parts(cell: str, separators: str) -> list[str]:
    """Return the parts of a cell, blank ones left out."""
    pieces: Sequence[str] = re.split(rf"\s*:::\s*|[{separators}\n]", cell)
    return [piece for piece in map(one_line, pieces) if not is_blank(piece)]
