"""Reasons: each code of "How an ask is judged", its finder, and what its wording needs.

Facts are `Noted(person, what, on, text)`, where `what` is one of: asked, answered, received, gave,
encounter, boundary (`on` is its last day), busy (`on` is its last day), position, house (a
company), tie (`text` is its context), goal (`on` is its deadline), left-out, discreet,
discreet-company. Details, by code (dates are `date`, kinds `Kind`):

- boundary: `by` (the id of who set it), `kinds` (empty: all), `last` (or None), `because`
- left-out: `how` (left-out, discreet, discreet-company)
- no-common-work: none
- policy-forbids: `company`
- was-uncomfortable: `answered`, `kind`
- resting, only-way: `asked`, `kind`, `text`, `times` (asks within a year), `month` (within 30 days)
- thanks-owed: `text`, `on`
- unanswered: `asked`, `kind`, `text`
- said-later: `answered`, `kind` (None when no ask is known)
- said-no: `answered`, `kind`
- confirm-work: `company`, `start`, `end` (`Month`, the latest overlap)
- policy-unknown: `company` (empty when no employer is known), `usage` (None, or ask)
- dormant: `last` (None when there never was an encounter)
- one-way: `received`, `gave` (how many)
- busy: `start`, `last`, `because`
- friend: `context`
- first-hat: none
- blurred: `company` (their employer), or `friend` (the id of their friend, next on the chain)
- keep-for: `goals`
"""

from collections.abc import Callable

from entregent.asks import care, never, note, wait
from entregent.asks.case import Case
from entregent.domain.asking import Reason

Finder = Callable[[Case], Reason | None]

FINDERS: tuple[Finder, ...] = (
    never.boundary,
    never.left_out,
    never.no_common_work,
    never.policy_forbids,
    never.was_uncomfortable,
    wait.resting,
    wait.thanks_owed,
    wait.unanswered,
    wait.said_later,
    wait.said_no,
    care.confirm_work,
    care.policy_unknown,
    care.dormant,
    care.one_way,
    care.busy,
    note.friend,
    note.first_hat,
    note.blurred,
    note.keep_for,
)
"""In the order of the table; `only-way` takes the place of `resting` in `judge`."""

_OF_THE_PAST = frozenset(
    {
        *(never.was_uncomfortable, wait.resting, wait.thanks_owed, wait.unanswered),
        *(wait.said_later, wait.said_no, care.one_way),
    }
)
"""What only the ledger can give a reason for; of most people it tells nothing."""
_WITHOUT_PAST = tuple(find for find in FINDERS if find not in _OF_THE_PAST)


def find_reasons(case: Case) -> tuple[Reason, ...]:
    """Return every reason there is, each code once, in the order of the table."""
    finders = FINDERS if case.person in case.situation.histories else _WITHOUT_PAST
    return tuple([reason for find in finders if (reason := find(case)) is not None])
