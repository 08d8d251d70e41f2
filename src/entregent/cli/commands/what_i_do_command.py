"""`what-i-do`: what to answer when somebody asks what I do."""

from entregent import bootstrap
from entregent.cli.face import Face
from entregent.cli.grammar import option, verb
from entregent.cli.values import Worded
from entregent.drafts.brief import Voice
from entregent.drafts.what_i_do import SECONDS, Audience, SelfTold
from entregent.services.self_telling import WhatIDo, what_i_do


@verb(
    "what-i-do",
    option("--audience", type=Worded("audience", tuple(Audience))),
    option("--seconds", type=Worded("seconds", [str(length) for length in SECONDS])),
    option("--address", type=Worded("address", ("tu", "vous")), default="vous"),
)
def command(face: Face, audience: str | None, seconds: str | None, address: str) -> int:
    """Say what I do, for three audiences, in 10, 30 and 60 seconds."""
    voice = Voice(address) if face.speech.lang == "fr" else Voice.CASUAL
    with face.desk(writing=False) as desk:
        told = what_i_do(desk, bootstrap.catalogue(), voice)
    chosen = [
        one
        for one in told.answers
        if audience in (None, one.audience) and seconds in (None, str(one.seconds))
    ]
    if face.as_json:
        face.give(_document(face, chosen, told))
        return 0 if chosen else 1
    _show(face, chosen, told)
    return 0 if chosen else 1


def _show(face: Face, chosen: list[SelfTold], told: WhatIDo) -> None:
    paper = face.paper()
    heard = None
    for one in chosen:
        if one.audience != heard:
            paper.heading(face.say(f"telling.{one.audience}"))
            heard = one.audience
        paper.label(face.say("telling.lasts", n=one.seconds))
        paper.letter(one.text)
    if not chosen:
        paper.write(face.say("telling.nothing"))
    if told.foreign == "some":
        paper.air()
        paper.write(face.say("telling.foreign"))
    if told.missing:
        paper.air()
        words = face.speech.list([face.say(f"telling.missing.{what}") for what in told.missing])
        paper.write(face.say("telling.fuller", what=words))
    face.show(paper)


def _document(face: Face, chosen: list[SelfTold], told: WhatIDo) -> dict[str, object]:
    return {
        "language": face.speech.lang,
        "answers": [
            {
                "audience": one.audience,
                "seconds": one.seconds,
                "lasts": one.lasts,
                "text": one.text,
            }
            for one in chosen
        ],
        "missing": list(told.missing),
    }
