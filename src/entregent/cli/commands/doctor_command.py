"""`doctor`: is the book whole, what does it hold, where does it lie."""

from entregent import bootstrap
from entregent.bootstrap.examining import examine
from entregent.cli.face import Face
from entregent.cli.grammar import verb
from entregent.cli.paper import Touch

WRONG = 1
"""Exit code: something is wrong with the book."""


@verb("doctor")
def command(face: Face) -> int:
    """Check the book; nothing is changed."""
    found = examine(bootstrap.book_place(face.options))
    wrong = [face.say(key, **values) if key else str(values["text"]) for key, values in found.wrong]
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
    rows = [(face.say("doctor.book"), found.book), (face.say("doctor.schema"), found.schema)]
    rows += [(face.say(f"doctor.count.{name}"), str(n)) for name, n in found.counts.items()]
    rows += [(face.say("doctor.settings"), settings)]
    rows += [(face.say("doctor.backups"), ", ".join(found.backups) or face.say("doctor.no-backup"))]
    paper.air()
    paper.pairs(rows)
    face.show(paper)
    return 0 if found.well else WRONG
