"""What was found in the given paths: files to read, and those that cannot be."""

from collections.abc import Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field

from entregent.domain.reading import Problem, Reading
from entregent.domain.words import Origin
from entregent.exchange import tables
from entregent.exchange.detect import (
    FORMATS,
    TABLES,
    Format,
    Kind,
    expected,
    is_blank,
    recognise,
    unpacked_name,
)
from entregent.exchange.mail.aside import is_aside
from entregent.exchange.marks import Load

TABLE_ENDINGS = (".csv", ".tsv", ".tab")
_WORKS = tuple(
    f".{ending}"
    for ending in "py pyi ipynb md rst tex toml yml yaml ini cfg lock js mjs ts jsx tsx css scss c"
    " h cpp hpp cc cs go rs java kt rb php pl r jl lua sh bash diff patch".split()
)
"""How programs and pages end: in a folder nobody means them, though they may look like lists."""
_TITLES, _LONGEST_TITLE = 30, 60
"""So many columns are named, and so many letters of each, where none is understood."""
_MAILED = (".patch", ".diff")
"""Works that are laid out as letters."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file that was recognised: its name for people, what holds it, how to get its bytes.

    `size` is in bytes, as it lies on the disk or in its archive.
    """

    label: str
    holder: str
    form: Format
    load: Load
    size: int = 0


@dataclass(slots=True)
class Survey:
    """What the given paths hold: files to read, and readings of those that cannot be."""

    forced: Format | None
    stack: ExitStack
    columns: Mapping[str, str] | None = None
    found: list[Found] = field(default_factory=list)
    refused: list[Reading] = field(default_factory=list)
    seen: set[str] = field(default_factory=set)
    headers: list[str] = field(default_factory=list)

    def known(self, head: bytes, name: str) -> Format | None:
        """Recognise a file; one with a column that the owner names is a table."""
        form = recognise(head, name)
        if form is None or form.kind in TABLES:
            titles = tables.headers_of(head, self.columns)
            self.headers += titles
            form = form or (FORMATS[Kind.TABLE] if titles else None)
            if form is None and self.columns and unpacked_name(name).endswith(TABLE_ENDINGS):
                self.headers += tables.first_line_of(head)
        return form

    def refuse(self, label: str, what: str, **details: str) -> None:
        """Note that a file cannot be read, and why."""
        form = self.forced or expected(label)
        origin = form.origin if form else Origin.UNKNOWN
        self.refused.append(Reading(label, origin, 0, problems=(Problem("", what, details),)))

    def refuse_table(self, label: str, head: bytes) -> None:
        """Note that a table tells of nobody, and which columns it has."""
        columns = [title[:_LONGEST_TITLE] for title in tables.first_line_of(head)[:_TITLES]]
        if any(char.isalpha() for title in columns for char in title):
            told = {"columns": ", ".join(columns), "first": columns[0]}
            self.refuse(label, "table.unknown-columns", **told)
        else:
            self.refuse(label, "table.no-header")

    def inside(self, head: bytes, label: str) -> Format | None:
        """Return the format of a file in a folder or archive; say so if its name promised one."""
        name = label.rpartition("/")[2]
        if self.forced is None and _is_work(head, name.lower()):
            return None
        form = self.known(head, name)
        if form and form.kind is Kind.MBOX and is_aside(unpacked_name(name).removesuffix(".mbox")):
            return None
        if form is None and expected(label):
            self.refuse(label, "import.empty" if is_blank(head) else "import.not-what-it-says")
        return form if self.forced in (None, form) else None


def _is_work(head: bytes, name: str) -> bool:
    """Tell a program or a page, but for a mailbox of letters about it: `Node.js`."""
    is_box = head.startswith(b"From ") and not name.endswith(_MAILED)
    return name.endswith(_WORKS) and not is_box
