"""What each tie of a chain rests on."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.pairs import pair
from entregent.domain.people import Tie
from entregent.domain.words import Closeness, Context
from entregent.network.reasons import Rests, TieEvidence, chain_evidence, tie_evidence

FIRST, LAST = date(2020, 1, 2), date(2026, 1, 2)
BARE = Tie("me", "léa")
KNOWN = replace(BARE, declared=True)


@pytest.mark.parametrize(
    ("tie", "connected", "kind"),
    [
        (replace(KNOWN, count=3, sent=2.0, closeness=Closeness.CLOSE), LAST, Rests.ENCOUNTERS),
        (replace(KNOWN, count=3, received=0.9), LAST, Rests.ENCOUNTERS),
        (replace(KNOWN, count=3, received=0.9, closeness=Closeness.CLOSE), LAST, Rests.CLOSENESS),
        (replace(KNOWN, count=1, sent=0.1, worked=3.0), LAST, Rests.WORKED),
        (replace(KNOWN, closeness=Closeness.CLOSE, crossed=2), LAST, Rests.CLOSENESS),
        (replace(KNOWN, worked=0.5, crossed=2), LAST, Rests.WORKED),
        (replace(KNOWN, crossed=2), LAST, Rests.CONNECTED),
        (replace(KNOWN, crossed=2), None, Rests.CROSSINGS),
        (KNOWN, None, Rests.LISTED),
        (BARE, None, Rests.LEDGER),
    ],
)
def test_the_most_telling_evidence_names_the_tie(tie, connected, kind):
    assert tie_evidence("me", "léa", tie, connected).kind is kind


def test_a_chain_tells_of_each_of_its_ties_in_order():
    mine = Tie("me", "léa", Context.BOTH, None, Closeness.GOOD, "2012", 1, 1, FIRST, LAST, 7)
    theirs = Tie("léa", "omar", crossed=4, crossed_last=LAST)
    ties = {pair("me", "léa"): mine, pair("léa", "omar"): theirs}
    first, second = chain_evidence(("omar", "léa", "me"), ties, {pair("me", "léa"): FIRST})
    assert first == TieEvidence("omar", "léa", Rests.CROSSINGS, 4, None, LAST)
    assert second == TieEvidence(
        "léa",
        "me",
        Rests.ENCOUNTERS,
        7,
        FIRST,
        LAST,
        Closeness.GOOD,
        Context.BOTH,
        "2012",
        FIRST,
    )
    with pytest.raises(KeyError):
        chain_evidence(("me", "omar"), ties, {})
