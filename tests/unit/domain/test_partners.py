"""What partners may tell one another: plain, bounded, of one event."""

from datetime import date

import pytest

from entregent.domain.partners import MOST_GUESTS, MOST_SEEKS, Named, Share, event_mark, plain_text

DAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ("  Léa \n Morin\t", "Léa Morin"),
        ("<b>Léa</b> <script src=x>Morin", "Léa Morin"),
        ("a < b > c", "a c"),
        ("Léa\x1b[31m\x00\u202e\ud800\ufeff", "Léa[31m"),
        ("x" * 500, "x" * 120),
        ("", ""),
    ],
)
def test_a_text_is_plain_and_on_one_line(told, kept):
    assert plain_text(told) == kept


def test_a_share_tells_each_thing_once_and_no_more_than_an_evening_holds():
    guests = tuple(Named(f"Guest {number}") for number in range(100))
    share = Share(" Léa ", ("a job", "a job", "?", *map(str, range(20))), (*guests, *guests))
    kept = share.bounded()
    assert kept.name == "Léa"
    assert kept.seeks[:2] == ("a job", "0")
    assert (len(kept.seeks), kept.meets) == (MOST_SEEKS, guests[:MOST_GUESTS])
    assert Share("Léa", knows=(Named("…"), Named("<i>Tom</i>", "Airbus\n"))).bounded().knows == (
        Named("Tom", "Airbus"),
    )


def test_an_event_is_told_by_its_day_and_the_words_of_its_name():
    mark = event_mark("Apéro des anciens", DAY)
    assert event_mark("apero  DES anciens !", DAY) == mark
    assert event_mark("Apéro des anciennes", DAY) != mark
    assert event_mark("Apéro des anciens", date(2026, 3, 13)) != mark
