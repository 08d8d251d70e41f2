"""The trash: somebody put away is in no answer, and comes back with everything."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.domain.batches import Batch, BatchKind
from entregent.domain.facts import Trashed
from entregent.domain.ids import BatchId
from entregent.domain.words import Kind
from entregent.network.ties import LANDMARK
from entregent.services.accounts import ledger
from entregent.services.agenda import agenda
from entregent.services.asking import judge
from entregent.services.dossiers import dossier
from entregent.services.forgetting import forget
from entregent.services.merging import alike, merge
from entregent.services.recording import record
from entregent.services.shown import Shown, trashed
from entregent.services.trash import bring_back, put_away, trash
from entregent.services.undoing import undo


@pytest.fixture(params=["memory", "sqlite"])
def shelf(request):
    return request.param


def test_somebody_put_away_is_in_no_answer(story):
    """
    person "Léa Martin" company:Volèle circle:fac note:escalade id:lea
    person "Léa Martin" id:double
    person Omar company:Volèle
    tie @lea closeness:close
    tie @lea -- Omar
    2026-02-05 met @lea
    2026-02-06 met Omar
    2026-02-07 received @lea "une idée"
    2026-02-07 asked @lea advice
    """
    lea = story.id("lea")
    aimed = story.plan("introduction", person="lea")
    goal = story.plan("introduction", company="Volèle")
    assert put_away(story.desk, "lea")[0].id == lea
    now = story.shown()
    assert lea not in {person.id for person in now.book.people()}
    assert now.names("escalade") == []
    assert now.names("company:volèle") == ["Omar"]
    assert now.book.person(lea) is None
    assert now.id("Léa Martin") == story.id("double"), "the homonym alone answers to the name"
    assert lea not in {
        chain for one in judge(now.desk, goal).candidates for chain in one.chain.people
    }
    assert aimed not in now.book.goals()
    assert [line.person.name for line in ledger(now.desk)] == []
    assert lea not in {getattr(item, "person", None) for item in agenda(now.desk)}
    assert dossier(now.desk, now.id("Omar")).known_to == ()
    assert alike(now.desk) == []
    assert len(list(now.book.encounters())) == 1
    assert len(now.book.traces(date(2026, 3, 1), LANDMARK, 365)) == 1
    assert all(
        lea not in (getattr(e.fact, "person", ""), getattr(e.fact, "other", ""))
        for e in now.book.entries()
    )


def test_the_trash_shows_who_is_there_and_gives_them_back_whole(story, refused):
    """
    person "Léa Martin" email:lea@exemple.fr
    person Omar
    """
    before = story.person("Léa Martin")
    put_away(story.desk, "Léa")
    put_away(story.desk, "Omar")
    assert [person.name for person in trash(story.desk)] == ["Léa Martin", "Omar"]
    with refused("person.unknown", name="Léa", near=""):
        put_away(story.desk, "Léa")
    back, _ = bring_back(story.desk, "lea@exemple.fr")
    assert back == story.shown().person("Léa Martin")
    assert replace(back, sources=()) == replace(before, sources=())
    with refused("person.unknown", name="Léa Martin", near=""):
        bring_back(story.desk, "Léa Martin")
    put_away(story.desk, "Léa")
    assert [person.name for person in trash(story.desk)] == ["Léa Martin", "Omar"]


def test_i_cannot_be_put_away(carnet, refused):
    with refused("person.me"):
        put_away(carnet.desk, "me")


def test_putting_away_is_undone_like_any_batch(story):
    """
    person Léa
    """
    before = story.dump()
    _, batch = put_away(story.desk, "Léa")
    story.book.undo(batch, {})
    assert story.dump() == before
    assert story.shown().book is story.book, "nobody is hidden: the book as it is"


def test_an_import_brings_nobody_back(carnet, counts):
    card = "FN:Léa Martin\nEMAIL:lea@exemple.fr"
    carnet.cards(card)
    put_away(carnet.desk, "Léa")
    dump = carnet.dump()
    assert counts(carnet.cards(f"{card}\nTEL:0612345678", path="b.vcf")) == [(1, 0, 0, 1, 0)]
    assert carnet.dump() == dump
    assert [person.name for person in trash(carnet.desk)] == ["Léa Martin"]


@pytest.mark.parametrize(("shown", "away"), [(0, 1), (1, 0)])
def test_an_import_leaves_in_the_trash_whom_it_would_join_to_somebody_shown(
    carnet, counts, shown, away
):
    """The trash stays the trash, nobody else falls into it, and nothing is lost."""
    names = ("Léa Martin", "L. Martin")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    carnet.cards("FN:L. Martin\nTEL:0612345678", path="work.vcf")
    put_away(carnet.desk, names[away])
    before, hidden = carnet.dump(), trash(carnet.desk)
    both = "FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:0612345678"
    report = carnet.cards(both, path="both.vcf")
    (lea,) = (one for one in carnet.shown().book.people() if one.id != carnet.book.owner)
    assert names[shown] in lea.names
    assert (lea.emails, lea.phones) == (("lea@exemple.fr",), ("0612345678",))
    assert trash(carnet.desk) == hidden
    assert counts(carnet.cards(both, path="both.vcf")) == [(1, 0, 0, 1, 0)]
    undo(carnet.desk, report.batch)
    assert carnet.dump() == before


def test_an_import_joins_two_who_lie_in_the_trash_there(carnet):
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr")
    carnet.cards("FN:L. Martin\nTEL:0612345678", path="work.vcf")
    put_away(carnet.desk, "Léa Martin")
    put_away(carnet.desk, "L. Martin")
    carnet.cards("FN:Léa Martin\nEMAIL:lea@exemple.fr\nTEL:0612345678", path="both.vcf")
    assert len(trash(carnet.desk)) == 1
    assert [one.id for one in carnet.shown().book.people()] == [carnet.book.owner]


def test_nobody_is_said_to_be_perhaps_somebody_in_the_trash(carnet):
    carnet.cards("FN:Léa Martin\nTEL:0612345678")
    put_away(carnet.desk, "Léa")
    report = carnet.cards("FN:Léa Martin\nTEL:0712345678", path="b.vcf")
    assert report.suggestions == ()


def test_forgetting_reaches_the_trash(story):
    """
    person "Léa Martin"
    """
    lea, _ = put_away(story.desk, "Léa")
    forget(story.desk, lea.id, never_again=False)
    assert trash(story.desk) == []
    assert story.deeds(Trashed) == []


def test_merging_into_somebody_put_away_follows_the_last_word(story):
    """
    person "Léa Martin"
    person "L. Martin"
    """
    lea, other = story.person("Léa Martin"), story.person("L. Martin")
    put_away(story.desk, "Léa Martin")
    merge(story.desk, lea, other)
    assert trashed(story.book) == {lea.id}
    bring_back(story.desk, "Léa Martin")
    assert trashed(story.book) == frozenset()


def test_what_is_written_goes_to_the_whole_book(story):
    """
    person "Léa Martin"
    person Omar
    """
    put_away(story.desk, "Léa Martin")
    now = story.shown()
    book = now.book
    assert isinstance(book, Shown)
    batch = record(now.desk, [Trashed(now.id("Omar"))], "trash")
    assert book.batches() == story.book.batches()
    book.undo(batch, {})
    goal = now.plan("advice", person="Omar")
    assert [known.kind for known in book.goals()] == [Kind.ADVICE]
    book.drop_goal(goal.id)
    assert book.goals() == []
    assert book.redirects() == {}
    assert book.merges() == []
    assert book.born(batch) == frozenset()
    assert book.known_keys([]) == set()
    assert book.forgotten() == story.book.forgotten()
    book.apply(Batch(BatchId("b"), BatchKind.HAND, now.desk.now))
    book.withdraw([entry.id for entry in story.book.entries((Trashed,))])
    assert trashed(story.book) == frozenset()
    book.forget(now.id("Omar"), ())
    assert story.names() == ["Léa Martin"]
    book.close()
