"""`doctor`: is the book whole, what does it hold, where does it lie."""

from entregent import bootstrap
from entregent.bootstrap.examining import Examined, examine
from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.grammar import verb
from entregent.cli.names import Names
from entregent.cli.paper import Touch
from entregent.domain.text import capital
from entregent.locale.wording import place_words, problem_sentence
from entregent.services.contradicting import Remark, remarks

WRONG = 1
"""Exit code: something is wrong with the book."""


@verb("doctor")
def command(face: Face) -> int:
    """Check the book; nothing is changed."""
    found = examine(bootstrap.book_place(face.options))
    wrong = [face.say(key, **values) if key else str(values["text"]) for key, values in found.wrong]
    unfit = _remarks(face, found)
    settings = str(bootstrap.settings_path())
    if face.as_json:
        face.give(
            {
                "well": found.well,
                "book": found.book,
                "there": found.there,
                "schema": found.schema,
                "counts": dict(found.counts),
                "wrong": wrong,
                "remarks": [told for _, told in unfit],
                "backups": list(found.backups),
                "settings": settings,
            }
        )
        return 0 if found.well else WRONG
    paper = face.paper()
    state = "well" if found.well else "unwell"
    paper.write(face.say(f"doctor.{state}" if found.there else "doctor.none"), touch=Touch.STRONG)
    for trouble in wrong:
        paper.write(trouble, indent=2, lead="· ")
    if unfit:
        paper.air()
        paper.write(face.say("doctor.remarks", n=len(unfit)))
    for line, _ in unfit:
        paper.write(line, indent=2, lead="· ")
    rows = [(face.say("doctor.book"), found.book), (face.say("doctor.schema"), found.schema)]
    rows += [(face.say(f"doctor.count.{name}"), str(n)) for name, n in found.counts.items()]
    rows += [(face.say("doctor.settings"), settings)]
    rows += [(face.say("doctor.backups"), ", ".join(found.backups) or face.say("doctor.no-backup"))]
    paper.air()
    paper.pairs(rows)
    face.show(paper)
    return 0 if found.well else WRONG


def _remarks(face: Face, found: Examined) -> list[tuple[str, shapes.Document]]:
    """Return what does not fit in a book that is whole, as a line and as JSON."""
    if not (found.there and found.well):
        return []
    with face.desk(writing=False) as desk:
        names = Names(desk)
        return [_remark(face, one, names) for one in remarks(desk)]


def _remark(face: Face, one: Remark, names: Names) -> tuple[str, shapes.Document]:
    text = capital(problem_sentence(face.speech, one.problem))
    places = (one.source.file, place_words(face.speech, one.source.record))
    where = ", ".join(filter(None, places))
    person = one.found.person
    document = {
        "code": one.found.what.value,
        "text": text,
        "person": shapes.named(names, person) if person else None,
        "date": str(one.found.on) if one.found.on else None,
        "source": shapes.source(one.source),
    }
    return (face.say("doctor.where", what=text, where=where) if where else text), document
