"""From a card's properties to the human it describes."""

import re
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Problem
from entregent.domain.text import fold, tokens
from entregent.domain.words import Said
from entregent.exchange.linkedin.urls import profile_url, slug
from entregent.exchange.text import one_line
from entregent.exchange.vcard.values import BINARY, Property, birthday, split, unescape

_MECHANICS = BINARY | {
    *("BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE", "MAILER", "CLIENTPIDMAP", "AGENT"),
    *("X-ABLABEL", "X-ABSHOWAS", "KIND", "X-ADDRESSBOOKSERVER-KIND"),
}
_USED = frozenset(
    {"FN", "N", "EMAIL", "TEL", "NOTE", "CATEGORIES", "TITLE", "LANG", "X-SOCIALPROFILE"}
)
_SECRET = re.compile(r"PASSWORD|PASSWD|SECRET|TOKEN|PINCODE|PRIVATE")
_EMAIL = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;\"]+")
_LABEL = re.compile(r"_\$!<(.*)>!\$_")
_SYSTEM_TAGS = frozenset({"mycontacts", "* mycontacts"})
_LONGEST = 10_000
_LOCALITY = 3


def describe(record: str, props: Sequence[Property]) -> tuple[Card | None, list[Problem]]:
    """Return the card of a human, or none, and what was wrong with it.

    A card that names an organisation or a group is no person; one that names nobody and gives
    no address is nobody.
    """
    named = _names(props)
    company = next((job.company for job in _jobs(props) if job.company), "")
    if _is_organisation(props, named, company):
        name = named[0] if named else company
        return None, [Problem(record, "vcard.not-a-person", {"name": name})]
    emails, phones = _emails(props), _phones(props)
    handles = {fold(handle) for handle in (*emails, *phones)}
    names = tuple(name for name in named if fold(name) not in handles)
    problems = [*_nameless(record, names, (*emails, *phones))]
    born, wrong = _birthday(record, props)
    if not names and not handles:
        return None, problems
    given, family = _given_family(props)
    card = Card(
        ref=PersonId(record),
        record=record,
        names=names,
        given=given,
        family=family,
        emails=emails,
        phones=phones,
        urls=_urls(props),
        jobs=_jobs(props),
        details=(*born, *_details(props)),
        extra=_extra(props),
        known=True,
    )
    return card, problems + wrong


def _nameless(record: str, names: Sequence[str], handles: Sequence[str]) -> list[Problem]:
    if names:
        return []
    if handles:
        return [Problem(record, "vcard.no-name-kept", {"handle": handles[0]})]
    return [Problem(record, "vcard.no-name")]


def _all(props: Iterable[Property], name: str) -> list[Property]:
    """Return the properties of a name, the preferred ones first."""
    held = [prop for prop in props if prop.name == name]
    return sorted(held, key=lambda prop: not (prop.says("TYPE", "PREF") or prop.says("PREF", "1")))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    first: dict[str, str] = {}
    for value in values:
        if value:
            first.setdefault(fold(value) or value, value)
    return tuple(first.values())


def _parts(props: Iterable[Property]) -> list[str]:
    """Return family, given and additional names of `N`, empty when not said."""
    for prop in _all(props, "N"):
        parts = [one_line(part.replace(",", " ")) for part in split(prop.value, ";")]
        if any(parts):
            return [*parts, "", "", ""][:3]
    return ["", "", ""]


def _given_family(props: Iterable[Property]) -> tuple[str, str]:
    family, given, _ = _parts(props)
    return given, family


def _names(props: Sequence[Property]) -> tuple[str, ...]:
    """Return full names, then the one made of its parts; a nickname when there is no other."""
    family, given, additional = _parts(props)
    full = [one_line(unescape(prop.value)) for prop in _all(props, "FN")]
    whole = " ".join(part for part in (given, additional, family) if part)
    words = {frozenset(tokens(name)) for name in full if name}
    short = f"{given} {family}" if given and family else ""
    composed = short if words else whole
    names = _distinct([*full, *([] if frozenset(tokens(composed)) in words else [composed])])
    nicknames = (part for prop in _all(props, "NICKNAME") for part in split(prop.value, ","))
    return names or _distinct(one_line(name) for name in nicknames)[:1]


def _is_organisation(props: Sequence[Property], names: Sequence[str], company: str) -> bool:
    kinds = {fold(prop.value) for prop in props if prop.name.endswith("KIND")}
    shown = {fold(prop.value) for prop in props if prop.name == "X-ABSHOWAS"}
    if kinds & {"org", "group", "location"} or "company" in shown:
        return True
    alone = not any(_parts(props)) and bool(company)
    return alone and all(fold(name) == fold(company) for name in names)


