"""The messages of an introduction: in every voice, and never a name before its time."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from entregent.content import Content
from entregent.domain.inbox import Brokered, Party, Step
from entregent.domain.words import Address, Closeness, Context
from entregent.drafts.brief import Me, Recipient
from entregent.drafts.introducing import (
    IntroductionBrief,
    Letter,
    Reader,
    letters,
    write,
)
from entregent.drafts.introduction_letters import letter_for
from entregent.drafts.naming import tells
from entregent.ledger.introductions import introductions
from entregent.locale.french import typography

WORDS = letters(Content().template)
TODAY = date(2026, 3, 12)
NADIA = Me(name="Nadia Benali", given="Nadia")
LEA = Recipient(
    "Léa Martin",
    "Léa",
    company="Michelin",
    title="Acheteuse",
    closeness=Closeness.CLOSE,
    context=Context.BOTH,
)
OMAR = Recipient("Omar Haddad", "Omar", company="Airbus", title="Directeur achats")
LINES = "Je cherche à comprendre comment on choisit un fournisseur."
VOICES = (("fr", Address.TU), ("fr", Address.VOUS), ("en", Address.TU), ("en", Address.VOUS))
PERSON, OTHER = Party

_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t’\w+)\b", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:votre|vos)\b|(?<!je )\bvous\b(?! mette| deux)", re.IGNORECASE)
_SHORTENED = re.compile(r"\b\w+’(?:m|ll|ve|re|d)\b|n’t\b")


def brief(letter, language="fr", address=Address.VOUS, **more):
    to = LEA if letter in (Letter.ASKING, Letter.REGRET, Letter.HOW, Letter.HEARD) else OMAR
    told = {
        "facing": OMAR if to is LEA else LEA,
        "me": NADIA,
        "lines": LINES,
        "sought": date(2026, 3, 2),
        "made": date(2026, 3, 3),
        **more,
    }
    readers = (Reader(to, language, address),)
    if letter is Letter.PRESENT:
        readers = tuple(Reader(side, language, address) for side in (LEA, OMAR))
        told |= {"wishes": ("", "un quart d'heure au téléphone")}
    return IntroductionBrief(letter, readers, TODAY, **told)


@pytest.mark.parametrize(("language", "address"), VOICES)
@pytest.mark.parametrize("letter", Letter)
def test_every_message_reads_well_in_every_voice(letter, language, address):
    sparse = {"facing": None, "lines": "", "me": Me()}
    for idea, less in product(("theirs", "mine"), ({}, sparse)):
        if less and letter in (Letter.HOW, Letter.THANK, Letter.HEARD):
            continue
        if letter is Letter.SEEK and less and idea == "theirs":
            continue
        written = write(brief(letter, language, address, idea=idea, **less), WORDS)
        for text in (written.subject, written.body):
            assert text
            assert not re.search(r"[{}\[\]]|None| {2}| ,|\(\)|,,|« »", text), text
            if language == "fr":
                assert typography(text) == text
            assert "'" not in text
        own = written.body.replace(LINES, "")
        assert len(own.split()) <= 120
        if written.address == "vous":
            assert not _TU.search(own), own
        if written.address == "tu" and letter is not Letter.PRESENT:
            assert not _VOUS.search(own.replace("Vous êtes-vous", "")), own
        if written.address == "formal":
            assert not _SHORTENED.search(own), own
        assert not re.search(r"mais si|malheureusement|unfortunately|sorry|désolé", own)


def test_the_one_who_is_asked_reads_who_asks_their_lines_and_an_easy_no():
    written = write(brief(Letter.SEEK), WORDS)
    assert written.subject == "Votre accord, avant une mise en relation avec Léa Martin"
    body = written.body.replace("\u00a0", " ")
    assert "Léa Martin, acheteuse chez Michelin, m’a demandé une mise en relation." in body
    assert f"« {LINES} »" in body
    assert "un simple non" in body
    assert "reste entre nous" in body


def test_who_asked_is_told_that_nothing_is_promised_and_asked_for_lines_where_there_are_none():
    written = write(brief(Letter.ASKING, "en", Address.TU, lines=""), WORDS)
    assert "without promising anything" in written.body
    assert "five lines of your own" in written.body
    assert "five lines" not in write(brief(Letter.ASKING, "en", Address.TU), WORDS).body


def test_the_introduction_presents_each_to_the_other_and_says_who_writes_first():
    written = write(brief(Letter.PRESENT, "en", Address.TU), WORDS)
    assert written.body.split("\n\n")[:4] == [
        "Hi Léa, hi Omar,",
        "As you have both agreed, here is the introduction.",
        "Léa, meet Omar Haddad, directeur achats at Airbus.",
        "Omar, meet Léa Martin, acheteuse at Michelin.",
    ]
    assert "Léa writes first" in written.body
    assert "On Omar’s side: “un quart d’heure au téléphone”" in written.body


def test_two_of_one_given_name_are_told_apart():
    both = (Reader(LEA, "en"), Reader(replace(OMAR, name="Léa Haddad", given="Léa"), "en"))
    known = replace(brief(Letter.PRESENT, "en"), readers=both)
    assert "Léa Martin writes first; Léa Haddad will answer" in write(known, WORDS).body


def test_two_readers_are_spoken_to_nearly_only_where_both_are_near():
    near = brief(Letter.PRESENT, "fr", Address.TU)
    assert write(near, WORDS).address == "tu"
    mixed = replace(near, readers=(near.readers[0], Reader(OMAR, "fr", Address.VOUS)))
    assert write(mixed, WORDS).address == "vous"


def test_my_own_words_are_left_out_where_they_would_tell_who_may_not_be_named():
    hidden = ("Omar Haddad", "omar@airbus.example")
    told = {"facing": None, "idea": "mine", "hidden": hidden}
    named = write(brief(Letter.SEEK, lines="Omar cherche une juriste", **told), WORDS)
    assert "Omar" not in named.body.replace("Bonjour Omar", "")
    assert "juriste" not in named.body
    assert "Ce qui m’y a fait penser" not in named.body
    unnamed = write(brief(Letter.SEEK, lines="une équipe cherche une juriste", **told), WORDS)
    assert "une équipe cherche une juriste" in unnamed.body


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("demande à OMAR", True),
        ("M. Haddad, lui, saura", True),
        ("voir avec ohaddad ou lui", True),
        ("écris à haddad.o@airbus.example", True),
        ("sur airbus.example/omar-h", True),
        ("au 06.12.34.56.78", True),
        ("chez Li, aussi", True),
        ("omarhaddad", True),
        ("par alliance, dans une idée de la maison", False),
        ("quelqu'un de chez Airbus, au 6 de la rue", False),
        ("", False),
    ],
)
def test_a_text_tells_a_name_in_any_spelling_or_part(text, told):
    signs = ("Omar de La Haddad", "Li", "haddad.o@airbus.example", "airbus.example/omar-h")
    assert tells(text, (*signs, "+33 6 12 34 56 78", "17")) is told


def test_of_a_name_made_of_small_words_each_counts():
    assert tells("voir avec Le", ("Le Van",))
    assert not tells("un automne lucide", ("Tom Luc",))


def known(*steps):
    facts = []
    for number, words in enumerate(steps):
        step, _, party = words.partition(" ")
        side = Party(party) if party else None
        day = date(2026, 3, 1 + number)
        facts.append(Brokered("léa", "omar", day, "one", Step(step), "", side))
    (found,), _ = introductions(facts, TODAY, "me")
    return found


@pytest.mark.parametrize(
    ("steps", "person", "other"),
    [
        ("asked", Letter.ASKING, Letter.SEEK),
        ("offered", Letter.SEEK, Letter.SEEK),
        ("offered,sought other", Letter.SEEK, Letter.REMIND),
        ("offered,sought other,agreed", Letter.SEEK, Letter.ASKING),
        ("asked,sought", Letter.ASKING, Letter.REMIND),
        ("asked,sought,followed-up", Letter.ASKING, None),
        ("asked,sought,agreed", Letter.PRESENT, Letter.PRESENT),
        ("asked,sought,declined", Letter.REGRET, Letter.NOTED),
        ("asked,sought,let-go", Letter.REGRET, Letter.RELEASE),
        ("asked,let-go", Letter.REGRET, None),
        ("asked,let-go,told", None, None),
        ("offered,sought person,let-go", Letter.RELEASE, None),
        ("asked,sought,agreed,made", Letter.HOW, Letter.THANK),
        ("asked,sought,agreed,made,checked", None, Letter.THANK),
        ("asked,sought,agreed,made,outcome", Letter.HEARD, Letter.THANK),
        ("asked,sought,agreed,made,outcome,thanked", Letter.HEARD, Letter.THANK),
    ],
)
def test_every_state_has_its_messages(steps, person, other):
    found = known(*steps.split(","))
    assert (letter_for(found, PERSON), letter_for(found, OTHER)) == (person, other)


def test_nobody_is_written_to_about_an_introduction_of_one_person_to_themself():
    (found,), _ = introductions([Brokered("léa", "léa", TODAY, "one", Step.ASKED)], TODAY, "me")
    assert letter_for(found, PERSON) is None
