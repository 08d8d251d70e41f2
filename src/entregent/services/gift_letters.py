"""Letters that go with a gift: each suggestion has its message, ready to be read over."""

from dataclasses import replace
from zlib import crc32

from entregent.domain.asking import Candidate, Chain, Goal, ToFriends, Verdict
from entregent.domain.ids import AskId
from entregent.domain.words import Kind, Reply
from entregent.drafts.brief import Draft, Medium, Moment
from entregent.drafts.giving import GiftBrief, draft_gift
from entregent.drafts.wording import parse
from entregent.drafts.write import draft, read_words
from entregent.ledger.gift import Gift, What
from entregent.services.briefing import brief_for, language_of, me_of, name_of, recipient_of
from entregent.services.ports import Catalogue
from entregent.services.world import World

_CLOSINGS = {What.THANKS: Moment.THANK, What.OUTCOME: Moment.OUTCOME}


def write(
    known: World, gift: Gift, *, medium: Medium, catalogue: Catalogue, lang: str | None
) -> Draft:
    """Write the message that goes with a suggestion; nothing is kept and nothing sent."""
    language = language_of(known, gift.person, lang or known.situation.settings.lang)
    kind = _kind(known, gift)
    if kind is not None:
        return _closing(known, gift, kind, (medium, catalogue, language))
    tie = known.situation.my_tie(gift.person)
    template = catalogue.template
    wording = parse("giving", template("templates/giving")) | parse(
        "common", template("templates/common")
    )
    brief = GiftBrief(
        gift.what,
        recipient_of(known, gift.person),
        me_of(known),
        known.situation.today,
        language,
        gift.on,
        tie.address if tie else None,
        medium,
        gift.text,
        gift.more,
        name_of(known, gift.other) if gift.other else "",
        gift.since,
        crc32(f"{gift.item}|{name_of(known, gift.person)}".encode()),
    )
    return draft_gift(brief, wording)


def _kind(known: World, gift: Gift) -> Kind | None:
    """Return what they helped with, where a letter of thanks or of the end can name it."""
    if gift.what not in _CLOSINGS or gift.other is not None:
        return None
    asks = known.situation.history(gift.person).asks
    agreed = [
        past.asked.kind
        for past in asks
        if past.answer is not None and past.answer.reply is Reply.YES and past.asked.on <= gift.on
    ]
    if gift.goal is not None:
        return agreed[-1] if agreed else gift.goal.kind
    return agreed[-1] if agreed else None


def _closing(known: World, gift: Gift, kind: Kind, how: tuple[Medium, Catalogue, str]) -> Draft:
    medium, catalogue, language = how
    direct = Chain((known.situation.owner, gift.person), 1.0)
    candidate = Candidate(gift.person, kind, Verdict.GO, direct)
    goal = gift.goal or Goal(AskId(""), kind, ToFriends())
    brief = brief_for(known, goal, candidate, medium=medium, language=language)
    written = replace(brief, moment=_CLOSINGS[gift.what], codes=frozenset())
    return draft(written, read_words(catalogue.template))
