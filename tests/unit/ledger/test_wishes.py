"""Wishes: who looks for what I, or somebody else I know, can give."""

from collections.abc import Collection
from datetime import date

from entregent.domain.facts import Need, Offer
from entregent.domain.ids import PersonId
from entregent.ledger.gift import Gift, What
from entregent.ledger.wishes import Wishes

ME, LEA, OMAR, SAM = map(PersonId, ("me", "lea", "omar", "sam"))
TODAY = date(2026, 11, 27)


def words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def answers(
    *facts: Need | Offer,
    apart: Collection[frozenset[PersonId]] = (),
    settled: Collection[str] = (),
) -> list[tuple[What, PersonId, PersonId | None, str]]:
    """Return what is suggested between people I know, in short."""
    wishes = Wishes(
        ME,
        TODAY,
        (LEA, OMAR, SAM),
        [fact for fact in facts if isinstance(fact, Need)],
        [fact for fact in facts if isinstance(fact, Offer)],
        lambda one, other: frozenset((one, other)) in apart,
    )

    def stands(gift: Gift) -> bool:
        return gift.more not in settled

    found = wishes.gifts(words, stands)
    return [(gift.what, gift.person, gift.other, gift.more) for gift in found]


FLAT = Need(LEA, "flat near lake")


def test_my_own_offer_answers() -> None:
    assert answers(FLAT, Offer(ME, "a flat")) == [(What.OFFER, LEA, None, "a flat")]


def test_so_does_that_of_somebody_else_i_know() -> None:
    assert answers(FLAT, Offer(OMAR, "a flat")) == [(What.INTRODUCTION, LEA, OMAR, "a flat")]


def test_words_that_do_not_meet_answer_nothing() -> None:
    assert answers(FLAT, Offer(ME, "a bike"), Offer(OMAR, "a bike")) == []


def test_the_closest_offer_is_suggested_and_the_next_once_it_is_settled() -> None:
    offers = (Offer(OMAR, "a flat"), Offer(SAM, "a flat near"))

    assert answers(FLAT, *offers) == [(What.INTRODUCTION, LEA, SAM, "a flat near")]
    assert answers(FLAT, *offers, settled=["a flat near"]) == [
        (What.INTRODUCTION, LEA, OMAR, "a flat")
    ]


def test_nobody_is_presented_to_themself_or_to_whom_they_must_not_be() -> None:
    assert answers(FLAT, Offer(LEA, "a flat")) == []
    assert answers(FLAT, Offer(OMAR, "a flat"), apart=[frozenset((LEA, OMAR))]) == []


def test_what_i_look_for_and_what_strangers_say_suggests_nothing() -> None:
    stranger = PersonId("stranger")

    assert answers(Need(ME, "a flat"), Offer(OMAR, "a flat")) == []
    assert answers(Need(stranger, "a flat"), Offer(ME, "a flat")) == []
    assert answers(FLAT, Offer(stranger, "a flat")) == []


def test_what_was_said_twice_is_suggested_once() -> None:
    assert len(answers(FLAT, FLAT, Offer(ME, "a flat"), Offer(ME, "a flat"))) == 1


def test_one_word_in_common_among_many_is_no_answer() -> None:
    crates = Need(LEA, "supplier folding crates")
    assert answers(crates, Offer(OMAR, "supplier carbon composites")) == []
    assert answers(crates, Offer(OMAR, "folding crates overview")) != []
