"""The interface's voice: sentences by key, filled in with names, dates and plurals."""

import string
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from entregent.locale import french

_PATTERNS = {
    ("fr", "day"): "d MMMM",
    ("en", "day"): "d MMMM",
    ("fr", "weekday"): "EEEE d MMMM",
    ("en", "weekday"): "EEEE d MMMM",
}


class Speech:
    """Says the sentences of one language.

    `sentences` maps flat keys to templates. A key may exist as `key.one` and `key.other`, chosen
    by the value `n`. Placeholders are `{name}`, or `{name:format}` with one of the formats `day`,
    `weekday` (a date, with its year when it is not that of `today`), `list` ("A, B and C"), and in
    French `de`, `à`, `que` (elision and contraction: "d'Airbus", "du Crédit Agricole").
    """

    def __init__(self, lang: str, sentences: Mapping[str, str], today: date) -> None:
        """Keep the language (`fr` or `en`), its sentences, and the day it speaks on."""
        self.lang = lang
        self.today = today
        self._sentences = sentences
        self._formatter = _Formatter(self)

    def say(self, key: str, **values: Any) -> str:  # noqa: ANN401 - names, dates, numbers
        """Return the sentence of `key`; raises KeyError when there is none."""
        template = self._sentences.get(key)
        if template is None:
            template = self._sentences[f"{key}.{self.plural(values['n'])}"]
        return self.fill(template, values)

    def fill(self, template: str, values: Mapping[str, Any]) -> str:
        """Fill a template that stands outside the sentences (a draft's, say)."""
        return self._formatter.vformat(template, (), values)

    def has(self, key: str) -> bool:
        """Tell whether there is a sentence under this key."""
        return key in self._sentences or f"{key}.other" in self._sentences

    def plural(self, number: int) -> str:
        """Return `one` or `other` for a number (in French, 0 is singular)."""
        return "one" if (number in (0, 1) if self.lang == "fr" else number == 1) else "other"

    def date(self, day: date, pattern: str = "day") -> str:
        """Return a date in words; the year only when it is not this year."""
        from babel.dates import format_date

        skeleton = _PATTERNS[self.lang, pattern]
        if day.year != self.today.year:
            skeleton += " y"
        words = format_date(day, skeleton, locale=self.lang)
        return words.replace("1 ", "1er ", 1) if self.lang == "fr" and day.day == 1 else words

    def list(self, names: Sequence[str]) -> str:
        """Return "A, B and C"."""
        if len(names) <= 1:
            return "".join(names)
        joint = " et " if self.lang == "fr" else " and "
        return ", ".join(names[:-1]) + joint + names[-1]


class _Formatter(string.Formatter):
    def __init__(self, speech: Speech) -> None:
        self._speech = speech

    def format_field(self, value: Any, format_spec: str) -> str:  # noqa: ANN401 - as its base
        if format_spec in ("day", "weekday"):
            return self._speech.date(value, format_spec)
        if format_spec == "list":
            return self._speech.list(value)
        if format_spec in french.JOINTS:
            return french.join(format_spec, str(value))
        return str(super().format_field(value, format_spec))
