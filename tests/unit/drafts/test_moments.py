"""The moments around an ask: what each says, what it never says, in every channel and voice."""

import re
from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.words import Address, Closeness, Context, Kind, Reply
from entregent.drafts.brief import (
    ASKING,
    Draft,
    DraftBrief,
    Helper,
    Language,
    Me,
    Medium,
    Moment,
    Recipient,
    Wanted,
)
from entregent.drafts.write import draft, read_words
from entregent.locale.french import typography

WORDS = read_words(Content().template)
NADIA = Me("Nadia Benali", "Nadia", title="Acheteuse", company="Michelin", email="n@exemple.fr")
LEA = Recipient(
    "Léa Martin",
    "Léa",
    company="Airbus",
    title="Responsable achats",
    closeness=Closeness.CLOSE,
    context=Context.BOTH,
)
STRANGER = Recipient("Omar Haddad")
OMAR = Wanted(person="Omar Haddad", company="Airbus", title="Directeur achats")
BRIEF = DraftBrief(
    kind=Kind.INTRODUCTION,
    goal=Kind.INTERVIEW,
    to=LEA,
    today=date(2026, 5, 4),
    address=Address.TU,
    purpose="comprendre le réemploi des emballages",
    wanted=OMAR,
    steps=("Omar Haddad",),
    me=NADIA,
)
VOICES: tuple[tuple[Language, Address], ...] = tuple(
    (language, address) for language in ("fr", "en") for address in Address
)
NEW = (
    *(Moment.CONTINUE, Moment.ANNOUNCE, Moment.INTRODUCED),
    *(Moment.ACCEPT_NO, Moment.CONGRATULATE, Moment.LUNCH),
    *(Moment.MEET, Moment.SEND, Moment.PRESENT, Moment.PLEASURE),
)
OCCASIONS = ("", "sa nomination chez Airbus", "her new job", "a eu son diplôme", "votre prix")
REPLIES = (None, *Reply)
_TU = re.compile(r"\b(?:tu|te|toi|ton|ta|tes|t’\w+)\b", re.IGNORECASE)
_VOUS = re.compile(r"\b(?:vous|votre|vos)\b", re.IGNORECASE)
_THANKS = re.compile(r"\bmerci|remerci|thank|grateful", re.IGNORECASE)
_STANDS = re.compile("tient toujours|quand même|un non|que non", re.IGNORECASE)
_OUT = re.compile(
    r"\bnon\b|dis-le|dites-le|libre à|préf(?:ères|érez)|me va|simple mot|"
    r"\bno\b|just say|just tell|say so|rather not|decline",
    re.IGNORECASE,
)


def written(brief: DraftBrief, **changes: object) -> Draft:
    return draft(replace(brief, **changes), WORDS)  # type: ignore[arg-type]  # by name


