"""The pages of the rules and the schema of their files are those of the rules as they are."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from entregent.content import Content
from entregent.tact.kinds import KINDS

DOCS = Path(__file__).resolve().parents[2] / "docs"


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, DOCS / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


SCHEMA = script("rule_schema")
SKELETONS = {name: Content().skeleton(f"rule-{name}") for name in ("fr", "en")}


@pytest.mark.parametrize("name", Content().rules())
def test_every_rule_fits_the_schema(name, misfits):
    assert misfits(Content().rules()[name], SCHEMA.schema()) == []


@pytest.mark.parametrize("language", SKELETONS)
def test_a_rule_to_begin_with_fits_the_schema_and_a_wrong_one_does_not(language, misfits):
    import tomllib

    schema = SCHEMA.schema()
    rule = tomllib.loads(SKELETONS[language].replace("NAME", "my-rule"))
    assert misfits(rule, schema) == []
    assert misfits({**rule, "level": "grave"}, schema) == [".level: 'grave'"]
    assert misfits({**rule, "colour": "red"}, schema) == [".colour: unknown"]


def test_the_schema_is_that_of_the_program():
    assert (DOCS / "rule.schema.json").read_text(encoding="utf-8") == SCHEMA.written()


def test_every_rule_has_its_page_as_it_is():
    pages = script("rule_pages").pages()
    written = {
        str(path.relative_to(DOCS / "rules")): path.read_text(encoding="utf-8")
        for path in (DOCS / "rules").glob("*/*.md")
    }
    assert written == pages, "run python docs/rule_pages.py"


def test_every_kind_is_told():
    told = (DOCS / "rules.md").read_text(encoding="utf-8")
    assert [kind for kind in KINDS if f"`{kind}`" not in told] == []
