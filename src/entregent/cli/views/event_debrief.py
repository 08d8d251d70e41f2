"""An event looked back at: who was met, what was promised and for when, what is ready."""

from collections.abc import Iterator, Sequence

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.coach.capture.said import Encountered
from entregent.coach.debrief.becoming import promised
from entregent.coach.debrief.leaning import Leaning
from entregent.domain.ids import PersonId
from entregent.domain.upkeep import Kept, Promised, Settling, Side
from entregent.locale.deeds import Deeds
from entregent.services.desk import Desk
from entregent.services.events.afterwards import awaited, following_up, last_word
from entregent.services.events.debriefing import Debrief, Fate, Line
from entregent.services.pacts import Standing


def sheet(desk: Desk, face: Face, seen: Debrief, leaning: Leaning | None) -> Paper:
    """Lay out an event: lines to take up, who is in the book now, what went well."""
    paper = face.paper()
    event = seen.event
    key = "event.debrief.title" if event.name else "event.debrief.title-day"
    paper.write(face.say(key, name=event.name, day=event.day), touch=Touch.STRONG)
    if not seen.lines:
        paper.air()
        paper.write(face.say("event.debrief.empty"))
    if seen.open:
        paper.label(face.say("event.debrief.open"))
        for line in seen.open:
            line_on(paper, face, line, desk.reference.deeds)
    if seen.kept:
        paper.label(face.say("event.debrief.kept"))
        for line in seen.kept:
            _kept_on(paper, desk, face, seen, line)
    _words_on(paper, desk, face, seen)
    if leaning is not None:
        paper.air()
        paper.write(face.say(f"event.debrief.leaning.{leaning}"))
    _steps_on(paper, face, seen)
    return paper


def line_on(paper: Paper, face: Face, line: Line, deeds: Deeds) -> None:
    """Write a line as it was understood, with whom it may mean."""
    met = line.met
    paper.air()
    name = met.name or face.say("event.debrief.nameless")
    paper.write(_called(name, met), lead=f"{line.number}  ", touch=Touch.STRONG)
    for text in (*_who(face, line), *_said(face, line, deeds)):
        paper.write(text, indent=4)


def _kept_on(paper: Paper, desk: Desk, face: Face, seen: Debrief, line: Line) -> None:
    if line.person is None:
        return
    deeds = desk.reference.deeds
    paper.air()
    paper.write(_called(line.person.name, line.met), lead=f"{line.number}  ", touch=Touch.STRONG)
    for text in _said(face, line, deeds):
        paper.write(text, indent=4)
    if not seen.ends(line):
        return
    if _is_awaited(desk, line):
        paper.write(face.say("event.debrief.awaited"), indent=4)
    else:
        paper.write(face.say("event.debrief.ready", number=line.number), indent=4, touch=Touch.SOFT)


def _is_awaited(desk: Desk, line: Line) -> bool:
    """Tell whether their word is awaited, by all lines about them where they are in the book."""
    said = last_word(desk, line.person.id) if line.person and line.fate is Fate.KEPT else line.met
    return said is not None and awaited(desk, said)


def _called(name: str, met: Encountered) -> str:
    return " · ".join(filter(None, (name, met.role, met.company)))


def _who(face: Face, line: Line) -> Iterator[str]:
    if line.person is not None:
        yield face.say("event.debrief.known", name=line.person.name)
    elif line.perhaps:
        yield face.say("event.debrief.perhaps", names=[one.name for one in line.perhaps])
    elif line.listed:
        yield face.say("event.debrief.listed", name=line.listed)
    elif not line.met.name:
        yield face.say("event.debrief.unnamed", text=line.captured.text)


def _said(face: Face, line: Line, deeds: Deeds) -> Iterator[str]:
    met = line.met
    if met.topics:
        yield face.say("event.debrief.topics", topics=list(met.topics))
    agreed = met.next.what if met.next else None
    for one in _promised(line, PersonId(""), deeds):
        side = "next" if one.text == agreed else f"promise-{one.by}"
        key = f"event.debrief.{side}-by" if one.due else f"event.debrief.{side}"
        yield face.say(key, what=one.text, due=one.due)
    given = [value for value in (met.contact.email, met.contact.phone, met.contact.url) if value]
    if given:
        yield face.say("event.debrief.contact", given=given)


def _promised(line: Line, person: PersonId, deeds: Deeds) -> list[Promised]:
    return list(promised(line.met, person, line.day, deeds))


