"""What was said, promised and agreed, cut from a line."""

from entregent.coach.capture.cutting import Cutting
from entregent.coach.capture.days import Day
from entregent.coach.capture.deeds import Deed
from entregent.coach.capture.names import name_at
from entregent.coach.capture.pieces import Kind
from entregent.coach.capture.said import By
from entregent.coach.capture.sheet import AND

_SHORT = 3
_WRITING = frozenset(
    "text email mail message write dm ping msg écrire mailer emailer texter".split()
)
_KNOWING = frozenset("connait knows avec with alongside".split())
_NOTHING = frozenset("non rien nothing nope none".split())
_NO_TALK_ALONE = frozenset("talk chat keep play do love make both a".split())
_TOLD_OF = frozenset("on qui il elle he she who we nous parle talked".split())
_UNTIL = frozenset("avant by before ici until".split())
_EVERY = frozenset("every each chaque les tous".split())


class Saying(Cutting):
    """Cuts talk, promises and meetings; each reader returns where its piece ends, or its start."""

    def _goes_on_promising(self, start: int, stop: int) -> bool:
        """Read on after brackets: "promis à Rose (Orange) la recette"."""
        if self.sheet.line.words[start].gap != ")":
            return False
        pending = [one for one in self.pieces if one.kind is Kind.PROMISE and one.start == one.end]
        if pending and not pending[-1].head:
            self._add(Kind.PROMISE, start, start, stop, by=pending[-1].by)
            return True
        return False

    def _promised_whole(self, start: int, stop: int) -> bool:
        """Read "intro promise à Yann", "quote for the roof to come from him"."""
        sheet = self.sheet
        for by in By:
            for at in range(start + 1, stop):
                end = sheet.cue(f"owed_after_{by.value}", at)
                small = sheet.said[at - 1] in sheet.words.small
                if end and not small and not any(map(sheet.given, range(start, at))):
                    self._add(Kind.PROMISE, start, end, stop, sheet.line.raw(start, at), by)
                    return True
        return False

    def _until(self, start: int, stop: int, *, talk: bool = False) -> int:
        """Return where words that go on from `start` end: where something else is said."""
        sheet = self.sheet
        for at in range(start, stop):
            joined = sheet.said[at] in AND and start < at < stop - 1
            place = at + 1 if joined else at
            deed = sheet.deed(place)
            told = deed is not None and deed.told and place > start
            if told and (joined or self._has_subject(place)):
                return at
            if at > start and self._notes_meeting(at):
                return at
            if place > start and (sheet.cue("nothing", place) or self._says_talk(place)):
                return at
            if (
                talk
                and at > start
                and (self._breaks_talk(place) or (joined and sheet.given(place)))
            ):
                return at
        return stop

    def _notes_meeting(self, at: int) -> bool:
        """Tell "… rappeler lundi", a meeting noted with nothing before it."""
        sheet = self.sheet
        verb = sheet.words.verbs.french.get(sheet.said[at])
        plain = verb is not None and verb.bare and verb.sense == "meet" and len(verb.lemma) > _SHORT
        led = sheet.said[at - 1] in sheet.words.small
        return plain and not led and sheet.day_in(at, sheet.stop_of[at]) is not None

    def _has_subject(self, at: int) -> bool:
        return any(self.sheet.cue(name, at) for name in ("me", "them", "owed_by_them"))

    def _says_talk(self, at: int) -> bool:
        return self.sheet.cue("talk", at) - at > 1 and self.sheet.said[at] in _TOLD_OF

    def _breaks_talk(self, at: int) -> bool:
        sheet = self.sheet
        told = (deed := sheet.deed(at)) is not None and deed.told
        breaks = told or sheet.dated_meeting(at) or sheet.day(at) or sheet.cue("house", at)
        return bool(breaks or sheet.feeling(at) - at > 1)

    def _nothing(self, at: int, stop: int) -> int:
        sheet = self.sheet
        if sheet.said[at] in _NOTHING and sheet.parted(at + 1) and self.pieces:
            return self._add(Kind.NOTE, at, at, at + 1)
        if not sheet.cue("nothing", at):
            return at
        end = min(sheet.cue("nothing", at), stop)
        knowing = not _KNOWING.isdisjoint(sheet.said[at:end])
        named = knowing or any(one.kind is Kind.NAME for one in self.pieces)
        while end < stop and not sheet.cue("turn", end):
            if not named and name_at(sheet, end):
                break
            deed = sheet.deed(end + 1 if sheet.said[end] in AND and end + 1 < stop else end)
            if deed and deed.told and deed.sense == "give":
                break
            end += 1
        if end < stop and sheet.cue("turn", end):
            end = sheet.cue("turn", end)
        return self._add(Kind.NOTE, at, at, min(end, stop))

    def _talk(self, at: int, stop: int) -> int:
        sheet = self.sheet
        end = sheet.cue("talk", at)
        if not end or end >= stop or (end - at == 1 and sheet.said[at] in _NO_TALK_ALONE):
            return at
        deed = sheet.deed(at)
        if deed and deed.told and deed.body >= end:
            return at
        if sheet.dated_meeting(end) and sheet.day_in(end, stop):
            return self._add(Kind.NOTE, at, at, end)
        return self._add(Kind.TOPIC, at, end, self._until(end, stop, talk=True))

    def _deed(self, at: int, stop: int) -> int:
        sheet = self.sheet
        named = self._last(Kind.NAME, at)
        deed = sheet.deeds.at(at, stop, named=named)
        if deed is None:
            return at
        end = self._until(deed.body, stop)
        if not deed.head and deed.sense == "give":
            return self._owed(at, deed.body, end, deed.by)
        meets = deed.sense == "meet" or (deed.head == "faire" and deed.by is None)
        if meets or self._only_when(deed, end):
            end = self._person_inside(deed.body, end)
            return self._add(Kind.NEXT, at, deed.body, end, deed.head, deed.by)
        return self._promise(at, deed, end)

    def _only_when(self, deed: Deed, end: int) -> bool:
        """Tell "text him in 2 weeks", a next step, from "text him the address", a promise."""
        day = self.sheet.day(deed.body) if deed.body < end else None
        return bool(day and day.end == end and deed.by is By.ME and deed.head in _WRITING)

    def _promise(self, at: int, deed: Deed, end: int) -> int:
        """Keep a promise; "send Sandra my bio" is one to Sandra, if she was named before."""
        sheet = self.sheet
        name = name_at(sheet, deed.body) if deed.body < end else 0
        known = name and any(
            one.kind is Kind.NAME and sheet.said[one.start] == sheet.said[deed.body]
            for one in self.pieces
        )
        if known and name < end:
            self._add(Kind.NAME, at, deed.body, name)
            return self._add(Kind.PROMISE, name, name, end, deed.head, deed.by)
        return self._add(Kind.PROMISE, at, deed.body, end, deed.head, deed.by)

    def _owed(self, at: int, body: int, end: int, by: By | None) -> int:
        """Read "promised Maureen the jam recipe", "promis à Clémentine (Biocoop) la recette"."""
        sheet = self.sheet
        place = body + (body + 1 < end and sheet.said[body] in ("a", "to"))
        name = name_at(sheet, place) if place < end else 0
        if not name:
            return self._add(Kind.PROMISE, at, body, end, by=by)
        self._add(Kind.NAME, at, place, name)
        return self._add(Kind.PROMISE, name, name, max(name, end), by=by)

    def _person_inside(self, start: int, end: int) -> int:
        """Return where a meeting's words end: before the person whom it is with, if new."""
        sheet = self.sheet
        if any(piece.kind is Kind.NAME for piece in self.pieces):
            return end
        for at in range(start, end):
            led = at > 0 and sheet.said[at - 1] in ("avec", "with", "w", "a")
            capital = led and sheet.line.capital(at) and sheet.unknown(at)
            if (
                (led or at == start)
                and (name_at(sheet, at) or capital)
                and not self._named_later(end)
            ):
                return at - (led and at > start)
        return end

    def _named_later(self, start: int) -> bool:
        return any(
            self.sheet.given(at) and self.sheet.line.words[at].depth == 0
            for at in range(start, len(self.sheet.said))
        )

    def _meeting(self, at: int, stop: int) -> int:
        """Read a meeting told by its own noun, or by a day with whatever stands before it."""
        sheet = self.sheet
        day = sheet.day(at)
        if day is None and not sheet.dated_meeting(at):
            return at
        before = sheet.said[at - 1] if at > 0 else ""
        if day and (before in _EVERY | _UNTIL or not self._meets(at, stop)):
            return at
        if day and self._of_the_evening(day):
            return self._add(Kind.NOTE, at, at, day.end)
        start = self._loose if day and self._loose >= 0 else at
        deed = sheet.deed(day.end) if day and day.end < stop else None
        if deed and deed.sense == "meet" and deed.told:
            end = day.end if day else at
        else:
            end = self._until(day.end if day else at + 1, stop)
        end = self._person_inside(at, end)
        if start < at:
            self._loose = -1
        return self._add(Kind.NEXT, start, start, end)

    def _of_the_evening(self, day: Day) -> bool:
        """Tell "deux contacts ce soir", said of the evening that is ending."""
        sheet = self.sheet
        first = self._loose if self._loose >= 0 else day.start
        near = range(first, sheet.stop_of[day.start])
        return sheet.days.today(day) and not any(map(sheet.meeting, near))

    def _meets(self, at: int, stop: int) -> bool:
        """Tell a day on which something is to be from one merely spoken of."""
        sheet = self.sheet
        day = sheet.day(at)
        if day is None or day.day is not None or self._last(Kind.NEXT, at):
            return True
        if any(one.kind is Kind.NEXT for one in self.pieces):
            return True
        begin = self._loose if self._loose >= 0 else at
        verbs = sheet.words.verbs
        return any(
            sheet.meeting(one)
            or any(
                (verb := table.get(sheet.said[one])) and verb.sense == "meet" and verb.bare
                for table in (verbs.french, verbs.english)
            )
            for one in range(begin, stop)
        )
