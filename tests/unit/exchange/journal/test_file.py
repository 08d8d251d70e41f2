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
from entregent.domain.reading import Card, Job, Problem, Reading
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


def card(text: str) -> Card:
    reading = read(text)
    assert reading.problems == ()
    return reading.cards[0]


def problem(text: str) -> Problem:
    reading = read(text)
    assert len(reading.problems) == 1
    return reading.problems[0]


# --- people ------------------------------------------------------------------------------------
def test_me_is_the_owner_with_positions_and_projects():
    me = card(
        'me "Nadia Benali" email:nadia@exemple.fr lang:fr title:"Acheteuse" company:Michelin '
        'from:2021-09 projects:"réemploi des emballages"'
    )
    assert me == Card(
        ME,
        "line=1",
        ("Nadia Benali",),
        emails=("nadia@exemple.fr",),
        jobs=(Job("Michelin", "Acheteuse", "2021-09"),),
        details=((Said.LANG, "fr"), (Said.PROJECT, "réemploi des emballages")),
    )


def test_me_needs_no_name():
    assert card("me lang:fr") == Card(ME, "line=1", (), details=((Said.LANG, "fr"),))


def test_a_person_line_portrays_somebody_and_makes_no_tie():
    lea = card(
        'person "Léa Martin" name:"Léa M." given:Léa family:Martin email:a@exemple.fr '
        'email:b@exemple.fr phone:"+33 6" url:https://exemple.fr title:"Responsable achats" '
        "company:Airbus from:2019-03 to:2024-12"
    )
    assert lea == Card(
        LEA,
        "line=1",
        ("Léa Martin", "Léa M."),
        "Léa",
        "Martin",
        ("a@exemple.fr", "b@exemple.fr"),
        ("+33 6",),
        ("https://exemple.fr",),
        (Job("Airbus", "Responsable achats", "2019-03", "2024-12"),),
    )
    assert not lea.known
    assert not lea.exact


def test_the_simple_things_one_can_say():
    omar = card(
        "person Omar sector:aéronautique sector:espace circle:fac circle:escalade tag:vélo "
        "project:a projects:b lang:en client:c topic:t advice:d birthday:1980-01-01 place:Lyon "
        'note:"n ; n" other:"X-A=b"'
    )
    assert omar.details == (
        (Said.SECTOR, "aéronautique"),
        (Said.SECTOR, "espace"),
        (Said.CIRCLE, "fac"),
        (Said.CIRCLE, "escalade"),
        (Said.TAG, "vélo"),
        (Said.PROJECT, "a"),
        (Said.PROJECT, "b"),
        (Said.LANG, "en"),
        (Said.CLIENT, "c"),
        (Said.TOPIC, "t"),
        (Said.ADVICE, "d"),
        (Said.BIRTHDAY, "1980-01-01"),
        (Said.PLACE, "Lyon"),
        (Said.NOTE, "n ; n"),
        (Said.OTHER, "X-A=b"),
    )


def test_unknown_pairs_are_kept_on_people():
    assert card("person Omar shoe-size:43 chat:a chat:b").extra == {
        "shoe-size": "43",
        "chat": "a\nb",
    }


def test_an_empty_value_says_nothing():
    omar = card('person Omar email:"" tag:"" title:"" lang:""')
    assert omar == Card(OMAR, "line=1", ("Omar",))


def test_a_title_without_company_stands_alone():
    assert card('person Omar title:"Directeur"').details == ((Said.TITLE, "Directeur"),)


def test_a_dated_title_is_a_job_even_without_company():
    assert card("person Omar title:Consultante from:2020").jobs == (
        Job("", "Consultante", "2020-01"),
    )


def test_a_year_runs_from_january_to_december():
    assert card("person Omar company:Airbus from:2014 to:2016").jobs == (
        Job("Airbus", "", "2014-01", "2016-12"),
    )


def test_several_lines_for_one_name_add_up():
    reading = read("person Omar tag:vélo\nperson omar company:Airbus\nme lang:fr\nme X tag:b")
    assert [(one.ref, one.record) for one in reading.cards] == [
        (OMAR, "line=1"),
        (OMAR, "line=2"),
        (ME, "line=3"),
        (ME, "line=4"),
    ]


# --- ids and homonyms --------------------------------------------------------------------------
HOMONYMS = 'person "Jean Martin" id:jm1\nperson "Jean Martin" id:jm2 tag:vélo\n'


