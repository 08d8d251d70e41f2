"""Who in the mail is a person, and who is a machine, a list, a role."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from entregent.domain.text import tokens
from entregent.exchange.mail.vocabulary import vocabulary

_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no|do[._-]?not|dont|ne[._-]?pas|pas[._-]?de|sans)[._-]?"
    r"(?:repl(?:y|ies)|repondre|reponse|response|respond|answer)(?:$|[._+\d-])"
)
_LIST_SERVANT = re.compile(
    r"-(?:un)?subscribe(?:$|-)|-(?:owner|request|bounces?|help|confirm|digest|admin)(?:$|\+)"
    r"|^owner-|^(?:un)?subscribe(?:$|[-+])|-return-\d|-[tsu]c\.\d|^(?:bounces?|notifications?)[-+=]"
    r"|^(?:reply|replies|unsubscribe|buzz|msprvs1)\+|-notifications?$|-role$"
)
_ANSWER = ("rep", "resp", "answ")
"""What every no-reply address holds; to look for it spares most addresses a search."""
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'.]+[^\W\d_]+)*\.?")
_BETWEEN = re.compile(r"[._\d-]+")
_LISTED = frozenset({"list-id", "list-post", "mailing-list", "x-beenthere", "x-mailman-version"})
_ANSWERED = frozenset({"x-autoreply", "x-autorespond", "x-failed-recipients"})
_BULK = (b"bulk", b"junk", b"list", b"auto_reply", b"auto-reply")
_LABEL = "label:"
_MOST_NAME = 200


def is_machine(address: str, name: str = "", headers: Mapping[str, bytes] | None = None) -> bool:
    """Tell whether mail of this address is a machine's, a list's or a role's, not a person's.

    `address` is in lower case, `headers` those of a message it sent, by lower-case name.
    """
    return _is_machine(address, name[:_MOST_NAME]) or (
        headers is not None and is_automatic(headers)
    )


def _is_machine(address: str, name: str) -> bool:
    robot, office = _told_by(address)
    if robot or (name and is_machine_name(name)):
        return True
    team = _team(name)
    if team and _is_team(team, name, address):
        return True
    return office and not is_human_name(name, address.rpartition("@")[2])


@lru_cache(maxsize=32768)
def _told_by(address: str) -> tuple[bool, bool]:
    """Tell whether an address is by itself a machine's or a list's, and whether an office's."""
    local, _, domain = address.rpartition("@")
    plain = local.partition("+")[0]
    told = vocabulary()
    robot = (
        plain in told.robots
        or _is_robotic(plain)
        or (any(word in local for word in _ANSWER) and _NO_REPLY.search(local) is not None)
        or _LIST_SERVANT.search(local) is not None
        or _within(domain, told.machine_domains)
        or _within(domain, told.list_domains)
    )
    return robot, _is_office(plain)


def _is_robotic(local: str) -> bool:
    """Tell an address made of nothing but a machine's words: `hit-reply`, `mes-alertes`."""
    words = {word for word in _BETWEEN.split(local) if word}
    told = vocabulary()
    return not words.isdisjoint(told.robots) and words <= told.robots | told.fillers


def _is_office(local: str) -> bool:
    """Tell an address made of nothing but an office's words: `contact`, `info-presse`."""
    office = _office()
    if local in office:
        return True
    words = {word for word in _BETWEEN.split(local) if word}
    return words <= _office_words() and not words.isdisjoint(office)


@cache
def _office() -> frozenset[str]:
    told = vocabulary()
    return told.robots | told.roles | told.lists


@cache
def _office_words() -> frozenset[str]:
    return _office() | vocabulary().fillers


@lru_cache(maxsize=65_536)
def _team(name: str) -> str:
    """Return the team's word that a name begins with, or nothing."""
    words = tokens(name)
    return words[0] if words and words[0] in vocabulary().teams else ""


def _is_team(team: str, name: str, address: str) -> bool:
    """Tell a team's mailbox from somebody whose family name is such a word."""
    if team not in vocabulary().bearable:
        return True
    local = address.rpartition("@")[0]
    return not all(word in local for word in tokens(name))


@lru_cache(maxsize=8192)
def _within(domain: str, known: frozenset[str]) -> bool:
    """Tell whether a domain ends in a known one, or has a known label before its own name."""
    labels = domain.split(".")
    ends = {".".join(labels[at:]) for at in range(max(0, len(labels) - 4), len(labels))}
    before = {_LABEL + label for label in labels[:-2]}
    return not ends.union(before).isdisjoint(known)


@lru_cache(maxsize=65_536)
def is_machine_name(name: str) -> bool:
    """Tell whether a display name is a machine's or a service's, whatever the address."""
    lower = name[:_MOST_NAME].lower()
    told = vocabulary()
    if lower in told.robots or lower in told.whole_names or _machine_phrase().search(lower):
        return True
    words = tokens(lower)
    if not words:
        return False
    if words[0] in _service_starts():
        starts = {" ".join(words[:count]) for count in range(1, _longest() + 1)}
        if not starts.isdisjoint(told.services):
            return True
    plain = " ".join(words)
    return plain != lower and _machine_phrase().search(plain) is not None


@cache
def _machine_phrase() -> re.Pattern[str]:
    phrases = "|".join(re.escape(phrase) for phrase in sorted(vocabulary().machine_names))
    return re.compile(rf"\S\s+\(?via\s+\S|{phrases}")


@cache
def _service_starts() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in vocabulary().services)


@cache
def _longest() -> int:
    return max(name.count(" ") + 1 for name in vocabulary().services)


def is_list(address: str, name: str = "") -> bool:
    """Tell whether an address is by its looks a mailing list's."""
    local, _, domain = address.rpartition("@")
    if local in vocabulary().lists and not is_human_name(name, domain):
        return True
    return _within(domain, vocabulary().list_domains)


def is_human_name(name: str, domain: str = "") -> bool:
    """Tell whether a display name is clearly a person's: two to four capitalised words.

    A name that merely spells the domain may be a company's.
    """
    parts = name.replace(",", " ").split()
    if not 2 <= len(parts) <= 4:  # noqa: PLR2004 - a given name, a family name, what stands between
        return False
    spelled = tokens(name)
    if any(word in _not_names() for word in spelled) or "".join(spelled) in tokens(domain):
        return False
    if not vocabulary().bearable.isdisjoint(spelled) and not set(tokens(domain)).isdisjoint(
        spelled
    ):
        return False
    capitals = parts[0][0].isupper() and parts[-1][0].isupper()
    return capitals and all(_NAME_WORD.fullmatch(part) for part in parts)


@cache
def _not_names() -> frozenset[str]:
    return (_office() | vocabulary().not_names) - vocabulary().bearable


def is_automatic(headers: Mapping[str, bytes]) -> bool:
    """Tell whether nobody typed this message: an automatic reply, a newsletter, a bulk mail."""
    if "auto-submitted" in headers:
        submitted = headers["auto-submitted"].strip().lower()
        if not submitted.startswith(b"no"):
            return True
    if not _ANSWERED.isdisjoint(headers):
        return True
    if headers.get("content-type", b"")[:16].lower() == b"multipart/report":
        return True
    if "list-unsubscribe" not in headers and "precedence" not in headers:
        return False
    bulk = headers.get("precedence", b"").strip().lower() in _BULK
    return (bulk or "list-unsubscribe" in headers) and not is_listed(headers)


def is_listed(headers: Mapping[str, bytes]) -> bool:
    """Tell whether a message came through a mailing list."""
    return not _LISTED.isdisjoint(headers)
