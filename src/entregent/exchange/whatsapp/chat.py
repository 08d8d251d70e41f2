"""Chats, read together: those that tell who the owner is explain the others."""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from mmap import mmap
from zoneinfo import ZoneInfo

from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Problem, Reading
from entregent.domain.text import fold
from entregent.domain.words import Origin
from entregent.exchange import talks
from entregent.exchange.owner import Owner
from entregent.exchange.text import decode
from entregent.exchange.whatsapp.lines import Line, Stamp, opening, said_by
from entregent.exchange.whatsapp.orders import Reader, possible
from entregent.exchange.whatsapp.words import words
from entregent.services.ports import AskOrder, DateOrder

ORIGIN = Origin.WHATSAPP

_LONGEST_NAME = 100
_PAIR = 2
_LOGS = frozenset("info warn warning error debug trace fatal critical notice severe fine".split())
"""What stands in a program's log where a chat names somebody."""


@dataclass(slots=True)
class Chat:
    """One chat as it is written, its dates still numbers.

    `wrote` holds the line of each sender's first message of a day; `stamps` the days in the order
    of the file; `members` the folded names in notices about members; `secured` what bore the
    notice of encryption: in a chat of two on iOS the other's name.
    """

    path: str
    title: str
    wrote: dict[tuple[Stamp, str], int] = field(default_factory=dict)
    stamps: list[Stamp] = field(default_factory=list)
    members: set[str] = field(default_factory=set)
    secured: set[str] = field(default_factory=set)
    me: str | None = None

    @property
    def senders(self) -> list[str]:
        """Who wrote, in the order of their first messages."""
        return list(dict.fromkeys(sender for _, sender in self.wrote))


def recognises(head: bytes, name: str) -> bool:  # noqa: ARG001 - all alike
    """Tell whether a file that starts with `head` is a chat: its first line opens a message."""
    text = decode(head).lstrip("\ufeff \r\n")
    if not text[:1] or text[0] in "{<":
        return False
    first = next(opening(text), None)
    if first is None or first.number != 1:
        return False
    said = [said_by(line.rest)[0] for line in opening(text)]
    return words().is_notice(first.rest) or any(
        sender and fold(sender) not in _LOGS for sender in said
    )


def read(data: bytes | mmap, path: str, *, zone: ZoneInfo) -> Reading:  # noqa: ARG001 - all alike
    """Read one chat that stands alone; a chat's days are the phone's own, without a zone."""
    return next(read_chats([(path, data)], owner=Owner()))


def read_chats(
    files: Iterable[tuple[str, bytes | mmap]],
    *,
    owner: Owner,
    order: DateOrder | None = None,
    ask: AskOrder | None = None,
) -> Iterator[Reading]:
    """Read chats, a reading each, whose records are the days on which somebody wrote.

    What is known of the `owner` grows by what a chat tells. `order` is used, and else `ask`
    called, where the dates leave open whether the day or the month comes first.
    """
    chats = [_parsed(path, decode(bytes(data))) for path, data in files]
    for chat in chats:
        chat.me = _told_by_itself(chat)
        owner.add([chat.me] if chat.me and not _self(chat.me) else [])
    for chat in chats:
        chat.me = chat.me or owner.among(chat.senders) or owner.part(chat.senders)
    everywhere = _everywhere(chats)
    for chat in chats:
        chat.me = chat.me or (everywhere if everywhere in chat.senders else None)
        yield _reading(chat, order, ask)


def _parsed(path: str, text: str) -> Chat:
    chat = Chat(path, _title(path))
    known: dict[str, bool] = {}
    for line in opening(text):
        sender, said = said_by(line.rest)
        if sender not in known:
            known[sender] = bool(sender) and len(sender) <= _LONGEST_NAME
            known[sender] &= not words().is_topic(sender)
        if not known[sender] or _is_notice(line, said):
            _notice(chat, line, sender if known[sender] else "", said)
            continue
        if words().is_deleted(said) or fold(sender) in words().own:
            chat.me = sender
        if not chat.stamps or chat.stamps[-1] != line.stamp:
            chat.stamps.append(line.stamp)
        chat.wrote.setdefault((line.stamp, sender), line.number)
    return chat


def _is_notice(line: Line, said: str) -> bool:
    return words().is_notice(said) or (line.marked and any(words().members(said)))


def _notice(chat: Chat, line: Line, sender: str, said: str) -> None:
    """Keep what a notice tells of who is there."""
    if sender and words().is_secured(said):
        chat.secured.add(fold(sender))
    chat.members.update(words().members(said if sender else line.rest))


