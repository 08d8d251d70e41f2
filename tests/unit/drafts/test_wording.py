"""Template files are checked, and told what is wrong."""

from typing import Any

import pytest

from entregent.drafts.brief import Voice
from entregent.drafts.wording import WordingError, parse

GOOD = {"slot": "ask", "when": "connector !close", "fr": "Oui ?", "en": ["Yes?", "Well?"]}


def test_a_block_says_one_thing_in_every_voice() -> None:
    [block] = parse("t", {"block": [GOOD]}).blocks
    assert [text for _, text in block.wordings(Voice.TU)] == ["Oui ?"]
    assert [name for name, _ in block.wordings(Voice.FORMAL)] == ["ask/t-1.1", "ask/t-1.2"]
    assert block.applies(frozenset({"connector"}))
    assert not block.applies(frozenset({"connector", "close"}))
    assert not block.applies(frozenset())


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        ({"block": {}}, "t: blocks are written [[block]]"),
        ({"block": [{}]}, "block 1: `slot` must say"),
        ({"block": [{**GOOD, "colour": "x"}]}, "block 1 (ask): unknown key `colour`"),
        ({"block": [{**GOOD, "when": "!rich"}]}, "unknown condition `!rich`"),
        ({"block": [{"slot": "ask", "fr": "Oui"}]}, "no wording for the voice `casual`"),
        ({"block": [{**GOOD, "fr": 3}]}, "`fr` must be a text or a list of texts"),
        ({"block": [{**GOOD, "fr": [""]}]}, "`fr` must be a text or a list of texts"),
        ({"block": [{**GOOD, "fr": "{name"}]}, "`fr` has a stray brace"),
    ],
)
def test_a_fault_is_named_with_its_place(data: dict[str, Any], fault: str) -> None:
    with pytest.raises(WordingError) as raised:
        parse("t", data)
    assert fault in str(raised.value)
