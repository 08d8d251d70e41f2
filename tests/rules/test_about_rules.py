"""Rules about rules: how they are named, what they say, and that they do what they say."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from entregent.content import Content
from entregent.locale.french import typography
from entregent.locale.pattern_source import read_phrase
from entregent.services.checking import tact_rules
from entregent.tact.check import check, mended
from entregent.tact.context import Form
from entregent.tact.proof import misspelt

_FILES = Content().rules()
_RULES = tact_rules(Content()).rules
_TOLD = [
    pytest.param(rule, language, id=f"{rule.code}-{language}")
    for rule in _RULES
    for language in rule.told
]
_BANNED = {
    "fr": r"sollicit\w* (son|votre) réseau|rebondir|opportunit|networker|n’hésitez pas|\(e\)|"
    r"(?<!-)\bmails?\b|touchpoint|!",
    "en": r"reach(ed|ing)? out|circl(e|ing) back|hope this finds|touchpoint|opportunit|!",
}


def test_codes_and_names_are_each_ones_own():
    assert [code for code, times in Counter(r.code for r in _RULES).items() if times > 1] == []
    assert [name for name, times in Counter(r.name for r in _RULES).items() if times > 1] == []
    assert len(_FILES) == len(_RULES)


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.code)
def test_a_rule_is_called_as_its_file_is(rule):
    assert re.fullmatch(r"TC\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert f"{rule.code}-{rule.name}" in _FILES
    assert re.fullmatch(r"\d{4}-\d{2}", rule.since)


@pytest.mark.parametrize("rule", _RULES, ids=lambda rule: rule.code)
def test_a_rule_is_written_as_its_kind_reads_it(rule):
    assert [(flaw.key, flaw.details) for flaw in misspelt(rule)] == []


def test_every_phrase_of_rules_and_vocabularies_can_be_read():
    for lists in tact_rules(Content()).lexicon.lists.values():
        for phrases in lists.values():
            for phrase in phrases:
                assert read_phrase(phrase)


@pytest.mark.parametrize(("rule", "language"), _TOLD)
def test_what_a_rule_says_is_in_our_voice(rule, language):
    told = rule.told[language]
    for said in (told.title, told.why, told.message):
        assert not re.search(_BANNED[language], said, re.IGNORECASE), said
        assert "'" not in said, said
        assert said == said.strip()
        if language == "fr":
            assert typography(said) == said
    assert told.why.endswith(".")
    assert told.message.endswith(".")
    assert not told.title.endswith(".")


@pytest.mark.parametrize(("rule", "language"), _TOLD)
def test_a_better_wording_mends_what_it_replaces(rules, rule, language):
    for example in rule.told[language].flags:
        found = check(example.text, example.context, rules, language).findings
        mine = [one for one in found if one.code == rule.code]
        for one in mine:
            assert example.text[one.start : one.end] == one.quote
            if one.better is None:
                continue
            put = one.start, one.start + len(one.better)
            text = mended(example.text, [one])
            again = check(text, example.context, rules, language).findings
            there = [each.quote for each in again if each.code == rule.code
                     and each.start < put[1] and each.end > put[0]]  # fmt: skip
            assert there == [], text
            assert "  " not in text.replace(example.text, "")


def test_a_rule_yields_to_known_rules_and_never_in_a_circle(rules):
    yielding = {rule.code: rule.yields for rule in rules.rules}

    def beyond(code, seen=()):
        assert code in yielding
        assert code not in seen, f"{code} yields to itself"
        for other in yielding[code]:
            beyond(other, (*seen, code))

    for code in yielding:
        beyond(code)


@pytest.mark.parametrize("form", [None, *Form])
def test_what_is_put_in_together_never_makes_a_mixture(rules, form):
    for rule in rules.rules:
        for language, told in rule.told.items():
            for example in (*told.flags, *told.passes):
                context = replace(example.context, form=form)
                found = check(example.text, context, rules, language).findings
                again = check(mended(example.text, found), context, rules, language).findings
                before = {one.code for one in found}
                assert "TC501" in before or "TC501" not in {one.code for one in again}, example
