"""Who does what: promises, and meetings told by a verb."""

from dataclasses import dataclass

from entregent.coach.capture.line import Line
from entregent.coach.capture.said import By
from entregent.coach.capture.verbs import Sense, Verb
from entregent.coach.capture.vocabulary import Vocabulary

_TO_ME = frozenset("me m nous us".split())
_TO_THEM = frozenset("lui leur her him them".split())
_CLITICS = frozenset("me m te se s lui leur la le les l y en nous ne n".split())
_OBJECTS = frozenset("her him them me us".split())
_PAST = frozenset("a ai as est ont avait avais etait suis sont aurait".split())
_OPEN_CUES = frozenset("il elle ils elles je j jlui i he she they we lui eux on".split())
_NEARER = frozenset("mon ma mes me m moi nous notre nos le la les l my me us our the".split())
_MODALS = frozenset("ll will to must should can d would could might may id".split())
_GOING = frozenset("passer aller venir".split())
_SOMEWHERE = frozenset("a au aux chez voir dans par boire".split())
_CALLING = frozenset("drop pop come swing look".split())
_NEARBY = frozenset("in by round over past and &".split())
_SHORT = 4
"""A word no longer than that is no verb with a pronoun before it."""
_REFLEXIVE = frozenset("se s nous".split())
_TO_HAVE = frozenset("faire boire prendre caler manger refaire grab".split())
"""Verbs that stand before the meeting's own noun: "on se fait un café"."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A promise, or a meeting, told by the words from `start`; its own words run from `body`.

    `head` is the verb as it is to be said, `by` None where both meet.
    """

    start: int
    body: int
    head: str
    sense: Sense
    by: By | None
    told: bool
    """Whether somebody is said to do it, by a word or an ending."""


