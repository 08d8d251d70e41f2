"""`draft --polish`: a model of this machine may rephrase; what it adds is not kept."""

import pytest

BOOK = """
me "Nadia Benali" email:nadia@exemple.fr title:Buyer company:Veolia
person "Léa Martin" email:lea@exemple.fr company:Airbus lang:en
tie "Léa Martin" context:personal closeness:close
2026-02-20 met "Léa Martin"
"""


class Fake:
    """A model that changes words."""

    def __init__(self, *swaps: tuple[str, str]) -> None:
        self.swaps = swaps

    def rephrase(self, text: str, _instruction: str) -> str:
        for old, new in self.swaps:
            text = text.replace(old, new)
        return text


@pytest.fixture
def ask(journal, run):
    assert journal(BOOK).code == 0
    return run("ask", "ideas", "--for", "a next job in water", "--json").json["ask"]["id"]


def use(monkeypatch, fake):
    monkeypatch.setattr("entregent.cli.polished.rephraser", lambda _settings: fake)


def test_a_safe_rephrasing_is_used_and_said(ask, run, monkeypatch):
    plain = run("draft", ask, "--json").json
    use(monkeypatch, Fake(("Hi ", "Hello ")))

    heard = run("draft", ask, "--polish", "--json").json

    assert heard["polish"] == {"kept": True, "doubts": []}
    assert heard["body"] == plain["body"].replace("Hi ", "Hello ")
    assert "Rephrased by the model on your machine" in run("draft", ask, "--polish").plain
    assert "polish" not in plain


def test_what_it_adds_is_not_kept_and_the_reason_is_told(ask, run, monkeypatch):
    plain = run("draft", ask, "--json").json
    use(monkeypatch, Fake(("Hi ", "Hi from Karim, ")))

    heard = run("draft", ask, "--polish", "--json").json

    assert heard["body"] == plain["body"]
    assert heard["polish"]["kept"] is False
    assert {"why": "name", "words": "Karim"} in heard["polish"]["doubts"]
    assert "adds or moves a name (“Karim”)" in run("draft", ask, "--polish").plain
    assert (
        "ajoute ou déplace un nom (« Karim »)"
        in run("--lang", "fr", "draft", ask, "--polish").plain
    )


def test_without_a_model_the_sentence_says_how_to_name_one(ask, run):
    refused = run("draft", ask, "--polish")

    assert refused.code == 2
    assert "settings polish-url" in refused.complaint
    assert refused.out == ""


def test_a_model_elsewhere_is_refused_until_the_settings_allow_it(ask, run):
    run("settings", "polish-url", "http://192.0.2.7/v1")
    run("settings", "polish-model", "small")

    refused = run("draft", ask, "--polish")

    assert refused.code == 2
    assert "not this machine" in refused.complaint


def test_the_settings_of_the_model_are_read_and_wrong_ones_refused(run):
    assert run("settings", "polish-reach", "moon").code == 2
    assert run("settings", "polish-model", 'a"b').code == 2
    assert run("settings", "polish-reach", "anywhere").code == 0
    assert run("settings", "--json").json["settings"]["polish_reach"] == "anywhere"