def _words_on(paper: Paper, desk: Desk, face: Face, seen: Debrief) -> None:
    kept = [
        face.say("event.debrief.word-kept", what=text, name=name)
        for text, name in words_kept(desk, seen)
    ]
    pacts = [_pact(face, one) for one in seen.pacts if one.settled is not Settling.LET_GO]
    if kept or pacts:
        paper.label(face.say("event.debrief.words"))
        for text in (*kept, *pacts):
            paper.write(text, indent=4)
    for key, text in (("event.debrief.well", seen.well), ("event.debrief.note", seen.note)):
        if text:
            paper.label(face.say(key))
            paper.letter(text)


def _pact(face: Face, one: Standing) -> str:
    pact = one.pact
    if one.settled is Settling.DONE:
        return face.say("event.debrief.pact-kept", name=pact.name, theirs=pact.theirs)
    key = "event.debrief.pact" if pact.mine else "event.debrief.pact-theirs"
    return face.say(key, name=pact.name, theirs=pact.theirs, mine=pact.mine)


def words_kept(desk: Desk, seen: Debrief) -> list[tuple[str, str]]:
    """Return the promises to people met there that were kept since, each with the name."""
    names = Names(desk)
    met = {line.person.id for line in seen.kept if line.person is not None}
    names.meet(met)
    facts = [entry.fact for entry in desk.book.entries((Kept,))]
    return [
        (fact.text, names.full(fact.person))
        for fact in facts
        if isinstance(fact, Kept)
        and fact.by is Side.ME
        and fact.person in met
        and fact.on >= seen.event.day
        and fact.text
    ]


def _steps_on(paper: Paper, face: Face, seen: Debrief) -> None:
    rows = []
    if seen.open:
        number = seen.open[0].number
        rows.append((face.say("event.debrief.to-keep"), f"entregent event debrief --keep {number}"))
        rows.append(
            (face.say("event.debrief.to-leave"), f"entregent event debrief --skip {number}")
        )
    elif seen.kept:
        rows.append((face.say("event.debrief.to-follow"), "entregent today"))
        if not seen.well:
            rows.append((face.say("event.debrief.to-well"), 'entregent event debrief --well "…"'))
    if seen.listed == "listed" and not seen.open:
        rows.append((face.say("event.debrief.to-drop"), "entregent event debrief --drop-list"))
    if rows:
        paper.air()
        paper.pairs(rows, indent=0)


def document(
    desk: Desk, face: Face, seen: Debrief, leaning: Leaning | None, batches: Sequence[str]
) -> Document:
    """Return the debrief as JSON has it."""
    event = seen.event
    return {
        "event": {"id": event.event or None, "name": event.name, "day": event.day.isoformat()},
        "encounters": [_encounter(desk, seen, line) for line in seen.lines],
        "kept_promises": [{"what": what, "to": name} for what, name in words_kept(desk, seen)],
        "pacts": [_pact_document(one) for one in seen.pacts],
        "well": seen.well,
        "note": seen.note,
        "list": seen.listed,
        "leaning": face.say(f"event.debrief.leaning.{leaning}") if leaning else None,
        "batches": list(batches),
    }


def _pact_document(one: Standing) -> Document:
    pact, settled = one.pact, one.settled
    return {
        "name": pact.name,
        "mine": pact.mine,
        "theirs": pact.theirs,
        "settled": settled.value if settled else None,
    }


def _encounter(desk: Desk, seen: Debrief, line: Line) -> Document:
    met, person = line.met, line.person
    who = {"id": person.id, "name": person.name} if person else None
    waits = _is_awaited(desk, line)
    ready = person if seen.ends(line) and not waits else None
    whose = person.id if person else PersonId("")
    return {
        "number": line.number,
        "text": line.captured.text,
        "fate": line.fate.value,
        "person": who,
        "perhaps": [{"id": one.id, "name": one.name} for one in line.perhaps],
        "listed": line.listed,
        "name": met.name,
        "company": met.company,
        "role": met.role,
        "topics": list(met.topics),
        "promises": [
            {"by": one.by.value, "what": one.text, "due": one.due.isoformat() if one.due else None}
            for one in _promised(line, whose, desk.reference.deeds)
        ],
        "next": {
            "what": met.next.what,
            "date": met.next.day.isoformat() if met.next.day else None,
        }
        if met.next
        else None,
        "contact": {
            key: value for key in ("email", "phone", "url") if (value := getattr(met.contact, key))
        },
        "draft": following_up(desk, ready.id).moment.value if ready else None,
        "awaited": waits,
    }