def drawn(moment: Moment, medium: Medium, kind: Kind, seed: int) -> DraftBrief:
    """Return a brief whose facts vary with the seed."""
    language, address = VOICES[seed % len(VOICES)]
    connects = kind is Kind.INTRODUCTION and seed % 2 == 0
    return replace(
        BRIEF,
        moment=moment,
        medium=medium,
        kind=kind,
        goal=list(Kind)[seed % len(Kind)] if connects else kind,
        steps=("Omar Haddad",) if connects else (),
        wanted=OMAR if connects else (Wanted(company="Insee"), Wanted(topic="réemploi"))[seed % 2],
        to=LEA if seed % 3 else STRANGER,
        language=language,
        address=address,
        purpose=("", "comprendre vos achats", "packaging reuse", "le réemploi")[seed // 4 % 4],
        codes=(
            frozenset[Code](),
            frozenset({Code.DORMANT, Code.ONE_WAY}),
            frozenset({Code.ONLY_WAY, Code.FIRST_HAT, Code.POLICY_UNKNOWN}),
            frozenset({Code.BLURRED, Code.SAID_NO}),
        )[seed // 2 % 4],
        times_asked=seed % 4,
        last_asked=date(2026, 4, 28) if seed % 2 else None,
        continued=date(2026, 2, 3) if seed % 5 else None,
        reply=REPLIES[seed // 3 % len(REPLIES)],
        invited="invited" if seed % 7 == 0 else "uninvited",
        occasion=OCCASIONS[seed % len(OCCASIONS)],
        helper=Helper("Hélène Fabre", "Hélène") if seed % 6 else None,
        met=date(2026, 4, 9) if seed % 4 else None,
        event="Salon du réemploi" if seed % 8 > 2 else "",
        discreet="discreet" if seed % 3 == 1 else "open",
        seed=seed,
        turn=seed % 5,
    )


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("moment", NEW)
def test_every_moment_reads_well_in_every_channel_and_voice(moment: Moment, medium: Medium) -> None:
    for kind, seed in product(Kind, range(60)):
        brief = drawn(moment, medium, kind, seed)
        made = draft(brief, WORDS)
        said = f"{made.subject}\n{made.body}"
        assert not re.search(r"[{}\[\]']|None| {2}| [,.]|\(\)|« »|: *\.", said), said
        if made.language == "fr":
            assert typography(said) == said
        other = {"tu": _VOUS, "vous": _TU}.get(made.address)
        alone = said.replace(made.forward, "") if made.forward else said
        alone = re.sub(r"s’il (?:te|vous) plaît", "", alone)
        assert other is None or not other.search(alone), alone
        if made.address == "formal":
            assert not re.search(r"\b\w+’(?:m|ll|ve|d|t|re)\b", alone), alone
        if medium is Medium.EMAIL:
            assert made.subject
        if medium is Medium.LINKEDIN:
            assert len(made.body) <= 300, made.body
        if medium is Medium.SPOKEN:
            assert 2 <= len(re.findall(r"[.?!](?=\s|$)", made.body)) <= 3, made.body
        if moment in ASKING or moment is Moment.INTRODUCED:
            assert _THANKS.search(made.body), made.body
            assert _OUT.search(made.body), made.body
            assert "?" in made.body


@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("reply", REPLIES)
def test_a_no_is_answered_by_thanks_and_nothing_is_asked(medium: Medium, reply: Reply) -> None:
    for (language, address), seed in product(VOICES, range(12)):
        body = written(
            BRIEF,
            moment=Moment.ACCEPT_NO,
            medium=medium,
            reply=reply,
            language=language,
            address=address,
            seed=seed,
        ).body
        assert _THANKS.search(body)
        assert "?" not in body


def test_discomfort_is_not_brought_up_again_and_later_stays_open() -> None:
    uneasy = written(BRIEF, moment=Moment.ACCEPT_NO, reply=Reply.UNCOMFORTABLE).body
    assert "franch" in uneasy
    assert re.search("n’y reviendrai pas|n’en reparlerai pas", uneasy)
    later = written(BRIEF, moment=Moment.ACCEPT_NO, reply=Reply.LATER).body
    assert "d’ici là" in later.casefold()
    assert "reviendrai pas" not in later


@pytest.mark.parametrize(
    ("facts", "said"),
    [
        ({}, "3 février"),
        ({"reply": Reply.YES}, "oui|accepté"),
        ({"reply": Reply.LATER}, "plus tard"),
        ({"invited": "invited"}, "porte ouverte|de revenir"),
        ({"codes": frozenset({Code.DORMANT})}, "longtemps|silence"),
    ],
)
@pytest.mark.parametrize("medium", Medium)
def test_the_next_ask_begins_where_things_were_left(
    facts: dict[str, object], said: str, medium: Medium
) -> None:
    if medium is not Medium.EMAIL and facts.get("reply") is Reply.LATER:
        said = "3 février"
    for turn in range(3):
        known = {"continued": date(2026, 2, 3), "turn": turn, "medium": medium, **facts}
        body = written(BRIEF, moment=Moment.CONTINUE, **known).body
        assert re.search(said, body), body
        assert "Omar Haddad" in body


def test_the_next_ask_has_its_paragraph_its_questions_and_its_kit() -> None:
    made = written(BRIEF, moment=Moment.CONTINUE, continued=date(2026, 2, 3))
    assert made.forward in made.body
    assert made.questions
    assert made.kit


@pytest.mark.parametrize(("language", "said"), [("fr", "copie cachée"), ("en", "bcc|blind copy")])
@pytest.mark.parametrize("address", Address)
def test_the_helper_is_told_first_that_they_are_in_blind_copy(
    language: Language, said: str, address: Address
) -> None:
    direct = replace(BRIEF, steps=(), kind=Kind.INTERVIEW, wanted=Wanted())
    for turn in range(4):
        body = written(
            direct,
            moment=Moment.INTRODUCED,
            language=language,
            address=address,
            helper=Helper("Hélène Fabre", "Hélène"),
            turn=turn,
        ).body
        first = body.split("\n\n")[1]
        assert "Hélène" in first
        assert re.search(said, first), first


@pytest.mark.parametrize("medium", [Medium.SMS, Medium.LINKEDIN, Medium.SPOKEN])
def test_nobody_is_in_copy_of_what_is_no_letter(medium: Medium) -> None:
    helper = Helper("Hélène Fabre")
    body = written(BRIEF, moment=Moment.INTRODUCED, medium=medium, helper=helper).body
    assert "Hélène Fabre" in body
    assert "copie" not in body


def test_the_drink_hides_nothing_and_stands_whatever_the_answer() -> None:
    for medium, turn in product(Medium, range(3)):
        body = written(BRIEF, moment=Moment.ANNOUNCE, medium=medium, turn=turn).body
        assert "mise en relation avec Omar Haddad" in body
        assert _STANDS.search(body), body
        assert medium is Medium.SPOKEN or "transférer" in body, body


@pytest.mark.parametrize(
    ("language", "address", "told", "said"),
    [
        ("fr", Address.TU, "sa nomination chez Airbus", "pour ta nomination chez Airbus"),
        ("fr", Address.VOUS, "Sa nomination chez Airbus.", "pour votre nomination chez Airbus"),
        ("fr", Address.VOUS, "pour ses dix ans de maison", "pour vos dix ans de maison"),
        ("fr", Address.TU, "l’ouverture de son atelier", "pour l’ouverture de ton atelier"),
        ("fr", Address.TU, "nommée directrice", "« nommée directrice »"),
        ("en", Address.TU, "her new job at Airbus", "on your new job at Airbus"),
        ("en", Address.VOUS, "winning the prize", "on winning the prize"),
        ("en", Address.VOUS, "new job at Airbus", "“new job at Airbus”"),
        ("fr", Address.VOUS, "her new job at Airbus", "nouvelle"),
        ("fr", Address.TU, "votre nomination", "nouvelle"),
        ("fr", Address.TU, "elle a eu le poste", "nouvelle"),
    ],
)
def test_an_occasion_is_said_to_whom_it_is_about(
    language: Language, address: Address, told: str, said: str
) -> None:
    for turn in range(4):
        body = written(
            BRIEF,
            moment=Moment.CONGRATULATE,
            language=language,
            address=address,
            occasion=told,
            turn=turn,
        ).body
        assert said in body.replace("\u00a0", " "), body
        assert "?" not in body


def test_the_lunch_recalls_when_and_where_it_was_promised() -> None:
    lunch = replace(BRIEF, moment=Moment.LUNCH)
    whole = written(lunch, met=date(2026, 4, 9), event="Salon du réemploi").body
    assert "9 avril (Salon du réemploi)" in whole
    assert "9 avril" in written(lunch, met=date(2026, 4, 9)).body
    assert "déjeuner" in written(lunch).body


def test_two_messages_in_a_row_are_worded_otherwise() -> None:
    for moment in Moment:
        brief = replace(
            BRIEF, moment=moment, occasion="sa nomination", helper=Helper("Hélène Fabre")
        )
        for turn in range(6):
            first, second = (written(brief, turn=number) for number in (turn, turn + 1))
            assert first.body != second.body, moment


def test_what_was_thanked_for_in_my_own_words_is_named() -> None:
    thanks = replace(BRIEF, moment=Moment.THANK)
    assert "pour ton coup de main" in written(thanks, occasion="son coup de main de mardi").body
    assert "pour ton aide" in written(thanks, occasion="relu mon CV").body


_SILENCE = re.compile(
    r"longtemps|silence|mars 2024|fait attendre|pas parlé|pas échangé|"
    r"long while|a while|ages|March 2024|long time|not (?:been in touch|talked|heard)",
    re.IGNORECASE,
)
_AGAIN = re.compile(
    r"souvent|première demande|deuxième demande|troisième demande|encore (?:moi|une)|déjà écrit|"
    r"often|first request|second request|third request|me again|one more|asked before|wrote",
    re.IGNORECASE,
)


@pytest.mark.parametrize("moment", [Moment.ASK, Moment.ANNOUNCE])
@pytest.mark.parametrize("medium", Medium)
@pytest.mark.parametrize("code", [Code.DORMANT, Code.ONLY_WAY])
def test_a_silence_and_a_repeated_ask_are_named_everywhere(
    moment: Moment, medium: Medium, code: Code
) -> None:
    for kind, (language, address), turn in product(Kind, VOICES, range(4)):
        body = written(
            BRIEF,
            moment=moment,
            medium=medium,
            kind=kind,
            goal=None,
            steps=("Omar Haddad",) if kind is Kind.INTRODUCTION else (),
            codes=frozenset({code}),
            times_asked=2,
            last_asked=date(2026, 4, 28),
            last_met=date(2024, 3, 2),
            language=language,
            address=address,
            turn=turn,
        ).body
        assert (_SILENCE if code is Code.DORMANT else _AGAIN).search(body), body
