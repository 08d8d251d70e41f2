"""Undoing: a batch leaves the book as it was, or says what leans on it."""

import pytest

from entregent.domain.batches import BatchKind
from entregent.domain.facts import Encounter, Gave, LeftOut, Need, Tied
from entregent.domain.words import Channel, Closeness
from entregent.services.people import About, edit
from entregent.services.recording import record
from entregent.services.undoing import undo

LEA = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nORG:Airbus"
OMAR = "FN:Omar Haddad\nEMAIL:omar@exemple.fr"


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


def test_with_nothing_in_between_undo_gives_back_the_very_same_book(carnet):
    carnet.tell("person Ana circle:fac\n2026-01-05 met Ana\n2026-01-06 asked Ana advice")
    carnet.plan("advice", person="Ana")
    before = carnet.dump()
    report = carnet.cards("FN:Ana\nEMAIL:ana@exemple.fr", LEA, OMAR)
    undone = undo(carnet.desk, None)
    assert (undone.batch.id, undone.people_gone, undone.stubs) == (report.batch, 3, ())
    assert carnet.dump() == before


def test_each_batch_in_turn_back_to_the_empty_book(carnet):
    books = [carnet.dump()]
    for n in range(3):
        carnet.cards(LEA.replace("Airbus", f"Airbus {n}"), f"FN:Ana Silva {n}\nTEL:061122334{n}0")
        books.append(carnet.dump())
    while len(books) > 1:
        assert carnet.dump() == books.pop()
        undo(carnet.desk, None)
    assert carnet.dump() == books[0]


def test_words_of_an_older_batch_stand_again(carnet):
    carnet.cards(LEA)
    carnet.cards(LEA.replace("Airbus", "Safran"))
    undo(carnet.desk, None)
    assert carnet.person("Léa").companies(carnet.desk.today) == ("Airbus",)


def test_by_default_the_last_import_goes_not_the_last_words_by_hand(carnet):
    imported = carnet.cards(LEA).batch
    carnet.cards(OMAR)
    record(carnet.desk, [Need(carnet.id("Léa"), "un logo")], "need")
    undone = undo(carnet.desk, None)
    assert undone.batch.title == "phone.vcf"
    assert undone.batch.id != imported
    assert carnet.names() == ["Léa Martin"]


def test_with_nothing_imported_there_is_nothing_to_undo(carnet, refused):
    with refused("undo.nothing"):
        undo(carnet.desk, None)
    record(carnet.desk, [Need(carnet.book.owner, "du temps")], "need")
    with refused("undo.nothing"):
        undo(carnet.desk, None)


def test_a_batch_is_named_by_its_id_its_beginning_or_its_end(carnet, refused):
    before = carnet.dump()
    for cut in (slice(None), slice(0, 20), slice(-8, None)):
        batch = carnet.cards(LEA).batch
        assert undo(carnet.desk, batch[cut]).batch.id == batch
        assert carnet.dump() == before
    with refused("undo.unknown", id="nope"):
        undo(carnet.desk, "nope")


def test_an_id_that_could_be_two_batches_is_unknown(carnet, refused):
    one, two = carnet.cards(LEA).batch, carnet.cards(OMAR).batch
    common = "".join(a for a, b in zip(one, two, strict=True) if a == b)[:2]
    with refused("undo.unknown", id=common):
        undo(carnet.desk, common)


def test_no_id_at_all_names_no_batch(carnet, refused):
    carnet.cards(LEA)
    with refused("undo.unknown", id=""):
        undo(carnet.desk, "")


def test_words_by_hand_are_undone_by_their_id(carnet):
    carnet.tell("person Léa")
    before = carnet.dump()
    batch = record(carnet.desk, [LeftOut(carnet.id("Léa"))], "leave out")
    assert undo(carnet.desk, batch).batch.kind is BatchKind.HAND
    assert carnet.dump() == before


# --- who stays -------------------------------------------------------------------------------


def test_somebody_spoken_of_by_hand_since_stays_by_name_only(carnet):
    carnet.cards(LEA, OMAR)
    lea = carnet.id("Léa")
    record(carnet.desk, [Gave(lea, carnet.desk.today, "relu son CV")], "gave")
    undone = undo(carnet.desk, None)
    assert [person.name for person in undone.stubs] == ["Léa Martin"]
    assert undone.people_gone == 1
    left = carnet.book.person(lea)
    assert (left.name, left.emails, left.positions) == ("Léa Martin", (), ())
    assert carnet.deeds(Gave)[0].person == lea
    assert carnet.names() == ["Léa Martin"]