class Deeds:
    """Finds deeds in one line; `found` holds the phrases found in it, by list."""

    def __init__(self, line: Line, words: Vocabulary, found: dict[str, dict[int, int]]) -> None:
        """Take the line."""
        self._line = line
        self._said = line.folds()
        self._words = words
        self._found = found

    def at(self, start: int, stop: int, *, named: bool = False) -> Deed | None:
        """Return the deed that begins at `start`; `named` where a name stands before it."""
        for cue, by in (("owed_by_them", By.THEM), ("owed_by_me", By.ME)):
            if (end := self._cue(cue, start)) and end < stop and self._owes(end):
                return Deed(start, end, "", "give", by, told=True)
        if named and (end := self._cue("name_them", start)) and end < stop:
            deed = self._subject(start, end, stop, By.THEM)
            if deed:
                return deed
        if named and (deed := self._named_goes(start)):
            return deed
        for cue, by in self._sides(start):
            if self._said[start] == "a" and not self._opens(start):
                continue
            if deed := self._subject(start, self._cue(cue, start), stop, by):
                return deed
        return self._unsaid(start, stop)

    def _named_goes(self, at: int) -> Deed | None:
        """Read "passe à l'école", said of who is named right before."""
        verb = self._words.verbs.french.get(self._said[at])
        if verb and not verb.bare and verb.lemma in _GOING and self._goes(at + 1):
            return Deed(at, at + 1, verb.lemma, "meet", By.THEM, told=True)
        return None

    def _cue(self, name: str, start: int) -> int:
        return self._found.get(name, {}).get(start, 0)

    def _sides(self, start: int) -> list[tuple[str, By]]:
        sides = [("me", By.ME), ("them", By.THEM)]
        known = [(self._cue(cue, start), cue, by) for cue, by in sides if self._cue(cue, start)]
        return [(cue, by) for _, cue, by in sorted(known, key=lambda one: -one[0])]

    def _owes(self, at: int) -> bool:
        """Tell a promised thing from a promised deed ("promised to call")."""
        said = self._said[at]
        if said in _CLITICS and at + 1 < len(self._said) and self._is_verb(at + 1):
            return False
        return said not in ("to", "de", "d", "que", "qu", "i", "id") and not self._is_verb(at)

    def _is_verb(self, at: int) -> bool:
        verb = self._words.verbs.french.get(self._said[at])
        return verb is not None and verb.bare

    def _subject(self, start: int, at: int, stop: int, by: By) -> Deed | None:
        """Read a deed after words that say whose it is; those end at `at`."""
        if at >= stop or self._line.words[at].parted:
            return None
        clitics, place = self._clitics(at, stop)
        french = self._words.verbs.french.get(self._said[place])
        english = self._words.verbs.english.get(self._said[place])
        tongue = self._tongue(start, at)
        is_french = tongue == "fr" or (not tongue and french is not None)
        if is_french and french:
            return self._french(start, place, clitics, by, french, alone=at - start == 1)
        if is_french and clitics and self._any_verb(place, clitics, by):
            return Deed(start, place + 1, self._guessed(place), "give", by, told=True)
        if not is_french and not clitics:
            return self._english(start, at, by, english)
        return None

    def _tongue(self, start: int, at: int) -> str:
        """Return the language of the words before a verb, empty where both have them."""
        cue = set(self._said[start:at])
        if cue <= {"on", "a"} or cue & self._words.french:
            return "fr"
        return "en" if cue & self._words.english else ""

    def _clitics(self, at: int, stop: int) -> tuple[set[str], int]:
        clitics: set[str] = set()
        while at + 1 < stop and self._said[at] in _CLITICS and not self._line.words[at + 1].parted:
            clitics.add(self._said[at])
            at += 1
        return clitics, at

    def _any_verb(self, at: int, clitics: set[str], by: By) -> bool:
        said = self._said[at]
        to = _TO_ME if by is By.THEM else _TO_THEM
        return bool(clitics & to) and said not in _PAST and said not in self._words.small

    def _guessed(self, at: int) -> str:
        """Return the infinitive of a French verb on no list."""
        raw = self._line.raw(at, at + 1)
        return raw + "r" if raw.endswith("e") else raw

    def _french(
        self, start: int, at: int, clitics: set[str], by: By, verb: Verb, *, alone: bool
    ) -> Deed | None:
        if self._said[start] == "on" and start + 1 <= at:
            return self._together(start, at, clitics, verb)
        plain = not clitics & (_TO_ME | _TO_THEM)
        alone = (
            alone
            and self._said[start] in _OPEN_CUES
            and self._said[start] not in ("je", "j", "jlui")
        )
        if alone and verb.bare:
            return None
        goes = verb.lemma in _GOING and self._goes(at + 1)
        if goes or (verb.lemma == "rendre" and self._said[at + 1 : at + 2] == ["visite"]):
            return Deed(start, at + 1, verb.lemma, "meet", by, told=True)
        near = _NEARER & set(self._said[at + 1 : at + 3])
        if verb.sense == "give" and plain and alone and not near:
            return None
        return Deed(start, at + 1, verb.lemma, verb.sense, by, told=True)

    def _goes(self, at: int) -> bool:
        """Tell "passe à la ferme", "passe la voir" from "passe le replay"."""
        place = at + (self._said[at : at + 1] in (["la"], ["le"], ["les"], ["me"], ["te"]))
        return bool(set(self._said[at : place + 1]) & _SOMEWHERE)

    def _together(self, start: int, at: int, clitics: set[str], verb: Verb) -> Deed | None:
        if verb.sense == "give" and verb.lemma != "faire" and not clitics & _REFLEXIVE:
            return None
        if verb.lemma in _TO_HAVE and (noun := self._meeting_after(at + 1)):
            return Deed(start, noun, "", "meet", None, told=True)
        reflexive = clitics & {"se", "s"}
        vowel = verb.lemma[:1] in "aeiouéè"
        head = (("s’" if vowel else "se ") if reflexive else "") + verb.lemma
        return Deed(start, at + 1, head, "meet", None, told=True)

    def _meeting_after(self, at: int) -> int:
        stop = len(self._said)
        for place in range(at, min(at + 3, stop)):
            if self._words.meetings.end(self._said, place, stop):
                return place
        return 0

    def _english(self, start: int, at: int, by: By, verb: Verb | None) -> Deed | None:
        modal = self._said[at - 1] not in ("i", "we", "he", "she", "they", "who", "s", "is", "are")
        raw = self._said[at]
        if self._said[at - 1] in ("re", "m", "am", "s", "is", "are", "hes", "shes"):
            modal = False
        if verb is None:
            modal = self._said[at - 1] in _MODALS
            if not modal or raw in self._words.small or raw.isdigit():
                return None
            return Deed(start, at + 1, self._line.raw(at, at + 1), "give", by, told=True)
        ing = raw.endswith("ing") and not verb.bare
        near = bool(_NEARER & set(self._said[at + 1 : at + 3]))
        sure = near or (ing and verb.lemma in self._words.verbs.to_me)
        if not modal and verb.sense == "give" and by is By.THEM and not sure:
            return None
        return self._with_objects(start, at, verb, by)

    def _with_objects(self, start: int, at: int, verb: Verb, by: By | None) -> Deed:
        body = at + 1
        if self._said[body : body + 2] == ["in", "touch"]:
            return Deed(start, body, verb.lemma, "meet", by, told=True)
        if body < len(self._said) and not self._line.words[body].parted:
            said = self._said[body]
            if (said in _TO_THEM - {"leur"} and not self._owned(body)) or (
                said in _TO_ME and (verb.lemma in self._words.verbs.to_me or verb.sense == "meet")
            ):
                body += 1
        return Deed(start, body, verb.lemma, verb.sense, by, told=True)

    def _owned(self, at: int) -> bool:
        """Tell "send her photos" from "send her the photos"."""
        if self._said[at] != "her" or at + 1 >= len(self._said):
            return False
        after = self._said[at + 1]
        determined = after in self._words.small or after in self._words.calendar.weekdays
        return not (determined or after.isdigit() or self._line.words[at + 1].parted)

    def _unsaid(self, start: int, stop: int) -> Deed | None:
        """Read a deed whose doer is told by the pronouns beside the verb, or by none."""
        clitics, place = self._clitics(start, stop)
        if place < stop and (verb := self._words.verbs.french.get(self._said[place])):
            by = By.THEM if clitics & {"me", "m"} else By.ME
            opens = self._opens(start)
            ends = place + 1 >= stop and not clitics and len(self._said) > 1
            if verb.bare and (opens or clitics & _TO_THEM) and not (verb.lemma == "tel" and ends):
                return Deed(start, place + 1, verb.lemma, verb.sense, by, told=bool(clitics))
            if clitics & {"me", "m"} and not verb.bare:
                return Deed(start, place + 1, verb.lemma, verb.sense, By.THEM, told=True)
        if glued := self._glued(start):
            return glued
        return self._order(start, stop)

    def _glued(self, at: int) -> Deed | None:
        """Read "menvoie", typed without its apostrophe."""
        word = self._said[at]
        start = at
        verb = (
            self._words.verbs.french.get(word[1:])
            if word[:1] == "m" and len(word) > _SHORT
            else None
        )
        if verb and not verb.bare and word[1] in "aeiou" and word not in self._words.given:
            return Deed(start, at + 1, verb.lemma, verb.sense, By.THEM, told=True)
        return None

    def _opens(self, at: int) -> bool:
        word = self._line.words[at]
        return (
            at == 0 or word.parted or self._said[at - 1] in ("et", "and", "&", "+", "then", "puis")
        )

    def _order(self, at: int, stop: int) -> Deed | None:
        """Read an English order to oneself, or what somebody "is sending me"."""
        verb = self._words.verbs.english.get(self._said[at])
        if verb is None:
            return None
        after = self._said[at + 1] if at + 1 < stop and not self._line.words[at + 1].parted else ""
        if self._said[at].endswith("ing") and not verb.bare:
            return self._under_way(at, verb, after)
        if after in _NEARBY and verb.lemma in _CALLING and self._opens(at):
            return Deed(at, at + 1, verb.lemma, "meet", By.ME, told=True)
        if not verb.bare:
            return self._with_objects(at, at, verb, By.THEM) if after in ("me", "us") else None
        if after in _OBJECTS or (self._opens(at) and after and self._ordered(verb, after)):
            by = By.THEM if after in ("me", "us") else By.ME
            return self._with_objects(at, at, verb, by)
        return None

    def _under_way(self, at: int, verb: Verb, after: str) -> Deed | None:
        """Read "sending me the deck", "emailing her the form"."""
        plain = self._opens(at) or verb.lemma in ("send", "forward", "email")
        sends = verb.lemma in self._words.verbs.to_me and after and plain
        if after in _OBJECTS or sends or (verb.lemma == "come" and self._opens(at)):
            by = By.ME if after in ("her", "him", "them") else By.THEM
            return self._with_objects(at, at, verb, by)
        return None

    def _ordered(self, verb: Verb, after: str) -> bool:
        """Tell an order from a noun: "send the minutes", "ring about"; not "print shop"."""
        words = self._words
        small = (
            after in words.small | {"&"} or after in words.given or after in words.calendar.weekdays
        )
        return small or after[:1].isdigit() or verb.lemma in ("ring", "send", "introduce")
