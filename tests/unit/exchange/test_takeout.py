"""A Takeout as Google hands it out: contacts twice, mail and a calendar in one archive."""

import zipfile
from pathlib import Path
from zoneinfo import ZoneInfo

from entregent.domain.words import Origin
from entregent.exchange.files import FileReaders
from entregent.services.ports import Opened

PARIS = ZoneInfo("Europe/Paris")
CONTACTS = (
    "First Name,Middle Name,Last Name,Organization Name,Labels,E-mail 1 - Label,E-mail 1 - Value\n"
    "Nadia,,Benali,Airbus,* myContacts,* Work,nadia@exemple.fr\n"
)
CARDS = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Nadia Benali\r\nEMAIL:nadia@exemple.fr\r\nEND:VCARD\r\n"
MAIL = (
    "From 1@xxx Thu Jan  1 00:00:00 2026\nFrom: Nadia Benali <nadia@exemple.fr>\n"
    "To: moi@exemple.fr\nDate: Thu, 1 Jan 2026 10:00:00 +0100\nMessage-ID: <1@x>\n\nBonjour\n"
)
CALENDAR = (
    "BEGIN:VCALENDAR\nVERSION:2.0\nBEGIN:VEVENT\nUID:1\nDTSTART:20260714T100000Z\n"
    "ATTENDEE;CN=Nadia Benali;PARTSTAT=ACCEPTED:mailto:nadia@exemple.fr\n"
    "END:VEVENT\nEND:VCALENDAR\n"
)


def test_everything_in_a_takeout_is_read(tmp_path: Path) -> None:
    path = tmp_path / "takeout.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Takeout/archive_browser.html", "<html></html>")
        archive.writestr("Takeout/Contacts/All Contacts/All Contacts.csv", CONTACTS)
        archive.writestr("Takeout/Contacts/All Contacts/All Contacts.vcf", CARDS)
        archive.writestr("Takeout/Mail/Tous les messages.mbox", MAIL)
        archive.writestr("Takeout/Calendar/Travail.ics", CALENDAR)
    told: list[tuple[int, int]] = []
    opened = Opened((path,), tell=lambda _what, done, every, _unit="": told.append((done, every)))
    readings = list(FileReaders(PARIS).read(opened))
    assert [reading.origin for reading in readings] == [
        Origin.VCARD,
        Origin.GOOGLE,
        Origin.CALENDAR,
        Origin.MAIL,
    ]
    for reading in readings:
        assert (reading.read, reading.problems) == (1, ())
        assert "nadia@exemple.fr" in {email for card in reading.cards for email in card.emails}
        assert reading.path.startswith(f"{path}/Takeout/")
    sizes = [len(text.encode()) for text in (CARDS, CONTACTS, CALENDAR, MAIL)]
    assert told == [(sum(sizes[:n]), sum(sizes)) for n in range(4)]
