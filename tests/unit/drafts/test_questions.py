"""The questions of a conversation: specific, few, and never two about the same thing."""

import re
from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.words import Address, Closeness, Context, Kind
from entregent.drafts.acquaintance import Acquaintance
from entregent.drafts.brief import DraftBrief, Recipient, Shared, Wanted
from entregent.drafts.questions import Bank, Talk, read_bank, talk
from entregent.drafts.wording import VOCABULARY, Block, fields

TEMPLATE = Content().template
BANK: Bank = read_bank(TEMPLATE)
BLOCKS = [(kind, block) for kind in Kind for block in BANK.questions[kind].blocks]
LEA = Recipient("Léa Martin", given="Léa", closeness=Closeness.GOOD, context=Context.PROFESSIONAL)
INTERVIEW = DraftBrief(Kind.INTERVIEW, LEA, date(2026, 5, 4), address=Address.TU)
KNOWN = replace(
    INTERVIEW,
    to=replace(LEA, company="Airbus", title="Acheteuse"),
    acquaintance=Acquaintance(
        role="buyer",
        level="manager",
        sector="aerospace",
        arrived="2019",
        before="Michelin",
        spoke_of="de son projet de réemploi",
    ),
)


def asked(brief: DraftBrief) -> tuple[str, ...]:
    return talk(brief, BANK).questions


# --- which questions are asked ---------------------------------------------------------------


def test_the_most_specific_come_first() -> None:
    spoken, moved, worked = asked(KNOWN)
    assert "ton projet de réemploi" in spoken
    assert "de Michelin à Airbus" in moved
    assert worked != moved


def test_what_is_not_known_is_not_asked_about() -> None:
    text = " ".join(asked(INTERVIEW))
    assert not re.search(r"Airbus|\{|\(\)|  ", text)


@pytest.mark.parametrize("seed", range(30))
@pytest.mark.parametrize("kind", Kind)
def test_there_are_three_about_three_things(kind: Kind, seed: int) -> None:
    for brief in (INTERVIEW, KNOWN):
        said = asked(replace(brief, kind=kind, seed=seed))
        about = {
            block.about
            for block in BANK.questions[kind].blocks
            for text in said
            if any(text == one for one in _said(block, replace(brief, kind=kind, seed=seed)))
        }
        assert len(said) == len(set(said)) == len(about) == 3


def _said(block: Block, brief: DraftBrief) -> list[str]:
    from entregent.drafts.compose import composer
    from entregent.drafts.questions import _facts, _holding

    asker = composer(brief, BANK.questions[brief.kind])
    asker.holding |= _holding(brief)
    asker.values |= _facts(brief)
    return [asker.ask(block)]


def test_the_same_brief_asks_the_same() -> None:
    assert talk(KNOWN, BANK) == talk(KNOWN, BANK)


# --- the bank --------------------------------------------------------------------------------


def _to(kind: Kind, block: Block) -> DraftBrief:
    """Return a brief in which nothing is known but what a question needs."""
    words = set(block.when)
    needs = {name for texts in block.says.values() for text in texts for name in fields(text)}
    codes = {
        prefix: word.removeprefix(prefix)
        for word in words
        for prefix in VOCABULARY
        if word.startswith(prefix)
    }
    company = "Airbus" if needs & {"company"} or "insider" in words else ""
    shared = (
        Shared("Michelin", projects=("le tri",))
        if needs & {"shared_company", "shared_projects"}
        else None
    )
    if shared and "shared_projects" not in needs:
        shared = replace(shared, projects=())
    goal = next((Kind(word[5:]) for word in words if word.startswith("goal-")), kind)
    connects = bool(words & {"connector", "far"})
    wanted = Wanted(
        company="Airbus" if "wanted_company" in needs or words & {"to-company", "insider"} else "",
        sector="énergie" if "to-sector" in words else "",
        topic="réemploi" if "to-topic" in words else "",
    )
    return DraftBrief(
        kind,
        replace(LEA, company=company, title="Acheteuse" if "title" in needs else "", shared=shared),
        date(2026, 5, 4),
        goal=goal,
        wanted=wanted,
        steps=("Karim Roy", "Omar Haddad")
        if "far" in words
        else ("Omar Haddad",)
        if connects
        else (),
        codes=frozenset({Code.POLICY_UNKNOWN} if "policy-unknown" in words else ()),
        acquaintance=Acquaintance(
            role=codes.get("role-", ""),
            level=codes.get("level-", ""),
            sector=codes.get("sector-", ""),
            arrived="2019" if "arrived" in needs else "",
            before="Michelin" if "before" in needs else "",
            spoke_of="du tri" if "spoke_of" in needs else "",
            introductions="closed",
        ),
    )


