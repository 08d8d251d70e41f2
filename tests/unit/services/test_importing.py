"""Importing: what enters the book, what is counted, and what is left alone."""

from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.batches import Batch, BatchKind, Change
from entregent.domain.facts import Asked, Encounter, House, LeftOut, Thanked, Tied
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Problem, Reading, Stated
from entregent.domain.words import Channel, Closeness, Origin, Usage
from entregent.exchange.files import FileReaders
from entregent.exchange.mail import mbox
from entregent.services.importing import import_files
from entregent.services.intake import Intake
from entregent.services.people import About, edit
from entregent.services.ports import Opened
from entregent.services.recording import record

NETWORK = Path(__file__).resolve().parents[3] / "examples" / "network"
LEA = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nORG:Airbus\nTITLE:Acheteuse"
OMAR = "FN:Omar Haddad\nTEL:+33 6 11 22 33 44"
ROW = ("Léa", "Martin", "https://www.linkedin.com/in/lea-martin", "", "Airbus", "Acheteuse")


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


# --- again and again -------------------------------------------------------------------------


def test_the_same_file_twice_changes_nothing(carnet, counts):
    first = carnet.cards(LEA, OMAR)
    before = carnet.dump()
    again = carnet.cards(LEA, OMAR)
    assert counts(first) == [(2, 2, 0, 0, 0)]
    assert counts(again) == [(2, 0, 0, 2, 0)]
    assert first.batch is not None
    assert again.batch is None
    assert carnet.dump() == before


def test_the_same_journal_twice_changes_nothing(carnet, counts):
    text = """
        me "Nadia Benali" email:nadia@exemple.fr
        person "Léa Martin" company:Airbus title:Acheteuse circle:fac
        tie "Léa Martin" closeness:close
        company Airbus referrals:ask
        2026-01-03 asked "Léa Martin" advice
        2026-01-04 met Omar at:salon
    """
    assert counts(carnet.tell(text)) == [(6, 6, 0, 0, 0)]
    before = carnet.dump()
    assert counts(carnet.tell(text, "copy.journal")) == [(6, 0, 0, 6, 0)]
    assert carnet.dump() == before


def test_a_whole_network_twice_changes_nothing(carnet):
    readers = FileReaders(ZoneInfo("Europe/Paris"))
    first = carnet.take(*readers.read(Opened((NETWORK,))))
    before = carnet.dump()
    again = carnet.take(*readers.read(Opened((NETWORK,))))
    assert again.batch is None
    assert carnet.dump() == before
    for report in (*first.files, *again.files):
        places = {problem.where for problem in report.problems}
        assert report.read == report.new + report.changed + report.same + len(places), report.path
    assert all(report.new == report.changed == 0 for report in again.files)


def test_next_months_export_changes_only_what_changed(carnet, counts):
    omar = ("Omar", "Haddad", "https://www.linkedin.com/in/omar-h", "", "Safran", "Directeur")
    carnet.connections(ROW, omar)
    report = carnet.connections((*ROW[:5], "Responsable"), omar, path="Connections-2.csv")
    assert counts(report) == [(2, 0, 1, 1, 0)]
    assert carnet.person("Léa Martin").title == "Responsable"
    assert carnet.names() == ["Léa Martin", "Omar Haddad"]


def test_a_new_employer_replaces_last_months(carnet):
    carnet.connections(ROW)
    carnet.connections((*ROW[:4], "Safran", "Acheteuse"))
    assert carnet.person("Léa Martin").companies(carnet.desk.today) == ("Safran",)


def test_of_two_employers_neither_is_lost_when_the_other_changes(carnet):
    carnet.cards("FN:Léa Martin\nORG:Airbus\nORG:Safran")
    carnet.cards("FN:Léa Martin\nORG:Airbus\nORG:Thales")
    companies = carnet.person("Léa Martin").companies(carnet.desk.today)
    assert set(companies) == {"Airbus", "Thales"}


