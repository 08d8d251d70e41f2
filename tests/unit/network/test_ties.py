"""What two people are to each other, put together."""

from datetime import date, timedelta

import pytest

from entregent.domain.facts import Connected, Entry, Need, Source, Tied, Worked
from entregent.domain.months import Month
from entregent.domain.pairs import pair
from entregent.domain.people import Trace
from entregent.domain.words import Address, Channel, Closeness, Context, Origin
from entregent.network.strength import steady, strength, strength_back
from entregent.network.ties import LANDMARK, build_ties, connections
from entregent.settings import Settings

TODAY = date(2026, 6, 1)
SETTINGS = Settings(half_life_days=100)


def entry(fact, origin=Origin.JOURNAL):
    return Entry("id", "batch", fact, Source(origin))


def trace(person, other, channel, *days):
    """Add up encounters so many days ago, as a book does."""
    dates = [TODAY - timedelta(days=ago) for ago in days]
    weight = sum(2 ** ((day - LANDMARK).days / 100) for day in dates)
    return Trace(person, other, channel, weight, len(dates), min(dates), max(dates))


def ties(*bonds, traces=(), known=()):
    entries = [bond if isinstance(bond, Entry) else entry(bond) for bond in bonds]
    return build_ties(entries, traces, known, TODAY, SETTINGS, "me")


def only(*bonds, **more):
    (tie,) = ties(*bonds, **more).values()
    return tie


def test_the_owner_comes_first_and_the_pair_is_found_either_way():
    found = ties(Tied("zoé", "léa"), Tied("anne", "me"), Tied("me", "omar"))
    assert set(found) == {pair("léa", "zoé"), pair("me", "anne"), pair("me", "omar")}
    assert [(tie.a, tie.b) for tie in found.values()] == [
        ("léa", "zoé"),
        ("me", "anne"),
        ("me", "omar"),
    ]


def test_a_tie_is_put_together_once_and_those_spoken_of_are_known():
    found = ties(Tied("léa", "me", Context.BOTH), Connected("omar", "me"), Tied("anne", "zoé"))
    assert found["léa", "me"] is found["léa", "me"]
    assert list(found.spoken_of()) == ["léa"]
    assert ("omar", "zoé") not in found
    assert len(found) == 3


def test_strengths_are_those_of_the_ties_whatever_these_rest_on():
    found = ties(
        *(Connected(name, "me") for name in ("anne", "léa", "omar")),
        Tied("zoé", "me", closeness=Closeness.GOOD),
        traces=[
            trace("anne", "me", Channel.CROSSED, 3),
            trace("me", "anne", Channel.CROSSED, 3, 4),
            trace("paul", "léa", Channel.CROSSED, 9, 10, 11),
            trace("me", "omar", Channel.WROTE, 1, 2),
            trace("omar", "me", Channel.WROTE, 3),
        ],
        known=["luc"],
    )
    laid = {(one, other): told for one, other, *told in found.strengths(SETTINGS)}
    assert laid == {
        (tie.a, tie.b): [strength(tie, SETTINGS), strength_back(tie, SETTINGS)]
        for tie in found.values()
    }


@pytest.mark.parametrize(
    ("fact", "tied"),
    [
        (Tied("léa", "me"), True),
        (Tied("me", "me"), False),
        (Connected("me", "léa"), True),
        (Connected("me", "léa", TODAY), True),
        (Connected("me", "léa", TODAY + timedelta(days=1)), False),
        (Worked("léa", "Michelin"), True),
        (Worked("léa", "Michelin", Month(2026, 6)), True),
        (Worked("léa", "Michelin", Month(2026, 7)), False),
        (Need("léa", "un graphiste"), False),
    ],
)
def test_what_ties_two_people(fact, tied):
    found = ties(fact)
    assert bool(found) is tied
    assert all(tie.declared for tie in found.values())


def worked(start=None, end=None):
    return only(Worked("léa", "Michelin", start, end)).worked


def test_confirmed_common_work_counts_while_it_lasted_and_fades():
    assert worked() == steady(Closeness.SLIGHT, SETTINGS)
    lately, long_ago = (
        worked(Month(2024, 1), Month(2026, 5)),
        worked(Month(2014, 1), Month(2016, 5)),
    )
    assert worked(Month(2024, 1)) > lately > long_ago > 0
    assert lately > worked(end=Month(2026, 5)) > 0
    assert worked(Month(2024, 1), Month(2030, 1)) == worked(Month(2024, 1))
    assert worked(Month(2026, 5), Month(2020, 1)) == 0


