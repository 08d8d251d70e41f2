"""Which guests several partners speak of: one human under one key, however each wrote the name."""

from collections import defaultdict
from collections.abc import Iterable

from entregent.domain.partners import Named
from entregent.domain.text import company_key, tokens

Key = tuple[str, str]
"""A guest's folded name and company; the company is empty where none is told."""


class Guests:
    """The guests that partners speak of, each once.

    Two of one name are two humans where two companies are told; one without a company is the only
    one of that name that has one, else somebody of their own.
    """

    def __init__(self, told: Iterable[Named]) -> None:
        """Gather the guests in whatever order they are told."""
        self._companies: defaultdict[str, set[str]] = defaultdict(set)
        self._spelled: dict[Key, Named] = {}
        ordered = sorted({one for one in told if _name(one)}, key=_best_spelling)
        for one in ordered:
            self._companies[_name(one)].add(company_key(one.company))
        for one in ordered:
            self._spelled.setdefault(self.key(one), one)

    def key(self, guest: Named) -> Key:
        """Return what tells a guest from the others."""
        name, company = _name(guest), company_key(guest.company)
        told = self._companies[name] - {""}
        return name, company or (next(iter(told)) if len(told) == 1 else "")

    def named(self, key: Key) -> Named:
        """Return a guest as one of the partners wrote them."""
        return self._spelled[key]


def same_name(one: str, other: str) -> bool:
    """Tell whether two names are the same words, in any order."""
    return _name(Named(one)) == _name(Named(other))


def _name(guest: Named) -> str:
    return " ".join(sorted(tokens(guest.name)))


def _best_spelling(guest: Named) -> tuple[bool, bool, str, str]:
    """Order spellings: with a company first, then those not all in capitals."""
    return not guest.company, guest.name.isupper(), guest.name, guest.company