@pytest.mark.parametrize("kind", Kind)
def test_every_question_can_be_reached(kind: Kind) -> None:
    for block in BANK.questions[kind].blocks:
        if block.about == "who":
            continue
        brief = _to(kind, block)
        tries = (replace(brief, seed=seed) for seed in range(200))
        assert any(set(_said(block, one)) & set(asked(one)) for one in tries), block


def test_there_are_more_than_two_hundred_and_none_is_empty() -> None:
    texts = {text for _, block in BLOCKS for one in block.says.values() for text in one}
    assert len({block.says["tu" if "tu" in block.says else "fr"] for _, block in BLOCKS}) > 200
    for text in texts:
        assert text.endswith("?"), text
        assert len(text) > 20, text


@pytest.mark.parametrize(
    ("prefix", "vocabulary", "table"),
    [("sector-", "sectors", "sector"), ("role-", "roles", "role"), ("level-", "roles", "level")],
)
def test_each_code_of_a_vocabulary_has_its_questions(
    prefix: str, vocabulary: str, table: str
) -> None:
    codes = {row["code"] for row in TEMPLATE(f"vocabulary/{vocabulary}")[table]}
    for kind in (Kind.INTERVIEW, Kind.ADVICE):
        words = {word for block in BANK.questions[kind].blocks for word in block.when}
        assert {word.removeprefix(prefix) for word in words if word.startswith(prefix)} == codes


def test_no_question_is_without_a_thing_it_is_about() -> None:
    assert [block for _, block in BLOCKS if not block.about] == []


def test_a_public_page_answers_none() -> None:
    plain = re.compile(
        r"que fait ton entreprise|en quoi consiste|quel est ton (?:poste|métier) |"
        r"what does your company do|what is your job",
        re.IGNORECASE,
    )
    assert [b for _, b in BLOCKS if any(plain.search(t) for s in b.says.values() for t in s)] == []


# --- agenda, length, the question that opens ------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "minutes"), [(Kind.INTERVIEW, 20), (Kind.ADVICE, 15), (Kind.IDEAS, 30)]
)
@pytest.mark.parametrize("address", Address)
def test_a_conversation_has_three_lines_and_a_length(
    kind: Kind, minutes: int, address: Address
) -> None:
    spoken = talk(replace(INTERVIEW, kind=kind, address=address), BANK)
    assert (len(spoken.agenda), spoken.minutes) == (3, minutes)
    assert spoken.closing


def test_the_lines_of_an_agenda_add_up_to_its_length() -> None:
    counts = dict(
        zip("two three five ten fourteen twenty".split(), (2, 3, 5, 10, 14, 20), strict=True)
    )
    for kind, minutes in BANK.minutes.items():
        lines = talk(replace(INTERVIEW, kind=Kind(kind), language="en"), BANK).agenda
        assert sum(counts[line.split()[0].casefold()] for line in lines) == minutes


@pytest.mark.parametrize(
    "kind", [kind for kind in Kind if kind not in (Kind.INTERVIEW, Kind.ADVICE, Kind.IDEAS)]
)
def test_what_is_no_conversation_has_neither(kind: Kind) -> None:
    spoken = talk(replace(INTERVIEW, kind=kind), BANK)
    assert (spoken.agenda, spoken.minutes, spoken.closing) == ((), None, "")


@pytest.mark.parametrize("code", [Code.DORMANT, Code.ONLY_WAY, Code.SAID_NO, Code.ONE_WAY])
def test_no_name_is_asked_where_the_ask_is_enough(code: Code) -> None:
    assert talk(replace(INTERVIEW, codes=frozenset({code})), BANK).closing == ""


def test_no_name_is_asked_of_a_slight_tie() -> None:
    slight = replace(LEA, closeness=Closeness.SLIGHT)
    assert talk(replace(INTERVIEW, to=slight), BANK).closing == ""


def test_who_keeps_introductions_to_themselves_is_asked_no_name_at_all() -> None:
    ideas = replace(
        INTERVIEW,
        kind=Kind.IDEAS,
        wanted=Wanted(sector="énergie"),
        acquaintance=Acquaintance(introductions="closed"),
    )
    spoken = talk(ideas, BANK)
    assert spoken.closing == ""
    assert not any("à qui penserais-tu" in question for question in spoken.questions)


def test_without_a_conversation_there_is_nothing() -> None:
    assert Talk() == Talk((), (), None, "")


def test_a_short_bank_asks_what_it_has() -> None:
    review = BANK.questions[Kind.REVIEW]
    few = replace(review, blocks=tuple(one for one in review.blocks if not one.when)[:1])
    bank = replace(BANK, questions={Kind.REVIEW: few})
    assert len(talk(replace(INTERVIEW, kind=Kind.REVIEW), bank).questions) == 1
