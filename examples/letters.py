"""The mailbox: the story's letters, everyday ones, lists, newsletters and machines."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from cast import OFFICE, OWNER, TODAY, Cast, Human, read_toml
from letter import Box, Letter, mbox

_LINE = re.compile(r"(?:(\d{4}-\d\d-\d\d) )?([<>]) (.*)", re.DOTALL)
_WINDOW = 1080
"""How many days of mail the mailbox holds."""


def write(cast: Cast, dice: Random) -> bytes:
    """Return the whole mailbox."""
    told = read_toml("letters.toml")
    letters = [
        *(letter for talk in told["scripted"] for letter in _scripted(cast, talk, dice)),
        *(letter for group in told["groups"] for letter in _group(cast, group, dice)),
        *_families(told["family"]),
        *_everyday(cast, told["themes"], dice),
        *(letter for crowd in told["lists"] for letter in _list(cast, crowd, dice)),
        *(letter for machine in told["machines"] for letter in _machine(machine, dice)),
        *_oddities(cast),
    ]
    return mbox(letters)


def _clock(day: date, dice: Random, *, hour: int = 8) -> datetime:
    return datetime.combine(day, time(hour, dice.randrange(60), dice.randrange(60)))


def _me(other: Human | None = None) -> Box:
    """Return Nadia's name and address: at the office with colleagues."""
    at_work = other is not None and other.company == OWNER.company
    return (OWNER.name, OFFICE if at_work else OWNER.email)


def _them(human: Human) -> Box:
    return _me() if human is OWNER else (human.called("mail"), human.email)


def _follow(before: Sequence[Letter], draft: Letter) -> Letter:
    """Return `draft` as the answer to the last of the letters before it."""
    if not before:
        return draft
    stem = before[0].subject
    return Letter(
        sender=draft.sender,
        to=draft.to,
        cc=draft.cc,
        at=draft.at,
        subject=stem if stem.startswith("Re:") else f"Re: {stem}",
        body=f"{draft.body}\n\n> {before[-1].body.splitlines()[0]}",
        parents=tuple(letter.id for letter in before),
        headers=draft.headers,
        london=draft.london,
    )


def _scripted(cast: Cast, talk: dict[str, Any], dice: Random) -> list[Letter]:
    """Return a thread between Nadia and one other; a line may bear its own day."""
    human = cast.find(talk["with"])
    letters: list[Letter] = []
    day = date.fromisoformat(talk["on"])
    for turn, line in enumerate(talk["lines"]):
        dated, way, body = _LINE.fullmatch(line).groups()  # type: ignore[union-attr]
        day = date.fromisoformat(dated) if dated else day
        at = _clock(day, dice, hour=8 + 4 * turn)
        letters.append(_follow(letters, _between(human, way, talk["subject"], body, at)))
    return letters


def _between(human: Human, way: str, subject: str, body: str, at: datetime) -> Letter:
    """Return a letter from Nadia (`>`) or to her (`<`)."""
    mine = way == ">"
    sender, recipient = (_me(human), _them(human)) if mine else (_them(human), _me(human))
    abroad = human.lang == "en" and not mine
    return Letter(sender, (recipient,), subject, body, at, london=abroad)


