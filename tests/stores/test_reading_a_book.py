from datetime import UTC, date, datetime

import pytest

from entregent.domain.asking import Goal, ToCompany, ToFriends, ToPerson, ToSector, ToTopic
from entregent.domain.batches import Batch, BatchKind, FileReport
from entregent.domain.facts import (
    DEEDS,
    Answered,
    Asked,
    Boundary,
    Busy,
    Connected,
    Detail,
    Discreet,
    Gave,
    House,
    Invited,
    LeftOut,
    Lifted,
    Need,
    Offer,
    Position,
    Received,
    Seen,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import AskId, BatchId, PersonId
from entregent.domain.months import Month
from entregent.domain.reading import Problem
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

NOW = datetime(2026, 3, 9, 8, 30, tzinfo=UTC)
DAY = date(2026, 3, 1)
LANDMARK = date(2026, 1, 1)


def test_a_new_book_holds_its_owner_alone(book):
    assert [person.id for person in book.people()] == [book.owner]
    assert book.person(book.owner).name == "?"
    assert book.person(PersonId("nobody")) is None
    assert book.entries() == []
    assert list(book.encounters()) == []
    assert book.traces(DAY, LANDMARK, 180) == []
    assert book.goals() == []
    assert book.batches() == []
    assert book.redirects() == {}
    salt, hashes = book.forgotten()
    assert len(salt) == 16
    assert hashes == frozenset()


def test_two_books_have_different_salts(make):
    assert make().forgotten()[0] != make().forgotten()[0]


def test_every_kind_of_fact_comes_back_as_it_went_in(pen, book):
    lea, omar = pen.who("Léa Martin"), pen.who("Omar")
    facts = [
        Detail(lea, Said.NOTE, "cherche un « graphiste »\n\t% _ ' \\ €"),
        Position(lea, "Airbus", "Responsable achats", Month(2019, 3), Month(2024, 12)),
        Seen(lea),
        Tied(lea, book.owner, Context.BOTH, Address.TU, Closeness.CLOSE, "2012-09"),
        Connected(lea, omar, DAY),
        Worked(lea, "Michelin", Month(2014, 2)),
        House("Airbus", "aéronautique", Usage.YES),
        Boundary(omar, frozenset({Kind.REFERRAL, Kind.ADVICE}), DAY, "gel des embauches"),
        Busy(omar, DAY, date(2026, 3, 31), "clôture"),
        Need(lea, "un graphiste"),
        Offer(book.owner, "relecture en anglais"),
        LeftOut(omar),
        Discreet(company="Michelin"),
        Discreet(omar),
        Asked(lea, DAY, Kind.INTRODUCTION, "Omar", AskId("a1"), AskId("a0")),
        Answered(lea, DAY, Reply.LATER),
        Invited(lea, DAY),
        Received(lea, DAY, "m’a présentée à Omar", 2),
        Gave(lea, DAY, "relu son dossier"),
        Thanked(lea, DAY),
        Lifted(lea, DAY, Kind.REFERRAL),
    ]
    batch = pen.write(*facts, new=["Léa Martin", "Omar"])
    entries = book.entries()
    assert [entry.fact for entry in entries][2:] == facts
    assert {entry.batch for entry in entries} == {batch}
    assert {entry.source.file for entry in entries} == {"carnet.vcf"}


def test_entries_are_chosen_by_type_and_by_person_in_either_place(pen, book):
    lea, omar = pen.who("Léa"), pen.who("Omar")
    pen.write(Tied(lea, omar), Thanked(lea, DAY), Thanked(omar, DAY), new=["Léa", "Omar"])
    assert [entry.fact for entry in book.entries([Thanked])] == [
        Thanked(lea, DAY),
        Thanked(omar, DAY),
    ]
    assert [entry.fact for entry in book.entries(DEEDS, person=omar)] == [Thanked(omar, DAY)]
    assert [entry.fact for entry in book.entries([Tied], person=omar)] == [Tied(lea, omar)]
    assert book.entries(person=PersonId("nobody")) == []


def test_unknown_words_that_came_with_a_fact_are_kept(pen, book):
    lea = pen.who("Léa")
    pen.write(new=["Léa"])
    assert book.entries()[0].extra == {}
    batch = BatchId("by-hand")
    entry = pen.entry(batch, Need(lea, "x"), extra={"mood": "gai", "«": "»"})
    book.apply(Batch(batch, BatchKind.HAND, NOW, entries=[entry]))
    assert book.entries([Need]) == [entry]


def test_batches_tell_their_files_and_problems(pen, book):
    problem = Problem("carnet.vcf:12", "card.no-name", {"line": "12"})
    report = FileReport("carnet.vcf", Origin.VCARD, 3, 1, 0, 1, (problem,))
    first = pen.write(new=["Léa"], files=[report], title="import carnet.vcf")
    second = pen.write(kind=BatchKind.HAND)
    lines = book.batches()
    assert [line.id for line in lines] == [first, second]
    assert lines[0].files == (report,)
    assert lines[0].title == "import carnet.vcf"
    assert lines[0].at.tzinfo is not None
    assert [line.kind for line in lines] == [BatchKind.IMPORT, BatchKind.HAND]


def test_encounters_come_by_date_for_all_or_for_one(pen, book):
    late = pen.met("Léa", "me", "2026-02-01", key="<2@x>")
    early = pen.met("me", "Omar", "2025-02-01", channel=Channel.MET, where="salon", note="n")
    batch = pen.write(new=["Léa", "Omar"], met=[late, early])
    assert [met for met, _, _ in book.encounters()] == [early, late]
    [(met, source, of)] = book.encounters(pen.who("Omar"))
    assert (met, source.record, of) == (early, "1", batch)
    assert list(book.encounters(PersonId("nobody"))) == []


def test_encounters_to_come_are_those_of_the_days_asked_for(pen, book):
    days = ("2026-02-01", "2026-02-02", "2026-02-09", "2026-02-10")
    met = [
        pen.met("me", "Léa", day, channel=Channel.MET, where="w", note="n", key=f"<{day}>")
        for day in days
    ]
    pen.write(new=["Léa"], met=met)
    assert book.coming(date(2026, 2, 2), date(2026, 2, 9)) == met[1:3]
    assert book.coming(date(2026, 2, 11), date(2026, 2, 28)) == []


def test_a_trace_is_taken_once_in_each_direction(pen, book):
    there = pen.met("Léa", "me", "2026-02-01", key="<1@x>")
    back = pen.met("me", "Léa", "2026-02-01", key="<1@x>")
    by_hand = pen.met("Léa", "me", "2026-02-01")
    pen.write(new=["Léa"], met=[there, there, back, by_hand, by_hand])
    pen.write(met=[there, by_hand])
    assert sorted(met.key for met, _, _ in book.encounters()) == ["", "", "", "<1@x>", "<1@x>"]
    assert book.known_keys(["<1@x>", "<2@x>", ""]) == {"<1@x>"}
    assert book.known_keys([]) == set()


def test_traces_add_up_by_direction_and_channel_until_a_day(pen, book):
    pen.write(
        new=["Léa"],
        met=[
            pen.met("Léa", "me", "2026-01-01", key="1"),
            pen.met("Léa", "me", "2025-07-05", key="2"),
            pen.met("Léa", "me", "2026-03-02", key="3"),
            pen.met("me", "Léa", "2026-06-30", key="4"),
            pen.met("me", "Léa", "2026-02-01", channel=Channel.CROSSED, key="5"),
        ],
    )
    lea = pen.who("Léa")
    traces = {(one.person, one.channel): one for one in book.traces(DAY, LANDMARK, 180)}
    assert set(traces) == {(lea, Channel.WROTE), (book.owner, Channel.CROSSED)}
    wrote = traces[lea, Channel.WROTE]
    assert wrote.weight == pytest.approx(1.5)
    assert (wrote.times, wrote.first, wrote.last) == (2, date(2025, 7, 5), date(2026, 1, 1))
    later = book.traces(date(2026, 6, 30), LANDMARK, 180)
    assert [one.times for one in later if one.person == lea] == [3]
    assert [one.weight for one in later if one.last == date(2026, 6, 30)] == [pytest.approx(2.0)]


def test_traces_bear_the_whole_calendar(pen, book):
    first, last = pen.met("Léa", "me", "0001-01-01"), pen.met("me", "Léa", "9999-12-31")
    pen.write(new=["Léa"], met=[first, last])
    weights = [one.weight for one in book.traces(date.max, LANDMARK, 1)]
    assert weights == pytest.approx([2.0**1000, 2.0**-1000], rel=1e-9, abs=0)


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (["lea"], ["Léa Martin"]),
        (["LÉA", "airbus"], ["Léa Martin"]),
        (["martin"], ["Léa Martin", "Jean Martin"]),
        (["graphiste"], ["Léa Martin"]),
        (["0612"], ["Léa Martin"]),
        (["salon des achats"], ["Omar"]),
        (["plastique"], ["Omar"]),
        (["100%"], ["Jean Martin"]),
        (["a_b"], []),
        (["%"], ["Jean Martin"]),
        (["\\"], []),
        (["lea", "omar"], []),
        ([], ["?", "Léa Martin", "Omar", "Jean Martin"]),
    ],
)
def test_search_folds_and_takes_every_field(pen, book, words, names):
    lea, jean = pen.who("Léa Martin"), pen.who("Jean Martin")
    pen.write(
        Detail(lea, Said.PHONE, "06 12 34 56 78"),
        Position(lea, "Airbus"),
        Need(lea, "un Graphiste"),
        Detail(jean, Said.NOTE, "sûr à 100% aXb"),
        new=["Léa Martin", "Omar", "Jean Martin"],
        met=[pen.met("Omar", "me", "2026-02-01", where="Salon des  achats", note="Plastique")],
    )
    people = {person.id: person.name for person in book.people()}
    assert [people[found] for found in book.search(words)] == names


