"""A file of needs: what each may say, and what is told of one that cannot be read."""

import inspect
from datetime import date
from pathlib import Path

import pytest

from entregent.domain.reading import Problem
from entregent.domain.wanted import Aim, Needs, Wanted
from entregent.domain.words import Kind
from entregent.exchange.needs import read
from entregent.services.ports import BookError


def needs(text: str) -> Needs:
    return read(inspect.cleandoc(text).encode(), "needs.toml")


def wrong(text: str) -> list[tuple[str, str]]:
    """Return what is wrong with the only need of a file, and where."""
    found = needs(text)
    assert found.wanted == ()
    (refused,) = found.refused
    return [(problem.where, problem.what) for problem in refused.problems]


def test_a_need_says_what_of_whom_how_much_it_matters_and_by_when() -> None:
    found = needs(
        """
        [[need]]
        id = "omar"
        kind = "introduction"
        person = "Omar Haddad"
        importance = 5
        by = 2026-04-30
        for = "parler d’achats"

        [[need]]
        kind = "Entretien réseau"
        company = "Airbus"
        by = "2026-05-15"
        """
    )
    assert found.wanted == (
        Wanted(
            *("omar", Kind.INTRODUCTION, Aim.PERSON, "Omar Haddad", 5, "parler d’achats"),
            *(date(2026, 4, 30), "line=1"),
        ),
        Wanted(
            *("need-2", Kind.INTERVIEW, Aim.COMPANY, "Airbus", 3, ""),
            *(date(2026, 5, 15), "line=9"),
        ),
    )
    assert (found.refused, found.remarks, found.pace) == ((), (), {})


def test_words_for_kinds_are_those_of_both_languages() -> None:
    said = ("ADVICE", "conseil", "mise en relation", "Référence", "relecture", "cooptation")
    for kind, word in zip(("advice", "advice", "introduction", "reference", "review", "referral"),
                          said, strict=True):  # fmt: skip
        (one,) = needs(f'[[need]]\nkind = "{word}"\ncompany = "Orme"').wanted
        assert one.kind == kind


def test_ideas_may_aim_at_nobody_and_a_day_may_hold_an_hour() -> None:
    (one,) = needs('[[need]]\nkind = "ideas"\nby = 2026-05-01T10:00:00').wanted
    assert (one.aim, one.words, one.by) == (Aim.FRIENDS, "", date(2026, 5, 1))


@pytest.mark.parametrize(
    ("said", "problem"),
    [
        ('kind = "advice"', ("line=2", "need.no-target")),
        ('kind = "advice"\ncompany = "  "', ("line=3", "need.no-target")),
        ('kind = "advice"\ncompany = ["Orme"]', ("line=3", "need.not-words")),
        ('kind = "advice"\nperson = "A"\nsector = "B"', ("line=4", "need.two-targets")),
        ('company = "Orme"', ("line=1", "need.no-kind")),
        ('kind = "money"\ncompany = "Orme"', ("line=2", "need.unknown-kind")),
        ('kind = 3\ncompany = "Orme"', ("line=2", "need.unknown-kind")),
        ('kind = "advice"\ntopic = "x"\nimportance = 6', ("line=4", "need.bad-importance")),
        ('kind = "advice"\ntopic = "x"\nimportance = "high"', ("line=4", "need.bad-importance")),
        ('kind = "advice"\ntopic = "x"\nimportance = true', ("line=4", "need.bad-importance")),
        ('kind = "advice"\ntopic = "x"\nby = "soon"', ("line=4", "need.bad-date")),
        ('kind = "advice"\ntopic = "x"\nby = 3', ("line=4", "need.bad-date")),
        ('kind = "advice"\ntopic = "x"\nfor = 3', ("line=4", "need.not-words")),
    ],
)
def test_what_is_wrong_is_told_with_its_line(said: str, problem: tuple[str, str]) -> None:
    assert wrong(f"[[need]]\n{said}") == [problem]


