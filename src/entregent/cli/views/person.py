"""A person as a card one could have written by hand, sources in the margin."""

from collections.abc import Iterator
from datetime import date

from entregent.cli.face import Face
from entregent.cli.names import Names
from entregent.cli.paper import Paper, Touch
from entregent.cli.views.people import job
from entregent.cli.views.understood import rows
from entregent.domain.facts import (
    DEEDS,
    Boundary,
    Busy,
    Detail,
    Discreet,
    Encounter,
    Entry,
    LeftOut,
    Need,
    Offer,
    Position,
    Source,
    Worked,
)
from entregent.domain.people import Person, Tie
from entregent.domain.text import capital
from entregent.domain.upkeep import Kept, Lead, LeadEnded, Promised, Rhythm
from entregent.domain.words import Said
from entregent.locale.wording import month_words, place_words
from entregent.services.backgrounds import Background
from entregent.services.dossiers import Dossier

_ENCOUNTERS = 5
_LABEL = 14
_QUIET = frozenset({Said.NAME, Said.GIVEN, Said.FAMILY, Said.OTHER})


def portrait(face: Face, known: Dossier, names: Names, today: date) -> Paper:
    """Lay out everything known of somebody."""
    paper = face.paper()
    mine = known.person.id == names.owner
    name = known.person.name or face.say("me.unnamed")
    paper.across(name, job(known.person, today))
    if known.tie:
        paper.write(_tie(face, known.tie), indent=2)
    _card(paper, face, known)
    _told(paper, face, known.background)
    _lived(paper, face, known)
    _met(paper, face, known, names)
    _knows(paper, face, known.known_to)
    _colleagues(paper, face, known.background)
    paper.air()
    key = "me.next" if mine else "show.next"
    paper.write(face.say(key, name=name), touch=Touch.SOFT)
    return paper


def _tie(face: Face, tie: Tie) -> str:
    words = [face.say(f"word.{word}") for word in (tie.context, tie.address, tie.closeness) if word]
    if tie.since:
        words.append(face.say("show.since", since=month_words(face.speech, tie.since)))
    if tie.last:
        words.append(face.say("show.last", last=tie.last))
    return capital(", ".join(words))


def _card(paper: Paper, face: Face, known: Dossier) -> None:
    """Write what the sources say of the person, each value once with all its sources."""
    said: dict[tuple[str, str], list[str]] = {}
    for entry in known.entries:
        for label, value in _portrait_rows(face, entry):
            where = _source(face, entry.source)
            sources = said.setdefault((label, value), [])
            if where not in sources:
                sources.append(where)
    if said:
        paper.label(face.say("show.known"))
        for (label, value), sources in said.items():
            paper.pairs([(label.ljust(_LABEL), value)])
            paper.write(", ".join(sources), indent=_LABEL + 4, touch=Touch.SOFT)


def _told(paper: Paper, face: Face, background: Background) -> None:
    """Write what companies tell, each with what tells it."""
    rows = [
        (face.say("said.position"), one.company, face.say("show.from-address", address=one.address))
        for one in background.addressed
    ]
    for company, sector in background.sectors:
        name = sector.called(face.speech.lang)
        where = face.say("show.from-table", company=company)
        rows.append((face.say("said.sector"), name, where))
    for label, value, where in rows:
        paper.pairs([(label.ljust(_LABEL), value)])
        paper.write(where, indent=_LABEL + 4, touch=Touch.SOFT)


def _portrait_rows(face: Face, entry: Entry) -> Iterator[tuple[str, str]]:
    fact = entry.fact
    if entry.extra.get("removed"):
        return
    match fact:
        case Detail(said=said) if said not in _QUIET:
            yield from rows(face, fact)
        case Detail(said=Said.NAME, value=value):
            yield face.say("said.name"), value
        case Position(company=company, title=title):
            years = _years(fact)
            yield face.say("said.position"), ", ".join(filter(None, (title, company, years)))
        case Worked():
            yield from rows(face, fact)


def _years(held: Position) -> str:
    if held.start is None and held.end is None:
        return ""
    return f"{held.start or '…'} – {held.end or '…'}"


def _source(face: Face, where: Source) -> str:
    if not where.file:
        return face.say(f"origin.{where.origin}")
    file = where.file.rpartition("/")[2]
    return f"{file} {place_words(face.speech, where.record)}".strip()


