"""My visiting card as phones take it in: vCard 3.0 (RFC 2426), or MECARD where it must be short.

In a code its lines are not folded: cameras read unfolded lines best.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from entregent.domain.visiting import Line, VisitingCard
from entregent.exchange.text import clean, one_line
from entregent.exchange.vcard.spelled import escaped
from entregent.exchange.vcard.writer import folded
from entregent.services.ports import BookError

MOST_OCTETS = 250
"""UTF-8 octets of a card that any phone reads at arm's length."""
_DROPPED = (Line.URL, Line.TITLE, Line.PHONE, Line.COMPANY, Line.EMAIL)
"""What leaves a card that is too long, first to last; the name never does."""
_MOST_DIGITS = 24
_MECARD = str.maketrans({char: f"\\{char}" for char in '\\;:"'})


class Form(StrEnum):
    """How a card is spelled."""

    VCARD = "vcard"
    MECARD = "mecard"


@dataclass(frozen=True, slots=True)
class Fitted:
    """A card spelled; `card` is what of it stands there, `left_out` what had to leave."""

    text: str
    form: Form
    card: VisitingCard
    left_out: tuple[Line, ...] = ()


def fitted(card: VisitingCard, forms: Sequence[Form] = tuple(Form)) -> Fitted:
    """Return a card of `MOST_OCTETS` at most: the first of `forms` that holds enough of it.

    Lines leave one by one, in a fixed order. A card that says how to reach me gives up the form
    before it gives up all ways to. Raises BookError event.card-long where the name alone is too
    long.
    """
    shorter = list(_shorter(card))
    reached = [one for one in shorter if one[0].reachable]
    tried = [(form, *one) for some in (reached, shorter) for form in forms for one in some]
    for form, one, left_out in tried:
        text = _SPELLED[form](one)
        if len(text.encode(errors="replace")) <= MOST_OCTETS:
            unsaid = _unsaid(form, one)
            return Fitted(text, form, one.without(unsaid), (*left_out, *unsaid))
    raise BookError("event.card-long", most=str(MOST_OCTETS))


def card_file(card: VisitingCard) -> str:
    """Return a whole card as a file holds it, its lines folded."""
    return "".join(f"{folded(line)}\r\n" for line in vcard(card).split("\r\n") if line)


def vcard(card: VisitingCard) -> str:
    """Return a vCard 3.0; a name that nobody took apart stands where the given name goes."""
    given = card.given or ("" if card.family else card.name)
    told = [
        ("VERSION", "3.0"),
        ("N", f"{escaped(card.family)};{escaped(given)};;;"),
        ("FN", escaped(one_line(card.name))),
        ("ORG", escaped(card.company)),
        ("TITLE", escaped(card.title)),
        ("EMAIL", escaped(card.email)),
        ("TEL", escaped(card.phone)),
        ("URL", one_line(card.url)),
    ]
    lines = [f"{name}:{text}" for name, text in told if text]
    return "".join(f"{line}\r\n" for line in ("BEGIN:VCARD", *lines, "END:VCARD"))


def mecard(card: VisitingCard) -> str:
    """Return a MECARD; it has no word for a title."""
    apart = card.given and card.family
    name = f"{_name(card.family)},{_name(card.given)}" if apart else _name(card.name)
    told = [
        ("N", name),
        ("ORG", _plain(card.company)),
        ("TEL", _digits(card.phone)),
        ("EMAIL", _plain(card.email)),
        ("URL", _plain(card.url)),
    ]
    return f"MECARD:{''.join(f'{name}:{text};' for name, text in told if text)};"


def _shorter(card: VisitingCard) -> Iterator[tuple[VisitingCard, tuple[Line, ...]]]:
    """Yield the card, then without one line more each time, with what left."""
    there = dict(card.lines)
    leaving = [line for line in _DROPPED if line in there]
    for many in range(len(leaving) + 1):
        yield card.without(leaving[:many]), tuple(leaving[:many])


def _unsaid(form: Form, card: VisitingCard) -> tuple[Line, ...]:
    """Return what a card says and this form has no word for."""
    if form is Form.VCARD:
        return ()
    no_number = card.phone and not _digits(card.phone)
    return (*([Line.TITLE] if card.title else ()), *([Line.PHONE] if no_number else ()))


def _plain(text: str) -> str:
    return one_line(text).translate(_MECARD)


def _name(text: str) -> str:
    """Return a part of a name; a comma would part it anew."""
    return _plain(" ".join(text.replace(",", " ").split()))


def _digits(phone: str) -> str:
    """Return a number as MECARD has it; what is no number, or too long for one, is not there."""
    plus = "+" if clean(phone).startswith("+") else ""
    digits = "".join(char for char in phone if char.isascii() and char.isdigit())
    return f"{plus}{digits}" if 1 <= len(digits) <= _MOST_DIGITS else ""


_SPELLED = {Form.VCARD: vcard, Form.MECARD: mecard}
