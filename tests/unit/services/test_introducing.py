"""Introductions in the book: begun, moved on, forbidden, drafted."""

from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.facts import Boundary, Busy, Trashed
from entregent.domain.ids import RequestId
from entregent.domain.inbox import Brokered, Party, Requested, Step
from entregent.domain.words import Kind
from entregent.drafts.introducing import Letter
from entregent.ledger.introduction_states import Move
from entregent.services.introducing import Beginning, begin, introduced, side_of, take
from entregent.services.introduction_drafts import draft
from entregent.services.merging import merge
from entregent.services.recording import record

TODAY = date(2026, 3, 1)
PERSON, OTHER = Party
FACTS = """
    me "Nadia Benali" lang:fr
    person "Léa Martin" company:Michelin title:Acheteuse lang:fr
    person "Omar Haddad" company:Airbus lang:fr
    person "Tom Reed" lang:en
    tie "Léa Martin" context:both address:tu
    tie "Omar Haddad" context:professional address:vous
    tie "Tom Reed" context:professional
    """


@pytest.fixture
def book(carnet):
    """Return a book in which Nadia knows Léa, Omar and Tom."""
    carnet.tell(FACTS)
    return carnet


def asked(book, person="Léa", other="Omar", step=Step.ASKED, **more):
    on = more.pop("on", TODAY)
    return begin(
        introduced(book.desk), Beginning(step, book.id(person), book.id(other), **more), on
    )[1]


def moved(book, one, *steps):
    """Take steps today; `agreed other` names the side."""
    for words in steps:
        step, _, party = words.partition(" ")
        move = Move(Step(step), Party(party) if party else None)
        take(introduced(book.desk), one.id, move, on=book.desk.today)
        one = introduced(book.desk).find(one.id)
    return one


def written(book, one, to=None, lang="fr"):
    return draft(introduced(book.desk), one, to=to, catalogue=Content(), lang=lang)


@pytest.mark.parametrize("shelf", ["memory", "sqlite"])
def test_an_introduction_goes_its_way_step_by_step(book):
    one = moved(book, asked(book, text=" Je cherche… "), "sought", "agreed", "made")
    assert (one.word, one.lines) == ("made", "Je cherche…")
    last = book.deeds(Brokered)[-2]
    assert (last.step, last.party) == (Step.AGREED, OTHER)
    titles = [line.title for line in book.book.batches()][-4:]
    assert titles[0] == 'introduce new "Léa Martin" "Omar Haddad"'
    assert titles[1] == f"introduce sought {one.id[-6:]}"


def test_each_step_is_a_batch_that_undo_takes_out(book):
    one = asked(book)
    before = book.dump()
    moved(book, one, "sought")
    book.book.undo(book.book.batches()[-1].id, {})
    assert book.dump() == before


def test_who_is_introduced_is_somebody_else_than_me_or_the_asker(book, refused):
    with refused("introduce.me"):
        asked(book, "me")
    with refused("introduce.me"):
        asked(book, other="me")
    with refused("introduce.same"):
        asked(book, other="Léa")
    asked(book)
    with refused("introduce.open", number="1"):
        asked(book)
    with refused("date.future", day="2026-03-02"):
        asked(book, "Tom", on=date(2026, 3, 2))
    assert len(book.deeds(Brokered)) == 1


def test_one_that_is_over_may_be_begun_anew(book):
    moved(book, asked(book), "sought", "declined")
    assert asked(book).id != introduced(book.desk).introductions[0].id


def test_an_introduction_is_found_by_its_place_or_the_end_of_its_id(book, refused):
    one, two = asked(book), asked(book, "Tom")
    seen = introduced(book.desk)
    assert seen.find("1").id == one.id
    assert seen.find(" 2 ").id == two.id
    assert seen.find(two.id[-12:].upper()).id == two.id
    assert seen.place(seen.find(two.id)) == 2
    for words in ("0", "3", "", "zz", "99999", "²"):
        with refused("introduce.unknown", id=words):
            seen.find(words)