def _lived(paper: Paper, face: Face, known: Dossier) -> None:
    """Write needs, offers, boundaries, and the ledger's facts, in the order they came."""
    lines = [line for entry in known.entries for line in _line(face, entry)]
    if lines:
        paper.label(face.say("show.lived"))
        for line in lines:
            paper.write(line, indent=2, lead="· ")


def _line(face: Face, entry: Entry) -> Iterator[str]:
    fact = entry.fact
    match fact:
        case Need(text=text):
            yield face.say("fact.need", text=text)
        case Offer(text=text):
            yield face.say("fact.offer", text=text)
        case Boundary(kinds=kinds, until=until):
            what = [face.say(f"kind.{kind}") for kind in sorted(kinds)] or [face.say("kind.all")]
            yield face.say(
                "fact.boundary-until" if until else "fact.boundary", what=what, until=until
            )
        case Busy(start=start, end=end):
            yield face.say("fact.busy", start=start, end=end)
        case LeftOut():
            yield face.say("fact.left-out")
        case Discreet():
            yield face.say("fact.discreet")
        case _ if isinstance(fact, DEEDS):
            yield _deed(face, fact)
        case _:
            yield from _kept_up(face, fact)


def _kept_up(face: Face, fact: object) -> Iterator[str]:
    """Yield what keeps help going both ways: promises, rhythms, ideas."""
    match fact:
        case Promised(on=on, text=text, by=by, due=due):
            key = f"fact.promised-{by}"
            yield face.say(f"{key}-due" if due else key, on=on, text=text, due=due)
        case Kept(on=on, text=text, by=by):
            yield face.say(f"fact.kept-{by}", on=on, text=text)
        case Rhythm(on=on, days=days):
            yield face.say("fact.rhythm" if days else "fact.rhythm-none", on=on, n=days)
        case Lead(on=on):
            words = dict.fromkeys((fact.text, fact.company, fact.sector))
            yield face.say("fact.lead", on=on, text=" · ".join(filter(None, words)))
        case LeadEnded(on=on, text=text) if text:
            yield face.say("fact.lead-ended", on=on, text=text)
        case _:
            pass


def _deed(face: Face, fact: object) -> str:
    """Return a line of the ledger with its day."""
    name = type(fact).__name__.lower()
    values = {slot: getattr(fact, slot, "") for slot in ("on", "text")}
    kind, reply = getattr(fact, "kind", None), getattr(fact, "reply", None)
    values["kind"] = face.say(f"kind.{kind}.a") if kind else ""
    values["reply"] = face.say(f"reply.{reply}") if reply else ""
    key = f"fact.{name}-for" if name == "asked" and values["text"] else f"fact.{name}"
    return face.say(key, **values)


def _met(paper: Paper, face: Face, known: Dossier, names: Names) -> None:
    if not known.encounters or known.person.id == names.owner:
        return
    paper.label(face.say("show.encounters"))
    shown = known.encounters[:_ENCOUNTERS]
    for met, _ in shown:
        paper.write(_encounter(face, met, names), indent=2, lead="· ")
    left = known.encounter_count - len(shown)
    if left > 0:
        paper.write(face.say("show.more-encounters", n=left), indent=4, touch=Touch.SOFT)


def _encounter(face: Face, met: Encounter, names: Names) -> str:
    side = "by-me" if met.person == names.owner else "by-them"
    what = face.say(f"channel.{met.channel}.{side}")
    details = ", ".join(filter(None, (met.where, met.note)))
    day = face.speech.date(met.on)
    told = f" ({details})" if details else ""
    return face.say("show.encounter", day=day, what=what) + told


def _colleagues(paper: Paper, face: Face, background: Background) -> None:
    """Write who was in the same place at the same time, and may know them."""
    if not background.colleagues:
        return
    paper.label(face.say("show.colleagues"))
    for one in background.colleagues[:_ENCOUNTERS]:
        years = sorted({one.start.year, one.end.year})
        when = "–".join(map(str, years))
        said = face.say("show.colleague", company=one.company, when=when)
        paper.write(f"{one.person.name}, {said}", indent=2, lead="· ")
    left = len(background.colleagues) - _ENCOUNTERS
    if left > 0:
        paper.write(face.say("show.more-colleagues", n=left), indent=4, touch=Touch.SOFT)


def _knows(paper: Paper, face: Face, known_to: tuple[tuple[Person, Tie], ...]) -> None:
    if known_to:
        others = [other.name for other, _ in known_to]
        paper.air()
        paper.write(face.say("show.knows", names=others))
