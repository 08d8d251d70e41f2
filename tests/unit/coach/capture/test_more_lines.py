"""Lines of many hands, beside this file, each with what it says of whom.

`name`, `company`, `role`, `topics`, what I promised (`me`), what they did (`them`), the `next`
meeting with its day, and ways to `reach` them; all typed on Tuesday 10 March 2026.
"""

import json
from pathlib import Path

import pytest

LINES = [
    json.loads(line)
    for line in (Path(__file__).parent / "lines.jsonl").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("line", LINES, ids=[line["text"][:40] for line in LINES])
def test_a_line_is_understood(read, line):
    told = json.loads(json.dumps(read(line["text"])))
    assert told == line["people"]
