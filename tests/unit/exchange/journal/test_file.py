from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.facts import (
    Answered,
    Apart,
    Asked,
    Boundary,
    Busy,
    Discreet,
    Encounter,
    Fact,
    Gave,
    House,
    Invited,
    LeftOut,
    Lifted,
    Need,
    Offer,
    Position,
    Received,
    SavedSearch,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, AskId, PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Problem, Reading
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Rhythm, Side
from entregent.domain.words import (
    Address,
    Channel,
    Closeness,
    Context,
    Kind,
    Origin,
    Reply,
    Usage,
)
from entregent.exchange import journal

LEA = PersonId("name=lea martin")
OMAR = PersonId("name=omar")
JULY = date(2026, 7, 14)


def read(text: str) -> Reading:
    return journal.read(text.encode(), "book.journal", ZoneInfo("Europe/Paris"))


def facts(text: str) -> list[Fact]:
    reading = read(text)
    assert reading.problems == ()
    return [stated.fact for stated in reading.facts]


def problem(text: str) -> Problem:
    reading = read(text)
    assert len(reading.problems) == 1
    return reading.problems[0]


# --- what lasts --------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            'tie "Léa Martin" context:both address:tu closeness:close since:2012-09',
            Tied(LEA, ME, Context.BOTH, Address.TU, Closeness.CLOSE, "2012-09"),
        ),
        ("tie Omar", Tied(OMAR, ME)),
        ("tie me -- Omar", Tied(OMAR, ME)),
        ("tie Omar -- me", Tied(OMAR, ME)),
        ('tie "Léa Martin" -- Omar closeness:good', Tied(LEA, OMAR, closeness=Closeness.GOOD)),
        (
            'worked "Léa Martin" company:Michelin from:2014-02 to:2018-11',
            Worked(LEA, "Michelin", Month(2014, 2), Month(2018, 11)),
        ),
        ("worked Omar company:Airbus", Worked(OMAR, "Airbus")),
        (
            "company Airbus sector:aéronautique referrals:ask",
            House("Airbus", "aéronautique", Usage.ASK),
        ),
        ('company "Crédit Agricole"', House("Crédit Agricole")),
        (
            'boundary "Léa Martin" no:referral no:reference until:2026-09-01 because:"gel"',
            Boundary(LEA, frozenset({Kind.REFERRAL, Kind.REFERENCE}), date(2026, 9, 1), "gel"),
        ),
        ("boundary Omar no:all", Boundary(OMAR)),
        ("boundary Omar no:advice no:all", Boundary(OMAR)),
        (
            'busy Omar from:2026-03-01 to:2026-03-31 because:"clôture"',
            Busy(OMAR, date(2026, 3, 1), date(2026, 3, 31), "clôture"),
        ),
        ('need "Léa Martin" "un graphiste"', Need(LEA, "un graphiste")),
        ("need me thé", Need(ME, "thé")),
        ('offer me "relecture"', Offer(ME, "relecture")),
        ("offer Omar thé", Offer(OMAR, "thé")),
        ("leave-out Omar", LeftOut(OMAR)),
        ('apart Omar -- "Léa Martin"', Apart(OMAR, LEA)),
        ('search amis "circle:fac -tag:vélo"', SavedSearch("amis", "circle:fac -tag:vélo")),
        ("search @amis circle", SavedSearch("amis", "circle")),
        ("discreet Omar", Discreet(OMAR)),
        ("discreet company:Michelin", Discreet(None, "Michelin")),
        ("discreet Omar company:Michelin", Discreet(OMAR, "Michelin")),
        (
            'position Omar company:Safran title:"Acheteur" from:2014-01 to:2018-12',
            Position(OMAR, "Safran", "Acheteur", Month(2014, 1), Month(2018, 12)),
        ),
        ("position me title:Indépendante", Position(ME, "", "Indépendante")),
    ],
)
def test_what_lasts(line: str, expected: Fact):
    assert facts(line) == [expected]


def test_a_company_may_have_several_sectors():
    assert facts("company Airbus sector:a sector:b referrals:no") == [
        House("Airbus", "a", Usage.NO),
        House("Airbus", "b"),
    ]


