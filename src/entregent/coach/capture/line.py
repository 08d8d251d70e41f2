"""A line as it is read: its words, what parts them, and the addresses set apart."""

import re
from dataclasses import dataclass
from itertools import pairwise

from entregent.coach.capture.said import Contact
from entregent.domain.text import fold

_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_URL = re.compile(
    r"(?:https?://|www\.)[^\s,;()<>]{3,300}"
    r"|(?<![\w@.-])(?:[a-z0-9-]{1,63}\.){1,4}(?:com|fr|org|net|uk|io|eu|ie|be|ch|app|dev|me|co)"
    r"(?:/[^\s,;()<>]{1,300}|(?![\w./-]))",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w/+.])(?:\+|00)?\(?\d(?:[ \u00a0\u202f.\-–()]{0,3}\d){8,14}(?![\w/])")
_WORD = re.compile(r"[^\W_]+|[&+@]")
_SOFT = re.compile(r"[\s'’‘\"“”«»*_]*")
_ABBREVIATED = frozenset(
    "m mr mrs ms dr st ste me mme mlle rev revd cllr resp dir prof ing assoc dept no tel adj univ "
    "sté ste ex chgt capt col sgt asst".split()
)
_SIGNS = {
    **dict.fromkeys(",;", ","),
    **dict.fromkeys(".!?…\n\r•", "."),
    **dict.fromkeys("([{", "("),
    **dict.fromkeys(")]}", ")"),
    **dict.fromkeys(":=→>|–—", ":"),
    "/": "/",
    "#": "#",
}
_MOSTLY = 2 / 3
"""Where more letters than that are capitals, capitals tell nothing."""
_SPEAKING = frozenset("i ive ill im id".split())
"""Words that take a capital wherever they stand."""
_BEFORE_SLASH = frozenset("w c b n".split())
_AND = {"&": "&", "+": "+", "@": "chez"}


@dataclass(frozen=True, slots=True)
class Word:
    """A word, folded, where it stands, and what parts it from the one before.

    `gap` is empty for a blank, `-` or `'` where nothing but that stands between, else a sign of
    punctuation: `,` `.` `:` `/` `(` `)` `#`. `depth` counts open brackets.
    """

    fold: str
    start: int
    end: int
    gap: str
    depth: int

    @property
    def parted(self) -> bool:
        """Whether punctuation stands before it."""
        return self.gap not in ("", "-", "'")


@dataclass(frozen=True)
class Line:
    """The text with its words, in order; addresses are in `contacts` and are no words."""

    text: str
    words: tuple[Word, ...]
    contacts: tuple[tuple[int, Contact], ...]
    cased: bool
    """Whether capitals tell anything: neither all small nor all capital letters."""

    def raw(self, start: int, end: int) -> str:
        """Return the words `start` to `end` as they were typed."""
        if end <= start:
            return ""
        return " ".join(self.text[self.words[start].start : self.words[end - 1].end].split())

    def folds(self) -> list[str]:
        """Return the folded words."""
        return [word.fold for word in self.words]

    def capital(self, at: int) -> bool:
        """Tell whether a word is typed with a capital, where capitals tell anything."""
        word = self.words[at]
        return self.cased and self.text[word.start].isupper() and word.fold not in _SPEAKING

    def lowered(self, at: int) -> bool:
        """Tell whether a word is typed without a capital, or capitals tell nothing."""
        return not self.cased or not self.capital(at)

    def acronym(self, at: int) -> bool:
        """Tell whether a word is all capitals among words that are not."""
        word = self.text[self.words[at].start : self.words[at].end]
        return self.cased and len(word) > 1 and word.isupper()

    def opens(self, at: int) -> bool:
        """Tell whether a capital is due to the place of a word: it begins a sentence."""
        return at == 0 or self.words[at].gap in (".", "#")


def read_line(text: str) -> Line:
    """Return a line's words and addresses."""
    contacts, rest = _set_apart(text)
    letters = [char for char in rest if char.isalpha()]
    upper = sum(char.isupper() for char in letters)
    cased = 0 < upper < _MOSTLY * len(letters)
    return Line(text, _words(rest), tuple(contacts), cased)


def _set_apart(text: str) -> tuple[list[tuple[int, Contact]], str]:
    """Return the addresses with where each stands, and the text with marks in their place."""
    found: list[tuple[int, Contact]] = []
    rest = text
    for pattern, name in ((_EMAIL, "email"), (_URL, "url"), (_PHONE, "phone")):
        for match in pattern.finditer(rest):
            value = match[0].rstrip(".,-–( ")
            found.append((match.start(), Contact(**{name: value})))
            rest = rest[: match.start()] + ";" * len(match[0]) + rest[match.end() :]
    return sorted(found, key=lambda one: one[0]), rest


def _words(text: str) -> tuple[Word, ...]:
    found: list[Word] = []
    at, depth = 0, 0
    for match in _WORD.finditer(text):
        between = text[at : match.start()]
        depth = max(0, depth + sum((char in "([") - (char in ")]") for char in between))
        gap = _gap(between, found[-1].fold, match[0]) if found else ("#" if "#" in between else ".")
        folded = _AND.get(match[0]) or fold(match[0])
        if folded:
            joins = match[0] in _AND or (found and found[-1].fold in _AND)
            gap = "" if gap == "-" and joins else gap
            found.append(Word(folded, match.start(), match.end(), gap, depth))
            at = match.end()
    return tuple(found)


def _gap(between: str, last: str, word: str) -> str:
    """Return what parts a word from the folded one before it."""
    if not between or between in "-‑":
        return "-"
    if between in "'’‘":
        return "'"
    bare = between.strip()
    if bare in "/:" and last.isdigit() and word.isdigit():
        return "-"
    if bare == "." and (last in _ABBREVIATED or len(last) == 1 or between == "."):
        return ""
    shortened = bare == "/" and last in _BEFORE_SLASH
    if shortened or (_SOFT.fullmatch(between) and "\n" not in between):
        return ""
    signs = [_sign(char) for char in between]
    return next((sign for sign in "#(.),:/" if sign in signs), ",")


def _sign(char: str) -> str:
    if char in _SIGNS:
        return _SIGNS[char]
    return "" if char.isspace() else ","


def chunks(line: Line) -> list[tuple[int, int]]:
    """Return the runs of words between which no punctuation stands."""
    edges = [at for at, word in enumerate(line.words) if word.parted or at == 0]
    return list(pairwise([*edges, len(line.words)])) if edges else []
