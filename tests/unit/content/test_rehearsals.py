"""Every scene that ships: it can be played to each of its ends, and nothing in it is unsayable."""

import pytest

from entregent.coach.rehearsal import End, walk, ways_through
from entregent.coach.rehearsal_reader import proof, read_rehearsal
from entregent.content import Content
from entregent.domain.events import Mode
from entregent.locale.address_form import AddressWords, SentenceWords
from entregent.locale.phrasebook import words_of
from entregent.locale.sentences import Span
from entregent.services.checking import tact_rules
from entregent.tact.check import check
from entregent.tact.context import Context, Form, Purpose
from entregent.tact.finding import Level

CONTENT = Content()
CODES = CONTENT.template("rehearsals/index")["rehearsals"]
TABLES = {code: CONTENT.template(f"rehearsals/{code}") for code in CODES}
GREAT = ("stuck", "monologue", "small-talk", "cut-in")


@pytest.fixture(scope="module")
def rules():
    return tact_rules(CONTENT)


@pytest.fixture(scope="module")
def address_words():
    return AddressWords(CONTENT.template("vocabulary/address")["fr"])


def scene(code):
    return read_rehearsal(code, TABLES[code])


def spoken(code):
    return [
        choice.text for turn in scene(code).turns for choice in turn.choices if choice.way == "said"
    ]


@pytest.mark.parametrize("code", CODES)
def test_a_scene_is_written_as_scenes_are(code):
    assert proof(f"{code}.toml", TABLES[code])[1] == ()


@pytest.mark.parametrize("situation", GREAT)
def test_a_great_situation_has_three_scenes_and_both_modes(situation):
    here = [scene(code) for code in CODES if code.startswith(f"{situation}-")]
    assert [one.number for one in here] == list(range(1, len(here) + 1))
    assert len(here) >= 3
    assert {one.mode for one in here} == set(Mode)


@pytest.mark.parametrize("code", CODES)
def test_every_situation_rehearsed_has_a_play(code):
    assert scene(code).situation in CONTENT.template("playbook/index")["plays"]


@pytest.mark.parametrize("code", CODES)
def test_every_path_ends_and_every_end_is_reached(code):
    played = scene(code)
    reached = set()
    for picks in ways_through(played):
        end = walk(played, picks).at
        assert isinstance(end, End)
        assert 3 <= len(picks) <= 5
        reached.add(end.name)
    assert reached == {end.name for end in played.ends}


@pytest.mark.parametrize("code", CODES)
def test_what_one_may_say_is_tactful(code, rules):
    form = Form(scene(code).address)
    for said in spoken(code):
        for language, text in said.items():
            told = Context(Purpose.NONE, form=form if language == "fr" else None)
            found = check(text, told, rules, language).findings
            assert [(text, one.code) for one in found if one.level is not Level.INFO] == []


@pytest.mark.parametrize("code", CODES)
def test_what_one_may_say_keeps_to_tu_or_to_vous(code, address_words):
    for said in spoken(code):
        found = words_of(said["fr"])
        words = SentenceWords([word for word, _, _ in found], [Span(a, b) for _, a, b in found])
        form = address_words.forms(said["fr"], [words]).form
        assert form in (None, scene(code).address), said["fr"]


@pytest.mark.parametrize("code", CODES)
def test_no_gender_of_the_reader_is_guessed(code):
    for turn in scene(code).turns:
        assert "(e)" not in turn.text["fr"]