def test_everything_that_is_wrong_with_a_need_is_told_and_the_rest_is_read() -> None:
    found = needs(
        """
        [[need]]
        id = "a"
        kind = "advice"
        importance = 9

        [[need]]
        id = "b"
        kind = "advice"
        topic = "achats"

        [[need]]
        id = "b"
        kind = "advice"
        topic = "ventes"
        """
    )
    assert [one.id for one in found.wanted] == ["b"]
    assert [one.id for one in found.refused] == ["a", "b"]
    first, second = found.refused
    assert {one.what for one in first.problems} == {"need.no-target", "need.bad-importance"}
    assert second.problems == (Problem("line=12", "need.repeated-id", {"id": "b"}),)


def test_an_unknown_key_is_a_remark_and_the_need_stands() -> None:
    found = needs(
        """
        colour = "red"

        [pace]
        weeks = 8
        per_week = 0
        per_month = 3

        [[need]]
        kind = "advice"
        topic = "achats"
        importanse = 4
        mood = "calm"
        """
    )
    assert found.pace == {"weeks": 8}
    assert len(found.wanted) == 1
    assert [(one.where, one.what) for one in found.remarks] == [
        ("", "need.bad-pace"),
        ("", "need.unknown-key-near"),
        ("", "need.unknown-key"),
        ("line=11", "need.unknown-key-near"),
        ("line=12", "need.unknown-key"),
    ]


def test_needs_without_headers_of_their_own_are_told_by_their_number() -> None:
    found = needs('need = [{kind = "advice", topic = "x"}, {kind = "advice"}, 3]\npace = 3')
    assert [one.place for one in found.wanted] == ["need=1"]
    assert [one.problems[0].where for one in found.refused] == ["need=2", "need=3"]
    assert found.remarks == (Problem("", "need.pace-not-a-table"),)
    (one,) = needs('[need]\nkind = "advice"\ntopic = "x"').wanted
    assert one.place == "need=1"


def test_a_made_id_never_takes_one_that_is_given() -> None:
    found = needs('[[need]]\nid = "need-2"\nkind = "ideas"\n[[need]]\nkind = "advice"\ntopic = "x"')
    assert [one.id for one in found.wanted] == ["need-2", "need-2-"]


def test_lines_inside_long_texts_and_other_tables_do_not_count() -> None:
    found = needs(
        """
        [[need]]
        kind = "advice"
        topic = "x"
        [pace]
        weeks = 4
        [[need]]  # the second
        kind = "advice"
        """
    )
    assert found.refused[0].problems[0].where == "line=7"
    assert found.pace == {"weeks": 4}


def test_long_values_are_quoted_short() -> None:
    found = needs(f'[[need]]\nkind = "{"x" * 99}"\ntopic = "x"')
    assert found.refused[0].problems[0].details["value"] == f"{'x' * 60}…"


def test_a_file_with_its_mark_or_in_utf16_is_read() -> None:
    text = '[[need]]\r\nkind = "advice"\r\ntopic = "été"\r\n'
    for encoding in ("utf-8-sig", "utf-16"):
        assert read(text.encode(encoding), "x").wanted[0].words == "été"


@pytest.mark.parametrize(
    ("data", "key", "details"),
    [
        (b"[[need]]\nkind = advice", "needs.not-toml", {"line": "2", "column": "8"}),
        (b"[[need]]\nkind = ", "needs.not-toml", {"line": "2", "column": "1"}),
        (b"x = " + b"[" * 9999, "needs.not-toml", {"line": "1", "column": "1"}),
        (b'[[need]]\nkind = "\xe9t\xe9"', "needs.not-text", {"line": "2"}),
        (b"", "needs.none", {}),
        (b"need = 3", "needs.none", {}),
        (b"need = []", "needs.none", {}),
    ],
)
def test_a_file_that_is_no_file_of_needs_is_refused(data: bytes, key: str, details: dict) -> None:
    with pytest.raises(BookError) as refusal:
        read(data, "needs.toml")
    assert (refusal.value.key, refusal.value.details) == (key, {"path": "needs.toml", **details})


def test_the_example_can_be_read_to_its_last_word() -> None:
    example = Path(__file__).parents[4] / "examples" / "needs.toml"
    found = read(example.read_bytes(), example.name)
    assert (len(found.wanted), found.refused, found.remarks) == (8, (), ())
    assert found.pace["weeks"] == 10
