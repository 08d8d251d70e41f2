"""The invented network is what its script writes, and is what it says."""

import csv
import json
import mailbox
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from datetime import date
from email.header import decode_header, make_header
from email.utils import getaddresses
from pathlib import Path
from zipfile import ZipFile

import pytest

EXAMPLES = Path(__file__).parents[3] / "examples"
NETWORK = EXAMPLES / "network"
FILES = {
    "telephone.vcf",
    "linkedin.zip",
    "courrier.mbox",
    "agenda.ics",
    "facebook/your_friends.json",
    "facts.journal",
}


@pytest.fixture(scope="module")
def cast() -> list[dict[str, str]]:
    return tomllib.loads((EXAMPLES / "cast.toml").read_text(encoding="utf-8"))["people"]


@pytest.fixture(scope="module")
def messages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[mailbox.mbox]:
    copy = tmp_path_factory.mktemp("mail") / "courrier.mbox"
    copy.write_bytes((NETWORK / "courrier.mbox").read_bytes())
    box = mailbox.mbox(copy, create=False)
    yield box
    box.close()


def _files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _unfolded(name: str) -> str:
    return (NETWORK / name).read_bytes().replace(b"\r\n ", b"").decode()


def _table(name: str, *, after: str = "") -> list[list[str]]:
    with ZipFile(NETWORK / "linkedin.zip") as archive:
        text = archive.read(name).decode()
    return list(csv.reader(text[text.index(after) :].splitlines(keepends=True)))


def test_the_script_writes_the_same_bytes_again(tmp_path: Path) -> None:
    script = [sys.executable, EXAMPLES / "generate.py", "--out", tmp_path]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "LC_ALL": "C"}

    subprocess.run(script, check=True, capture_output=True, env=environment)

    assert set(_files(NETWORK)) == FILES
    assert _files(tmp_path) == _files(NETWORK)


def test_it_is_small() -> None:
    assert sum(map(len, _files(NETWORK).values())) < 1_500_000


def test_about_150_people_two_thirds_of_them_french(cast: list[dict[str, str]]) -> None:
    english = sum(person.get("lang") == "en" for person in cast)

    assert 145 <= len(cast) <= 160
    assert 0.3 <= english / len(cast) <= 0.4


def test_the_phone_holds_about_90_cards_of_two_versions() -> None:
    text = _unfolded("telephone.vcf")

    assert 85 <= text.count("BEGIN:VCARD\r\n") == text.count("END:VCARD\r\n") <= 100
    assert text.count("VERSION:3.0") > text.count("VERSION:2.1") >= 5
    assert "ENCODING=QUOTED-PRINTABLE" in text
    assert "=\r\n" in text
    assert "X-APPLE-OMIT-YEAR" in text
    assert "PHOTO;ENCODING=b" in text


def test_the_phone_folds_lines_inside_letters() -> None:
    with pytest.raises(UnicodeDecodeError):
        (NETWORK / "telephone.vcf").read_bytes().decode()


def test_linkedin_holds_its_tables() -> None:
    connections = _table("Connections.csv", after="First Name")
    hidden = [row for row in connections if not any(row[:6])]

    assert 105 <= len(connections) - 1 <= 135
    assert len(hidden) == 5
    assert {len(row) for row in connections} == {7}
    assert {len(row) for row in _table("messages.csv")} == {11}
    assert {len(row) for row in _table("Invitations.csv")} == {7}
    assert _table("Positions.csv")[2][:2] == ["Plastic Omnium", "Acheteuse"]
    assert len(_table("Email Addresses.csv")) == 3
    assert len(_table("PhoneNumbers.csv")) == 2
    assert _table("Profile.csv")[1][:2] == ["Nadia", "Benali"]


def test_the_mailbox_holds_about_600_messages(messages: mailbox.mbox) -> None:
    senders = [str(make_header(decode_header(message["From"]))) for message in messages]

    assert 560 <= len(messages) <= 660
    assert sum("nadia.benali@" in sender for sender in senders) > 150
    assert sum(message["List-Id"] is not None for message in messages) > 40
    assert sum(message["In-Reply-To"] is not None for message in messages) > 150
    assert sum("no-reply@" in sender for sender in senders) > 10


def test_nobody_in_the_mailbox_is_real(messages: mailbox.mbox) -> None:
    headers = [
        str(value)
        for message in messages
        for value in map(message.get, ("From", "To", "Cc"))
        if value
    ]
    addresses = {address for _, address in getaddresses(headers) if address}

    assert {a for a in addresses if not a.endswith(".example")} <= {
        "nadia.benali@exemple.fr",
        "mailer-daemon@exemple.fr",
        "undisclosed-recipients:",
    }


def test_every_telephone_number_is_kept_for_fiction() -> None:
    texts = [_unfolded("telephone.vcf"), (NETWORK / "facts.journal").read_text(encoding="utf-8")]
    numbers = re.findall(r"TEL[^:\r\n]*:([^\r\n]+)", texts[0]) + re.findall(
        r'phone:"([^"]+)"', texts[1]
    )
    bare = [re.sub(r"^(?:\+33|\+44|0)", "", re.sub(r"[^\d+]", "", number)) for number in numbers]

    assert len(bare) > 80
    assert all(re.fullmatch(r"63998\d{4}|19900\d{4}|7700900\d{3}", number) for number in bare)


def test_the_calendar_holds_the_cases_readers_must_tell_apart() -> None:
    text = _unfolded("agenda.ics")

    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") >= 20
    for word in (
        "RRULE:FREQ=WEEKLY",
        "RECURRENCE-ID",
        "STATUS:CANCELLED",
        "PARTSTAT=DECLINED",
        "CUTYPE=ROOM",
        "CUTYPE=RESOURCE",
        "DTSTART;VALUE=DATE:",
        "DTSTART;TZID=Europe/Paris:",
    ):
        assert word in text


def test_facebook_spoils_the_accents_as_it_really_does() -> None:
    path = NETWORK / "facebook" / "your_friends.json"
    names = [friend["name"] for friend in json.loads(path.read_bytes())["friends_v2"]]

    assert 30 <= len(names) <= 40
    assert "LÃ©a Martin" in names
    assert "Léa Martin" in [name.encode("latin-1").decode() for name in names]


def test_the_journal_holds_no_line_after_the_storys_day() -> None:
    text = (NETWORK / "facts.journal").read_text(encoding="utf-8")
    days = [
        date.fromisoformat(day) for day in re.findall(r"^(\d{4}-\d\d-\d\d) ", text, re.MULTILINE)
    ]

    assert len(days) > 70
    assert max(days) <= date(2026, 3, 2)
