"""The invented network's people, as `cast.toml` describes them, with made-up handles."""

import hashlib
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import quote

HERE = Path(__file__).parent
TODAY = date(2026, 3, 2)
"""The day on which the story stands."""
SEED = 20260302

_PRIVATE = ("courriel.example", "postale.example", "mailbox.example")
_LEGALITIES = str.maketrans({"œ": "oe", "ø": "o", "đ": "d", "Đ": "D", "’": "", "'": ""})


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody invented. `listed` names the sources they appear in, `names` other spellings."""

    number: int
    name: str
    given: str
    family: str
    email: str
    mobile: str
    url: str
    key: str = ""
    company: str = ""
    title: str = ""
    city: str = ""
    since: str = ""
    lang: str = "fr"
    listed: frozenset[str] = frozenset()
    circles: tuple[str, ...] = ()
    names: Mapping[str, str] | None = None
    quiet: bool = False
    shares: bool = False
    linked: bool = False
    bare: bool = False

    def called(self, source: str) -> str:
        """Return the name that `source` gives this human."""
        return (self.names or {}).get(source, self.name)

    @property
    def reference(self) -> str:
        """Return how the journal's lines name this human: an id where names collide."""
        return f"@{self.key}" if self.key else f'"{self.name}"'


OWNER = Human(
    number=0,
    name="Nadia Benali",
    given="Nadia",
    family="Benali",
    email="nadia.benali@exemple.fr",
    mobile="+33639980001",
    url="https://www.linkedin.com/in/nadia-benali-achats",
    company="Michelin",
    title="Acheteuse emballages",
    city="Lyon",
)
OFFICE = "nadia.benali@michelin.example"
"""Nadia's address at work, known from her LinkedIn export alone."""


def read_toml(name: str) -> dict[str, Any]:
    """Return the data file `name` that stands beside this script."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def slug(text: str) -> str:
    """Return `text` in plain lower-case letters, digits and hyphens."""
    bare = unicodedata.normalize("NFKD", text.translate(_LEGALITIES))
    kept = "".join(char for char in bare if not unicodedata.combining(char)).lower()
    return re.sub(r"[^a-z0-9]+", "-", kept).strip("-")


def token(*parts: object) -> str:
    """Return twelve hexadecimal digits that depend on `parts` alone."""
    return hashlib.sha256("|".join(map(str, parts)).encode()).hexdigest()[:12]


class Cast:
    """Everybody, in order, and by name."""

    def __init__(self, people: Sequence[Human]) -> None:
        """Index `people` by `name` and by `name/key`."""
        self.people = tuple(people)
        self._named = {OWNER.name: OWNER, "me": OWNER}
        self._named |= {f"{h.name}/{h.key}" if h.key else h.name: h for h in people}

    def find(self, name: str) -> Human:
        """Return who is called `name` (`name/key` for homonyms). Raises KeyError."""
        return self._named[name]

    def listed(self, source: str) -> list[Human]:
        """Return who appears in `source`."""
        return [human for human in self.people if source in human.listed]


def load() -> Cast:
    """Read `cast.toml`."""
    rows = read_toml("cast.toml")["people"]
    return Cast([_human(number, row) for number, row in enumerate(rows, start=1)])


def _human(number: int, row: Mapping[str, Any]) -> Human:
    given, family = _halves(row)
    plain = {"name", "given", "family", "email", "in", "circles"}
    return Human(
        number=number,
        given=given,
        family=family,
        email=row.get("email") or _address(number, given, family, row),
        mobile=_mobile(number, row),
        url=_profile(number, row["name"]),
        listed=frozenset(row["in"].split()),
        circles=tuple(row.get("circles", ())),
        name=row["name"],
        **{word: value for word, value in row.items() if word not in plain},
    )


def _halves(row: Mapping[str, Any]) -> tuple[str, str]:
    if "given" in row:
        return row["given"], row["family"]
    given, _, family = row["name"].partition(" ")
    return given, family


def _address(number: int, given: str, family: str, row: Mapping[str, Any]) -> str:
    private = "linkedin" not in row["in"] and not row.get("since")
    domain = _PRIVATE[number % 3] if private else f"{slug(row['company'])}.example"
    return f"{slug(given)}.{slug(family)}@{domain}"


def _mobile(number: int, row: Mapping[str, Any]) -> str:
    """Return a number of the ranges kept for fiction, in E.164."""
    if row.get("lang") == "en":
        return f"+447700900{number * 6:03d}"
    return f"+33639981{number * 5 + 7:03d}"


def _profile(number: int, name: str) -> str:
    """Return a LinkedIn address; one accented name in two keeps its accents, escaped."""
    tail = token("profile", number)[:6]
    accented = "-".join(name.lower().replace("’", "").split())
    stem = quote(accented) if number % 2 else slug(name)
    return f"https://www.linkedin.com/in/{stem}-{tail}"
