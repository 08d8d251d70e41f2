"""Invented humans in the sources a network really comes in, with the truth about who is who.

Everybody is drawn from a seed: nicknames, surnames and jobs that changed, homonyms in one company,
couples and teams that share a mailbox, typing errors, missing fields, numbers written in two ways,
lists and machines. What is written are real files: an address book, LinkedIn's list, Facebook's,
a mailbox, and Google's cards.
"""

import csv
import json
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from entregent.domain.text import fold

_GIVEN = (
    "Robert/Bob William/Bill Elizabeth/Liz Margaret/Peggy Thomas/Tom Frédéric/Fred Nicolas/Nico "
    "Sébastien/Seb Alexandre/Alex Emmanuelle/Manu Catherine/Cathy Guillaume/ Léa/ Paul/ Marie/ "
    "Jean-Pierre/JP Anne-Laure/ Zoé/ Hugo/ Inès/ Karim/ Fatou/ Mohamed/Momo Linh/ Wei/ "
    "Olga/ Jürgen/ "
    "Chloé/ Louis/ Louise/ Julien/Juju Julie/ Christian/ Christine/ Stéphane/Steph Vincent/ Aïcha/ "
    "Diego/ Giulia/ Patrick/Pat Helen/ Oliver/Ollie Samuel/Sam Rebecca/Becky Andrew/Andy Claire/"
).split()
_FAMILY = (
    "Martin Bernard Dubois Petit Nguyen Smith Jones Taylor Garcia Rossi Kervella Quéméner Lestrade "
    "Vasseur Ollivier Thibodeau Castaing Delmas Hardcastle Whitmore Pemberton Ashdown "
    "Okafor Diallo "
    "Benali Haddad Kowalska Lindqvist Müller Brückner Ferreira Zapata Moretti Tanaka Chaudhary "
    "Le_Goff de_La_Tour van_der_Berg O’Brien McAllister Grandjean Poulain Roussillon "
    "Escoffier Thévenet "
    "Marchetti Bouvier Galland Sauvage Prudhomme Rocher Verdier Lacombe Barthélemy Montcalm"
).split()
_STEMS = (
    "Bel Cas Cour Del Fon Gar Gran Lam Lar Mar Mont Per Pon Rou Sal Tour Val Ver Vil Wad Har Ash"
).split()
_ENDS = (
    "aud ain ard elle ier in ley on oux quin ret sac say tel ton vigne worth brook bourg nier"
).split()
_COMPANY = (
    "Aerolis Boreal_Conseil Cartesia Dunmore Energie_Sud Fabrika Gantry Helvia Irisys Jalon_Media "
    "Kestrel_Bank Lumio Maretec Nordwind Opaline Pivot_Santé"
).split()
_FREE = ("gmail.com", "orange.fr", "outlook.com", "free.fr", "gmx.de")


_LONG = 5
NOBODY, MACHINE = -2, -1
"""Whose a record is when several humans stand under it, or none."""


@dataclass
class Human:
    """One human as the world knows them; `former` is an earlier family name, or employer."""

    number: int
    given: str
    short: str
    family: str
    company: str
    former_family: str = ""
    former_company: str = ""
    mobile: str = ""
    own: str = ""
    work: str = ""
    shared: str = ""


@dataclass
class World:
    """Humans, the files that tell of them, and whose each record is."""

    humans: list[Human]
    truth: dict[tuple[str, str], int] = field(default_factory=dict)

    def note(self, path: str, record: str, number: int) -> None:
        """Note whose a record is; nobody's when two humans stand under one bare name."""
        if self.truth.setdefault((path, record), number) != number:
            self.truth[path, record] = NOBODY