def test_a_value_changed_back_again_is_seen_as_changed(carnet, counts):
    for title in ("Acheteuse", "Directrice", "Acheteuse"):
        report = carnet.cards(f"FN:Léa Martin\nEMAIL:lea@exemple.fr\nTITLE:{title}")
        assert carnet.person("Léa Martin").title == title
    assert counts(report) == [(1, 0, 1, 0, 0)]


def test_an_employer_changed_back_again_is_seen_as_changed(carnet, counts):
    for company in ("Airbus", "Safran", "Airbus"):
        report = carnet.connections((*ROW[:4], company, "Acheteuse"))
        assert carnet.person("Léa Martin").companies(carnet.desk.today) == (company,)
    assert counts(report) == [(1, 0, 1, 0, 0)]


@pytest.mark.parametrize(
    ("lines", "read"),
    [
        (
            ["tie Léa closeness:close", "tie Léa closeness:slight", "tie Léa closeness:close"],
            lambda carnet: carnet.deeds(Tied)[-1].closeness is Closeness.CLOSE,
        ),
        (
            [f"company Airbus referrals:{usage}" for usage in ("yes", "no", "yes")],
            lambda carnet: carnet.deeds(House)[-1].referrals is Usage.YES,
        ),
        (
            [
                "position Léa company:Airbus from:2019-03",
                "position Léa company:Airbus from:2019-03 to:2025-01",
                "position Léa company:Airbus from:2019-03",
            ],
            lambda carnet: carnet.person("Léa").companies(carnet.desk.today) == ("Airbus",),
        ),
    ],
    ids=["tie", "house", "dated-position"],
)
def test_a_journals_last_word_stands_even_if_it_was_said_before(carnet, lines, read):
    for line in lines:
        carnet.tell(line)
    assert read(carnet)


# --- by hand ---------------------------------------------------------------------------------


def test_what_was_edited_by_hand_wins_over_imports(carnet):
    carnet.cards(LEA)
    edit(carnet.desk, carnet.id("Léa"), About(name="Léa Martin-Roux", title="Directrice"))
    carnet.cards(LEA.replace("Acheteuse", "Cheffe de projet"))
    carnet.connections(ROW)
    lea = carnet.person("lea@exemple.fr")
    assert (lea.name, lea.title) == ("Léa Martin-Roux", "Directrice")


def test_a_journal_imported_again_after_an_edit_changes_nothing(carnet, counts):
    text = 'person "Léa Martin" title:Acheteuse'
    carnet.tell(text)
    edit(carnet.desk, carnet.id("Léa"), About(title="Directrice"))
    before = carnet.dump()
    assert counts(carnet.tell(text)) == [(1, 0, 0, 1, 0)]
    assert carnet.dump() == before


def test_what_was_said_by_hand_is_not_said_again_by_a_journal(carnet, counts):
    carnet.tell("person Léa")
    record(carnet.desk, [LeftOut(carnet.id("Léa"))], "leave out")
    assert counts(carnet.tell("leave-out Léa", "other.journal")) == [(1, 0, 0, 1, 0)]


# --- encounters ------------------------------------------------------------------------------


def test_the_same_encounter_told_twice_counts_once(carnet, counts):
    carnet.tell("2026-01-05 met Omar at:salon")
    again = carnet.tell("2026-01-05 met Omar at:salon\n2026-01-06 met Omar", "b.journal")
    assert counts(again) == [(2, 1, 0, 1, 0)]
    assert len(list(carnet.book.encounters(carnet.id("Omar")))) == 2


def test_two_people_met_on_one_day_are_both_kept(carnet):
    carnet.tell("2026-01-05 met Omar\n2026-01-05 met Ana")
    assert len(list(carnet.book.encounters())) == 2


def test_somebody_met_on_the_day_another_was_is_kept_in_a_later_import(carnet, counts):
    carnet.tell("2026-01-05 met Omar")
    assert counts(carnet.tell("2026-01-05 met Ana", "b.journal")) == [(1, 1, 0, 0, 0)]
    assert len(list(carnet.book.encounters(carnet.id("Ana")))) == 1


