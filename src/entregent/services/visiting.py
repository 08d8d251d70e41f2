"""My visiting card, of what the book knows of me."""

from collections.abc import Collection
from dataclasses import dataclass

from entregent.domain.people import Person
from entregent.domain.text import fold
from entregent.domain.visiting import HANDLES, Line, VisitingCard, lines_of
from entregent.domain.words import Said
from entregent.services.desk import Desk
from entregent.services.meant import who
from entregent.services.ports import BookError

_PROFESSIONAL = "linkedin."


@dataclass(frozen=True, slots=True)
class Choice:
    """What I want on my card: which lines, `more` of them, a word of the address if I have several.

    None are the lines of the settings; no lines at all, my name and one way to reach me.
    """

    lines: Collection[Line] | None = None
    more: Collection[Line] = ()
    email: str = ""


@dataclass(frozen=True, slots=True)
class Mine:
    """My card as I chose it, what it might say, and my e-mail addresses that it does not."""

    card: VisitingCard
    whole: VisitingCard
    other_emails: tuple[str, ...] = ()


def visiting_card(desk: Desk, choice: Choice) -> Mine:
    """Return my card as of today.

    Raises BookError: event.card-nameless, event.card-email.
    """
    me = who(desk, "me")
    if not me.names:
        raise BookError("event.card-nameless")
    held = me.current(desk.today)
    given, family = _parts(me)
    whole = VisitingCard(
        name=me.name,
        given=given,
        family=family,
        title=me.title,
        company=held[0].company if held else "",
        email=_email(me, choice.email),
        phone=next(iter(me.phones), ""),
        url=_page(me),
    )
    chosen = lines_of(desk.settings.card) if choice.lines is None else choice.lines
    card = whole.without(set(Line) - {*chosen, *choice.more}) if chosen else _short(whole)
    others = tuple(one for one in me.emails if card.email and one != card.email)
    return Mine(card, whole, others)


def _short(card: VisitingCard) -> VisitingCard:
    """Keep the name and one way to reach me: by e-mail, else by my page, else by phone."""
    there = dict(card.lines)
    ways = [line for line in (Line.EMAIL, Line.URL, Line.PHONE) if line in there]
    return card.without({Line.TITLE, Line.COMPANY, *HANDLES} - set(ways[:1]))


def _parts(me: Person) -> tuple[str, str]:
    """Return the given and the family name, where they make up the name I go by."""
    said = dict(reversed(me.details))
    given, family = said.get(Said.GIVEN, ""), said.get(Said.FAMILY, "")
    return (given, family) if fold(f"{given} {family}") == fold(me.name) else ("", "")


def _email(me: Person, word: str) -> str:
    if not word:
        return next(iter(me.emails), "")
    found = [one for one in me.emails if fold(word) in fold(one)]
    if not found:
        raise BookError("event.card-email", word=word, among=", ".join(me.emails))
    return found[0]


def _page(me: Person) -> str:
    """Return my page among professionals, else my first, as a phone opens it."""
    pages = sorted(me.urls, key=lambda url: _PROFESSIONAL not in url.casefold())
    return "" if not pages else pages[0] if "://" in pages[0] else f"https://{pages[0]}"
