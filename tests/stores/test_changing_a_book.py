import json
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from entregent.domain.asking import Goal, ToPerson, ToTopic
from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.facts import (
    Detail,
    House,
    Need,
    Position,
    Received,
    SavedSearch,
    Seen,
    Source,
    Thanked,
    Tied,
)
from entregent.domain.ids import AskId, BatchId, FactId, PersonId
from entregent.domain.reading import Problem
from entregent.domain.tellings import Telling
from entregent.domain.words import Channel, Kind, Origin, Said
from entregent.services.ports import BookError
from entregent.services.saved import saved
from entregent.store.snapshot import dump, load

NOW = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
DAY = date(2026, 3, 1)
LANDMARK = date(2026, 1, 1)


def refused(key, action, *arguments):
    with pytest.raises(BookError) as caught:
        action(*arguments)
    assert caught.value.key == key
    return caught.value.details


def seen(book):
    """Return all that a book answers, to compare two of them."""
    return (
        book.snapshot(),
        book.people(),
        book.entries(),
        list(book.encounters()),
        book.redirects(),
        book.goals(),
        [
            (one.person, one.other, one.channel, pytest.approx(one.weight), one.times)
            for one in book.traces(DAY, LANDMARK, 180)
        ],
        [book.search([word]) for word in ("a", "lea", "airbus", "salon")],
    )


@pytest.fixture
def filled(pen):
    """Fill a book.

    person "Léa Martin" email:lea@exemple.fr company:Airbus circle:fac
    person Omar
    2026-02-01 wrote "Léa Martin" by:them
    2026-02-02 met Omar at:salon
    """
    lea, omar = pen.who("Léa Martin"), pen.who("Omar")
    pen.write(
        Detail(lea, Said.EMAIL, "lea@exemple.fr"),
        Position(lea, "Airbus"),
        Detail(lea, Said.CIRCLE, "fac"),
        Tied(lea, pen.book.owner),
        Tied(lea, omar),
        new=["Léa Martin", "Omar"],
        met=[
            pen.met("Léa Martin", "me", "2026-02-01", key="<1@x>"),
            pen.met("me", "Omar", "2026-02-02", channel=Channel.MET, where="salon"),
            pen.met("Léa Martin", "Omar", "2026-02-03", key="<3@x>"),
        ],
    )
    return pen


# --- merge ---------------------------------------------------------------------------------------
def test_merged_people_are_one_under_the_id_that_stays(filled, book):
    lea = filled.who("Léa Martin")
    other = filled.who("L. Martin")
    filled.write(
        Detail(other, Said.EMAIL, "martin@exemple.fr"),
        Thanked(other, DAY),
        new=["L. Martin"],
        met=[filled.met("L. Martin", "Léa Martin", "2026-01-05", key="<9@x>")],
    )
    filled.write(merges=[("L. Martin", "Léa Martin")], kind=BatchKind.MERGE)
    assert [person.name for person in book.people()] == ["?", "L. Martin", "Omar"]
    person = book.person(other)
    assert person == book.person(lea)
    assert person.id == lea
    assert person.emails == ("martin@exemple.fr", "lea@exemple.fr")
    assert book.redirects() == {other: lea}
    assert book.entries([Thanked], person=other)[0].fact == Thanked(lea, DAY)
    assert book.search(["martin@exemple.fr"]) == [lea]
    assert {(met.person, met.other) for met, _, _ in book.encounters(other)} == {
        (lea, book.owner),
        (lea, filled.who("Omar")),
        (lea, lea),
    }
    assert all(trace.person != trace.other for trace in book.traces(DAY, LANDMARK, 180))


