"""The pieces of a line given to the people it is about."""

from dataclasses import replace

from entregent.coach.capture.person import Person, finished, merged
from entregent.coach.capture.phrasing import Phrasing
from entregent.coach.capture.pieces import Kind, Piece
from entregent.coach.capture.said import By, Contact, Next, Promise, Understood
from entregent.coach.capture.sheet import Sheet
from entregent.domain.text import fold

_TWO = 2
_FOR = (["pour"], ["for"])
_SHE = frozenset("elle she shes".split())
_ONE = _SHE | frozenset("il lui he hes".split())
_PEOPLE = (Kind.NAME, Kind.SOMEBODY)


class Gathering:
    """Gives each piece of one line to whom it tells of."""

    def __init__(self, sheet: Sheet, pieces: list[Piece]) -> None:
        """Take the line and its pieces."""
        self._sheet = sheet
        self._phrasing = Phrasing(sheet)
        self._pieces = pieces
        self._people: list[Person] = []
        self._named: dict[int, Person] = {}
        self._notes: list[Piece] = []
        self._now: list[Person] = []
        self._house_of_all = ""
        self._alone = False
        self._role_to_come = ""

    def gather(self) -> Understood:
        """Return the people with what the line tells of each, and the rest as a note."""
        self._meet()
        for at, piece in enumerate(self._pieces):
            self._give(at, piece)
        self._share_houses()
        for place, contact in self._sheet.line.contacts:
            self._reach(place, contact)
        if not self._people or not (self._told() or self._sheet.said):
            return Understood((), self._sheet.line.text.strip())
        return Understood(tuple(map(finished, self._people)), self._note())

    def _share_houses(self) -> None:
        """Give a house named before the people to all of them, a colleague's to the colleague."""
        before: Person | None = None
        for person in self._people:
            if not person.company and person.link is not Kind.KIN:
                person.company = self._house_of_all
            if not person.company and before and person.link is Kind.COLLEAGUE:
                person.company = before.company
            before = person

    def _told(self) -> bool:
        return any(one != Person(place=one.place) for one in self._people)

    def _meet(self) -> None:
        """Find the people: by their names, or one without a name."""
        link: Kind | None = None
        joined = False
        between = False
        for piece in self._pieces:
            if piece.kind is Kind.NAME:
                person = self._known(piece)
                if person is None:
                    name = self._phrasing.name(piece)
                    person = Person(name, self._gender(piece), place=piece.start, link=link)
                    person.linked = bool(self._people) and (joined or self._slash(piece))
                    person.joined = person.linked and not between
                    self._people.append(person)
                self._named[piece.start] = person
                between, joined, link = False, False, None
            elif piece.kind in (Kind.COLLEAGUE, Kind.KIN):
                link = piece.kind
                joined = True
            elif piece.kind is Kind.AND:
                joined = True
            elif piece.kind is not Kind.NOTE:
                between = between or bool(self._people)
        if not self._people and self._pieces:
            self._people.append(Person(place=self._pieces[0].after))

    def _slash(self, piece: Piece) -> bool:
        """Tell "Rose / Jean", "Rose (DRH) / Jean", "Rose (DRH) ; Jean" from two sentences."""
        words, text = self._sheet.line.words, self._sheet.line.text
        between = text[words[piece.after - 1].end : words[piece.after].start] if piece.after else ""
        return "/" in between or (")" in between and ";" in between)

    def _known(self, piece: Piece) -> Person | None:
        """Return the person already met whose name this is."""
        said = fold(self._phrasing.name(piece))
        first = said.split()[0] if said.split() else said
        for person in self._people:
            other = fold(person.name)
            if said == other or (first and other.split()[:1] == [first] and len(said.split()) == 1):
                return person
        return None

    def _gender(self, piece: Piece) -> bool | None:
        for at in range(piece.start, piece.end):
            word = self._sheet.said[at]
            if word in self._sheet.words.she:
                return True
            if word in self._sheet.words.he:
                return False
        return None

    def _give(self, at: int, piece: Piece) -> None:
        tells = {
            Kind.HOUSE: self._house,
            Kind.TRADE: self._trade,
            Kind.PROMISE: self._promise,
            Kind.NEXT: self._next,
            Kind.SHE: self._of,
            Kind.HE: self._of,
            Kind.NAME: self._turn_to,
        }
        if piece.kind is Kind.TOPIC:
            self._topics(at, piece)
        elif piece.kind is Kind.BOTH:
            self._now = list(self._people)
            self._alone = False
        elif piece.kind in tells:
            tells[piece.kind](piece)
        elif piece.kind in (Kind.SOMEBODY, Kind.NOTE, Kind.OTHER):
            self._notes.append(piece)

    def _of(self, piece: Piece) -> None:
        if piece.kind in (Kind.SHE, Kind.HE) and len(self._people) > 1:
            self._of_gender(she=piece.kind is Kind.SHE)

    def _turn_to(self, piece: Piece) -> None:
        """Let what follows a name tell of that person, and of those joined to them before."""
        person = self._named[piece.start]
        repeated = person.place != piece.start
        self._now = [person]
        self._alone = repeated
        person.role, self._role_to_come = person.role or self._role_to_come, ""
        if repeated:
            return
        place = self._people.index(person)
        while place > 0 and self._adjacent(place):
            place -= 1
            self._now.insert(0, self._people[place])

    def _adjacent(self, place: int) -> bool:
        """Tell "Rose et Jean", told of together, from "Rose (DRH) et Jean"."""
        return self._people[place].joined

    def _of_gender(self, *, she: bool) -> None:
        fitting = [person for person in self._people if person.she is she]
        if len(self._people) > 1 and not fitting:
            fitting = [person for person in self._people if person.she is None]
        if len(fitting) == 1:
            self._now = fitting
            self._alone = True

    def _subjects(self, piece: Piece, *, wide: bool) -> list[Person]:
        """Return whom a piece tells of; `wide` where it tells of all if nothing says otherwise."""
        if not self._now:
            return [self._people[0]] if self._people else []
        opens = self._sheet.line.words[piece.after].gap == "."
        if opens and wide and self._alone and all(one.linked for one in self._people[1:]):
            return self._people if not self._explicit(piece) else self._now
        if len(self._people) == 1 or self._alone or not wide:
            return self._now
        inside = self._sheet.line.words[piece.after].depth > 0
        if inside or len(self._now) > 1:
            return self._now
        last = self._now[-1] is self._people[-1]
        together = last and all(one.linked for one in self._people[1:])
        near = self._explicit(piece)
        return self._people if together and not near else self._now

    def _explicit(self, piece: Piece) -> bool:
        """Tell whether a name or a pronoun stands right before what is told."""
        place = piece.after
        for other in self._pieces:
            if other.end == place and other.kind in (Kind.NAME, Kind.SHE, Kind.HE):
                return not self._sheet.parted(place)
        first = self._sheet.said[place]
        return first in _ONE

    def _house(self, piece: Piece) -> None:
        company = self._phrasing.house(piece)
        if not self._now and not self._house_of_all:
            self._house_of_all = company
            return
        free = [one for one in self._subjects(piece, wide=False) if not one.company]
        for person in free:
            person.company = company
        if not free:
            self._notes.append(piece)

    def _trade(self, piece: Piece) -> None:
        before = self._pieces[self._pieces.index(piece) - 1]
        if before.kind is Kind.COLLEAGUE and before.end == piece.end:
            self._role_to_come = self._phrasing.trade(piece, several=False)
            return
        subjects = self._subjects(piece, wide=False)
        if len(subjects) > 1 and subjects[-1].link is not None:
            subjects = subjects[-1:]
        role = self._phrasing.trade(piece, several=len(subjects) > 1)
        free = [one for one in subjects if not one.role]
        if self._shared_trades(piece, free):
            return
        for person in free:
            person.role = role
        if not free:
            self._topics_or_note(piece)

    def _topics_or_note(self, piece: Piece) -> None:
        """Take a trade of nobody's for a topic where it is told of many: "aides à domicile"."""
        if any(self._sheet.said[at].endswith("s") for at in range(piece.start, piece.end)):
            self._topics(self._pieces.index(piece), piece)
        else:
            self._notes.append(piece)

    def _shared_trades(self, piece: Piece, free: list[Person]) -> bool:
        """Read "dev et data" of two people: one trade each."""
        index = self._pieces.index(piece)
        following = self._pieces[index + 1 : index + 3]
        each = [one.kind for one in following] == [Kind.AND, Kind.TRADE]
        if len(free) != _TWO or not each:
            return False
        free[0].role = self._phrasing.trade(piece, several=False)
        self._now = [free[1]]
        return True

    def _topics(self, at: int, piece: Piece) -> None:
        following = self._pieces[at + 1] if at + 1 < len(self._pieces) else None
        if following and self._sheet.said[following.after : following.after + 1] in _FOR:
            self._of(following)
        for person in self._subjects(piece, wide=True):
            for topic in self._phrasing.topics(piece):
                if fold(topic) not in map(fold, person.topics):
                    person.topics.append(topic)

    def _promise(self, piece: Piece) -> None:
        if piece.start >= piece.end and not piece.head:
            return
        subjects = self._doers(piece)
        for what in self._phrasing.promises(piece):
            for person in subjects:
                person.promises.append(Promise(piece.by or By.ME, what))

    def _doers(self, piece: Piece) -> list[Person]:
        """Return with whom something was promised, as pronouns tell."""
        first = self._sheet.said[piece.after]
        many = {"ils", "elles", "they", "leur", "them", "theyll"}
        if many & set(self._sheet.said[piece.after : piece.start + 1]):
            return self._people
        if first in _ONE and piece.by is By.THEM:
            self._of_gender(she=first in _SHE)
            return self._now or self._people
        return self._subjects(piece, wide=True)

    def _next(self, piece: Piece) -> None:
        said = self._phrasing.next(piece)
        subjects = self._subjects(piece, wide=True)
        if self._sheet.said[piece.after] in _ONE:
            self._of_gender(she=self._sheet.said[piece.after] in _SHE)
            subjects = self._now or subjects
        day = self._sheet.day(piece.start) if piece.start < piece.end and not piece.head else None
        for person in subjects:
            if day and day.end == piece.end and person.next and not said.day:
                said = Next(f"{person.next.what} {said.what}".strip(), person.next.day)
                person.next = None
            person.next = merged(person.next, said)

    def _reach(self, place: int, contact: Contact) -> None:
        words = self._sheet.line.words
        before = [one for one in self._people if words and words[one.place].start < place]
        person = before[-1] if before else self._people[0] if self._people else None
        if person is None:
            person = Person()
            self._people.append(person)
        person.contact = replace(
            person.contact,
            **{
                name: value
                for name in ("email", "phone", "url")
                if (value := getattr(contact, name)) and not getattr(person.contact, name)
            },
        )

    def _note(self) -> str:
        small = self._sheet.words.small
        telling = [
            one
            for one in self._notes
            if not small.issuperset(self._sheet.said[min(one.after, one.start) : one.end])
        ]
        parts = sorted(telling, key=lambda piece: piece.start)
        raw = [self._sheet.line.raw(min(one.after, one.start), one.end) for one in parts]
        return " · ".join(filter(None, raw))
