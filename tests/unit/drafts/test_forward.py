"""The paragraph to forward: third person, 40 to 80 words, fitted to its final reader."""

import re
from dataclasses import replace
from datetime import date

import pytest

from entregent.content import Content
from entregent.domain.words import Address, Kind
from entregent.drafts.acquaintance import Reader
from entregent.drafts.brief import DraftBrief, Me, Recipient, Wanted
from entregent.drafts.forward import drawn, forward, short
from entregent.drafts.wording import parse

WORDING = parse("forward", Content().template("templates/forward"))
NADIA = Me(
    "Nadia Benali",
    "Nadia",
    title="Acheteuse",
    company="Michelin",
    email="nadia@exemple.fr",
    projects=("une appli de covoiturage", "le réemploi des emballages"),
    topics=("la voile", "achats responsables"),
    clients=("la mairie de Lyon",),
)
TO_OMAR = DraftBrief(
    Kind.INTRODUCTION,
    Recipient("Léa Martin", given="Léa"),
    date(2026, 5, 4),
    goal=Kind.INTRODUCTION,
    address=Address.TU,
    wanted=Wanted(person="Omar Haddad", company="Airbus", title="Directeur achats"),
    me=NADIA,
    steps=("Omar Haddad",),
)


def written(**known) -> str:
    return forward(replace(TO_OMAR, **known), WORDING)


def count(text: str) -> int:
    return len(text.split())


def test_it_names_me_its_reader_and_how_small_the_hope_is() -> None:
    text = written()
    assert text.startswith("Nadia Benali, acheteuse chez Michelin, ")
    assert "Omar Haddad" in text
    assert "ingt minutes au téléphone" in text
    assert "rien de plus" in text
    assert text.endswith("nadia@exemple.fr.")


def test_what_speaks_to_its_reader_is_told_and_the_rest_is_not() -> None:
    text = written(reader=Reader(drawn=("le réemploi des emballages", "achats responsables")))
    assert "le réemploi des emballages" in text
    assert "d’achats responsables" in text
    for beside in ("covoiturage", "voile", "mairie"):
        assert beside not in text


def test_where_nothing_speaks_to_them_each_line_is_as_good() -> None:
    text = written()
    assert "une appli de covoiturage et le réemploi des emballages" in text
    assert "de la voile et d’achats responsables" in text


def test_what_is_beside_the_point_comes_back_only_where_it_would_be_too_short() -> None:
    me = Me("Al", "Al", title="Luthier", topics=("x",), clients=("y",))
    brief = replace(TO_OMAR, me=me, reader=Reader(drawn=("x",)))
    assert "y" not in re.findall(r"\w+", forward(brief, WORDING))
    bare = {**WORDING.layouts, "text": [["who", "clients", "topics", "hope"]]}
    assert "y" in re.findall(r"\w+", forward(brief, replace(WORDING, layouts=bare)))


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("language", ["fr", "en"])
def test_it_speaks_to_nobody_and_never_says_i(kind: Kind, language: str) -> None:
    for seed in range(6):
        for steps in ((), ("Omar Haddad",)):
            text = written(goal=kind, kind=kind, language=language, seed=seed, steps=steps)
            words = set(re.findall(r"\w+", text.casefold()))
            assert not words & {"je", "j", "me", "moi", "mon", "ma", "mes", "tu", "te", "vous"}, (
                text
            )
            assert not words & {"votre", "vos", "ton", "ta", "tes", "i", "my", "you", "your"}, text
            assert not words & {"he", "she", "his", "her", "him", "il", "elle"} - {"il"}, text
            assert 40 <= count(text) <= 80, text


def test_with_less_there_are_as_many_true_words_as_there_are() -> None:
    text = written(me=Me("Nadia Benali", "Nadia"))
    assert text.startswith("Nadia Benali ")
    assert not re.search(r"projets|clients|volontiers|répondre", text)


