"""What partners tell one another and the plan it makes, on a sheet and as JSON."""

from collections.abc import Iterable, Iterator, Sequence

from entregent.cli import json_shapes as shapes
from entregent.cli.face import Face
from entregent.cli.paper import Paper, Touch
from entregent.coach.team.plan import Introduction, Task
from entregent.domain.ids import BatchId
from entregent.domain.partners import Named, PartnerFile, Share
from entregent.domain.reading import Problem
from entregent.domain.words import Address
from entregent.services.events.partnering import Aside, Team
from entregent.services.events.sharing import Taken

_FIRST = 2
"""Names said aloud in one breath."""


# --- what leaves, what came --------------------------------------------------------------------


def share_sheet(face: Face, file: PartnerFile) -> Paper:
    """Return all that would leave, and that nothing else would."""
    paper, share = face.paper(), file.share
    paper.write(face.say("event.partner.leaves"), touch=Touch.STRONG)
    paper.air()
    told = [
        ("event", face.say("event.partner.at", event=file.event, day=file.day)),
        ("name", share.name),
        ("seeks", face.speech.list(share.seeks)),
        ("meets", _names(face, share.meets)),
        ("knows", _names(face, share.knows)),
        ("presents", _names(face, share.presents)),
    ]
    paper.pairs([(face.say(f"event.partner.field.{name}"), text) for name, text in told])
    paper.air()
    paper.write(face.say("event.partner.nothing-else"), touch=Touch.SOFT)
    return paper


def share_document(
    file: PartnerFile, batch: BatchId | None, written: Sequence[str]
) -> shapes.Document:
    """Return what leaves, and where it was written."""
    event = {"name": file.event, "day": file.day.isoformat()}
    return {"event": event, **_share(file.share), "written": list(written), "batch": batch}


def taken_sheet(face: Face, taken: Taken, problems: Iterable[Problem]) -> Paper:
    """Return whose files were taken in, and what is wrong with the others."""
    paper = face.paper()
    for file in taken.files:
        share = file.share
        paper.label(share.name)
        if share.seeks:
            seeks = face.speech.list(share.seeks)
            paper.letter(face.say("event.partner.seeks", seeks=seeks))
        paper.letter(face.say(f"event.partner.{'sealed' if file.sealed else 'unsealed'}-theirs"))
        if file.left_out:
            paper.letter(face.say("event.partner.left-out"))
    for problem in problems:
        paper.air()
        paper.write(_problem(face, problem))
    if taken.files:
        paper.air()
        paper.pairs([(face.say("event.partner.see-plan"), "entregent event partner")], indent=0)
    return paper


def taken_document(face: Face, taken: Taken, problems: Iterable[Problem]) -> shapes.Document:
    """Return the shares taken in, and the problems in words."""
    return {
        "batch": taken.batch,
        "read": [
            {"file": file.id, "written": file.written, **_share(file.share), "sealed": file.sealed}
            for file in taken.files
        ],
        "problems": [
            {"where": problem.where, "what": _problem(face, problem), "code": problem.what}
            for problem in problems
        ],
    }


def _problem(face: Face, problem: Problem) -> str:
    from entregent.locale.wording import error_sentence

    said = error_sentence(face.speech, problem.what, problem.details)
    return said if problem.where in said else f"{problem.where}: {said}"


def _share(share: Share) -> shapes.Document:
    return {
        "name": share.name,
        "seeks": list(share.seeks),
        "meets": [_guest(one) for one in share.meets],
        "knows": [_guest(one) for one in share.knows],
        "presents": [_guest(one) for one in share.presents],
    }


# --- the plan ----------------------------------------------------------------------------------


def plan_sheet(face: Face, team: Team, address: str) -> Paper:
    """Return who goes to whom, whom to think of, and what to say to each other."""
    paper, made = face.paper(), team.plan
    names = [share.name or face.say("event.partner.you") for share in made.partners]
    paper.write(
        face.say("event.partner.title", event=team.event.name, day=team.event.day, names=names),
        touch=Touch.STRONG,
    )
    if not made.tasks:
        paper.air()
        paper.write(face.say("event.partner.no-task"))
    for name in _from_me(team):
        if tasks := made.of(name):
            mine = name == team.me
            key = "event.partner.for-you" if mine else "event.partner.for"
            paper.label(face.say(key, who=name))
            for task in tasks:
                paper.write(_called(task.guest), indent=2)
                paper.write(_why(face, team, task), indent=4, touch=Touch.SOFT)
    presented: list[Introduction | Aside] = [*team.introductions, *team.asides]
    if presented:
        paper.label(face.say("event.partner.introductions"))
    for one in presented:
        paper.write(_introduction(face, team, one), indent=2)
    paper.label(face.say("event.partner.to-say"))
    for line in _spoken(face, team, address):
        paper.write(face.say("event.partner.quoted", line=line), indent=2)
    _notes(paper, face, team)
    return paper