def _emails(props: Iterable[Property]) -> tuple[str, ...]:
    values = (unescape(prop.value) for prop in _all(props, "EMAIL"))
    return _distinct(found for value in values for found in _EMAIL.findall(value))


def _phones(props: Iterable[Property]) -> tuple[str, ...]:
    values = (one_line(unescape(prop.value)) for prop in _all(props, "TEL"))
    bare = (re.sub(r"^tel:", "", value, flags=re.IGNORECASE) for value in values)
    return _distinct(value for value in bare if re.search(r"\d", value))


def _urls(props: Iterable[Property]) -> tuple[str, ...]:
    held = [*_all(props, "URL"), *_all(props, "X-SOCIALPROFILE")]
    values = (one_line(unescape(prop.value)) for prop in held if not _is_firms(prop))
    return _distinct(profile_url(value) for value in values if not value.startswith("x-apple:"))


def _is_firms(prop: Property) -> bool:
    """Tell whether an address is an employer's page, which says nothing of who this is."""
    return prop.name == "URL" and prop.says("TYPE", "WORK") and not slug(prop.value)


def _jobs(props: Iterable[Property]) -> tuple[Job, ...]:
    props = list(props)
    companies = [one_line(split(prop.value, ";")[0]) for prop in _all(props, "ORG")]
    titles = [one_line(unescape(prop.value)) for prop in _all(props, "TITLE")]
    roles = [one_line(unescape(prop.value)) for prop in _all(props, "ROLE")]
    pairs = zip_longest(companies, titles if any(titles) else roles, fillvalue="")
    return tuple(dict.fromkeys(Job(company, title) for company, title in pairs if company or title))


def _birthday(
    record: str, props: Iterable[Property]
) -> tuple[list[tuple[Said, str]], list[Problem]]:
    for prop in _all(props, "BDAY"):
        try:
            day = birthday(prop)
        except ValueError:
            return [], [Problem(record, "import.bad-date", {"text": one_line(prop.value)})]
        if day:
            return [(Said.BIRTHDAY, day)], []
    return [], []


def _details(props: Sequence[Property]) -> list[tuple[Said, str]]:
    notes = _distinct(unescape(prop.value) for prop in _all(props, "NOTE"))
    tags = _distinct(
        one_line(tag) for prop in _all(props, "CATEGORIES") for tag in split(prop.value, ",")
    )
    places = _distinct(
        one_line(part)
        for prop in _all(props, "ADR")
        for part in split(prop.value, ";")[_LOCALITY : _LOCALITY + 1]
    )
    langs = [one_line(prop.value)[:2].lower() for prop in _all(props, "LANG") if prop.value]
    return [
        *((Said.NOTE, note) for note in notes),
        *((Said.TAG, tag) for tag in tags if fold(tag) not in _SYSTEM_TAGS),
        *((Said.PLACE, place) for place in places),
        *((Said.LANG, lang) for lang in langs[:1]),
    ]


def _extra(props: Iterable[Property]) -> dict[str, str]:
    """Return what we have no word for, by the property's name, several values on lines."""
    props = list(props)
    labels = {
        prop.group: _LABEL.sub(r"\1", unescape(prop.value)) for prop in _all(props, "X-ABLABEL")
    }
    kept: dict[str, list[str]] = {}
    for prop in props:
        text = _leftover(prop)
        if text:
            label = labels.get(prop.group, "") if prop.group else ""
            kept.setdefault(prop.name, []).append(f"{text} ({label})" if label else text)
    return {name: "\n".join(dict.fromkeys(values)) for name, values in kept.items()}


def _leftover(prop: Property) -> str:
    """Return what a property says beyond what the card already holds of it."""
    unsaid = prop.name in _MECHANICS or prop.name in _USED or _SECRET.search(prop.name)
    if unsaid or len(prop.value) > _LONGEST or prop.value.startswith("data:"):
        return ""
    if prop.name == "URL" and not _is_firms(prop):
        return ""
    if prop.name in ("ORG", "ADR"):
        parts = [one_line(part) for part in split(prop.value, ";")]
        return ", ".join(part for part in parts[int(prop.name == "ORG") :] if part)
    if prop.name == "BDAY":
        try:
            return (
                "" if birthday(prop) or not re.search("[1-9]", prop.value) else unescape(prop.value)
            )
        except ValueError:
            return unescape(prop.value)
    return unescape(prop.value)
