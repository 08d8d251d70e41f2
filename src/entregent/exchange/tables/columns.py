"""From a line of headers to columns: what each gives, seen with those beside it."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from entregent.domain.text import fold, tokens
from entregent.exchange.tables.words import Field, Meaning, key, vocabulary
from entregent.exchange.text import one_line

_DIGITS = re.compile(r"\d+")
_NUMBERED = re.compile(
    r"(E-mail|Phone|Address|Organization|Website|Relation|Event|IM|Custom Field|Jot|External ID)"
    r" (\d+) - (.+)"
)
"""Headers of Google's, which number what somebody may have several of."""
_GOOGLE = {
    ("E-mail", "Value"): Field.EMAIL,
    ("Phone", "Value"): Field.PHONE,
    ("Address", "City"): Field.PLACE,
    ("Organization", "Name"): Field.COMPANY,
    ("Organization", "Title"): Field.TITLE,
    ("Organization", "Department"): Field.DEPARTMENT,
    ("Website", "Value"): Field.URL,
}
_LABELS = ("Type", "Label")
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as written, what it gives, where the label of its values stands.

    `known_as` is the key by which the header was found.
    """

    title: str
    meaning: Meaning
    known_as: str = ""
    label: int | None = None
    google: bool = False
    numbered: bool = False

    @property
    def field(self) -> Field:
        """Return what the column gives."""
        return self.meaning.field


def columns_of(headers: Sequence[str], mapped: Mapping[str, str] | None = None) -> list[Column]:
    """Return the columns of a line of headers; `mapped` is the owner's word, by folded header."""
    titles = [one_line(header)[:_LONGEST] for header in headers]
    keys = {key(title) for title in titles}
    found = [_column(title, titles, keys) for title in titles]
    if mapped:
        said = {fold(title): field for title, field in mapped.items()}
        found = [_as_said(column, said) for column in found]
    return _settled(found)


def _as_said(column: Column, said: Mapping[str, str]) -> Column:
    field = said.get(fold(column.title))
    return Column(column.title, Meaning(Field(field), "")) if field else column


def _column(title: str, titles: Sequence[str], keys: Collection[str]) -> Column:
    if numbered := _NUMBERED.fullmatch(title):
        return _googles(title, numbered, titles)
    meaning, name = _meaning(title, keys)
    return Column(title, meaning, name, numbered=bool(_DIGITS.search(title)))


def _googles(title: str, found: re.Match[str], titles: Sequence[str]) -> Column:
    what, number, part = found.groups()
    if part in _LABELS:
        return Column(title, Meaning(Field.NOTHING, "en"), google=True)
    names = [f"{what} {number} - {label}" for label in _LABELS]
    label = next((titles.index(name) for name in names if name in titles), None)
    field = _GOOGLE.get((what, part), Field.OTHER)
    return Column(title, Meaning(field, "en"), label=label, google=True)


def _meaning(title: str, keys: Collection[str]) -> tuple[Meaning, str]:
    """Look a header up as it stands, without figures, then without the words of a question."""
    words = vocabulary()
    parts = [_DIGITS.sub("", word) for word in tokens(title)]
    kept = [word for word in parts if word not in words.asides]
    last = [word for word in kept if word not in words.last_asides]
    for name in (key(title), _behind(title), "".join(parts), "".join(kept), "".join(last)):
        meaning = words.headers.get(name)
        if meaning and _holds(meaning, keys):
            return meaning, name
    return Meaning(Field.SECRET if _is_secret(title) else Field.OTHER, ""), ""


def _behind(title: str) -> str:
    """Return the key of what follows a colon, where what stands before only says whose it is."""
    front, colon, rest = title.rpartition(":")
    words = vocabulary()
    plain = "".join(word for word in tokens(_DIGITS.sub("", front)) if word not in words.asides)
    meaning = words.headers.get(key(front)) or words.headers.get(plain)
    named = meaning is not None and meaning.field is Field.NAME
    return key(rest) if colon and (named or plain in words.fronts) else ""


def _holds(meaning: Meaning, keys: Collection[str]) -> bool:
    """Tell whether the headers beside it let a header have this meaning."""
    needed = not meaning.beside or meaning.beside in keys
    return needed and meaning.unless not in keys


def _is_secret(title: str) -> bool:
    """Tell whether a header announces money, a key, or a number that opens a door."""
    words, parts = vocabulary(), set(tokens(title))
    numbered = bool(parts & words.numbers) or "#" in title
    return bool(parts & words.secret) or (numbered and bool(parts & words.things))


def _settled(columns: Sequence[Column]) -> list[Column]:
    """Give headers that mean different things the one that the columns beside them leave."""
    settled = list(columns)
    fields = Counter(column.field for column in columns)
    for place, column in enumerate(columns):
        fields[column.field] -= 1
        field = _field_among(column, {one for one, count in fields.items() if count})
        fields[field] += 1
        settled[place] = replace(column, meaning=replace(column.meaning, field=field))
    return settled


def _field_among(column: Column, others: Collection[Field]) -> Field:  # noqa: PLR0911 - one case each
    either, name, field = vocabulary().either, column.known_as, column.field
    if column.meaning.lang == "":
        return field
    if field is Field.NAME and Field.GIVEN in others and Field.FAMILY not in others:
        return Field.FAMILY if name in either["family"] else field
    if field is Field.NAME and Field.FAMILY in others and Field.GIVEN not in others:
        return Field.GIVEN if name in either["given"] else field
    if field is Field.TITLE and Field.TITLE in others and name in either["prefix"]:
        return Field.PREFIX
    if field is Field.PROFESSION:
        return Field.OTHER if Field.TITLE in others else Field.TITLE
    if field is Field.BIRTHDAY and {Field.BIRTH_MONTH, Field.BIRTH_YEAR} <= set(others):
        return Field.BIRTH_DAY
    return field
