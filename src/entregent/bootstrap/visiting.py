"""My visiting card: in a code that any phone reads, or in a file."""

from collections.abc import Sequence
from pathlib import Path

from entregent.bootstrap.codes import PICTURES, code_picture
from entregent.domain.visiting import VisitingCard
from entregent.exchange.visiting import Fitted, Form, card_file, fitted
from entregent.services.ports import BookError

__all__ = ["CARD_FILE", "Fitted", "Form", "drawn", "fitted", "whole"]

CARD_FILE = ".vcf"


def whole(card: VisitingCard) -> Fitted:
    """Return a card as a file of its own holds it, with nothing left out."""
    return Fitted(card_file(card), Form.VCARD, card)


def drawn(
    path: Path, card: VisitingCard, forms: Sequence[Form], *, title: str
) -> tuple[Fitted, bytes]:
    """Return a card spelled as the file at `path` holds it, and that file.

    Raises BookError event.card-ending, event.card-long.
    """
    ending = path.suffix.casefold()
    if ending == CARD_FILE:
        spelled = whole(card)
        return spelled, spelled.text.encode()
    if ending not in PICTURES:
        among = ", ".join((*PICTURES, CARD_FILE))
        raise BookError("event.card-ending", path=str(path), among=among)
    spelled = fitted(card, forms)
    return spelled, code_picture(spelled.text, path, title=title)