def test_one_message_in_two_mailboxes_counts_once(carnet, counts):
    def mailbox(path):
        met = Encounter(ME, PersonId("a"), date(2026, 1, 5), Channel.WROTE, key="<1@exemple.fr>")
        card = Card(PersonId("a"), "addr=ana@exemple.fr", ("Ana",), emails=("ana@exemple.fr",))
        return Reading(path, Origin.MAIL, 1, (card,), (Stated("msg=1", met),))

    report = carnet.take(mailbox("a.mbox"), mailbox("b.mbox"))
    assert counts(report) == [(1, 1, 0, 0, 0), (1, 0, 0, 1, 0)]
    assert counts(carnet.take(mailbox("c.mbox"))) == [(1, 0, 0, 1, 0)]
    assert len(list(carnet.book.encounters())) == 1


# --- dates -----------------------------------------------------------------------------------


def test_a_letter_to_me_and_another_ties_its_writer_to_both_and_me_to_nobody_else(carnet):
    carnet.tell('me "Nadia Benali" email:nadia@exemple.fr')
    letter = (
        b"From: Samir Khelifi <samir@exemple.fr>\n"
        b"To: nadia@exemple.fr, Omar Haddad <omar@exemple.fr>, Alice Roux <alice@exemple.fr>\n"
        b"Date: Thu, 22 Jan 2026 08:11:10 +0100\nMessage-ID: <1@exemple.fr>\n\nBonjour\n"
    )
    carnet.take(mbox.read(letter, "a.eml", ZoneInfo("Europe/Paris")))
    name = {person.id: person.name for person in carnet.book.people()}
    told = {(name[e.person], name[e.other], e.channel) for e, _, _ in carnet.book.encounters()}
    assert told == {
        ("Samir Khelifi", "Nadia Benali", Channel.WROTE),
        ("Samir Khelifi", "Omar Haddad", Channel.WROTE),
        ("Samir Khelifi", "Alice Roux", Channel.WROTE),
        ("Alice Roux", "Omar Haddad", Channel.CROSSED),
    }


@pytest.mark.parametrize("deed", ["met Omar", "asked Omar advice", "thanked Omar"])
def test_a_future_date_in_a_journal_is_kept_and_said_with_its_place(carnet, counts, deed):
    report = carnet.tell(f"person Omar\n2026-03-02 {deed}")
    assert counts(report) == [(2, 1, 0, 0, 1)]
    assert report.files[0].problems == (Problem("line=2", "import.future-date"),)
    assert counts(carnet.tell(f"person Omar\n2026-03-02 {deed}")) == [(2, 0, 0, 1, 1)]
    assert len(carnet.deeds(Asked) + carnet.deeds(Thanked) + list(carnet.book.encounters())) == 1


def test_the_present_day_and_periods_to_come_are_no_problem(carnet, counts):
    report = carnet.tell(
        "2026-03-01 met Omar\nbusy Omar from:2027-01-01 to:2027-02-01\n"
        "boundary Omar no:all until:2027-01-01"
    )
    assert counts(report) == [(3, 3, 0, 0, 0)]


def test_a_journal_is_written_on_the_real_day_even_if_the_book_is_read_on_another(carnet, counts):
    on_christmas = import_files(
        type(carnet.desk)(
            carnet.book, carnet.desk.ids, date(2025, 12, 25), carnet.desk.now, carnet.desk.settings
        ),
        [
            Reading(
                "j",
                Origin.JOURNAL,
                1,
                (Card(PersonId("o"), "line=1", ("Omar",)),),
                (Stated("line=1", Asked(PersonId("o"), date(2026, 2, 1), "advice")),),
            )
        ],
        dry_run=True,
    )
    assert counts(on_christmas) == [(1, 1, 0, 0, 0)]


def test_an_event_to_come_stands_in_a_calendar(carnet, counts):
    met = Encounter(ME, PersonId("a"), date(2026, 6, 1), Channel.MET, key="uid-1")
    card = Card(PersonId("a"), "addr=ana@exemple.fr", ("Ana",), emails=("ana@exemple.fr",))
    report = carnet.take(Reading("a.ics", Origin.CALENDAR, 1, (card,), (Stated("event=1", met),)))
    assert counts(report) == [(1, 1, 0, 0, 0)]


