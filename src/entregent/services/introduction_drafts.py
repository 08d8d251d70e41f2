"""The messages of an introduction: who reads them, what they may know, in which words."""

from dataclasses import dataclass
from typing import Literal

from entregent.domain.facts import Detail, Position
from entregent.domain.ids import PersonId
from entregent.domain.inbox import Party, Step
from entregent.domain.people import Person
from entregent.domain.portrait import portrait
from entregent.domain.words import Origin
from entregent.drafts.brief import Draft, Language, Recipient
from entregent.drafts.introducing import IntroductionBrief, Letter, Reader, letters, write
from entregent.drafts.introduction_letters import letter_for
from entregent.drafts.naming import tells
from entregent.ledger.introduction_states import Made, Sought
from entregent.ledger.introductions import Introduction, facing
from entregent.services.briefing import language_of, me_of
from entregent.services.given_names import given_name
from entregent.services.introducing import Introduced
from entregent.services.ports import BookError, Catalogue

_OWN_WORDS = (Origin.HAND, Origin.JOURNAL)
"""What the owner wrote; nothing else is told of one side to the other."""


@dataclass(frozen=True, slots=True)
class Written:
    """A message, what it is for, and its readers: one side, or both.

    `lines` are withheld where they would tell who may not be named.
    """

    letter: Letter
    readers: tuple[Person, ...]
    draft: Draft
    lines: Literal["as they are", "withheld"]


def draft(
    seen: Introduced,
    introduction: Introduction,
    *,
    to: Party | None,
    catalogue: Catalogue,
    lang: str,
) -> Written:
    """Write to the side named, else to the one whose turn it is; nothing is kept or sent.

    `lang` is used where a reader's own language is not known, or where two differ. Raises
    BookError: introduce.nothing-to-write, introduce.barred-….
    """
    reader = to or _turn(seen, introduction)
    letter = letter_for(introduction, reader) if reader else None
    if reader is None or letter is None:
        raise BookError("introduce.nothing-to-write")
    seen.respect(introduction)
    sides = tuple(Party) if letter is Letter.PRESENT else (reader,)
    brief = _brief(seen, introduction, letter, sides, lang)
    people = tuple(seen.person(introduction, side) for side in sides)
    withheld = letter is Letter.SEEK and tells(brief.lines, brief.hidden)
    lines: Literal["as they are", "withheld"] = "withheld" if withheld else "as they are"
    return Written(letter, people, write(brief, letters(catalogue.template)), lines)


def _turn(seen: Introduced, introduction: Introduction) -> Party | None:
    """Return the side to write to first: what is due today, else whoever there is a word for."""
    today = seen.desk.today
    due = [one.party for one in seen.due(introduction) if one.party and one.on <= today]
    return next((side for side in (*due, *Party) if letter_for(introduction, side)), None)


def _brief(
    seen: Introduced,
    introduction: Introduction,
    letter: Letter,
    sides: tuple[Party, ...],
    lang: str,
) -> IntroductionBrief:
    state = introduction.state
    other = facing(sides[0])
    named = introduction.may_learn(sides[0])
    waits = state.waits if isinstance(state, Sought) else ()
    return IntroductionBrief(
        letter,
        _readers(seen, introduction, sides, lang),
        seen.desk.today,
        me=me_of(seen.known),
        facing=_recipient(seen, introduction.at(other)) if named else None,
        hidden=() if named else _signs(seen.person(introduction, other)),
        idea="mine" if introduction.step is Step.OFFERED else "theirs",
        lines=introduction.lines,
        wishes=tuple(introduction.wishes.get(side, "") for side in Party),
        sought=next((wait.since for wait in waits if wait.party is sides[0]), None),
        made=state.since if isinstance(state, Made) else None,
    )


def _readers(
    seen: Introduced, introduction: Introduction, sides: tuple[Party, ...], lang: str
) -> tuple[Reader, ...]:
    people = [introduction.at(side) for side in sides]
    spoken = {language_of(seen.known, person, lang) for person in people}
    language = spoken.pop() if len(spoken) == 1 else _otherwise(lang)
    return tuple(_reader(seen, person, language) for person in people)


def _otherwise(lang: str) -> Language:
    return "fr" if lang == "fr" else "en"


def _reader(seen: Introduced, person: PersonId, language: Language) -> Reader:
    tie = seen.known.situation.my_tie(person)
    return Reader(_recipient(seen, person), language, tie.address if tie else None)


def _recipient(seen: Introduced, person: PersonId) -> Recipient:
    """Return somebody as they are presented: their work only in the owner's own words."""
    found = seen.known.situation.people.get(person) or Person(person, "")
    own = _in_own_words(seen, person)
    held = own.current(seen.desk.today)
    tie = seen.known.situation.my_tie(person)
    return Recipient(
        found.name,
        given_name(found),
        company=held[0].company if held else "",
        title=own.title,
        closeness=tie.closeness if tie else None,
        context=tie.context if tie else None,
    )


def _in_own_words(seen: Introduced, person: PersonId) -> Person:
    book = seen.desk.book
    entries = book.entries((Detail, Position), person=person)
    written = [entry for entry in entries if entry.source.origin in _OWN_WORDS]
    order = {line.id: place for place, line in enumerate(book.batches())}
    return portrait(person, written, order=order)


def _signs(person: Person) -> tuple[str, ...]:
    """Return all by which somebody would be known."""
    return (person.name, *person.names, *person.emails, *person.phones, *person.urls)