# --- what is dated -----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            'asked Omar introduction "Léa" ask:a1 continues:a0',
            Asked(OMAR, JULY, Kind.INTRODUCTION, "Léa", AskId("a1"), AskId("a0")),
        ),
        ("asked Omar ideas", Asked(OMAR, JULY, Kind.IDEAS)),
        ("answered Omar yes", Answered(OMAR, JULY, Reply.YES)),
        ("answered Omar no", Answered(OMAR, JULY, Reply.NO)),
        ("answered Omar later", Answered(OMAR, JULY, Reply.LATER)),
        ("answered Omar uncomfortable", Answered(OMAR, JULY, Reply.UNCOMFORTABLE)),
        ('received Omar "une relecture" weight:2', Received(OMAR, JULY, "une relecture", 2)),
        ("received Omar", Received(OMAR, JULY)),
        ('gave Omar "un conseil"', Gave(OMAR, JULY, "un conseil")),
        ("thanked Omar", Thanked(OMAR, JULY)),
        ("invited Omar", Invited(OMAR, JULY)),
        ("lifted Omar referral", Lifted(OMAR, JULY, Kind.REFERRAL)),
        ('promised Omar "un livre"', Promised(OMAR, JULY, "un livre")),
        (
            'promised Omar "un livre" due:2026-08-01 by:them',
            Promised(OMAR, JULY, "un livre", Side.THEM, date(2026, 8, 1)),
        ),
        ("kept Omar", Kept(OMAR, JULY)),
        ("rhythm Omar 30", Rhythm(JULY, 30, OMAR)),
        ("rhythm none circle:fac", Rhythm(JULY, None, circle="fac")),
        (
            'lead Omar "le salon" company:Safran ask:a1',
            Lead(OMAR, JULY, "le salon", company="Safran", ask=AskId("a1")),
        ),
        (
            'ended Omar Safran "un entretien" told:2026-08-01',
            LeadEnded(OMAR, JULY, "Safran", None, "un entretien", date(2026, 8, 1)),
        ),
        ('kept Omar "un livre" by:them', Kept(OMAR, JULY, "un livre", Side.THEM)),
        (
            'met Omar at:"salon" note:"plastique ; verre"',
            Encounter(ME, OMAR, JULY, Channel.MET, "salon", "plastique ; verre"),
        ),
        ("wrote Omar by:me", Encounter(ME, OMAR, JULY, Channel.WROTE)),
        ("called Omar by:them", Encounter(OMAR, ME, JULY, Channel.CALLED)),
        ("messaged Omar key:k1", Encounter(ME, OMAR, JULY, Channel.MESSAGED, key="k1")),
        ('met "Léa Martin" -- Omar', Encounter(LEA, OMAR, JULY, Channel.MET)),
        ('wrote "Léa Martin" -- Omar by:them', Encounter(OMAR, LEA, JULY, Channel.WROTE)),
        ("wrote me -- Omar", Encounter(ME, OMAR, JULY, Channel.WROTE)),
        ("wrote Omar -- me", Encounter(OMAR, ME, JULY, Channel.WROTE)),
    ],
)
def test_what_is_dated(line: str, expected: Fact):
    assert facts(f"2026-07-14 {line}") == [expected]


def test_facts_come_by_day_and_within_a_day_as_things_follow():
    """One day holds an ask, its answer, help and thanks, written in any order."""
    text = """
        2026-07-14 wrote Omar
        2026-07-14 answered Omar yes
        2026-07-14 asked Omar advice
        2026-07-14 thanked Omar
        2026-07-14 received Omar
        2026-07-13 met Omar
        tie Omar
    """
    kinds = [type(fact) for fact in facts(text)]
    assert kinds == [Tied, Encounter, Received, Thanked, Asked, Answered, Encounter]


def test_unknown_pairs_are_kept_on_facts():
    reading = read("2026-07-14 met Omar mood:gay\ntie Omar via:vélo")
    assert [stated.extra for stated in reading.facts] == [{"via": "vélo"}, {"mood": "gay"}]


