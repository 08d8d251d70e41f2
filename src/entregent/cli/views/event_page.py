"""The brief of an event as a page to print: one file, no script, nothing fetched.

Where the search is discreet, nothing on the paper tells of it.
"""

from collections.abc import Iterable, Iterator
from html import escape
from importlib.resources import files

from entregent.cli.views.event_brief_words import (
    about,
    gifts,
    minds,
    pace_words,
    perhaps_words,
    reason_words,
    tells_of_search,
    way_words,
)
from entregent.cli.views.events import when
from entregent.coach.brief.model import Reason
from entregent.domain.events import Mode
from entregent.domain.text import capital
from entregent.locale.speech import Speech
from entregent.services.events.preparing import Brief, Meeting, WarmWord

_THERE = 12


def page(speech: Speech, brief: Brief) -> str:
    """Return the page as HTML, in the language of the speech."""
    body = "\n".join(part for part in _body(speech, brief) if part)
    style = files("entregent.cli.views").joinpath("event_page.css").read_text(encoding="utf-8")
    return (
        f'<!doctype html>\n<html lang="{speech.lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="robots" content="noindex">\n'
        f"<title>{escape(brief.event.name)}</title>\n<style>\n{style}</style>\n</head>\n"
        f"<body>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _body(speech: Speech, brief: Brief) -> Iterator[str]:
    event = brief.event
    place = " · ".join(filter(None, (when(speech, event), event.place)))
    yield f"<header><h1>{escape(event.name)}</h1>{_p(place)}</header>"
    yield _section(speech, "event.brief.goals", _list(event.goals if _open(brief) else ()))
    yield f'<p class="pace">{escape(pace_words(speech, brief))}</p>'
    friendly = "-friendship" if event.mode is Mode.FRIENDSHIP else ""
    met = "\n".join(_meeting(speech, brief, one) for one in brief.meet)
    yield _section(speech, f"event.brief.meet{friendly}", met)
    known = "\n".join(_warm(speech, brief, one) for one in brief.familiar)
    if brief.there:
        known += _p(speech.say("event.brief.there", names=brief.there[:_THERE]))
    yield _section(speech, "event.brief.known", known)
    arriving = "".join(f"<li>{escape(text)}{_said([say])}</li>" for text, say in brief.arriving)
    yield _section(speech, "event.brief.arriving", f"<ul>{arriving}</ul>")
    yield _section(speech, "event.brief.openings", _said(brief.openings))
    yield _section(speech, "event.brief.answers", _said(one.text for one in brief.answers))


def _meeting(speech: Speech, brief: Brief, meeting: Meeting) -> str:
    worth, way = meeting.worth, meeting.way
    reasons = _reasons(speech, brief, worth.because)
    told = [*filter(None, [perhaps_words(speech, meeting)]), *reasons]
    rows = [
        (speech.say("event.brief.talk"), " · ".join(worth.talk)),
        (speech.say("event.brief.gift"), " · ".join(gifts(speech, brief, worth))),
        (speech.say("event.brief.way"), way_words(speech, meeting, way) if way else ""),
        (speech.say("event.brief.mutual"), ", ".join(person.name for person in meeting.mutual)),
    ]
    rows += [
        (speech.say("event.brief.bridge", heard=bridge.heard), bridge.sentence)
        for bridge in meeting.bridges
    ]
    pairs = "".join(
        f"<dt>{escape(label)}</dt><dd>{escape(text)}</dd>" for label, text in rows if text
    )
    said = [*filter(None, [meeting.asking]), *meeting.openings]
    return (
        f"<article><h3>{escape(worth.attendee.name)} <small>{escape(about(meeting))}</small></h3>"
        f"{_list(map(capital, told))}{f'<dl>{pairs}</dl>' if pairs else ''}{_said(said)}</article>"
    )


def _warm(speech: Speech, brief: Brief, one: WarmWord) -> str:
    told = [text for _, text in minds(speech, one.familiar)]
    told += _reasons(speech, brief, one.familiar.because)
    return (
        f"<article><h3>{escape(one.familiar.person.name)}</h3>{_list(map(capital, told))}"
        f"{_said(filter(None, [one.say]))}</article>"
    )


def _reasons(speech: Speech, brief: Brief, because: Iterable[Reason]) -> list[str]:
    some = (one for one in because if _open(brief) or not tells_of_search(one))
    return [reason_words(speech, brief, reason) for reason in some]


def _open(brief: Brief) -> bool:
    return brief.search == "open"


def _section(speech: Speech, key: str, inner: str) -> str:
    title = escape(speech.say(key))
    return f"<section><h2>{title}</h2>\n{inner}\n</section>" if inner else ""


def _list(lines: Iterable[str]) -> str:
    items = "".join(f"<li>{escape(line)}</li>" for line in lines)
    return f"<ul>{items}</ul>" if items else ""


def _said(texts: Iterable[str]) -> str:
    return "".join(f'<p class="said">{escape(text)}</p>' for text in texts)


def _p(text: str) -> str:
    return f"<p>{escape(text)}</p>"
