"""Writes a mailbox of distinct, realistic messages between invented people.

Every message has its own ids, dates, subject, relays and signatures; writers and readers follow a
skewed distribution over some 20,000 people in circles of a dozen, so that no cache is flattered
more than a real mailbox would flatter it. The same seed gives the same bytes.

    python bench/letters.py --messages 200000 --out big.mbox       # about 1.1 GB
"""

import argparse
import base64
from bisect import bisect
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone
from email.header import Header
from email.utils import format_datetime
from itertools import accumulate
from pathlib import Path
from random import Random

MESSAGES = 200_000
SEED = 2026
_PEOPLE = 20_000
_CIRCLE = 12
_SKEW = 0.9
_START = datetime(2014, 1, 6, 7, 0, tzinfo=UTC)
_YEARS = 12

_GIVEN = (
    "Léa Omar Nadia Chloé Samir Hélène Karim Zoé Éric Inès Jean-Paul Maëlle Tom Alice Graham Ruth "
    "Priya Wei Søren Jürgen Małgorzata Agnès Björn Noël Fatou Youssef Anh José Ana Irène Luc Mary"
).split()
_FAMILY = (
    "Martin Haddad Durand Petit Lefèvre O'Connor Nguyễn Müller García Kowalska Dubois Bernard "
    "Traoré Smith Patel Jensen Roux Benali Chevalier Gauthier Okafor Larsson Moreau Fontaine "
    "MacLeod Ferreira Weiß Le_Goff da_Silva de_la_Tour Tanaka Ivanova"
).split()
_PLACES = "exemple.fr example.com example.org example.net courrier.example bureau.example".split()
_WORDS = (
    "réunion lundi budget projet merci devis compte rendu avant semaine equipe planning review "
    "draft agenda meeting tomorrow about report please find attached lunch call notes train hotel "
    "Lyon Paris London invoice version question answer idea contract visit team client soon"
).split()
_MACHINES = (
    "no-reply@shop-{}.example",
    "notifications@git-{}.example",
    "newsletter@news-{}.example",
    "ne-pas-repondre@rail-{}.example",
    "jira@tickets-{}.example",
    "alertes@banque-{}.example",
)
_PROGRAMS = (
    ("X-Mailer", "Apple Mail (2.3445.104.11)"),
    ("User-Agent", "Mozilla/5.0 (X11; Linux x86_64; rv:115.0) Gecko/20100101 Thunderbird/115.6"),
    ("X-Mailer", "Microsoft Outlook 16.0"),
    ("User-Agent", "Roundcube Webmail/1.6.5"),
    ("User-Agent", "Mutt/2.2.9 (2022-11-12)"),
    ("X-Mailer", "iPhone Mail (20G81)"),
)
_CHARSETS = ("utf-8", "iso-8859-1", "windows-1252", "utf-8", "utf-8")


@dataclass(frozen=True, slots=True)
class Human:
    """Somebody invented: a name, an address, the zone the clock is in."""

    name: str
    address: str
    circle: int
    hours: int


def write(path: Path, messages: int = MESSAGES, seed: int = SEED) -> int:
    """Write the mailbox and return its size in bytes."""
    with path.open("wb") as file:
        for letter in letters(messages, seed):
            file.write(letter)
        return file.tell()


def letters(messages: int = MESSAGES, seed: int = SEED) -> Iterator[bytes]:
    """Yield the messages of the mailbox one by one, each with its `From ` line."""
    post = _Post(Random(seed))
    for number in range(messages):
        yield post.letter(number, messages)


