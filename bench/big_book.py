"""A large personal book of invented people, made straight in the book, the same for each seed.

By default 10,000 people: lists of contacts, cards, people known by their mail alone; 200,000
letters of five years to and from some 4,000 of them; 30,000 ties among others, a fifth of them
stated and the rest shown by letters to both; a ledger of 500 deeds; boundaries, busy periods,
people left out, companies where nobody must know, common work, open goals.

    python bench/big_book.py book.db
"""

import argparse
from bisect import bisect
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random

from invented import BEGINS, ENDS, GIVEN, MIDDLES

from entregent.domain.asking import Goal, ToCompany, ToSector, ToTopic
from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import (
    MOST_RECIPIENTS,
    SIDE_BY_SIDE,
    Answered,
    Asked,
    Boundary,
    Busy,
    Connected,
    Detail,
    Discreet,
    Encounter,
    Entry,
    Fact,
    Gave,
    House,
    LeftOut,
    Offer,
    Position,
    Received,
    Seen,
    Source,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.words import (
    Address,
    Channel,
    Closeness,
    Context,
    Kind,
    Origin,
    Reply,
    Said,
    Usage,
)
from entregent.store.opening import open_book

TODAY = date(2026, 3, 2)
SEED = 2026
_DAYS = 5 * 365
_SKEW = 0.8
_CIRCLES = 60
_HAND = Source(Origin.HAND)

_KNOWN = (
    "Airbus Safran Thales Orange Atos Capgemini Michelin Danone Engie Renault Sanofi EDF SNCF "
    "Carrefour Decathlon Alstom Veolia Valeo Bouygues Accor"
).split()
_TRADES = "Conseil Logiciels Énergie Santé Transports Studio Industries Digital Lab".split()
_TITLES = (
    "Ingénieur Buyer Engineer Directrice Chargé_de_projet Designer Analyste Recruiter Juriste "
    "Product_manager Data_scientist Chef_de_produit Comptable Architecte Developer Consultante"
).split()
_TOPICS = "hydrogène climat robotique ergonomie logistique données design urbanisme".split()


@dataclass
class _Ids:
    """Ids that look like those of the house, and are the same for the same seed."""

    dice: Random
    instant: int = 1_770_000_000_000

    def new(self) -> str:
        self.instant += 1
        low = self.dice.getrandbits(62)
        text = f"{self.instant << 80 | 7 << 76 | 0b10 << 62 | low:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


@dataclass(frozen=True, slots=True)
class Sizes:
    """How much the book holds."""

    people: int = 10_000
    ties: int = 30_000
    letters: int = 200_000
    deeds: int = 500
    seed: int = SEED


@dataclass
class _Maker:
    """What the parts of a book have in common while it is made."""

    sizes: Sizes
    owner: PersonId
    dice: Random
    ids: _Ids
    batch: BatchId
    people: list[PersonId] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    letters: list[tuple[Encounter, Source]] = field(default_factory=list)
    cliques: dict[str, list[int]] = field(default_factory=dict)
    """People by what they share: a company or a circle."""

    def say(self, fact: Fact, source: Source = _HAND) -> None:
        self.entries.append(Entry(FactId(self.ids.new()), self.batch, fact, source))

    def chance(self, percent: int) -> bool:
        return self.dice.random() * 100 < percent

    def day(self, within: int = _DAYS) -> date:
        return TODAY - timedelta(days=self.dice.randrange(within))

    def some(self, count: int) -> list[PersonId]:
        return self.dice.sample(self.people, min(count, len(self.people)))


def write_book(place: Path, sizes: Sizes = Sizes()) -> None:
    """Make the book at a place where there is none."""
    dice = Random(sizes.seed)
    ids = _Ids(dice)
    book = open_book(place, create=True, ids=ids)
    maker = _Maker(sizes, book.owner, dice, ids, BatchId(ids.new()))
    companies = _companies(dice, max(20, sizes.people // 7))
    staff = _shares(len(companies))
    for number in range(sizes.people):
        _person(maker, number, companies, staff)
    _me(maker, companies)
    _ties(maker)
    _letters(maker)
    _ledger(maker)
    _rules(maker, companies)
    at = datetime(TODAY.year, TODAY.month, TODAY.day, tzinfo=UTC)
    kind = BatchKind.IMPORT
    book.apply(Batch(maker.batch, kind, at, maker.people, maker.entries, maker.letters))
    for goal in _goals(maker, companies):
        book.keep(goal)
    book.close()


def _companies(dice: Random, count: int) -> list[str]:
    made = (
        f"{dice.choice(BEGINS)}{dice.choice(MIDDLES)}{dice.choice(ENDS)} {dice.choice(_TRADES)}"
        for _ in range(count)
    )
    return [*_KNOWN, *dict.fromkeys(made)]


def _shares(count: int) -> list[float]:
    """Return the running sums of sizes that fall off as those of companies do."""
    return list(accumulate((place + 3) ** -_SKEW for place in range(count)))


def _person(maker: _Maker, number: int, companies: Sequence[str], sizes: Sequence[float]) -> None:
    dice, person = maker.dice, PersonId(maker.ids.new())
    maker.people.append(person)
    given = dice.choice(GIVEN)
    family = dice.choice(BEGINS) + dice.choice(MIDDLES) + dice.choice(ENDS)
    company = dice.choices(companies, cum_weights=sizes)[0]
    kind = dice.choices((Origin.LINKEDIN, Origin.VCARD, Origin.MAIL), (65, 20, 15))[0]
    source = Source(kind, f"{kind.value}.file", f"row={number + 1}")
    facts: list[Fact] = [Seen(person), Detail(person, Said.NAME, f"{given} {family}")]
    if kind is Origin.MAIL:
        house = f"{company.split()[0].lower()}.example"
        address = f"{given}.{family}.{number}@{dice.choice((house, 'exemple.fr'))}".lower()
        facts.append(Detail(person, Said.EMAIL, address))
    else:
        held = dice.choice(_TITLES).replace("_", " ")
        facts += (
            Connected(person, maker.owner, maker.day(15 * 365) if maker.chance(80) else None),
            Position(person, company, held, *_period(maker)),
        )
        maker.cliques.setdefault(company, []).append(number)
    if kind is Origin.VCARD:
        circle = f"cercle {dice.randrange(_CIRCLES)}"
        maker.cliques.setdefault(circle, []).append(number)
        facts += (
            Detail(person, Said.EMAIL, f"{family}.{number}@exemple.fr".lower()),
            Detail(person, Said.PHONE, f"+33 6 {number:08d}"),
            Detail(person, Said.CIRCLE, circle),
            Detail(person, Said.NOTE, f"Rencontre n° {number}, au salon."),
        )
    if maker.chance(5):
        facts.append(Detail(person, Said.TOPIC, dice.choice(_TOPICS)))
    for fact in facts:
        maker.say(fact, source)


def _period(maker: _Maker) -> tuple[Month | None, Month | None]:
    """Return when a position began and ended: most lists of contacts do not say."""
    if maker.chance(70):
        return None, None
    year, month = maker.dice.randrange(2005, 2026), maker.dice.randrange(1, 13)
    return Month(year, month), Month(2026, 1) if maker.chance(20) else None


def _me(maker: _Maker, companies: Sequence[str]) -> None:
    me = maker.owner
    maker.say(Detail(me, Said.NAME, "Camille Roussel"))
    maker.say(Position(me, companies[1], "Ingénieure", Month(2012, 9), Month(2017, 6)))
    maker.say(Position(me, companies[3], "Cheffe de projet", Month(2017, 9), Month(2024, 12)))
    levels = (Closeness.CLOSE, Closeness.GOOD, Closeness.SLIGHT)
    for friend in maker.some(150):
        level = maker.dice.choices(levels, (20, 60, 70))[0]
        context = maker.dice.choice((Context.PERSONAL, Context.PROFESSIONAL, Context.BOTH))
        address = maker.dice.choice((Address.TU, Address.VOUS))
        maker.say(Tied(friend, me, context, address, level))


def _ties(maker: _Maker) -> None:
    """Tie people among others: two thirds within a company or a circle, stated or by letters."""
    dice, people = maker.dice, maker.people
    cliques = [clique for clique in maker.cliques.values() if len(clique) > 1]
    sizes = list(accumulate(map(len, cliques)))
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < maker.sizes.ties:
        if maker.chance(66):
            clique = cliques[bisect(sizes, dice.randrange(sizes[-1]))]
            one, other = dice.sample(clique, 2)
        else:
            one, other = dice.sample(range(len(people)), 2)
        pairs.add((min(one, other), max(one, other)))
    source = Source(Origin.JOURNAL, "facts.journal")
    for number, (one, other) in enumerate(sorted(pairs)):
        if number % 5 == 0:
            context = Context.PROFESSIONAL if maker.chance(50) else None
            maker.say(Tied(people[one], people[other], context), source)
        else:
            _write(maker, people[one], people[other], Channel.CROSSED, number)


def _letters(maker: _Maker) -> None:
    """Write to and from two people in five, some much more than others."""
    dice, me = maker.dice, maker.owner
    friends = maker.some(max(1, maker.sizes.people * 2 // 5))
    shares = _shares(len(friends))
    for number in range(maker.sizes.letters):
        friend = friends[bisect(shares, dice.random() * shares[-1])]
        ends = (me, friend) if maker.chance(50) else (friend, me)
        _write(maker, *ends, Channel.WROTE, number)


def _write(maker: _Maker, one: PersonId, other: PersonId, channel: Channel, number: int) -> None:
    key = f"{channel.value}.{number}@exemple.fr"
    if channel is Channel.CROSSED:
        key = f"{SIDE_BY_SIDE}{number % MOST_RECIPIENTS} {key}"
    source = Source(Origin.MAIL, "courrier.mbox", f"message={number + 1}")
    maker.letters.append((Encounter(one, other, maker.day(), channel, key=key), source))


def _ledger(maker: _Maker) -> None:
    dice = maker.dice
    helpers = maker.some(max(1, maker.sizes.deeds * 2 // 5))
    for number in range(maker.sizes.deeds):
        person, day = dice.choice(helpers), maker.day(500)
        deed = (
            lambda: Asked(person, day, dice.choice(list(Kind)), f"chose {number}"),  # noqa: B023
            lambda: Answered(person, day, dice.choice(list(Reply))),  # noqa: B023
            lambda: Received(person, day, f"aide {number}"),  # noqa: B023
            lambda: Thanked(person, day),  # noqa: B023
            lambda: Gave(person, day, f"coup de main {number}"),  # noqa: B023
        )[number % 5]
        maker.say(deed())


def _rules(maker: _Maker, companies: Sequence[str]) -> None:
    dice = maker.dice
    for person in maker.some(40):
        kinds = dice.choice(
            (frozenset({Kind.INTRODUCTION}), frozenset({Kind.REFERRAL}), frozenset())
        )
        maker.say(Boundary(person, frozenset(kinds), dice.choice((None, date(2026, 6, 30)))))
    for person in maker.some(20):
        maker.say(Busy(person, date(2026, 2, 1), date(2026, 3, 31), "clôture"))
    for person in maker.some(50):
        maker.say(Worked(person, companies[1], Month(2013, 1), Month(2015, 1)))
    for person in maker.some(100):
        maker.say(Offer(person, f"un conseil en {dice.choice(_TOPICS)}"))
    for person in maker.some(5):
        maker.say(LeftOut(person))
    for person in maker.some(3):
        maker.say(Discreet(person))
    maker.say(Discreet(company=companies[3]))
    for company in dice.sample(list(companies), 20):
        maker.say(House(company, "conseil", dice.choice((Usage.YES, Usage.NO, Usage.ASK, None))))


def _goals(maker: _Maker, companies: Sequence[str]) -> Iterator[Goal]:
    aims = (
        (Kind.INTRODUCTION, ToCompany(companies[0])),
        (Kind.ADVICE, ToTopic(_TOPICS[0])),
        (Kind.REFERRAL, ToCompany(companies[25])),
        (Kind.INTERVIEW, ToSector("énergie")),
    )
    for kind, target in aims:
        yield Goal(AskId(maker.ids.new()), kind, target, created=TODAY - timedelta(days=9))


def main() -> None:
    """Make a book."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("place", type=Path)
    for name, usual in (("people", 10_000), ("ties", 30_000), ("letters", 200_000), ("deeds", 500)):
        parser.add_argument(f"--{name}", type=int, default=usual)
    parser.add_argument("--seed", type=int, default=SEED)
    given = vars(parser.parse_args())
    write_book(given.pop("place"), Sizes(**given))


if __name__ == "__main__":
    main()