def test_a_stub_is_found_again_by_the_next_import(carnet):
    carnet.cards(LEA)
    lea = carnet.id("Léa")
    record(carnet.desk, [Need(lea, "un logo")], "need")
    undo(carnet.desk, None)
    carnet.cards(LEA)
    assert carnet.id("lea@exemple.fr") == lea


def test_the_person_a_plan_aims_at_stays(carnet):
    carnet.cards(LEA, OMAR)
    goal = carnet.plan("interview", person="Omar")
    undo(carnet.desk, None)
    assert carnet.names() == ["Omar Haddad"]
    assert carnet.book.goals() == [goal]


def test_somebody_met_by_hand_since_stays(carnet):
    carnet.cards(LEA)
    met = Encounter(carnet.book.owner, carnet.id("Léa"), carnet.desk.today, Channel.MET)
    record(carnet.desk, [met], "met")
    undo(carnet.desk, None)
    assert carnet.names() == ["Léa Martin"]
    assert len(list(carnet.book.encounters())) == 1


# --- what leans on a batch -------------------------------------------------------------------


def test_a_later_import_that_speaks_of_the_same_people_is_named(carnet, refused):
    first = carnet.cards(LEA, OMAR).batch
    later = carnet.cards(LEA.replace("Airbus", "Safran"), path="march.vcf").batch
    with refused("undo.depends", batch=later, title="march.vcf"):
        undo(carnet.desk, first)
    undo(carnet.desk, later)
    undo(carnet.desk, first)
    assert carnet.names() == []


def test_a_later_journal_that_tells_of_a_meeting_is_named(carnet, refused):
    first = carnet.cards(LEA).batch
    later = carnet.tell('2026-01-05 met "Léa Martin"').batch
    with refused("undo.depends", batch=later, title="facts.journal"):
        undo(carnet.desk, first)


def test_a_later_import_of_others_does_not_lean_on_it(carnet):
    first = carnet.cards(LEA).batch
    carnet.cards(OMAR)
    undo(carnet.desk, first)
    assert carnet.names() == ["Omar Haddad"]


def test_an_import_that_made_two_people_one_is_named(carnet, refused):
    first = carnet.cards("FN:L. Martin\nTEL:0612345678").batch
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr", path="work.vcf")
    both = carnet.cards(
        "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:0612345678", path="both.vcf"
    ).batch
    with refused("undo.depends", batch=both, title="both.vcf"):
        undo(carnet.desk, first)


def test_an_address_claimed_by_hand_is_named_and_undone_first(carnet, refused):
    first = carnet.cards(LEA).batch
    before = carnet.dump()
    edit(carnet.desk, carnet.book.owner, About(emails=("lea@exemple.fr",)))
    (claim,) = (line for line in carnet.book.batches() if line.kind is BatchKind.MERGE)
    with refused("undo.depends", batch=claim.id, title="me"):
        undo(carnet.desk, first)
    assert undo(carnet.desk, None).batch == claim
    assert carnet.names() == ["Léa Martin"]
    words = carnet.book.batches()[-1]
    undo(carnet.desk, words.id)
    assert carnet.dump() == before


def test_words_about_a_tie_keep_the_other_person_too(carnet):
    carnet.tell("person Ana")
    carnet.cards(LEA)
    tie = Tied(carnet.id("Ana"), carnet.id("Léa"), closeness=Closeness.GOOD)
    record(carnet.desk, [tie], "tie")
    assert [person.name for person in undo(carnet.desk, None).stubs] == ["Léa Martin"]
    assert carnet.deeds(Tied) == [tie]


def test_an_import_that_joined_an_older_person_to_a_new_one_can_be_undone(carnet):
    carnet.cards("FN:L. Martin\nTEL:0612345678")
    before = carnet.dump()
    carnet.cards(LEA, f"{LEA}\nTEL:0612345678", path="work.vcf")
    assert len(carnet.names()) == 1
    undo(carnet.desk, None)
    assert carnet.dump() == before


def test_two_cards_that_became_one_human_are_one_person_gone(carnet):
    carnet.cards("FN:L. Martin\nTEL:0612345678", LEA, f"{LEA}\nTEL:0612345678")
    assert len(carnet.names()) == 1
    assert undo(carnet.desk, None).people_gone == 1
