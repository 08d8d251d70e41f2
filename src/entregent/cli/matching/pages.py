"""Somebody's own page of the evening: whom they meet, when, where, and why; one file to print."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from html import escape
from importlib.resources import files

from entregent.cli.face import Face
from entregent.cli.paper import clean
from entregent.cli.views.match import Told
from entregent.domain.text import tokens
from entregent.matching.people import Attendee, Because, because
from entregent.services.matching.hours import Hours

FOLDER = "people"
_LONGEST = 40
_GAP = re.compile("-+")


@dataclass(frozen=True, slots=True)
class Date:
    """A meeting seen by one of the two."""

    slot: int
    table: int
    other: Attendee
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Agenda:
    """All that somebody's page tells; `file` is its name below the folder, without ending."""

    file: str
    who: Attendee
    dates: tuple[Date, ...]
    free: tuple[int, ...]
    host: Attendee | None
    newcomers: tuple[Attendee, ...]
    hours: Hours


def agendas(face: Face, told: Told) -> Iterator[Agenda]:
    """Yield everybody's agenda, in the order of the list."""
    people = {one.id: one for one in told.table.people}
    held: dict[str, list[Date]] = defaultdict(list)
    for slot, table, a, b in told.table.rows:
        for one, other in ((people[a], people[b]), (people[b], people[a])):
            held[one.id].append(Date(slot, table, other, reasons(face, told, one, other)))
    width = len(str(len(people)))
    hosts = told.table.hosts
    for number, one in enumerate(people.values(), 1):
        there = set(told.table.rules.available[one.id])
        host = hosts.get(one.id)
        yield Agenda(
            f"{FOLDER}/{number:0{width}d}-{_slug(one.name)}",
            one,
            tuple(held[one.id]),
            tuple(sorted(there - {each.slot for each in held[one.id]})),
            people[host] if host else None,
            tuple(people[new] for new, host in hosts.items() if host == one.id),
            told.hours,
        )


def reasons(face: Face, told: Told, one: Attendee, other: Attendee) -> tuple[str, ...]:
    """Say why two people meet, to the first of them."""
    why: Because = because(one, other)
    said = []
    if why.found:
        what = face.speech.list(why.found)
        said.append(face.say("match.why-found", name=other.name, what=what))
    if why.brought:
        what = face.speech.list(why.brought)
        said.append(face.say("match.why-brought", name=other.name, what=what))
    if not said:
        key = "match.why-open" if told.kind == "words" else f"match.why-{told.kind}"
        said.append(face.say(key, name=other.name))
    return tuple(said)


def page(face: Face, agenda: Agenda, until: date) -> str:
    """Return the page as HTML."""
    who, hours = agenda.who, agenda.hours
    day = face.say("match.page-day", day=hours.day)
    body = [
        f"<header><h1>{_safe(who.name)}</h1><p>{_safe(day)}</p></header>",
        *_welcome(face, agenda),
        *_meetings(face, agenda),
    ]
    last = face.say("match.page-free")
    notice = face.say("match.page-notice", until=until)
    body.append(f'<p class="pace">{_safe(last)}</p><p class="pace">{_safe(notice)}</p>')
    return document(face.speech.lang, who.name, "\n".join(body))


def document(lang: str, title: str, body: str) -> str:
    """Return a page to print, with the style of all ours; nothing in it is fetched."""
    style = files("entregent.cli.views").joinpath("event_page.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{_safe(title)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _welcome(face: Face, agenda: Agenda) -> Iterator[str]:
    if agenda.host:
        said = face.say("match.page-host", name=agenda.host.name)
        yield f"<p>{_safe(said)}</p>"
    if agenda.newcomers:
        names = face.speech.list([one.name for one in agenda.newcomers])
        yield f"<p>{_safe(face.say('match.page-newcomers', names=names))}</p>"


def _meetings(face: Face, agenda: Agenda) -> Iterator[str]:
    hours = agenda.hours
    if not agenda.dates:
        yield f"<p>{_safe(face.say('match.page-none'))}</p>"
        return
    yield f"<section><h2>{_safe(face.say('match.page-meetings'))}</h2>"
    dated = {one.slot: one for one in agenda.dates}
    for slot in sorted({*dated, *agenda.free}):
        time = face.say("match.page-time", start=str(hours.begin(slot)), end=str(hours.end(slot)))
        if slot not in dated:
            yield f"<p><small>{_safe(time)} · {_safe(face.say('match.page-break'))}</small></p>"
            continue
        one = dated[slot]
        table = face.say("match.page-table", table=one.table)
        about = " · ".join(filter(None, (one.other.company, table)))
        why = "".join(f"<li>{_safe(text)}</li>" for text in one.why)
        yield (
            f"<article><h3>{_safe(time)} · {_safe(one.other.name)} "
            f"<small>{_safe(about)}</small></h3><ul>{why}</ul></article>"
        )
    yield "</section>"


def _slug(name: str) -> str:
    plain = "".join(char for char in "-".join(tokens(name)) if char.isascii())
    return _GAP.sub("-", plain)[:_LONGEST].strip("-") or "page"


def _safe(text: str) -> str:
    return escape(clean(text))
