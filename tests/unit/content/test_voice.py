"""What we write for others is in our voice: no worn phrase, no guessed gender, several wordings."""

import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from entregent.content import Content
from entregent.drafts.brief import Moment, Voice
from entregent.drafts.write import read_words

TEMPLATES = Path(str(files("entregent.content"))) / "templates"
WORDS = read_words(Content().template)
WORN = re.compile(
    r"solliciter|rebondir|opportunit|networker|n['’]hésite|\bmails?\b|réseautage|\(e\)|·e\b|"
    r"merci de (?!toute façon|votre|ton|ta|me lire)\w+(?:er|ir|re)\b|au plus vite|urgen|"
    r"reach(?:ing)? out|circle back|touch ?base|hope this finds|pick your brain|touchpoint|asap|"
    r"at your earliest|you owe|vous me devez|tu me dois|"
    r"(?:organiz|realiz|recogniz|apologiz)|\bcolor\b|\bfavors?\b|!!|[\U0001F300-\U0001FAFF]",
    re.IGNORECASE,
)
WEIGHTY = ("opening", "question", "clause", "lead", "release", "short-release", "closing")


def texts(file: Path) -> Iterator[str]:
    """Yield every sentence of a file, in every voice."""
    for block in tomllib.loads(file.read_text(encoding="utf-8")).get("block", ()):
        for key in {"tu", "vous", "fr", "casual", "formal", "en"} & block.keys():
            yield from [block[key]] if isinstance(block[key], str) else block[key]


@pytest.mark.parametrize("file", sorted(TEMPLATES.rglob("*.toml")), ids=lambda file: file.stem)
def test_no_template_says_what_we_never_say(file: Path) -> None:
    for text in texts(file):
        assert not WORN.search(text), text


@pytest.mark.parametrize("slot", WEIGHTY)
def test_what_carries_weight_in_an_ask_has_several_wordings_in_every_voice(slot: str) -> None:
    for block in WORDS.moments[Moment.ASK].of(slot):
        for voice in Voice:
            unheard = voice is Voice.FORMAL and "close" in block.when
            least = 1 if unheard or "tight" in block.when else 3
            assert len(list(block.wordings(voice))) >= least, (block.id, block.when, voice)
