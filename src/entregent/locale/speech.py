"""The interface's voice: sentences by key, filled in with names, dates and plurals."""

import string
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from entregent.locale import french

_PATTERNS = {
    ("fr", "day"): "d MMMM",
    ("en", "day"): "d MMMM",
    ("fr", "weekday"): "EEEE d MMMM",
    ("en", "weekday"): "EEEE d MMMM",
    ("fr", "month"): "MMM",
    ("en", "month"): "MMM",
}


class Speech:
    """Says the sentences of one language.

    `sentences` maps flat keys to templates. A key may exist as `key.one` and `key.other`, chosen
    by the value `n`. Placeholders are `{name}`, or `{name:format}` with one of the formats `day`,
    `weekday`, `month` (a date, with its year when it is not that of `today`), `list` ("A, B and
    C"), `shell` (a word of a command to copy), and in French `de`, `à`, `que` (elision and
    contraction: "d'Airbus", "du Crédit Agricole").
    """

    def __init__(self, lang: str, sentences: Mapping[str, str], today: date) -> None:
        """Keep the language (`fr` or `en`), its sentences, and the day it speaks on."""
        self.lang = lang
        self.today = today
        self._sentences = sentences
        self._dates: dict[tuple[date, str], str] = {}

    def say(self, key: str, **values: Any) -> str:  # noqa: ANN401 - names, dates, numbers
        """Return the sentence of `key`; raises KeyError when there is none."""
        template = self._sentences.get(key)
        if template is None:
            template = self._sentences[f"{key}.{self.plural(values['n'])}"]
        return self.fill(template, values)

    def fill(self, template: str, values: Mapping[str, Any]) -> str:
        """Fill a template that stands outside the sentences (a draft's, say)."""
        return "".join(
            [
                literal if name is None else literal + self._filled(values[name], spec)
                for literal, name, spec in _parts(template)
            ]
        )

    def _filled(self, value: object, spec: str) -> str:
        if not spec:
            return str(value)
        if spec in ("day", "weekday", "month"):
            return self.date(value, spec)  # type: ignore[arg-type]  # templates are data
        if spec == "list":
            return self.list(value)  # type: ignore[arg-type]
        if spec == "shell":
            return quoted(str(value))
        return french.join(spec, str(value)) if spec in french.JOINTS else format(value, spec)

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence under this key."""
        return key in self._sentences or f"{key}.other" in self._sentences

    def plural(self, number: int) -> str:
        """Return `one` or `other` for a number (in French, 0 is singular)."""
        return "one" if (number in (0, 1) if self.lang == "fr" else number == 1) else "other"

    def date(self, day: date, pattern: str = "day") -> str:
        """Return a date in words; the year only when it is not this year."""
        words = self._dates.get((day, pattern))
        if words is None:
            words = self._dates[day, pattern] = _dated(self.lang, self.today, day, pattern)
        return words

    def list(self, names: Sequence[str]) -> str:
        """Return "A, B and C"."""
        if len(names) <= 1:
            return "".join(names)
        joint = " et " if self.lang == "fr" else " and "
        return ", ".join(names[:-1]) + joint + names[-1]


def quoted(word: str) -> str:
    """Return a word in quotes, so that a shell takes it as it stands, whatever it holds."""
    if set(word).isdisjoint('"$`\\!'):
        return f'"{word}"'
    return "'" + word.replace("'", "'\\''") + "'"


@lru_cache(maxsize=1024)
def _parts(template: str) -> tuple[tuple[str, str | None, str], ...]:
    """Return a template's texts, each with the name and the format of what follows it."""
    parsed = string.Formatter().parse(template)
    return tuple((literal, name, spec or "") for literal, name, spec, _ in parsed)


def _dated(lang: str, today: date, day: date, pattern: str) -> str:
    from babel.dates import format_date

    skeleton = _PATTERNS[lang, pattern]
    if day.year != today.year:
        skeleton += " y"
    words = format_date(day, skeleton, locale=lang)
    return words.replace("1 ", "1er ", 1) if lang == "fr" and day.day == 1 else words
