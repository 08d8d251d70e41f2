"""Live mail from a real Dovecot: everything read, nothing touched, nothing read twice."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

Dovecot: TypeAlias = Any
Cut: TypeAlias = Callable[[int, int], Any]
Run: TypeAlias = Callable[..., Any]
Letter: TypeAlias = Callable[..., bytes]

ENVOYES = b"Envoy&AOk-s 2025 &- plus"


def test_the_people_who_write_come_into_the_book(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    dovecot.deliver(b"INBOX", letter(1), letter(2, "Omar Diallo <omar@safran.example>"))
    heard = run("import", dovecot.address("INBOX"), "--json")
    assert heard.code == 0
    inbox = heard.files["INBOX"]
    assert (inbox["read"], inbox["new"], inbox["problems"]) == (2, 2, [])
    assert "Omar Diallo" in run("people").out


def test_nothing_becomes_read(letter: Letter, dovecot: Dovecot, run: Run) -> None:
    dovecot.deliver(b"INBOX", letter(1), letter(2))
    dovecot.deliver(b"INBOX", letter(3), flags=r"(\Seen)")
    before = dovecot.flags(b"INBOX")
    assert [b"Seen" in line for line in before] == [False, False, True]
    run("import", dovecot.address())
    assert dovecot.flags(b"INBOX") == before


def test_a_plain_fetch_would_have_marked_them_read(letter: Letter, dovecot: Dovecot) -> None:
    dovecot.deliver(b"INBOX", letter(1))
    with dovecot.visit() as wire:
        wire.select("INBOX")
        wire.fetch("1", "(BODY[HEADER])")
    assert b"Seen" in dovecot.flags(b"INBOX")[0]


def test_a_second_import_reads_only_what_is_new(letter: Letter, dovecot: Dovecot, run: Run) -> None:
    dovecot.deliver(b"INBOX", letter(1), letter(2))
    run("import", dovecot.address("INBOX"))
    assert run("import", dovecot.address("INBOX"), "--json").files["INBOX"]["read"] == 0
    dovecot.deliver(b"INBOX", letter(3))
    third = run("import", dovecot.address("INBOX"), "--json").files["INBOX"]
    assert (third["read"], third["new"]) == (1, 1)


def test_a_folder_numbered_anew_is_read_again_and_nothing_doubles(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    dovecot.deliver(b"Clients", letter(1), letter(2))
    run("import", dovecot.address("Clients"))
    with dovecot.visit() as wire:
        wire.delete("Clients")
    dovecot.deliver(b"Clients", letter(1), letter(2), letter(3))
    again = run("import", dovecot.address("Clients"), "--json").files["Clients"]
    assert (again["read"], again["new"], again["same"]) == (3, 1, 2)


def test_what_was_undone_comes_in_again(letter: Letter, dovecot: Dovecot, run: Run) -> None:
    run("add", "Samir Haddad")
    before = run("export", "--journal").out
    dovecot.deliver(b"INBOX", letter(1), letter(2))
    run("import", dovecot.address("INBOX"))
    people = run("people").out
    run("undo")
    assert run("export", "--journal").out == before
    assert run("import", dovecot.address("INBOX"), "--json").files["INBOX"]["new"] == 2
    assert run("people").out == people


def test_an_older_import_undone_alone_leaves_a_gap_that_is_filled(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    dovecot.deliver(b"INBOX", letter(1))
    batch = json.loads(run("import", dovecot.address("INBOX"), "--json").out)["batch"]
    dovecot.deliver(
        b"INBOX", letter(2, "Omar Diallo <omar@safran.example>", "Inès Roux <ines@cnes.example>")
    )
    run("import", dovecot.address("INBOX"))
    assert run("undo", batch).code == 0
    again = run("import", dovecot.address("INBOX"), "--json").files["INBOX"]
    assert (again["read"], again["new"]) == (1, 1)


def test_a_trial_keeps_nothing_so_that_the_real_import_reads_all(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    dovecot.deliver(b"INBOX", letter(1))
    assert run("import", dovecot.address("INBOX"), "--dry-run", "--json").files["INBOX"]["new"] == 1
    assert run("import", dovecot.address("INBOX"), "--json").files["INBOX"]["new"] == 1


def test_every_folder_is_read_but_bins_junk_and_drafts(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    for name in (b"Trash", b"Brouillons", b"Poubelle", b"Ind&AOk-sirables", b"Corbeille/vieux"):
        dovecot.deliver(name, letter(1))
    dovecot.deliver(ENVOYES, letter(2, "Nadia <nadia@exemple.fr>"))
    dovecot.deliver(b"Clients/Airbus", letter(3))
    heard = run("import", dovecot.address(), "--json")
    assert {name for name, one in heard.files.items() if one["read"]} == {
        "Envoyés%202025%20%26%20plus",
        "Clients/Airbus",
    }
    assert not {"Trash", "Brouillons", "Poubelle", "Corbeille"} & set(heard.files)


@pytest.mark.parametrize(
    "spelled",
    ["Envoyés%202025%20%26%20plus", "Envoy%C3%A9s%202025%20%26%20plus", "envoyes 2025 & plus"],
)
def test_a_folder_may_have_accents_and_spaces(
    letter: Letter, dovecot: Dovecot, run: Run, spelled: str
) -> None:
    dovecot.deliver(ENVOYES, letter(1))
    assert [
        one["read"] for one in run("import", dovecot.address(spelled), "--json").files.values()
    ] == [1]


def test_drafts_and_deleted_messages_are_left_out_wherever_they_lie(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    dovecot.deliver(b"INBOX", letter(1), flags=r"(\Draft)")
    dovecot.deliver(b"INBOX", letter(2), flags=r"(\Deleted)")
    dovecot.deliver(b"INBOX", letter(3))
    assert run("import", dovecot.address("INBOX"), "--json").files["INBOX"]["read"] == 1


def test_a_message_without_a_date_has_the_day_it_arrived(
    letter: Letter, dovecot: Dovecot, run: Run
) -> None:
    undated = re.sub(rb"Date: [^\r\n]*\r?\n", b"", letter(1))
    dovecot.deliver(b"INBOX", undated)
    heard = run("import", dovecot.address("INBOX"), "--json")
    assert (heard.code, heard.files["INBOX"]["problems"]) == (0, [])


def test_a_dropped_connection_is_taken_up_again(
    letter: Letter, dovecot: Dovecot, run: Run, cutter: Cut
) -> None:
    dovecot.deliver(b"INBOX", *map(letter, range(300)))
    between = cutter(60_000, 1)
    heard = run("import", dovecot.address("INBOX", between.port), "--json")
    assert between.connections == 2
    assert (heard.code, heard.files["INBOX"]["read"]) == (0, 300)


def test_a_connection_that_keeps_dropping_leaves_off_and_goes_on_next_time(
    letter: Letter, dovecot: Dovecot, run: Run, cutter: Cut
) -> None:
    """What was read stays; the same command goes on, by the same address."""
    dovecot.deliver(b"INBOX", *map(letter, range(300)))
    dovecot.deliver(b"Suite", letter(301))
    between = cutter(50_000, 2)
    first = run("import", dovecot.address(port=between.port), "--json")
    read = first.files["INBOX"]["read"]
    assert (first.code, 0 < read < 300) == (1, True)
    assert first.files["INBOX"]["new"] == read
    assert f"after {read} of 300" in first.files["INBOX"]["problems"][0]["what"]
    assert first.files["Suite"]["problems"]
    second = run("import", dovecot.address(port=between.port), "--json")
    assert (second.code, second.files["INBOX"]["read"]) == (0, 300 - read)
    assert second.files["Suite"]["read"] == 1


def test_a_wrong_password_says_so_and_nothing_is_written(
    dovecot: Dovecot, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("ENTREGENT_IMAP_PASSWORD", "faux")
    heard = run("import", dovecot.address("INBOX"))
    assert heard.code == 2
    assert "refuses this name or password" in heard.complaint
    assert "faux" not in heard.complaint
    assert not (tmp_path / "carnet.db").exists()


def test_a_folder_that_is_not_there_is_named_with_those_that_are(
    dovecot: Dovecot, run: Run
) -> None:
    heard = run("import", dovecot.address("Clients"))
    assert heard.code == 2
    assert "“Clients”" in heard.complaint
    assert "INBOX" in heard.complaint


def test_a_certificate_nobody_vouches_for_is_refused(dovecot: Dovecot, run: Run) -> None:
    heard = run("import", dovecot.tls_address("INBOX"))
    assert heard.code == 2
    assert "certificate of localhost cannot be trusted" in heard.complaint


def test_a_certificate_that_the_owner_vouches_for_is_taken(
    letter: Letter, dovecot: Dovecot, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ENTREGENT_IMAP_CA", str(dovecot.certificate))
    dovecot.deliver(b"INBOX", letter(1))
    heard = run("import", dovecot.tls_address("INBOX"), "--json")
    assert heard.files["INBOX"]["read"] == 1


def test_a_port_where_no_tls_is_spoken_says_so(dovecot: Dovecot, run: Run) -> None:
    heard = run("import", f"imaps://nadia%40exemple.fr@127.0.0.1:{dovecot.port}/INBOX")
    assert heard.code == 2
    assert "does not speak TLS" in heard.complaint


def test_nobody_listening_says_so(run: Run, dovecot: Dovecot) -> None:
    heard = run("import", "imap://nadia@127.0.0.1:1/INBOX")
    assert heard.code == 2
    assert "does not take connections on port 1" in heard.complaint
    del dovecot


def test_a_folder_of_thousands_comes_in_whole(letter: Letter, dovecot: Dovecot, run: Run) -> None:
    people = [f"Personne {one} <p{one}@maison{one % 40}.example>" for one in range(150)]
    letters = [letter(number, people[number % 150]) for number in range(2000)]
    dovecot.deliver(b"Archives", *letters)
    archives = run("import", dovecot.address("Archives"), "--json").files["Archives"]
    assert (archives["read"], archives["new"], archives["problems"]) == (2000, 2000, [])
