"""`inbox`: what others ask of me, my measure, my answers, my card."""

from dataclasses import replace
from datetime import date
from typing import Any

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.files import read
from entregent.cli.grammar import Room, Verb, argument, flag, option
from entregent.cli.handful import tell
from entregent.cli.keys import ask_key, can_ask
from entregent.cli.names import Names
from entregent.cli.short import short
from entregent.cli.values import DAY, RESPONSE, Worded
from entregent.cli.views import inbox as view
from entregent.cli.views import inbox_json as documents
from entregent.domain.ids import RequestId
from entregent.domain.inbox import Capacity, Requested, Response
from entregent.domain.words import Kind
from entregent.drafts.brief import Medium
from entregent.ledger.inbox.requests import Open
from entregent.services import inbox as verbs
from entregent.services.desk import Desk
from entregent.services.inbox_reading import InboxReader, Nothing, Reading, Understood, keep
from entregent.services.meant import who
from entregent.services.ports import BookError

NOTHING = 1
"""Exit code: the message asks nothing."""
_KEYS = {"y": Response.YES, "l": Response.LATER, "n": Response.NO, "f": Response.FORWARD}
_NONE = frozenset({"none", "aucune", "aucun", "-"})
_ALL = frozenset({"all", "tout", "toutes"})


def _list(face: Face, *, why: bool = False, answered: bool = False) -> int:
    """Show what waits for an answer; at a terminal, take one key a request."""
    with face.desk(writing=False) as desk:
        lines = verbs.inbox(desk)
        shown = [one for one in lines if answered or one.weighed]
        names = Names(desk)
        if face.as_json:
            told = [documents.line(one, face.speech, names) for one in shown]
            face.give({"today": desk.today.isoformat(), "requests": told})
            return 0
        face.show(view.sheet(face, shown, names, depth="all" if why else "first"))
    return _by_keys(face, lines) if can_ask(face) and not why and not answered else 0


def _by_keys(face: Face, lines: tuple[verbs.Line, ...]) -> int:
    """Ask for one key for each request that waits; Enter leaves it, `q` ends."""
    for one in lines:
        if not isinstance(one.request, Open):
            continue
        key = ask_key(face.say("inbox.key", number=one.number), (*_KEYS, "q"))
        if key == "q":
            break
        if key:
            _answer(face, one.asked.request, _KEYS[key], until=None, channel="email")
    return 0


def _add(face: Face, person: str, kind: str, text: tuple[str, ...], **values: Any) -> int:  # noqa: ANN401 - click's
    """Keep what somebody asked of me."""
    with face.desk(writing=True) as desk:
        asker = who(desk, person)
        other = who(desk, values["target"]).id if values["target"] else None
        told = Requested(
            asker.id,
            values["on"] or desk.today,
            Kind(kind),
            RequestId(""),
            " ".join(text),
            other,
            values["company"] or "",
            values["by"],
        )
        kept, batch = verbs.add(desk, told)
        names = Names(desk)
        if face.as_json:
            face.give({"batch": batch, "request": documents.asked(kept, names)})
            return 0
        _show_one(face, desk, kept, names)
    return 0


def _show_one(face: Face, desk: Desk, kept: Requested, names: Names) -> None:
    """Show a request just kept, weighed, and how to answer it."""
    found = verbs.line(verbs.inbox(desk), kept.request)
    paper = face.paper()
    paper.write(face.say("inbox.kept", name=names.full(kept.person)))
    paper.air()
    view.request(paper, face, found, names, depth="first")
    paper.air()
    paper.write(face.say("inbox.how", number=found.number))
    face.show(paper)


def _read(face: Face, file: str, *, kept: bool, **values: Any) -> int:  # noqa: ANN401 - click's
    """Say what a message asks; keep it when I confirm."""
    letter = bootstrap.letter(read(file))
    with face.desk(writing=kept) as desk:
        kind = Kind(values["kind"]) if values["kind"] else None
        found = InboxReader(desk, bootstrap.catalogue()).read(letter, kind)
        found = _corrected(desk, found, kind, values)
        if isinstance(found, Nothing) or not kept:
            return _told(face, found, file, values)
        sender = who(desk, values["sender"]) if values["sender"] else None
        request, _, batch = keep(desk, found, sender)
        names = Names(desk)
        if face.as_json:
            document = {"batch": batch, "kept": documents.asked(request, names)}
            face.give(documents.reading(found) | document)
        else:
            _show_one(face, desk, request, names)
    return 0


def _corrected(desk: Desk, found: Reading, kind: Kind | None, values: dict[str, Any]) -> Reading:
    """Return what was understood, with what I said myself in its place."""
    if isinstance(found, Nothing):
        return found
    other = who(desk, values["target"]) if values["target"] else found.other
    sender = who(desk, values["sender"]) if values["sender"] else found.person
    if not values["target"] and other and sender and other.id == sender.id:
        other = None
    by: date | None = values["by"] or found.by
    company = values["company"] or found.company
    return replace(
        found, kind=kind or found.kind, other=other, person=sender, by=by, company=company
    )


