"""Scenes to rehearse, as the terminal shows them, and as JSON."""

from collections.abc import Mapping, Sequence

from entregent.cli.face import Face
from entregent.cli.json_shapes import Document
from entregent.cli.paper import Paper, Touch
from entregent.coach.plays import Text
from entregent.coach.rehearsal import Choice, End, Rehearsal, Turn, Walk
from entregent.coach.tables import Flaw
from entregent.locale.languages import Language


def show_list(
    face: Face, known: Sequence[Rehearsal], titles: Mapping[str, Text], *, unheard: str = ""
) -> None:
    """Show the scenes there are, under the `titles` of their situations.

    `unheard` is what was asked for and has no scene.
    """
    language = _language(face)
    if face.as_json:
        face.give({"rehearsals": [head(face, one) for one in known]})
        return
    paper = face.paper()
    paper.write(face.say("event.rehearse.none" if unheard else "event.rehearse.all"))
    situation = ""
    for one in known:
        if one.situation != situation:
            situation = one.situation
            paper.air()
            paper.across(situation, titles[situation][language])
        shown = {"title": one.title[language], "mode": face.say(f"event.rehearse.mode.{one.mode}")}
        paper.write(face.say("event.rehearse.scene", **shown), indent=2, lead=f"{one.number}  ")
    face.show(paper)


def show(face: Face, rehearsal: Rehearsal, walked: Walk, picks: Sequence[int]) -> None:
    """Show a scene as far as one went."""
    if face.as_json:
        face.give(document(face, rehearsal, walked))
        return
    paper = face.paper()
    _write_opening(paper, face, rehearsal)
    for turn, choice in walked.passed:
        _write_turn(paper, face, turn)
        paper.write(_quoted(face, choice), lead="→ ", indent=2, touch=Touch.STRONG)
    if isinstance(walked.at, Turn):
        _write_turn(paper, face, walked.at)
        _write_choices(paper, face, walked.at)
        paper.air()
        done = ",".join(map(str, (*picks, 1)))
        told = {"situation": rehearsal.situation, "scene": rehearsal.number, "picks": done}
        paper.write(face.say("event.rehearse.go-on", **told), touch=Touch.SOFT)
    else:
        _write_end(paper, face, walked.at)
    face.show(paper)


def show_step(face: Face, rehearsal: Rehearsal, walked: Walk) -> None:
    """Show where one stands in a scene played at the terminal; at first, its setting too."""
    paper = face.paper()
    if not walked.passed:
        _write_opening(paper, face, rehearsal)
    if isinstance(walked.at, Turn):
        _write_turn(paper, face, walked.at)
        _write_choices(paper, face, walked.at)
    else:
        _write_end(paper, face, walked.at)
    face.show(paper)
    face.show(face.paper())


def show_tried(face: Face, rehearsal: Rehearsal | None, flaws: Sequence[Flaw]) -> None:
    """Show what is wrong with a scene's file."""
    said = [face.say(f"error.{flaw.key}", **flaw.details) for flaw in flaws]
    if face.as_json:
        code = rehearsal.code if rehearsal else None
        face.give({"code": code, "flaws": said})
        return
    paper = face.paper()
    for sentence in said:
        paper.write(sentence, lead="– ")
    if rehearsal:
        paper.write(face.say("event.rehearse.works", code=rehearsal.code))
    face.show(paper)


def head(face: Face, rehearsal: Rehearsal) -> Document:
    """Return what a scene is about."""
    language = _language(face)
    return {
        "code": rehearsal.code,
        "situation": rehearsal.situation,
        "scene": rehearsal.number,
        "mode": rehearsal.mode.value,
        "address": rehearsal.address.value,
        "title": rehearsal.title[language],
        "setting": rehearsal.setting[language],
    }


def document(face: Face, rehearsal: Rehearsal, walked: Walk) -> Document:
    """Return a scene whole, with the turns passed and where one stands: `now`, or `end`."""
    language = _language(face)
    return {
        **head(face, rehearsal),
        "passed": [
            {"text": turn.text[language], "choice": _choice(choice, language)}
            for turn, choice in walked.passed
        ],
        "now": _turn(walked.at, language) if isinstance(walked.at, Turn) else None,
        "end": _end(walked.at, language) if isinstance(walked.at, End) else None,
        "turns": [_turn(one, language) for one in rehearsal.turns],
        "ends": [_end(one, language) for one in rehearsal.ends],
    }


def _turn(turn: Turn, language: Language) -> Document:
    choices = [_choice(one, language) for one in turn.choices]
    return {"name": turn.name, "text": turn.text[language], "choices": choices}


def _choice(choice: Choice, language: Language) -> Document:
    return {"text": choice.text[language], "said": choice.way == "said", "to": choice.to}


def _end(end: End, language: Language) -> Document:
    return {"name": end.name, "text": end.text[language], "otherwise": end.otherwise[language]}


def _write_opening(paper: Paper, face: Face, rehearsal: Rehearsal) -> None:
    paper.heading(rehearsal.title[_language(face)])
    paper.write(rehearsal.setting[_language(face)], touch=Touch.SOFT)


def _write_end(paper: Paper, face: Face, end: End) -> None:
    paper.air()
    paper.write(end.text[_language(face)])
    paper.label(face.say("event.rehearse.otherwise"))
    paper.write(end.otherwise[_language(face)])


def _write_turn(paper: Paper, face: Face, turn: Turn) -> None:
    paper.air()
    paper.write(turn.text[_language(face)])


def _write_choices(paper: Paper, face: Face, turn: Turn) -> None:
    paper.air()
    for number, choice in enumerate(turn.choices, 1):
        paper.write(_quoted(face, choice), lead=f"{number}  ", indent=2)


def _quoted(face: Face, choice: Choice) -> str:
    """Return what one says between quotation marks, and what one does without."""
    text = choice.text[_language(face)]
    return face.say("event.rehearse.say", text=text) if choice.way == "said" else text


def _language(face: Face) -> Language:
    return "en" if face.speech.lang == "en" else "fr"
