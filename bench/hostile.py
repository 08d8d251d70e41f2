"""CPU seconds and peak memory of every reader on hostile files of ten megabytes.

Each file is read in a process of its own, the interpreter included. Exits with 1 when a reader
needed more than 10 s of CPU or 500 MB, or failed otherwise than with a listed problem.
"""

import argparse
import gzip
import io
import resource
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

SIZE = 10_000_000
MOST_SECONDS = 10.0
MOST_MEGABYTES = 500.0

READ = """
import resource, sys
from pathlib import Path
from zoneinfo import ZoneInfo
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

records = problems = 0
for reading in FileReaders(ZoneInfo("Europe/Paris")).read(Opened((Path(sys.argv[1]),))):
    records += reading.read
    problems += len(reading.problems)
print(records, problems, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def fill(piece: bytes, *, head: bytes = b"", tail: bytes = b"") -> bytes:
    """Return `piece` again and again between `head` and `tail`, ten megabytes in all."""
    return head + piece * ((SIZE - len(head) - len(tail)) // len(piece)) + tail


def counted(piece: str, *, head: str = "", tail: str = "") -> bytes:
    """Return the same, with every `{n}` in a piece the piece's number."""
    parts, size, number = [head], len(head), 0
    while size < SIZE:
        parts.append(piece.replace("{n}", str(number)))
        size += len(parts[-1])
        number += 1
    return "".join([*parts, tail]).encode()


