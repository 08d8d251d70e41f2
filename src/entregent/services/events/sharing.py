"""Sharing among partners: what I choose to tell them of an event, and what they told me."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from typing import Literal

from entregent.coach.team.guests import same_name
from entregent.coach.team.seeking import answers
from entregent.domain.events import Event, Guest
from entregent.domain.facts import Discreet
from entregent.domain.ids import BatchId, EventId
from entregent.domain.partners import Named, PartnerFile, Share, Shared, event_mark, plain_text
from entregent.domain.reading import Problem
from entregent.domain.text import company_key, fold, tokens
from entregent.domain.upkeep import Side
from entregent.services.desk import Desk
from entregent.services.events.acquainted import acquainted, reserved
from entregent.services.events.guests import guests
from entregent.services.pacts import sought
from entregent.services.ports import BookError
from entregent.services.recording import record
from entregent.services.world import world

Called = Literal["alike", "otherwise"]
"""Whether partners' files call the event as I do."""
MOST_PARTNERS = 7
_CLOCKS_DIFFER = timedelta(days=1)
"""A file from a day to come was not written by a clock."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What I choose to tell; None is not said, and gives way to what the event tells.

    Guests are named by words of their names; `listed` tells of all guests I know that I know them.
    """

    name: str = ""
    seeks: tuple[str, ...] | None = None
    meets: tuple[str, ...] | None = None
    knows: tuple[str, ...] = ()
    presents: tuple[str, ...] = ()
    listed: Literal["all", "none"] = "none"


@dataclass(frozen=True, slots=True)
class Taken:
    """What partners' files told; no batch where none was taken."""

    batch: BatchId | None
    files: tuple[PartnerFile, ...]
    problems: tuple[Problem, ...]


def share_of(desk: Desk, event: Event, chosen: Chosen) -> PartnerFile:
    """Return my share as a file would tell it; nothing is kept or written.

    Without words of mine it tells what I hope for of the event, and the guests who may answer to
    it. Raises BookError: event.partner.nameless, event.partner.which-guest,
    event.partner.reserved.
    """
    me = desk.book.person(desk.book.owner)
    name = plain_text(chosen.name or (me.name if me else ""))
    if not tokens(name):
        raise BookError("event.partner.nameless")
    announced = guests(desk, event.event)
    hoped = () if _discreet(desk) else event.goals
    said = hoped if chosen.seeks is None else chosen.seeks
    seeks = [sought(desk, one) for one in said]
    knows = [_named(announced, words) for words in chosen.knows]
    if chosen.listed == "all":
        knows += [_of(guest) for guest, _ in acquainted(world(desk), announced)]
    presents = _presentable(desk, event, [_named(announced, words) for words in chosen.presents])
    if chosen.meets is None:
        meets = [one for one in _fitting(desk, announced, seeks) if one not in (*knows, *presents)]
    else:
        meets = [_named(announced, words) for words in chosen.meets]
    share = Share(
        name,
        tuple(seeks),
        tuple(meets),
        tuple(one for one in knows if one not in presents),
        tuple(presents),
    )
    written = desk.now.astimezone(UTC).isoformat(timespec="seconds")
    return PartnerFile(desk.ids.new(), written, plain_text(event.name), event.day, share.bounded())


def keep_share(desk: Desk, event: Event, file: PartnerFile) -> BatchId:
    """Keep my share as the partners have it."""
    return _keep(desk, [_shared(desk, event, file, Side.ME)], event)


def take_shares(
    desk: Desk,
    event: Event,
    files: Iterable[tuple[str, PartnerFile]],
    called: Called = "alike",
) -> Taken:
    """Keep what partners' files tell, each with its path; those that cannot be are problems.

    A newer file of a partner takes the place of an older one. `otherwise` takes files of an event
    of the same day under another name.
    """
    mine, theirs = my_share(desk, event.event), partners(desk, event.event)
    known = {fold(one.share.name): one for one in theirs}
    taken: dict[str, PartnerFile] = {}
    problems: list[Problem] = []
    for path, file in files:
        who = fold(file.share.name)
        what = _wrong(desk, event, file, called) or _mine(desk, mine, file)
        what = what or _against(known.get(who), file)
        if not what and who not in known and len(known) >= MOST_PARTNERS:
            what = "event.partner.crowd"
        if what:
            details = {"name": file.share.name, "event": file.event, "day": file.day.isoformat()}
            problems.append(Problem(path, what, details))
            continue
        known[who] = _shared(desk, event, file, Side.THEM)
        taken[who] = file
    facts = [known[who] for who in taken]
    batch = _keep(desk, facts, event) if facts else None
    return Taken(batch, tuple(taken.values()), tuple(problems))


