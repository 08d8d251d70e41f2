"""Handles: what a source knows a human by, in the form in which two sources agree."""

import re
from functools import lru_cache

from entregent.domain.text import company_key, fold, tokens
from entregent.identity.lexicon import lexicon

_ENOUGH_DIGITS = 8
_TELLING_DIGITS = 9
_LONGEST = 15
_EXTENSION = re.compile(r"\s*(?:[xX#;,]|ext\b|extn\b|poste\b|p\.\s*\d).*$", re.IGNORECASE)
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_NOBODYS = ("company/", "groups/", "pages/", "profile.php")
_SECOND_LEVEL = frozenset("co com org net ac gov asso gouv edu".split())


@lru_cache(maxsize=65536)
def email(address: str) -> str:
    """Return an address as it is compared; empty when it is none."""
    folded = address.strip().strip("<>").casefold().removeprefix("mailto:")
    local, at, domain = folded.rpartition("@")
    if not (at and local and "." in domain):
        return folded if at and local and domain else ""
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.partition("+")[0].replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


@lru_cache(maxsize=65536)
def is_role(address: str) -> bool:
    """Tell whether an address belongs to a function or a household rather than to one human."""
    local = address.partition("@")[0].partition("+")[0]
    roles = lexicon().roles
    first, *rest = re.split(r"[._-]", local)
    return local.replace("-", "") in roles or first in roles or bool(rest and rest[-1] in roles)


@lru_cache(maxsize=65536)
def is_couples(address: str) -> bool:
    """Tell an address that two people seem to share: marie.et.paul@, marie_paul_durand@."""
    local = address.partition("@")[0].partition("+")[0]
    words = re.split(r"[._-]", local)
    known = lexicon()
    if any(word in known.couples for word in words[1:-1]):
        return True
    givens = [word for word in words if word in known.nicknames]
    if len(givens) > 1 and len(words) > len(givens):
        return True
    return any(
        local[:at] in known.nicknames and local[at + len(joint) :] in known.nicknames
        for joint in ("et", "and")
        for at in range(2, len(local) - 3)
        if local.startswith(joint, at)
    )


@lru_cache(maxsize=65536)
def is_free(address: str) -> bool:
    """Tell whether the host of an address lends addresses to anybody."""
    return house(address) in lexicon().free_mail


@lru_cache(maxsize=65536)
def house(address: str) -> str:
    """Return the word of an address's host that names a house: `airbus` of `x@mail.airbus.com`."""
    labels = address.rpartition("@")[2].split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return labels[-1] if labels else ""


@lru_cache(maxsize=65536)
def houses(addresses: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of the addresses' hosts that may name an employer."""
    found = [house(address) for address in addresses if not is_free(address)]
    return tuple(dict.fromkeys(word for word in found if word))


@lru_cache(maxsize=65536)
def is_of_house(label: str, company: str) -> bool:
    """Tell whether a host's word names a company, given by its key."""
    words = tokens(company)
    whole, bare = "".join(words), label.replace("-", "")
    if not bare or not words:
        return False
    if bare in (*words, whole) or (len(bare) > _ENOUGH_DIGITS // 2 and bare in whole):
        return True
    initials = "".join(word[0] for word in words)
    return len(initials) > 2 and bare == initials  # noqa: PLR2004 - BNP, not BP


@lru_cache(maxsize=65536)
def company(name: str) -> str:
    """Return a company as it is compared."""
    return company_key(name)


@lru_cache(maxsize=65536)
def phone(number: str) -> str:
    """Return the digits that national and international writings of one number share.

    The last nine digits, or eight at least; empty when there are fewer. An extension is left out,
    and so is the nought that some write in brackets after the country's code.
    """
    plain = _EXTENSION.sub("", number.removeprefix("tel:").replace("(0)", ""))
    digits = re.sub(r"\D", "", plain)
    if not _ENOUGH_DIGITS <= len(digits) <= _LONGEST + 2:
        return ""
    return digits[-_TELLING_DIGITS:]


@lru_cache(maxsize=65536)
def url(address: str) -> str:
    """Return a page's address as it is compared: LinkedIn's slug, or host and path."""
    bare = address.strip()
    if "://" in bare:
        bare = _SCHEME.sub("", bare)
    host, _, path = bare.partition("?")[0].partition("#")[0].partition("/")
    host = host.casefold().removeprefix("www.").removeprefix("m.")
    path = fold(_unquoted(path)).strip("/")
    if host.endswith("linkedin.com") and path.startswith("in/"):
        return f"linkedin:{path.removeprefix('in/').split('/')[0]}"
    return f"{host}/{path}" if path else ""


def is_profile(page: str) -> bool:
    """Tell whether a page, as compared, is one human's own."""
    host, _, path = page.partition("/")
    if page.startswith("linkedin:"):
        return True
    return host in lexicon().profiles and not path.startswith(_NOBODYS)


def _unquoted(path: str) -> str:
    """Undo percent-encoding; the core does without the library that can also open addresses."""
    if "%" not in path:
        return path
    raw = re.sub(rb"%([0-9a-fA-F]{2})", lambda found: bytes([int(found[1], 16)]), path.encode())
    return raw.decode(errors="replace")
