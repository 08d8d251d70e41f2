"""Parts of a statement about somebody: a company, a town, a title, a date."""

import re

from entregent.locale.phrase_text import Vocabulary, plain

PERIOD = re.compile(
    r"\b(?:(?:de|from|entre|between)\s+)?((?:19|20)\d\d)\s*(?:a|to|et|and|-|–)\s*((?:19|20)\d\d)\b"
)
IN_YEAR = re.compile(r"\b(?:en|in)\s+((?:19|20)\d\d)\b")
_SINCE = re.compile(r"\b(?:depuis|since|for)\s+((?:les?|la|the|my)?\s*[\w' ]+)$")
_LENGTH = re.compile(r"\d|\b(?:ans|annees|years|months|mois)\b")
_TOWN = re.compile(r"\s+(?:à|in)\s+([A-ZÀ-Ü][\w’'-]+)$")
_WITHIN = re.compile(r"\s+(?:aux?|dans|en|comme|as|in|on|within|where|où)\s")
_ARTICLE = re.compile(r"(?:the|la|le|les|our|notre)\s+(?=[A-ZÀ-Ü0-9])|l['’](?=[A-ZÀ-Ü])")


def since_in(text: str) -> tuple[int, int, tuple[int, int]] | None:
    """Return where the words after "depuis" or "since" stand, and the span with that word."""
    found = _SINCE.search(plain(text))
    if found is None or (found[0].startswith("for") and not _LENGTH.search(found[1])):
        return None
    return found.start(1), found.end(1), found.span()


def clean(text: str) -> str:
    """Return a name without its article and full stop."""
    return _ARTICLE.sub("", text.strip(" .!"), count=1)


def company_in(text: str, words: Vocabulary) -> tuple[str, str]:
    """Return what stands before the company, and the company, empty when none is named."""
    parts = words["mark", "chez"].split(text)
    if parts and parts[1] and words["mark", "nowhere"].take(parts[1]) is None:
        return _apart(*parts)
    parts = words["mark", "au"].split(text)
    if parts and parts[1][:1].isupper():
        return _apart(*parts)
    return text, ""


def _apart(before: str, after: str) -> tuple[str, str]:
    """Take what a company's name ends before ("Airbus aux essais") to what stands before it."""
    within = _WITHIN.search(after)
    if within is None:
        return before, clean(after)
    rest = after[within.start() :].strip()
    return f"{before} {rest}".strip(), clean(after[: within.start()])


def employer_in(text: str, words: Vocabulary) -> tuple[str, str]:
    """Read the company of "works for BP", told from "works for himself" by its capital."""
    after = words["mark", "pour"].take(text)
    if after is not None and clean(after)[:1].isupper():
        return "", clean(after)
    return text, ""


def town_in(text: str, words: Vocabulary) -> tuple[str, str]:
    """Return the text without the town at its end, and the town, empty when there is none.

    A name that nobody knows as a town is one only after a company: "chez Veolia à Nanterre".
    """
    for start, end in words["known", "places"].spans(text):
        if text[end:].strip(" .!"):
            continue
        before = text[:start].rstrip()
        for mark_start, mark_end in reversed(words["mark", "town"].spans(before)):
            if mark_end == len(before):
                return before[:mark_start].rstrip(), text[start:end]
    found = _TOWN.search(text)
    if found is not None:
        before = text[: found.start()]
        if company_in(before, words)[1] or employer_in(before, words)[1]:
            return before, found[1]
    return text, ""


def is_title(text: str, words: Vocabulary) -> bool:
    """Tell whether a text begins or ends as the title of a job does."""
    last = text.rpartition(" ")[2]
    return words["known", "titles"].take(text) is not None or (last in words["known", "title_ends"])


def of_somebody_else(rest: str) -> bool:
    """Tell "(frère) de Karim", no tie of mine, from "(amie) de fac"."""
    found = re.match(r"(?:de|d'|of)\s*(?=\S)", plain(rest))
    return found is not None and rest[found.end() :][:1].isupper() and not rest.isupper()
