"""tu and vous told on CoCoA-MT, a simple lexicon beside.

    python bench/register.py FOLDER [--split train|test] [--wrong]

FOLDER holds the formality data of CoCoA-MT (CDLA-Sharing-1.0): the same sentences in both forms.
Accuracy: of the sentences whose forms differ, those told rightly. Mixed: each formal sentence
followed by the next informal one says both (`mixed`); two formal or two informal ones do not.
Words in quotation marks are somebody else's to the checker, while the data gives them the form of
the sentence: both are measured, the sentences as they are and without their marks.
"""

import argparse
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Literal

from entregent.content import Content
from entregent.domain.words import Address
from entregent.services.checking import tact_rules
from entregent.tact.reading import read_message

SPLITS = {
    "train": tuple(
        f"formality-control.train.{part}.en-fr.{{}}.fr" for part in ("telephony", "topical_chat")
    ),
    "test": ("formality-control.test.en-fr.{}.fr",),
}
_TU = re.compile(
    r"(?<!\w)(?:tu|te|toi|ton|ta|tes|tiens?|tiennes?)(?!\w)|(?<![\w-])t['’]", re.IGNORECASE
)
_VOUS = re.compile(
    r"(?<!\w)(?:vous|votre|vos|vôtres?|(?!chez|assez)\w+ez|êtes)(?!\w)", re.IGNORECASE
)

Teller = Callable[[str], tuple[int, int]]
"""How often a text says *tu*, and *vous*."""


def by_lexicon(text: str) -> tuple[int, int]:
    """Count the pronouns and possessives, and the words in -ez."""
    return len(_TU.findall(text)), len(_VOUS.findall(text))


def by_entregent(marks: str, heard: Literal["own", "quoted too"]) -> Teller:
    """Return how the checker reads, without the quotation marks `marks`.

    A mixture is told by the author's own words only, the form of a message also by what it quotes.
    """
    lexicon = tact_rules(Content()).lexicon
    dropped = str.maketrans(dict.fromkeys(marks, " "))

    def told(text: str) -> tuple[int, int]:
        message = read_message(text.translate(dropped), lexicon, "fr")
        forms = message.address if heard == "own" else message.heard
        vous = forms.vous if forms.tu else forms.vous + forms.many
        return len(forms.tu), len(vous)

    return told


def pairs(folder: Path, split: str) -> list[tuple[str, str]]:
    """Return (formal, informal) sentences that differ."""
    read = [
        zip(
            *((folder / name.format(form)).read_text().splitlines() for form in _FORMS), strict=True
        )
        for name in SPLITS[split]
    ]
    return [(formal, informal) for one in read for formal, informal in one if formal != informal]


_FORMS = ("formal", "informal")


def form(counts: tuple[int, int]) -> Address | None:
    """Return the form that is said more."""
    tu, vous = counts
    return None if tu == vous else Address.TU if tu > vous else Address.VOUS


def spliced(given: Sequence[tuple[str, str]]) -> list[tuple[str, bool]]:
    """Return messages of two sentences, and whether they mix."""
    after = (*given[1:], given[0])
    return [
        message
        for (formal, informal), (next_formal, next_informal) in zip(given, after, strict=True)
        for message in (
            (f"{formal}\n{next_informal}", True),
            (f"{formal}\n{next_formal}", False),
            (f"{informal}\n{next_informal}", False),
        )
    ]


def measure(
    name: str, tellers: tuple[Teller, Teller], given: Sequence[tuple[str, str]], *, wrong: bool
) -> None:
    """Print the figures of the teller of forms, and of that of mixtures."""
    told, mixes = tellers
    sides = [(text, want) for pair in given for text, want in zip(pair, _WANTED, strict=True)]
    right = sum(form(told(text)) is want for text, want in sides)
    mixed = [(text, want, all(mixes(text))) for text, want in spliced(given)]
    found = sum(want and got for _, want, got in mixed)
    precision = found / max(sum(got for *_, got in mixed), 1)
    recall = found / sum(want for _, want, _ in mixed)
    print(
        f"{name:18} accuracy {right / len(sides):.3f} ({right} of {len(sides)})   "
        f"mixed P {precision:.3f} R {recall:.3f}"
    )
    for text, want in sides if wrong else ():
        counts = told(text)
        if form(counts) is not want or all(counts):
            print("   ", want, counts, text)


def _both(marks: str) -> tuple[Teller, Teller]:
    return by_entregent(marks, "quoted too"), by_entregent(marks, "own")


_WANTED = (Address.VOUS, Address.TU)


def main() -> None:
    """Print both tellers, split by split."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--split", choices=sorted(SPLITS))
    parser.add_argument("--wrong", action="store_true", help="print the sentences told wrongly")
    asked = parser.parse_args()
    for split in (asked.split,) if asked.split else tuple(SPLITS):
        given = pairs(asked.folder, split)
        print(f"{split}: {len(given)} pairs")
        measure("  simple lexicon", (by_lexicon, by_lexicon), given, wrong=False)
        measure("  as they are", _both(""), given, wrong=False)
        measure("  without marks", _both('«»“”":'), given, wrong=asked.wrong)


if __name__ == "__main__":
    main()
