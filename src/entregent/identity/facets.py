"""What identification needs of a card, of a person, or of several of them that are one human."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, NamedTuple, TypeVar

from entregent.domain.ids import PersonId
from entregent.domain.people import Person
from entregent.domain.reading import Card
from entregent.domain.text import fold
from entregent.domain.words import TRACES, Origin, Said
from entregent.identity import handles
from entregent.identity.names import Name, parse, spelled

ALIAS = "id"
"""The unknown property under which a journal's own word for a person is kept."""

_OWN_WORDS = frozenset({Origin.JOURNAL, Origin.HAND})
ONE_ACCOUNT = frozenset({Origin.WHATSAPP, Origin.MONICA})
"""Sources of which an owner has one, so that all its files call its people alike."""
_T = TypeVar("_T")


class Facet(NamedTuple):
    """One human as far as something tells of them; every value as it is compared.

    `people` are ids of the book, `cards` numbers of cards; `lists` are the readings (by number, or
    by path where the book tells of one) that list this human apart from all others in them;
    `places` the files and records spoken of; `signs` names without a word, such as an emoji.
    A named tuple, because it is made several times as fast as a frozen dataclass.
    """

    people: tuple[PersonId, ...] = ()
    cards: tuple[int, ...] = ()
    names: tuple[Name, ...] = ()
    signs: tuple[str, ...] = ()
    spelled: tuple[Name, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    profiles: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    companies: tuple[str, ...] = ()
    birthdays: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    origins: tuple[Origin, ...] = ()
    lists: tuple[int | str, ...] = ()
    places: tuple[tuple[str, str], ...] = ()
    aliases: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return what the names are found under."""
        if len(self.names) == 1:
            return (self.names[0].key,)
        return tuple(dict.fromkeys(name.key for name in self.names))

    @property
    def own_words(self) -> bool:
        """Whether only the owner's own words tell of this human."""
        return all(origin in _OWN_WORDS for origin in self.origins)

    @property
    def houses(self) -> tuple[str, ...]:
        """Return the words of the addresses' hosts that may name an employer."""
        return handles.houses(self.emails) if self.emails else ()


def joined(one: Facet, other: Facet) -> Facet:
    """Return what both tell of one human."""
    told: Iterable[Any] = (_once(chain(*both)) for both in zip(one, other, strict=True))
    return Facet(*told)


def of_card(number: int, card: Card, origin: Origin, reading: int, path: str) -> Facet:
    """Return what a card tells, with the number of its reading."""
    named = [parse(text, card.given, card.family) for text in card.names[:1]]
    named += [parse(text) for text in card.names[1:]]
    names = _once([name for name in named if name.key])
    if not names and card.given + card.family:
        names = _once(n for n in (parse(f"{card.given} {card.family}"),) if n.key)
    return Facet(
        **_handles(names, card.emails, card.phones, card.urls, card.details),
        cards=(number,),
        names=names,
        signs=() if names else _once(map(fold, card.names)),
        companies=_once([handles.company(job.company) for job in card.jobs if job.company]),
        origins=(origin,),
        lists=(reading,) if _lists(origin) else (),
        places=((file_of(origin, path), card.record),),
        aliases=(fold(card.ref),) if card.exact else (),
    )


def of_person(person: Person) -> Facet:
    """Return what the book tells of somebody."""
    given = next((value for said, value in person.details if said is Said.GIVEN), "")
    family = next((value for said, value in person.details if said is Said.FAMILY), "")
    names = [parse(person.names[0], given, family)] if person.names else []
    names += [parse(text) for text in person.names[1:]]
    aliases = [
        fold(value.partition("=")[2])
        for said, value in person.details
        if said is Said.OTHER and value.startswith(f"{ALIAS}=")
    ]
    named = _once(name for name in names if name.key)
    return Facet(
        **_handles(named, person.emails, person.phones, person.urls, person.details),
        people=(person.id,),
        names=named,
        signs=() if named else _once(map(fold, person.names)),
        companies=_once(handles.company(held.company) for held in person.positions),
        origins=_once(source.origin for source in person.sources),
        lists=_once(source.file for source in person.sources if _lists(source.origin)),
        places=_once((file_of(s.origin, s.file), s.record) for s in person.sources),
        aliases=_once((fold(person.id), *aliases)),
    )


def file_of(origin: Origin, path: str) -> str:
    """Return where a record's label means one human: its file, or all files of one account."""
    return origin if origin in ONE_ACCOUNT else path


def _handles(
    names: tuple[Name, ...],
    emails: Sequence[str],
    phones: Sequence[str],
    urls: Sequence[str],
    details: Sequence[tuple[Said, str]],
) -> dict[str, Any]:
    """Return the fields of a facet that cards and people tell alike, those that are not empty."""
    told: dict[str, Any] = {}
    if emails:
        told["emails"] = addresses = _once(filter(None, map(handles.email, emails)))
        if not names:
            told["spelled"] = _once(name for name in map(spelled, addresses) if name.key)
    if phones:
        told["phones"] = _once(filter(None, map(handles.phone, phones)))
    if urls:
        pages = _once(filter(None, map(handles.url, urls)))
        told["profiles"] = tuple([page for page in pages if handles.is_profile(page)])
        told["pages"] = tuple([page for page in pages if not handles.is_profile(page)])
    if details:
        told["birthdays"] = _once(v for said, v in details if said is Said.BIRTHDAY and v)
        told["towns"] = _once(fold(v) for said, v in details if said is Said.PLACE and v)
    return told


def _lists(origin: Origin) -> bool:
    """Tell a source that lists each human once from traces, and from the owner's own words."""
    return origin not in TRACES and origin not in _OWN_WORDS


def _once(values: Iterable[_T]) -> tuple[_T, ...]:
    told = tuple(values)
    return told if len(told) <= 1 else tuple(dict.fromkeys(told))
