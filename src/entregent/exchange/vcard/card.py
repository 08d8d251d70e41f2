"""From a card's properties to the human it describes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain, zip_longest

from entregent.domain.ids import PersonId
from entregent.domain.reading import Card, Job, Problem
from entregent.domain.text import fold, tokens
from entregent.domain.words import Said
from entregent.exchange.linkedin.urls import profile_url
from entregent.exchange.vcard.kept import OWN, is_firms, kept
from entregent.exchange.vcard.values import Property, birthday, lines, one_line, unescape

JOB_GROUP = "job"
"""A post in a group called so stands by itself, with the title of its group or with none."""

_EMAIL = re.compile(r"[^\s<>,;:\"]+@[^\s<>,;\"]+")
_DIGIT = re.compile(r"\d")
_TEL = re.compile(r"^tel:", re.IGNORECASE)
_SYSTEM_TAGS = frozenset({"mycontacts", "* mycontacts"})
_LOCALITY = 3
_PAGES = "URL", "X-SOCIALPROFILE", "SOCIALPROFILE", "X-LINKEDIN"
_MAIDEN = "X-MAIDENNAME", "MAIDENNAME", "X-MAIDEN-NAME", "X-MAIDEN"
_MONTH = re.compile(r"\d{4}(-(0[1-9]|1[0-2]))?", re.ASCII)
_GROUPS, _THINGS = frozenset({"group"}), frozenset({"org", "group", "location", "organization"})
_OWN = {f"{OWN}{said.name}": said for said in Said}


class Sheet:
    """A card's properties by name, the preferred ones first."""

    def __init__(self, props: Sequence[Property]) -> None:
        """Sort them out."""
        self.all = props
        self._named: dict[str, list[Property]] = {}
        for prop in props:
            self._named.setdefault(prop.head.name, []).append(prop)
        for held in self._named.values():
            if len(held) > 1:
                held.sort(key=lambda prop: prop.head.rank)

    def of(self, *names: str) -> Sequence[Property]:
        """Return the properties that bear one of these names, in the order of the names."""
        held = self._named
        if len(names) == 1:
            return held.get(names[0], ())
        return [prop for name in names if name in held for prop in held[name]]

    def has(self, names: Mapping[str, object]) -> bool:
        """Tell whether a property bears one of these names."""
        return not names.keys().isdisjoint(self._named)

    def texts(self, *names: str) -> list[str]:
        """Return their values, one line each."""
        return [one_line(prop.value) for prop in self.of(*names)]

    def parts(self) -> list[str]:
        """Return family, given and additional names of `N`, empty when not said."""
        for prop in self.of("N"):
            parts = lines(prop.value.replace(",", " "), ";")
            if any(parts):
                return [*parts, "", "", ""][:3]
        return ["", "", ""]

    @property
    def kinds(self) -> set[str]:
        """The kinds of thing the card says it describes, folded."""
        return {fold(text) for text in self.texts("KIND", "X-ADDRESSBOOKSERVER-KIND")}


def describe(record: str, sheet: Sheet) -> tuple[Card | None, list[Problem]]:
    """Return the card of a human, or none, and what was wrong with it.

    A card that names an organisation or a group is no person; one that names nobody and gives
    no address is nobody.
    """
    parts = sheet.parts()
    named = _names(sheet, parts)
    jobs = _jobs(sheet)
    company = next((job.company for job in jobs if job.company), "")
    if _is_organisation(sheet, named, parts, company):
        name = named[0] if named else company
        return None, [Problem(record, "vcard.not-a-person", {"name": name})]
    emails, phones = _emails(sheet), _phones(sheet)
    handles = {handle.lower() for handle in (*emails, *phones)}
    names = tuple(name for name in named if name.lower() not in handles)
    problems = _nameless(record, names, (*emails, *phones))
    if not names and not handles:
        return None, problems
    born, wrong = _birthday(record, sheet)
    card = Card(
        ref=PersonId(record),
        record=record,
        names=names,
        given="" if _is_whole_name(parts, names) else parts[1],
        family=parts[0],
        emails=emails,
        phones=phones,
        urls=_urls(sheet),
        jobs=jobs,
        details=(*born, *_details(sheet)),
        extra=kept(sheet.all),
        known=True,
    )
    return card, problems + wrong


def is_group(sheet: Sheet) -> bool:
    """Tell whether a card stands for several people."""
    return bool(sheet.kinds & _GROUPS)


def _nameless(record: str, names: Sequence[str], handles: Sequence[str]) -> list[Problem]:
    if names:
        return []
    if handles:
        return [Problem(record, "vcard.no-name-kept", {"handle": handles[0]})]
    return [Problem(record, "vcard.no-name")]


def _distinct(values: Iterable[str], alike: Callable[[str], str] = fold) -> tuple[str, ...]:
    said = tuple([value for value in values if value])
    if len(said) <= 1:
        return said
    first: dict[str, str] = {}
    for value in said:
        first.setdefault(alike(value) or value, value)
    return tuple(first.values())


