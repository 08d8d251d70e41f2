"""The same files again: nothing is done twice, nothing is skipped that has a say."""

from pathlib import Path
from typing import Any

import pytest

LEA = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Léa Martin\r\nEMAIL:lea@exemple.fr\r\n{}END:VCARD\r\n"
OMAR = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Omar Haddad\r\nTEL:+33 6 11 22 33 44\r\nEND:VCARD\r\n"
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROW = "{},Martin,https://www.linkedin.com/in/lea-martin,,{},{},03 Mar 2024\n"


@pytest.fixture
def phone(environment: Path) -> Any:
    def write(*more: str, name: str = "phone.vcf") -> str:
        path = environment / name
        lines = "".join(f"{line}\r\n" for line in more)
        path.write_text(LEA.format(lines) + OMAR, encoding="utf-8", newline="")
        return str(path)

    return write


@pytest.fixture
def linkedin(environment: Path) -> Any:
    def write(given: str, company: str, title: str) -> str:
        path = environment / "Connections.csv"
        path.write_text(HEADER + ROW.format(given, company, title), encoding="utf-8")
        return str(path)

    return write


def counts(heard: Any) -> list[int]:
    (file,) = heard.json["files"]
    return [file["read"], file["new"], file["changed"], file["same"], len(file["problems"])]


def test_the_very_same_file_is_all_known(run: Any, phone: Any) -> None:
    file = phone()
    assert counts(run("import", file, "--json")) == [2, 2, 0, 0, 0]
    before = run("export", "--json").out
    for dry in ((), ("--dry-run",)):
        again = run("import", file, *dry, "--json")
        assert (counts(again), again.json["batch"], again.code) == ([2, 0, 0, 2, 0], None, 0)
    assert run("export", "--json").out == before


def test_an_undone_file_comes_in_again(run: Any, phone: Any) -> None:
    file = phone()
    run("import", file)
    run("undo")
    assert counts(run("import", file, "--json")) == [2, 2, 0, 0, 0]


def test_somebody_forgotten_comes_in_again_unless_told_otherwise(run: Any, phone: Any) -> None:
    file = phone()
    run("import", file)
    run("forget", "Omar", "--yes")
    assert counts(run("import", file, "--json")) == [2, 1, 0, 1, 0]


def test_an_edit_by_hand_in_between_stands_and_nothing_else_changes(run: Any, phone: Any) -> None:
    file = phone("ORG:Airbus", "TEL:+33 6 00 00 00 01")
    run("import", file)
    run("edit", "Léa", "--name", "Léa Roux", "--company", "Safran")
    before = run("export", "--json").out
    for _ in range(2):
        assert counts(run("import", file, "--json")) == [2, 0, 0, 2, 0]
    assert run("export", "--json").out == before
    (lea,) = run("people", "Roux", "--json").json["people"]
    assert lea["companies"][0] == "Safran"


def test_a_copy_elsewhere_is_compared_record_by_record(run: Any, phone: Any) -> None:
    run("import", phone())
    assert counts(run("import", phone(name="copy.vcf"), "--json")) == [2, 0, 0, 2, 0]


def test_a_changed_file_says_what_changed(run: Any, linkedin: Any) -> None:
    run("import", linkedin("Léa", "Airbus", "Buyer"))
    heard = run("import", linkedin("Léa", "Safran", "Director"), "--json")
    assert counts(heard) == [1, 0, 1, 0, 0]
    (change,) = heard.json["files"][0]["changes"]
    assert change["person"]["name"] == "Léa Martin"
    assert (change["field"], change["was"], change["now"]) == (
        *("position", "Buyer, Airbus", "Director, Safran"),
    )


def test_what_changed_is_said_calmly_in_both_languages(run: Any, phone: Any) -> None:
    run("import", phone())
    phones = [f"TEL:+33 6 00 00 00 0{n}" for n in range(8)]
    aloud = run("import", phone("TITLE:Acheteuse", *phones), "--dry-run", "--lang", "fr").plain
    assert "Léa Martin, téléphone : +33 6 00 00 00 00" in aloud
    assert "et 4 autres changements" in aloud
    assert "and 4 more changes" in run("import", phone("TITLE:Acheteuse", *phones)).plain


def test_what_the_owner_took_away_does_not_come_back(run: Any, linkedin: Any) -> None:
    run("import", linkedin("Léa", "Airbus", "Buyer"))
    run("edit", "Léa", "--name", "Léa Roux")
    for _ in range(2):
        run("import", linkedin("Léa", "Safran", "Buyer"))
    (lea,) = run("people", "--json").json["people"]
    assert (lea["name"], lea["companies"]) == ("Léa Roux", ["Safran"])


def test_one_file_given_twice_counts_once(run: Any, phone: Any) -> None:
    file = phone()
    heard = run("import", file, file, str(Path(file).parent), "--json")
    assert [one["path"] for one in heard.json["files"]] == [file]