def test_a_chain_of_merges_leads_to_its_end(filled, book):
    filled.write(new=["A", "B", "C"], met=[filled.met("A", "me", "2026-02-01", key="k")])
    filled.write(merges=[("A", "B")], kind=BatchKind.MERGE)
    filled.write(merges=[("B", "C"), ("A", "C")], kind=BatchKind.MERGE)
    a, b, c = (filled.who(name) for name in "ABC")
    assert book.redirects() == {a: c, b: c}
    made, first, second = (line.id for line in book.batches()[-3:])
    assert book.merges() == [(a, b, first), (b, c, second)]
    assert book.born(made) == {a, b, c}
    assert book.born(first) == frozenset()
    assert book.person(a).names == ("A", "B", "C")
    assert [trace.person for trace in book.traces(DAY, LANDMARK, 180)].count(c) == 1
    book.keep(Goal(AskId("1"), Kind.ADVICE, ToPerson(a)))
    assert book.goals()[0].target == ToPerson(c)


def test_what_is_told_since_may_leave_out_whom_it_made(pen, book):
    first = pen.write(new=["A"])
    assert book.told_since(first, newcomers="with") == frozenset()
    pen.write(new=["B"])
    assert book.told_since(first, newcomers="with") == {(Origin.VCARD, Detail)}
    assert book.told_since(first, newcomers="without") == frozenset()
    pen.write(Thanked(pen.who("A"), DAY), House("Airbus", "aero"))
    assert book.told_since(first, newcomers="without") == {
        (Origin.VCARD, Thanked),
        (Origin.VCARD, House),
    }


def test_the_owner_stays_whichever_way_a_merge_is_said(filled, book):
    filled.write(merges=[("me", "Omar")], kind=BatchKind.MERGE)
    assert book.redirects() == {filled.who("Omar"): book.owner}
    assert book.person(book.owner).name == "Omar"
    assert book.traces(DAY, LANDMARK, 180)[0].person == filled.who("Léa Martin")


def test_undoing_a_merge_gives_each_their_own_back(filled, book):
    filled.write(new=["A"], met=[filled.met("A", "me", "2026-02-01", key="k")])
    before = seen(book)
    merge = filled.write(merges=[("A", "Omar"), ("Omar", "me")], kind=BatchKind.MERGE)
    assert seen(book) != before
    book.undo(merge, {})
    assert seen(book) == before


def test_a_trace_known_under_a_merged_id_is_not_taken_again(filled, book):
    filled.write(new=["A", "B"], met=[filled.met("A", "me", "2026-02-01", key="k")])
    filled.write(merges=[("A", "B")], kind=BatchKind.MERGE)
    before = len(list(book.encounters()))
    again = filled.met("B", "me", "2026-02-01", key="k")
    filled.write(met=[again, again, filled.met("B", "Omar", "2026-02-01", key="k")])
    filled.write(met=[filled.met("B", "me", "2026-02-01"), filled.met("B", "me", "2026-02-01")])
    assert len(list(book.encounters())) == before + 3


# --- undo ----------------------------------------------------------------------------------------
def test_undo_with_nothing_in_between_leaves_no_trace(filled, book):
    before = seen(book)
    lea = filled.who("Léa Martin")
    batch = filled.write(
        Detail(lea, Said.NAME, "Léa M."),
        Detail(filled.who("New"), Said.CIRCLE, "fac"),
        Position(lea, "Safran"),
        Tied(filled.who("New"), lea),
        new=["New"],
        met=[filled.met("New", "Omar", "2026-02-01", where="salon", key="<1@x>")],
        source=Source(Origin.LINKEDIN, "new.zip", "Connections.csv:3"),
    )
    assert seen(book) != before
    book.undo(batch, {})
    assert seen(book) == before


def test_who_is_known_by_hand_since_stays_as_a_stub(filled, book):
    new = filled.who("New")
    batch = filled.write(Detail(new, Said.CIRCLE, "fac"), new=["New"])
    by_hand = Source(Origin.HAND)
    filled.write(Need(new, "un stage"), kind=BatchKind.HAND, source=by_hand)
    book.undo(batch, {new: "New Name"})
    person = book.person(new)
    assert (person.name, person.circles, person.sources[0]) == ("New Name", (), by_hand)
    assert [line.kind for line in book.batches()][-1] is BatchKind.HAND
    [kept] = book.entries([Detail], person=new)
    assert kept.fact == Detail(new, Said.NAME, "New Name")
    assert book.entries([Need], person=new)
    book.undo(kept.batch, {new: "Again"})
    assert book.person(new).name == "Again"


