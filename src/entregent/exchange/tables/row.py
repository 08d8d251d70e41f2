"""From a row of a table to the human it describes."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from entregent.domain.facts import Need, Offer
from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Problem, Stated
from entregent.domain.text import fold, tokens
from entregent.domain.words import Origin, Said
from entregent.exchange.cells import plain
from entregent.exchange.linkedin.urls import profile_url, slug
from entregent.exchange.tables import values
from entregent.exchange.tables.columns import Column
from entregent.exchange.tables.words import Field
from entregent.exchange.text import one_line
from entregent.identity import handles

_SYSTEM_TAGS = frozenset(
    {"mycontacts", "my contacts", "starred", "othercontacts", "other contacts"}
)
_LISTS = ";,"
_LONGEST_EXTRA = 10_000
_SPLIT = (
    (Said.SECTOR, Field.SECTOR, ";"),
    (Said.CIRCLE, Field.CIRCLE, _LISTS),
    (Said.TOPIC, Field.TOPIC, _LISTS),
    (Said.PLACE, Field.PLACE, ";"),
)
_CODE = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands in one column of a row, with the label beside it."""

    column: Column
    text: str
    label: str = ""

    @property
    def main(self) -> bool:
        """Whether Google's star marks it as the first of its kind."""
        return self.label.startswith("*")


@dataclass(slots=True)
class Row:
    """The cells of a row by the field they give, blank ones left out."""

    record: str
    cells: Mapping[Field, Sequence[Cell]]

    def first(self, wanted: Field) -> str:
        """Return the first word of a field, on one line."""
        return next((one_line(cell.text) for cell in self.cells.get(wanted, ())), "")

    def all(self, wanted: Field) -> list[str]:
        """Return the words of a field, the main one first."""
        cells = self.cells.get(wanted, ())
        if len(cells) > 1:
            cells = sorted(cells, key=lambda cell: not cell.main)
        return [cell.text for cell in cells]


@dataclass(frozen=True, slots=True)
class Described:
    """What a row gave: a card or none, facts, problems.

    `away` is somebody who will not come, `payer` who paid for the one of the card.
    """

    card: Card | None = None
    facts: Sequence[Stated] = ()
    problems: Sequence[Problem] = ()
    away: Card | None = None
    payer: Card | None = None


@dataclass(frozen=True, slots=True)
class Ways:
    """How a table's rows are to be read: whose it is, how days are written, what it names."""

    origin: Origin
    day_first: bool | None
    fields: Collection[Field] = field(default_factory=frozenset)


def row_of(record: str, columns: Sequence[Column], texts: Sequence[str]) -> Row:
    """Sort the cells of a row by field."""
    held: dict[Field, list[Cell]] = {}
    for column, text in zip(columns, texts, strict=False):
        if values.is_blank(text):
            continue
        label = texts[column.label] if column.label is not None else ""
        held.setdefault(column.field, []).append(Cell(column, plain(text), label))
    return Row(record, held)


def describe(row: Row, ways: Ways) -> Described:
    """Return what a row tells of a human, or that it tells of none."""
    told = _described(row, ways)
    if any(values.is_away(text) for text in row.all(Field.STATUS)):
        return Described(away=told.card)
    return told


def _described(row: Row, ways: Ways) -> Described:
    named, given, family = _names(row)
    emails = _emails(row, (*named, f"{given} {family}"), ways)
    phones = _phones(row)
    jobs = _jobs(row)
    company = next((job.company for job in jobs if job.company), "")
    if _is_organisation(named, given + family, company, emails):
        name = {"name": named[0] if named else company}
        return Described(problems=[Problem(row.record, "table.not-a-person", name)])
    if not (named or emails or phones):
        return Described(problems=[Problem(row.record, "table.nobody")])
    born, wrong = _birthday(row, ways)
    ref = PersonId(row.record)
    card = Card(
        ref=ref,
        record=row.record,
        names=named,
        given=given,
        family=family,
        emails=emails,
        phones=phones,
        urls=_urls(row),
        jobs=jobs,
        details=(*born, *_details(row)),
        extra=_extra(row, has_birthday=bool(born)),
        known=ways.origin is not Origin.TABLE,
    )
    return Described(card, _wishes(row, ref), wrong, payer=_payer(row))


