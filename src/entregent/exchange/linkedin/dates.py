"""The dates that exports and spreadsheets write, in the languages people use them in."""

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from entregent.domain.text import fold

_STEMS = {
    1: "jan ene gen",
    2: "feb fev",
    3: "mar mrz maa",
    4: "apr avr abr",
    5: "may mai mag mei",
    6: "jun juin giu",
    7: "jul juil lug",
    8: "aug aou ago",
    9: "sep set",
    10: "oct okt ott out",
    11: "nov",
    12: "dec dez dic",
}
_MONTHS = {stem: month for month, stems in _STEMS.items() for stem in stems.split()}
_INSTANT = re.compile(r"(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?\s*(?:UTC|Z)?")
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})\b.*")
_NAMED = re.compile(
    r"(?:[^\W\d_]+\.?,? )?(\d{1,2})(?:er)?\.?[\s-]+(?:de )?"
    r"([^\W\d]+)\.?[\s-]+(?:de )?(\d{4}|\d{2})(?: \d\d?:.*)?"
)
_AMERICAN = re.compile(r"(?:[^\W\d_]+\.?, )?([^\W\d]+)\.? (\d{1,2}),? (\d{4})(?:,? \d\d?:.*)?")
_MONTH_YEAR = re.compile(r"([^\W\d]+)\.?[\s-]+(?:de )?(\d{4}|\d{2})")
_NUMBERS = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})\b.*")
_SERIAL = re.compile(r"([34567]\d{4})(?:\.\d+)?")
_SERIAL_START = date(1899, 12, 30)
_MONTHS_A_YEAR = 12
_CENTURY, _TURN = 100, 70


@lru_cache(maxsize=8192)
def day(text: str, *, day_first: bool | None = None) -> date:
    """Read a day as people and spreadsheets write it.

    `08 Feb 2026`, `4-Apr-21`, `dimanche 12 mars 2023`, `2026-02-08`, `Feb 8, 2026`, `8/2/26`,
    and `44600`, which is a spreadsheet's count of days;
    `day_first` says how numbers alone are to be read where both ways are possible. Raises
    ValueError when the text is no date, no possible one, or one that could be two.
    """
    plain = fold(text)
    if found := _ISO.fullmatch(plain):
        return date(int(found[1]), int(found[2]), int(found[3]))
    if found := _NAMED.fullmatch(plain):
        return date(_year(found[3]), _month(found[2]), int(found[1]))
    if found := _AMERICAN.fullmatch(plain):
        return date(int(found[3]), _month(found[1]), int(found[2]))
    if found := _NUMBERS.fullmatch(plain):
        first, second = int(found[1]), int(found[2])
        if first > _MONTHS_A_YEAR or (day_first and second <= _MONTHS_A_YEAR) or first == second:
            return date(_year(found[3]), second, first)
        if second > _MONTHS_A_YEAR or day_first is False:
            return date(_year(found[3]), first, second)
    if found := _SERIAL.fullmatch(plain):
        return _SERIAL_START + timedelta(days=int(found[1]))
    raise ValueError(text)


def day_first(texts: Iterable[str]) -> bool | None:
    """Tell from a whole column whether numbers alone put the day first; None when nothing tells."""
    found = [match for text in set(texts) if (match := _NUMBERS.fullmatch(text.strip()))]
    first = any(int(match[1]) > _MONTHS_A_YEAR for match in found)
    second = any(int(match[2]) > _MONTHS_A_YEAR for match in found)
    return None if first == second else first


def day_of_instant(text: str, zone: ZoneInfo, *, day_first: bool | None = None) -> date:
    """Return the day, in the owner's zone, of an instant written in UTC; else as `day` does.

    Raises ValueError when there is no such instant.
    """
    found = _INSTANT.fullmatch(text.strip())
    if found is None:
        return day(text, day_first=day_first)
    instant = datetime(*(int(part or 0) for part in found.groups()), tzinfo=UTC)  # type: ignore[arg-type, misc]  # mypy cannot count the groups
    try:
        return instant.astimezone(zone).date()
    except OverflowError as error:
        raise ValueError(text) from error


def month(text: str, *, otherwise: int) -> str:
    """Return `YYYY-MM` for `Jan 2024`, `01 Oct 2022`, or `2014` (then the month is `otherwise`).

    An empty text stays empty. Raises ValueError when the text is no date.
    """
    plain = fold(text)
    if not plain:
        return ""
    if re.fullmatch(r"\d{4}", plain):
        return f"{plain}-{otherwise:02d}"
    if found := _MONTH_YEAR.fullmatch(plain):
        return f"{_year(found[2]):04d}-{_month(found[1]):02d}"
    if found := re.fullmatch(r"(\d{4})-(\d{2})", plain):
        return f"{date(int(found[1]), int(found[2]), 1):%Y-%m}"
    return f"{day(text):%Y-%m}"


def _month(word: str) -> int:
    """Return the month whose name starts like `word`, in any of our languages."""
    number = _MONTHS.get(word[:4]) or _MONTHS.get(word[:3])
    if number is None:
        raise ValueError(word)
    return number


def _year(digits: str) -> int:
    """Return a year; of two digits, the one in the last decades."""
    year = int(digits)
    if len(digits) == len("2026"):
        return year
    return year + 20 * _CENTURY if year < _TURN else year + 19 * _CENTURY