def invent(seed: int, count: int = 500) -> list[Human]:
    """Draw humans; one in twenty-five is the homonym of somebody at the same employer."""
    dice = random.Random(seed)
    humans: list[Human] = []
    for number in range(count):
        given, _, short = dice.choice(_GIVEN).partition("/")
        family = _family(dice)
        company = dice.choice(_COMPANY).replace("_", " ")
        if humans and may(dice, 4):
            twin = dice.choice(humans)
            given, short, family, company = twin.given, twin.short, twin.family, twin.company
        human = Human(number, given, short or given, family, company)
        if may(dice, 6):
            human.former_family = _family(dice)
        if may(dice, 20):
            human.former_company = dice.choice(_COMPANY).replace("_", " ")
        human.mobile = f"6{dice.randrange(10**8):08}"
        local = fold(f"{given}.{family}").replace(" ", "").replace("'", "")
        spare = dice.choice(["", "", str(dice.randrange(60, 99)), fold(short)])
        human.own = f"{local}{spare}{number if spare else ''}@{dice.choice(_FREE)}"
        if not spare:
            human.own = f"{fold(given)[0]}{local.split('.')[-1]}{number}@{dice.choice(_FREE)}"
        human.work = f"{local}{number if may(dice, 20) else ''}@{_host(company)}"
        if any(other.work == human.work for other in humans):
            human.work = f"{local}{number}@{_host(company)}"
        humans.append(human)
    for human in humans:
        if may(dice, 8):
            other = dice.choice(humans)
            box = dice.choice(["info", "contact", fold(human.family).replace(" ", "")])
            human.shared = other.shared = (
                f"{box}@{dice.choice(['maison', 'asso'])}{other.number}.fr"
            )
    return humans


def write(seed: int, folder: Path, count: int = 500) -> World:
    """Write the files of one seed into a folder; return the truth about their records."""
    dice = random.Random(seed * 7 + 1)
    world = World(invent(seed, count))
    for source in SOURCES:
        told = [human for human in world.humans if may(dice, 62)]
        dice.shuffle(told)
        for path, record, whose in source(told, folder, dice):
            world.note(path, record, whose)
    return world


def may(dice: random.Random, percent: int) -> bool:
    """Throw the dice."""
    return dice.random() * 100 < percent


def _family(dice: random.Random) -> str:
    """Draw a family name: one in three is among the few that many bear."""
    if may(dice, 33):
        return dice.choice(_FAMILY).replace("_", " ")
    return dice.choice(_STEMS) + dice.choice(_ENDS)


def _host(company: str) -> str:
    return fold(company).replace(" ", "-") + ".example"


def spelling(human: Human, dice: random.Random) -> tuple[str, str]:
    """Return given and family name as one source may spell them."""
    given, family = human.given, human.family
    given = dice.choices((given, human.short, f"{given[0]}."), (84, 12, 4))[0]
    if human.former_family and may(dice, 40):
        family = human.former_family
    if may(dice, 3) and len(family) > _LONG:
        at = dice.randrange(1, len(family) - 1)
        family = family[:at] + family[at + 1 :]
    return given, family


def displayed(human: Human, dice: random.Random) -> str:
    """Return a name as one cell may hold it."""
    given, family = spelling(human, dice)
    shapes = (
        f"{given} {family}",
        f"{given} {family}",
        f"{family.upper()} {given}",
        f"{family}, {given}",
    )
    return dice.choice(shapes)


def number(human: Human, dice: random.Random) -> str:
    """Return a mobile number in one of its writings."""
    spaced = " ".join(human.mobile[at : at + 2] for at in range(1, 9, 2))
    return dice.choice(
        [f"+33{human.mobile}", f"0{human.mobile[0]} {spaced}", f"+33 (0){human.mobile}"]
    )


def employer(human: Human, dice: random.Random) -> str:
    """Return today's employer, or a former one."""
    old = human.former_company and may(dice, 50)
    return human.former_company if old else human.company


