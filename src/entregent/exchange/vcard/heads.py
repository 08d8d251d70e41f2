"""What stands before the colon of a card's line: its name, its group, its parameters."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from entregent.exchange.text import decode_line

_NAME = re.compile(rb"\s*(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_/-]+)\s*")
_PARAM = re.compile(rb';\s*([^=:;"]*)(?:=((?:"[^"]*"|[^:;"])*))?')
_ENCODINGS = frozenset({"QUOTED-PRINTABLE", "BASE64", "B", "8BIT", "7BIT"})
_CODED = frozenset({"ENCODING", "CHARSET"})
_CARET = re.compile(r"\^([n'^])")
_CARETS = {"n": "\n", "'": '"', "^": "^"}
_RANK = re.compile(r"0*[1-9]\d?|0*100", re.ASCII)
_UNRANKED = 101
_LONGEST = 1000
_DROPPED = _CODED | {"PREF", "X-APPLE-OMIT-YEAR"}
_TRIVIAL = frozenset({"INTERNET", "PREF", "VOICE", ""})
_QUOTED = re.compile(r"[,:;]")


@dataclass(frozen=True, slots=True)
class Head:
    """An upper-case name, a lower-case group, parameters.

    `params` maps upper-case names to their values joined by `,`; the bare words of version 2.1
    stand under `TYPE`. `words` are all their values in upper case. `rank` is 1 for what is
    preferred, up to 100, and 101 where nothing is said. `coded` tells that the value is in an
    encoding or character set of its own. `strict` is the head as a strict card writes it.
    """

    name: str
    group: str
    params: Mapping[str, str]
    words: frozenset[str]
    rank: int
    coded: bool
    strict: str

    def says(self, param: str, word: str) -> bool:
        """Tell whether a parameter holds a word in upper case, whatever its own case."""
        return word in self.words and word in _words(self.params.get(param, ""))


def cut(line: bytes) -> tuple[Head | None, bytes]:
    """Cut a line at its colon; no head when it is no property."""
    before, colon, raw = line.partition(b":")
    if not colon:
        return None, b""
    if b'"' in before:
        found = _NAME.match(line)
        at = _params(line, found.end())[1] if found else 0
        if line[at : at + 1] != b":":
            return None, b""
        before, raw = line[:at], line[at + 1 :]
    return (_head(before) if len(before) < _LONGEST else _parsed(before)), raw


def strict_head(name: str, params: Mapping[str, str]) -> str:
    """Return a name and its parameters as a strict card writes them, without a colon."""
    return "".join([name, *(f";{key}={_quoted(key, params[key])}" for key in sorted(params))])


def telling(params: Mapping[str, str]) -> dict[str, str]:
    """Return the parameters that say something, types in upper case and once each."""
    told = {name: value for name, value in params.items() if name and name not in _DROPPED}
    types = dict.fromkeys(word.strip().upper() for word in told.pop("TYPE", "").split(","))
    words = ",".join(word for word in types if word not in _TRIVIAL)
    return {**told, "TYPE": words} if words else told


def _parsed(before: bytes) -> Head | None:
    found = _NAME.match(before)
    if found is None:
        return None
    params, at = _params(before, found.end())
    if at < len(before):
        return None
    name = found[2].decode("ascii").upper()
    words = frozenset(word for value in params.values() for word in _words(value))
    group = (found[1] or b"").decode("ascii").lower()
    coded = bool(_CODED & params.keys())
    strict = strict_head(name, telling(params))
    return Head(name, group, params, words, _rank(params, words), coded, strict)


_head = lru_cache(maxsize=4096)(_parsed)
"""The same few heads stand in all the cards of an address book."""


def _params(line: bytes, at: int) -> tuple[dict[str, str], int]:
    """Return the parameters from `at` on, and where they end."""
    params: dict[str, list[str]] = {}
    while found := _PARAM.match(line, at):
        at = found.end()
        name = decode_line(found[1]).strip().upper()
        value = decode_line(found[2]).strip().replace('"', "") if found[2] is not None else None
        if value is None:
            name, value = ("ENCODING" if name in _ENCODINGS else "TYPE"), name
        value = _CARET.sub(lambda caret: _CARETS[caret[1]], value)
        params.setdefault(name, []).append(value)
    return {name: ",".join(values) for name, values in params.items()}, at


def _rank(params: Mapping[str, str], words: frozenset[str]) -> int:
    said = params.get("PREF", "")
    if _RANK.fullmatch(said):
        return int(said)
    return 1 if "PREF" in words else _UNRANKED


def _words(value: str) -> list[str]:
    return re.split(r"[,\s]+", value.upper())


def _quoted(name: str, value: str) -> str:
    """Return a parameter's value; the comma of a list of types stands bare."""
    for plain, caret in (("^", "^^"), ("\n", "^n"), ('"', "^'")):
        value = value.replace(plain, caret)
    bare = value if name != "TYPE" else value.replace(",", "")
    return f'"{value}"' if _QUOTED.search(bare) else value
