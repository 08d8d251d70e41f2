"""Handles: what a source knows a human by, in the form in which two sources agree."""

import re

from entregent.domain.text import fold

_ROLES = frozenset(
    "info contact hello bonjour accueil support sales service services admin office team equipe "
    "rh hr recrutement jobs careers presse press marketing compta comptabilite secretariat "
    "direction commercial facturation billing help webmaster mairie cabinet famille family "
    "bureau asso association club noreply no-reply".split()
)
_ENOUGH_DIGITS = 8


def email(address: str) -> str:
    """Return an address as it is compared; empty when it is none."""
    folded = address.strip().strip("<>").casefold().removeprefix("mailto:")
    local, at, domain = folded.rpartition("@")
    if not (at and local and "." in domain):
        return folded if at and local and domain else ""
    if domain in ("gmail.com", "googlemail.com"):
        local, domain = local.partition("+")[0].replace(".", ""), "gmail.com"
    return f"{local}@{domain}"


def is_role(address: str) -> bool:
    """Tell whether an address belongs to a function or a household rather than to one human."""
    local = address.partition("@")[0]
    return local in _ROLES or any(part in _ROLES for part in re.split(r"[._-]", local)[:1])


def phone(number: str) -> str:
    """Return the digits that national and international writings of one number share.

    The last nine digits, or eight at least; empty when there are fewer.
    """
    digits = re.sub(r"\D", "", number.partition("x")[0])
    return digits[-9:] if len(digits) >= _ENOUGH_DIGITS else ""


def url(address: str) -> str:
    """Return a profile's address as it is compared: LinkedIn's slug, or host and path."""
    bare = re.sub(r"^[a-z][a-z0-9+.-]*://", "", address.strip(), flags=re.IGNORECASE)
    host, _, path = re.split(r"[?#]", bare, maxsplit=1)[0].partition("/")
    host = host.casefold().removeprefix("www.")
    path = fold(_unquoted(path)).strip("/")
    if host.endswith("linkedin.com") and path.startswith("in/"):
        return f"linkedin:{path.removeprefix('in/').split('/')[0]}"
    return f"{host}/{path}" if path else ""


def _unquoted(path: str) -> str:
    """Undo percent-encoding; the core does without the library that can also open addresses."""
    raw = re.sub(rb"%([0-9a-fA-F]{2})", lambda found: bytes([int(found[1], 16)]), path.encode())
    return raw.decode(errors="replace")