def plan_document(face: Face, team: Team, address: str) -> shapes.Document:
    """Return the plan: names and words, the same for every partner but for `mine` and `asides`."""
    made = team.plan
    return {
        "event": {"name": team.event.name, "day": team.event.day.isoformat()},
        "me": team.me,
        "shared": team.shared == "yes",
        "partners": [{"name": one.name, "seeks": list(one.seeks)} for one in made.partners],
        "plan": [
            {
                "guest": _guest(task.guest),
                "by": task.by,
                "mine": task.by == team.me,
                "code": task.why.value,
                "because": _why(face, team, task),
                "for": list(task.others),
            }
            for task in made.tasks
        ],
        "introductions": [_presented(face, team, one) for one in team.introductions],
        "asides": [_presented(face, team, one) for one in team.asides],
        "say": list(_spoken(face, team, address)),
        "unsealed": list(team.unsealed),
    }


def _presented(face: Face, team: Team, one: Introduction | Aside) -> shapes.Document:
    return {
        "guest": _guest(one.guest),
        "by": one.by if isinstance(one, Introduction) else team.me,
        "for": one.to,
        "seeks": one.seeks or None,
        "text": _introduction(face, team, one),
    }


def _from_me(team: Team) -> list[str]:
    """Return the partners' names, mine first."""
    return [team.me, *(one.name for one in team.plan.partners if one.name != team.me)]


def _why(face: Face, team: Team, task: Task) -> str:
    side = "me" if task.by == team.me else "them"
    return face.say(f"event.partner.why.{side}.{task.why}", who=task.by)


def _introduction(face: Face, team: Team, one: Introduction | Aside) -> str:
    """Return who thinks of whom when meeting a guest, as I read it."""
    values = {"guest": _called(one.guest), "to": one.to, "seeks": one.seeks}
    if isinstance(one, Aside):
        return face.say("event.partner.aside", **values)
    after = "-seeks" if one.seeks else ""
    if one.by == team.me:
        return face.say(f"event.partner.present{after}", **values)
    if one.to == team.me:
        return face.say(f"event.partner.presented{after}", by=one.by, **values)
    return face.say(f"event.partner.between{after}", by=one.by, **values)


def _spoken(face: Face, team: Team, address: str) -> Iterator[str]:
    """Yield what partners may say to each other before they go in, a breath each."""
    made = team.plan
    others = [name for name in _from_me(team) if name != team.me]
    if first := _to_begin(made.of(team.me)):
        yield face.say("event.partner.say.start", names=first)
    for name in others:
        if first := _to_begin(made.of(name)):
            called = next(iter(name.split()), name)
            yield face.say(f"event.partner.say.you-start.{address}", who=called, names=first)
    many = Address.VOUS if len(others) > 1 else address
    yield face.say(f"event.partner.say.bring.{many}")
    yield face.say("event.partner.say.meet-again")


def _to_begin(tasks: Sequence[Task]) -> list[str]:
    return [task.guest.name for task in tasks[:_FIRST]]


def _notes(paper: Paper, face: Face, team: Team) -> None:
    """Write what is to be known of the files that the plan rests on."""
    paper.air()
    if team.shared == "not-yet":
        paper.write(face.say("event.partner.share-first"), touch=Touch.SOFT)
    if team.unsealed:
        paper.write(
            face.say("event.partner.nobody-knows", names=list(team.unsealed)), touch=Touch.SOFT
        )


def _names(face: Face, some: Sequence[Named]) -> str:
    return face.speech.list([_called(one) for one in some])


def _called(one: Named) -> str:
    return f"{one.name} ({one.company})" if one.company else one.name


def _guest(one: Named) -> shapes.Document:
    return {"name": one.name, "company": one.company or None}