@pytest.mark.parametrize("later", ["fact", "encounter", "goal", "merge"])
def test_undo_refuses_to_take_people_whom_something_later_names(filled, book, later):
    batch = filled.write(new=["New"])
    if later == "fact":
        filled.write(Thanked(filled.who("New"), DAY))
    elif later == "encounter":
        filled.write(met=[filled.met("me", "New", "2026-02-01")])
    elif later == "goal":
        book.keep(Goal(AskId("1"), Kind.ADVICE, ToPerson(filled.who("New"))))
    else:
        filled.write(merges=[("Omar", "New")], kind=BatchKind.MERGE)
    before = seen(book)
    assert refused("book.needed", book.undo, batch, {}) == {"batch": batch}
    assert seen(book) == before
    assert refused("book.no-batch", book.undo, BatchId("x"), {}) == {"batch": "x"}


# --- refusals ------------------------------------------------------------------------------------
def test_a_batch_is_taken_whole_or_not_at_all(filled, book):
    before = seen(book)
    unknown = PersonId("unknown")
    for batch in (
        Batch(BatchId("b"), BatchKind.HAND, NOW, people=[PersonId("n"), book.owner]),
        Batch(before[0].batches[0].id, BatchKind.HAND, NOW),
        Batch(
            BatchId("b"),
            BatchKind.HAND,
            NOW,
            people=[PersonId("n")],
            entries=[replace(before[0].entries[0], batch=BatchId("b"))],
        ),
    ):
        refused("book.conflict", book.apply, batch)
    entry = filled.entry(BatchId("b"), Thanked(unknown, DAY))
    met = replace(filled.met("me", "Omar", "2026-02-01"), other=unknown)
    for batch in (
        Batch(BatchId("b"), BatchKind.HAND, NOW, people=[PersonId("n")], entries=[entry]),
        Batch(BatchId("b"), BatchKind.HAND, NOW, encounters=[(met, Source(Origin.HAND))]),
        Batch(BatchId("b"), BatchKind.MERGE, NOW, merges=[(unknown, book.owner)]),
    ):
        details = refused("book.unknown-person", book.apply, batch)
        assert details == {"person": unknown}
    goal = Goal(AskId("1"), Kind.ADVICE, ToPerson(unknown))
    refused("book.unknown-person", book.keep, goal)
    assert seen(book) == before


