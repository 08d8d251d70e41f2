"""What an organiser hands out and reads beforehand, in both languages: guide and notices."""

from collections.abc import Iterator
from datetime import date
from html import escape

from entregent import bootstrap
from entregent.cli.matching.pages import document
from entregent.locale.speech import Speech
from entregent.services.matching.hours import Hours

_GUIDE = ("before", "welcome", "during", "changes", "after")
_NOTICE = ("opt-in", "purpose", "what", "who", "until", "rights", "signed")


def written(today: date, hours: Hours, slots: int, until: date) -> Iterator[tuple[str, bytes]]:
    """Yield the guide of the evening and the notice to participants, in French and in English."""
    for lang in bootstrap.LANGUAGES:
        speech = Speech(lang, bootstrap.sentences(lang), today)
        yield f"guide-{lang}.html", _guide(speech, hours, slots).encode("utf-8")
        yield f"notice-{lang}.txt", _notice(speech, hours.day, until).encode("utf-8")


def _guide(speech: Speech, hours: Hours, slots: int) -> str:
    title = speech.say("match.guide.title")
    last = hours.end(slots)
    rhythm = speech.say(
        "match.guide.rhythm",
        start=str(hours.begins),
        end=str(last),
        slots=slots,
        minutes=hours.minutes,
        pause=hours.pause,
    )
    parts = [f"<header><h1>{escape(title)}</h1><p>{escape(rhythm)}</p></header>"]
    for part in _GUIDE:
        lines = speech.say(f"match.guide.{part}").splitlines()
        items = "".join(f"<li>{escape(line)}</li>" for line in lines[1:])
        parts.append(f"<section><h2>{escape(lines[0])}</h2><ul>{items}</ul></section>")
    return document(speech.lang, title, "\n".join(parts))


def _notice(speech: Speech, day: date, until: date) -> str:
    said = [speech.say(f"match.notice.{part}", day=day, until=until) for part in _NOTICE]
    return "\n\n".join(said) + "\n"
