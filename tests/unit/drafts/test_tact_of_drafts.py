"""Every draft we write keeps the rules of tact by name: kinds, channels, voices, conditions."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context, Kind
from entregent.drafts.brief import (
    ASKING,
    Draft,
    DraftBrief,
    Language,
    Me,
    Medium,
    Moment,
    Recipient,
    Shared,
    Wanted,
)
from entregent.drafts.write import draft, read_words
from entregent.locale.french import typography

WORDS = read_words(Content().template)
TODAY = date(2026, 5, 4)
NADIA = Me(
    name="Nadia Benali",
    given="Nadia",
    title="Acheteuse",
    company="Crédit Agricole",
    email="nadia@exemple.fr",
    projects=("le réemploi des emballages",),
    topics=("achats responsables", "aéronautique"),
    seeks="un poste d'acheteuse responsable",
)
LEA = Recipient(
    name="Léa Martin",
    given="Léa",
    company="Airbus",
    title="Responsable achats",
    closeness=Closeness.CLOSE,
    context=Context.BOTH,
    since="2012-09",
    shared=Shared("Michelin", Month(2014, 2), Month(2018, 11), ("le tri des palettes",)),
)
STRANGER = Recipient(name="Omar Haddad")
WANTED = (
    Wanted(person="Omar Haddad", company="Airbus", title="Directeur achats"),
    Wanted(company="Insee"),
    Wanted(sector="aéronautique"),
    Wanted(topic="réemploi"),
    Wanted(),
)
PURPOSES = (
    "",
    "comprendre le métier",
    "Parler du réemploi des emballages.",
    "Je voudrais changer de secteur !",
    "comprendre vos achats",
    "packaging reuse",
    "Understanding your purchasing.",
)
CODES = (
    frozenset[Code](),
    *(frozenset({code}) for code in Code),
    frozenset({Code.ONLY_WAY, Code.DORMANT, Code.BLURRED, Code.FIRST_HAT, Code.ONE_WAY, Code.BUSY}),
    frozenset({Code.POLICY_UNKNOWN, Code.DORMANT, Code.ONE_WAY, Code.BLURRED, Code.KEEP_FOR}),
)
VOICES: tuple[tuple[Language, Address], ...] = (
    ("fr", Address.TU),
    ("fr", Address.VOUS),
    ("en", Address.TU),
    ("en", Address.VOUS),
)

_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t’\w+|tien|tienne)\b", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos|vôtre)\b", re.IGNORECASE)
_BANNED = re.compile(
    r"\b(?:mails?|rebondir|opportunités?|networker|n’hésitez pas|n’hésite pas|reach(?:ing)? out|"
    r"circle back|hope this finds you|touchpoint|merci de (?!toute façon|votre|ton)\w+(?:er|ir|re)|"
    r"pick your brain|urgent|asap|au plus vite|you owe|tu me dois|vous me devez)\b|\(e\)",
    re.IGNORECASE,
)
_RELEASE = re.compile(
    r"\bnon\b|libre à|préf(?:ères|érez) (?:ne pas|dire)|dis-le|dites-le|dis-moi|dites-moi|"
    r"aucun souci|cela ne (?:te|vous) dit rien|me va|"
    r"\bno\b|decline|rather not|just say so|just tell me",
    re.IGNORECASE,
)
_THANKS = re.compile(r"\bmerci|remerci|reconnaiss|thank|grateful", re.IGNORECASE)
_NAMED = {
    Kind.INTRODUCTION: "mise en relation|introduction",
    Kind.INTERVIEW: "entretien|interview",
    Kind.REFERRAL: "cooptation|referral",
    Kind.REFERENCE: "référence|reference",
    Kind.RECOMMENDATION: "recommandation|recommendation",
    Kind.ADVICE: "conseil|advice",
    Kind.REVIEW: "relecture|review",
    Kind.IDEAS: "idées|ideas",
}


def brief_of(
    kind: Kind, voice: tuple[Language, Address], codes: frozenset[Code], seed: int
) -> DraftBrief:
    """Return a brief whose other facts vary with the seed."""
    known = seed % 3 != 2
    connects = kind is Kind.INTRODUCTION and seed % 2 == 0
    return DraftBrief(
        kind=kind,
        goal=list(Kind)[seed % len(Kind)] if connects else kind,
        to=replace(LEA, closeness=(None, *Closeness)[seed % 4]) if known else STRANGER,
        today=TODAY,
        language=voice[0],
        address=voice[1],
        purpose=PURPOSES[seed % len(PURPOSES)],
        by=date(2026, 6, 1) if seed % 4 == 1 else None,
        wanted=WANTED[0] if connects else WANTED[seed % len(WANTED)],
        me=NADIA if seed % 5 else Me(),
        steps=("Omar Haddad",) if connects else (),
        codes=codes,
        times_asked=seed % 9,
        last_asked=date(2026, 4, 28) if known else None,
        last_met=date(2024, 3, 2) if known else None,
        discreet="discreet" if seed % 2 else "open",
        seed=seed,
    )


def texts(written: Draft) -> list[str]:
    return [written.subject, written.body, written.forward, *written.questions, *written.kit]


def check_language(written: Draft) -> None:
    for text in texts(written):
        assert not re.search(r"[{}\[\]]|XXX|None| {2}|  | ,|\(\)", text), text
        assert not _BANNED.search(text), text
        if written.language == "fr":
            assert typography(text) == text
        assert "'" not in text
    said = " ".join((written.subject, written.body, *written.questions))
    said = said.replace(f"« {written.forward} »", "") if written.forward else said
    said = said.replace("s’il vous plaît", "").replace("s’il te plaît", "")
    if written.address == "tu":
        assert not _VOUS.search(said), _VOUS.search(said)
    if written.address == "vous":
        assert not _TU.search(said), _TU.search(said)
    if written.address == "formal":
        assert not re.search(r"\b(?:I'm|I'll|I've|you're|you'd|don't|isn't|it's)\b", written.body)


def check_length(written: Draft) -> None:
    limits = {Medium.EMAIL: 200, Medium.SMS: 119, Medium.LINKEDIN: 60, Medium.SPOKEN: 100}
    own = written.body.replace(written.forward, "") if written.forward else written.body
    assert len(own.split()) <= limits[written.channel], written.body
    if written.channel is Medium.LINKEDIN:
        assert len(written.body) <= 300


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("kind", Kind)
def test_an_ask_is_tactful(kind: Kind, medium: Medium) -> None:
    for number, (voice, codes, turn) in enumerate(product(VOICES, CODES, (0, 1))):
        seed = number * 7 % 60 + turn
        brief = replace(brief_of(kind, voice, codes, seed), medium=medium)
        written = draft(brief, WORDS)
        check_language(written)
        check_length(written)
        assert _RELEASE.search(written.body), written.body
        assert _THANKS.search(written.body), written.body
        assert len(written.questions) == 3
        assert len(set(written.questions)) == 3
        assert written.kit
        assert written.body.index("?") < len(written.body)
        if medium is Medium.EMAIL:
            asked = written.body.partition("?")[0]
            assert len(asked.split()) <= 60, written.body
            start = " ".join(written.body.split()[:40])
            assert re.search("demande|request|favour|asking|to ask|like to ask", start), start
            assert re.search(_NAMED[kind], written.subject, re.IGNORECASE), written.subject
            if kind is Kind.INTRODUCTION:
                assert (not written.forward) or written.forward in written.body
        elif medium is Medium.SPOKEN:
            assert written.subject
            assert len(re.findall(r"[.?!](?=\s|$)", written.body)) == 3, written.body
        else:
            assert written.subject == ""


THEIR_OWN = ASKING | {
    *(Moment.INTRODUCED, Moment.CONGRATULATE, Moment.LUNCH),
    *(Moment.MEET, Moment.SEND, Moment.PRESENT, Moment.PLEASURE),
}
"""Moments that ask, or do not thank: `test_moments` reads them."""


@pytest.mark.parametrize("moment", [moment for moment in Moment if moment not in THEIR_OWN])
@pytest.mark.parametrize("medium", Medium)
def test_other_moments_are_tactful(moment: Moment, medium: Medium) -> None:
    for kind, voice, seed in product(Kind, VOICES, range(6)):
        brief = replace(
            brief_of(kind, voice, frozenset(), seed),
            moment=moment,
            medium=medium,
            helped=date(2026, 4, 30) if seed % 2 else None,
        )
        written = draft(brief, WORDS)
        check_language(written)
        check_length(written)
        assert _THANKS.search(written.body), written.body
        assert (written.forward, written.questions, written.kit) == ("", (), ())
        if moment is not Moment.FOLLOW_UP:
            assert "?" not in written.body
        else:
            assert _RELEASE.search(written.body), written.body