# --- counting --------------------------------------------------------------------------------


def test_a_problem_of_the_file_itself_is_no_record(carnet, counts):
    card = Card(PersonId("a"), "card=1", ("Ana Silva",))
    odd = Problem("", "import.unknown-format")
    report = carnet.take(Reading("a.vcf", Origin.VCARD, 2, (card,), problems=(odd,)))
    assert counts(report) == [(2, 1, 0, 1, 1)]


def test_a_record_with_two_problems_counts_once(carnet, counts):
    wrong = (Problem("card=1", "vcard.bad-line"), Problem("card=1", "vcard.no-name"))
    report = carnet.take(Reading("a.vcf", Origin.VCARD, 1, problems=wrong))
    assert counts(report) == [(1, 0, 0, 0, 2)]


def test_a_line_that_names_somebody_new_is_new_as_a_whole(carnet, counts):
    assert counts(carnet.tell("leave-out Paul")) == [(1, 1, 0, 0, 0)]
    assert counts(carnet.tell("leave-out Paul\nneed Paul un-logo")) == [(2, 1, 0, 1, 0)]


def test_facts_about_one_and_the_same_human_twice_are_left_out(carnet, counts):
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    one = Card(PersonId("a"), "card=1", ("Léa Martin",), emails=("lea@exemple.fr",))
    two = Card(PersonId("b"), "card=2", ("Martin Léa",), emails=("lea@exemple.fr",))
    tie = Stated("card=3", Tied(PersonId("a"), PersonId("b")))
    report = carnet.take(Reading("b.vcf", Origin.VCARD, 3, (one, two), (tie,)))
    assert carnet.deeds(Tied) == []
    assert counts(report) == [(3, 0, 1, 2, 0)]


def test_a_dry_run_tells_what_it_would_do_and_writes_nothing(carnet, counts):
    carnet.cards(LEA)
    before = carnet.dump()
    dry = carnet.cards(LEA.replace("Acheteuse", "Directrice"), OMAR, dry_run=True)
    assert counts(dry) == [(2, 1, 1, 0, 0)]
    assert dry.batch is None
    assert carnet.dump() == before
    wet = carnet.cards(LEA.replace("Acheteuse", "Directrice"), OMAR)
    assert wet.files == dry.files


def test_an_import_is_one_batch_named_after_its_files(carnet, vcf):
    report = carnet.take(vcf(LEA), vcf(OMAR, path="work.vcf"))
    (line,) = carnet.book.batches()
    assert (line.id, line.title) == (report.batch, "phone.vcf, work.vcf")
    assert line.files == report.files


def test_two_files_that_call_somebody_differently_do_not_take_turns(carnet, vcf):
    carnet.cards(LEA)
    phone, work = vcf(LEA), vcf(LEA.replace("Léa", "Léa-Rose"), path="work.vcf")
    assert carnet.take(phone, work).batch is not None
    assert carnet.take(phone, work).batch is None


def test_what_changed_is_told_with_what_was_said_before(carnet):
    carnet.cards(LEA)
    report = carnet.cards(LEA.replace("Acheteuse", "Directrice") + "\nTEL:+33 6 00 00 00 01")
    lea = carnet.id("Léa")
    assert report.files[0].changes == (
        Change(lea, "Léa Martin", "phone", "", "+33 6 00 00 00 01"),
        Change(lea, "Léa Martin", "position", "Acheteuse, Airbus", "Directrice, Airbus"),
    )
    assert carnet.book.batches()[-1].files[0].changes == ()


def test_an_import_made_up_before_another_landed_is_refused_whole(carnet, refused, vcf):
    """Two imports of one file at once must not make everybody twice."""
    reading = vcf("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    slow = Intake(carnet.desk, [reading])
    slow.take(0, reading)
    import_files(carnet.desk, [reading], dry_run=False)
    with refused("book.moved"):
        carnet.book.apply(
            Batch(
                slow.batch,
                BatchKind.IMPORT,
                carnet.desk.now,
                people=slow.people,
                entries=slow.entries,
                after=slow.after,
            )
        )
    assert carnet.names() == ["Léa Martin"]
