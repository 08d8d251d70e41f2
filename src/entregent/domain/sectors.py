"""Sectors: what one is called in each language, and which companies belong to it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from entregent.domain.text import company_key, fold, tokens


@dataclass(frozen=True, slots=True)
class Sector:
    """A branch of activity: `names` are all its names, folded, in any language."""

    code: str
    fr: str
    en: str
    names: frozenset[str]

    def called(self, lang: str) -> str:
        """Return its name in a language, `fr` or `en`."""
        return self.fr if lang == "fr" else self.en


@dataclass(frozen=True)
class Sectors:
    """The table of sectors. `companies` gives the code of well-known ones by their folded key.

    `telling` gives the code that a folded word of a company's name tells; `generic` are words
    that say nothing of which company it is (`group`, `France`).
    """

    all: tuple[Sector, ...] = ()
    companies: Mapping[str, str] = field(default_factory=dict)
    telling: Mapping[str, str] = field(default_factory=dict)
    generic: frozenset[str] = frozenset()

    @cached_property
    def _by_name(self) -> Mapping[str, Sector]:
        return {name: sector for sector in self.all for name in sector.names}

    @cached_property
    def _by_code(self) -> Mapping[str, Sector]:
        return {sector.code: sector for sector in self.all}

    def named(self, name: str) -> Sector | None:
        """Return the sector that a name stands for, in any language."""
        return self._by_name.get(fold(name))

    def alike(self, name: str) -> frozenset[str]:
        """Return the folded names of the sector that `name` is one of: itself, and the table's."""
        known = self.named(name)
        return frozenset({fold(name)}) | (known.names if known else frozenset())

    def of(self, company: str) -> Sector | None:
        """Return the sector of a well-known company, or the one that its name tells."""
        key = company_key(company)
        code = self.companies.get(key) or self.companies.get(self._bare(key))
        told = {self.telling[word] for word in tokens(company) if word in self.telling}
        if code is None and len(told) == 1:
            code = next(iter(told))
        return self._by_code.get(code) if code else None

    def _bare(self, key: str) -> str:
        return " ".join(word for word in key.split() if word not in self.generic)
