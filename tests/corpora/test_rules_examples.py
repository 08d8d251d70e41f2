"""The labelled examples of the first nineteen rules behave as they are labelled."""

import json
import os
import re
from pathlib import Path
from typing import Any

import pytest

from entregent.tact.check import check
from entregent.tact.context import Context, Form, Medium, Purpose, Worked

_FILE = (
    Path(os.environ.get("ENTREGENT_SHARED", "/nowhere")) / "data" / "tact" / "rules_examples.jsonl"
)
pytestmark = pytest.mark.skipif(not _FILE.exists(), reason="no labelled examples here")

NEWS = {
    "fr": "Le marché a rouvert sous la halle, on y trouve des pommes. Dimanche nous avons "
    "suivi le canal jusqu'à l'écluse, les péniches passaient sans bruit. La bibliothèque a "
    "repeint sa façade en bleu. Ma sœur apprend le violoncelle et joue le soir dans le salon. ",
    "en": "The market is open again under its old roof, with apples and honey on every stall. On "
    "Sunday we followed the canal up to the lock and watched the boats go by. The library has a "
    "blue front now. My sister is learning the cello and plays in the evening. ",
}
_KINDS = {"intro": "introduction", "cv_review": "review"}


def news(text: str, language: str) -> str:
    """Put so many words of news in the place of {NEWSn}."""

    def words(found: re.Match[str]) -> str:
        told = " ".join((NEWS[language].split() * 10)[: int(found[1])])
        return told if told.endswith(".") else f"{told}."

    return re.sub(r"\{NEWS(\d+)\}", words, text)


def context_of(told: dict[str, Any]) -> Context:
    kind, days = told.get("kind"), told.get("days_since_last_ask", told.get("days"))
    form = told.get("address_form", told.get("form"))
    worked = {"true": Worked.TOGETHER, "false": Worked.NEVER}.get(
        str(told.get("worked_together")).lower()
    )
    return Context(
        purpose=Purpose(_KINDS.get(kind, kind)) if kind else None,
        medium=Medium(told["channel"]) if told.get("channel") else None,
        form=Form(form) if form else None,
        worked=worked,
        last_ask_days=None if days in (None, "none") else int(days),
    )


def examples() -> list[Any]:
    if not _FILE.exists():
        return []
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return [
        pytest.param(told, id=f"{told['code']}-{told['lang']}-{number}")
        for number, told in enumerate(map(json.loads, lines), start=1)
    ]


@pytest.mark.parametrize("told", examples())
def test_an_example_behaves_as_labelled(rules: Any, told: dict[str, Any]) -> None:
    text = news(told["text"], told["lang"])
    found = check(text, context_of(told["context"]), rules, told["lang"]).findings
    assert (told["code"] in {one.code for one in found}) is told["must_fire"], text