def _told(face: Face, found: Reading, file: str, values: dict[str, Any]) -> int:
    """Show what was understood, and ask for a key where somebody can press one."""
    if face.as_json:
        face.give(documents.reading(found) | {"batch": None, "kept": None})
        return NOTHING if isinstance(found, Nothing) else 0
    if isinstance(found, Nothing):
        face.line(f"inbox.nothing.{found.why}")
        return NOTHING
    paper = view.understood(face, found)
    asks = can_ask(face) and file != "-" and (found.person or found.writer.name)
    if not asks:
        paper.air()
        paper.write(face.say(_next(found)))
    face.show(paper)
    if asks and ask_key(face.say("inbox.keep-it"), ("y", "o")):
        return _read(face, file, kept=True, **values)
    return 0


def _next(found: Understood) -> str:
    known = found.person is not None or found.writer.name
    return "inbox.to-keep" if known else "inbox.to-keep-from"


def _answer(
    face: Face, number: str, response: Response, *, until: date | None, channel: str
) -> int:
    """Note an answer and show its message; nothing is sent."""
    choice = verbs.Choice(response, until, Medium(channel))
    with face.desk(writing=True) as desk:
        catalogue = bootstrap.catalogue()
        given = verbs.answer(desk, number, choice, catalogue=catalogue, lang=face.speech.lang)
        names = Names(desk)
        if face.as_json:
            face.give(documents.answer(given, names))
            return 0
    from entregent.cli.views.draft import sheet

    said = [face.say(f"inbox.noted.{response}", name=given.reader.name, until=given.fact.until)]
    if given.begins:
        said.append(_how_to_begin(face, given.asked, names))
    face.show(sheet(face, given.draft, given.reader, said))
    return 0


def _how_to_begin(face: Face, asked: Requested, names: Names) -> str:
    """Say the command that begins the introduction I said yes to."""
    other = names.full(asked.other) if asked.other else face.say("inbox.begin.somebody")
    who = names.full(asked.person)
    return face.say("inbox.begin", who=who, other=other, request=short(asked.request))


def _capacity(face: Face, measure: tuple[str, ...]) -> int:
    """Show my measures, or set one."""
    if not measure:
        with face.desk(writing=False) as desk:
            said = verbs.capacities(desk)
        if face.as_json:
            face.give({"capacity": [documents.capacity(one) for one in said]})
        else:
            face.show(view.measures(face, said))
        return 0
    kind, most, text = _measure(measure)
    with face.desk(writing=True) as desk:
        fact, batch = verbs.set_capacity(desk, kind, most, text)
    return tell(face, batch, [fact], _measure_key(fact), what=_what(face, kind))


def _what(face: Face, kind: Kind | None) -> str:
    return face.say(f"kind.{kind}") if kind else face.say("kind.all")


def _measure_key(fact: Capacity) -> str:
    if fact.most is None:
        return "inbox.measure-gone"
    return "inbox.measure-kept" if fact.most else "inbox.measure-none"


def _measure(words: tuple[str, ...]) -> tuple[Kind | None, int | None, str]:
    """Read `[KIND] N [WORDS]`; `none` for N takes a measure back."""
    kinds = {kind.value: kind for kind in Kind}
    first = words[0].casefold()
    named = first in kinds or first in _ALL
    rest = words[1:] if named else words
    number = rest[0] if rest else ""
    if not (number.isdecimal() and number.isascii()) and number.casefold() not in _NONE:
        raise BookError("inbox.measure", value=number or words[0])
    most = None if number.casefold() in _NONE else min(int(number[:9]), 10**6)
    return kinds.get(first) if named else None, most, " ".join(" ".join(rest[1:]).split())


def _card(face: Face, *, short_form: bool) -> int:
    """Show how I like to be asked, to paste in a signature or a profile."""
    from entregent.cli.views.inbox_card import document, sheet
    from entregent.services.inbox_cards import card

    with face.desk(writing=False) as desk:
        mine = card(desk)
    if face.as_json:
        face.give(document(face, mine))
    else:
        face.show(sheet(face, mine, form="short" if short_form else "long"))
    return 0


_KIND = Worded("kind", tuple(Kind))
_ABOUT = (
    option("--for", "target", value="person"),
    option("--company", value="company"),
    option("--by", type=DAY, value="day"),
)

command = Room(
    "inbox",
    _list,
    [
        Verb("list", [flag("--why"), flag("--answered")], _list),
        Verb(
            "add",
            [
                argument("person"),
                argument("kind", type=_KIND),
                argument("text", nargs=-1, required=False),
                *_ABOUT,
                option("--on", type=DAY, value="day"),
            ],
            _add,
        ),
        Verb(
            "read",
            [
                argument("file"),
                option("--from", "sender", value="person"),
                option("--kind", type=_KIND, value="kind"),
                *_ABOUT,
                option("--keep", "kept", is_flag=True),
            ],
            _read,
        ),
        Verb(
            "answer",
            [
                argument("number"),
                argument("response", type=RESPONSE),
                option("--until", type=DAY, value="day"),
                option("--channel", type=Worded("channel", tuple(Medium)), default="email"),
            ],
            _answer,
        ),
        Verb("capacity", [argument("measure", nargs=-1, required=False)], _capacity),
        Verb("card", [option("--short", "short_form", is_flag=True)], _card),
    ],
)
