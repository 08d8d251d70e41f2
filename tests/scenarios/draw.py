"""Draws journals: a few people, what happened between them in half a year, and two asks."""

from datetime import date, timedelta
from random import Random

NAMES = ("Ana", "Léa", "Omar", "Samir", "Zoé")
KINDS = ("advice", "introduction", "review", "referral", "reference", "interview")
HOUSES = ("Airbus", "Safran")
CLOSENESS = ("", " closeness:close", " closeness:good", " closeness:slight")
CONTEXT = ("", " context:personal", " context:both", " context:professional")
REPLIES = ("yes", "yes", "no", "later", "uncomfortable")
EDGES = (0, 1, 13, 14, 29, 30, 89, 90, 91, 364, 365)
START = date(2028, 2, 1)


def drawn(seed: int) -> str:
    """Return a journal, its asks in comments as in `journals/`; the same for the same seed."""
    dice = Random(seed)
    lines = [f"; drawn, {seed}", f"; from {START}", *(_ask(dice) for _ in range(2))]
    lines.append(f'me "Nadia Benali" company:{dice.choice(HOUSES)} from:2027-06')
    for name in NAMES:
        circle = dice.choice(("", " circle:fac", " circle:vélo"))
        job = f" company:{dice.choice(HOUSES)}" if dice.random() < 0.7 else ""
        since = dice.choice(("", " from:2020-01", " from:2028-03", " to:2028-03")) if job else ""
        lines.append(f"person {name}{job}{since}{circle}")
        if dice.random() < 0.6:
            lines.append(f"tie {name}{dice.choice(CLOSENESS)}{dice.choice(CONTEXT)}")
    for one in NAMES:
        other = dice.choice(NAMES)
        if other != one:
            lines.append(f"tie {one} -- {other}{dice.choice(CONTEXT)}")
    lines += [f"company {house} referrals:{dice.choice(('yes', 'no', 'ask'))}" for house in HOUSES]
    lines += [_rule(dice) for _ in range(dice.randrange(4))]
    lines += [_deed(dice) for _ in range(dice.randrange(4, 18))]
    return "\n".join(lines) + "\n"


def _ask(dice: Random) -> str:
    kind = dice.choice(KINDS)
    sort = dice.choice(("person", "person", "company"))
    return f"; ask {kind} {sort} {dice.choice(NAMES if sort == 'person' else HOUSES)}"


def _day(dice: Random) -> date:
    """A day near the start, or one that lies an edge before some day of the quarter."""
    if dice.random() < 0.5:
        return START + timedelta(days=dice.randrange(-60, 80))
    return START + timedelta(days=dice.randrange(90) - dice.choice(EDGES))


def _rule(dice: Random) -> str:
    name, until = dice.choice(NAMES), START + timedelta(days=dice.randrange(80))
    end = dice.choice(("", f" until:{until}"))
    return dice.choice(
        (
            f"boundary {name} no:{dice.choice((*KINDS, 'all'))}{end}",
            f"busy {name} from:{START + timedelta(days=dice.randrange(-9, 40))} to:2028-03-20",
            f"worked {name} company:Airbus from:{dice.choice(('2027-01', '2028-03'))}",
            f"leave-out {name}",
            f"discreet {name}",
            "discreet company:Safran",
        )
    )


def _deed(dice: Random) -> str:
    on, name, kind = _day(dice), dice.choice(NAMES), dice.choice(KINDS)
    return f"{on} " + dice.choice(
        (
            f"asked {name} {kind}",
            f"asked {name} {kind} ask:{dice.choice('ABC')} continues:{dice.choice('DE')}",
            f"answered {name} {dice.choice(REPLIES)}",
            f"answered {name} {dice.choice(REPLIES)}",
            f"received {name}",
            f"gave {name}",
            f"thanked {name}",
            f"invited {name}",
            f"lifted {name} {kind}",
            f"met {name}",
            f"wrote {name} by:them",
        )
    )
