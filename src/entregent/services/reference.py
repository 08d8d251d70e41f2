"""Reference: what is known of the world beside the book, read when it is first needed."""

from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import Any

from entregent.domain.domains import Domains
from entregent.domain.roles import Roles
from entregent.domain.sectors import Sector, Sectors
from entregent.domain.text import company_key, fold, tokens
from entregent.locale.deeds import Deeds
from entregent.locale.meaning import Meaning
from entregent.locale.mention import Mentions
from entregent.services.ports import Catalogue

FIELDS = (
    *("company", "was-at", "sector", "circle", "tag", "name", "title", "email", "phone"),
    *("note", "place", "topic", "source"),
)
"""The fields a search can look in, as every language accepts them."""


class Reference:
    """The tables that a linguist or the owner keeps; all empty without a catalogue."""

    def __init__(self, catalogue: Catalogue | None = None) -> None:
        """Take the catalogue to read from."""
        self._catalogue = catalogue

    @cached_property
    def fields(self) -> Mapping[str, str]:
        """The field that each folded word before a colon stands for."""
        spoken = self.table("search").get("fields", {})
        words = {fold(word): field for field, several in spoken.items() for word in several}
        return {field: field for field in FIELDS} | words

    @cached_property
    def sectors(self) -> Sectors:
        """The sectors, their names in both languages, and the companies known to be in them."""
        table = self.table("sectors")
        rows = table.get("sector", [])
        return Sectors(
            tuple(_sector(row) for row in rows),
            {company_key(name): row["code"] for row in rows for name in row["companies"]},
            {fold(word): row["code"] for row in rows for word in row["telling"]},
            frozenset(map(fold, table.get("generic", ()))),
        )

    @cached_property
    def meaning(self) -> Meaning:
        """What words of needs and offers are about."""
        return Meaning.of(self.table("meaning"), self.sectors)

    def senses(self, text: str) -> frozenset[str]:
        """Return what a text is about, the sectors of the companies it names among it."""
        words, mute = tokens(text), self.meaning.small | self.meaning.common
        runs = (words[at : at + size] for size in (1, 2, 3) for at in range(len(words)))
        named = {" ".join(run) for run in runs if not mute.issuperset(run)}
        codes = {self.sectors.companies.get(name) for name in named} - {None}
        return self.meaning.senses(text) | {f"sector:{code}" for code in codes}

    @cached_property
    def openings(self) -> frozenset[tuple[str, ...]]:
        """Folded words by which people only begin to say whom they look for."""
        return frozenset(map(tokens, self.table("team").get("openings", ())))

    @cached_property
    def deeds(self) -> Deeds:
        """What a few words say that somebody will do."""
        return Deeds(self.table("deeds"))

    @cached_property
    def roles(self) -> Roles:
        """The roles and levels that words of a title tell."""
        table = self.table("roles")
        return Roles(_phrases(table.get("role", ())), _phrases(table.get("level", ())))

    @cached_property
    def mentions(self) -> Mentions:
        """How notes tell what somebody spoke of."""
        return Mentions.of(self.table("notes"))

    @cached_property
    def private(self) -> frozenset[str]:
        """Folded words of questions whose answers are nobody else's: health, meals, access."""
        return frozenset(map(fold, self.table("private").get("words", ())))

    @cached_property
    def domains(self) -> Domains:
        """The mail domains that tell nothing of an employer."""
        table = self.table("domains")
        shared = {domain for name in ("providers", "members") for domain in table.get(name, ())}
        return Domains(
            frozenset(shared),
            frozenset(table.get("parts", ())),
            frozenset(table.get("endings", ())),
        )

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a vocabulary as it is written; empty without a catalogue."""
        return self._catalogue.template(f"vocabulary/{name}") if self._catalogue else {}


def _sector(row: Mapping[str, Any]) -> Sector:
    names = (row["code"], row["fr"], row["en"], *row["also"])
    return Sector(row["code"], row["fr"], row["en"], frozenset(map(fold, names)))


def _phrases(rows: Iterable[Mapping[str, Any]]) -> Mapping[tuple[str, ...], str]:
    return {tokens(phrase): row["code"] for row in rows for phrase in row["telling"]}
