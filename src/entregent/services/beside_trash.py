"""What an import does beside the trash."""

from dataclasses import replace

from entregent.domain.ids import PersonId
from entregent.identity.resolve import Resolution


def beside_trash(who: Resolution, away: frozenset[PersonId]) -> Resolution:
    """Leave in the trash whom an import would join to somebody shown, who takes the cards alone."""
    joined: dict[PersonId, list[PersonId]] = {}
    for gone, stays in who.merges:
        joined.setdefault(stays, [stays]).append(gone)
    now: dict[PersonId, PersonId] = {}
    merges: list[tuple[PersonId, PersonId]] = []
    for stays, people in joined.items():
        seen = [one for one in people if one not in away] or people
        now[stays] = stays if stays in seen else min(seen)
        merges += [(one, now[stays]) for one in seen if one != now[stays]]
    matches = tuple(
        tuple(
            replace(one, person=now.get(one.person, one.person)) if one.person else one
            for one in some
        )
        for some in who.matches
    )
    pairs = tuple(pair.between(lambda one: now.get(one, one)) for pair in who.suggestions)
    return replace(who, matches=matches, merges=tuple(merges), suggestions=pairs)
