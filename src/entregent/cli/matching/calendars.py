"""Somebody's meetings for their calendar program."""

from entregent.bootstrap import matching
from entregent.cli.face import Face
from entregent.cli.matching.pages import Agenda, Date
from entregent.services.matching.hours import Hours, Timed


def calendar(face: Face, agenda: Agenda, hours: Hours) -> bytes:
    """Return the calendar file."""
    return matching.calendar(
        (_timed(face, agenda, one) for one in agenda.dates),
        name=face.say("match.page-day", day=hours.day),
        lang=face.speech.lang,
        written=face.speech.today,
    )


def _timed(face: Face, agenda: Agenda, one: Date) -> Timed:
    hours, both = agenda.hours, sorted((agenda.who.id, one.other.id))
    company = f" ({one.other.company})" if one.other.company else ""
    return Timed(
        "\n".join((hours.day.isoformat(), *both)),
        hours.day,
        hours.minute(one.slot),
        hours.minutes,
        one.other.name + company,
        face.say("match.page-table", table=one.table),
        "\n".join(one.why),
    )
