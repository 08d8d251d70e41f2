"""Somebody forgotten stands in no answer any more, whatever of the kind was noted of them."""

from pathlib import Path
from typing import Any

STORY = """
me "Nadia Benali" company:Michelin
person "Léa Zyzomme" company:Zyzolab
person "Omar Haddad" company:Airbus
tie "Léa Zyzomme" closeness:close context:both
tie "Ana Costa" closeness:good
tie "Léa Zyzomme" -- "Omar Haddad"
2026-01-10 asked "Léa Zyzomme" advice "zyzavis"
2026-01-11 answered "Léa Zyzomme" yes
2026-01-20 received "Léa Zyzomme" "zyzaide"
2026-02-01 gave "Léa Zyzomme" "zyzrelu"
2026-02-02 met "Léa Zyzomme" at:zyzsalon
need "Léa Zyzomme" "zyzbesoin de graphisme"
offer "Ana Costa" "graphisme"
"""
TOLD = (
    ("record", "promised", "Léa", "zyzpromesse", "--due", "2026-03-10"),
    ("record", "promised", "Léa", "zyzretour", "--by-them"),
    ("inbox", "add", "Léa", "introduction", "zyzdemande", "--for", "Omar"),
    ("introduce", "new", "Léa", "Ana", "zyzlignes"),
    ("lead", "note", "Léa", "zyzpiste"),
    ("rhythm", "Léa", "monthly"),
    ("lead", "note", "Ana", "zyzautre", "--person", "Léa"),
)
ASKED = (
    ("ask", "interview", "--company", "Airbus", "--why"),
    ("ask", "ideas", "--why"),
    ("today", "--all"),
    ("ledger",),
    ("give",),
    ("inbox",),
    ("introduce", "list"),
    ("lead",),
    ("rhythm",),
    ("people",),
    ("people", "salon"),
    ("show", "Ana"),
    ("show", "Omar"),
    ("reach",),
    ("imports",),
    ("doctor",),
    ("export",),
    ("export", "--journal"),
)


def test_forget_leaves_no_trace(run: Any, journal: Any, environment: Path) -> None:
    assert journal(STORY).code == 0
    for words in TOLD:
        heard = run(*words)
        assert heard.code == 0, (words, heard.err)
    needs = environment / "needs.toml"
    needs.write_text('[[need]]\nid = "zyz"\nkind = "advice"\nperson = "Léa"\nimportance = 3\n')
    assert run("plan", str(needs)).code in (0, 1)
    before = [run(*words).out for words in ASKED]
    assert sum("yz" in heard for heard in before) > len(ASKED) // 2
    assert run("forget", "Léa", "--yes").code == 0
    for words in ASKED:
        for form in ((), ("--json",)):
            heard = run(*words, *form)
            assert heard.code in (0, 1), (words, heard.err)
            assert not [line for line in heard.out.splitlines() if "zyz" in line.lower()], words
    for file in environment.rglob("carnet.db*"):
        assert b"yzomme" not in file.read_bytes()
        assert b"zyz" not in file.read_bytes().lower()
