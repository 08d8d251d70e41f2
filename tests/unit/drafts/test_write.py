"""What a draft says, and why: the manual of the drafts."""

from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.asking import Code
from entregent.domain.months import Month
from entregent.domain.words import Address, Closeness, Context, Kind
from entregent.drafts.brief import DraftBrief, Me, Medium, Moment, Recipient, Shared, Voice, Wanted
from entregent.drafts.compose import composer
from entregent.drafts.facts import fitted, running, values
from entregent.drafts.write import draft, read_words

WORDS = read_words(Content().template)
OMAR = Wanted(person="Omar Haddad", company="Airbus", title="Directeur achats")
LEA = Recipient(
    "Léa Martin", given="Léa", company="Airbus", closeness=Closeness.CLOSE, context=Context.BOTH
)
KARIM = replace(LEA, name="Karim Roy", given="Karim", closeness=Closeness.GOOD)
INTRODUCTION = DraftBrief(
    kind=Kind.INTRODUCTION,
    goal=Kind.INTERVIEW,
    to=LEA,
    today=date(2026, 5, 4),
    address=Address.TU,
    wanted=OMAR,
    steps=("Omar Haddad",),
    me=Me(name="Nadia Benali", given="Nadia", title="Acheteuse", company="Michelin"),
)
REFERRAL = replace(INTRODUCTION, kind=Kind.REFERRAL, goal=None, steps=(), wanted=Wanted())


def having(brief: DraftBrief, *codes: Code) -> DraftBrief:
    return replace(brief, codes=frozenset(codes))


def test_the_same_brief_gives_the_same_draft() -> None:
    assert draft(INTRODUCTION, WORDS) == draft(INTRODUCTION, WORDS)


def test_the_wordings_used_last_are_avoided_wherever_there_are_others() -> None:
    known = replace(INTRODUCTION, to=KARIM)
    first = draft(known, WORDS)
    second = draft(replace(known, avoid=first.wordings), WORDS)
    for slot in ("opening", "question", "release", "closing"):
        used = {name for name in first.wordings if name.startswith(f"{slot}/")}
        assert used
        assert not used & second.wordings


def test_seeds_give_at_least_three_openings_ways_out_and_closings() -> None:
    bodies = [
        draft(replace(INTRODUCTION, to=to, seed=seed), WORDS)
        for to in (LEA, KARIM)
        for seed in range(40)
    ]
    for slot in ("opening", "question", "clause", "release", "closing"):
        used = {name for one in bodies for name in one.wordings if name.startswith(f"{slot}/")}
        assert len(used) >= 3


def test_only_way_says_how_often_how_hard_and_thanks() -> None:
    brief = replace(
        having(INTRODUCTION, Code.ONLY_WAY), times_asked=2, last_asked=date(2026, 4, 28)
    )
    body = draft(brief, WORDS).body
    assert "troisième demande" in body
    assert "28 avril" in body
    assert "rude" in body
    uncounted = draft(having(INTRODUCTION, Code.ONLY_WAY), WORDS).body
    assert "J’ai souvent fait appel à toi" in uncounted


def test_a_silence_is_named_together_with_the_ask() -> None:
    brief = replace(having(INTRODUCTION, Code.DORMANT), last_met=date(2024, 3, 2))
    opening = draft(brief, WORDS).body.partition("?")[0]
    assert "mars 2024" in opening
    assert "demande" in opening
    undated = draft(having(INTRODUCTION, Code.DORMANT), WORDS).body.partition("?")[0]
    assert "longtemps" in undated or "silence" in undated


def test_to_a_close_friend_an_ask_is_made_in_one_breath() -> None:
    close, good = (draft(replace(INTRODUCTION, to=to), WORDS).body for to in (LEA, KARIM))
    assert "tu pourrais me présenter à Omar Haddad, chez Airbus" in close.partition("?")[0]
    assert len(close.partition("À transférer")[0]) < len(good.partition("À transférer")[0])


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (Code.BLURRED, "deux"),
        (Code.FIRST_HAT, "nouveau|première fois"),
        (Code.ONE_WAY, "plus que je n’ai|venue de toi"),
        (Code.SAID_NO, "non|refus"),
        (Code.BUSY, "période|à faire"),
    ],
)
def test_a_reason_is_worded(code: Code, words: str) -> None:
    body = draft(having(INTRODUCTION, code), WORDS).body
    assert any(word in body for word in words.split("|"))


@pytest.mark.parametrize(
    ("language", "address", "said"),
    [
        ("fr", Address.VOUS, "i cela se fait chez vous"),
        ("fr", Address.TU, "i cela se fait là où tu travailles"),
        ("en", Address.TU, "f that is done where you are"),
    ],
)
@pytest.mark.parametrize("medium", Medium)
def test_an_unknown_usage_is_left_open(
    language: str, address: Address, said: str, medium: Medium
) -> None:
    brief = replace(
        having(REFERRAL, Code.POLICY_UNKNOWN), language=language, address=address, medium=medium
    )
    assert said in draft(brief, WORDS).body


def test_unconfirmed_work_is_said_to_be_so_and_listed_to_check() -> None:
    shared = Shared("Michelin", Month(2014, 2), Month(2018, 11))
    brief = replace(
        having(REFERRAL, Code.CONFIRM_WORK), kind=Kind.REFERENCE, to=replace(LEA, shared=shared)
    )
    written = draft(brief, WORDS)
    assert "Sauf erreur" in written.body
    assert "de 2014 à 2018" in written.body
    assert any("avez-vous vraiment travaillé ensemble" in item for item in written.kit)


