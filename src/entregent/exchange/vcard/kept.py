"""What a card says in words that the book has none for, kept so that it can be given back.

Each property is kept under what stands before its colon in a strict card (`TEL;TYPE=CELL`), its
value as a card writes it, escapes and all, one a line when there are several. What Apple says of a
property in another one of its group stands among its parameters (`ADR;X-ABLABEL=office`).
"""

import re
from collections.abc import Iterable

from entregent.exchange.linkedin.urls import slug
from entregent.exchange.text import clean
from entregent.exchange.vcard.heads import strict_head, telling
from entregent.exchange.vcard.values import BINARY, LABEL, Property, birthday, unescape

GROUPED = (LABEL, "X-ABADR")
"""Properties that speak of another one of their group."""
OWN = "X-ENTREGENT-"
"""How the properties of our own begin, which say what cards have no word for."""

_MECHANICS = BINARY | {
    *("BEGIN", "END", "VERSION", "PRODID", "REV", "PROFILE", "MAILER", "CLIENTPIDMAP", "AGENT"),
    *(LABEL, "X-ABSHOWAS", "KIND", "X-ADDRESSBOOKSERVER-KIND", "X-ABUID"),
}
_SAID = frozenset({"FN", "NOTE", "CATEGORIES", "TITLE", "LANG"})
"""Properties of which the book holds all that it would give back."""
_NEVER = (_MECHANICS | _SAID) - frozenset(GROUPED)
_FIRST_PARTS = {"N": 2, "ORG": 1}
"""Properties of which the book holds the first so many parts."""
_TYPED = frozenset({"EMAIL", "TEL", "URL"})
"""Properties of which the book holds the value, but not what kind it is of."""
_SECRET = re.compile(r"PASSWORD|PASSWD|SECRET|TOKEN|PINCODE|PRIVATE|OTP")
_APPLE = re.compile(r"_\$!<(.*)>!\$_")
_LONGEST = 10_000


def kept(props: Iterable[Property]) -> dict[str, str]:
    """Return what the book has no word for, by strict head."""
    found: dict[str, list[str]] = {}
    grouped: dict[str, dict[str, str]] = {}
    worth = []
    for prop in props:
        head, value = prop
        if head.name in _NEVER or (head.strict in _TYPED and not head.group):
            continue
        if head.name in GROUPED:
            label = _APPLE.sub(r"\1", unescape(value)) if head.group else ""
            grouped.setdefault(head.group, {})[head.name] = label
        elif _is_worth_keeping(prop):
            worth.append(prop)
    for head, value in worth:
        more = grouped.get(head.group) if head.group else None
        if not more and head.strict in _TYPED:
            continue
        key = strict_head(head.name, {**telling(head.params), **more}) if more else head.strict
        found.setdefault(key, []).append(clean(value).replace("\n", "\\n"))
    return {key: "\n".join(dict.fromkeys(values)) for key, values in found.items()}


def _is_worth_keeping(prop: Property) -> bool:
    """Tell whether a property says something beyond what the card already holds of it."""
    name, value = prop.head.name, prop.value
    if name in _FIRST_PARTS:
        return bool("".join(value.split(";")[_FIRST_PARTS[name] :]).strip())
    if not value.strip(" ;,") or len(value) > _LONGEST or value[:5].lower() == "data:":
        return False
    if name == "BDAY":
        return not _is_day(prop)
    return not (name.startswith(OWN) or _SECRET.search(name))


def is_firms(prop: Property) -> bool:
    """Tell whether an address is an employer's page, which says nothing of who this is."""
    return prop.head.says("TYPE", "WORK") and not slug(prop.value)


def _is_day(prop: Property) -> bool:
    try:
        return bool(birthday(prop)) or not re.search("[1-9]", prop.value)
    except ValueError:
        return False
