"""The `me` and `person` lines of a journal: what one line says of a human."""

from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job
from entregent.domain.words import ALONE, Said
from entregent.exchange.journal import grammar
from entregent.exchange.journal.grammar import Line, Unreadable

_OWN_PLACE = frozenset(
    {Said.NAME, Said.GIVEN, Said.FAMILY, Said.EMAIL, Said.PHONE, Said.URL, Said.TITLE}
)
"""What a card has an attribute for; a title without a company is a detail all the same."""
_DETAILS = {said.value: said for said in Said if said not in _OWN_PLACE} | {
    "projects": Said.PROJECT
}


def portray(line: Line, ref: PersonId, record: str, name: str, *, exact: bool) -> Card:
    """Read the pairs of a `me` or `person` line whose name is already taken."""
    line.one("id")
    names = (name, *line.many("name"))
    details = _details(line)
    given, family = line.one("given") or "", line.one("family") or ""
    emails, phones, urls = (line.many(key) for key in ("email", "phone", "url"))
    job, title = _job(line)
    return Card(
        ref,
        record,
        tuple(dict.fromkeys(filter(None, names))),
        given,
        family,
        emails=_said(emails),
        phones=_said(phones),
        urls=_said(urls),
        jobs=(job,) if job else (),
        details=(*((Said.TITLE, word) for word in title), *details),
        extra=line.rest(),
        exact=exact,
    )


def _said(values: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(filter(None, values))


def _details(line: Line) -> tuple[tuple[Said, str], ...]:
    if not line.pairs:
        return ()
    for key, said in _DETAILS.items():
        _ = line.one(key) if said in ALONE else line.many(key)
    return tuple((_DETAILS[key], value) for key, value in line.pairs if key in _DETAILS and value)


def _job(line: Line) -> tuple[Job | None, tuple[str, ...]]:
    """Return the job the line tells of, or else the title that stands alone."""
    company, title = line.one("company") or "", line.one("title") or ""
    start, end = grammar.months(line)
    if not company and not (start or end):
        return None, (title,) if title else ()
    if not (company or title):
        raise Unreadable("missing-key", pair="company")
    return Job(company, title, str(start or ""), str(end or "")), ()
