"""All that rules look for, gathered by language, and how a text is read with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from entregent.locale.address_form import AddressWords
from entregent.locale.english_register import RegisterWords
from entregent.locale.languages import LANGUAGES, Language, Languages
from entregent.locale.letter import LetterWords
from entregent.locale.other_form import OtherForm
from entregent.locale.phrasebook import Phrasebook
from entregent.tact.rule import Rule

SHARED = ("asks", "favours")
"""The vocabularies whose lists all rules share."""


@dataclass(frozen=True)
class Lexicon:
    """The words and phrases of the rules, and those of what they share.

    A rule's list is called `CODE.list` (`TC202.phrases`), one of a shared vocabulary
    `asks.list`.
    """

    languages: Languages
    letters: LetterWords
    lists: Mapping[Language, Mapping[str, tuple[str, ...]]]
    address: AddressWords
    register: RegisterWords
    other_form: OtherForm

    def book(self, language: Language) -> Phrasebook:
        """Return the phrases of a language."""
        return self._french if language == "fr" else self._english

    @cached_property
    def _french(self) -> Phrasebook:
        return Phrasebook(self.lists["fr"])

    @cached_property
    def _english(self) -> Phrasebook:
        return Phrasebook(self.lists["en"])


def gather(rules: Iterable[Rule], vocabularies: Mapping[str, Mapping[str, Any]]) -> Lexicon:
    """Return the lexicon of rules and parsed vocabularies.

    The vocabularies are `languages`, `letters`, `address` and the shared ones.
    """
    lists: dict[Language, dict[str, tuple[str, ...]]] = {
        language: {
            f"{vocabulary}.{name}": tuple(phrases)
            for vocabulary in SHARED
            for name, phrases in vocabularies[vocabulary][language].items()
        }
        for language in LANGUAGES
    }
    for rule in rules:
        for language, told in rule.told.items():
            lists[language] |= {
                f"{rule.code}.{name}": phrases for name, phrases in told.lists.items()
            }
            lists[language] |= {
                f"{rule.code}.better-{number}": (better.find,)
                for number, better in enumerate(told.better)
            }
    languages = Languages.of(vocabularies["languages"])
    address = vocabularies["address"]
    return Lexicon(
        languages=languages,
        letters=LetterWords(vocabularies["letters"]),
        lists=lists,
        address=AddressWords(address["fr"]),
        register=RegisterWords(address["en"], address["plain"]),
        other_form=OtherForm(address["other_form"]),
    )
