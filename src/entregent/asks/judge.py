"""The judgement: whom to ask for a goal, when, and why; the heart of the house."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from entregent.asks.avoid import avoided
from entregent.asks.case import Case
from entregent.asks.reasons import find_reasons
from entregent.asks.routes import asked_directly
from entregent.asks.situation import Situation
from entregent.domain.asking import (
    Candidate,
    Chain,
    Code,
    Goal,
    Judgement,
    Nobody,
    NobodyCode,
    Reason,
    ToPerson,
    Verdict,
)
from entregent.domain.ids import PersonId
from entregent.domain.text import fold
from entregent.domain.words import Kind

_STRENGTH = {verdict: rank for rank, verdict in enumerate(Verdict)}
"""`never` first: the strongest wins."""

_ABLE = (Verdict.GO, Verdict.CARE)
_NO_ODDS = 0.0  # nobody is written to


@dataclass(frozen=True, slots=True)
class _Found:
    """A case and every reason found, before one knows who else can serve."""

    case: Case
    reasons: tuple[Reason, ...]

    @property
    def resting(self) -> bool:
        return any(reason.code is Code.RESTING for reason in self.reasons)

    @property
    def able(self) -> bool:
        """Whether this person could serve in the place of somebody who rests."""
        return _verdict(self.reasons) in _ABLE and not self.resting


def judge(situation: Situation, goal: Goal, routes: Mapping[PersonId, Chain]) -> Judgement:
    """Judge everybody who might be asked for `goal`, best first.

    `routes` is what `gather_routes` made of the network's answers to `plan_routes`: the best
    chain through each first person, whose willingness its odds hold. Somebody I named who is left
    out is the only candidate, and needs none.
    """
    found = [_Found(case, find_reasons(case)) for case in _cases(situation, goal, routes)]
    able = sorted((one for one in found if one.able), key=_by_odds_of)
    candidates = sorted(
        [_candidate(one, able) for one in found],
        key=lambda candidate: _order(situation, candidate),
    )
    return Judgement(goal, situation.today, tuple(candidates), _nobody(candidates))


def at_once(
    situation: Situation, goal: Goal, routes: Mapping[PersonId, Chain], *, above: float
) -> Judgement | None:
    """Return a judgement of nobody but the best, if they may be asked with nothing to care for.

    Their odds must be `above` those of whoever is missing among `routes`. None when nobody is so
    free, and all must be judged to find the best.
    """
    cases = [_Found(case, ()) for case in _cases(situation, goal, routes)]
    for one in sorted(cases, key=_by_odds_of):
        case = one.case
        if case.chain.odds <= above:
            return None
        reasons = find_reasons(case)
        if _verdict(reasons) is Verdict.GO:
            best = _candidate(_Found(case, reasons), ())
            return Judgement(goal, situation.today, (best,))
    return None


def kept_goals(goal: Goal, others: Iterable[Judgement]) -> dict[PersonId, tuple[Goal, ...]]:
    """Return who is the best or only way to which other goal, from those goals' judgements.

    A goal that is done, of the same kind and target as `goal`, or of its matter, is no other goal.
    """
    kept: dict[PersonId, tuple[Goal, ...]] = {}
    for judgement in others:
        other, person = judgement.goal, _key_person(judgement)
        same = (other.kind, other.target) == (goal.kind, goal.target)
        same = same or other.id == goal.continues or other.continues == goal.id
        made = other.created is None or other.created <= judgement.today
        if person is not None and not same and made and other.done is None:
            kept[person] = (*kept.get(person, ()), other)
    return kept


def _key_person(judgement: Judgement) -> PersonId | None:
    """Return the best way to a goal, or the only one, even if it is not free today."""
    hopeful = [one for one in judgement.candidates if one.verdict is not Verdict.NEVER]
    if hopeful and (hopeful[0].verdict in _ABLE or len(hopeful) == 1):
        return hopeful[0].person
    return None


def _cases(situation: Situation, goal: Goal, routes: Mapping[PersonId, Chain]) -> Sequence[Case]:
    target = goal.target
    if isinstance(target, ToPerson) and avoided(situation, target.person):
        no_way = Chain((situation.owner, target.person), _NO_ODDS)
        return [Case(situation, goal, target.person, goal.kind, no_way)]
    return [
        Case(situation, goal, person, goal.kind if chain.direct else Kind.INTRODUCTION, chain)
        for person, chain in routes.items()
        if not chain.direct or asked_directly(situation, goal, person)
    ]


def _candidate(found: _Found, able: Sequence[_Found]) -> Candidate:
    others = [other for other in able if other is not found] if found.resting else []
    reasons = found.reasons
    if found.resting and not others:
        reasons = tuple(_only_way(reason) for reason in reasons)
    verdict = _verdict(reasons)
    because = tuple(reason for reason in reasons if reason.verdict is verdict)
    case = found.case
    return Candidate(
        case.person,
        case.kind,
        verdict,
        case.chain,
        because,
        mind=tuple(_minded(reasons, because)),
        until=_first_free(because),
        instead=tuple(_instead(case, others)),
    )


def _only_way(reason: Reason) -> Reason:
    if reason.code is not Code.RESTING:
        return reason
    return replace(reason, code=Code.ONLY_WAY, verdict=Verdict.CARE)


def _verdict(reasons: Iterable[Reason]) -> Verdict:
    found = (reason.verdict for reason in reasons if reason.verdict is not None)
    return min(found, key=_STRENGTH.__getitem__, default=Verdict.GO)


def _minded(reasons: Iterable[Reason], because: Iterable[Reason]) -> list[Reason]:
    """Return the reasons that did not decide, the strongest first and notes last."""
    deciding = {reason.code for reason in because}
    rest = [reason for reason in reasons if reason.code not in deciding]
    return sorted(
        rest, key=lambda one: len(_STRENGTH) if one.verdict is None else _STRENGTH[one.verdict]
    )


def _first_free(because: Sequence[Reason]) -> date | None:
    days = [reason.until for reason in because if reason.until is not None]
    return max(days) if days and len(days) == len(because) else None


def _instead(case: Case, others: Sequence[_Found]) -> list[PersonId]:
    """Return who of these, best first, can serve in their place: of the same circle first."""
    serving = [other.case.person for other in others]
    circles = _circles(case.situation, case.person) if serving else None
    if not circles:
        return serving
    near = [one for one in serving if circles & _circles(case.situation, one)]
    return [*dict.fromkeys((*near, *serving))]


def _circles(situation: Situation, person: PersonId) -> frozenset[str]:
    return frozenset(map(fold, situation.people[person].circles))


def _order(situation: Situation, candidate: Candidate) -> tuple[int, float, str, PersonId]:
    weakest_first = -_STRENGTH[candidate.verdict]
    return (weakest_first, *_by_odds(situation, candidate.person, candidate.chain))


def _by_odds_of(found: _Found) -> tuple[float, str, PersonId]:
    return _by_odds(found.case.situation, found.case.person, found.case.chain)


def _by_odds(situation: Situation, person: PersonId, chain: Chain) -> tuple[float, str, PersonId]:
    return (-chain.odds, fold(situation.people[person].name), person)


def _nobody(candidates: Sequence[Candidate]) -> Nobody | None:
    if any(candidate.verdict in _ABLE for candidate in candidates):
        return None
    if not candidates:
        return Nobody(NobodyCode.NO_WAY)
    waiting = [candidate for candidate in candidates if candidate.verdict is Verdict.WAIT]
    days = [one.until for one in waiting or candidates if one.until is not None]
    code = NobodyCode.ALL_WAIT if waiting else NobodyCode.NONE_WILLING
    return Nobody(code, min(days, default=None))