def my_share(desk: Desk, event: EventId) -> Shared | None:
    """Return what I last shared of an event; None where I shared nothing."""
    return next(reversed(_kept(desk, event, Side.ME)), None)


def partners(desk: Desk, event: EventId) -> tuple[Shared, ...]:
    """Return what each partner shared last of an event, by name."""
    latest = {fold(one.share.name): one for one in _kept(desk, event, Side.THEM)}
    return tuple(latest[name] for name in sorted(latest))


def _kept(desk: Desk, event: EventId, by: Side) -> list[Shared]:
    facts = [entry.fact for entry in desk.book.entries((Shared,))]
    mine = (fact for fact in facts if isinstance(fact, Shared) and fact.event == event)
    return [fact for fact in mine if fact.by is by and tokens(fact.share.name)]


def _wrong(desk: Desk, event: Event, file: PartnerFile, called: Called) -> str:
    """Return why a file is of another event or another time, empty where it is not."""
    if file.day != event.day:
        return "event.partner.another-day"
    if called == "alike" and file.mark != event_mark(event.name, event.day):
        return "event.partner.another-event"
    late = date.fromisoformat(file.written[:10]) > desk.now.date() + _CLOCKS_DIFFER
    return "event.partner.future" if late else ""


def _mine(desk: Desk, mine: Shared | None, file: PartnerFile) -> str:
    """Return that a file is my own, or bears my name."""
    if file.id in [fact.file for fact in _all_of_mine(desk)]:
        return "event.partner.own"
    me = desk.book.person(desk.book.owner)
    name = mine.share.name if mine else (me.name if me else "")
    return "event.partner.own-name" if same_name(name, file.share.name) else ""


def _all_of_mine(desk: Desk) -> list[Shared]:
    facts = [entry.fact for entry in desk.book.entries((Shared,))]
    return [fact for fact in facts if isinstance(fact, Shared) and fact.by is Side.ME]


def _against(known: Shared | None, file: PartnerFile) -> str:
    """Return why a file cannot take the place of the one I have of that partner."""
    if known is None:
        return ""
    if file.id == known.file and file.share == known.share:
        return "event.partner.again"
    if known.sealed and not file.sealed:
        return "event.partner.lost-seal"
    return "event.partner.older" if file.written < known.written else ""


def _shared(desk: Desk, event: Event, file: PartnerFile, by: Side) -> Shared:
    told = (file.id, file.written, file.sealed)
    return Shared(event.event, desk.today, file.share, by, *told)


def _keep(desk: Desk, facts: Sequence[Shared], event: Event) -> BatchId:
    return record(desk, facts, f'event partner "{event.name}"')


def _discreet(desk: Desk) -> bool:
    return bool(desk.book.entries((Discreet,)))


def _of(guest: Guest) -> Named:
    return Named(guest.name, guest.company)


def _named(announced: Sequence[Guest], words: str) -> Named:
    """Return the guest whom words name; somebody of no list is called as they were typed.

    `Omar Haddad, Airbus` names a company too.
    """
    name, _, company = words.partition(",")
    wanted, at = set(tokens(name)), company_key(company)
    found = [
        _of(guest)
        for guest in announced
        if wanted and wanted <= set(tokens(guest.name)) and at in ("", company_key(guest.company))
    ]
    whole = [one for one in found if same_name(one.name, name)]
    some = list(dict.fromkeys(whole or found))
    if len(some) > 1:
        among = " · ".join(f"{one.name}, {one.company}".rstrip(", ") for one in some)
        raise BookError("event.partner.which-guest", words=words.strip(), among=among)
    return some[0] if some else Named(" ".join(name.split()), " ".join(company.split()))


def _presentable(desk: Desk, event: Event, some: list[Named]) -> list[Named]:
    """Return the guests, none of whom asked not to be presented.

    Raises BookError: event.partner.reserved.
    """
    told = [Guest(event.event, one.name, one.company) for one in some]
    held = reserved(world(desk), told) if some else []
    if held:
        raise BookError("event.partner.reserved", name=held[0].name)
    return some


def _fitting(desk: Desk, announced: Iterable[Guest], seeks: Iterable[str]) -> list[Named]:
    """Return the guests who may answer to what I look for; at employers who must not know, none."""
    facts = (entry.fact for entry in desk.book.entries((Discreet,)))
    shut = {company_key(one.company) for one in facts if isinstance(one, Discreet)} - {""}
    wanted = [desk.reference.senses(one) for one in seeks]
    return [
        _of(guest)
        for guest in announced
        if company_key(guest.company) not in shut
        and any(answers(one, desk.reference.senses(told(guest))) for one in wanted)
    ]


def told(guest: Guest) -> str:
    """Return what a list tells of a guest's work and subjects."""
    return " ".join((guest.company, guest.title, *guest.topics, *guest.offers))
