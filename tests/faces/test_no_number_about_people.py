"""What is explained about a person is said in words and days, and holds no other figure."""

import re
from typing import Any

import pytest

STORY = """
person Omar company:Airbus
tie Léa closeness:close context:both
tie Ana closeness:good context:professional
tie Zoé closeness:slight
tie Léa -- Omar
tie Ana -- Omar
tie Zoé -- Omar
2025-06-01 met Ana at:salon
2025-11-20 asked Ana advice "un avis"
2025-11-22 answered Ana yes
2025-12-01 received Ana "des conseils" weight:3
2025-12-02 thanked Ana
2026-01-10 gave Ana "relu son dossier" weight:4
2026-01-12 gave Ana "un contact"
2026-02-10 asked Zoé review
2026-02-12 answered Zoé no
2026-02-20 received Zoé "m'a relu"
2026-02-21 received Zoé "m'a relu encore"
2026-02-25 asked Léa ideas
"""
MONTHS = "|".join(
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre "
    "January February March April May June July August September October November December".split()
)
DAY = re.compile(rf"\b\d{{1,2}}(?:er)? (?:{MONTHS})(?: \d{{4}})?|\b\d{{4}}-\d\d-\d\d|since \d{{4}}")
YEAR = re.compile(r"depuis \d{4}")
HANDLE = re.compile(r"entregent \w+ [0-9a-f]+")
ASK = ("ask", "interview", "--company", "Airbus")
FACES = (
    ASK,
    (*ASK, "--why"),
    ("ask", "ideas", "--why"),
    ("ask", "introduction", "--person", "Omar", "--why"),
    ("ledger",),
    ("ledger", "Ana"),
    ("ledger", "Léa"),
    ("today",),
)


@pytest.mark.parametrize("lang", ["fr", "en"])
@pytest.mark.parametrize("words", FACES, ids=[" ".join(words) for words in FACES])
def test_no_figure_stands_beside_a_person(run: Any, journal: Any, words: Any, lang: str) -> None:
    journal(STORY)
    said = run(*words, "--lang", lang).plain
    for allowed in (DAY, YEAR, HANDLE):
        said = allowed.sub("", said)
    assert not re.findall(r".{0,40}\d.{0,20}", said)


@pytest.mark.parametrize(
    ("lang", "told"),
    [
        (
            "fr",
            "Ce qui aide : un service que vous avez rendu le 12 janvier et un oui le 22 novembre",
        ),
        ("en", "What helps: a favour you did on 12 January and a yes on 22 November"),
    ],
)
def test_why_says_what_helps_and_what_weighs(run: Any, journal: Any, lang: str, told: str) -> None:
    journal(STORY)
    assert told in run(*ASK, "--why", "--lang", lang).plain
    assert told not in run(*ASK, "--lang", lang).plain


def test_the_document_tells_them_by_code_with_their_facts(run: Any, journal: Any) -> None:
    journal(STORY)
    candidates = {one["person"]["name"]: one for one in run(*ASK, "--json").json["candidates"]}
    codes = {each["code"]: each for each in candidates["Ana"]["sways"]}
    assert codes["gave"]["way"] == "helps"
    assert codes["gave"]["facts"][-1]["date"] == "2026-01-12"
    assert {each["code"] for each in candidates["Léa"]["sways"]} == {"close", "asked"}
    assert all(set(each) == {"code", "way", "text", "facts"} for each in codes.values())


def test_what_a_reason_says_already_is_not_said_twice(run: Any, journal: Any) -> None:
    journal(STORY)
    said = run("ask", "review", "--person", "Zoé", "--why").plain
    assert "Zoé said no to a review" in said
    assert "a no on" not in said
