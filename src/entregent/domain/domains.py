"""Mail domains: whose an address is, as far as its domain tells."""

from dataclasses import dataclass

from entregent.domain.text import capital

_SHORT = 4
"""A label of so few letters is an acronym, and written so."""


@dataclass(frozen=True, slots=True)
class Domains:
    """What is known of mail domains: which tell nothing of an employer, and how they end.

    `shared` are domains of providers, of schools, and of those that forward for their members;
    `parts` are labels that tell such a domain (`alumni`, `edu`, `etu`); `endings` are suffixes of
    two labels under which names are sold (`co.uk`). Without `shared`, no domain tells anything.
    """

    shared: frozenset[str] = frozenset()
    parts: frozenset[str] = frozenset()
    endings: frozenset[str] = frozenset()

    def house(self, address: str) -> str:
        """Return the domain that an employer's address stands under, empty when it tells none.

        `marie@fr.airbus.com` gives `airbus.com`.
        """
        _, at, domain = address.strip().casefold().rpartition("@")
        labels = domain.strip(".").split(".")
        ends = 2 if ".".join(labels[-2:]) in self.endings else 1
        pieces = {piece for label in labels for piece in label.split("-")}
        covering = {".".join(labels[start:]) for start in range(len(labels))}
        if not self.shared or pieces & self.parts or covering & self.shared:
            return ""
        told = at and len(labels) > ends and all(labels)
        return ".".join(labels[-ends - 1 :]) if told else ""


def label(domain: str) -> str:
    """Return the name that a domain reads as: `credit-du-lac.fr` gives `Credit Du Lac`."""
    words = domain.partition(".")[0].split("-")
    if len(words) == 1 and len(words[0]) < _SHORT:
        return words[0].upper()
    return " ".join(map(capital, filter(None, words)))
