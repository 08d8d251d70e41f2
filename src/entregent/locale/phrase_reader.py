"""Reading one statement of a phrase about somebody, step by step."""

import re
from dataclasses import dataclass, field

from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context
from entregent.locale.phrase_parts import (
    IN_YEAR,
    PERIOD,
    clean,
    company_in,
    employer_in,
    is_title,
    of_somebody_else,
    since_in,
    town_in,
)
from entregent.locale.phrase_text import Vocabulary, plain

_TOGETHER = ("work", "mine", "together")
_SOCIAL = ("friend", "study")
_NO_TITLE = ("fait ", "fais ", "does ", "aux ", "au ")
"""How what somebody does begins, where it is no title."""


@dataclass(slots=True)
class Found:
    """What has been understood so far."""

    company: str = ""
    title: str = ""
    sector: str = ""
    place: str = ""
    circles: list[str] = field(default_factory=list)
    contexts: set[Context] = field(default_factory=set)
    address: Address | None = None
    closeness: Closeness | None = None
    since: str = ""
    start: Month | None = None
    worked: bool = False
    worked_at: str = ""
    period: tuple[Month, Month] | None = None
    past_company: str = ""
    notes: list[str] = field(default_factory=list)


class Piece:
    """One statement, read step by step; each step takes away what it understood."""

    def __init__(self, text: str, vocabulary: Vocabulary, found: Found) -> None:
        """Read `text` into `found` with the words of `vocabulary`."""
        self.text = text.strip()
        self.words = vocabulary
        self.found = found
        self.year = ""

    def read(self) -> None:
        """Take in all that the piece says."""
        self._manners()
        self._dates()
        self._now()
        if not self.text:
            return self._settle_year()
        met = self.words["mark", "met"].take(self.text)
        if met is not None:
            if met:
                self.found.notes.append(self.text)
            return self._settle_year()
        if not self._relation():
            self._job()
        return None

    def _manners(self) -> None:
        for address in (Address.VOUS, Address.TU):
            alone = self.text in self.words["address_alone", address]
            rest = "" if alone else self.words["address", address].cut(self.text)
            if rest is not None:
                self.found.address = address
                self.text = rest
                break
        for closeness in (Closeness.SLIGHT, Closeness.CLOSE, Closeness.GOOD):
            rest = self.words["closeness", closeness].cut(self.text)
            if rest is not None:
                self.found.closeness = closeness
                self.text = rest
                break

    def _dates(self) -> None:
        if period := PERIOD.search(plain(self.text)):
            self.found.period = (Month(int(period[1]), 1), Month(int(period[2]), 12))
            self._remove(period.span())
        if since := since_in(self.text):
            self.year = self.text[since[0] : since[1]].strip()
            self._remove(since[2])
        elif year := IN_YEAR.search(plain(self.text)):
            self.year = year[1]
            self._remove(year.span())

    def _remove(self, span: tuple[int, int]) -> None:
        self.text = f"{self.text[: span[0]].rstrip()} {self.text[span[1] :].lstrip()}".strip()

    def _now(self) -> None:
        now, moved = self.words["mark", "now"], self.words["mark", "moved"]
        self.text, changed = now.take_all(self.text)
        self.text, left = moved.take_all(self.text)
        for start, end in reversed(now.spans(self.text)):
            if self.text[start].islower():
                self._remove((start, end))
        if (changed or left) and self.found.worked and self.found.company == self.found.worked_at:
            self.found.company = ""
        if left and self.text[:1].isupper():
            self.found.company = clean(self.text)
            self.text = ""

    def _settle_year(self) -> None:
        if self.year:
            self.found.since = self.found.since or self.year

    def _relation(self) -> bool:
        text, mine, former, closeness = self._before_relation()
        for kind in self.words.keys("relation"):
            if not (mine or former or self._plain_bond(kind, text)):
                continue
            rest = self.words["relation", kind].take(text)
            if rest is None or (kind in ("mine", "teacher") and not self._ends(rest)):
                continue
            if kind in (*_SOCIAL, "family") and of_somebody_else(rest):
                self.found.notes.append(self.text)
                return True
            if closeness and kind in ("friend", "family"):
                self.found.closeness = self.found.closeness or closeness
            if kind == "family":
                self.found.notes.append(text[: len(text) - len(rest)].strip())
            self._tie(kind, rest, former=former or kind == "together")
            self._settle_year()
            return True
        return False

    def _plain_bond(self, kind: str, text: str) -> bool:
        """Tell whether this relation is one even when nobody says "mon" or "ex"."""
        if kind == "business":
            return text in self.words["relation", kind]
        return kind not in ("mine", "teacher")

    def _ends(self, rest: str) -> bool:
        """Tell "mon chef chez Orange" from "mon chef de projet préféré"."""
        marks = (self.words["mark", key] for key in ("chez", "au", "town"))
        origin = self.words["mark", "from"].take(rest)
        if origin is not None:
            return origin[:1].isupper() or self.words["mark", "chez"].take(rest) is not None
        return not rest or any(mark.take(rest) is not None for mark in marks)

    def _before_relation(self) -> tuple[str, bool, bool, Closeness | None]:
        text, mine, former = self.text, False, False
        closeness: Closeness | None = None
        while True:
            before = text
            text, said = self.words["mark", "mine"].take_all(text)
            mine = mine or said
            text, _ = self.words["mark", "article"].take_all(text)
            text, said = self.words["mark", "former"].take_all(text)
            former = former or said
            for kind in self.words.keys("qualifier"):
                text, said = self.words["qualifier", kind].take_all(text)
                if said and kind != "plain":
                    closeness = Closeness(kind)
                former = former or (said and kind == "plain" and self._work_follows(text))
            if text == before:
                return self._after_circle(text.lstrip("- ")), mine, former, closeness

    def _after_circle(self, text: str) -> str:
        """Take in the circle of "university friend"."""
        rest = self.words["known", "circles"].take(text)
        if rest is None or all(self.words["relation", key].take(rest) is None for key in _SOCIAL):
            return text
        self.found.circles.append(text[: len(text) - len(rest)].strip())
        return rest

    def _work_follows(self, text: str) -> bool:
        """Tell "old colleague", who is a former one, from "old friend", who is not."""
        return any(self.words["relation", key].take(text) is not None for key in ("work", "mine"))

    def _tie(self, kind: str, rest: str, *, former: bool) -> None:
        personal = kind in (*_SOCIAL, "family")
        self.found.contexts.add(Context.PERSONAL if personal else Context.PROFESSIONAL)
        together = kind in _TOGETHER
        self.found.worked = self.found.worked or together
        rest = self._town(rest)
        rest, title = self._as(rest)
        if title and not former:
            self.found.title = self.found.title or title
        elif title:
            self.found.notes.append(title)
        rest, company = company_in(rest, self.words)
        if company:
            self._place_company(kind, company, former=former and together)
        if rest:
            self._origin(kind, rest, former=former)

    def _place_company(self, kind: str, company: str, *, former: bool) -> None:
        if kind == "study":
            self.found.circles.append(company)
            return
        if kind in _TOGETHER:
            self.found.worked_at = self.found.worked_at or company
        if not former:
            self.found.company = self.found.company or company

    def _origin(self, kind: str, rest: str, *, former: bool) -> None:
        """Read what follows the relation: "de fac", "from Shell", "achats"."""
        after = self.words["mark", "from"].take(rest)
        named = after if after is not None else rest
        if kind in _SOCIAL and after and self._may_be_circle(rest, after):
            self.found.circles.append(clean(after))
        elif kind in _TOGETHER and after and after[:1].isupper():
            self._place_company(kind, after, former=former)
        elif named in self.words["known", "sectors"]:
            self.found.sector = self.found.sector or named
        elif kind in _SOCIAL and rest in self.words["known", "circles"]:
            self.found.circles.append(rest)
        elif plain(named) not in ("bureau", "travail", "boulot", "work", "longue date"):
            self.found.notes.append(rest)

    def _may_be_circle(self, rest: str, after: str) -> bool:
        if self.words["known", "circles"].take(after) is not None:
            return True
        bare = plain(rest)
        article = bare.startswith(("de la ", "de l'"))
        return article or not bare.startswith(("de ", "d'", "des ", "of the"))

    def _job(self) -> None:
        text, former = self.words["mark", "former"].take_all(self.text)
        text = text.lstrip("- ")
        if former:
            return self._past(text)
        text, works = self.words["mark", "works"].take_all(text)
        text, title = self._as(text)
        text, company = company_in(self._town(text), self.words)
        if works and not company:
            text, company = employer_in(text, self.words)
        if company:
            self.found.company = self.found.company or company
            self._start()
        if text.lower().startswith(_NO_TITLE):
            self.found.notes.append(text)
            text = ""
        self._settle_title(title)
        if text:
            self._loose(text, certain=bool(company), works=works)
        return self._settle_year()

    def _past(self, text: str) -> None:
        rest, company = company_in(text, self.words)
        if company and not rest:
            self.found.past_company = company
        elif text[:1].isupper() and not is_title(text, self.words):
            self.found.past_company = text
        else:
            self.found.notes.append(self.text)
        self._settle_year()

    def _start(self) -> None:
        if re.fullmatch(r"(?:19|20)\d\d", self.year):
            self.found.start = Month(int(self.year), 1)
            self.year = ""

    def _settle_title(self, title: str) -> None:
        if title:
            self.found.title = self.found.title or title

    def _loose(self, text: str, *, certain: bool, works: bool) -> None:
        """Read words that no preposition explains: a sector, a title, a circle, or a note."""
        field_rest = self.words["mark", "field"].take(text)
        bare, _ = self.words["mark", "article"].take_all(text)
        origin = self.words["mark", "from"].take(text)
        if (field_rest or text) in self.words["known", "sectors"]:
            self.found.sector = self.found.sector or (field_rest or text)
        elif is_title(bare, self.words) or (certain and field_rest is None and origin is None):
            self.found.title = self.found.title or bare
        elif (origin or text) in self.words["known", "circles"]:
            self.found.circles.append(clean(origin or text))
        elif text in self.words["known", "places"]:
            self.found.place = self.found.place or text
        else:
            self.found.notes.append(self.text if works else text)

    def _as(self, text: str) -> tuple[str, str]:
        parts = self.words["mark", "as"].split(text)
        if parts is None:
            return text, ""
        before, after = parts
        title, company = company_in(after, self.words)
        if company:
            self.found.company = self.found.company or company
        return before, title

    def _town(self, text: str) -> str:
        rest, town = town_in(text, self.words)
        self.found.place = self.found.place or town
        return rest