def _is_whole_name(parts: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a phone wrote a whole name where the given name goes."""
    family, given, additional = parts
    alone = " " in given and not (family or additional)
    return alone and any(tokens(name) == tokens(given) for name in names)


def _names(sheet: Sheet, parts: Sequence[str]) -> tuple[str, ...]:
    """Return full names, then the one made of its parts; a nickname when there is no other."""
    family, given, additional = parts
    full = [*sheet.texts("FN"), *sheet.texts(f"{OWN}NAME")]
    if full == [f"{given} {family}"] and not sheet.of(*_MAIDEN):
        return tuple(full)
    whole = " ".join(part for part in (given, additional, family) if part)
    words = {frozenset(tokens(name)) for name in full if name}
    short = f"{given} {family}" if given and family else ""
    composed = short if words else whole
    names = _distinct([*full, *([] if frozenset(tokens(composed)) in words else [composed])])
    if not names:
        return _nicknames(sheet)[:1]
    maiden = [f"{given} {born}" for born in sheet.texts(*_MAIDEN) if given and born]
    return _distinct([*names, *maiden]) if maiden else names


def _nicknames(sheet: Sheet) -> tuple[str, ...]:
    said = [part for prop in sheet.of("NICKNAME") for part in lines(prop.value, ",")]
    for prop in sheet.of("X-ANDROID-CUSTOM"):
        kind, *values = lines(prop.value, ";")
        said += values[:1] if kind.endswith("/nickname") else []
    return _distinct(said)


def _is_organisation(
    sheet: Sheet, names: Sequence[str], parts: Sequence[str], company: str
) -> bool:
    if sheet.kinds & _THINGS or "COMPANY" in map(str.upper, sheet.texts("X-ABSHOWAS")):
        return True
    return bool(company) and not any(parts) and all(fold(name) == fold(company) for name in names)


def _emails(sheet: Sheet) -> tuple[str, ...]:
    values = [unescape(prop.value) for prop in sheet.of("EMAIL")]
    return _distinct([found for value in values for found in _EMAIL.findall(value)], str.lower)


def _phones(sheet: Sheet) -> tuple[str, ...]:
    bare = [_TEL.sub("", value) for value in sheet.texts("TEL")]
    return _distinct([value for value in bare if _DIGIT.search(value)], str.lower)


def _urls(sheet: Sheet) -> tuple[str, ...]:
    pages = [_page(prop) for prop in sheet.of(*_PAGES)]
    return _distinct([page for page in pages if page and not _is_apples(page)])


def _page(prop: Property) -> str:
    """Return a page's address; on LinkedIn, some programs keep only what ends it."""
    if prop.head.name == "URL" and is_firms(prop):
        return ""
    value = one_line(prop.value)
    linkedin = prop.head.name == "X-LINKEDIN" or "LINKEDIN" in prop.head.words
    if linkedin and re.fullmatch(r"[\w%-]+", value):
        value = f"https://www.linkedin.com/in/{value}"
    return profile_url(value) if value else ""


def _is_apples(page: str) -> bool:
    return page.startswith("x-apple:")


def _jobs(sheet: Sheet) -> tuple[Job, ...]:
    """Return the posts said with their months, then the others: titles go with their group."""
    dated = [job for prop in sheet.of(f"{OWN}JOB") if (job := _dated_job(prop))]
    orgs = [(prop.head.group, lines(prop.value, ";")[0]) for prop in sheet.of("ORG")]
    found = list(_paired(orgs, _titles(sheet, "TITLE") or _titles(sheet, "ROLE")))
    if not dated and len(found) <= 1:
        return tuple(found)
    open_ones = {(job.company, job.title) for job in dated if not job.end}
    found = [job for job in found if (job.company, job.title) not in open_ones]
    return tuple(dict.fromkeys([*found, *dated]))


def _titles(sheet: Sheet, name: str) -> list[tuple[str, str]]:
    held = [(prop.head.group, one_line(prop.value)) for prop in sheet.of(name)]
    return held if any(title for _, title in held) else []


def _paired(orgs: list[tuple[str, str]], titles: list[tuple[str, str]]) -> Iterator[Job]:
    lone: list[str] = []
    for group, company in orgs:
        own = next((held for held in titles if held[0] == group), None) if group else None
        if own:
            titles.remove(own)
        if own or group.startswith(JOB_GROUP):
            yield from _job(company, own[1] if own else "")
        else:
            lone.append(company)
    for company, title in zip_longest(lone, [title for _, title in titles], fillvalue=""):
        yield from _job(company, title)


def _job(company: str, title: str) -> Iterator[Job]:
    if company or title:
        yield Job(company, title)


def _dated_job(prop: Property) -> Job | None:
    company, title, start, end = [*lines(prop.value, ";"), "", "", "", ""][:4]
    months = [month if _MONTH.fullmatch(month) else "" for month in (start, end)]
    return Job(company, title, *months) if company else None


def _birthday(record: str, sheet: Sheet) -> tuple[list[tuple[Said, str]], list[Problem]]:
    for prop in sheet.of("BDAY"):
        try:
            day = birthday(prop)
        except ValueError:
            return [], [Problem(record, "import.bad-date", {"text": one_line(prop.value)})]
        if day:
            return [(Said.BIRTHDAY, day)], []
    return [], []


def _details(sheet: Sheet) -> list[tuple[Said, str]]:
    ours = sheet.of(*_OWN) if sheet.has(_OWN) else ()
    own = [(_OWN[prop.head.name], text) for prop in ours if (text := unescape(prop.value))]
    notes = _distinct([unescape(prop.value) for prop in sheet.of("NOTE")])
    found = [(Said.NOTE, note) for note in notes]
    if grouped := sheet.of("CATEGORIES"):
        silent = _SYSTEM_TAGS.union([fold(text) for said, text in own if said is Said.CIRCLE])
        tags = _distinct([tag for prop in grouped for tag in lines(prop.value, ",")])
        found += [(Said.TAG, tag) for tag in tags if fold(tag) not in silent]
    if addresses := sheet.of("ADR"):
        places = [lines(prop.value, ";")[_LOCALITY : _LOCALITY + 1] for prop in addresses]
        found += [(Said.PLACE, place) for place in _distinct(chain.from_iterable(places))]
    langs = [text[:2].lower() for text in sheet.texts("LANG") if text]
    found += [(Said.LANG, lang) for lang in langs[:1]]
    return found + [(said, text) for said, text in own if said is not Said.NAME]