# --- forget --------------------------------------------------------------------------------------
def test_forget_takes_a_person_all_their_ids_and_every_mention(filled, book):
    omar = filled.who("Omar")
    gone, also = filled.who("Zoé Petit"), filled.who("Z. Petit")
    problem = Problem("Zoé Petit.vcf:3", "card.bad", {"value": "zoe@exemple.fr"})
    filled.write(
        Detail(gone, Said.EMAIL, "zoe@exemple.fr"),
        Detail(gone, Said.PHONE, "+33 6 11 22 33 44"),
        Detail(
            omar, Said.NOTE, "collègue de ZOÉ PETIT, 06 11 22 33 44, +33611223344 ; 06 99 22 33 44"
        ),
        Detail(omar, Said.CLIENT, "Petit Bateau"),
        Received(omar, DAY, "m’a présenté Zoé Petit"),
        Need(omar, "zoe@exemple.fr.invalid"),
        Tied(omar, gone),
        new=["Zoé Petit", "Z. Petit"],
        met=[
            filled.met("Omar", "Zoé Petit", "2026-02-01", note="x"),
            filled.met("Omar", "me", "2026-02-01", note="avec Zoé Petit", key="<zoe@exemple.fr>"),
        ],
        files=[FileReport("Zoé Petit.vcf", Origin.VCARD, 2, 1, 0, 0, (problem,))],
        source=Source(Origin.VCARD, "Zoé Petit.vcf", "Zoé Petit"),
        title="import Zoé Petit.vcf",
    )
    filled.write(merges=[("Z. Petit", "Zoé Petit")], kind=BatchKind.MERGE)
    filled.write(Need(gone, "x"), kind=BatchKind.HAND, title='need "Zoé Petit"')
    filled.write(SavedSearch("zoe", 'name:zoé -"zoé petit" tag:vélo'), title="save @zoe")
    book.keep(Goal(AskId("1"), Kind.ADVICE, ToPerson(also), "voir Zoé"))
    book.keep(Goal(AskId("2"), Kind.ADVICE, ToTopic("Zoé Petit"), "comme Z. Petit"))
    book.forget(also, ["h1", "h2"])
    assert book.person(gone) is book.person(also) is None
    assert book.redirects() == {}
    assert book.forgotten()[1] == {"h1", "h2"}
    left = json.dumps(dump(book), ensure_ascii=False).casefold()
    for trace in (
        "zoé petit",
        "z. petit",
        'zoe@exemple.fr"',
        "zoe@exemple.fr>",
        "11 22 33 44",
        "611223344",
        gone,
        also,
    ):
        assert trace not in left
    assert [goal.id for goal in book.goals()] == ["2"]
    assert [line.kind for line in book.batches()] == [BatchKind.IMPORT] * 3
    assert book.person(omar).details == (
        (Said.CLIENT, "Petit Bateau"),
        (Said.NOTE, "collègue de …, …, … ; 06 99 22 33 44"),
    )
    assert saved(book) == [SavedSearch("…", 'name:… -"…" tag:vélo')]
    assert book.search(["petit"]) == [omar]
    assert book.search(["zoe petit"]) == []


@pytest.mark.usefixtures("filled")
def test_forgetting_again_or_somebody_unknown_only_notes_the_hashes(book):
    before = book.people()
    book.forget(PersonId("nobody"), ["h1"])
    book.forget(PersonId("nobody"), ["h1", "h0"])
    assert book.people() == before
    assert book.snapshot().forgotten == ("h0", "h1")


@pytest.mark.usefixtures("filled")
def test_the_owner_cannot_be_forgotten(book):
    before = seen(book)
    refused("book.owner", book.forget, book.owner, ["h"])
    assert seen(book) == before


def test_a_first_name_that_others_bear_is_left_in_their_stories(filled, book):
    lea = filled.who("Léa Martin")
    filled.write(Need(lea, "déjeuner avec Omar Sy"), new=["Omar Sy"])
    book.forget(filled.who("Omar"), [])
    assert book.entries([Need])[0].fact.text == "déjeuner avec Omar Sy"


# --- the whole -----------------------------------------------------------------------------------
def test_a_dump_gives_exactly_the_same_book(filled, book, make):
    filled.write(new=["A"], met=[filled.met("A", "me", "2026-02-01", key="<1@x>")])
    batch = filled.write(new=["B"])
    filled.write(Need(filled.who("B"), "x"))
    filled.write(merges=[("A", "Omar")], kind=BatchKind.MERGE)
    book.undo(batch, {filled.who("B"): "B."})
    book.keep(Goal(AskId("1"), Kind.ADVICE, ToPerson(filled.who("A")), "x", DAY))
    book.forget(filled.who("Léa Martin"), ["h"])
    dumped = json.loads(json.dumps(dump(book)))
    other = make()
    load(other, dumped)
    assert seen(other) == seen(book)
    assert (other.owner, other.forgotten()) == (book.owner, book.forgotten())
    assert dump(other) == dumped
    refused("book.not-empty", load, other, dumped)


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"format": "entregent.book", "version": 2},
        {"format": "entregent.book", "version": 1, "owner": 3, "salt": ""},
        {"format": "entregent.book", "version": 1, "owner": "o", "salt": "", "people": {}},
        {"format": "entregent.book", "version": 1, "owner": "o", "salt": "", "more": []},
    ],
)
def test_what_is_not_a_dump_is_refused(book, broken):
    before = seen(book)
    refused("book.not-a-dump", load, book, broken)
    assert seen(book) == before