def test_ids_tell_homonyms_apart():
    reading = read(HOMONYMS + "2026-07-14 met @jm2\n2026-07-14 wrote @jm1")
    assert [(one.ref, one.exact) for one in reading.cards] == [("jm1", True), ("jm2", True)]
    assert [stated.fact for stated in reading.facts] == [
        Encounter(ME, PersonId("jm2"), JULY, Channel.MET),
        Encounter(ME, PersonId("jm1"), JULY, Channel.WROTE),
    ]


def test_a_name_that_two_people_bear_is_a_problem():
    assert problem(HOMONYMS + '2026-07-14 met "Jean Martin"') == Problem(
        "line=3", "journal.ambiguous", {"name": "Jean Martin"}
    )


def test_a_person_line_without_id_is_another_than_the_one_with():
    reading = read('person "Jean Martin" tag:a\nperson "Jean Martin" id:jm2\nmet @jm2')
    assert [one.ref for one in reading.cards] == ["name=jean martin", "jm2"]
    assert problem("person Jo\nperson Jo id:jo\nleave-out Jo").what == "journal.ambiguous"


def test_a_name_borne_once_means_the_one_with_an_id_wherever_the_line_stands():
    assert facts('tie "Jean Martin"\nperson "Jean Martin" id:jm') == [Tied(PersonId("jm"), ME)]


def test_an_id_line_may_come_twice_and_by_reference():
    reading = read("person @o tag:a\nperson Omar id:o\nperson Omar id:o tag:b")
    assert reading.problems == ()
    assert [(one.ref, one.names) for one in reading.cards] == [
        ("o", ("Omar",)),
        ("o", ("Omar",)),
        ("o", ("Omar",)),
    ]
    assert all(one.exact for one in reading.cards)


def test_the_owners_name_and_id_mean_me():
    text = "me Nadia id:n1\n"
    assert facts(text + "tie Omar -- Nadia") == [Tied(OMAR, ME)]
    assert facts(text + "offer @n1 thé") == [Offer(ME, "thé")]
    assert facts(text + "offer @me thé") == [Offer(ME, "thé")]


def test_quotes_make_a_name_of_anything():
    assert facts('leave-out "me"') == [LeftOut(PersonId("name=me"))]
    assert facts('leave-out "@a"') == [LeftOut(PersonId("name=@a"))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("leave-out @nobody", Problem("line=1", "journal.unknown-id", {"id": "nobody"})),
        ("person @nobody tag:a", Problem("line=1", "journal.unknown-id", {"id": "nobody"})),
        ("person A id:a\nperson B id:a", Problem("line=2", "journal.repeated-id", {"id": "a"})),
        ("me N id:a\nperson B id:a", Problem("line=2", "journal.repeated-id", {"id": "a"})),
        ('person A id:"a b"', Problem("line=1", "journal.bad-id", {"id": "a b"})),
        ("person A id:me", Problem("line=1", "journal.bad-id", {"id": "me"})),
        ("person me tag:a", Problem("line=1", "journal.not-me")),
        ("person tag:a", Problem("line=1", "journal.missing-word", {"what": "name"})),
        ('person "" tag:a', Problem("line=1", "journal.missing-word", {"what": "name"})),
        ("leave-out --", Problem("line=1", "journal.missing-word", {"what": "name"})),
        ('leave-out " "', Problem("line=1", "journal.missing-word", {"what": "name"})),
    ],
)
def test_people_who_cannot_be_told(text: str, expected: Problem):
    assert problem(text) == expected


def test_a_person_without_name_may_have_an_id():
    assert card('person "" id:x email:a@exemple.fr').names == ()


def test_an_unreadable_portrait_leaves_its_person_known():
    reading = read("person Omar id:o from:hier\n2026-07-14 met @o")
    assert [one.what for one in reading.problems] == ["journal.bad-month"]
    assert reading.cards == (Card(PersonId("o"), "line=2", ("Omar",), exact=True),)


def test_a_person_first_named_elsewhere_is_created_once():
    reading = read('2026-07-14 met "Zoé Roux"\nneed "zoé roux" thé')
    assert reading.cards == (Card(PersonId("name=zoe roux"), "line=1", ("Zoé Roux",)),)


def test_a_line_in_error_creates_nobody():
    assert read("2026-07-14 met Zoé by:her").cards == ()


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
