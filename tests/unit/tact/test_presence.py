"""Phrases that should not stand in a message, and what may stand in their place."""

from entregent.tact.context import Context, Form, Purpose

_NOW = {"phrases": ["asap"], "unless": ["i ll reply"]}


def _shown(findings):
    return [(one.quote, one.better) for one in findings]


def test_a_phrase_is_shown_where_it_stands_unless_excused(with_rule):
    assert _shown(with_rule("Send it asap, please.", "presence", _NOW)) == [("asap", None)]
    assert not with_rule("I'll reply asap.", "presence", _NOW)


def test_a_phrase_anywhere_may_excuse_the_whole_message(with_rule):
    lists = _NOW | {"unless-anywhere": ["just joking"]}
    assert not with_rule("Send it asap. Just joking.", "presence", lists)


def test_some_phrases_speak_only_where_something_is_asked(with_rule):
    lists = {"phrases": ["never said"], "asking": ["i drove you"]}
    text = "I drove you to Leeds. Could you read my page?"
    assert _shown(with_rule(text, "presence", lists)) == [("I drove you", None)]
    assert not with_rule("I drove you to Leeds.", "presence", lists)
    news = Context(purpose=Purpose.NONE)
    assert not with_rule(text, "presence", lists, context=news)


def test_some_phrases_speak_only_where_nothing_frees_the_reader(with_rule):
    lists = {"phrases": ["no worries"], "bound": ["i need it tonight"]}
    text = "I need it tonight."
    assert with_rule(text, "presence", lists)
    only = {"phrases": ["never"], "bound": ["i need it tonight"], "beside": ["worries"]}
    assert with_rule(text + " No worries.", "presence", only, options={"freed": "OTHER"})
    freed = with_rule(text + " No worries if not.", "presence", lists, options={"freed": "TT001"})
    assert "I need it tonight" not in {one.quote for one in freed}


def test_a_wording_takes_the_place_of_all_that_was_found(with_rule):
    better = [{"find": "asap", "any": "when you can"}]
    found = with_rule("Could you send it asap?", "presence", _NOW, better=better)
    assert _shown(found) == [("asap", "when you can")]
    lists = {"phrases": ["now or never", "asap"]}
    text = "Asap, it is now or never."
    assert _shown(with_rule(text, "presence", lists, better=better)) == [
        ("Asap, it is now or never", None)
    ]


def test_a_wording_speaks_in_the_writers_voice_or_not_at_all(with_rule):
    lists = {"phrases": ["merci de"]}
    better = [{"find": "merci de", "tu": "pourrais-tu {rest} ?", "vous": "pourriez-vous {rest} ?"}]
    ask = "Merci de relire mon texte."
    assert _shown(with_rule(f"{ask} Et toi ?", "presence", lists, better=better)) == [
        (ask, "Pourrais-tu relire mon texte ?")
    ]
    assert _shown(with_rule(f"{ask} Bien à vous.", "presence", lists, better=better)) == [
        (ask, "Pourriez-vous relire mon texte ?")
    ]
    assert _shown(with_rule(f"{ask} Vous et toi.", "presence", lists, better=better)) == [
        ("Merci de", None)
    ]
    (one,) = with_rule(ask, "presence", lists, better=better, context=Context(form=Form.TU))
    assert one.better == "Pourrais-tu relire mon texte ?"


def test_a_rest_that_goes_on_to_something_else_is_left(with_rule):
    lists = {"phrases": ["merci de"]}
    better = [{"find": "merci de", "tu": "pourrais-tu {rest} ?"}]
    text = "Merci de relire mon texte, je compte sur toi."
    assert _shown(with_rule(text, "presence", lists, better=better)) == [("Merci de", None)]
