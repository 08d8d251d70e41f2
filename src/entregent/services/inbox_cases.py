"""What the book knows that bears on a request: the cases that the rules of taking look at."""

from collections.abc import Iterable
from datetime import date

from entregent.asks.case import Case as AskCase
from entregent.asks.common_work import overlaps
from entregent.asks.situation import Situation
from entregent.domain.asking import Chain, Goal, ToPerson
from entregent.domain.facts import Busy, House, Worked
from entregent.domain.ids import AskId, PersonId
from entregent.domain.inbox import Capacity, Requested
from entregent.domain.months import Month
from entregent.domain.pairs import pair
from entregent.domain.text import company_key
from entregent.domain.words import Kind, Usage
from entregent.ledger.inbox.capacity import full, refused
from entregent.ledger.inbox.requests import Later, Open, Request
from entregent.ledger.inbox.taking import Case, Target, Weighed, weigh


class Weighing:
    """Weighs requests in one situation, against one measure."""

    def __init__(
        self, situation: Situation, past: Iterable[Request], measures: tuple[Capacity, ...]
    ) -> None:
        """Take the situation, all requests so far, and the measures that stand."""
        self._known = situation
        self._past = tuple(past)
        self._measures = measures
        askers = {one.asked.person for one in self._past}
        self._close = frozenset(filter(self._is_close, askers))

    def weighed(self, request: Open | Later) -> Weighed:
        """Tell whether to take a request."""
        return weigh(self._case(request))

    def _case(self, request: Open | Later) -> Case:
        asked, known = request.asked, self._known
        inside = self._inside(asked)
        return Case(
            request,
            known.today,
            known.owner,
            tie=known.my_tie(asked.person),
            worked=self._worked(asked.person),
            together=self._together(asked),
            house=self._house(asked),
            inside=inside,
            target=self._target(asked),
            within=self._within(asked.company),
            busy=self._busy(known.owner),
            refused=refused(self._measures, asked.kind),
            full=full(self._measures, asked.kind, self._past, self._close, known.today),
        )

    def _is_close(self, person: PersonId) -> bool:
        tie = self._known.my_tie(person)
        return tie is not None and tie.close_friend

    def _worked(self, person: PersonId) -> Worked | None:
        """Return what confirms that we worked together, as far as it has begun."""
        now = Month.of(self._known.today)
        told = self._known.rules.worked.get(person, ())
        return next((one for one in told if one.start is None or one.start <= now), None)

    def _together(self, asked: Requested) -> str:
        """Return where positions show us in one house at one time, the last place."""
        if asked.person not in self._known.people:
            return ""
        goal = Goal(AskId(asked.request), asked.kind, ToPerson(asked.person))
        chain = Chain((self._known.owner, asked.person), 1.0)
        shared = overlaps(AskCase(self._known, goal, asked.person, asked.kind, chain))
        return shared[-1].company if shared else ""

    def _house(self, asked: Requested) -> House | None:
        """Return whose usage a referral follows: the company asked, else the best of mine."""
        if asked.kind is not Kind.REFERRAL:
            return None
        houses = self._known.rules.houses
        if asked.company:
            return houses.get(company_key(asked.company), House(asked.company))
        mine = self._known.people[self._known.owner].companies(self._known.today)
        own = [houses.get(company_key(name), House(name)) for name in mine]
        taking = [house for house in own if house.referrals is not Usage.NO]
        return next(iter(taking + own), House(""))

    def _inside(self, asked: Requested) -> bool | None:
        mine = self._known.employers(self._known.owner)
        if not asked.company or not mine:
            return None
        return company_key(asked.company) in mine

    def _within(self, company: str) -> bool:
        """Tell whether I know anybody who works there."""
        known = self._known
        staff = known.staff().get(company_key(company), set()) if company else set()
        return any(pair(known.owner, person) in known.ties for person in staff - {known.owner})

    def _target(self, asked: Requested) -> Target | None:
        person, known = asked.other, self._known
        if person is None or person not in known.people:
            return None
        return Target(
            person,
            known.my_tie(person),
            known.histories.get(person),
            known.limits(person, Kind.INTRODUCTION),
            self._busy(person),
            person in known.rules.left_out,
        )

    def _busy(self, person: PersonId) -> Busy | None:
        """Return the busy period of somebody that holds today and ends last."""
        today: date = self._known.today
        now = [b for b in self._known.rules.busy.get(person, ()) if b.start <= today <= b.end]
        return max(now, key=lambda busy: busy.end, default=None)