def test_a_batch_made_up_after_another_than_the_last_is_refused(filled, book):
    last = book.batches()[-1].id
    filled.write(new=["A"], after=last)
    with pytest.raises(BookError) as error:
        filled.write(new=["B"], after=last)
    assert error.value.key == "book.moved"
    assert [person.name for person in book.people() if person.name in "AB"] == ["A"]


# --- what one record tells, together ---------------------------------------------------------


@pytest.fixture
def card(pen, book):
    """Tell of Zoé, whose note names Omar, in one go; return the telling."""
    pen.write(new=["Omar Haddad"])
    zoe, batch = pen.who("Zoé"), BatchId(pen.ids.new())
    facts = (
        Seen(zoe),
        Detail(zoe, Said.NAME, "Zoé Petit"),
        Detail(zoe, Said.NOTE, "vue avec Omar Haddad"),
        Position(zoe, "Airbus", "Acheteuse"),
    )
    source = Source(Origin.VCARD, "carnet.vcf", "card=1")
    told = Telling(FactId(pen.ids.run(4)), batch, zoe, facts, source, {"X-A": "Omar Haddad"})
    book.apply(Batch(batch, BatchKind.IMPORT, NOW, people=[zoe], entries=[told]))
    return told


def facts_of(book, zoe):
    return [entry.fact for entry in book.entries(person=zoe)]


def test_facts_told_together_are_asked_for_one_by_one(card, book):
    assert book.entries(person=card.person) == list(card.entries())
    assert [entry.extra for entry in book.entries()] == [{}, {"X-A": "Omar Haddad"}, {}, {}, {}]
    (post,) = book.entries([Position])
    assert post.id == list(card.entries())[3].id
    assert [entry.fact for entry in book.entries([Seen, Need])] == [Seen(card.person)]
    assert book.person(card.person).title == "Acheteuse"
    told = book.told_since(book.batches()[0].id, newcomers="with")
    assert told == {(Origin.VCARD, Seen), (Origin.VCARD, Detail), (Origin.VCARD, Position)}


def test_a_fact_told_among_others_is_taken_back_alone(card, book):
    _, name, note, post = card.entries()
    book.withdraw([post.id, FactId("0" * 36)])
    assert facts_of(book, card.person) == [fact for fact in card.facts if fact != post.fact]
    assert book.person(card.person).positions == ()
    assert book.entries([Position]) == []
    book.withdraw([note.id])
    assert [entry.id for entry in book.entries(person=card.person)] == [card.first, name.id]
    book.withdraw([post.id, card.first, name.id])
    assert book.entries(person=card.person) == []


def test_a_name_is_taken_out_of_what_was_told_together(card, pen, book):
    book.forget(pen.who("Omar Haddad"), [])
    assert [entry.extra for entry in book.entries()] == [{"X-A": "…"}, {}, {}, {}]
    assert Detail(card.person, Said.NOTE, "vue avec …") in facts_of(book, card.person)
    assert book.search(["haddad"]) == []


def test_what_was_told_together_is_undone_and_put_back_together(card, book, make):
    taken = dump(book)
    other = make()
    load(other, taken)
    assert dump(other) == taken
    book.undo(card.batch, {})
    assert [person.name for person in book.people()] == ["?", "Omar Haddad"]


def test_people_told_together_may_be_one(card, pen, book):
    pen.write(merges=[("Zoé", "Omar Haddad")], kind=BatchKind.MERGE)
    omar = pen.who("Omar Haddad")
    assert book.person(omar).title == "Acheteuse"
    assert Position(omar, "Airbus", "Acheteuse") in facts_of(book, card.person)
