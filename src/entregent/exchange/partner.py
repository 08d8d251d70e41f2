"""A partner's file: what one of a team chose to tell the others, as plain JSON.

`docs/partner.md` gives the format. A file comes from anybody: it is bounded, cleaned, and held
against the word agreed on before anything of it is believed.
"""

import hmac
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from hashlib import scrypt, sha256
from typing import Any

from entregent.domain.partners import Named, PartnerFile, Share, plain_text
from entregent.domain.text import tokens
from entregent.services.ports import BookError

FORMAT = "entregent-partner"
VERSION = 1
MOST_OCTETS = 65_536
"""A file is not read beyond."""
_LISTS = ("meets", "knows", "presents")
_TURNS, _BLOCK, _OCTETS = 1 << 14, 8, 32
"""What a guess of the word costs: 16 MB and some hundredths of a second (scrypt, RFC 7914)."""


def write_partner(told: PartnerFile, word: str = "") -> str:
    """Return the file's text; with a word, sealed by it.

    Raises BookError: event.partner.mute, of a word without letters.
    """
    share = told.share
    document: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "id": told.id,
        "written": told.written,
        "event": {"name": told.event, "day": told.day.isoformat(), "mark": told.mark},
        "name": share.name,
        "seeks": list(share.seeks),
        **{kind: [_guest(one) for one in getattr(share, kind)] for kind in _LISTS},
    }
    if word:
        if not tokens(word):
            raise BookError("event.partner.mute")
        document["seal"] = _seal(document, word)
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def compact(text: str) -> str:
    """Return the same file without air, for a code that a phone reads."""
    return json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":"))


def read_partner(data: bytes, word: str = "") -> PartnerFile:
    """Return what a file tells.

    Raises BookError: event.partner.large, event.partner.not-one, event.partner.newer,
    event.partner.altered, and of the word event.partner.sealed, event.partner.unsealed,
    event.partner.other-word.
    """
    document = _document(data)
    event = document.get("event")
    if not isinstance(event, dict):
        raise BookError("event.partner.not-one")
    _check_word(document, word)
    share, whole = _share(document)
    told = PartnerFile(
        _needed(document.get("id")),
        _instant(document.get("written")),
        _needed(event.get("name")),
        _day(event.get("day")),
        share,
        sealed="seal" in document,
        left_out=not whole,
    )
    if event.get("mark") != told.mark:
        raise BookError("event.partner.altered")
    return told


def _document(data: bytes) -> dict[str, Any]:
    if len(data) > MOST_OCTETS:
        raise BookError("event.partner.large")
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise BookError("event.partner.not-one") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise BookError("event.partner.not-one")
    version = document.get("version")
    if type(version) is int and version > VERSION:
        raise BookError("event.partner.newer")
    if type(version) is not int or version < 1:
        raise BookError("event.partner.not-one")
    return document


def _refuse(constant: str) -> None:
    raise ValueError(constant)


def _check_word(document: Mapping[str, Any], word: str) -> None:
    """Hold the seal against the word agreed on; one without the other is refused."""
    if "seal" not in document and not word:
        return
    if "seal" not in document:
        raise BookError("event.partner.unsealed")
    if not word:
        raise BookError("event.partner.sealed")
    bare = {key: value for key, value in document.items() if key != "seal"}
    seal = str(document["seal"]).encode(errors="replace")
    if not hmac.compare_digest(seal, _seal(bare, word).encode()):
        raise BookError("event.partner.other-word")


def _seal(document: Mapping[str, Any], word: str) -> str:
    """Return the seal of a document by a word; accents and capitals of a spoken word are folded."""
    try:
        told = json.dumps(document, sort_keys=True, separators=(",", ":"))
    except RecursionError as error:
        raise BookError("event.partner.not-one") from error
    salt = f"{FORMAT}|{document.get('id')}".encode(errors="replace")
    spoken = " ".join(tokens(word)).encode()
    key = scrypt(spoken, salt=salt, n=_TURNS, r=_BLOCK, p=1, dklen=_OCTETS)
    return hmac.new(key, told.encode(), sha256).hexdigest()


def _guest(one: Named) -> dict[str, str]:
    return {"name": one.name, **({"company": one.company} if one.company else {})}


def _share(document: Mapping[str, Any]) -> tuple[Share, bool]:
    """Return the share, and whether all of it could be read."""
    seeks = document.get("seeks", [])
    lists = [document.get(kind, []) for kind in _LISTS]
    told = [some if isinstance(some, list) else [""] for some in (seeks, *lists)]
    words = tuple(map(_text, told[0]))
    guests = [tuple(map(_named, some)) for some in told[1:]]
    share = Share(_needed(document.get("name")), words, *guests).bounded()
    kept = (share.seeks, share.meets, share.knows, share.presents)
    whole = all(len(read) == len(some) for read, some in zip(kept, told, strict=True))
    return share, whole


def _named(one: object) -> Named:
    if not isinstance(one, dict):
        return Named("")
    return Named(_text(one.get("name")), _text(one.get("company")))


def _text(told: object) -> str:
    return told if isinstance(told, str) else ""


def _needed(told: object) -> str:
    """Return a text that must say something."""
    text = plain_text(_text(told))
    if not tokens(text):
        raise BookError("event.partner.not-one")
    return text


def _day(told: object) -> date:
    try:
        return date.fromisoformat(_text(told))
    except ValueError as error:
        raise BookError("event.partner.not-one") from error


def _instant(told: object) -> str:
    """Return an instant as UTC to the second."""
    try:
        at = datetime.fromisoformat(_text(told))
        if at.tzinfo is not None:
            return at.astimezone(UTC).isoformat(timespec="seconds")
    except (ValueError, OverflowError) as error:
        raise BookError("event.partner.not-one") from error
    raise BookError("event.partner.not-one")
