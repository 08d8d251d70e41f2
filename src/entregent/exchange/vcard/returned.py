"""What was kept of a card in words that the book has none for, ready to be given back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from entregent.exchange.linkedin.urls import profile_url
from entregent.exchange.vcard.heads import cut, strict_head
from entregent.exchange.vcard.kept import GROUPED
from entregent.exchange.vcard.values import lines, one_line

_ONLY_3 = frozenset({"LABEL", "MAILER", "CLASS", "SORT-STRING", "NAME"})
_ONLY_4 = frozenset({"GENDER", "RELATED", "ANNIVERSARY", "XML", "CALADRURI", "CALURI", "FBURL"})
_LATER = frozenset(
    {
        *("BIRTHPLACE", "DEATHPLACE", "DEATHDATE", "EXPERTISE", "HOBBY", "INTEREST"),
        *("ORG-DIRECTORY", "CONTACT-URI", "CREATED", "GRAMGENDER", "JSPROP", "LANGUAGE"),
        *("PRONOUNS", "SOCIALPROFILE"),
    }
)
"""Properties of version 4.0 and of its extensions."""
_STANDING = frozenset({"EMAIL", "TEL", "URL", "N", "ORG", "UID", "BDAY", "ADR", "TITLE", "MEMBER"})
"""Properties that are given back with what stands in the book, or by the book itself."""
_PROFILES = frozenset({"X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN"})
_ORIGINAL = {f"X-{name}": name for name in _ONLY_3 | _ONLY_4 | _LATER}


@dataclass(frozen=True, slots=True)
class Line:
    """A property to be written: its name, its parameters, its value as it stands in a card."""

    name: str
    value: str
    params: Mapping[str, str]

    def head(self, *, preferred: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Return the strict head, and what Apple says of this property in others of its group."""
        spoken = {name: self.params[name] for name in GROUPED if name in self.params}
        params = {name: self.params[name] for name in self.params if name not in spoken}
        for name, value in preferred.items():
            params[name] = f"{params[name]},{value}" if name in params else value
        return strict_head(self.name, params), spoken


class Returned:
    """What was kept of one person's cards."""

    def __init__(self, kept: Mapping[str, str]) -> None:
        """Read what was kept under each head."""
        self._lines = list(_lines(kept))

    def params(self, name: str, value: str) -> Mapping[str, str]:
        """Return the parameters that a value in the book had on its card, empty when none."""
        return next(
            (line.params for line in self._lines if line.name == name and value in _values(line)),
            {},
        )

    def organisation(self, company: str) -> Line | None:
        """Return a company with its units, where a card named them."""
        held = (line for line in self._lines if line.name == "ORG")
        return next((line for line in held if lines(line.value, ";")[0] == company), None)

    def name(self, family: str, given: str) -> Line | None:
        """Return the parts of a name with those that the book does not hold."""
        held = (line for line in self._lines if line.name == "N")
        return next((line for line in held if lines(line.value, ";")[:2] == [family, given]), None)

    def addresses(self) -> list[tuple[str, Line]]:
        """Return postal addresses with the town of each."""
        held = [line for line in self._lines if line.name == "ADR"]
        return [([*lines(line.value, ";"), *"   "][3].strip(), line) for line in held]

    def birthday(self) -> list[Line]:
        """Return what was said of a birthday that is less than a day."""
        return [line for line in self._lines if line.name == "BDAY"]

    def holds_profile(self, url: str) -> bool:
        """Tell whether one of the others says this address."""
        return any(line.name in _PROFILES and url in _values(line) for line in self._lines)

    def others(self, urls: tuple[str, ...], version: str) -> Iterator[Line]:
        """Yield all that the book has no word for, and profiles that stand in it."""
        for line in self._lines:
            gone = line.name in _PROFILES and not (set(_values(line)) & set(urls))
            page = line.value.lower().startswith("http")
            if line.name not in _STANDING and not (gone and page):
                yield Line(_named(line.name, version), line.value, line.params)


def _lines(kept: Mapping[str, str]) -> Iterator[Line]:
    for strict, values in kept.items():
        head, _ = cut(f"{strict}:".encode())
        if head is not None:
            name = _ORIGINAL.get(head.name, head.name)
            yield from (Line(name, value, head.params) for value in values.split("\n"))


def _values(line: Line) -> list[str]:
    """Return a value as the book would hold it."""
    value = one_line(line.value)
    if line.name == "TEL":
        return [re.sub(r"^tel:", "", value, flags=re.IGNORECASE)]
    if line.name == "EMAIL":
        return [value, value.partition(":")[2]]
    return [profile_url(value)]


def _named(name: str, version: str) -> str:
    """Return a property's name, with an `X-` where this version does not know it."""
    foreign = _ONLY_4 | _LATER if version == "3.0" else _ONLY_3
    return f"X-{name}" if name in foreign else name
