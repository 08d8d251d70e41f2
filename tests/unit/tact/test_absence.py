"""What should stand in a message, and what may be put there."""

from entregent.tact.context import Context, Form

_THANKS = {"phrases": ["thanks"], "not": ["thanks for nothing"]}
_ADD = {"any": "Thank you.", "casual": "Ta."}


def _shown(findings):
    return [(one.quote, one.better) for one in findings]


def test_a_message_without_the_phrase_shows_its_first_ask(with_rule):
    text = "All is well here. Could you read my page?"
    assert _shown(with_rule(text, "absence", _THANKS)) == [("Could you read my page?", None)]


def test_a_message_with_the_phrase_is_left_alone_unless_it_says_otherwise(with_rule):
    assert not with_rule("Could you read my page? Thanks.", "absence", _THANKS)
    assert with_rule("Could you read my page? Thanks for nothing.", "absence", _THANKS)


def test_a_mark_says_it_as_well(with_rule):
    options = {"marks": ["🙏"]}
    assert not with_rule("Could you read it? 🙏", "absence", _THANKS, options=options)


def test_without_an_ask_the_whole_is_shown_or_nothing(with_rule):
    text = "All is well here. The hens are laying."
    assert _shown(with_rule(text, "absence", _THANKS)) == [(text, None)]
    assert not with_rule(text, "absence", _THANKS, options={"asks": True})
    assert not with_rule("", "absence", _THANKS)


def test_what_is_missing_is_put_after_the_ask_in_the_writers_voice(with_rule):
    text = "Could you read my page?\n\nRegards"
    (one,) = with_rule(text, "absence", _THANKS, add=_ADD)
    assert one.better == "Could you read my page? Thank you."
    (one,) = with_rule(text, "absence", _THANKS, add=_ADD, context=Context(form=Form.CASUAL))
    assert one.better == "Could you read my page? Ta."


def test_nothing_is_put_where_it_would_stand_badly(with_rule):
    asks = (
        "Could you read my page? It is about bees and the way they dance.",
        "could you read my page",
        "Could you read my page? Would you lend me a pen?",
    )
    for text in asks:
        (one,) = with_rule(text, "absence", _THANKS, add=_ADD)
        assert one.better is None, text


def test_nothing_is_put_beside_what_does_not_go_with_it(with_rule):
    lists = _THANKS | {"beside": ["bees"]}
    text = "You owe me. Bees!\n\nCould you read my page?"
    (one,) = with_rule(text, "absence", lists, add=_ADD, options={"unfit": ["TT001.beside"]})
    assert one.better is None


def test_no_voice_no_wording(with_rule):
    (one,) = with_rule("Could you read it?", "absence", _THANKS, add={"casual": "Ta."})
    assert one.better is None


def test_a_phrase_may_need_another_beside_it(with_rule):
    lists = {"phrases": ["thanks"], "beside": ["fine"], "with": ["if"]}
    assert not with_rule("Could you read it? If not, fine.", "absence", lists)
    assert with_rule("Could you read it? The weather is fine.", "absence", lists)