def test_words_about_two_are_found_under_both(pen, book):
    lea, omar = pen.who("Léa"), pen.who("Omar")
    pen.write(
        Tied(lea, omar, since="l’escalade"),
        Tied(lea, book.owner, since="la fac"),
        new=["Léa", "Omar"],
    )
    assert book.search(["l'escalade"]) == [lea, omar]
    assert book.search(["la fac"]) == [lea]


def test_goals_are_kept_in_order_changed_in_place_and_dropped(pen, book):
    pen.write(new=["Léa"])
    lea = pen.who("Léa")
    targets = [ToPerson(lea), ToCompany("Airbus"), ToSector("eau"), ToTopic("x"), ToFriends()]
    goals = [
        Goal(AskId(f"ask-{n}"), Kind.ADVICE, target, "pour voir", DAY, AskId("ask-0"), DAY)
        for n, target in enumerate(targets)
    ]
    for goal in goals:
        book.keep(goal)
    assert book.goals() == goals
    done = Goal(AskId("ask-0"), Kind.REVIEW, ToTopic("y"), done=DAY)
    book.keep(done)
    assert book.goals() == [done, *goals[1:]]
    book.drop_goal(AskId("ask-0"))
    book.drop_goal(AskId("ask-0"))
    assert book.goals() == goals[1:]


def test_facts_taken_back_are_gone_from_the_portrait(pen, book):
    lea = pen.who("Léa")
    pen.write(Detail(lea, Said.CIRCLE, "fac"), new=["Léa"])
    assert book.person(lea).circles == ("fac",)
    wrong = [entry.id for entry in book.entries() if entry.fact.value == "fac"]
    book.withdraw(wrong)
    assert book.person(lea).circles == ()
    assert book.search(["fac"]) == []
    assert [entry.fact.value for entry in book.entries()] == ["Léa"]


def test_text_that_no_database_keeps_is_mended(pen, book):
    met = pen.met("Léa", "me", "2026-02-01", key="a\0b", where="\udc80", note="é\0")
    pen.write(Need(pen.who("Léa"), "x\udc80y"), new=["Léa"], met=[met])
    [(kept, _, _)] = book.encounters()
    assert (kept.key, kept.where, kept.note) == ("a\ufffdb", "\ufffd", "é\ufffd")
    assert book.known_keys(["a\0b"]) == {"a\0b"}
    assert book.entries([Need])[0].fact.text == "x\ufffdy"
    pen.write(met=[met])
    assert len(list(book.encounters())) == 1
