"""The table of verdicts, told a second time: plain code over plain lines, and nothing of ours.

It reads a journal by itself and knows neither odds nor strengths: where the table leaves a choice
to them (which of several chains is the best), it says nothing of what hangs on it.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise, permutations

from .plain import MET, Ask, Journal, Line

REST, UNANSWERED, LATER, NO, YEAR = 14, 30, 30, 90, 365
GAP = 2
TIES = 3
RANK = {"never": 0, "wait": 1, "care": 2, "go": 3, "note": 4}
VERDICT = {
    "boundary": "never",
    "left-out": "never",
    "no-common-work": "never",
    "policy-forbids": "never",
    "was-uncomfortable": "never",
    "resting": "wait",
    "only-way": "care",
    "thanks-owed": "wait",
    "unanswered": "wait",
    "said-later": "wait",
    "confirm-work": "care",
    "policy-unknown": "care",
    "dormant": "care",
    "one-way": "care",
    "busy": "care",
    "friend": "note",
    "first-hat": "note",
    "blurred": "note",
    "keep-for": "note",
}
DIRECT_ONLY = ("reference", "recommendation")


@dataclass(frozen=True)
class Told:
    """What the table says of one candidate; codes of which it cannot tell stand in `unsure`."""

    verdict: str
    because: frozenset[str]
    mind: frozenset[str]
    until: date | None
    instead: frozenset[str]
    unsure: frozenset[str] = frozenset()


class Table(Journal):
    """A journal on a day, judged by the table."""

    def __init__(self, lines: list[Line], today: date, goals: tuple[Ask, ...] = ()) -> None:
        """Take what has happened by `today`; `goals` are the other open ones."""
        super().__init__(lines, today)
        self.goals = goals

    # --- who is judged ---------------------------------------------------------------------------

    def chains(self, ask: Ask) -> dict[str, list[tuple[str, ...]]]:
        """The ways by each first person: themself only, or all that lead to somebody wanted."""
        if ask.sort == "person" and self.avoided(ask.name):
            return {ask.name: [(ask.name,)]}
        wanted = {who for who in self.targets(ask) if not self.avoided(who)}
        introduced = ask.kind == "introduction" and ask.sort == "person"
        direct = {who for who in wanted if self.tied(who) and not introduced}
        found = {who: [(who,)] for who in direct}
        named = ask.sort == "person" and ask.name in direct
        if ask.kind in DIRECT_ONLY or not ask.sort or named:
            return found
        led = {who for who in wanted if not (who in direct and self.rests(who))}
        barred = {who for who in led if self.limits(who, "introduction", ask.kind)}
        for group in (led - barred, barred):
            ways = self._ways(group)
            found |= {who: chains for who, chains in ways.items() if who not in found}
        return found

    def _ways(self, targets: set[str]) -> dict[str, list[tuple[str, ...]]]:
        between = self._between()
        people = [who for who in sorted(self.people()) if not self.avoided(who)]
        found: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        for length in range(2, TIES + 1):
            for chain in permutations(people, length):
                linked = all(pair in between for pair in pairwise(chain))
                asked = any(self.limits(who, "introduction") for who in chain[1:-1])
                if chain[-1] in targets and linked and not asked and self.tied(chain[0]):
                    found[chain[0]].append(chain)
        return found

    # --- the reasons -----------------------------------------------------------------------------

    def rests(self, person: str) -> date | None:
        """The first free day of somebody who rests today."""
        starting = [asked for asked in self.past[person].asks if not asked.continues]
        if not starting or self._invited(person, starting[-1].on):
            return None
        free = starting[-1].on + timedelta(days=REST)
        return free if self.today < free else None

    def _invited(self, person: str, since: date) -> bool:
        return any(on >= since for on in self.past[person].days["invited"])

    def reasons(
        self, ask: Ask, person: str, chain: tuple[str, ...]
    ) -> dict[str, tuple[str, date | None]]:
        """Each code that holds, with its verdict and its first free day."""
        kind = ask.kind if len(chain) == 1 else "introduction"
        found: dict[str, date | None] = {}
        limits = self.limits(person, kind)
        if len(chain) > 1:
            limits += self.limits(chain[-1], "introduction", ask.kind)
        if limits:
            found["boundary"] = None if None in limits else max(limits) + timedelta(days=1)
        if self.avoided(person):
            found["left-out"] = None
        found |= self._of_work(ask, person, kind)
        found |= self._of_the_past(person, kind, self._same_matter(ask, person))
        found |= self._of_the_tie(ask, person, kind, chain)
        told = {code: (VERDICT[code], until) for code, until in found.items() if code in VERDICT}
        if "said-no" in found:
            until = found["said-no"]
            told["said-no"] = ("wait" if until else "care", until)
        return told

    def _of_work(self, ask: Ask, person: str, kind: str) -> dict[str, date | None]:
        found: dict[str, date | None] = {}
        if kind in DIRECT_ONLY and not self.confirmed(person):
            found["confirm-work" if self.overlaps(person) else "no-common-work"] = None
        if kind == "referral":
            houses = [ask.name.lower()] if ask.sort == "company" else self.employers(person)
            usages = [self.usage(house) for house in houses] or [""]
            open_ones = [usage for usage in usages if usage != "no"]
            usage = (open_ones or usages)[0]
            if usage != "yes":
                found["policy-forbids" if usage == "no" else "policy-unknown"] = None
        return found

    def _same_matter(self, ask: Ask, person: str) -> bool:
        if not ask.continues:
            return False
        first = ask.continues
        while first in self.begun:
            first = self.begun[first]
        asked = {
            who
            for who, past in self.past.items()
            if any(self.matter(one) == first for one in past.asks)
        }
        return not asked or person in asked

    def _of_the_past(self, person: str, kind: str, same: bool) -> dict[str, date | None]:  # noqa: FBT001
        past, found = self.past[person], {}
        if (free := self.rests(person)) and not same:
            found["resting"] = free
        helped, thanked = self.last(person, "received"), self.last(person, "thanked")
        if helped and self.age(helped) < YEAR and (thanked is None or thanked < helped):
            found["thanks-owed"] = None
        if past.asks and past.asks[-1].answered is None:
            asked = past.asks[-1]
            if self.age(asked.on) < UNANSWERED and not self._invited(person, asked.on):
                found["unanswered"] = asked.on + timedelta(days=UNANSWERED)
        if past.answers and past.answers[-1][1] == "later":
            on = past.answers[-1][0]
            if self.age(on) < LATER:
                found["said-later"] = on + timedelta(days=LATER)
        found |= self._of_answers(person, kind)
        lately = {
            verb: sum(self.age(on) < YEAR for on in past.days[verb])
            for verb in ("received", "gave")
        }
        if lately["received"] - lately["gave"] >= GAP and not self.close_friend(person):
            found["one-way"] = None
        return found

    def _of_answers(self, person: str, kind: str) -> dict[str, date | None]:
        past, found = self.past[person], {}
        of_kind = [(on, reply) for on, reply, about in past.answers if about == kind]
        telling = [(on, reply) for on, reply in of_kind if reply != "no"]
        if telling and telling[-1][1] == "uncomfortable":
            on = telling[-1][0]
            if not any(day >= on and about == kind for day, about in past.lifted):
                found["was-uncomfortable"] = None
        if of_kind and of_kind[-1][1] == "no":
            on = of_kind[-1][0]
            free = on + timedelta(days=NO)
            since = self.last(person, *MET, "received", "gave", "invited", "answered")
            if self.today < free:
                found["said-no"] = free
            elif since is None or since <= on:
                found["said-no"] = None
        return found

    def _of_the_tie(
        self, ask: Ask, person: str, kind: str, chain: tuple[str, ...]
    ) -> dict[str, date | None]:
        found: dict[str, date | None] = {}
        met = self.last(person, *MET)
        if self.age(met) >= YEAR if met else not self.tie(person).get("closeness"):
            found["dormant"] = None
        told = [
            date.fromisoformat(line.get("to"))
            for line in self.said("busy", who=person)
            if line.get("from") <= self.today.isoformat() <= line.get("to")
        ]
        if told:
            found["busy"] = max(told) + timedelta(days=1)
        if self.friend(person):
            found["friend"] = None
            if not self.past[person].asks:
                found["first-hat"] = None
            if self._blurred(ask, person, kind, chain):
                found["blurred"] = None
        if person in self._kept(ask):
            found["keep-for"] = None
        return found

    def _blurred(self, ask: Ask, person: str, kind: str, chain: tuple[str, ...]) -> bool:
        mine = set(self.employers(person))
        if kind == "referral" and ask.sort != "company" and mine:
            return True
        concerned = {ask.name.lower()} if ask.sort == "company" else set()
        if len(chain) == 1:
            return bool(mine & concerned)
        concerned |= set(self.employers(chain[-1]))
        words = {
            frozenset((line.who, line.rest[1])): line.get("context")
            for line in self.said("tie")
            if "--" in line.rest and line.get("context")
        }
        befriended = words.get(frozenset((person, chain[1]))) in ("personal", "both")
        return bool(mine & concerned) or befriended

    def _kept(self, ask: Ask) -> set[str]:
        """Who is the only one that another open goal has."""
        found = set()
        for goal in self.goals:
            if (goal.kind, goal.sort, goal.name) != (ask.kind, ask.sort, ask.name):
                judged = Table(self.lines, self.today).judge(goal)
                hopeful = [who for who, told in judged.items() if told.verdict != "never"]
                assert len(hopeful) < GAP, "which is the best is for odds to say"
                found |= set(hopeful)
        return found

    # --- the verdict -----------------------------------------------------------------------------

    def judge(self, ask: Ask) -> dict[str, Told]:
        """Judge everybody who might be asked."""
        chains = self.chains(ask)
        every = {
            who: [self.reasons(ask, who, chain) for chain in ways] for who, ways in chains.items()
        }
        found = {who: told[0] for who, told in every.items()}
        able = {
            who
            for who, told in found.items()
            if "resting" not in told and strongest(told) in ("go", "care")
        }
        return {
            who: self._told(told, able - {who}, unsure(every[who])) for who, told in found.items()
        }

    def _told(
        self, told: dict[str, tuple[str, date | None]], others: set[str], doubt: frozenset[str]
    ) -> Told:
        if "resting" in told and not others:
            told = {
                ("only-way" if code == "resting" else code): (
                    ("care", until) if code == "resting" else (verdict, until)
                )
                for code, (verdict, until) in told.items()
            }
        verdict = strongest(told)
        because = {code for code, (of, _) in told.items() if of == verdict}
        days = [until for of, until in told.values() if of == verdict]
        return Told(
            verdict,
            frozenset(because),
            frozenset(told) - because,
            max(days) if days and None not in days else None,  # type: ignore[type-var]
            frozenset(others if "resting" in told else ()),
            doubt,
        )

    def nobody(self, judged: dict[str, Told]) -> tuple[str, date | None] | None:
        """Why there is nobody to ask, and when that changes."""
        if any(told.verdict in ("go", "care") for told in judged.values()):
            return None
        waiting = [told for told in judged.values() if told.verdict == "wait"]
        days = [told.until for told in waiting or judged.values() if told.until]
        code = "all-wait" if waiting else "none-willing" if judged else "no-way"
        return code, min(days, default=None)


def strongest(told: dict[str, tuple[str, date | None]]) -> str:
    verdicts = [verdict for verdict, _ in told.values() if verdict != "note"]
    return min(verdicts, key=RANK.__getitem__, default="go")


def unsure(ways: list[dict[str, tuple[str, date | None]]]) -> frozenset[str]:
    """The codes on which the ways by one person do not agree: odds choose among them."""
    everywhere = set.intersection(*(set(told) for told in ways))
    return frozenset(code for told in ways for code in told if code not in everywhere)