def test_a_step_out_of_turn_is_refused_and_costs_nothing(book, refused):
    one = asked(book)
    with refused("introduce.out-of-turn", step="agreed", next="lines, sought, let-go"):
        moved(book, one, "agreed")
    with refused("introduce.no-consent", name="Omar Haddad"):
        moved(book, one, "made")
    one = moved(book, one, "sought")
    with refused("introduce.no-consent", name="Omar Haddad"):
        moved(book, one, "made")
    with refused(
        "introduce.out-of-turn", step="sought", next="lines, followed-up, agreed, declined, let-go"
    ):
        moved(book, one, "sought")
    with refused("date.future", day="2026-03-02"):
        take(introduced(book.desk), one.id, Move(Step.AGREED), on=date(2026, 3, 2))
    with refused(
        "introduce.out-of-turn", step="agreed", next="lines, followed-up, agreed, declined, let-go"
    ):
        take(introduced(book.desk), one.id, Move(Step.AGREED), on=date(2026, 2, 1))
    one = moved(book, one, "declined", "told")
    with refused("introduce.over", number="1"):
        moved(book, one, "agreed")
    made = moved(book, asked(book, "Tom"), "sought", "agreed", "made")
    with refused("introduce.out-of-turn", step="made", next="checked, outcome"):
        moved(book, made, "made")
    assert len(book.deeds(Brokered)) == 8


def test_a_side_is_named_where_it_may_be_either(book, refused):
    one = asked(book, step=Step.OFFERED)
    with refused("introduce.which-side", one="Léa Martin", other="Omar Haddad"):
        moved(book, one, "sought")
    one = moved(book, one, "sought other", "agreed", "sought", "agreed")
    assert one.word == "agreed"
    assert side_of(one, book.person("Léa")) is PERSON
    assert side_of(one, book.person("Omar")) is OTHER
    with refused("introduce.no-side", name="Tom Reed"):
        side_of(one, book.person("Tom"))


@pytest.mark.parametrize(
    ("line", "key", "until"),
    [
        ("boundary Omar no:introduction", "introduce.barred-boundary", ""),
        (
            "boundary Omar no:introduction until:2026-04-01",
            "introduce.barred-boundary-until",
            "2026-04-02",
        ),
        ("leave-out Omar", "introduce.barred-left-out", ""),
        ("discreet Omar", "introduce.barred-left-out", ""),
        ("discreet company:Airbus", "introduce.barred-left-out", ""),
        (
            "2026-02-01 asked Omar introduction\n2026-02-02 answered Omar uncomfortable",
            "introduce.barred-was-uncomfortable",
            "",
        ),
    ],
)
def test_what_omar_asked_and_my_own_reserve_are_respected(carnet, refused, line, key, until):
    carnet.tell('person Omar company:Airbus\nperson "Léa Martin"\n' + line)
    with refused(key, name="Omar", until=until):
        asked(carnet)
    assert carnet.deeds(Brokered) == []


def test_a_boundary_that_comes_later_leaves_only_the_end(book, refused):
    one = moved(book, asked(book), "sought")
    omar = book.id("Omar")
    record(book.desk, [Boundary(omar, frozenset({Kind.INTRODUCTION}))], "boundary")
    seen = introduced(book.desk)
    steps = [move.step.value for move in seen.next(one)]
    assert steps == ["lines", "agreed", "declined", "let-go"]
    barred = {"name": "Omar Haddad", "until": ""}
    with refused("introduce.barred-boundary", **barred):
        moved(book, one, "followed-up")
    with refused("introduce.barred-boundary", **barred):
        written(book, one)
    one = moved(book, one, "let-go")
    assert written(book, one, PERSON).letter is Letter.REGRET


def test_busy_periods_of_both_sides_are_noted(book):
    one = asked(book)
    record(book.desk, [Busy(book.id("Léa"), TODAY, date(2026, 3, 9))], "busy")
    assert introduced(book.desk).busy(one) == ((PERSON, date(2026, 3, 10)),)
    assert introduced(book.desk).busy(moved(book, one, "let-go")) == ()


def requested(book, request, other=None, kind=Kind.INTRODUCTION):
    fact = Requested(book.id("Léa"), TODAY, kind, RequestId(request), other=other)
    record(book.desk, [fact], "requested")


