"""A journal read by plain code: what has happened by a day, and who people are."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

CAUTION = ("yes", "later", "no", "uncomfortable")
WITHIN_A_DAY = ("received", "thanked", "asked", "answered")
MET = ("met", "wrote", "called", "messaged")
DEEDS = ("asked", "answered", "invited", "received", "gave", "thanked", "lifted")


@dataclass(frozen=True)
class Line:
    """A line of a journal: its verb, whom it speaks of, what follows, its pairs and its day."""

    verb: str
    who: str
    rest: tuple[str, ...]
    pairs: tuple[tuple[str, str], ...]
    on: date | None = None

    def get(self, key: str) -> str:
        return next((value for name, value in self.pairs if name == key), "")

    def all(self, key: str) -> list[str]:
        return [value.lower() for name, value in self.pairs if name == key]


def read(text: str) -> list[Line]:
    lines = []
    for written in text.splitlines():
        words = re.findall(r'[^\s";]+:"[^"]*"|"[^"]*"|;.*|[^\s"]+', written)
        words = [word for word in words if not word.startswith(";")]
        if not words:
            continue
        on = None
        if re.fullmatch(r"\d{4}-\d\d-\d\d", words[0]):
            on, words = date.fromisoformat(words[0]), words[1:]
        pairs = tuple(
            (key, value.strip('"'))
            for key, _, value in (word.partition(":") for word in words if is_pair(word))
        )
        said = [word.strip('"') for word in words if not is_pair(word)]
        lines.append(Line(said[0], (said[1:] or [""])[0], tuple(said[2:]), pairs, on))
    return lines


def is_pair(word: str) -> bool:
    return re.match(r"[^\W\d][\w.-]*:", word) is not None


@dataclass
class Asked:
    """An ask that was sent, with the last answer to it."""

    on: date
    kind: str
    ask: str
    continues: str
    answer: str = ""
    answered: date | None = None


@dataclass
class Past:
    """What happened with one person up to a day."""

    asks: list[Asked] = field(default_factory=list)
    answers: list[tuple[date, str, str]] = field(default_factory=list)
    days: dict[str, list[date]] = field(default_factory=lambda: defaultdict(list))
    lifted: list[tuple[date, str]] = field(default_factory=list)


@dataclass(frozen=True)
class Ask:
    """What is asked of the table: `introduction person Omar`, `referral`, `ideas` …"""

    kind: str
    sort: str = ""
    name: str = ""
    continues: str = ""


class Journal:
    """A journal on a day: what has happened, and who people are."""

    def __init__(self, lines: list[Line], today: date) -> None:
        """Take what has happened by `today`."""
        self.today = today
        self.lines = [line for line in lines if line.on is None or line.on <= today]
        self.past: dict[str, Past] = defaultdict(Past)
        self.begun: dict[str, str] = {}
        for line in sorted(self.lines, key=_order):
            if line.on is not None:
                self._happened(line, line.on)

    # --- what happened ---------------------------------------------------------------------------

    def _happened(self, line: Line, on: date) -> None:
        past = self.past[line.who]
        past.days[line.verb].append(on)
        if line.verb == "asked":
            asked = Asked(on, line.rest[0], line.get("ask"), line.get("continues"))
            past.asks.append(asked)
            if asked.ask and asked.continues:
                self.begun[asked.ask] = asked.continues
        elif line.verb == "answered":
            self._answered(past, on, line.rest[0])
        elif line.verb == "lifted":
            past.lifted.append((on, line.rest[0]))

    def _answered(self, past: Past, on: date, reply: str) -> None:
        """Give an answer to the latest ask without one; when all have theirs, revise the last."""
        waiting = [asked for asked in past.asks if asked.answered is None]
        asked = (waiting or past.asks or [None])[-1]
        past.answers.append((on, reply, asked.kind if asked else ""))
        if asked is None:
            return
        same = [
            one for one in waiting if asked.continues and self.matter(one) == self.matter(asked)
        ]
        for one in (asked, *same):
            one.answer, one.answered = reply, on

    def matter(self, asked: Asked) -> str:
        first = asked.continues or asked.ask
        while first in self.begun:
            first = self.begun[first]
        return first

    def age(self, on: date) -> int:
        return (self.today - on).days

    def last(self, person: str, *verbs: str) -> date | None:
        return max((on for verb in verbs for on in self.past[person].days[verb]), default=None)

    # --- who people are --------------------------------------------------------------------------

    def said(self, *verbs: str, who: str = "") -> list[Line]:
        return [line for line in self.lines if line.verb in verbs and who in ("", line.who)]

    def people(self) -> set[str]:
        named = {line.who for line in self.lines if line.verb not in ("company", "me")}
        named |= {other for one, other in self._between()}
        return {name for name in named if name not in ("", "me", "--")}

    def tie(self, person: str) -> dict[str, str]:
        """What I say of a tie of mine, the later words standing; empty for none said."""
        words: dict[str, str] = {}
        for line in self.said("tie", who=person):
            if "--" not in line.rest:
                words |= {"tied": "yes", **dict(line.pairs)}
        return words

    def friend(self, person: str) -> bool:
        return self.tie(person).get("context") in ("personal", "both")

    def close_friend(self, person: str) -> bool:
        tie = self.tie(person)
        return tie.get("closeness") == "close" and tie.get("context") != "professional"

    def tied(self, person: str) -> bool:
        happened = any(self.past[person].days[verb] for verb in (*MET, *DEEDS))
        return bool(self.tie(person)) or happened or self.confirmed(person)

    def confirmed(self, person: str) -> bool:
        now = self.today.isoformat()[:7]
        return any((line.get("from") or now) <= now for line in self.said("worked", who=person))

    def _between(self) -> set[tuple[str, str]]:
        pairs = {(line.who, line.rest[1]) for line in self.said("tie") if "--" in line.rest}
        return pairs | {(other, one) for one, other in pairs}

    def jobs(self, person: str) -> list[tuple[str, str, str]]:
        held = self.said("me" if person == "me" else "person", "position", who=person)
        if person == "me":
            held = [line for line in self.lines if line.verb == "me" or line.who == "me"]
        return [
            (line.get("company").lower(), line.get("from"), line.get("to"))
            for line in held
            if line.get("company") and line.verb in ("me", "person", "position")
        ]

    def employers(self, person: str) -> list[str]:
        now = self.today.isoformat()[:7]
        return [
            company
            for company, start, end in self.jobs(person)
            if (not start or start <= now) and (not end or now <= end)
        ]

    def overlaps(self, person: str) -> bool:
        now = self.today.isoformat()[:7]

        def months(start: str, end: str) -> tuple[str, str]:
            last = min(end or now, now)
            return start or last, last

        return any(
            mine[0] == theirs[0]
            and max(months(*mine[1:])[0], months(*theirs[1:])[0])
            <= min(months(*mine[1:])[1], months(*theirs[1:])[1])
            for mine in self.jobs("me")
            for theirs in self.jobs(person)
        )

    def usage(self, company: str) -> str:
        told = [
            line.get("referrals")
            for line in self.said("company")
            if line.who.lower() == company and line.get("referrals")
        ]
        return told[-1] if told else ""

    def limits(self, person: str, *kinds: str) -> list[date | None]:
        """The last days of the boundaries that cover one of `kinds` today."""
        found = []
        for line in self.said("boundary", who=person):
            last = date.fromisoformat(line.get("until")) if line.get("until") else None
            covered = line.all("no")
            everything = not covered or "all" in covered
            if (last is None or self.today <= last) and (everything or set(covered) & set(kinds)):
                found.append(last)
        return found

    def avoided(self, person: str) -> bool:
        shut = {line.get("company").lower() for line in self.said("discreet")} - {""}
        hidden = {line.who for line in self.said("leave-out", "discreet") if line.who}
        return person in hidden or bool(shut & set(self.employers(person)))

    def targets(self, ask: Ask) -> set[str]:
        """Everybody who answers to what an ask aims at."""
        name = ask.name.lower()
        match ask.sort:
            case "person":
                return {ask.name}
            case "company":
                return {who for who in self.people() if name in self.employers(who)}
            case "sector":
                houses = {
                    line.who.lower() for line in self.said("company") if name in line.all("sector")
                }
                return {
                    who
                    for who in self.people()
                    if houses & set(self.employers(who))
                    or any(name in line.all("sector") for line in self.said("person", who=who))
                }
            case "topic":
                return {who for who in self.people() if name in self._spoken_of(who)}
            case _:
                return {who for who in self.people() if self.close_friend(who)}

    def _spoken_of(self, person: str) -> set[str]:
        said = [
            line.get(key)
            for line in self.said("person", who=person)
            for key in ("title", "project")
        ]
        said += [word for line in self.said("offer", who=person) for word in line.rest]
        return {word for text in said for word in text.lower().split()}


def _order(line: Line) -> tuple[date, int, str]:
    verb = WITHIN_A_DAY.index(line.verb) if line.verb in WITHIN_A_DAY else len(WITHIN_A_DAY)
    reply = str(CAUTION.index(line.rest[0])) if line.verb == "answered" else "".join(line.rest)
    return (line.on or date.min, verb, reply)
