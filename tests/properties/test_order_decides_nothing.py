"""Who is who does not depend on the order of sources, nor of the cards in them."""

from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card, Job
from entregent.domain.words import Origin
from entregent.identity.resolve import Known, Listing, resolve

OWNER = PersonId("owner")
NAMES = (
    "Jean Martin",
    "MARTIN Jean",
    "Bob Hale",
    "Robert Hale",
    "Léa Roche",
    "Léa",
    "J. Martin",
    "",
)
EMAILS = ("jean@gmail.com", "info@asso.example", "bob@aero.example", "roche@free.fr")
PHONES = ("06 39 98 00 11", "+33639980011", "0639980022")


def some(values):
    return st.lists(st.sampled_from(values), max_size=1).map(tuple)


CARDS = st.builds(
    lambda name, emails, phones, jobs: ((name,) if name else (), emails, phones, jobs),
    st.sampled_from(NAMES),
    some(EMAILS),
    some(PHONES),
    some((Job("Aero"), Job("Lumio"))),
)
SOURCES = st.lists(st.lists(CARDS, max_size=4), min_size=1, max_size=4)
ORIGINS = (Origin.VCARD, Origin.LINKEDIN, Origin.MAIL, Origin.FACEBOOK)


def listings(sources):
    return [
        Listing(
            ORIGINS[place],
            f"file{place}",
            [
                Card(
                    PersonId(f"{place}.{n}"), f"row={n}", names, emails=mails, phones=tel, jobs=jobs
                )
                for n, (names, mails, tel, jobs) in enumerate(cards)
            ],
        )
        for place, cards in enumerate(sources)
    ]


def groups(told):
    numbers = count()
    known = Known([Person(OWNER, "Nadia")], OWNER)
    found = resolve(told, known, lambda: PersonId(f"p{next(numbers)}"))
    people = {}
    for listing, matches in zip(told, found.matches, strict=True):
        for card, match in zip(listing.cards, matches, strict=True):
            people.setdefault(match.person, set()).add(card.ref)
    return {frozenset(refs) for refs in people.values()}


@given(SOURCES, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_sources_and_cards_decides_nothing(sources, dice):
    told = listings(sources)
    shuffled = [Listing(one.origin, one.path, list(one.cards)) for one in told]
    dice.shuffle(shuffled)
    for one in shuffled:
        dice.shuffle(one.cards)
    assert groups(told) == groups(shuffled)
