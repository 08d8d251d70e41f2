"""Whoever asked for an introduction never reads of the other side before it agreed, nor that it
declined; whatever the steps, their order and their words, in every text made for them.
"""

import inspect
import json
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from entregent.bootstrap import Options, speech
from entregent.cli.eml import message, plain
from entregent.cli.face import Face
from entregent.cli.views import introduction_draft as view
from entregent.content import Content
from entregent.domain.inbox import Brokered, Party, Step
from entregent.drafts.introducing import Letter
from entregent.exchange import journal, linkedin
from entregent.ledger.introductions import introductions
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.introducing import introduced
from entregent.services.introduction_drafts import draft
from entregent.services.meant import who
from entregent.services.ports import BookError
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.memory import MemoryBook

PARIS = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
TODAY = NOW.date()
FACTS = """
    me "Nadia Benali" email:nadia@exemple.fr
    person "Léa Martin" email:lea@exemple.fr company:Michelin title:Acheteuse note:"aime le vélo"
    person "Zébulon Quixada" email:zq@quixada.example company:Xylophore title:Vexillologue
    tie "Léa Martin" context:both address:tu
    tie "Zébulon Quixada" context:professional address:vous
    """
SECRETS = ("zébulon", "zebulon", "quixada", "xylophore", "vexillologue", "zq@")
PRIVATE = ("vélo", "lea@exemple.fr", "chut", "bricole")
"""What is known of the asker that they gave no leave to pass on, what I noted of how it went."""
TEXTS = ("", "voir Zébulon", "QUIXADA chez Xylophore", "zq@quixada.example", "un logo pour Pâques")
PERSON, OTHER = Party


@cache
def seen():
    """Return the introductions of a book that has none, in which these people are."""
    book = MemoryBook(Uuids(), now=lambda: NOW)
    desk = Desk(book, Uuids(), TODAY, NOW, Settings())
    own = journal.read(inspect.cleandoc(FACTS).encode(), "facts.journal", PARIS)
    header = "First Name,Last Name,URL,Email Address,Company,Position,Connected On"
    row = "Léa,Martin,,lea@exemple.fr,Bricole SA,Stagiaire,03 Mar 2024"
    others = linkedin.read(f"{header}\n{row}\n".encode(), "Connections.csv", zone=PARIS)
    import_files(desk, [own, others], dry_run=False)
    return introduced(desk)


def people():
    return who(seen().desk, "Léa").id, who(seen().desk, "Quixada").id


STEP = st.tuples(
    st.sampled_from(Step),
    st.sampled_from([None, PERSON, OTHER]),
    st.integers(-2, 12),
    st.sampled_from(TEXTS),
)
COURSE = ("sought", "followed-up", "agreed", "made", "outcome", "thanked")
"""Steps that often lead somewhere, so that every state is met."""


@st.composite
def told(draw):
    """Draw the facts of one introduction, in any order of entry."""
    lea, other = people()
    first = draw(st.sampled_from([Step.ASKED, Step.OFFERED]))
    steps = [(first, None, 12, draw(st.sampled_from(TEXTS)))]
    likely = COURSE[: draw(st.integers(0, len(COURSE)))]
    for number, word in enumerate(likely):
        sides = [OTHER, PERSON] if first is Step.OFFERED and word != "made" else [None]
        steps += [(Step(word), side, 11 - number, draw(st.sampled_from(TEXTS))) for side in sides]
    steps += draw(st.lists(STEP, max_size=4))
    facts = [
        Brokered(lea, other, TODAY - timedelta(days=ago), "one", step, text, side)
        for step, side, ago, text in steps
    ]
    return draw(st.permutations(facts))


def read(facts):
    """Return the introduction of these facts, among all there are; None where there is none."""
    found, _ = introductions(facts, TODAY, seen().desk.book.owner)
    return (replace(seen(), introductions=found), found[0]) if found else None


def texts_for(side, facts):
    """Yield every text made for one side alone, with what the message is for."""
    known = read(facts)
    if known is None:
        return
    table, one = known
    for lang in ("fr", "en"):
        try:
            written = draft(table, one, to=side, catalogue=Content(), lang=lang)
        except BookError:
            continue
        face = Face(Options(lang=lang), speech(Options(lang=lang)))
        coming = view.after(face, written, table.next(one), 1, None)
        mail = message(written.draft, who(table.desk, "me"), *written.readers)
        document = json.dumps(view.document(one.id, written), ensure_ascii=False)
        sheet = str(view.sheet(face, written, coming))
        text = "\n".join([document, sheet, plain(written.draft), mail["To"], mail["Subject"]])
        yield written.letter, text.casefold()


def other_said_yes(facts):
    """Tell whether the other side was asked, and said yes on that day or later: no more."""
    asked = [fact.on for fact in facts if fact.step is Step.SOUGHT and fact.party is not PERSON]
    return any(
        fact.step is Step.AGREED and fact.party is not PERSON and asked and fact.on >= min(asked)
        for fact in facts
        if fact.on <= TODAY
    )


def over(facts):
    known = read(facts)
    return known is None or known[1].word in ("declined", "let-go", "void")


@given(told())
@settings(deadline=None, max_examples=300)
def test_the_asker_reads_nothing_of_the_other_side_before_it_agreed(facts):
    if other_said_yes(facts) and not over(facts):
        return
    for letter, text in texts_for(PERSON, facts):
        assert not any(secret in text for secret in SECRETS), (letter, text)


@given(told())
@settings(deadline=None, max_examples=150)
def test_the_other_side_of_an_idea_of_mine_is_told_no_name_before_that_one_agreed(facts):
    known = read(facts)
    if known is None or known[1].step is Step.ASKED or known[1].may_learn(OTHER):
        return
    for letter, text in texts_for(OTHER, facts):
        assert "léa" not in text, (letter, text)


@given(told())
@settings(deadline=None, max_examples=150)
def test_of_the_asker_only_name_work_and_own_lines_are_passed_on(facts):
    for letter, text in texts_for(OTHER, facts):
        unsaid = PRIVATE if letter is not Letter.PRESENT else PRIVATE[:1]
        assert not any(private in text for private in unsaid), (letter, text)


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_the_end_reads_alike_whoever_declined_or_if_nobody_did(lang):
    lea, other = people()

    def after(*steps):
        facts = [
            Brokered(lea, other, TODAY - timedelta(days=9 - n), "one", Step(step))
            for n, step in enumerate(("asked", *steps))
        ]
        table, one = read(facts)
        written = draft(table, one, to=PERSON, catalogue=Content(), lang=lang)
        assert written.letter is Letter.REGRET
        return written.draft

    assert after("let-go") == after("sought", "let-go") == after("sought", "declined")
    assert after("let-go") == after("sought", "followed-up", "declined")


def test_how_it_went_is_told_to_nobody():
    lea, other = people()
    steps = ("asked", "sought", "agreed", "made", "outcome")
    facts = [
        Brokered(lea, other, date(2026, 3, 1 + n), "one", Step(step), "chut" * (n > 3))
        for n, step in enumerate(steps)
    ]
    for side in Party:
        texts = list(texts_for(side, facts))
        assert texts
        assert not any("chut" in text for _, text in texts)