def workbook(rows: bytes = b"", words: bytes = b"", declares: bytes = b"") -> bytes:
    """Return a workbook of these rows and shared words, packed as spreadsheets pack it."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "xl/workbook.xml",
            '<workbook><sheets><sheet name="a" sheetId="1"/></sheets></workbook>',
        )
        archive.writestr("xl/sharedStrings.xml", b"<sst>" + words + b"</sst>")
        sheet = b"<worksheet><sheetData>" + NAMED + rows + b"</sheetData></worksheet>"
        archive.writestr("xl/worksheets/sheet1.xml", declares + sheet)
    return packed.getvalue()


NAMED = b"".join(
    b'<c t="inlineStr"><is><t>%s</t></is></c>' % name for name in (b"Nom", b"Prenom", b"Email")
).join((b"<row>", b"</row>"))
CARD = b"BEGIN:VCARD\r\nVERSION:3.0\r\n"
EVENT = "BEGIN:VEVENT\nUID:{n}\nDTSTART:20260101T100000Z\n"
LETTER = (
    "From a@b.example Thu Jan  1 00:00:00 2026\n"
    "From: a@b.example\nDate: Thu, 1 Jan 2026 00:00:00 +0000\n"
)
CONNECTIONS = b"First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
MESSAGES = (
    b"CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,DATE,SUBJECT,CONTENT,FOLDER\n"
)
GOOGLE = b"First Name,Last Name,Organization Name,E-mail 1 - Value,Phone 1 - Value\n"
MONICA = (
    b'{"version":"1.0-preview.1","app_version":"4.0.0",'
    b'"export_date":"2026-01-01","account":{"data":['
)

FILES: Mapping[str, Callable[[], bytes]] = {
    "cards-one-line.vcf": lambda: fill(b"a", head=CARD + b"FN:", tail=b"\r\nEND:VCARD\r\n"),
    "cards-nested.vcf": lambda: fill(b"BEGIN:VCARD\nAGENT:\n"),
    "cards-begin-only.vcf": lambda: fill(b"BEGIN:VCARD\nFN:A B\n"),
    "cards-numbers.vcf": lambda: counted(
        "TEL:+33{n}\n", head="BEGIN:VCARD\nFN:Ann Lowe\n", tail="END:VCARD\n"
    ),
    "cards-folded.vcf": lambda: fill(b"\r\n a", head=CARD + b"FN:Ann\r\nNOTE:"),
    "cards-semicolons.vcf": lambda: fill(b";", head=CARD + b"N:Lowe;Ann"),
    "cards-parameters.vcf": lambda: fill(b';TYPE="a', head=CARD + b"FN:Ann\r\nTEL"),
    "cards-quoted-printable.vcf": lambda: fill(
        b"=C3=A9=\n", head=CARD + b"FN;ENCODING=QUOTED-PRINTABLE:"
    ),
    "cards-escapes.vcf": lambda: fill(b"\\,\\;\\n\\\\", head=CARD + b"FN:Ann\r\nORG:"),
    "cards-many.vcf": lambda: counted("BEGIN:VCARD\nFN:Ann Lowe {n}\nEND:VCARD\n"),
    "calendar-guests.ics": lambda: counted(
        "ATTENDEE;CN=G{n}:mailto:g{n}@x.example\n",
        head="BEGIN:VCALENDAR\n" + EVENT,
        tail="END:VEVENT\nEND:VCALENDAR\n",
    ),
    "calendar-rules.ics": lambda: counted(
        EVENT
        + "ATTENDEE:mailto:g@x.example\nRRULE:FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR,SA,SU\nEND:VEVENT\n",
        head="BEGIN:VCALENDAR\n",
    ),
    "calendar-dates.ics": lambda: fill(
        b",20260101T100000Z",
        head=b"BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260101T100000Z\n"
        b"ATTENDEE:mailto:g@x.example\nRDATE:20260101T100000Z",
        tail=b"\nEND:VEVENT\nEND:VCALENDAR\n",
    ),
    "calendar-nested.ics": lambda: fill(b"BEGIN:VEVENT\n", head=b"BEGIN:VCALENDAR\n"),
    "calendar-zones.ics": lambda: counted(
        "BEGIN:VTIMEZONE\nTZID:Z{n}\nEND:VTIMEZONE\n", head="BEGIN:VCALENDAR\n"
    ),
    "calendar-small.ics": lambda: counted(
        EVENT + "ATTENDEE:mailto:g{n}@x.example\nEND:VEVENT\n", head="BEGIN:VCALENDAR\n"
    ),
    "mail-one-header.mbox": lambda: fill(b"a", head=(LETTER + "To: ").encode(), tail=b"\n\n"),
    "mail-comments.mbox": lambda: fill(b"(", head=(LETTER + "To: ").encode(), tail=b"\n\n"),
    "mail-closed-comments.mbox": lambda: fill(
        b"(()", head=(LETTER + "To: ").encode(), tail=b" a@b.example\n\n"
    ),
    "mail-quotes.mbox": lambda: fill(b'"\\"', head=(LETTER + "To: ").encode(), tail=b"\n\n"),
    "mail-recipients.mbox": lambda: counted(
        "Name {n} <n{n}@x.example>,\n ", head=LETTER + "To: ", tail="a@b.example\n\n"
    ),
    "mail-to-lines.mbox": lambda: fill(b"To: a@b.example\n", head=LETTER.encode(), tail=b"\n"),
    "mail-encoded.mbox": lambda: fill(
        b"=?utf-8?q?=C3=A9?= ", head=(LETTER + "To: ").encode(), tail=b"<a@b.example>\n\n"
    ),
    "mail-masked.mbox": lambda: fill(b"a at ", head=(LETTER + "To: ").encode(), tail=b"\n\n"),
    "mail-references.mbox": lambda: counted("<{n}@x> ", head=LETTER + "References: ", tail="\n\n"),
    "mail-from-lines.mbox": lambda: fill(b"\nFrom \n"),
    "mail-small.mbox": lambda: counted(
        "From a@b Thu Jan  1 00:00:00 2026\nFrom: n{n}@x.example\nTo: m{n}@x.example\n"
        "Date: Thu, 1 Jan 2026 00:00:00 +0000\nMessage-ID: <{n}@x>\n\n\n"
    ),
    "connections-open-quotes.csv": lambda: fill(b'"a,\n', head=CONNECTIONS),
    "connections-one-quote.csv": lambda: fill(b"a,b,c\n", head=CONNECTIONS + b'"'),
    "connections-commas.csv": lambda: fill(b",", head=CONNECTIONS),
    "connections-blank.csv": lambda: fill(b"\n", head=CONNECTIONS),
    "connections-same.csv": lambda: fill(b"Ann,Lowe,,,,,08 Feb 2026\n", head=CONNECTIONS),
    "messages-recipients.csv": lambda: fill(
        b"Lowe, Ann, ",
        head=MESSAGES + b'1,,Bo Hall,,"',
        tail=b'",2026-01-01 10:00:00 UTC,,,INBOX\n',
    ),
    "messages-many.csv": lambda: counted(
        "{n},,Bo Hall,,Ann {n},2026-01-01 10:00:00 UTC,,hello,INBOX\n", head=MESSAGES.decode()
    ),
    "google-open-quotes.csv": lambda: fill(b'"a ::: ', head=GOOGLE),
    "google-values.csv": lambda: fill(b"a@b.example ::: ", head=GOOGLE + b"Ann,Lowe,,"),
    "google-columns.csv": lambda: counted(
        "E-mail {n} - Value,", head="First Name,Last Name,", tail="\nAnn,Lowe\n"
    ),
    "google-many.csv": lambda: counted(
        "Ann,Lowe {n},Shop {n},a{n}@x.example,\n", head=GOOGLE.decode()
    ),
    "table-semicolons.csv": lambda: fill(b";", head=b"Nom;Pr\xc3\xa9nom;Email\n"),
    "table-lines.csv": lambda: counted("Lowe {n};Ann;a{n}@x.example\n", head="Nom;Prénom;Email\n"),
    "friends-deep.json": lambda: fill(b"[", head=b'{"friends_v2":'),
    "friends-many.json": lambda: counted(
        '{"name":"Ann {n}","timestamp":1},', head='{"friends_v2":[', tail='{"name":"A"}]}'
    ),
    "friends-number.json": lambda: fill(b"9", head=b'{"friends_v2":[{"timestamp":', tail=b"}]}"),
    "monica-deep.json": lambda: fill(b'{"data":[', head=MONICA),
    "monica-many.json": lambda: counted(
        '{"uuid":"u{n}","properties":{"first_name":"Ann","last_name":"L{n}"}},',
        head=MONICA.decode() + '{"count":1,"type":"contact","values":[',
        tail='{"uuid":"z","properties":{"first_name":"Z"}}]}]}}',
    ),
    "chat-senders.txt": lambda: counted("30/12/2023, 14:30 - Ann {n}: hello\n"),
    "chat-one-line.txt": lambda: fill(b"a", head=b"30/12/2023, 14:30 - Ann: "),
    "chat-no-colon.txt": lambda: fill(b"30/12/2023, 14:30 - a\n"),
    "chat-marks.txt": lambda: fill("\u200e\u202f".encode(), head=b"[30/12/2023, 14:30:00] Ann: "),
    "journal-quotes.journal": lambda: fill(b'person "a\\"b"\n'),
    "journal-people.journal": lambda: counted('2026-01-01 met "Ann {n}"\n'),
    "journal-one-line.journal": lambda: fill(b" tag:a", head=b"person Ann"),
    "calendar-never.ics": lambda: counted(
        EVENT
        + "ATTENDEE:mailto:g@x.example\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\nEND:VEVENT\n",
        head="BEGIN:VCALENDAR\n",
    ),
    "cards-categories.vcf": lambda: fill(b"a,", head=CARD + b"FN:Ann\r\nCATEGORIES:"),
    "table-rows-and-blanks.csv": lambda: fill(
        b"\n", head=b"Nom;Pr\xc3\xa9nom;Email\n" + b"Lowe;Ann;a@x.example\n" * 90_000
    ),
    "table-note.csv": lambda: fill(
        b"a\n", head=b'Nom;Pr\xc3\xa9nom;Email;Notes\nLowe;Ann;a@x.example;"', tail=b'"\n'
    ),
    "workbook-deep.xlsx": lambda: workbook(fill(b"<row>")),
    "workbook-cells.xlsx": lambda: workbook(fill(b"<c/>", head=b"<row>", tail=b"</row>")),
    "workbook-between.xlsx": lambda: workbook(fill(b"<a/>")),
    "workbook-rows.xlsx": lambda: workbook(fill(b"<row/>")),
    "workbook-far.xlsx": lambda: workbook(fill(b'<row><c r="SF1"><v>1</v></c></row>')),
    "workbook-words.xlsx": lambda: workbook(words=fill(b"<si><t>a</t></si>")),
    "workbook-word.xlsx": lambda: workbook(
        fill(b'<row><c t="s"><v>0</v></c></row>'), fill(b"a", head=b"<si><t>", tail=b"</t></si>")
    ),
    "workbook-entities.xlsx": lambda: workbook(
        declares=b'<!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;">]>'
    ),
    "workbook-bomb.xlsx": lambda: workbook(b"<row><c/></row>" * 60_000_000),
    "cards.xml": lambda: fill(
        b"<a>", head=b'<vcards xmlns="urn:ietf:params:xml:ns:vcard-4.0"><vcard>'
    ),
    "cards.json": lambda: fill(b'["tel",{},"text",""],', head=b'["vcard",['),
    "prose.txt": lambda: fill(b"Once upon a time, there was; a colon: and a comma,\n"),
    "noise.bin": lambda: bytes((n * n + n // 251) % 256 for n in range(SIZE)),
    "cards.vcf.gz": lambda: gzip.compress(b"BEGIN:VCARD\nFN:Ann\n" * 20_000_000, 1),
}


def main() -> int:
    """Read every hostile file, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", help="parts of file names; all files without any")
    wanted = parser.parse_args().names
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, content in FILES.items():
            if wanted and not any(word in name for word in wanted):
                continue
            path = Path(folder, name)
            path.write_bytes(content())
            failed += attempt(path)
            path.unlink()
    return 1 if failed else 0


def attempt(path: Path) -> bool:
    """Read one file; tell whether that failed or took too much."""
    before = _cpu()
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)],
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=_limited,
    )
    seconds = _cpu() - before
    told = done.stdout.split()
    memory = float(told[2]) if len(told) == 3 else float("nan")  # noqa: PLR2004 - as READ prints
    bad = done.returncode != 0 or seconds > MOST_SECONDS or memory > MOST_MEGABYTES
    said = f"{told[0]:>8} records {told[1]:>8} problems" if told else "no answer"
    print(f"{path.name:34} {seconds:6.1f} s {memory:6.0f} MB  {said}{'   FAILED' if bad else ''}")
    if done.returncode:
        print(f"    exit {done.returncode}: {done.stderr.strip().splitlines()[-1:]}")
    return bad


def _limited() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


def _cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


if __name__ == "__main__":
    sys.exit(main())