# --- what cannot be read -----------------------------------------------------------------------
@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("embrassé Omar", "unknown-verb"),
        ('"tie" Omar', "unknown-verb"),
        ("email:a@exemple.fr", "missing-word"),
        ("2026-07-14 tie Omar", "unknown-verb"),
        ('2026-07-14 "met" Omar', "unknown-verb"),
        ("2026-07-14", "missing-word"),
        ("2026-07-32 met Omar", "bad-date"),
        ("2026-7-1 met Omar", "bad-date"),
        ("14/07/2026 met Omar", "bad-date"),
        ("20260714 met Omar", "bad-date"),
        ("met Omar", "missing-date"),
        ("2026-07-14 met", "missing-word"),
        ("2026-07-14 met Omar dehors", "unknown-word"),
        ("2026-07-14 met Léa Martin", "unknown-word"),
        ("2026-07-14 met me", "same-person"),
        ("2026-07-14 met Omar -- omar", "same-person"),
        ("2026-07-14 met Omar --", "missing-word"),
        ("2026-07-14 met Omar by:her", "unknown-value"),
        ("2026-07-14 met Omar at:a at:b", "repeated-key"),
        ("2026-07-14 asked Omar", "missing-word"),
        ("2026-07-14 asked Omar coffee", "unknown-kind"),
        ("2026-07-14 asked me advice", "not-me"),
        ("2026-07-14 answered Omar peut-être", "unknown-value"),
        ("2026-07-14 lifted Omar all", "unknown-kind"),
        ("2026-07-14 promised Omar", "missing-word"),
        ('2026-07-14 promised Omar "un livre" due:soon', "bad-date"),
        ('2026-07-14 promised Omar "un livre" by:us', "unknown-value"),
        ("2026-07-14 rhythm Omar often", "bad-rhythm"),
        ("2026-07-14 rhythm Omar 0", "bad-rhythm"),
        ("2026-07-14 rhythm 30", "missing-word"),
        ("2026-07-14 lead Omar -- omar salon", "same-person"),
        ("2026-07-14 lead me salon", "not-me"),
        ("2026-07-14 ended Omar", "missing-word"),
        ("2026-07-14 ended Omar salon told:soon", "bad-date"),
        ("2026-07-14 received Omar weight:6", "bad-weight"),
        ("2026-07-14 gave Omar weight:deux", "bad-weight"),
        ("tie me", "same-person"),
        ("apart Omar -- omar", "same-person"),
        ("apart Omar -- ", "missing-word"),
        ('search "du lac" "lac"', "bad-search"),
        ('search "lac:annecy" "lac"', "bad-search"),
        ("search lac", "missing-word"),
        ('search lac " "', "missing-word"),
        ("tie Omar context:ami", "unknown-value"),
        ("tie Omar closeness:close closeness:good", "repeated-key"),
        ("worked Omar", "missing-key"),
        ("worked Omar company:A from:2018-13", "bad-month"),
        ("worked Omar company:A from:2018-03 to:2017-01", "end-before-start"),
        ("worked me company:A", "not-me"),
        ("company", "missing-word"),
        ('company ""', "missing-word"),
        ("company Airbus referrals:maybe", "unknown-value"),
        ("boundary Omar", "missing-key"),
        ("boundary Omar no:rien", "unknown-kind"),
        ("boundary Omar no:all until:2026-09", "bad-date"),
        ("busy Omar from:2026-03-01", "missing-key"),
        ("busy Omar from:2026-03-02 to:2026-03-01", "end-before-start"),
        ("need Omar", "missing-word"),
        ("leave-out me", "not-me"),
        ("discreet", "missing-word"),
        ("discreet me", "not-me"),
        ("position Omar from:2014-01", "missing-key"),
        ("person Omar from:2014-01", "missing-key"),
        ("person Omar lang:fr lang:en", "repeated-key"),
        ("person Omar Sharif", "unknown-word"),
        ("me Nadia Benali", "unknown-word"),
        ('need Omar "sans fin', "unclosed-quote"),
        ("person Omar tag: vélo", "empty-value"),
    ],
)
def test_a_line_that_cannot_be_read_says_why_and_where(line: str, what: str):
    reading = read(f"; un carnet\n{line}\nleave-out Zoé\n")
    assert [(one.where, one.what) for one in reading.problems] == [("line=2", f"journal.{what}")]
    assert [stated.fact for stated in reading.facts] == [LeftOut(PersonId("name=zoe"))]
    assert reading.read == 2


def test_an_unknown_word_is_named_with_those_that_exist():
    assert problem("2026-07-14 answered Omar oui").details == {
        "pair": "reply",
        "value": "oui",
        "expected": "yes, no, later, uncomfortable",
    }


def test_problems_come_by_line():
    reading = read("oups Omar\nperson\n2026 met Omar\nperson Omar title:")
    assert [one.where for one in reading.problems] == ["line=1", "line=2", "line=3", "line=4"]


# --- the file ----------------------------------------------------------------------------------
def test_only_lines_that_hold_something_are_counted():
    reading = read("; rien\n\n  \nperson Omar\noups\n")
    assert (reading.read, reading.origin, reading.path) == (2, Origin.JOURNAL, "book.journal")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_line_end_and_a_mark_at_the_start(end: str):
    reading = read(f"\ufefftie Omar{end}leave-out Zoé{end}")
    assert reading.problems == ()
    assert [stated.record for stated in reading.facts] == ["line=1", "line=2"]


def test_wide_text_is_read():
    reading = journal.read("tie Zoé\n".encode("utf-16"), "x", ZoneInfo("UTC"))
    assert [one.names for one in reading.cards] == [("Zoé",)]


def test_a_line_that_is_not_utf8_is_a_problem():
    reading = journal.read("tie Omar\ntie Zoé".encode("latin-1"), "x", ZoneInfo("UTC"))
    assert [(one.where, one.what) for one in reading.problems] == [("line=2", "journal.not-text")]
    assert len(reading.facts) == 1


def test_a_line_separator_inside_a_value_does_not_end_the_line():
    assert facts('need Omar "a\u2028b\x0bc\x85d"') == [Need(OMAR, "a\u2028b\x0bc\x85d")]


@pytest.mark.parametrize(
    ("head", "name", "expected"),
    [
        (b"tie Omar\n", "x.txt", True),
        (b"; seul\n2026-07-14 met Omar\n", "", True),
        (b"tie Omar\noups\nleave-out Omar\n", "", True),
        (b"", "a.journal", False),
        (b"\n\n", "a.journal", False),
        (b"; rien encore\n", "a.journal", True),
        (b"; rien encore\n", "a.txt", False),
        (b"oups\nnon\ntie Omar\n", "a.txt", False),
        (b"oups\nnon\ntie Omar\n", "A.JOURNAL", True),
        (b"BEGIN:VCARD\nFN:Omar\n", "a.journal", False),
        (b"\x89PNG\r\n\x1a\n\0\0\ntie Omar\n\0x", "a.journal", False),
        (b"met Omar hier soir\n", "a.txt", False),
    ],
)
def test_a_journal_is_known_by_its_lines(head: bytes, name: str, *, expected: bool):
    assert journal.recognises(head, name) is expected