def _group(cast: Cast, group: dict[str, Any], dice: Random) -> list[Letter]:
    """Return a letter to several, and the answers to all."""
    everybody = [*group["to"], *group.get("cc", ())]
    day = date.fromisoformat(group["on"])
    first = Letter(
        sender=_them(cast.find(group["sender"])),
        to=tuple(_them(cast.find(name)) for name in group["to"]),
        cc=tuple(_them(cast.find(name)) for name in group.get("cc", ())),
        subject=group["subject"],
        body=group["body"],
        at=_clock(day, dice),
    )
    letters = [first]
    for turn, name in enumerate(group.get("replies", ()), start=1):
        rest = [other for other in everybody if other != name]
        answer = Letter(
            sender=_them(cast.find(name)),
            to=(first.sender,),
            cc=tuple(_them(cast.find(other)) for other in rest),
            subject=group["subject"],
            body=dice.choice(("Oui, avec plaisir.", "Présent !", "J’en suis.", "Parfait."))
            if cast.find(group["sender"]).lang == "fr"
            else dice.choice(("Count me in.", "Yes please.", "Lovely.")),
            at=_clock(day + timedelta(days=turn // 2), dice, hour=8 + 3 * turn % 12),
        )
        letters.append(_follow([first], answer))
    return letters


def _families(families: Sequence[dict[str, Any]]) -> Iterator[Letter]:
    for family in families:
        for number, told in enumerate(family["letters"]):
            at = datetime.combine(date.fromisoformat(told["on"]), time(19, 10 + number))
            sender = (told["name"], family["address"])
            yield Letter(sender, (_me(),), told["subject"], told["body"], at)


def _everyday(cast: Cast, themes: Sequence[dict[str, Any]], dice: Random) -> Iterator[Letter]:
    """Yield threads with those whom the story leaves alone."""
    loose = [human for human in cast.listed("mail") if not human.quiet]
    for human in loose:
        chosen = [theme for theme in themes if theme["register"] == _register(human)]
        for theme in dice.sample(chosen, dice.choice((1, 1, 1, 2, 2, 2))):
            day = TODAY - timedelta(days=3 + int(_WINDOW * dice.random() ** 1.5))
            beside = dice.choice(_beside(human, loose)) if dice.random() < 0.2 else None  # noqa: PLR2004 - one in five
            yield from _thread(human, theme, day, dice, beside)


def _register(human: Human) -> str:
    if human.lang == "en":
        return "en"
    return "tu" if human.circles or "facebook" in human.listed else "vous"


def _beside(human: Human, loose: Sequence[Human]) -> list[Human | None]:
    """Return whom `human` may put in copy: somebody of the same circle or house."""
    return [
        other
        for other in loose
        if other is not human
        and (other.company == human.company or set(other.circles) & set(human.circles))
    ] or [None]


def _thread(
    human: Human, theme: dict[str, Any], day: date, dice: Random, beside: Human | None
) -> Iterator[Letter]:
    ways = "<>" if theme.get("first") == "them" else dice.choice(("<>", "><"))
    turns = dice.randrange(1, len(theme["lines"]) + 1)
    letters: list[Letter] = []
    for turn, line in enumerate(theme["lines"][:turns]):
        way = ways[turn % 2]
        writer, reader = (OWNER, human) if way == ">" else (human, OWNER)
        body = line.format(to=reader.given, me=writer.given)
        draft = _between(human, way, theme["subject"], body, _clock(day, dice, hour=8 + 5 * turn))
        copy = (_them(beside),) if beside and way == "<" else ()
        letters.append(
            _follow(letters, Letter(draft.sender, draft.to, draft.subject, body, draft.at, copy))
        )
    yield from letters


def _list(cast: Cast, crowd: dict[str, Any], dice: Random) -> Iterator[Letter]:
    """Yield a mailing list's threads: each member writes to the list, never to somebody."""
    slug = crowd["address"].partition("@")[0]
    headers = (
        ("List-Id", f"{crowd['name']} <{crowd['address'].replace('@', '.')}>"),
        ("List-Post", f"<mailto:{crowd['address']}>"),
        ("List-Unsubscribe", f"<mailto:{slug}-leave@{crowd['address'].partition('@')[2]}>"),
        ("Precedence", "list"),
    )
    for _ in range(crowd["threads"]):
        day = TODAY - timedelta(days=5 + dice.randrange(_WINDOW))
        subject = f"[{crowd['tag']}] {dice.choice(crowd['subjects'])}"
        writers = [cast.find(name) for name in dice.sample(crowd["members"], dice.randrange(1, 5))]
        letters: list[Letter] = []
        for turn, (writer, body) in enumerate(zip(writers, crowd["lines"], strict=False)):
            sender, reply = _posting(crowd, writer)
            at = _clock(day + timedelta(days=turn), dice, hour=9 + turn)
            box = (("", crowd["address"]),)
            draft = Letter(sender, box, subject, body, at, headers=(*headers, *reply))
            letters.append(_follow(letters, draft))
        yield from letters


def _posting(crowd: dict[str, Any], writer: Human) -> tuple[Box, tuple[tuple[str, str], ...]]:
    """Return how a list shows who writes: some lists put their own address in its place."""
    if writer is not OWNER and writer.number % 4 == 0:
        own = (f"{writer.name} via {crowd['name']}", crowd["address"])
        return own, (("Reply-To", f"{writer.email}"),)
    return _them(writer), (("Reply-To", crowd["address"]),)


def _machine(machine: dict[str, Any], dice: Random) -> Iterator[Letter]:
    """Yield what newsletters, robots and team mailboxes send."""
    host = machine["address"].partition("@")[2]
    headers: tuple[tuple[str, str], ...] = ()
    if machine.get("newsletter"):
        headers = (("List-Unsubscribe", f"<https://{host}/stop>"), ("Precedence", "bulk"))
    elif not machine.get("team"):
        headers = (("Auto-Submitted", "auto-generated"),)
    me = (OWNER.name, OFFICE if host == "michelin.example" else OWNER.email)
    for number in range(machine["count"]):
        day = TODAY - timedelta(days=1 + dice.randrange(_WINDOW))
        subject = dice.choice(machine["subjects"])
        sender = (machine["name"], machine["address"])
        at = _clock(day, dice, hour=6)
        letter = Letter(sender, (me,), subject, f"{subject}.", at, headers=headers)
        yield letter
        if machine.get("team") and number % 4 == 0:
            answer = Letter(me, (sender,), subject, "Bien reçu, merci.", at + timedelta(hours=3))
            yield _follow([letter], answer)


def _oddities(cast: Cast) -> Iterator[Letter]:
    """Yield what real mailboxes hold: a date that never was, no id, no recipient."""
    jerome, kevin = _them(cast.find("Jérôme Blondel")), _them(cast.find("Kévin Lopes"))
    at = datetime(2025, 2, 27, 10, 0)  # noqa: DTZ001 - a clock on a wall in Paris
    wrong = (("Date", "Mon, 31 Feb 2025 10:00:00 +0100"),)
    yield Letter(jerome, (_me(),), "Date de livraison", "Le 31, donc.", at, headers=wrong)
    body = "Bonjour,\n\nFrom now on, écrivez-moi ici."
    yield Letter(kevin, (), "Nouvelle adresse", body, at + timedelta(days=9))
    nameless = (("Message-ID", ""),)
    body = "Bonjour Nadia,\n\nC’est envoyé."
    yield Letter(kevin, (_me(),), "Tarif", body, at + timedelta(days=40), headers=nameless)