def _cards(told: list[Human], folder: Path, dice: random.Random) -> Iterator[tuple[str, str, int]]:
    path, lines = folder / "phone.vcf", []
    for place, human in enumerate(told, start=1):
        lines += ["BEGIN:VCARD", "VERSION:3.0", "FN:" + displayed(human, dice).replace(",", "\\,")]
        if may(dice, 75):
            lines.append("TEL;TYPE=CELL:" + number(human, dice))
        if may(dice, 55):
            lines.append("EMAIL:" + human.own)
        if may(dice, 25):
            lines.append("EMAIL:" + human.work)
        if human.shared and may(dice, 70):
            lines.append("EMAIL:" + human.shared)
        if may(dice, 40):
            lines.append("ORG:" + employer(human, dice))
        lines.append("END:VCARD")
        yield str(path), f"card={place}", human.number
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _linkedin(
    told: list[Human], folder: Path, dice: random.Random
) -> Iterator[tuple[str, str, int]]:
    path = folder / "Connections.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(
            "First Name,Last Name,URL,Email Address,Company,Position,Connected On".split(",")
        )
        for place, human in enumerate(told, start=1):
            given, family = human.given, human.family
            page = f"https://www.linkedin.com/in/{fold(given)}-{human.number:x}"
            address = human.own if may(dice, 15) else ""
            rows.writerow([given, family, page, address, human.company, "", "08 Feb 2026"])
            yield str(path), f"row={place}", human.number


def _facebook(
    told: list[Human], folder: Path, dice: random.Random
) -> Iterator[tuple[str, str, int]]:
    path, friends = folder / "your_friends.json", []
    for human in told[: len(told) // 2]:
        given, family = spelling(human, dice)
        friends.append({"name": f"{given} {family}", "timestamp": 1500000000 + human.number})
        yield str(path), f"name={given} {family}", human.number
    path.write_text(json.dumps({"friends_v2": friends}), encoding="utf-8")


def _google(told: list[Human], folder: Path, dice: random.Random) -> Iterator[tuple[str, str, int]]:
    path, lines = folder / "google.vcf", []
    for place, human in enumerate(told, start=1):
        given, family = spelling(human, dice)
        lines += ["BEGIN:VCARD", "VERSION:3.0", f"FN:{given} {family}", f"N:{family};{given};;;"]
        if may(dice, 40):
            lines.append("ORG:" + employer(human, dice))
        if may(dice, 70):
            lines.append("EMAIL:" + human.own)
        if human.shared or may(dice, 30):
            lines.append("EMAIL:" + (human.shared or human.work))
        if may(dice, 50):
            lines.append("TEL:" + number(human, dice))
        lines.append("END:VCARD")
        yield str(path), f"card={place}", human.number
    path.write_text("\n".join([*lines, ""]), encoding="utf-8")


def _mail(told: list[Human], folder: Path, dice: random.Random) -> Iterator[tuple[str, str, int]]:
    path, letters = folder / "mail.mbox", []
    machines = (
        "no-reply@lumio.example",
        "dev@lists.gantry.example",
        "notifications@helvia.example",
    )
    senders = [(address, "Lumio", MACHINE) for address in machines]
    for human in told:
        for address in (human.own, human.work) if may(dice, 30) else (human.work,):
            name = "" if may(dice, 15) else displayed(human, dice)
            senders.append((address, name, human.number))
    for place, (address, name, number) in enumerate(sorted(senders)):
        sender = f'"{name}" <{address}>' if name else address
        letters.append(
            f"From x Mon Mar  2 10:00:00 2026\nFrom: {sender}\nTo: me@exemple.fr\n"
            f"Date: Mon, 02 Mar 2026 10:{place % 60:02}:00 +0000\nMessage-ID: <{place}@x>\n"
            "Subject: x\nContent-Type: text/plain; charset=utf-8\n\nx\n"
        )
        yield str(path), f"addr={address}", number
    path.write_text("\n".join(letters), encoding="utf-8")


SOURCES = (_cards, _linkedin, _facebook, _google, _mail)
