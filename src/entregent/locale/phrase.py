"""Understanding one free phrase about a person, in French or English.

"ancienne collègue chez Michelin, achats, on se tutoie" gives a company where we worked together,
a sector, a professional context and *tu*. What is not understood stays as a note; nothing is
invented.
"""

import re
import unicodedata
from dataclasses import dataclass

from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context
from entregent.locale.phrase_reader import Found, Piece
from entregent.locale.phrase_text import Vocabulary, plain

_PARTS = re.compile(r"\s*[,;()\n]\s*|\s+[-–—/]\s+|\.\s+|\.$")
_JOINTS = re.compile(r"\s+(?:et|and|mais|but|&|puis|qui|who)\s+|\s*/\s*")


@dataclass(frozen=True, slots=True)
class PhraseFacts:
    """What a phrase says. `company` is the current employer, `worked_at` where we worked together.

    `past_company` is a former employer where I may not have been. `worked` tells that we worked
    together, even when the phrase does not say where. `note` keeps what was not understood.
    """

    company: str = ""
    title: str = ""
    sector: str = ""
    place: str = ""
    circles: tuple[str, ...] = ()
    context: Context | None = None
    address: Address | None = None
    closeness: Closeness | None = None
    since: str = ""
    start: Month | None = None
    worked: bool = False
    worked_at: str = ""
    worked_from: Month | None = None
    worked_to: Month | None = None
    past_company: str = ""
    note: str = ""


def understand(phrase: str, vocabulary: Vocabulary) -> PhraseFacts:
    """Return what the phrase says, with the words of `vocabulary`."""
    found = Found()
    text = unicodedata.normalize("NFC", phrase).strip()
    for part in filter(None, _PARTS.split(text)):
        if plain(part) in vocabulary["alone", "close"]:
            found.closeness = Closeness.CLOSE
            continue
        for piece in _pieces(part, vocabulary):
            Piece(piece, vocabulary, found).read()
    if found.worked:
        found.contexts.add(Context.PROFESSIONAL)
    start, end = found.period or (None, None)
    return PhraseFacts(
        company=found.company,
        title=found.title,
        sector=found.sector,
        place=found.place,
        circles=tuple(dict.fromkeys(found.circles)),
        context=_context(found.contexts),
        address=found.address,
        closeness=found.closeness,
        since=found.since,
        start=found.start,
        worked=found.worked,
        worked_at=found.worked_at,
        worked_from=start,
        worked_to=end,
        past_company=found.past_company,
        note=", ".join(found.notes),
    )


def _context(contexts: set[Context]) -> Context | None:
    if len(contexts) > 1:
        return Context.BOTH
    return next(iter(contexts), None)


def _pieces(part: str, vocabulary: Vocabulary) -> list[str]:
    """Split at "et", "and", "qui" … where what follows begins a statement of its own."""
    found = _JOINTS.search(plain(part))
    while found is not None:
        left, right = part[: found.start()], part[found.end() :]
        if _begins(right, vocabulary):
            return [left, *_pieces(right, vocabulary)]
        found = _JOINTS.search(plain(part), found.end())
    return [part]


def _begins(text: str, vocabulary: Vocabulary) -> bool:
    marks = [("mark", key) for key in ("now", "moved", "works", "met", "former", "mine")]
    says = [(table, key) for table in ("address", "closeness") for key in vocabulary.keys(table)]
    bare, _ = vocabulary["mark", "article"].take_all(text)
    bonds = [
        ("relation", key) for key in vocabulary.keys("relation") if key not in ("mine", "teacher")
    ]
    if any(vocabulary[name].take(text) is not None for name in (*marks, *says)):
        return True
    return any(vocabulary[name].take(bare) is not None for name in bonds)
