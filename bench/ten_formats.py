"""Five more sources of the invented humans, which with those of `humans` make ten.

Google's table, an attendee list, WhatsApp, Monica and a calendar; everybody comes in three to five.
"""

import csv
import json
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeAlias

import humans
from humans import Human

Told: TypeAlias = Iterator[tuple[str, str, int]]
_GROUP = 4

Source: TypeAlias = Callable[[list[Human], Path, random.Random], Told]


def write(seed: int, folder: Path, count: int = 500) -> humans.World:
    """Write ten files of one seed into a folder; return the truth about their records."""
    dice = random.Random(seed * 11 + 3)
    world = humans.World(humans.invent(seed, count))
    sources: tuple[Source, ...] = (*humans.SOURCES, google, attendees, whatsapp, monica, calendar)
    told: dict[Source, list[Human]] = {source: [] for source in sources}
    for human in world.humans:
        for source in dice.sample(sources, dice.randint(3, 5)):
            told[source].append(human)
    for source in sources:
        dice.shuffle(told[source])
        for path, record, number in source(told[source], folder, dice):
            world.note(path, record, number)
    return world


def google(told: list[Human], folder: Path, dice: random.Random) -> Told:
    """Write Google's table of contacts."""
    path = folder / "contacts.csv"
    header = (
        "First Name,Middle Name,Last Name,Organization Name,Organization Title,Labels,"
        "E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value"
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(header.split(","))
        for place, human in enumerate(told, start=1):
            given, family = humans.spelling(human, dice)
            company = humans.employer(human, dice) if humans.may(dice, 40) else ""
            address = dice.choice([human.own, human.own, human.work, human.shared, ""])
            number = humans.number(human, dice) if humans.may(dice, 60) else ""
            words = [given, "", family, company, "", "* myContacts"]
            rows.writerow([*words, "* Home", address, "Mobile", number])
            yield str(path), f"row={place}", human.number


def attendees(told: list[Human], folder: Path, dice: random.Random) -> Told:
    """Write the list of an evening, in French and with semicolons; some signed up for work."""
    path = folder / "soiree.csv"
    with path.open("w", encoding="cp1252", errors="replace", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(["Nom", "Prénom", "E-mail", "Société", "Fonction"])
        for place, human in enumerate(told, start=1):
            given, family = humans.spelling(human, dice)
            company = human.company if humans.may(dice, 60) else ""
            address = dice.choice([human.work, human.own])
            rows.writerow([family.upper(), given, address, company, ""])
            yield str(path), f"row={place}", human.number


def whatsapp(told: list[Human], folder: Path, dice: random.Random) -> Told:
    """Write small groups' conversations; a phone calls no two people alike."""
    chats = folder / "chats"
    chats.mkdir()
    by_name: dict[str, Human] = {}
    for human in told:
        given, family = humans.spelling(human, dice)
        name = f"{given} {family}" if humans.may(dice, 85) else f"{given} {family[0]}."
        by_name.setdefault(name, human)
    names = list(by_name)
    for start in range(0, len(names), _GROUP):
        path = chats / f"WhatsApp Chat with Promo {start}.txt"
        group = [*names[start : start + _GROUP], "Nadia Benali-Kerguelen"]
        lines = [f"13/02/2026, 14:{n:02} - {name}: x" for n, name in enumerate(group)]
        path.write_text("\n".join([*lines, ""]), encoding="utf-8")
        for name in group[:-1]:
            yield str(path), f"name={name}", by_name[name].number


def monica(told: list[Human], folder: Path, dice: random.Random) -> Told:
    """Write Monica's export."""
    path, contacts = folder / "monica.json", []
    for place, human in enumerate(told, start=1):
        given, family = humans.spelling(human, dice)
        words = {"first_name": given, "last_name": family}
        if humans.may(dice, 50):
            words["company"] = humans.employer(human, dice)
        fields = []
        if humans.may(dice, 60):
            fields.append(("email", human.own))
        if humans.may(dice, 40):
            fields.append(("phone", humans.number(human, dice)))
        contacts.append(_contact(place, words, fields))
        yield str(path), f"card={place}", human.number
    path.write_text(json.dumps(_account(contacts)), encoding="utf-8")


def calendar(told: list[Human], folder: Path, dice: random.Random) -> Told:
    """Write meetings of the owner with one other, each invited at one address."""
    path, lines = folder / "agenda.ics", ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//x//EN"]
    for place, human in enumerate(told):
        address = dice.choice([human.work, human.work, human.own])
        name = f';CN="{humans.displayed(human, dice)}"' if humans.may(dice, 80) else ""
        day = f"202602{1 + place % 27:02}"
        lines += [
            "BEGIN:VEVENT",
            f"UID:{place}@x",
            f"DTSTAMP:{day}T080000Z",
            f"DTSTART:{day}T090000Z",
            f"DTEND:{day}T100000Z",
            "SUMMARY:x",
            "ORGANIZER:mailto:me@exemple.fr",
            "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@exemple.fr",
            f"ATTENDEE;PARTSTAT=ACCEPTED{name}:mailto:{address}",
            "END:VEVENT",
        ]
        yield str(path), f"addr={address}", human.number
    path.write_text("\r\n".join([*lines, "END:VCALENDAR", ""]), encoding="utf-8")


def _contact(place: int, words: dict[str, str], fields: list[tuple[str, str]]) -> dict[str, Any]:
    held = [
        {"uuid": f"{place}-{kind}", "properties": {"type": kind, "data": data}}
        for kind, data in fields
    ]
    data = [{"count": len(held), "type": "contact_field", "values": held}] if held else []
    return {"uuid": f"contact-{place}", "properties": words, "data": data}


def _account(contacts: list[dict[str, Any]]) -> dict[str, Any]:
    kinds = [
        {"uuid": kind, "properties": {"name": kind.title(), "type": kind}}
        for kind in ("email", "phone")
    ]
    return {
        "version": "1.0-preview.1",
        "app_version": "4.0.0",
        "export_date": "2026-03-01T00:00:00Z",
        "account": {
            "uuid": "account",
            "data": [{"count": len(contacts), "type": "contact", "values": contacts}],
            "properties": {},
            "instance": {"contact_field_types": kinds},
        },
    }