def _title(path: str) -> str:
    """Return, folded, whom the file's or the archive's name says the chat is with."""
    titles = (words().titled(fold(name)) for name in reversed(_names_of(path)))
    return next(filter(None, titles), "")


def _names_of(path: str) -> list[str]:
    """Return the names of a file and of what holds it, in one Unicode form, without dashes."""
    plain = unicodedata.normalize("NFC", path).replace("_", " ")
    return re.split(r"[\\/]", plain)[-2:]


def _told_by_itself(chat: Chat) -> str | None:
    """Return which sender a chat shows to be the owner; None when it does not tell."""
    senders = chat.senders
    if chat.me or len(senders) > _PAIR:
        return chat.me
    others = [one for one in senders if fold(one) == chat.title]
    others = others or [
        one for one in senders if len(senders) == _PAIR and fold(one) in chat.secured
    ]
    mine = [one for one in senders if one not in others]
    if len(others) == 1:
        return mine[0] if mine else None
    alone = len(mine) == 1 and chat.title and not chat.members and not others
    return mine[0] if alone else None


def _everywhere(chats: Sequence[Chat]) -> str | None:
    """Return the only one who wrote in every chat, of two or more; else None."""
    counted = Counter(sender for chat in chats for sender in chat.senders)
    found = [sender for sender, n in counted.items() if n == len(chats)]
    return found[0] if len(found) == 1 and len(chats) >= _PAIR else None


def _reading(chat: Chat, order: DateOrder | None, ask: AskOrder | None) -> Reading:
    if not chat.wrote:
        return Reading(chat.path, ORIGIN, 0, problems=(Problem("", "whatsapp.no-message"),))
    absent = _absent(chat)
    if chat.me is None and absent is None:
        names = ", ".join(chat.senders[:5])
        problem = Problem("", "whatsapp.owner-unknown", {"names": names})
        return Reading(chat.path, ORIGIN, 0, problems=(problem,))
    reader = _order(chat, order, ask)
    if reader is None:
        problem = Problem("", "whatsapp.date-order", {"text": _example(chat)})
        return Reading(chat.path, ORIGIN, 0, problems=(problem,))
    return _told(chat, reader, absent)


def _absent(chat: Chat) -> str | None:
    """Return the one who wrote nothing to me, or to whom I wrote nothing; None for other chats.

    An empty name is mine: whoever wrote alone is whom the chat's title or first notice names.
    """
    if len(chat.senders) != 1:
        return None
    only = fold(chat.senders[0])
    if chat.me is None and (only == chat.title or only in chat.secured):
        return ""
    return _as_titled(chat) if chat.me and chat.title else None


def _as_titled(chat: Chat) -> str:
    """Return the title's name as the file's name writes it."""
    for plain in _names_of(chat.path):
        at = fold(plain).rfind(chat.title)
        if at >= 0 and len(fold(plain)) == len(plain):
            return plain[at : at + len(chat.title)]
    return chat.title.title()


def _order(chat: Chat, order: DateOrder | None, ask: AskOrder | None) -> Reader | None:
    """Return how the chat's dates are read: the only way, the way told, or the one answered."""
    ways = possible(chat.stamps)
    if len(ways) == 1:
        return next(iter(ways.values()))
    if not ways:
        return lambda stamp: None  # noqa: ARG005 - no stamp is a date
    if order is None and ask is not None:
        order = ask(chat.path, _example(chat))
    return ways.get(order) if order else None


def _example(chat: Chat) -> str:
    return "/".join(f"{part:02}" for part in chat.stamps[0])


def _told(chat: Chat, reader: Reader, absent: str | None) -> Reading:
    days: defaultdict[date, set[PersonId]] = defaultdict(set)
    problems = []
    for (stamp, sender), line in chat.wrote.items():
        on = reader(stamp)
        if on is None:
            text = "/".join(map(str, stamp))
            problems.append(Problem(f"line={line}", "import.bad-date", {"text": text}))
        else:
            days[on].add(ME if sender == chat.me else talks.ref(sender))
    names = [*chat.senders, *([absent] if absent else [])]
    people = {ME if name == chat.me else talks.ref(name) for name in names} | {ME}
    silent = chat.members - {fold(name) for name in names} - words().own
    cards = (
        tuple(talks.card(name, me=chat.me) for name in names if name and not _self(name))
        if talks.is_small(people) and len(people) + len(silent) <= talks.MOST
        else ()
    )
    facts = tuple(talks.encounters(ORIGIN, days, people)) if cards else ()
    return Reading(chat.path, ORIGIN, len(days) + len(problems), cards, facts, tuple(problems))


def _self(name: str) -> bool:
    """Tell whether this is not the owner's name but a word for the owner."""
    return fold(name) in words().own
