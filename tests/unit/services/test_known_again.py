"""Files known again by their bytes: when a standing import tells all that they would tell."""

from dataclasses import replace

import pytest

from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.facts import Detail, LeftOut
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.reading import Card, Reading
from entregent.domain.words import Origin, Said
from entregent.services.known_again import known_again, standing_marks
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.shown import Shown
from entregent.services.undoing import undo

LEA = "FN:Léa Martin\nEMAIL:lea@exemple.fr"
OMAR = "FN:Omar Haddad\nTEL:+33 6 11 22 33 44"
PHONE = {"phone.vcf": "bytes:1"}


def unread(path="phone.vcf", mark="bytes:1"):
    return Reading(path, Origin.VCARD, 0, mark=mark, again=True)


def listed(name, origin, mark="", path="list.csv"):
    return Reading(path, origin, 1, (Card(PersonId(name), "row=1", (name,)),), mark=mark)


@pytest.fixture
def phone(carnet, vcf):
    carnet.take(replace(vcf(LEA, OMAR), mark="bytes:1"))
    return carnet


def test_what_was_new_then_is_the_same_now(phone):
    assert standing_marks(phone.book) == [PHONE]
    before = phone.dump()
    report = phone.take(unread())
    assert report.batch is None
    assert report.files == (FileReport("phone.vcf", Origin.VCARD, read=2, same=2, mark="bytes:1"),)
    assert phone.dump() == before


def test_other_sources_and_what_people_did_make_no_difference(phone):
    phone.take(listed("Zoé Petit", Origin.LINKEDIN, "bytes:2"))
    record(phone.desk, [LeftOut(phone.id("Léa"))], "leave out")
    assert standing_marks(phone.book) == [{"list.csv": "bytes:2"}, PHONE]


def test_the_same_kind_of_source_may_tell_of_others(phone):
    phone.take(listed("Zoé Petit", Origin.VCARD, "bytes:2", "work.vcf"))
    assert standing_marks(phone.book) == [{"work.vcf": "bytes:2"}, PHONE]
    before = phone.dump()
    assert phone.take(unread()).batch is None
    assert phone.dump() == before


def test_the_same_kind_of_source_may_have_said_another_word_since(phone):
    phone.cards(f"{LEA}\nTITLE:Acheteuse", path="work.vcf")
    assert standing_marks(phone.book) == []


def test_what_the_owner_says_of_somebody_is_compared_record_by_record(phone):
    record(phone.desk, [Detail(phone.id("Léa"), Said.EMAIL, "omar@exemple.fr")], "edit")
    assert standing_marks(phone.book) == []


def test_nothing_before_a_merge_is_known_again(phone):
    pair = (phone.id("Omar"), phone.id("Léa"))
    merge = Batch(BatchId(phone.desk.ids.new()), BatchKind.MERGE, phone.desk.now, merges=[pair])
    phone.book.apply(merge)
    assert standing_marks(phone.book) == []


def test_an_undo_lets_later_files_be_read_again(phone):
    phone.take(listed("Zoé Petit", Origin.LINKEDIN, "bytes:2"))
    phone.take(listed("Ana", Origin.GOOGLE, "UIDVALIDITY 7", "contacts.csv"))
    undo(phone.desk, phone.book.batches()[0].id)
    assert [marks for marks in standing_marks(phone.book) if PHONE.keys() & marks.keys()] == []
    assert [report.mark for line in phone.book.batches() for report in line.files] == [
        *("", "UIDVALIDITY 7"),
    ]


def test_a_journal_is_only_known_as_long_as_it_is_the_last_word(phone):
    phone.take(listed("Ana", Origin.JOURNAL, "bytes:2", "me.journal"))
    assert standing_marks(phone.book) == [{"me.journal": "bytes:2"}]
    phone.take(listed("Zoé Petit", Origin.LINKEDIN))
    assert standing_marks(phone.book) == []


def test_what_lay_in_the_future_then_may_not_any_longer(carnet):
    carnet.tell("person Omar\n2026-03-02 met Omar")
    assert standing_marks(carnet.book) == []


def test_a_book_that_moved_since_its_files_were_known_says_so(phone):
    with pytest.raises(BookError, match=r"book\.moved"):
        known_again(phone.book, [unread(mark="bytes:0")])


def test_a_hidden_person_hides_no_word_that_was_told_since(phone):
    (batch,) = phone.book.batches()
    record(phone.desk, [LeftOut(phone.id("Léa"))], "leave out")
    covered = Shown(phone.book, frozenset({phone.id("Omar")}))
    told = covered.told_since(batch.id, newcomers="with")
    assert told == phone.book.told_since(batch.id, newcomers="with")
    assert (Origin.HAND, LeftOut) in told
