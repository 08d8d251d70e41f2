from datetime import date

from entregent.domain.facts import (
    Answered,
    Apart,
    Asked,
    Boundary,
    Busy,
    Connected,
    Discreet,
    Encounter,
    Entry,
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
    Seen,
    Source,
    Thanked,
    Tied,
    Worked,
)
from entregent.domain.ids import ME, AskId, BatchId, FactId, PersonId
from entregent.domain.months import Month
from entregent.domain.people import Person
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
from entregent.exchange.journal.writer import write
from entregent.services.rebasing import keyed

NADIA, LEA, OMAR, JEAN, OTHER_JEAN = map(PersonId, ("n", "l", "o", "j1", "j2"))
PEOPLE = (
    Person(OTHER_JEAN, "jean martin"),
    Person(OMAR, "Omar"),
    Person(NADIA, "Nadia Benali"),
    Person(LEA, "Léa Martin"),
    Person(JEAN, "Jean Martin"),
)
DAY = date(2026, 3, 10)


def entry(fact: Fact, **extra: str) -> Entry:
    return Entry(FactId("f"), BatchId("b"), fact, Source(Origin.HAND), extra)


def lines(*facts: Fact, **extra: str) -> list[str]:
    """Return what is written after the people's own lines."""
    return write(PEOPLE, [entry(fact, **extra) for fact in facts], (), NADIA).splitlines()[5:]


def test_people_come_first_by_name_and_bear_the_books_ids():
    assert write(PEOPLE, (), (), NADIA) == (
        'me "Nadia Benali" id:n\n'
        'person "Jean Martin" id:j1\n'
        'person "jean martin" id:j2\n'
        'person "Léa Martin" id:l\n'
        "person Omar id:o\n"
    )


def test_homonyms_are_called_by_id():
    assert lines(LeftOut(JEAN), LeftOut(OTHER_JEAN)) == ["leave-out @j1", "leave-out @j2"]


def test_somebody_without_a_name_is_called_by_id():
    nobody = Person(PersonId("x"), "", emails=("x@exemple.fr",))
    assert write([nobody], [entry(LeftOut(nobody.id))], (), NADIA) == (
        'person "" id:x email:x@exemple.fr\nleave-out @x\n'
    )


def test_a_portrait_says_everything():
    omar = Person(
        OMAR,
        "Omar",
        names=("Omar", "Omar S."),
        emails=("a@exemple.fr", "b@exemple.fr"),
        phones=("+33 6",),
        urls=("https://exemple.fr",),
        positions=(
            Position(OMAR, "Airbus", "Directeur achats", Month(2019, 3)),
            Position(OMAR, "Safran", "", Month(2014, 1), Month(2018, 12)),
            Position(OMAR, ""),
        ),
        sectors=("aéronautique",),
        circles=("fac", "escalade"),
        tags=("vélo",),
        projects=("réemploi",),
        topics=("plastique",),
        lang="fr",
        details=(
            (Said.BIRTHDAY, "1980"),
            (Said.BIRTHDAY, "1981"),
            (Said.NOTE, "a"),
            (Said.NOTE, "b"),
        ),
    )
    assert write([omar], (), (), NADIA) == (
        'person Omar id:o name:"Omar S." email:a@exemple.fr email:b@exemple.fr phone:"+33 6" '
        'url:"https://exemple.fr" lang:fr company:Airbus title:"Directeur achats" from:2019-03 '
        "sector:aéronautique circle:fac circle:escalade tag:vélo project:réemploi "
        "topic:plastique birthday:1980 note:a note:b\n"
        "position Omar company:Safran from:2014-01 to:2018-12\n"
    )


def test_a_title_of_ones_own_keeps_positions_apart():
    omar = Person(OMAR, "Omar", title="Ingénieur", positions=(Position(OMAR, "Airbus", "Chef"),))
    assert write([omar], (), (), NADIA) == (
        "person Omar id:o title:Ingénieur\nposition Omar company:Airbus title:Chef\n"
    )


def test_a_name_that_is_a_word_of_the_grammar_is_quoted():
    assert write([Person(OMAR, "me")], (), (), NADIA) == 'person "me" id:o\n'
    assert write([Person(OMAR, "--")], (), (), NADIA) == 'person "--" id:o\n'


