"""LinkedIn's tables: found below their preambles, in any delimiter and language, row by row."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from entregent.domain.text import fold
from entregent.exchange.csvlines import cells_of, records
from entregent.exchange.text import clean, cleaned, lines_of

_PREAMBLE = 40
_MOST_COLUMNS = 10
"""More than LinkedIn has in its list of connections: who is met at fairs is “connected” too."""
_ALIASES = {
    "first name": "first name|prenom|vorname|nome|nombre|voornaam",
    "last name": "last name|nom|nachname|sobrenome|apellidos|apellido|cognome|achternaam",
    "url": "url|profile url|url du profil",
    "email address": "email address|e-mail address|adresse e-mail|adresse email|e-mail-adresse"
    "|endereco de e-mail|direccion de correo electronico|direccion de correo|indirizzo e-mail"
    "|e-mailadres|e-mail|email",
    "company": "company|entreprise|societe|unternehmen|firma|empresa|azienda|bedrijf",
    "position": "position|poste|fonction|cargo|puesto|posizione|functie",
    "connected on": "connected on|date de connexion|connecte le|verbunden am|conectado em"
    "|conectado el|fecha de conexion|data de conexao|collegato il|verbonden op",
}
_CANONICAL = {alias: name for name, row in _ALIASES.items() for alias in row.split("|")}


class Kind(StrEnum):
    """The tables we read, in the order in which they help one another."""

    PROFILE = "profile"
    EMAILS = "emails"
    PHONES = "phones"
    POSITIONS = "positions"
    CONNECTIONS = "connections"
    INVITATIONS = "invitations"
    CONTACTS = "contacts"
    RECOMMENDATIONS = "recommendations"
    ENDORSED_ME = "endorsements received"
    ENDORSED = "endorsements given"
    NOTES = "notes"
    MESSAGES = "messages"


_REQUIRED = {
    Kind.CONNECTIONS: {"first name", "last name", "connected on"},
    Kind.MESSAGES: {"conversation id", "from", "to", "date"},
    Kind.INVITATIONS: {"from", "to", "sent at", "direction"},
    Kind.PROFILE: {"first name", "last name", "headline"},
    Kind.POSITIONS: {"company name", "title", "started on"},
    Kind.EMAILS: {"email address", "confirmed", "primary"},
    Kind.PHONES: {"extension", "number", "type"},
    Kind.CONTACTS: {"firstname", "lastname", "emails"},
    Kind.RECOMMENDATIONS: {"first name", "last name", "text", "creation date", "status"},
    Kind.ENDORSED_ME: {"endorser first name", "endorser last name", "skill name"},
    Kind.ENDORSED: {"endorsee first name", "endorsee last name", "skill name"},
    Kind.NOTES: {"connection first name", "connection last name", "note"},
}

Row: TypeAlias = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """A table found in a file: what it is, its columns' names, and its lines below the header."""

    kind: Kind
    columns: tuple[str, ...]
    delimiter: str
    lines: Sequence[str]

    def rows(self) -> Iterator[tuple[str, Row]]:
        """Yield `row=N` and the cells of each row by column; N counts from 1, blank rows apart.

        A row with less than two cells gives no cells: it could not be read.
        """
        number = 0
        for cells in records(self.lines, self.delimiter, len(self.columns)):
            values = cleaned(cells)
            if not any(value.strip('"') for value in values):
                continue
            number += 1
            values += [""] * (len(self.columns) - len(values) if len(values) > 1 else 0)
            found = zip(self.columns, values, strict=False) if len(values) > 1 else ()
            yield f"row={number}", dict(found)


def find_table(text: str) -> Table | None:
    """Find the header of a table we know on the raw lines, as a stray quote may precede it."""
    lines = lines_of(text)
    for number, line in enumerate(lines[:_PREAMBLE]):
        for delimiter in ",;\t":
            names = [fold(clean(cell)) for cell in cells_of(line, delimiter)]
            columns = tuple(_CANONICAL.get(name, name) for name in names)
            for kind, required in _REQUIRED.items():
                wide = kind is Kind.CONNECTIONS and len(columns) > _MOST_COLUMNS
                if required <= set(columns) and not wide:
                    return Table(kind, columns, delimiter, lines[number + 1 :])
    return None