def test_with_a_company_and_no_title_there_is_the_company() -> None:
    assert "Nadia Benali (Michelin) " in written(me=Me("Nadia Benali", "Nadia", company="Michelin"))


def test_a_title_that_says_where_is_not_said_twice() -> None:
    me = replace(NADIA, title="Acheteuse chez Michelin")
    assert written(me=me).startswith("Nadia Benali, acheteuse chez Michelin, ")


def test_without_a_name_there_is_none() -> None:
    assert written(me=replace(NADIA, name="")) == ""


def test_what_i_seek_is_told_unless_the_search_is_discreet() -> None:
    me = replace(NADIA, seeks="un poste aux achats", clients=(), topics=())
    assert "Ce que Nadia cherche\u00a0: un poste aux achats." in written(me=me)
    hushed = written(me=me, discreet="discreet")
    assert "cherche" not in hushed
    assert "reste entre les personnes" in hushed


def test_words_in_the_first_person_are_not_told() -> None:
    assert "cherche" not in written(me=replace(NADIA, seeks="je veux changer de métier"))


def test_their_company_is_said_only_where_the_owner_told_it() -> None:
    interview = replace(TO_OMAR, goal=Kind.INTERVIEW)
    assert "Airbus" not in forward(interview, WORDING)
    told = replace(interview, reader=Reader(company="Airbus"))
    assert "le travail chez Airbus" in forward(told, WORDING)


def test_it_is_in_the_language_of_whoever_reads_it_last() -> None:
    text = written(reader=Reader(language="en"))
    assert re.search(r"would (?:like|be glad)", text)
    assert "\u00a0" not in text


def test_a_long_line_is_cut_at_a_pause_and_a_shapeless_one_at_ten_words() -> None:
    line = "refonte de la chaîne de tri, avec trois partenaires, en deux ans et demi de travail"
    me = short(replace(NADIA, projects=(line, "mot " * 14), topics=(" . ",)))
    assert me.projects == (
        "refonte de la chaîne de tri, avec trois partenaires",
        "mot " * 9 + "mot",
    )
    assert me.topics == ()
    assert short(replace(NADIA, title="a, " * 100_000)).title.startswith("a, a")


def test_a_long_paragraph_leaves_out_the_lesser_things_first() -> None:
    long = tuple(f"un chantier de dix mots tout ronds numéro {n} ici" for n in range(2))
    me = replace(NADIA, projects=long, topics=long, clients=long, seeks="un poste d'acheteuse")
    text = written(me=me, purpose="comprendre ensemble comment se décide un achat durable")
    assert count(text) <= 80
    assert "cherche" not in text
    assert "rien de plus" in text


def test_what_speaks_to_them_is_found_however_long_or_spelled() -> None:
    brief = replace(TO_OMAR, reader=Reader(drawn=("LA VOILE",)))
    assert drawn(NADIA.topics, brief) == ("la voile",)


def test_a_name_beyond_all_measure_is_still_a_name() -> None:
    assert written(me=replace(NADIA, name="Anne " * 90 + "Roy")).count("Anne") == 90
    hyphens = "-".join(["Anne"] * 70)
    assert hyphens in written(me=Me(hyphens, "Anne", title="Luthier"))


def test_what_the_purpose_says_is_not_said_again() -> None:
    text = written(purpose="comprendre le réemploi des emballages")
    assert text.count("le réemploi des emballages") == 1
    assert "une appli de covoiturage" in text


def test_in_english_it_says_nothing_that_is_surely_french() -> None:
    me = replace(NADIA, title="Cheffe de projet", projects=("un entrepôt", "a boat"))
    text = written(me=me, address=Address.VOUS, reader=Reader(language="en"))
    assert text.startswith("Nadia Benali (Michelin) would ")
    assert "Projects include a boat." in text
    for french in ("Cheffe", "entrepôt", "voile"):
        assert french not in text


def test_in_french_a_title_in_english_stays() -> None:
    assert "Purchasing" in written(me=replace(NADIA, title="Head of Purchasing"))