def test_what_lasts_in_its_order():
    assert lines(
        Discreet(None, "Michelin"),
        Discreet(OMAR),
        LeftOut(LEA),
        Offer(NADIA, "relecture"),
        Need(LEA, "un graphiste"),
        Busy(OMAR, date(2026, 3, 1), date(2026, 3, 31), "clôture"),
        Boundary(LEA, frozenset({Kind.REVIEW, Kind.ADVICE}), date(2026, 9, 1), "gel d'été"),
        Boundary(OMAR),
        House("Airbus", "aéronautique", Usage.ASK),
        Worked(LEA, "Michelin", Month(2014, 2), Month(2018, 11)),
        Tied(LEA, NADIA, Context.BOTH, Address.TU, Closeness.CLOSE, "2012-09"),
        Tied(NADIA, OMAR),
        Tied(LEA, OMAR, closeness=Closeness.GOOD),
    ) == [
        'tie "Léa Martin" context:both address:tu closeness:close since:2012-09',
        "tie Omar",
        'tie "Léa Martin" -- Omar closeness:good',
        'worked "Léa Martin" company:Michelin from:2014-02 to:2018-11',
        "company Airbus sector:aéronautique referrals:ask",
        'boundary "Léa Martin" no:advice no:review until:2026-09-01 because:"gel d\'été"',
        "boundary Omar no:all",
        "busy Omar from:2026-03-01 to:2026-03-31 because:clôture",
        'need "Léa Martin" "un graphiste"',
        'offer me "relecture"',
        'leave-out "Léa Martin"',
        "discreet company:Michelin",
        "discreet Omar",
    ]


def test_what_is_dated_by_day_and_as_things_follow():
    later = date(2026, 3, 11)
    assert lines(
        Lifted(OMAR, later, Kind.REFERRAL),
        Invited(OMAR, DAY),
        Answered(OMAR, DAY, Reply.YES),
        Asked(OMAR, DAY, Kind.ADVICE, "un mot", AskId("a1"), AskId("a0")),
        Thanked(OMAR, DAY),
        Received(OMAR, DAY, "son aide", 2),
        Gave(OMAR, DAY),
    ) == [
        '2026-03-10 received Omar "son aide" weight:2',
        "2026-03-10 thanked Omar",
        '2026-03-10 asked Omar advice "un mot" ask:a1 continues:a0',
        "2026-03-10 answered Omar yes",
        "2026-03-10 invited Omar",
        "2026-03-10 gave Omar",
        "2026-03-11 lifted Omar referral",
    ]


def test_encounters_say_who_turned_to_whom():
    encounters = [
        Encounter(NADIA, OMAR, DAY, Channel.MET, "salon des achats", "à revoir"),
        Encounter(OMAR, NADIA, DAY, Channel.WROTE, key="k1"),
        keyed(Encounter(LEA, OMAR, DAY, Channel.CALLED)),
        Encounter(ME, OMAR, DAY, Channel.CROSSED),
    ]
    assert write(PEOPLE, (), encounters, NADIA).splitlines()[5:] == [
        '2026-03-10 met Omar at:"salon des achats" note:"à revoir"',
        "2026-03-10 wrote Omar by:them key:k1",
        '2026-03-10 called "Léa Martin" -- Omar',
    ]


def test_what_the_grammar_has_no_word_for_is_left_out():
    assert lines(Seen(OMAR), Position(OMAR, "Airbus")) == []
    assert lines(Worked(OMAR, ""), House(""), Discreet()) == []


def test_a_connection_is_a_tie_without_more_words_where_none_is_said():
    assert lines(Connected(OMAR, NADIA, DAY), Connected(NADIA, OMAR)) == ["tie Omar"]
    close = Tied(NADIA, OMAR, closeness=Closeness.CLOSE)
    assert lines(Connected(OMAR, NADIA, DAY), close) == ["tie Omar closeness:close"]


def test_unknown_pairs_are_written_back_and_known_ones_not_repeated():
    assert lines(LeftOut(OMAR), mood="gay", chat="a\nb") == [
        "leave-out Omar chat:a chat:b mood:gay"
    ]
    assert lines(Tied(OMAR, NADIA), context="x") == ["tie Omar"]
    assert write(PEOPLE, [entry(LeftOut(OMAR), **{"a b": "c"})], (), NADIA).endswith("out Omar\n")


def test_two_who_are_two_humans_stay_so():
    assert lines(Apart(JEAN, OTHER_JEAN)) == ["apart @j1 -- @j2"]
    assert lines(Apart(NADIA, OMAR)) == ["apart me -- Omar"]


def test_two_who_were_joined_after_all_are_no_longer_set_apart():
    assert lines(Apart(OMAR, OMAR)) == []


def test_a_saved_search_stands_as_it_was_said_last():
    said = [SavedSearch("lac", "annecy"), SavedSearch("Lac", 'note:"le lac"')]
    assert lines(*said, SavedSearch("amis", "circle:fac")) == [
        'search amis "circle:fac"',
        r'search Lac "note:\"le lac\""',
    ]


def test_a_search_that_was_let_go_is_gone():
    assert lines(SavedSearch("lac", "annecy"), removed="yes") == []
