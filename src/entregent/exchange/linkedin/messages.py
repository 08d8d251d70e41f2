"""LinkedIn's messages: who turned to whom, and when; never what was said."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from zoneinfo import ZoneInfo

from entregent.domain.facts import MOST_RECIPIENTS, Encounter
from entregent.domain.ids import ME, PersonId
from entregent.domain.reading import Card, Stated
from entregent.domain.text import fold
from entregent.domain.words import Channel
from entregent.exchange.linkedin.dates import day_of_instant
from entregent.exchange.linkedin.people import Gathered
from entregent.exchange.linkedin.tables import Row, Table
from entregent.exchange.linkedin.urls import profile_url, slug
from entregent.exchange.text import one_line

_HIDDEN = "linkedin member"
_LONGEST_LIST = 20_000
"""A list of names longer than this is of more people than one writes to."""
_ADVERTISING = re.compile(r"spinmail-quill-editor|%FIRSTNAME%")
_LETTERS = re.compile(
    r"(?:[A-Z]{2,5}\.?|(?:[A-Z][a-z]{0,2}\.)+[A-Z]?[a-z]?|(?:Jr|Sr|PhD|MSc|MBA)\.?)"
)


@dataclass(frozen=True, slots=True)
class Owner:
    """What other tables say of the owner: folded names, and slugs of profiles."""

    names: Collection[str] = ()
    slugs: Collection[str] = ()


@dataclass(frozen=True, slots=True)
class Who:
    """Somebody as a message names them; `url` is empty when it is not given."""

    name: str
    url: str = ""
    ref: PersonId = field(init=False, compare=False)
    """The local reference: the profile if there is one, else the name."""

    def __post_init__(self) -> None:
        """Make the reference once, as every message asks for it again and again."""
        handle = slug(self.url)
        object.__setattr__(self, "ref", f"in/{handle}" if handle else f"name={fold(self.name)}")

    @property
    def record(self) -> str:
        """Return how the person stands in every export: by profile if there is one, else name."""
        url = profile_url(self.url)
        return f"url={url}" if url else f"name={self.name}"

    @property
    def hidden(self) -> bool:
        """Whether nobody can tell who this is."""
        return not self.url and fold(self.name) in ("", _HIDDEN)


@dataclass(frozen=True, slots=True)
class Message:
    """One message that counts: its row, conversation, people and instant as written."""

    record: str
    conversation: str
    sender: Who
    recipients: tuple[Who, ...]
    at: str


def gather(table: Table, owner: Owner, zone: ZoneInfo) -> Gathered:
    """Read the messages between the owner and others. Drafts, spam and circulars are left out.

    When nothing tells which participant is the owner, that is a problem and no message is read.
    """
    gathered = Gathered()
    rows = []
    for record, row in table.rows():
        if not row:
            gathered.read += 1
            gathered.trouble(record, "import.bad-row")
        elif _counts(row):
            rows.append((record, row))
    messages = _messages(rows)
    mine = _owner_refs(messages, owner)
    if messages and not mine:
        gathered.read += len(messages)
        gathered.trouble(messages[0].record, "linkedin.owner-unknown")
        return gathered
    people: dict[PersonId, Card] = {}
    for message in messages:
        _encounters(message, mine, zone, gathered, people)
    gathered.cards += people.values()
    return gathered


def _counts(row: Row) -> bool:
    """Tell whether a row is a message that somebody really wrote to somebody."""
    drafted = any(
        row.get(column, "").lower() in ("true", "yes", "1")
        for column in ("is message draft", "is conversation draft")
    )
    advertised = _ADVERTISING.search(row.get("content", "") + row.get("subject", ""))
    return not (drafted or advertised or row.get("folder", "").upper() == "SPAM")


def _messages(rows: Sequence[tuple[str, Row]]) -> list[Message]:
    """Put names and addresses together, and fill in the addresses that older exports lack."""
    names: dict[str, str] = {}
    for _, row in rows:
        for who in _certain(row):
            names.setdefault(slug(who.url), who.name)
    urls = _unambiguous(rows)
    known = {name: None for _, row in rows if (name := one_line(row["from"]))}
    messages = []
    for record, row in rows:
        sender = _with_url(Who(one_line(row["from"]), row.get("sender profile url", "")), urls)
        recipients = tuple(_with_url(who, urls) for who in _recipients(row, names, known))
        at = row["date"]
        messages.append(Message(record, row["conversation id"], sender, recipients, at))
    return messages


def _certain(row: Row) -> Iterable[Who]:
    """Yield the people of a row whose name and address surely belong together."""
    if row.get("sender profile url"):
        yield Who(one_line(row["from"]), row["sender profile url"])
    urls = _split_urls(row)
    if len(urls) == 1:
        yield Who(one_line(row["to"]), urls[0])


def _unambiguous(rows: Sequence[tuple[str, Row]]) -> Mapping[str, str]:
    """Return the address of each folded name that has exactly one."""
    held: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for _, row in rows:
        for who in _certain(row):
            held[fold(who.name)][slug(who.url)] = who.url
    return {name: next(iter(urls.values())) for name, urls in held.items() if len(urls) == 1}


def _with_url(who: Who, urls: Mapping[str, str]) -> Who:
    if who.url:
        return who
    name = fold(who.name)
    known = "" if name == _HIDDEN else urls.get(name, "")
    return Who(who.name, known) if known else who


def _split_urls(row: Row) -> list[str]:
    return [url.strip() for url in row.get("recipient profile urls", "").split(",") if url.strip()]


def _recipients(row: Row, names: Mapping[str, str], known: Collection[str]) -> list[Who]:
    """Return who a message went to.

    Addresses are joined by `,`, names by `, `, and a name may hold a comma itself.
    """
    if len(row["to"]) > _LONGEST_LIST:
        return []
    urls = _split_urls(row)
    written = split_names(row["to"], known)
    if not urls:
        return [Who(name) for name in written]
    if len(urls) == 1:
        return [Who(one_line(row["to"]), urls[0])]
    fallback = written if len(written) == len(urls) else [""] * len(urls)
    return [
        Who(names.get(slug(url)) or name, url) for url, name in zip(urls, fallback, strict=True)
    ]


def split_names(text: str, known: Collection[str] = ()) -> list[str]:
    """Split a list of names at `, `; letters after a name (`Ph.D.`, `MBA`) stay with it.

    A list that is a name somebody is `known` by is that name.
    """
    whole = one_line(text)
    if whole in known:
        return [whole]
    names: list[str] = []
    for part in whole.split(", "):
        joined = f"{names[-1]}, {part}" if names else ""
        if joined and (joined in known or (part not in known and _LETTERS.fullmatch(part))):
            names[-1] = joined
        elif part:
            names.append(part)
    return names


def _owner_refs(messages: Sequence[Message], owner: Owner) -> set[PersonId]:
    """Return the references that mean the owner: by profile, by name, or by being everywhere."""
    conversations: defaultdict[PersonId, set[str]] = defaultdict(set)
    folded: dict[PersonId, str] = {}
    for message in messages:
        for who in (message.sender, *message.recipients):
            conversations[who.ref].add(message.conversation)
            folded.setdefault(who.ref, fold(who.name))
    presence = Counter({ref: len(held) for ref, held in conversations.items()})
    ranked = [ref for ref, _ in presence.most_common()]
    by_slug = [ref for ref in ranked if ref.removeprefix("in/") in owner.slugs]
    by_name = [ref for ref in ranked if folded[ref] in owner.names]
    found = by_slug or by_name[:1]
    if not found and ranked:
        alone = len(ranked) == 1 or presence[ranked[0]] > presence[ranked[1]]
        found = ranked[:1] if alone else []
    nameless = {PersonId(f"name={folded[ref]}") for ref in found} | {
        PersonId(f"name={name}") for name in owner.names
    }
    return {*found, *(nameless & set(ranked))}


def _encounters(
    message: Message,
    mine: Collection[PersonId],
    zone: ZoneInfo,
    gathered: Gathered,
    people: dict[PersonId, Card],
) -> None:
    """Add what one message shows of the owner and others, if it shows anything."""
    out = message.sender.ref in mine
    to_me = any(who.ref in mine for who in message.recipients)
    others = [who for who in message.recipients if who.ref not in mine] if out else [message.sender]
    others = [who for who in others if not who.hidden]
    if not others or len(message.recipients) > MOST_RECIPIENTS or not (out or to_me):
        return
    gathered.read += 1
    try:
        on = day_of_instant(message.at, zone)
    except ValueError:
        gathered.trouble(message.record, "import.bad-date", text=message.at)
        return
    for who in (message.sender, *message.recipients):
        if who.ref not in people and (who.ref in mine or who in others):
            people[who.ref] = _card(who, mine)
    for who in others:
        source, target = (ME, who.ref) if out else (who.ref, ME)
        several = str(who.ref) if len(others) > 1 else ""
        key = _key(message, "me" if out else fold(message.sender.name), several)
        met = Encounter(source, target, on, Channel.MESSAGED, key=key)
        gathered.facts.append(Stated(message.record, met))


def _key(message: Message, sender: str, recipient: str) -> str:
    """Return what makes a message unique in every export that holds it, and tells nothing."""
    parts = f"{message.conversation}\n{message.at}\n{sender}\n{recipient}"
    return f"linkedin:{blake2b(parts.encode(), digest_size=16).hexdigest()}"


def _card(who: Who, mine: Collection[PersonId]) -> Card:
    """Return the card of a participant, as the first message that names them has it."""
    url = profile_url(who.url)
    return Card(
        ref=ME if who.ref in mine else who.ref,
        record=who.record,
        names=(who.name,) if who.name else (),
        urls=(url,) if url else (),
    )