def test_of_several_stretches_of_work_the_one_that_says_most_counts():
    before, lately = Worked("léa", "Michelin", end=Month(2020, 1)), Worked("léa", "Orme", end=None)
    dated = Worked("léa", "Orme", Month(2025, 1), Month(2026, 1))
    assert only(before, dated, lately).worked == only(dated).worked
    assert only(dated, before).worked == only(dated).worked


def test_the_ledger_ties_me_to_people_without_declaring_it():
    tie = only(known=["léa"])
    assert (tie.a, tie.b, tie.declared) == ("me", "léa", False)


def test_later_words_stand_field_by_field_whatever_the_order_of_the_two():
    tie = only(
        Tied("léa", "me", Context.PERSONAL, Address.TU, Closeness.CLOSE, "2012-09"),
        Tied("me", "léa", closeness=Closeness.GOOD),
        Tied("me", "léa", Context.BOTH, since="2014"),
    )
    assert tie.context is Context.BOTH
    assert tie.address is Address.TU
    assert tie.closeness is Closeness.GOOD
    assert tie.since == "2014"


def test_words_by_hand_stand_over_a_journals_and_those_over_other_sources():
    by_hand = entry(Tied("léa", "me", closeness=Closeness.CLOSE), Origin.HAND)
    noted = entry(Tied("léa", "me", Context.PERSONAL, Address.TU, Closeness.SLIGHT))
    listed = entry(Tied("léa", "me", Context.PROFESSIONAL, Address.VOUS), Origin.LINKEDIN)
    tie = only(by_hand, noted, listed)
    assert (tie.context, tie.address) == (Context.PERSONAL, Address.TU)
    assert tie.closeness is Closeness.CLOSE


def test_two_sources_that_show_a_side_each_show_both():
    working = entry(Tied("léa", "me", Context.PROFESSIONAL), Origin.LINKEDIN)
    personal = entry(Tied("léa", "me", Context.PERSONAL), Origin.FACEBOOK)
    assert only(working, personal).context is Context.BOTH
    assert only(working, working).context is Context.PROFESSIONAL
    assert only(entry(Tied("léa", "me"), Origin.VCARD)).context is None


def test_encounters_add_up_as_of_today():
    tie = only(
        traces=[
            trace("me", "léa", Channel.WROTE, 0, 100, 300),
            trace("léa", "me", Channel.WROTE, 200),
            trace("léa", "me", Channel.MESSAGED, 100),
        ]
    )
    assert tie.sent == pytest.approx(1 + 1 / 2 + 1 / 8)
    assert tie.received == pytest.approx(1 / 4 + 1 / 4)
    assert (tie.count, tie.declared) == (5, False)
    assert tie.first == TODAY - timedelta(days=300)
    assert tie.last == TODAY


def test_meetings_and_calls_go_both_ways():
    met = only(traces=[trace("léa", "me", Channel.MET, 100)])
    called = only(traces=[trace("me", "léa", Channel.CALLED, 100)])
    assert met.sent == met.received == pytest.approx(1)
    assert called.sent == called.received == pytest.approx(0.5)


def test_crossings_are_no_encounters():
    tie = only(
        traces=[
            trace("me", "léa", Channel.CROSSED, 3, 9),
            trace("léa", "me", Channel.CROSSED, 1),
        ]
    )
    assert (tie.crossed, tie.crossed_last) == (3, TODAY - timedelta(days=1))
    assert (tie.count, tie.sent, tie.received, tie.last) == (0, 0.0, 0.0, None)


def test_encounters_to_come_tie_nobody():
    assert ties(traces=[trace("me", "léa", Channel.MET, -1)]) == {}


def test_the_first_connection_counts():
    bonds = [
        Connected("me", "léa", date(2020, 5, 1)),
        Connected("léa", "me", date(2019, 5, 1)),
        Connected("me", "omar"),
        Connected("me", "zoé", TODAY + timedelta(days=1)),
        Tied("me", "anne"),
    ]
    found = connections([entry(bond) for bond in bonds], TODAY)
    assert found == {pair("me", "léa"): date(2019, 5, 1)}


def test_common_work_tells_a_tie_from_one_that_is_only_listed():
    found = ties(
        Connected("me", "omar"),
        Connected("me", "zoé"),
        Worked("léa", "Michelin", Month(2024, 1), Month(2026, 1)),
    )
    there = {other: odds for _, other, odds, _ in found.strengths(SETTINGS)}
    assert there["léa"] > there["omar"] == there["zoé"]
