"""What does not fit is said in words, in both languages, and nothing breaks."""

from pathlib import Path
from typing import Any

STORY = """
person Omar company:Airbus
tie Léa closeness:good since:2031-05
tie Léa -- Omar
2026-02-10 asked Léa advice
2026-02-01 answered Léa yes
2026-02-11 received Léa
2026-02-12 thanked Léa
2026-02-14 thanked Léa
2026-02-15 thanked Omar
"""


def test_an_import_names_the_lines_and_takes_them_in(
    run: Any, journal: Any, environment: Path
) -> None:
    (file,) = journal(STORY).json["files"]
    assert file["problems"] == []
    assert [one["where"] for one in file["remarks"]] == ["line=3", "line=6", "line=9", "line=10"]
    shown = run("import", str(environment / "facts.journal"), "--book", str(environment / "b.db"))
    assert shown.code == 0
    assert "4 lines were taken in and do not quite fit:" in shown.plain
    assert "line 6: Léa answered on 1 February, before the first ask (10 February)" in shown.plain


def test_the_doctor_lists_them_and_the_book_is_well(run: Any, journal: Any) -> None:
    journal(STORY)
    found = run("doctor", "--json")
    assert found.code == 0
    assert found.json["well"] is True
    assert [one["code"] for one in found.json["remarks"]] == [
        "answered-first",
        "thanked-twice",
        "thanked-nothing",
        "since-ahead",
    ]
    first = found.json["remarks"][0]
    assert (first["person"]["name"], first["date"]) == ("Léa", "2026-02-01")
    assert first["source"]["record"] == "line=6"
    french = run("doctor", "--lang", "fr").plain
    assert "4 choses notées ne vont pas avec le reste" in french
    assert "Une réponse de Léa le 1er février, avant la première demande (10 février)" in french


def test_every_answer_still_stands(run: Any, journal: Any) -> None:
    journal(STORY)
    for words in (
        ("ask", "interview", "--company", "Airbus"),
        ("ask", "advice", "--person", "Léa"),
        ("ledger",),
        ("today",),
        ("show", "Léa"),
        ("export", "--journal"),
    ):
        assert run(*words).code in (0, 1)
        assert "Traceback" not in run(*words, "--lang", "fr").err
