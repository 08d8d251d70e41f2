"""The simplest kinds: what should not stand in a message, and what should."""

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context


def quotes(rules, text: str) -> list[str]:
    return [one.quote for one in check(text, Context(), rules, "fr").findings]


PRESENCE = {
    "lists": {
        "phrases": ["zut"],
        "beside": ["vite"],
        "with": ["reponds"],
        "unless": ["dit la chanson"],
        "unless-near": ["je plaisante"],
        "unless-anywhere": ["dictee"],
    }
}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Zut, zut et flûte.", ["Zut, zut"]),
        ("Réponds vite.", ["vite"]),
        ("Je marche vite.", []),
        ("Zut, dit la chanson.", []),
        ("Zut ! Je plaisante.", []),
        ("Je plaisante. Zut !", []),
        ("Je plaisante. Bref. Zut !", ["Zut"]),
        ("Zut. Rien. Rien. C'est une dictée.", []),
    ],
)
def test_presence_speaks_of_phrases_that_should_not_be_there(table, gathered, text, found):
    assert quotes(gathered(table(fr=PRESENCE)), text) == found


ABSENCE = {"lists": {"phrases": ["merci"], "not": ["merci de"]}}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Peux-tu me relire ? Merci", []),
        ("Bonjour. Peux-tu me relire ?", ["Peux-tu me relire ?"]),
        ("Merci de me relire. Bonne journée.", ["Merci de me relire."]),
        ("Il fait beau. Le chat dort.", ["Il fait beau. Le chat dort."]),
        ("", []),
    ],
)
def test_absence_speaks_of_the_first_ask_where_a_phrase_is_missing(table, gathered, text, found):
    assert quotes(gathered(table(fr=ABSENCE, kind="absence")), text) == found


def test_absence_may_speak_only_of_messages_that_ask(table, gathered):
    rules = gathered(table(fr=ABSENCE, kind="absence", options={"asks": True}))
    assert quotes(rules, "Il fait beau.") == []
    assert quotes(rules, "Peux-tu me relire ?") == ["Peux-tu me relire ?"]