def test_a_discreet_search_stays_between_us() -> None:
    me = replace(INTRODUCTION.me, seeks="un autre poste")
    written = draft(replace(INTRODUCTION, discreet="discreet", me=me), WORDS)
    assert "entre nous" in written.body
    assert "un autre poste" not in written.forward


def test_the_paragraph_about_me_names_its_reader_and_stands_in_the_message() -> None:
    written = draft(INTRODUCTION, WORDS)
    assert written.forward.startswith("Nadia Benali, acheteuse chez Michelin, ")
    assert "Omar Haddad" in written.forward
    assert written.forward in written.body


def test_a_longer_chain_asks_for_its_first_step_only() -> None:
    written = draft(replace(INTRODUCTION, steps=("Karim Roy", "Omar Haddad")), WORDS)
    assert "me présenter à Karim Roy" in written.body
    assert "mener à Omar Haddad" in written.body


def test_without_a_profile_nothing_is_invented() -> None:
    written = draft(replace(INTRODUCTION, me=Me()), WORDS)
    assert written.forward == ""
    assert "À transférer" not in written.body
    assert any("profil" in item for item in written.kit)


def test_the_voice_follows_what_is_declared_then_the_tie() -> None:
    assert INTRODUCTION.voice is Voice.TU
    assert replace(INTRODUCTION, address=None).voice is Voice.TU
    assert replace(INTRODUCTION, address=None, to=Recipient("Omar")).voice is Voice.VOUS
    assert replace(INTRODUCTION, language="en").voice is Voice.CASUAL
    assert replace(INTRODUCTION, language="en", address=Address.VOUS).voice is Voice.CASUAL
    formal = replace(INTRODUCTION, language="en", address=Address.VOUS, to=Recipient("Omar"))
    assert formal.voice is Voice.FORMAL


@pytest.mark.parametrize(
    ("title", "language", "said"),
    [
        ("Acheteuse", "fr", "acheteuse"),
        ("DRH", "fr", "DRH"),
        ("VP Sales", "fr", "VP Sales"),
        ("", "fr", ""),
        ("X", "fr", "X"),
        ("🚀 On grandit ensemble !", "fr", ""),
        ("Acheteuse emballages | réemploi, consigne", "fr", "acheteuse emballages"),
        ("Responsable Achats", "fr", "responsable Achats"),
        ("Category Manager", "en", "Category Manager"),
        ("Packaging buyer · reuse", "en", "packaging buyer"),
    ],
)
def test_a_title_runs_inside_a_sentence(title: str, language: str, said: str) -> None:
    assert running(title, language) == said


def test_what_speaks_to_the_final_reader_comes_first() -> None:
    assert fitted(("yoga", "vélo", "achats durables"), INTRODUCTION) == ("achats durables", "yoga")


@pytest.mark.parametrize(
    ("shared", "language", "years"),
    [
        (Shared("A"), "fr", ""),
        (Shared("A", Month(2014, 1)), "fr", "à partir de 2014"),
        (Shared("A", Month(2014, 1)), "en", "from 2014"),
        (Shared("A", Month(2014, 1), Month(2014, 9)), "fr", "en 2014"),
        (Shared("A", Month(2014, 1), Month(2014, 9)), "en", "in 2014"),
        (Shared("A", Month(2014, 1), Month(2015, 9)), "en", "from 2014 to 2015"),
    ],
)
def test_shared_years_in_words(shared: Shared, language: str, years: str) -> None:
    brief = replace(INTRODUCTION, to=replace(LEA, shared=shared), language=language)
    assert values(brief)["shared_years"] == years


def test_what_is_too_long_for_a_note_is_left_out_of_it_rather_than_cut() -> None:
    """A LinkedIn note holds 300 characters, whatever the names."""
    long = "Établissements Vaucanson, Brandebourg et Associés pour la Transition du Sud"
    codes = frozenset({Code.DORMANT, Code.ONLY_WAY, Code.BLURRED, Code.BUSY})
    known = replace(INTRODUCTION, wanted=replace(OMAR, company=long), codes=codes)
    for name in ("Omar Haddad", "Maximiliana Wilhelmina Charlotte von Hohenfels-Brandebourg"):
        brief = replace(known, steps=(name,), medium=Medium.LINKEDIN, discreet="discreet")
        body = draft(brief, WORDS).body
        assert len(body) <= 300
        assert long not in body
        for said in ("casquettes", "entre nous", "transférer", "un non"):
            assert said in body.lower()


def test_what_is_spoken_holds_all_that_must_be_said_in_three_sentences() -> None:
    codes = frozenset({Code.ONLY_WAY, Code.BLURRED})
    brief = replace(INTRODUCTION, codes=codes, medium=Medium.SPOKEN, discreet="discreet")
    body = draft(brief, WORDS).body
    assert body.count("? ") + body.count(". ") == 2
    for said in ("casquettes", "entre nous", "transférer"):
        assert said in body


def test_for_little_space_a_long_purpose_counts_as_untold() -> None:
    brief = replace(INTRODUCTION, purpose="comprendre le réemploi des emballages")
    spacious = composer(brief, WORDS.moments[Moment.ASK])

    tight = spacious.tightened(20)

    assert "purpose" in spacious.holding
    assert "purpose" not in tight.holding
    assert "tight" in tight.holding
    assert "comprendre" not in str(tight.values)
