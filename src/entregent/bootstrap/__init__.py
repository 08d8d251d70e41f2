"""Where the pieces meet: picks adapters, reads the clock, the environment and the settings.

Nothing heavier than `tomllib` is imported before it is needed, so that help starts fast.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from entregent.bootstrap.gathering import gathering
from entregent.bootstrap.preferences import (
    LANGUAGES,
    change_setting,
    one_setting,
    settings,
    settings_path,
    usual_language,
    zone,
)
from entregent.bootstrap.saying import Sentences
from entregent.locale.speech import Speech
from entregent.services.ports import Book, BookError, Catalogue, Ids, Readers

if TYPE_CHECKING:
    from entregent.domain.letters import Letter
    from entregent.locale.phrase_text import Vocabulary
    from entregent.services.desk import Desk

__all__ = [
    "LANGUAGES",
    "Options",
    "book_place",
    "catalogue",
    "change_setting",
    "demo_files",
    "gathering",
    "help_speech",
    "letter",
    "one_setting",
    "open_desk",
    "options",
    "readers",
    "sentences",
    "settings",
    "settings_path",
    "speech",
    "today",
    "vocabulary",
]


_PACKAGE = Path(__file__).parents[1]
_YEARS = range(1900, 3000)  # periods of the settings added to a day stay in the calendar


@dataclass(frozen=True, slots=True)
class Options:
    """What every command takes: which book, which language, which day, which form of answer."""

    book: str | None = None
    lang: str | None = None
    today: str | None = None
    as_json: bool = False


def options(given: Mapping[str, str]) -> Options:
    """Complete what was given on the command line with the environment's ENTREGENT_*."""

    def choose(name: str) -> str | None:
        return str(given.get(name) or "") or os.environ.get(f"ENTREGENT_{name.upper()}") or None

    lang = choose("lang")
    if lang is not None and lang.casefold() not in LANGUAGES:
        raise BookError("lang.unknown", value=lang)
    return Options(
        book=choose("book"),
        lang=lang.casefold() if lang else None,
        today=choose("today"),
        as_json=bool(given.get("as_json")),
    )


# --- language --------------------------------------------------------------------------------


def help_speech(words: Sequence[str]) -> Speech:
    """Return the voice of help and refusals, which speak before the options are read."""
    asked = ""
    for place, word in enumerate(words):
        if word == "--":
            break
        if word.startswith("--lang="):
            asked = word.removeprefix("--lang=")
        elif word == "--lang" and place + 1 < len(words):
            asked = words[place + 1]
    asked = (asked or os.environ.get("ENTREGENT_LANG", "")).casefold()
    return _voice(asked if asked in LANGUAGES else usual_language(), date.min)


def speech(chosen: Options) -> Speech:
    """Return the voice of a command's answer."""
    return _voice(chosen.lang or usual_language(), today(chosen))


def _voice(lang: str, day: date) -> Speech:
    return Speech(lang, sentences(lang), day)


@lru_cache(maxsize=2)
def sentences(lang: str) -> Mapping[str, str]:
    """Return the interface's sentences in one language, by key."""
    return Sentences(_PACKAGE / "locale", lang)


def today(chosen: Options) -> date:
    """Return the day the command works on: the one given, or today in the owner's time zone."""
    if chosen.today is None:
        return _now().astimezone(zone(settings().timezone)).date()
    try:
        given = date.fromisoformat(chosen.today.strip())
    except ValueError as error:
        raise BookError("today.unreadable", value=chosen.today) from error
    if given.year not in _YEARS:
        raise BookError("today.far", value=chosen.today, first=str(_YEARS[0]), last=str(_YEARS[-1]))
    return given


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - bootstrap reads the clock, nobody else


def book_place(chosen: Options) -> str | Path:
    """Return where the book lies: a database's address, or a file."""
    if chosen.book and "://" in chosen.book:
        return chosen.book
    if chosen.book:
        return Path(chosen.book).expanduser()
    from platformdirs import user_data_path

    return user_data_path("entregent", appauthor=False) / "carnet.db"


@contextmanager
def open_desk(
    chosen: Options, *, writing: bool, trash: Literal["hidden", "seen"] = "hidden"
) -> Iterator["Desk"]:
    """Open the book for one command and close it whatever happens.

    Writing makes a book where there is none; reading then sees an empty one and makes no file.
    People in the trash are hidden from all but what must see the whole book.
    """
    from entregent.services.desk import Desk
    from entregent.services.reference import Reference
    from entregent.services.shown import shown
    from entregent.store.ids import Uuids

    ids = Uuids()
    day = today(chosen)
    book = _open_book(book_place(chosen), ids, writing=writing)
    try:
        seen = book if trash == "seen" else shown(book)
        yield Desk(seen, ids, day, _now(), settings(), Reference(catalogue()))
    finally:
        book.close()


def _open_book(place: str | Path, ids: Ids, *, writing: bool) -> Book:
    from entregent.store.opening import open_book

    try:
        return open_book(place, create=writing, ids=ids)
    except BookError as error:
        if writing or error.key != "book.missing":
            raise
    from entregent.store.memory import MemoryBook

    return MemoryBook(ids)


def readers() -> Readers:
    """Return what reads files and live mailboxes, in the owner's time zone."""
    from entregent.bootstrap.live_mail import open_live
    from entregent.exchange.files import FileReaders

    return FileReaders(zone(settings().timezone), open_live)


def is_address_book(data: bytes, name: str) -> bool:
    """Tell whether a file holds the cards of an address book."""
    from entregent.exchange.vcard.file import recognises

    return recognises(data, name)


def plain_text(data: bytes) -> str:
    """Return the text of a file, whatever its encoding."""
    from entregent.exchange.text import decode

    return decode(data)


def letter(data: bytes) -> "Letter":
    """Return one message read from its bytes, its day told in the owner's time zone.

    Raises BookError: letter.empty, letter.large, letter.unreadable.
    """
    from entregent.exchange.mail.dates import Days
    from entregent.exchange.mail.letter import read_letter

    return read_letter(data, Days(zone(settings().timezone)))


def vocabulary() -> "Vocabulary":
    """Return the words by which a free phrase about somebody is understood."""
    from entregent.locale.phrase_text import Vocabulary

    return Vocabulary(catalogue().template("vocabulary/phrase"))


def catalogue() -> Catalogue:
    """Return the content that a linguist can change."""
    from entregent.content import Content

    return Content()


def demo_files() -> Path:
    """Return the folder of the invented network: in the package, or beside it in a checkout."""
    checkout = _PACKAGE.parents[1] / "examples" / "network"
    for folder in (_PACKAGE / "demo_network", checkout):
        if folder.is_dir():
            return folder
    raise BookError("demo.missing", path=str(checkout))
