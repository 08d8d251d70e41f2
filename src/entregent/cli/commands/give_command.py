"""`give`: whom I can do something for, the message for it, and what I did already."""

from datetime import date
from pathlib import Path

from entregent import bootstrap
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import Open, Verb, argument, flag, option
from entregent.cli.handful import tell
from entregent.cli.names import Names
from entregent.cli.short import short
from entregent.cli.values import DAY, Worded
from entregent.drafts.brief import Draft, Medium
from entregent.ledger.gift import Gift, What
from entregent.locale.wording_giving import gift_sentence
from entregent.services import giving
from entregent.services.desk import Desk
from entregent.services.gift_letters import write
from entregent.services.meant import who


def _list(face: Face, person: tuple[str, ...], *, every: bool) -> int:
    with face.desk(writing=False) as desk:
        chosen = who(desk, " ".join(person)) if person else None
        found = giving.giving(desk)
        names = Names(desk, found.known.situation.people)
        numbered = [
            (number, one)
            for number, one in enumerate(found.items, start=1)
            if chosen is None or chosen.id in (one.person, one.other)
        ]
        if face.as_json:
            items = [_item(face, found, one, names) for _, one in numbered]
            face.give({"today": desk.today.isoformat(), "items": items})
            return 0
    from entregent.cli.views.give import page

    face.show(page(face, numbered, names, chosen, most=None if every or chosen else _CALM))
    return 0


def _item(face: Face, found: giving.Giving, one: Gift, names: Names) -> shapes.Document:
    return {
        "what": one.what.value,
        "person": shapes.named(names, one.person),
        "other": shapes.named(names, one.other) if one.other else None,
        "date": one.on.isoformat(),
        "text": gift_sentence(face.speech, one, names),
        "key": one.suggestion.key,
        "draft": shapes.draft(_letter(face, found, one, Medium.EMAIL)),
    }


def _letter(face: Face, found: giving.Giving, one: Gift, medium: Medium) -> Draft:
    catalogue, lang = bootstrap.catalogue(), face.speech.lang
    return write(found.known, one, medium=medium, catalogue=catalogue, lang=lang)


def _draft(face: Face, item: str, channel: str, out: str | None) -> int:
    with face.desk(writing=False) as desk:
        found = giving.giving(desk)
        one = giving.pick(found.items, item)
        written = _letter(face, found, one, Medium(channel))
        reader, owner = who(desk, one.person), who(desk, "me")
        names = Names(desk)
    if out:
        from entregent.cli.eml import save

        save(Path(out), written, owner, reader)
    if face.as_json:
        face.give({**shapes.draft(written), "to": {"id": reader.id, "name": reader.name}})
        return 0
    from entregent.cli.views.draft import sheet

    told = [face.say("draft.written", path=out)] if out else []
    after = [*told, face.say("give.then", item=one.suggestion.key)]
    if one.other is not None and one.what is What.INTRODUCTION:
        sides = {"one": names.full(one.person), "other": names.full(one.other)}
        after.append(face.say("give.then-introduce", **sides))
    face.show(sheet(face, written, reader, after))
    return 0


def _done(face: Face, item: str) -> int:
    with face.desk(writing=True) as desk:
        one = _picked(desk, item)
        batch, fact = giving.did(desk, one)
        name = Names(desk).full(one.person)
    return tell(face, batch, [fact], "give.done", name=name, undo=short(batch))


def _snooze(face: Face, item: str, until: date | None) -> int:
    with face.desk(writing=True) as desk:
        one = _picked(desk, item)
        batch, fact = giving.snooze(desk, one, until)
        name = Names(desk).full(one.person)
    return tell(face, batch, [fact], "give.snoozed", name=name, until=fact.until)


def _let_go(face: Face, item: str) -> int:
    with face.desk(writing=True) as desk:
        one = _picked(desk, item)
        batch, fact = giving.let_go(desk, one)
        name = Names(desk).full(one.person)
    return tell(face, batch, [fact], "give.let-go", name=name)


def _picked(desk: Desk, item: str) -> Gift:
    return giving.pick(giving.giving(desk).items, item)


_CALM = 10
"""So many things are shown at once; the rest when asked for."""
_CHANNEL = Worded("channel", tuple(Medium))

command = Open(
    "give",
    [
        Verb("list", [argument("person", nargs=-1), flag("--all", "every")], _list),
        Verb(
            "draft",
            [
                argument("item"),
                option("--channel", type=_CHANNEL, default="email"),
                option("--out", value="file"),
            ],
            _draft,
        ),
        Verb("done", [argument("item")], _done),
        Verb("snooze", [argument("item"), option("--until", type=DAY, value="day")], _snooze),
        Verb("let-go", [argument("item")], _let_go),
    ],
    alone="list",
    otherwise="list",
)
