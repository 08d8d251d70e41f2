"""What others ask of me: noted, weighed, answered, taken back and forgotten."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.facts import Asked
from entregent.domain.ids import RequestId
from entregent.domain.inbox import Requested, Responded, Response
from entregent.domain.words import Kind, Said
from entregent.drafts.brief import Medium
from entregent.services.accounts import ledger
from entregent.services.forgetting import forget
from entregent.services.inbox import Choice, add, answer, capacities, inbox, line, set_capacity
from entregent.services.inbox_cards import card
from entregent.services.people import About, edit
from entregent.services.trash import put_away
from entregent.services.undoing import undo

CATALOGUE = Content()


def ask(carnet, name, kind="advice", **more):
    on = more.pop("on", carnet.desk.today)
    target = more.pop("target", None)
    other = carnet.id(target) if target else None
    told = Requested(carnet.id(name), on, Kind(kind), RequestId(""), other=other, **more)
    return add(carnet.desk, told)


def reply(carnet, words, response, *, until=None, medium=Medium.EMAIL, lang=None):
    choice = Choice(Response(response), until, medium)
    return answer(carnet.desk, words, choice, catalogue=CATALOGUE, lang=lang)


def weighed(carnet):
    told = inbox(carnet.desk)
    return [(one.weighed.take.value, [r.why.value for r in one.weighed.because]) for one in told]


def test_requests_wait_in_the_order_they_were_noted(story):
    """
    person "Léa Martin"
    person "Tom Ridley"
    """
    ask(story, "Tom", on=date(2026, 2, 20))
    ask(story, "Léa", on=date(2026, 2, 10))
    assert [(one.number, one.asked.on.day) for one in inbox(story.desk)] == [(1, 20), (2, 10)]
    reply(story, "1", "no")
    assert [(one.number, one.weighed is None) for one in inbox(story.desk)] == [
        (2, False),
        (1, True),
    ]


def test_a_later_stands_after_those_that_wait(story):
    """
    person "Léa Martin"
    person "Tom Ridley"
    """
    ask(story, "Léa")
    ask(story, "Tom")
    given = reply(story, "1", "later")
    assert given.fact.until == date(2026, 4, 1)
    assert [one.number for one in inbox(story.desk)] == [2, 1]
    assert [one.number for one in inbox(story.on("2026-04-01").desk)] == [1, 2]
    assert reply(story.on("2026-03-20"), "1", "later").fact.until == date(2026, 5, 1)


def test_my_work_my_house_and_my_ties_are_looked_at(story):
    """
    me "Nadia Benali" company:Michelin from:2019-01
    person "Karim Ziani" company:Michelin from:2020-01
    person "Tom Ridley" company:Airbus
    person Zoé
    tie "Karim Ziani" closeness:good
    tie "Tom Ridley" closeness:good
    tie Zoé closeness:good
    worked Zoé company:Michelin from:2019-02 to:2020-01
    company Michelin referrals:yes
    company Airbus referrals:no
    """
    ask(story, "Karim", "reference")
    ask(story, "Tom", "reference")
    ask(story, "Zoé", "reference")
    ask(story, "Karim", "referral")
    ask(story, "Karim", "referral", company="Airbus")
    ask(story, "Karim", "referral", company="Volèle")
    ask(story, "Karim", "introduction", company="Airbus")
    ask(story, "Karim", "introduction", company="Volèle")
    ask(story, "Karim", "introduction", target="Tom")
    assert weighed(story) == [
        ("care", ["confirm-work"]),
        ("no", ["no-common-work"]),
        ("take", []),
        ("take", []),
        ("care", ["not-inside"]),
        ("care", ["not-inside"]),
        ("take", []),
        ("no", ["target-unknown"]),
        ("take", []),
    ]


def test_without_an_employer_nothing_tells_of_a_usage(story):
    """
    me "Nadia Benali"
    person "Karim Ziani"
    tie "Karim Ziani" closeness:good
    busy me from:2026-02-01 to:2026-03-02
    busy me from:2026-02-01 to:2026-02-02
    company Airbus referrals:no
    """
    ask(story, "Karim", "referral")
    ask(story, "Karim", "referral", company="Airbus")
    assert weighed(story.on("2026-03-03")) == [
        ("care", ["policy-unknown"]),
        ("no", ["policy-forbids"]),
    ]
    assert weighed(story)[0] == ("not-now", ["busy"])


def test_my_measure_is_kept_and_close_friends_are_not_counted(story):
    """
    person "Léa Martin"
    person "Tom Ridley"
    tie "Léa Martin" context:personal closeness:close
    tie "Tom Ridley" closeness:good
    """
    fact, _ = set_capacity(story.desk, None, 1, "une par mois")
    assert capacities(story.desk) == (fact,)
    ask(story, "Léa")
    ask(story, "Tom")
    ask(story, "Tom")
    reply(story, "1", "yes")
    assert weighed_open(story) == ["take", "take"]
    reply(story, "2", "forward")
    assert weighed_open(story) == ["not-now"]
    assert inbox(story.desk)[0].weighed.until == date(2026, 4, 1)


def weighed_open(carnet):
    return [one.weighed.take.value for one in inbox(carnet.desk) if one.weighed]


@pytest.mark.parametrize("response", Response)
@pytest.mark.parametrize("medium", Medium)
def test_every_answer_has_its_message_in_the_askers_language(story, response, medium):
    """
    person "Léa Martin" lang:fr
    person "Tom Ridley" lang:en
    person Omar
    tie "Léa Martin" address:tu
    """
    for name, kind in (("Léa", "introduction"), ("Tom", "review")):
        ask(story, name, kind, target="Omar" if kind == "introduction" else None)
    french = reply(story, "1", response, medium=medium)
    english = reply(story, "2", response, medium=medium, lang="fr")
    assert (french.draft.language, french.draft.address) == ("fr", "tu")
    assert english.draft.language == "en"
    assert french.reader.name == "Léa Martin"
    assert "?" not in french.draft.body + english.draft.body
    assert (french.draft.forward, french.draft.kit) == ("", ())


def test_the_message_speaks_the_language_of_the_request_where_nothing_else_tells(story):
    """
    person "Tom Ridley"
    """
    ask(story, "Tom", text="Could you read my letter, please?")
    assert reply(story, "1", "yes", lang="fr").draft.language == "en"


def test_a_no_tells_a_reason_of_mine_and_never_what_another_asked(story):
    """
    me "Nadia Benali" company:Michelin from:2019-01
    person "Tom Ridley" lang:en
    person Omar
    tie Omar closeness:good
    boundary Omar no:introduction because:"trop de demandes"
    company Michelin referrals:no
    """
    ask(story, "Tom", "reference")
    ask(story, "Tom", "referral")
    ask(story, "Tom", "introduction", target="Omar")
    assert "work that I have seen" in reply(story, "1", "no").draft.body
    assert "not done where I work" in reply(story, "2", "no").draft.body
    said = reply(story, "3", "no").draft.body
    assert "Omar" not in said
    assert "asked not" not in said


def test_a_later_names_the_day_or_the_month(story):
    """
    person "Tom Ridley" lang:en
    person "Léa Martin" lang:fr
    """
    ask(story, "Tom")
    ask(story, "Léa")
    june, day, year = date(2026, 6, 1), date(2026, 6, 14), date(2027, 1, 4)
    assert "in June" in reply(story, "1", "later", until=june).draft.body
    assert "from 14 June" in reply(story, "1", "later", until=day).draft.body
    assert "en juin" in reply(story, "2", "later", until=june).draft.body
    assert "à partir du 4 janvier 2027" in reply(story, "2", "later", until=year).draft.body


def test_an_answer_starts_no_rest_and_is_no_line_of_the_ledger(story):
    """
    person "Léa Martin"
    """
    ask(story, "Léa")
    reply(story, "1", "yes")
    assert ledger(story.desk) == []
    assert story.deeds(Asked) == []


def test_an_answer_can_be_taken_back_and_changed(story):
    """
    person "Léa Martin"
    """
    kept, _ = ask(story, "Léa")
    before = story.dump()
    given = reply(story, kept.request[-6:], "no")
    assert inbox(story.desk)[0].weighed is None
    reply(story, kept.request, "yes")
    assert inbox(story.desk)[0].request.answer.response is Response.YES
    last = story.book.batches()[-1].id
    undo(story.desk, last)
    undo(story.desk, given.batch)
    assert story.dump() == before


def test_who_is_forgotten_leaves_no_request(story):
    """
    person "Léa Martin"
    person "Tom Ridley"
    person Omar
    """
    ask(story, "Léa", "introduction", target="Omar", text="Omar, s'il te plaît")
    ask(story, "Tom")
    reply(story, "1", "yes")
    forget(story.desk, story.id("Léa"), never_again=False)
    assert [one.asked.person for one in inbox(story.desk)] == [story.id("Tom")]
    assert len(story.deeds(Responded)) == 0


def test_who_lies_in_the_trash_asks_nothing(story, refused):
    """
    person "Léa Martin"
    person Omar
    """
    ask(story, "Léa", "introduction", target="Omar")
    put_away(story.desk, "Léa")
    assert inbox(story.shown().desk) == ()
    with refused("inbox.unknown", id="1"):
        reply(story.shown(), "1", "no")


def test_what_cannot_be_is_refused(story, refused):
    """
    me "Nadia Benali"
    person "Léa Martin"
    person Omar
    """
    with refused("person.me"):
        ask(story, "me")
    with refused("person.me"):
        ask(story, "Léa", "introduction", target="me")
    with refused("inbox.for-asker"):
        ask(story, "Léa", "introduction", target="Léa")
    with refused("inbox.by-past", day="2026-02-01", start="2026-03-01"):
        ask(story, "Léa", by=date(2026, 2, 1))
    with refused("date.future", day="2026-04-01"):
        ask(story, "Léa", on=date(2026, 4, 1))
    ask(story, "Léa")
    for words in ("0", "2", "", "zzz"):
        with refused("inbox.unknown", id=words):
            line(inbox(story.desk), words)
    with refused("inbox.until-alone"):
        reply(story, "1", "no", until=date(2026, 6, 1))
    with refused("inbox.until-past", day="2026-03-01"):
        reply(story, "1", "later", until=date(2026, 3, 1))


def test_what_the_book_no_longer_knows_is_passed_over(story):
    """
    person "Léa Martin"
    person Omar
    """
    ask(story, "Léa", "introduction", target="Omar")
    known = story.desk.book
    hidden = {story.id("Omar"), story.id("Léa")}

    class Without:
        def __getattr__(self, name):
            return getattr(known, name)

        def people(self, some=None):
            return [one for one in known.people(some) if one.id not in hidden]

    seen = inbox(replace(story.desk, book=Without()))
    assert [r.why.value for r in seen[0].weighed.because] == ["target-unclear", "stranger"]


def test_the_card_says_what_stands(story):
    """
    me "Nadia Benali" email:nadia@exemple.fr lang:fr
    offer me "relecture en anglais"
    """
    set_capacity(story.desk, Kind.REFERRAL, 0, "pas chez nous")
    set_capacity(story.desk, Kind.INTRODUCTION, 2, "")
    edit(story.desk, story.book.owner, About(langs=("en",)))
    mine = card(story.desk)
    assert (mine.name, mine.email) == ("Nadia Benali", "nadia@exemple.fr")
    assert Kind.REFERRAL not in mine.takes
    assert [one.text for one in mine.refuses] == ["pas chez nous"]
    assert [one.most for one in mine.measures] == [2]
    assert mine.offers == ("relecture en anglais",)
    assert mine.languages == ("fr", "en")
    assert story.told("me", Said.LANG) == []


def test_a_card_of_an_empty_book_says_little(carnet):
    set_capacity(carnet.desk, None, 0, "")
    mine = card(carnet.desk)
    assert (mine.name, mine.email, mine.takes, mine.languages) == ("", "", (), ())
