"""The printed drafts: the script that prints them, and what they cover."""

import importlib.util
from collections import Counter
from pathlib import Path

import pytest

from entregent.domain.words import Kind
from entregent.drafts.brief import Medium, Voice

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.fixture(scope="module")
def drafted():
    spec = importlib.util.spec_from_file_location("fifty_drafts", DOCS / "fifty_drafts.py")
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    return list(script.drafted())


def test_fifty_drafts_cover_channels_voices_languages_and_moments(drafted):
    documents = [document for _, document in drafted]
    assert len(documents) == 50
    assert {one["channel"] for one in documents} == set(Medium)
    assert {one["address"] for one in documents} == set(Voice)
    languages = Counter(one["language"] for one in documents)
    assert min(languages["fr"], languages["en"]) >= 12
    runs = " ".join(step["run"] for step, _ in drafted)
    for moment in ("announce", "follow-up", "thank", "accept-no", "introduced", "congratulate"):
        assert f"--moment {moment}" in runs
    assert {one.get("moment") for one in documents} >= {"ask", "continue", "lunch", "outcome"}


def test_the_page_holds_as_many(drafted):
    page = (DOCS / "fifty-drafts.md").read_text(encoding="utf-8")
    for number, (step, _) in enumerate(drafted, start=1):
        assert f"\n## {number}. {step['title']}\n" in page


def test_every_kind_is_asked_for():
    plan = (DOCS / "fifty-drafts.toml").read_text(encoding="utf-8")
    for kind in Kind:
        assert f"run = 'ask {kind}" in plan
