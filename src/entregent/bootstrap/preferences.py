"""The settings file, and what the system tells where it is silent: language and time zone."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import fields, replace
from pathlib import Path
from typing import TYPE_CHECKING

from entregent.domain.visiting import Line, lines_of
from entregent.services.ports import BookError
from entregent.settings import Settings

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

LANGUAGES = ("fr", "en")


def usual_language() -> str:
    """Return the settings' language, else the system's, else English."""
    try:
        stored = stored_settings().get("lang")
    except BookError:
        stored = None
    if stored in LANGUAGES:
        return str(stored)
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := os.environ.get(name):
            return "fr" if value.casefold().startswith("fr") else "en"
    return "en"


def settings_path() -> Path:
    """Return where the settings lie; ENTREGENT_CONFIG names another folder."""
    if folder := os.environ.get("ENTREGENT_CONFIG"):
        return Path(folder).expanduser() / "settings.toml"
    from platformdirs import user_config_path

    return user_config_path("entregent", appauthor=False) / "settings.toml"


def stored_settings() -> Mapping[str, object]:
    """Return what the settings file says; raises BookError when it cannot be read."""
    path = settings_path()
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise BookError("settings.unreadable", path=str(path), why=str(error)) from error


def settings() -> Settings:
    """Return the settings, those of the file over those that come with the program."""
    chosen = Settings(lang=usual_language(), timezone=system_timezone())
    for name, value in stored_settings().items():
        chosen = _with(chosen, name, value)
    return chosen


def change_setting(name: str, value: str) -> Settings:
    """Set one setting and keep it; raises BookError for an unknown name or an unfit value."""
    name = name.replace("-", "_")
    chosen = _with(settings(), name, value)
    kept = {**stored_settings(), name: getattr(chosen, name)}
    lines = [f"{key} = {_toml(value)}" for key, value in sorted(kept.items())]
    path = settings_path()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    except OSError as error:
        raise BookError("settings.unwritable", path=str(path), why=str(error)) from error
    return chosen


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


_TEXTS = ("polish_url", "polish_model", "polish_reach", "card")
_REACHES = ("here", "anywhere")
_LEAST = {"half_life_days": 1, "one_way_gap": 1, "hops": 1}
_MOST = {"hops": 3}


def _with(chosen: Settings, name: str, value: object) -> Settings:
    known = [field.name for field in fields(Settings)]
    if name not in known:
        raise BookError("settings.unknown", name=name, among=", ".join(known))
    if name == "lang":
        if value not in LANGUAGES:
            raise BookError("settings.lang", value=str(value))
        return replace(chosen, lang=str(value))
    if name == "timezone":
        zone(str(value))
        return replace(chosen, timezone=str(value))
    if name in _TEXTS:
        return _with_text(chosen, name, str(value))
    text = str(value)
    number = int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else -1  # noqa: PLR2004 - five digits are years enough
    if not _LEAST.get(name, 0) <= number <= _MOST.get(name, number):
        least, most = str(_LEAST.get(name, 0)), str(_MOST.get(name, 99999))
        raise BookError("settings.number", name=name, value=text, least=least, most=most)
    return replace(chosen, **{name: number})  # type: ignore[arg-type]  # a number's name


def _with_text(chosen: Settings, name: str, value: str) -> Settings:
    if name == "polish_reach" and value not in _REACHES:
        raise BookError("settings.reach", value=value)
    if name == "card":
        value = _card(value)
    if set(value) & set('"\\') or not value.isprintable():
        raise BookError("settings.text", name=name)
    return replace(chosen, **{name: value})  # type: ignore[arg-type]  # a text's name


def _card(value: str) -> str:
    """Return the lines of a visiting card as they are kept."""
    try:
        return ",".join(line for line in Line if line in lines_of(value))
    except ValueError as error:
        raise BookError("settings.card", value=str(error), among=", ".join(Line)) from error


def one_setting(chosen: Mapping[str, object], name: str) -> dict[str, object]:
    """Return one setting by its name; raises BookError for an unknown one."""
    name = name.replace("-", "_")
    if name not in chosen:
        raise BookError("settings.unknown", name=name, among=", ".join(chosen))
    return {name: chosen[name]}


def zone(name: str) -> "ZoneInfo":
    """Return a time zone by its name; raises BookError for an unknown one."""
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(name)
    except (ValueError, OSError, KeyError) as error:
        raise BookError("settings.timezone", value=name) from error


def system_timezone() -> str:
    """Return the system's time zone by name, UTC when it does not tell."""
    place = Path("/etc/localtime")
    candidates = [os.environ.get("TZ", "").lstrip(":")]
    if place.is_symlink():
        candidates.append(str(place.readlink()).partition("zoneinfo/")[2])
    for name in filter(None, candidates):
        try:
            zone(name)
        except BookError:
            continue
        return name
    return "UTC"