def test_it_answers_the_one_request_it_can_answer(book, refused):
    requested(book, "aaaa01", kind=Kind.ADVICE)
    requested(book, "aaaa02", book.id("Tom"))
    requested(book, "aaaa03", book.id("Omar"))
    with refused("introduce.no-request", id="aaaa02"):
        asked(book, request="aaaa02")
    assert asked(book, step=Step.OFFERED, other="Tom").request is None
    assert asked(book).request == "aaaa03"
    book.book.undo(introduced_by(book, "offer"), {})
    assert asked(book, "Léa", "Tom", request="A02").request == "aaaa02"


def introduced_by(book, word):
    return next(b.id for b in book.book.batches() if b.title.startswith(f"introduce {word}"))


def test_it_answers_none_where_it_might_be_two(book):
    requested(book, "aaaa01")
    requested(book, "aaaa02")
    assert asked(book).request is None


def test_the_message_written_first_is_to_whom_it_is_due(book, refused):
    one = asked(book)
    assert [who.name for who in written(book, one).readers] == ["Omar Haddad"]
    one = moved(book, one, "sought")
    waiting = written(book, one)
    assert (waiting.letter, waiting.readers[0].name) == (Letter.ASKING, "Léa Martin")
    later = book.on("2026-03-11")
    assert written(later, one).letter is Letter.REMIND
    one = moved(book, one, "agreed")
    present = written(book, one)
    assert [who.name for who in present.readers] == ["Léa Martin", "Omar Haddad"]
    assert written(book, one, OTHER).draft == present.draft
    one = moved(book, one, "made", "checked")
    with refused("introduce.nothing-to-write"):
        written(book, one, PERSON)
    assert written(book, one).letter is Letter.THANK
    ended = moved(book, asked(book, "Tom"), "let-go", "told")
    with refused("introduce.nothing-to-write"):
        written(book, ended)


def test_two_languages_meet_in_mine(book):
    one = moved(book, asked(book, "Tom"), "sought", "agreed")
    assert written(book, one, lang="fr").draft.language == "fr"
    assert written(book, one, lang="en").draft.language == "en"
    assert written(book, moved(book, asked(book), "sought", "agreed")).draft.language == "fr"


def test_only_my_own_words_on_their_work_are_passed_on(book):
    """What a list of contacts says of Omar stays out; what I wrote of Léa stands."""
    book.connections(("Omar", "Haddad", "", "omar@airbus.example", "Rivale SA", "Espion"))
    one = moved(book, asked(book), "sought", "agreed")
    body = written(book, one).draft.body
    assert "Espion" not in body
    assert "Rivale" not in body
    assert "Léa Martin, acheteuse chez Michelin" in body


def test_my_words_that_would_tell_a_name_are_withheld(book):
    one = asked(book, step=Step.OFFERED, text="Omar cherche une acheteuse")
    to_lea = written(book, one, PERSON)
    assert to_lea.lines == "withheld"
    assert "Omar" not in to_lea.draft.body
    assert "cherche une acheteuse" not in to_lea.draft.body
    assert written(book, one, OTHER).lines == "as they are"


def test_whoever_is_forgotten_leaves_no_trace(book):
    one = moved(book, asked(book, text="voir Omar Haddad"), "sought")
    book.book.forget(book.id("Omar"), ())
    assert introduced(book.desk).introductions == ()
    assert introduced(book.desk).strays == ()
    assert book.deeds(Brokered) == []
    told = str(book.dump())
    assert "Omar" not in told
    assert one.id not in told


def test_who_lies_in_the_trash_is_in_no_introduction(book):
    asked(book)
    record(book.desk, [Trashed(book.id("Omar"))], "trash")
    assert introduced(book.shown().desk).introductions == ()


def test_two_who_are_merged_are_introduced_to_nobody(book):
    one = moved(book, asked(book), "sought")
    merge(book.desk, book.person("Omar"), book.person("Léa"))
    void = introduced(book.desk).find(one.id)
    assert void.word == "void"
    assert introduced(book.desk).due(void) == ()
