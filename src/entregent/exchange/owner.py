"""Who the owner is in conversations, as the book and other files tell."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from entregent.domain.ids import ME
from entregent.domain.reading import Reading
from entregent.domain.text import tokens
from entregent.identity import handles


@dataclass(slots=True)
class Owner:
    """The owner's names, each as its sorted folded words, and numbers as they are compared."""

    names: set[tuple[str, ...]] = field(default_factory=set)
    phones: set[str] = field(default_factory=set)

    def add(self, words: Iterable[str]) -> None:
        """Take in names and numbers, in any spelling."""
        for word in words:
            if number := handles.phone(word) if is_number(word) else "":
                self.phones.add(number)
            elif name := _name(word):
                self.names.add(name)

    def learn(self, reading: Reading) -> None:
        """Take in what a reading says of the owner."""
        for card in reading.cards:
            if card.ref == ME:
                self.add((*card.names, *card.phones))

    def among(self, people: Collection[str]) -> str | None:
        """Return the one of `people` who bears a name or number of the owner's, if one does."""
        found = [
            one
            for one in people
            if (handles.phone(one) in self.phones if is_number(one) else _name(one) in self.names)
        ]
        return found[0] if len(found) == 1 else None

    def part(self, people: Collection[str]) -> str | None:
        """Return the one of `people` called by a part of the owner's name, if only one is."""
        found = [
            one
            for one in people
            if (words := set(_name(one))) and any(words < set(name) for name in self.names)
        ]
        return found[0] if len(found) == 1 else None


def is_number(word: str) -> bool:
    """Tell whether somebody is called by a phone number."""
    return (
        word[:1] in "+(0123456789"
        and bool(handles.phone(word))
        and not any(char.isalpha() for char in word)
    )


def _name(word: str) -> tuple[str, ...]:
    return tuple(sorted(tokens(word)))
