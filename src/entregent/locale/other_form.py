"""The same words to the reader as *tu* or as *vous*, where that is certain.

"auriez-vous" is "aurais-tu", "votre aide" is "ton aide", "je vous écris" is "je t’écris". Where a
verb, the gender of a noun or the part that *vous* plays is not known, nothing is put.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from entregent.domain.text import capital, fold
from entregent.domain.words import Address
from entregent.locale.address_form import SentenceWords

_SUBJECTS = frozenset("je j il elle on ils elles qui ca cela".split())
_BEFORE_INFINITIVE = frozenset(
    "de pour a sans puis peux vais voudrais veux aimerais souhaite souhaiterais pourrais dois "
    "va ose pouvoir vouloir".split()
)
_PREPOSITIONS = frozenset("a avec pour chez sans sur de et que selon vers envers".split())
_CLITICS = frozenset("ne n me m le la l les lui leur nous y en".split())
_INFINITIVES = ("er", "ir", "re")
_NO_INFINITIVE = frozenset("hier entre encore contre outre autre hiver cher notre votre".split())
_BINDING = frozenset("et ou ni puis".split())
_VOWELS = tuple("aeiou")
_ENDS = frozenset(".,!?;:)\n")
_JOINS = frozenset({"et", "ou", "puis", "mais"})
_HAVE = frozenset({"ai", "avais", "avons", "aurais", "aurai"})
_PRESENT = ("parais", "trais", "brais")
"""Verbs whose present ends as a conditional does: tu parais, tu extrais, tu brais."""
_CONDITIONAL = ("eriez", "auriez", "iriez", "driez", "rriez", "ttriez", "itriez", "vriez")
"""How a conditional ends, or an imperfect, whose form for *tu* ends in -rais."""
_PLAINLY = {
    "ton": "votre",
    "ta": "votre",
    "tes": "vos",
    "tien": "vôtre",
    "tienne": "vôtre",
    "stp": "svp",
    "toi": "vous",
}
_PAST = ("é", "i", "u")
"""How what follows "ta" ends where it stands for "t'as"."""


_Put: TypeAlias = tuple[int, int, str]
"""From which word to before which, and what stands there in the other form."""


class Change(NamedTuple):
    """What to put from `start` to `end` of a text."""

    start: int
    end: int
    put: str


class OtherForm:
    """The words it takes: the vocabulary `address`, its table `other_form`."""

    def __init__(self, table: Mapping[str, str]) -> None:
        """Take the table, parsed."""
        verbs, orders = _pairs(table["verbs"]), _pairs(table["orders"])
        self.verbs = {
            Address.VOUS: {fold(tu): vous for tu, vous in verbs},
            Address.TU: {fold(vous): tu for tu, vous in verbs},
        }
        self.orders = {
            Address.VOUS: {fold(tu): vous for tu, vous in orders},
            Address.TU: {fold(vous): tu for tu, vous in orders},
        }
        self.things = frozenset(table["things"].split())
        self.masculine = frozenset(fold(table["masculine"]).split())
        self.feminine = frozenset(fold(table["feminine"]).split())

    def changes(
        self, text: str, said: SentenceWords, places: Iterable[int], to: Address
    ) -> tuple[Change, ...] | None:
        """Return what to put so that the words at `places` speak in the form `to`.

        None where that is not certain for each of them.
        """
        writer = (_ToTu if to is Address.TU else _ToVous)(text, said, self)
        apostrophe = "'" if "'" in text else "’"
        found: list[Change] = []
        done = 0
        for at in sorted(places):
            if at < done:
                continue
            change = writer.change(at)
            if change is None or change[0] < done:
                return None
            first, done, put = change
            if text[said.places[first].start : said.places[first].end][1:].isupper():
                return None
            start, end = said.places[first].start, said.places[done - 1].end
            put = put.replace("'", apostrophe)
            found.append(Change(start, end, capital(put) if text[start].isupper() else put))
        return tuple(found)


def changed(text: str, changes: Sequence[Change]) -> Change:
    """Return several changes as one, with what stands between as it is."""
    at, said = changes[0].start, []
    for change in changes:
        said += [text[at : change.start], change.put]
        at = change.end
    return Change(changes[0].start, at, "".join(said))


def _pairs(listed: str) -> list[tuple[str, str]]:
    """Read "peux pouvez, as avez"."""
    return [(pair.split()[0], pair.split()[1]) for pair in listed.split(",")]


class _Writer:
    """Finds what a word, with those that go with it, is in the other form."""

    def __init__(self, text: str, said: SentenceWords, known: OtherForm) -> None:
        self._text = text
        self._words, self._places = said
        self._known = known

    def word(self, at: int) -> str:
        """Return a word, nothing beyond the ends."""
        return self._words[at] if 0 <= at < len(self._words) else ""

    def written(self, at: int) -> str:
        """Return a word as it is written."""
        return self._text[self._places[at].start : self._places[at].end]

    def gap(self, at: int) -> str:
        """Return what stands before a word; a full stop at the ends."""
        if not 0 < at < len(self._places):
            return "."
        return self._text[self._places[at - 1].end : self._places[at].start]

    def verb_after(self, at: int) -> tuple[int, str]:
        """Return where the verb of a pronoun stands, and what is between them."""
        verb = at + 1
        while self.word(verb) in _CLITICS:
            verb += 1
        if not self.word(verb) or not _ENDS.isdisjoint(self.gap(at + 1)):
            return at, ""
        return verb, self._text[self._places[at].end : self._places[verb].start]

    def goes_on(self, verb: int, endings: tuple[str, ...]) -> bool:
        """Tell whether the subject of a verb seems to have a second one: "tu viens et manges"."""
        at = verb + 1
        while self.word(at) and _ENDS.isdisjoint(self.gap(at)):
            if self.word(at) in _JOINS:
                second = at + 1
                while self.word(second) in _CLITICS:
                    second += 1
                if self.word(second).endswith(endings):
                    return True
            at += 1
        return False

    def is_object(self, at: int) -> bool:
        """Tell "je vous écris", "pour vous aider" from other parts a pronoun plays."""
        before, after = self.word(at - 1), self.word(at + 1)
        if self.gap(at).strip(" '’-") or self.gap(at + 1).strip(" '’") or not after:
            return False
        if before in {"ne", "n"}:
            before = self.word(at - 2)
        infinitive = after.endswith(_INFINITIVES) and after not in _NO_INFINITIVE
        if after in self._known.things and self.word(at - 1) not in _BINDING:
            return True
        return before in _SUBJECTS or (before in _BEFORE_INFINITIVE and infinitive)

    def is_tonic(self, at: int) -> bool:
        """Tell "merci à vous." from other parts a pronoun plays."""
        ends = not _ENDS.isdisjoint(self.gap(at + 1))
        return self.word(at - 1) in _PREPOSITIONS and self.gap(at) == " " and ends

    def order(self, at: int, to: Address) -> _Put | None:
        """Return an order in the other form.

        None where it leans on "y" or "en", or may be the second verb of a subject.
        """
        order = self._known.orders[to].get(self.word(at))
        leans = self.gap(at + 1) == "-" and self.word(at + 1) in {"y", "en"}
        if order is None or leans or self.word(at - 1) in _BINDING:
            return None
        return at, at + 1, order


class _ToTu(_Writer):
    def change(self, at: int) -> _Put | None:
        """Return from which to which word the change goes, and what to put."""
        match self.word(at), self.word(at - 1):
            case "votre", "le":
                return at, at + 1, "tien"
            case "votre", "la":
                return at, at + 1, "tienne"
            case "votre", _:
                return self._your(at)
            case "vos", _:
                return at, at + 1, "tes"
            case "vous", _:
                return self._you(at)
            case _:
                return self._verb(at)

    def _your(self, at: int) -> _Put | None:
        noun = self.word(at + 1)
        if self.gap(at + 1).strip():
            return None
        if noun.startswith(_VOWELS) or noun in self._known.masculine:
            return at, at + 1, "ton"
        return (at, at + 1, "ta") if noun in self._known.feminine else None

    def _you(self, at: int) -> _Put | None:
        if self.is_object(at):
            return self._leaning(at)
        if self.is_tonic(at):
            return at, at + 1, "toi"
        verb, between = self.verb_after(at)
        said = self._second(verb)
        alone = self.word(at - 1) not in {"ne", "n", "vous", "et"}
        if said is None or not alone or self.goes_on(verb, ("ez",)):
            return None
        return at, verb + 1, f"tu{between}{said}"

    def _leaning(self, at: int) -> _Put | None:
        following = self.word(at + 1)
        agrees = following in _HAVE and self.word(at + 2).endswith("s")
        if following.startswith("h") or agrees:
            return None
        if following.startswith(_VOWELS) or following == "y":
            return at, at + 2, f"t'{self.written(at + 1)}"
        return at, at + 1, "te"

    def _verb(self, at: int) -> _Put | None:
        if self.word(at + 1) == "vous" and self.gap(at + 1) == "-":
            said = self._second(at)
            return None if said is None else (at, at + 2, f"{said}-tu")
        return self.order(at, Address.TU)

    def _second(self, at: int) -> str | None:
        known = self._known.verbs[Address.TU].get(self.word(at))
        if known is None and self.word(at).endswith(_CONDITIONAL):
            return f"{self.written(at)[:-3]}ais"
        return known


class _ToVous(_Writer):
    def change(self, at: int) -> _Put | None:
        """Return from which to which word the change goes, and what to put."""
        match self.word(at):
            case "te" | "t":
                return self._leaning(at)
            case "tu":
                return self._you(at)
            case word:
                put = _PLAINLY.get(word) if self._is_plain(at, word) else None
                return self.order(at, Address.VOUS) if put is None else (at, at + 1, put)

    def _is_plain(self, at: int, word: str) -> bool:
        """Tell the possessive from "ta vu" and "tes où" of text messages."""
        following = self.word(at + 1)
        if word == "ta":
            return bool(following) and not self.written(at + 1).endswith(_PAST)
        if word == "tes":
            return following.endswith(("s", "x"))
        return word != "toi" or self.is_tonic(at)

    def _leaning(self, at: int) -> _Put | None:
        if self.is_object(at):
            return at, at + 2, f"vous {self.written(at + 1)}"
        said = self._second(at + 1)
        if self.word(at) == "te" or said is None or self.word(at - 1) in {"ne", "n", "tu"}:
            return None
        return at, at + 2, f"vous {said}"

    def _you(self, at: int) -> _Put | None:
        if self.gap(at) == "-":
            said = self._second(at - 1)
            return None if said is None else (at - 1, at + 1, f"{said}-vous")
        verb, between = self.verb_after(at)
        said = self._second(verb)
        if said is None or self.goes_on(verb, ("s", "x")):
            return None
        return at, verb + 1, f"vous{between}{said}"

    def _second(self, at: int) -> str | None:
        word = self.word(at)
        known = self._known.verbs[Address.VOUS].get(word)
        if known is None and word.endswith("rais") and not word.endswith(_PRESENT):
            return f"{self.written(at)[:-3]}iez"
        if known is None and word.endswith("ras"):
            return f"{self.written(at)[:-2]}ez"
        return known
