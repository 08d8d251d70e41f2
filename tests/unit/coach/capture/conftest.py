"""Lines typed on Tuesday 10 March 2026, read with the program's own words."""

from datetime import date

import pytest

from entregent.coach.capture.reading import understand
from entregent.coach.capture.said import By
from entregent.coach.capture.vocabulary import Vocabulary
from entregent.content import Content
from entregent.services.reference import Reference

TUESDAY = date(2026, 3, 10)


@pytest.fixture(scope="session")
def words():
    content = Content()
    tables = (
        content.template(f"vocabulary/{name}")
        for name in ("capture", "capture-names", "capture-known")
    )
    return Vocabulary.of(*tables, Reference(content).sectors)


@pytest.fixture
def read(words):
    """Read a line; a person is told by what is known of them, in few words."""

    def people(text, today=TUESDAY):
        return [_told(one) for one in understand(text, today, words).encounters]

    return people


@pytest.fixture
def one(read):
    def person(text, today=TUESDAY):
        (found,) = read(text, today)
        return found

    return person


def _told(one):
    told = {"name": one.name, "company": one.company, "role": one.role}
    told["topics"] = list(one.topics)
    told["me"] = [each.what for each in one.promises if each.by is By.ME]
    told["them"] = [each.what for each in one.promises if each.by is By.THEM]
    told["next"] = one.next and (one.next.what, one.next.day and one.next.day.isoformat())
    told["reach"] = [one.contact.email, one.contact.phone, one.contact.url]
    told["reach"] = list(filter(None, told["reach"]))
    return {name: value for name, value in told.items() if value}
