"""A visiting card's text, line by line, as a camera reads it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from entregent.coach.capture.lexicon import Lexicon, words_of
from entregent.coach.capture.line import read_line
from entregent.coach.capture.said import Contact, Encountered
from entregent.coach.capture.vocabulary import Vocabulary
from entregent.domain.text import tokens

_FEW = 2
_MOST_OF_NAME = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
_NOISE = re.compile(r"^[\W_]+|[^\w).]+$")


def is_card(lines: Sequence[str]) -> bool:
    """Tell a card's text from lines typed about several people: a line is but an address."""
    return (
        any(read_line(line).contacts and len(read_line(line).words) <= _FEW for line in lines)
        and len(lines) > 1
    )


def read_card(lines: Sequence[str], words: Vocabulary) -> Encountered:
    """Return whom a card is of; lines that tell neither who, where nor how are left aside."""
    contact = Contact()
    rest: list[str] = []
    for line in lines:
        read = read_line(line)
        for _, given in read.contacts:
            contact = _filled(contact, given)
        if not read.contacts and _WORD.search(line):
            rest.append(_NOISE.sub("", line))
    told = _Card(words, contact)
    name = told.name(rest)
    role = told.role([line for line in rest if line != name])
    company = told.company([line for line in rest if line not in (name, role)])
    return Encountered(name, company, role, contact=contact)


def _filled(one: Contact, other: Contact) -> Contact:
    """Return what either has, the first where both do."""
    return replace(
        one,
        email=one.email or other.email,
        phone=one.phone or other.phone,
        url=one.url or other.url,
    )


class _Card:
    """Tells the lines of one card apart."""

    def __init__(self, words: Vocabulary, contact: Contact) -> None:
        self._words = words
        mailbox, _, domain = contact.email.partition("@")
        self._mailbox = set(tokens(mailbox))
        self._domain = "".join(tokens(domain.rpartition(".")[0] or domain))

    def name(self, lines: Sequence[str]) -> str:
        """Return the line that is somebody's name, empty where none is."""
        fitting = [line for line in lines if self._may_name(line)]
        known = [line for line in fitting if self._words.given & set(tokens(line))]
        mailed = [line for line in fitting if self._mailbox & set(tokens(line))]
        return next(iter([*(one for one in mailed if one in known), *known, *mailed]), "")

    def _may_name(self, line: str) -> bool:
        said = tokens(line)
        return (
            1 < len(said) <= _MOST_OF_NAME
            and not any(word.isdigit() for word in said)
            and not _holds(self._words.trades, said)
            and not _holds(self._words.houses, said[:1])
        )

    def role(self, lines: Sequence[str]) -> str:
        """Return the line that tells a trade, empty where none does."""
        plain = [line for line in lines if not any(map(str.isdigit, line))]
        return next((one for one in plain if _holds(self._words.trades, tokens(one))), "")

    def company(self, lines: Sequence[str]) -> str:
        """Return the line that is a house: known, named as houses are, or as the address is."""
        plain = [line for line in lines if not any(map(str.isdigit, line))]
        for fits in (self._is_known, self._is_mailed, self._is_headed):
            if found := next(filter(fits, plain), ""):
                return found
        return ""

    def _is_known(self, line: str) -> bool:
        said = words_of(line)
        return self._words.houses.end(said, 0, len(said)) == len(said)

    def _is_mailed(self, line: str) -> bool:
        joined = "".join(tokens(line))
        return bool(joined and self._domain) and (joined in self._domain or self._domain in joined)

    def _is_headed(self, line: str) -> bool:
        said = tokens(line)
        headed = self._words.heads.end(said, 0, len(said)) > 0
        return headed or said[-1] in self._words.tails


def _holds(lexicon: Lexicon, said: Sequence[str]) -> bool:
    return any(lexicon.end(said, at, len(said)) for at in range(len(said)))
