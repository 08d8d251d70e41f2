"""What was understood of a free phrase, said back so that it can be put right."""

from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.domain.facts import Detail, Fact, Position, Tied, Worked
from entregent.services.people import Added


def taken_in(face: Face, added: Added) -> Paper:
    """Lay out the new person with what is now known of them."""
    paper = face.paper()
    paper.write(face.say("add.done", name=added.person.name), touch=Touch.STRONG)
    paper.pairs([row for fact in added.facts for row in rows(face, fact)])
    paper.air()
    paper.write(face.say("add.correct", name=added.person.name), touch=Touch.SOFT)
    return paper


def rows(face: Face, fact: Fact) -> list[tuple[str, str]]:
    """Return a fact as labels and their texts."""
    match fact:
        case Detail(said=said, value=value):
            return [(face.say(f"said.{said}"), value)]
        case Position(company=company, title=title):
            return [
                (face.say("said.company"), company),
                (face.say("said.title"), title),
            ]
        case Worked(company=company):
            return [(face.say("said.worked"), company)]
        case Tied(context=context, address=address, closeness=closeness):
            words = [face.say(f"word.{word}") for word in (context, address, closeness) if word]
            return [(face.say("said.tie"), ", ".join(words))]
    return []
