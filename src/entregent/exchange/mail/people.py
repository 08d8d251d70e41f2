"""Who in the mail is a person, and who is a machine, a list, a role."""

import re
from collections.abc import Mapping
from functools import lru_cache

from entregent.domain.text import tokens

_ROBOTS = frozenset(
    "mailer-daemon mailerdaemon postmaster hostmaster abuse root daemon cron nobody www-data "
    "jenkins hudson jira bugzilla buildbot travis sentry confluence git gitbox github gitlab svn "
    "cvs dependabot mailman majordomo listserv sympa newsletter newsletters notification "
    "notifications notify notifier alert alerts bounce bounces robot bot automated autoreply "
    "auto-reply autoresponder unknownorganizer calendar-notification invitations undisclosed "
    "system mailbot nexus sonar artifactory updates digest news".split()
)
_LISTS = frozenset(
    "dev devel developers user users commit commits announce announcements issue issues private "
    "general builds source discuss list liste".split()
)
_ROLES = frozenset(
    "info infos contact contacts support sales rh hr drh recrutement recruitment recruiting job "
    "jobs emploi emplois careers carrieres admin administration webmaster hello bonjour service "
    "services serviceclient service-client commercial compta comptabilite accueil secretariat "
    "office team equipe marketing press presse legal juridique billing facturation help feedback "
    "security securite privacy dpo customer customers clients communication events evenements "
    "inscription inscriptions registration orders commandes reservations".split()
)
_NOT_A_NAME = (
    _ROBOTS
    | _LISTS
    | _ROLES
    | frozenset(
        "group groupe service services sa sas sarl inc ltd gmbh club association agence cabinet "
        "company societe desk studio lab labs university universite ecole institut institute "
        "server the les via mail e-mail email client relations ressources humaines "
        "human resources talent talents centre center noreply reply".split()
    )
)
_TEAMS = frozenset(
    "equipe bureau service services team secretariat association accueil pole direction "
    "departement department comite committee groupe group collectif amicale famille family".split()
)
"""What a display name begins with when it is several people's."""
_NO_REPLY = re.compile(
    r"(?:^|[._+-])(?:no|do[._-]?not|dont|ne[._-]?pas)[._-]?(?:reply|repondre|response)"
    r"(?:$|[._+\d-])"
)
_LIST_SERVANT = re.compile(
    r"-(?:un)?subscribe(?:$|-)|-(?:owner|request|bounces?|help|confirm|digest|admin)(?:$|\+)"
    r"|^owner-|^(?:un)?subscribe(?:$|[-+])|-return-\d|-[tsu]c\.\d|^(?:bounces?|notifications?)[-+=]"
    r"|^(?:reply|replies|unsubscribe|buzz|msprvs1)\+|-notifications?$|-role$"
)
_MACHINE_DOMAIN = re.compile(
    r"(?:^|\.)(?:reply|noreply|bounces?|notifications?)\."
    r"|(?:^|\.)calendar\.google\.com$"
)
_LIST_DOMAIN = re.compile(
    r"^(?:lists?|listes?|listserv|lists-\w+|ml)\.|(?:^|\.)(?:googlegroups\.com|groups\.io)$"
    r"|^yahoogroups\.|^(?:ssl)?mailman\."
)
_MACHINE_NAME = re.compile(
    r"\((?:jira|github|gitlab|bugzilla|jenkins|confluence|via [^)]*)\)|\bvia\s+\S"
    r"|\bmailer[- ]daemon\b|mail delivery (?:sub)?system|^(?:jenkins|hudson|gitbox)$"
    r"|(?:jenkins|build|mail) server|repository manager|no[- ]?reply|ne pas r[eé]pondre",
    re.IGNORECASE,
)
_NAME_WORD = re.compile(r"[^\W\d_]+(?:[-’'.]+[^\W\d_]+)*\.?")
_LISTED = ("list-id", "list-post", "mailing-list", "x-beenthere", "x-mailman-version")
_BULK = ("bulk", "junk", "list", "auto_reply", "auto-reply")


def is_machine(address: str, name: str = "", headers: Mapping[str, bytes] | None = None) -> bool:
    """Tell whether mail of this address is a machine's, a list's or a role's, not a person's.

    `address` is in lower case, `headers` those of a message it sent, by lower-case name.
    """
    return _is_machine(address, name) or (headers is not None and is_automatic(headers))


@lru_cache(maxsize=65536)
def _is_machine(address: str, name: str) -> bool:
    local, _, domain = address.rpartition("@")
    plain = local.partition("+")[0]
    if plain in _ROBOTS or _NO_REPLY.search(local) or _LIST_SERVANT.search(local):
        return True
    if _is_team(name, local):
        return True
    if _MACHINE_DOMAIN.search(domain) or _LIST_DOMAIN.search(domain) or is_machine_name(name):
        return True
    return (plain in _LISTS or plain in _ROLES) and not is_human_name(name, domain)


def _is_team(name: str, local: str) -> bool:
    """Tell a team's mailbox from somebody whose family name is such a word."""
    words = tokens(name)
    return bool(words) and words[0] in _TEAMS and not all(word in local for word in words)


def is_machine_name(name: str) -> bool:
    """Tell whether a display name is a machine's, whatever the address."""
    return name.lower() in _ROBOTS or _MACHINE_NAME.search(name) is not None


@lru_cache(maxsize=65536)
def is_list(address: str, name: str = "") -> bool:
    """Tell whether an address is by its looks a mailing list's."""
    local, _, domain = address.rpartition("@")
    return bool(_LIST_DOMAIN.search(domain)) or (
        local in _LISTS and not is_human_name(name, domain)
    )


def is_human_name(name: str, domain: str = "") -> bool:
    """Tell whether a display name is clearly a person's: two to four capitalised words.

    A name that merely spells the domain may be a company's.
    """
    parts = name.replace(",", " ").split()
    if not 2 <= len(parts) <= 4:  # noqa: PLR2004 - a given name, a family name, what stands between
        return False
    spelled = tokens(name)
    if any(word in _NOT_A_NAME for word in spelled) or "".join(spelled) in tokens(domain):
        return False
    capitals = parts[0][0].isupper() and parts[-1][0].isupper()
    return capitals and all(_NAME_WORD.fullmatch(part) for part in parts)


def is_automatic(headers: Mapping[str, bytes]) -> bool:
    """Tell whether nobody typed this message: an automatic reply, a newsletter, a bulk mail."""
    submitted = headers.get("auto-submitted", b"no").strip().lower()
    if not submitted.startswith(b"no") or "x-autoreply" in headers or "x-autorespond" in headers:
        return True
    if is_listed(headers):
        return False
    precedence = headers.get("precedence", b"").strip().lower().decode("ascii", errors="replace")
    return precedence in _BULK or "list-unsubscribe" in headers


def is_listed(headers: Mapping[str, bytes]) -> bool:
    """Tell whether a message came through a mailing list."""
    return any(name in headers for name in _LISTED)