class _Post:
    """The invented people and how their mail programs write."""

    def __init__(self, dice: Random) -> None:
        self._dice = dice
        self._people = [_human(number, dice) for number in range(_PEOPLE)]
        weights = [1 / (rank + 20) ** _SKEW for rank in range(_PEOPLE)]
        self._shares = list(accumulate(weights))
        self._me = Human("Nadia Belkacem", "nadia.belkacem@exemple.fr", 0, 1)
        self._prose = " ".join(dice.choices(_WORDS, k=40_000))
        self._blob = base64.b64encode(dice.randbytes(300_000)).decode("ascii")
        self._threads: list[tuple[str, str, Human]] = []

    def letter(self, number: int, messages: int) -> bytes:
        """Return message `number`, dated in its turn."""
        dice = self._dice
        spread = timedelta(days=365 * _YEARS) * number / messages
        at = _START + spread + timedelta(seconds=dice.randrange(3600))
        kinds = (self._between_people, self._on_a_list, self._by_a_machine)
        sender, lines = dice.choices(kinds, (82, 10, 8))[0](number, at)
        head = [*self._relays(sender, at), *lines]
        stamp = at.strftime("%a %b %d %H:%M:%S %Y")
        text = f"From {sender.address} {stamp}\n" + "\n".join(head) + "\n\n" + self._body() + "\n\n"
        charset = "utf-8" if self._chance(0.98) else "iso-8859-1"  # raw Latin
        return text.encode(charset, errors="replace")

    def _somebody(self) -> Human:
        return self._people[bisect(self._shares, self._dice.random() * self._shares[-1])]

    def _friends(self, human: Human, count: int) -> list[Human]:
        first = human.circle * _CIRCLE
        crowd = self._people[first : first + _CIRCLE]
        return self._dice.sample(crowd, min(count, len(crowd)))

    def _between_people(self, number: int, at: datetime) -> tuple[Human, list[str]]:
        dice = self._dice
        other = self._somebody()
        sender, first = (self._me, other) if self._chance(0.4) else (other, self._me)
        extra = dice.choices((0, 1, 2, 4, 9), (62, 18, 10, 7, 3))[0]
        crowd = self._friends(other, extra)
        cut = dice.randint(0, len(crowd))
        lines = [f"From: {self._box(sender)}", self._row("To", [first, *crowd[:cut]])]
        if crowd[cut:]:
            lines.append(self._row(dice.choice(("Cc", "CC")), crowd[cut:]))
        if self._chance(0.004):  # a few hide whom they write to
            lines[1:] = ["To: undisclosed-recipients:;"]
        return sender, lines + self._common(number, at, sender)

    def _on_a_list(self, number: int, at: datetime) -> tuple[Human, list[str]]:
        sender = self._somebody()
        name = f"club-{sender.circle % 40}"
        host = "lists.example.org"
        return sender, [
            f"From: {self._box(sender)}",
            f"To: {name}@{host}",
            "Precedence: list",
            f"List-Id: Le club {sender.circle % 40} <{name}.{host}>",
            f"List-Unsubscribe: <https://{host}/o>,\n <mailto:{name}-request@{host}?subject=stop>",
            f"List-Post: <mailto:{name}@{host}>",
            f'Sender: "{name}" <{name}-bounces@{host}>',
            *self._common(number, at, sender),
        ]

    def _by_a_machine(self, number: int, at: datetime) -> tuple[Human, list[str]]:
        place = self._dice.randrange(400)
        address = self._dice.choice(_MACHINES).format(place)
        sender = Human(f"Service {place}", address, 0, 0)
        return sender, [
            f'From: "{sender.name}" <{address}>',
            f"To: {self._box(self._me)}",
            *self._common(number, at, sender),
            "Auto-Submitted: auto-generated",
            f"List-Unsubscribe: <https://shop-{place}.example/u/{self._hex(20)}>",
        ]

    def _common(self, number: int, at: datetime, sender: Human) -> list[str]:
        """Return subject, date and ids as a program writes them, and what it says of itself."""
        dice = self._dice
        host = sender.address.rpartition("@")[2]
        key = f"<{self._hex(12)}.{number}.{self._hex(8)}@{host}>"
        local = at.astimezone(timezone(timedelta(hours=sender.hours)))
        when = format_datetime(local)
        if self._chance(0.08):  # some servers name the zone
            when += " (CET)"
        subject = " ".join(dice.choices(_WORDS, k=dice.randint(2, 9))) + f" {number}"
        lines = []
        if self._chance(0.45) and self._threads:  # nearly half are answers
            parent, stem, _ = dice.choice(self._threads)
            subject = f"Re: {stem} {number}"
            lines = [f"In-Reply-To: {parent}", f"References: <{self._hex(16)}@{host}>\n {parent}"]
        self._threads = [*self._threads[-200:], (key, subject, sender)]
        program, version = dice.choice(_PROGRAMS)
        lines += [
            f"Subject: {self._encoded(subject)}",
            f"Date: {when}",
            f"{dice.choice(('Message-ID', 'Message-Id'))}: {key}",
            "MIME-Version: 1.0",
            f'Content-Type: multipart/mixed;\n boundary="----=_Part_{self._hex(16)}"',
            f"{program}: {version}",
        ]
        return lines

    def _relays(self, sender: Human, at: datetime) -> list[str]:
        """Return what the servers on the way wrote above the message."""
        dice = self._dice
        host = sender.address.rpartition("@")[2]
        day = format_datetime(at)
        lines = ["Delivered-To: nadia.belkacem@exemple.fr", f"Return-Path: <{sender.address}>"]
        for _ in range(dice.randint(2, 5)):
            ip = ".".join(str(dice.randrange(256)) for _ in range(4))
            lines.append(
                f"Received: from mx{dice.randrange(90)}.{host} (mx.{host} [{ip}])\n"
                f"\tby mx{dice.randrange(9)}.exemple.fr (Postfix) with ESMTPS id {self._hex(10)}\n"
                f"\tfor <nadia.belkacem@exemple.fr>; {day}"
            )
        start = dice.randrange(300_000)
        seal = self._blob[start : start + 344]
        folded = "\n\t ".join(seal[at : at + 64] for at in range(0, len(seal), 64))
        lines.append(
            f"DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d={host}; s=s{self._hex(4)};\n"
            f"\tt={int(at.timestamp())}; h=From:To:Subject:Date:Message-ID;\n\tb={folded}"
        )
        if self._chance(0.6):  # the larger providers
            lines.append(
                f"Authentication-Results: mx.exemple.fr;\n       dkim=pass header.i=@{host} "
                f"header.s=s{self._hex(4)};\n       spf=pass smtp.mailfrom={sender.address}"
            )
            lines.append(f"X-Google-Smtp-Source: {self._hex(48)}")
            lines.append(f"X-Received: by 2002:a05:{self._hex(4)}:: with SMTP id {self._hex(14)}")
        return lines

    def _row(self, header: str, people: list[Human]) -> str:
        return f"{header}: " + ",\n ".join(self._box(human) for human in people)

    def _box(self, human: Human) -> str:
        """Return name and address in one of the ways in which programs write them."""
        name, address = human.name, human.address
        given, _, family = name.partition(" ")
        encoded = self._encoded(name)
        ways = {
            address: 12,
            f"{address} ({encoded})": 3,
            f'"{name}" <{address}>': 25,
            f'"{family.upper()}, {given}" <{address}>': 12,
            f"{encoded} <{address}>": 48,
        }
        return self._dice.choices(list(ways), list(ways.values()))[0]

    def _encoded(self, text: str) -> str:
        if text.isascii():
            return text
        charset = self._dice.choice(_CHARSETS)
        try:
            text.encode(charset)
        except UnicodeEncodeError:
            charset = "utf-8"
        return Header(text, charset, maxlinelen=70).encode()

    def _body(self) -> str:
        dice = self._dice
        start = dice.randrange(len(self._prose) - 3000)
        prose = self._prose[start : start + dice.randint(100, 2800)]
        lines = [prose[at : at + 72] for at in range(0, len(prose), 72)]
        if self._chance(0.04):  # one in twenty-five has something attached
            start = dice.randrange(200_000)
            blob = self._blob[start : start + dice.randint(10_000, 90_000)]
            lines += ["", *(blob[at : at + 76] for at in range(0, len(blob), 76))]
        elif self._chance(0.02):  # forwarded mailboxes and the word itself
            lines += ["", ">From nadia on Monday", "From here on we walk.", "", "From: nobody"]
        return "\n".join(lines)

    def _chance(self, odds: float) -> bool:
        return self._dice.random() < odds

    def _hex(self, digits: int) -> str:
        return f"{self._dice.getrandbits(4 * digits):0{digits}x}"


def _human(number: int, dice: Random) -> Human:
    given, family = dice.choice(_GIVEN), dice.choice(_FAMILY).replace("_", " ")
    if dice.random() < 0.9:  # noqa: PLR2004 - so that few are namesakes
        family += f"-{dice.choice(_FAMILY).replace('_', ' ')}"
    plain = f"{given}.{family}".lower().replace(" ", "").replace("'", "")
    folded = "".join(letter for letter in plain if letter.isascii())
    place = dice.choice(_PLACES)
    host = dice.choice((place, f"firm-{number // 40}.{place}"))
    address = f"{folded}{number}@{host}"
    return Human(f"{given} {family}", address, number // _CIRCLE, dice.choice((-5, 0, 1, 1, 1, 2)))


def main() -> None:
    """Write the mailbox that the arguments ask for."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0] if __doc__ else "")
    parser.add_argument("--messages", type=int, default=MESSAGES)
    parser.add_argument("--seed", type=int, default=SEED)
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    size = write(arguments.out, arguments.messages, arguments.seed)
    print(f"{arguments.messages} messages, {size / 1e6:.0f} MB: {arguments.out}")


if __name__ == "__main__":
    main()