def _names(row: Row) -> tuple[tuple[str, ...], str, str]:
    """Return whole names, the given and the family name; a nickname when there is no other."""
    given, family = row.first(Field.GIVEN), row.first(Field.FAMILY)
    given, family = (part if values.is_name(part) else "" for part in (given, family))
    middle = row.first(Field.MIDDLE)
    whole = [values.spoken(text) for text in row.all(Field.NAME) if values.is_name(text)]
    short = " ".join(part for part in (given, family) if part)
    composed = " ".join(part for part in (given, middle, family) if part) if short else ""
    words = {frozenset(tokens(name)) for name in whole}
    if frozenset(tokens(short)) not in words:
        whole.append(short if whole else composed)
    maiden = row.first(Field.MAIDEN)
    if given and maiden and fold(maiden) != fold(family):
        whole.append(f"{given} {maiden}")
    nicknames = [one_line(text) for text in row.all(Field.NICKNAME) if values.is_name(text)]
    return values.distinct(whole) or values.distinct(nicknames[:1]), given, family


def _emails(row: Row, names: Iterable[str], ways: Ways) -> tuple[str, ...]:
    """Return somebody's addresses; whoever paid gives theirs only for themselves."""
    found = [address for text in row.all(Field.EMAIL) for address in values.emails(text)]
    if Field.EMAIL not in ways.fields:
        found += [address for text in row.all(Field.NAME) for address in values.emails(text)]
    paid = row.all(Field.PAYER_EMAIL)
    payer = _payer(row)
    if paid and payer and words_of(payer) in {frozenset(tokens(name)) for name in names}:
        found += [address for text in paid for address in values.emails(text)]
    return values.distinct(found)


def _payer(row: Row) -> Card | None:
    """Return who paid, by their name and addresses; None where no name is told."""
    fields = (Field.PAYER_NAME, Field.PAYER_GIVEN, Field.PAYER_FAMILY)
    name = " ".join(dict.fromkeys(filter(None, map(row.first, fields))))
    if not tokens(name):
        return None
    paid = (one for text in row.all(Field.PAYER_EMAIL) for one in values.emails(text))
    return Card(PersonId(row.record), row.record, (name,), emails=values.distinct(paid))


def words_of(card: Card) -> frozenset[str]:
    """Return the words of somebody's first name, in no order."""
    return frozenset(word for name in card.names[:1] for word in tokens(name))


def _phones(row: Row) -> tuple[str, ...]:
    cells = sorted(row.cells.get(Field.PHONE, ()), key=lambda cell: not cell.main)
    texts = (cell.text for cell in cells if not _is_machine(cell))
    return values.distinct(number for text in texts for number in values.phones(text))


def _is_machine(cell: Cell) -> bool:
    return any(word in fold(cell.label) for word in ("fax", "pager"))


def _jobs(row: Row) -> tuple[Job, ...]:
    companies = [part for text in row.all(Field.COMPANY) for part in values.parts(text, "")]
    titles = [
        part
        for text in row.all(Field.TITLE)
        for part in values.parts(text, "")
        if not values.is_civil(part)
    ]
    pairs = zip_longest(companies, titles, fillvalue="")
    return tuple(dict.fromkeys(Job(company, title) for company, title in pairs))


def _is_organisation(names: Sequence[str], parts: str, company: str, emails: Sequence[str]) -> bool:
    """Tell whether a row names a company and nobody in it."""
    if not company or parts:
        return False
    if names:
        return all(fold(name) == fold(company) for name in names)
    return all(handles.is_role(handles.email(address)) for address in emails)


def _urls(row: Row) -> tuple[str, ...]:
    cells = [cell for cell in row.cells.get(Field.URL, ()) if not _is_firms(cell)]
    pieces = (piece for cell in cells for piece in values.parts(cell.text, ";"))
    whole = (f"https://www.linkedin.com{one}" if one.startswith("/in/") else one for one in pieces)
    return values.distinct(profile_url(piece) for piece in whole if _is_url(piece))


