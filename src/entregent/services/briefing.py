"""From what the book knows to the brief a message is written from."""

from zlib import crc32

from entregent.domain.asking import (
    Candidate,
    Code,
    Goal,
    ToCompany,
    ToPerson,
    ToSector,
    ToTopic,
)
from entregent.domain.ids import PersonId
from entregent.domain.words import Said
from entregent.drafts.brief import (
    DraftBrief,
    Language,
    Me,
    Medium,
    Moment,
    Recipient,
    Shared,
    Wanted,
)
from entregent.services.given_names import given_name
from entregent.services.world import World

_LANGUAGES: dict[str, Language] = {"fr": "fr", "en": "en"}


def brief_for(
    known: World, goal: Goal, candidate: Candidate, *, medium: Medium, language: str
) -> DraftBrief:
    """Return the brief of an ask; `language` is used where the reader's own is not known."""
    situation = known.situation
    person = candidate.person
    tie, history = situation.my_tie(person), situation.history(person)
    reasons = (*candidate.because, *candidate.mind)
    asks = [past.asked for past in history.asks]
    return DraftBrief(
        kind=candidate.kind,
        to=recipient_of(known, person),
        today=situation.today,
        goal=goal.kind,
        moment=Moment.ASK,
        language=language_of(known, person, language),
        address=tie.address if tie else None,
        medium=medium,
        purpose=goal.purpose,
        by=goal.by,
        wanted=_wanted(known, goal, candidate),
        me=me_of(known),
        steps=tuple(name_of(known, step) for step in candidate.chain.people[2:]),
        codes=frozenset(reason.code for reason in reasons),
        times_asked=history.asked_lately,
        last_asked=asks[-1].on if asks else None,
        last_met=tie.last if tie else None,
        keep_for=_kept_for(candidate),
        helped=history.unthanked.on if history.unthanked else None,
        discreet="discreet" if _secret(known) else "open",
        owner_reads=_LANGUAGES.get(language, "en"),
        seed=_seed(known, person),
    )


def name_of(known: World, person: PersonId) -> str:
    """Return the name shown for somebody."""
    found = known.situation.people.get(person)
    return found.name if found else ""


def language_of(known: World, person: PersonId, otherwise: str) -> Language:
    """Return the language to write to somebody in: theirs where it is known."""
    found = known.situation.people.get(person)
    spoken = _LANGUAGES.get(found.lang[:2].casefold()) if found else None
    return spoken or _LANGUAGES.get(otherwise, "en")


def recipient_of(known: World, person: PersonId) -> Recipient:
    """Return somebody as the reader of a message."""
    situation = known.situation
    portrait = situation.people[person]
    tie = situation.my_tie(person)
    held = portrait.current(situation.today)
    return Recipient(
        portrait.name,
        given_name(portrait),
        company=held[0].company if held else "",
        title=portrait.title,
        sector=portrait.sectors[0] if portrait.sectors else "",
        closeness=tie.closeness if tie else None,
        context=tie.context if tie else None,
        since=tie.since if tie else "",
        shared=_shared(known, person),
    )


def _shared(known: World, person: PersonId) -> Shared | None:
    worked = known.situation.rules.worked.get(person, ())
    if not worked:
        return None
    last = worked[-1]
    return Shared(last.company, last.start, last.end)


def _wanted(known: World, goal: Goal, candidate: Candidate) -> Wanted:
    match goal.target:
        case ToPerson(person=person):
            return _whom(known, person)
        case ToCompany(name=name):
            wanted = Wanted(company=name)
        case ToSector(name=name):
            wanted = Wanted(sector=name)
        case ToTopic(words=words):
            wanted = Wanted(topic=words)
        case _:
            wanted = Wanted()
    if candidate.chain.direct:
        return wanted
    final = _whom(known, candidate.chain.people[-1])
    return Wanted(final.person, final.company, final.title, wanted.sector, wanted.topic)


def _whom(known: World, person: PersonId) -> Wanted:
    portrait = known.situation.people.get(person)
    if portrait is None:
        return Wanted()
    held = portrait.current(known.situation.today)
    return Wanted(portrait.name, held[0].company if held else "", portrait.title)


def me_of(known: World) -> Me:
    """Return the owner, in the words of their own profile."""
    owner = known.situation.people.get(known.situation.owner)
    if owner is None or not owner.names:
        return Me()
    held = owner.current(known.situation.today)
    clients = tuple(value for said, value in owner.details if said is Said.CLIENT)
    return Me(
        owner.name,
        given_name(owner),
        title=owner.title,
        company=held[0].company if held else "",
        email=owner.emails[0] if owner.emails else "",
        projects=owner.projects,
        topics=owner.topics,
        clients=clients,
    )


def _seed(known: World, person: PersonId) -> int:
    """Return what chooses the wordings: the same for the same person, whose turns change them."""
    return crc32(name_of(known, person).encode())


def _kept_for(candidate: Candidate) -> str:
    kept = next((r for r in candidate.mind if r.code is Code.KEEP_FOR), None)
    if kept is None:
        return ""
    return next((fact.text for fact in kept.facts if fact.text), "")


def _secret(known: World) -> bool:
    rules = known.situation.rules
    return bool(rules.discreet or rules.discreet_companies)
