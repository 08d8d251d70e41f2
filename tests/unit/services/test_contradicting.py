"""What does not fit is told when a journal comes in, and whenever one asks after the book."""

import pytest

from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Reading
from entregent.domain.words import Origin
from entregent.services.contradicting import remarks


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


def lines(report):
    return [(one.where, one.what, dict(one.details)) for one in report.files[0].remarks]


def test_a_line_that_does_not_fit_is_taken_in_and_named(carnet, counts):
    report = carnet.tell(
        """
        tie Léa closeness:good
        2026-02-10 asked Léa advice
        2026-02-01 answered Léa yes
        2026-02-12 thanked Omar
        """
    )
    assert lines(report) == [
        (
            "line=3",
            "contrary.answered-first",
            {"who": "Léa", "on": "2026-02-01", "against": "2026-02-10"},
        ),
        ("line=4", "contrary.thanked-nothing", {"who": "Omar", "on": "2026-02-12"}),
    ]
    assert counts(report) == [(4, 4, 0, 0, 0)]


def test_a_journal_is_compared_with_what_the_book_holds(story):
    """
    tie Léa closeness:good
    2026-02-01 asked Léa advice
    2026-02-02 received Léa "un avis"
    2026-02-03 thanked Léa
    """
    assert lines(story.tell("2026-02-04 answered Léa no", "more.journal")) == []
    told = lines(story.tell("2026-02-20 thanked Léa", "again.journal", dry_run=True))
    assert [what for _, what, _ in told] == ["contrary.thanked-twice"]


def test_what_the_book_held_before_is_not_said_again(carnet):
    carnet.tell("2026-02-20 thanked Léa", "one.journal")
    assert lines(carnet.tell("2026-02-20 met Omar", "two.journal")) == []


def test_a_line_ahead_is_a_problem_and_no_remark_besides(carnet):
    (file,) = carnet.tell("2026-05-01 received Léa").files
    assert [one.what for one in file.problems] == ["import.future-date"]
    assert file.remarks == ()


def test_an_address_book_is_not_looked_at(carnet):
    (file,) = carnet.cards("FN:Léa Martin").files
    assert file.remarks == ()


def test_the_book_is_asked_for_all_that_does_not_fit(carnet):
    carnet.tell(
        """
        tie Léa since:2031
        2026-02-01 answered Léa yes
        2026-04-01 met Léa
        2026-02-20 thanked Omar
        """
    )
    told = remarks(carnet.desk)
    assert [(one.found.what, one.source.record) for one in told] == [
        ("answered-nothing", "line=2"),
        ("thanked-nothing", "line=4"),
        ("ahead", "line=3"),
        ("since-ahead", "line=1"),
    ]
    assert told[0].problem.details == {"who": "Léa", "on": "2026-02-01"}
    assert told[2].problem.details == {"who": "Léa", "on": "2026-04-01"}
    assert told[0].source.origin is Origin.JOURNAL
    later = carnet.on("2026-04-01")
    assert [one.found.what for one in remarks(later.desk)] == [
        "answered-nothing",
        "thanked-nothing",
        "since-ahead",
    ]


def test_months_that_another_source_turned_round_are_named(carnet):
    job = Job("Airbus", start="2020-05", end="2019-01")
    card = Card(PersonId("l"), "1", ("Léa Martin",), jobs=(job,))
    (file,) = carnet.take(Reading("export.json", Origin.MONICA, 1, (card,))).files
    assert file.remarks == ()
    (told,) = remarks(carnet.desk)
    assert told.problem.what == "contrary.backwards-months"
    assert told.problem.details == {"who": "Léa Martin", "on": "2020-05", "against": "2019-01"}
