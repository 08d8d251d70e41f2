"""The two files of sentences say the same things, in good French and good English."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import click
import pytest

from entregent.bootstrap.saying import Sentences
from entregent.cli.app import entregent
from entregent.cli.values import Worded
from entregent.domain.asking import Code, NobodyCode, Verdict
from entregent.domain.words import Channel, Context, Kind, Origin, Reply, Said
from entregent.ledger.agenda import Due
from entregent.ledger.contradictions import Contrary
from entregent.ledger.turn import Turn
from entregent.locale.french import typography
from entregent.network.reasons import Rests
from entregent.settings import Settings

SOURCE = Path(__file__).parents[3] / "src" / "entregent"
SAYING = ("cli", "locale", "bootstrap")
LANGUAGES = ("fr", "en")
PLURAL = re.compile(r"\.(one|other)$")


def sentences(lang: str) -> dict[str, str]:
    return dict(Sentences(SOURCE / "locale", lang))


def keys(lang: str) -> set[str]:
    """Keys as they are asked for, without their plural forms."""
    return {PLURAL.sub("", key) for key in sentences(lang)}


def trees(*rooms: str) -> Iterator[tuple[Path, ast.Module]]:
    for room in rooms:
        for path in sorted((SOURCE / room).rglob("*.py")):
            yield path, ast.parse(path.read_text(encoding="utf-8"))


def constants(*rooms: str) -> set[str]:
    return {
        node.value
        for _, tree in trees(*rooms)
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def patterns(*rooms: str) -> list[re.Pattern[str]]:
    """Return keys built at run time, `f"kind.{kind}.a"`, as patterns."""
    found = []
    for _, tree in trees(*rooms):
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                parts = [
                    re.escape(str(part.value)) if isinstance(part, ast.Constant) else r".*"
                    for part in node.values
                ]
                if re.match(r"[a-z-]+\\\.", parts[0]):
                    found.append(re.compile("".join(parts)))
    return found


def calls(name: str, *rooms: str) -> set[str]:
    """Return the literal first arguments of the calls to `name`."""
    return {
        node.args[0].value
        for _, tree in trees(*rooms)
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) == name
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def helped() -> tuple[set[str], set[str]]:
    """Return the help and the metavars that the commands ask for; shared ones count as one."""
    known = keys("en")
    wanted, metavars = {"help.entregent"}, {"metavar.command"}

    def visit(command: click.Command, path: str) -> None:
        for parameter in command.params:
            if getattr(parameter, "hidden", False):
                continue
            own = f"help.{path or 'entregent'}.{parameter.name}"
            wanted.add(own if own in known else f"help.{parameter.name}")
            if isinstance(parameter.type, Worded):
                if isinstance(parameter, click.Argument) or not parameter.type.brief:
                    metavars.add(f"metavar.{parameter.name}")
            elif not getattr(parameter, "is_flag", False):
                metavars.add(f"metavar.{parameter.metavar or parameter.name}")
        if isinstance(command, click.Group):
            for name in command.list_commands(click.Context(command)):
                inner = command.get_command(click.Context(command), name)
                assert inner is not None
                inside = f"{path}.{name}" if path else name
                wanted.update({f"help.{inside}", f"help.{inside}.short"})
                visit(inner, inside)

    visit(entregent, "")
    return wanted, metavars


def refusals() -> set[str]:
    everywhere = ("cli", "bootstrap", "services", "store", "exchange", "identity")
    own = {word for word in constants("store") if re.fullmatch(r"book\.[a-z-]+", word)}
    rules = calls("RuleError", "tact") | calls("Flaw", "tact") | calls("PhraseError", "locale")
    named = calls("BookError", *everywhere) | own - {"book.db"}
    return {f"error.{key}" for key in named | rules}


def problems() -> set[str]:
    rooms = (
        "import|vcard|linkedin|facebook|whatsapp|monica|table|mail|imap|calendar|pool|need|match"
    )
    formats = rf"({rooms})\.[a-z]+(-[a-z]+)*"
    told = {word for word in constants("exchange", "services") if re.fullmatch(formats, word)}
    told -= calls("BookError", "exchange", "services") - {"import.unreadable"}
    told -= {"mail.no", "calendar.google"}
    journal = {
        word for word in calls("Unreadable", "exchange") if re.fullmatch(r"[a-z]+(-[a-z]+)*", word)
    }
    journal |= {"stray-quote", "unclosed-quote", "unknown-kind"}
    told |= {f"contrary.{what}" for what in (*Contrary, f"{Contrary.BACKWARDS}-months")}
    return {f"problem.{key}" for key in told} | {f"problem.journal.{key}" for key in journal}


def families() -> set[str]:
    """Return the keys of every closed set of values that is said."""
    said: set[str] = set()
    for kind in Kind:
        said |= {f"kind.{kind}", f"kind.{kind}.a", f"kind.{kind}.of", f"goal.{kind}.person"}
    for code in set(Code) - {Code.LEFT_OUT}:
        said.add(f"reason.{code}")
    said |= {f"reason.left-out.{how}" for how in ("left-out", "discreet", "discreet-company")}
    said |= {f"verdict.{verdict}" for verdict in Verdict}
    said |= {f"agenda.{due}" for due in set(Due) - {Due.GIFT}}
    said |= {f"turn.{turn}" for turn in Turn}
    said |= {f"origin.{origin}" for origin in Origin}
    said |= {f"said.{word}" for word in set(Said) - {Said.OTHER}}
    said |= {f"word.{word}" for word in Context}
    said |= {f"record.answered-{reply}" for reply in Reply} | {f"reply.{reply}" for reply in Reply}
    said |= {f"channel.{channel}.{by}" for channel in Channel for by in ("by-me", "by-them")}
    said |= {f"settings.{field.name}.means" for field in fields(Settings)}
    for code in NobodyCode:
        said |= {f"nobody.{code}", f"nobody.{code}.meanwhile"}
    for side in ("mine", "others"):
        for kind in set(Rests) - {Rests.CLOSENESS}:
            said.add(f"tie.{side}.{kind}")
    return said


@pytest.mark.parametrize("chapter", ["event", "match"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_of_a_chapter_stands_twice_or_out_of_it(lang: str, chapter: str) -> None:
    files = sorted((SOURCE / "locale" / chapter / lang).glob("*.toml"))
    told = [key for file in files for key in tomllib.loads(file.read_text(encoding="utf-8"))]
    common = tomllib.loads((SOURCE / "locale" / f"{lang}.toml").read_text(encoding="utf-8"))
    assert len(told) == len(set(told))
    assert not set(told) & set(common)
    assert all(chapter in key.split(".")[:2] for key in told)


def test_both_languages_have_the_same_keys() -> None:
    assert set(sentences("fr")) == set(sentences("en"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_plurals_come_in_pairs(lang: str) -> None:
    plural = {key for key in sentences(lang) if PLURAL.search(key)}
    for key in plural:
        stem = PLURAL.sub("", key)
        assert {f"{stem}.one", f"{stem}.other"} <= plural
        assert stem not in sentences(lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_is_missing(lang: str) -> None:
    wanted, metavars = helped()
    spoken = calls("say", *SAYING) | calls("line", "cli")
    needed = wanted | metavars | refusals() | problems() | families() | spoken
    assert needed - keys(lang) == set()


def test_no_sentence_is_unused() -> None:
    wanted, metavars = helped()
    told = problems()
    literal = constants(*SAYING)
    built = patterns(*SAYING)
    wide = re.compile(r"(help|metavar|error|problem)\.")
    page = {key for key in literal if key.startswith("help.")} | {"help.entregent"}
    page |= {key for key in keys("en") if key.startswith("help.chapter.")}
    everywhere = constants(
        *("cli", "bootstrap", "services", "store", "exchange", "locale", "tact", "coach")
    )
    unused = {
        key
        for key in keys("en") - wanted - metavars - page
        if key not in literal
        and (wide.match(key) or not any(one.fullmatch(key) for one in built))
        and not (key.startswith("error.") and key.removeprefix("error.") in everywhere)
        and key not in told
        and not (key.startswith("error.") and key.endswith("-near"))
    }
    assert unused == set()


def places(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_both_languages_fill_the_same_places() -> None:
    french, english = sentences("fr"), sentences("en")
    for key in french:
        if not key.endswith(".one"):
            assert places(french[key]) == places(english[key]), key


def test_french_has_its_typography() -> None:
    for key, said in sentences("fr").items():
        bare = re.sub(r"\{[^}]*\}", "Nom", said)
        assert typography(bare) == bare, key
        assert "'" not in re.sub(r"pip install '[^']*'", "", said), key


def test_english_has_its_apostrophes() -> None:
    for key, said in sentences("en").items():
        assert "'" not in re.sub(r"pip install '[^']*'", "", said), key


BANNED = {
    "fr": (
        r"sollicit\w* (son|votre) réseau|rebondir|opportunit|networker|n’hésitez pas|"
        r"(?<!-)\bmails?\b|"
        r"\(e\)|\bcontacts? pro|touchpoint|dette|score"
    ),
    "en": (
        r"reach(ed|ing)? out|circl(e|ing) back|hope this finds|touchpoint|opportunit|\bdebt|score"
    ),
}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_sentence_uses_words_to_avoid(lang: str) -> None:
    for key, said in sentences(lang).items():
        assert not re.search(BANNED[lang], said, re.IGNORECASE), key
        assert "!" not in said, key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_names_that_elide_in_french_are_never_after_a_bare_joint(lang: str) -> None:
    """`de {name}` would give "de Omar": the joint belongs to the place."""
    if lang == "fr":
        for key, said in sentences("fr").items():
            assert not re.search(r"\b(de|que) \{(name|who|a|b|company)\}", said), key
