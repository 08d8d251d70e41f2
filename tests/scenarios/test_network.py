"""The invented network, against what a careful reader of the rules expects of it."""

import tomllib
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.asking import (
    Goal,
    ToCompany,
    ToFriends,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import AskId
from entregent.domain.words import Kind
from entregent.exchange.files import FileReaders
from entregent.services.asking import judge_in
from entregent.services.desk import Desk
from entregent.services.importing import import_files
from entregent.services.ports import Opened
from entregent.services.searching import who
from entregent.services.world import world
from entregent.settings import Settings
from entregent.store.ids import Uuids
from entregent.store.opening import open_book

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
EXPECTED = tomllib.loads((EXAMPLES / "cases.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    book = open_book(tmp_path_factory.mktemp("network") / "book.sqlite", create=True)
    now = datetime(2026, 11, 23, 12, tzinfo=UTC)
    desk = Desk(book, Uuids(), EXPECTED["today"], now, Settings(timezone="Europe/Paris"))
    readings = FileReaders(ZoneInfo("Europe/Paris")).read(Opened((EXAMPLES / "network",)))
    import_files(desk, list(readings), dry_run=False)
    yield desk
    book.close()


def target_of(desk, goal):
    if "person" in goal:
        return ToPerson(who(desk, goal["person"]).id)
    for key, kind in (("company", ToCompany), ("sector", ToSector), ("topic", ToTopic)):
        if key in goal:
            return kind(goal[key])
    return ToFriends()


def judged(desk, case):
    at = replace(desk, today=case.get("today", EXPECTED["today"]))

    def made(goal, name):
        continues = goal.get("continues")
        return Goal(AskId(name), Kind(goal["kind"]), target_of(at, goal), continues=continues)

    known = world(at)
    if "open" in case:
        known = replace(known, goals=(made(case["open"], "open"),))
    judgement = judge_in(known, made(case["goal"], "asked"))
    names = {person.id: person.name for person in at.book.people()}
    return judgement, names


def label(case):
    goal = " ".join(str(part) for part in case["goal"].values())
    return f"{goal} {case.get('who', '')} {case.get('today', '')}".strip()


@pytest.mark.parametrize("case", EXPECTED["case"], ids=label)
def test_somebody_is_judged_as_the_rules_say(desk, case):
    judgement, names = judged(desk, case)
    found = next((c for c in judgement.candidates if names[c.person] == case["who"]), None)
    assert found is not None, [names[c.person] for c in judgement.candidates]
    assert found.verdict == case["verdict"]
    assert {reason.code for reason in found.because} == set(case["because"])
    assert {reason.code for reason in found.mind} == set(case["mind"])
    if case.get("until") != "any":
        assert found.until == case.get("until")
    if "chain" in case:
        assert [names[step] for step in found.chain.people] == case["chain"]
    if "instead" in case:
        assert names[found.instead[0]] == case["instead"]


@pytest.mark.parametrize("case", EXPECTED["answer"], ids=label)
def test_a_whole_answer_is_as_the_rules_say(desk, case):
    judgement, names = judged(desk, case)
    listed = [names[candidate.person] for candidate in judgement.candidates]
    if "best" in case:
        assert listed[0] == case["best"]
    assert not set(case.get("absent", ())) & set(listed)
    if "exactly" in case:
        assert set(listed) == set(case["exactly"])
    if "nobody" in case:
        assert judgement.nobody is not None
        assert judgement.nobody.code == case["nobody"]
        assert judgement.nobody.until == case.get("until")
