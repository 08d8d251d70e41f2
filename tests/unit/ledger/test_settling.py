"""A suggestion stands until I say otherwise; the latest word counts, in any order of entry."""

from datetime import date
from itertools import permutations

from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Settled, Settling
from entregent.ledger.settling import Settlings, Suggestion, item_of

LEA, OMAR = PersonId("lea"), PersonId("omar")
TODAY = date(2026, 11, 27)
THANKS = Suggestion("thanks:2026-11-02", LEA)


def said(settling: Settling, on: str, until: str | None = None, item: str = THANKS.item) -> Settled:
    """Return a word about a suggestion that speaks of Léa."""
    back = date.fromisoformat(until) if until else None
    return Settled(date.fromisoformat(on), item, settling, LEA, until=back)


def stands(*facts: Settled, today: date = TODAY) -> bool:
    """Tell whether the thanks to Léa are still suggested, whatever the order of the words."""
    answers = {Settlings.of(order, today).stands(THANKS) for order in permutations(facts)}
    assert len(answers) == 1
    return answers.pop()


def test_nothing_said_it_stands() -> None:
    assert stands()
    assert Settlings.of((), TODAY).word(THANKS) is None


def test_done_or_let_go_it_does_not_come_back() -> None:
    assert not stands(said(Settling.DONE, "2026-11-20"))
    assert not stands(said(Settling.LET_GO, "2026-11-20"))


def test_snoozed_it_comes_back_on_its_day() -> None:
    word = said(Settling.SNOOZED, "2026-11-20", "2026-11-28")

    assert not stands(word)
    assert stands(word, today=date(2026, 11, 28))


def test_snoozed_without_a_day_it_does_not_come_back() -> None:
    assert not stands(said(Settling.SNOOZED, "2026-11-20"))


def test_opened_again_it_stands() -> None:
    assert stands(said(Settling.DONE, "2026-11-20"), said(Settling.OPEN, "2026-11-20"))
    assert not stands(said(Settling.OPEN, "2026-11-20"), said(Settling.LET_GO, "2026-11-21"))


def test_of_two_snoozes_on_one_day_the_longer_stands() -> None:
    shorter = said(Settling.SNOOZED, "2026-11-20", "2026-11-22")
    longer = said(Settling.SNOOZED, "2026-11-20", "2026-12-22")

    assert not stands(shorter, longer)


def test_a_word_dated_ahead_is_not_said_yet() -> None:
    assert stands(said(Settling.DONE, "2026-11-28"))


def test_a_word_settles_only_what_it_names() -> None:
    settled = Settlings.of([said(Settling.DONE, "2026-11-20")], TODAY)

    assert settled.stands(Suggestion(THANKS.item, OMAR))
    assert settled.stands(Suggestion(THANKS.item, LEA, OMAR))
    assert settled.stands(Suggestion("thanks:2026-11-19", LEA))


def test_an_item_is_its_kind_and_folded_words() -> None:
    assert item_of("job", "Société Générale") == "job:societe generale"
    assert item_of("thanks", date(2026, 11, 2)) == "thanks:2026-11-02"
    assert item_of("turn", "", None) == "turn"


def test_a_key_is_short_and_the_same_every_day() -> None:
    assert THANKS.key == Suggestion(*THANKS).key
    assert len(THANKS.key) == 5
    assert THANKS.key != Suggestion(THANKS.item, OMAR).key
    assert Suggestion("deadline").key.isalpha()