def _is_firms(cell: Cell) -> bool:
    """Tell whether an address is an employer's page, which says nothing of who this is."""
    return fold(cell.label).strip("* ") == "work" and not slug(cell.text)


def _is_url(text: str) -> bool:
    return "." in text and " " not in text and "@" not in text.partition("/")[0]


def _birthday(row: Row, ways: Ways) -> tuple[list[tuple[Said, str]], list[Problem]]:
    text = row.first(Field.BIRTHDAY)
    parts = (Field.BIRTH_DAY, Field.BIRTH_MONTH, Field.BIRTH_YEAR)
    if not text:
        born = values.birthday_of_parts(*(row.first(part) for part in parts))
        return ([(Said.BIRTHDAY, born)] if born else []), []
    try:
        born = values.birthday(text, day_first=ways.day_first)
    except ValueError:
        return [], [Problem(row.record, "import.bad-date", {"text": text})]
    return ([(Said.BIRTHDAY, born)] if born else []), []


def _details(row: Row) -> Iterator[tuple[Said, str]]:
    for note in values.distinct(row.all(Field.NOTE)):
        yield Said.NOTE, note
    for text in values.distinct(p for one in row.all(Field.TAG) for p in values.parts(one, _LISTS)):
        tag = text.removeprefix("*").strip(' "')
        if tag and fold(tag) not in _SYSTEM_TAGS:
            yield Said.TAG, tag
    for said, wanted, separators in _SPLIT:
        held = (part for one in row.all(wanted) for part in values.parts(one, separators))
        for value in values.distinct(held):
            yield said, value
    if lang := _lang(row):
        yield Said.LANG, lang


def _lang(row: Row) -> str:
    code = row.first(Field.LANG).replace("_", "-").partition("-")[0].lower()
    return code if len(code) == _CODE and code.isascii() and code.isalpha() else ""


def _wishes(row: Row, ref: PersonId) -> list[Stated]:
    offers = [part for text in row.all(Field.OFFERS) for part in values.parts(text, ";")]
    needs = [part for text in row.all(Field.NEEDS) for part in values.parts(text, ";")]
    wishes: list[Offer | Need] = [Offer(ref, text) for text in offers]
    wishes += [Need(ref, text) for text in needs]
    return [Stated(row.record, wish) for wish in dict.fromkeys(wishes)]


def _extra(row: Row, *, has_birthday: bool) -> dict[str, str]:
    """Return what we have no word for, by the column's name, several values on lines."""
    kept: dict[str, list[str]] = {}
    for wanted, cells in row.cells.items():
        for cell in cells:
            text = _leftover(wanted, cell, row, has_birthday=has_birthday)
            secret = values.is_secret(text) or (cell.column.meaning.attendee and _is_link(text))
            if text and len(text) <= _LONGEST_EXTRA and not secret:
                kept.setdefault(_title(cell), []).append(text)
    return {name: "\n".join(dict.fromkeys(texts)) for name, texts in kept.items()}


def _is_link(text: str) -> bool:
    """Tell whether a cell is a link; where a ticket is told of, whoever has it has the ticket."""
    return text.lower().startswith(("https://", "http://"))


def _title(cell: Cell) -> str:
    label = cell.label.strip("* ")
    return f"{cell.column.title} ({label})" if label else cell.column.title


def _leftover(wanted: Field, cell: Cell, row: Row, *, has_birthday: bool) -> str:
    """Return what a cell says beyond what the card already holds of it."""
    text = cell.text
    match wanted:
        case Field.OTHER | Field.DEPARTMENT | Field.SUFFIX:
            said = False
        case Field.NICKNAME:
            said = _names(row)[0] == (one_line(text),)
        case Field.PREFIX:
            said = values.is_civil(text)
        case Field.PHONE:
            said = bool(values.phones(text)) and not _is_machine(cell)
        case Field.EMAIL:
            said = bool(values.emails(text))
        case Field.URL:
            said = (_is_url(text) or text.startswith("/in/")) and not _is_firms(cell)
        case Field.BIRTHDAY:
            said = has_birthday or not any(char in "123456789" for char in text)
        case Field.LANG:
            said = bool(_lang(row))
        case _:
            said = True
    return "" if said else text
