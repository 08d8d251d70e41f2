"""The pages of the rules and the schema of their files are those of the rules as they are."""

import importlib.util
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any

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
ANY: Mapping[str, Any] = {"anyOf": []}
TYPES = {"string": str, "integer": int, "boolean": bool, "array": list, "object": Mapping}


def misfits(value: Any, schema: Mapping[str, Any], where: str = "") -> list[str]:
    """Return what in a value does not fit a schema: as much of JSON Schema as ours uses."""
    if "anyOf" in schema:
        several = [misfits(value, one, where) for one in schema["anyOf"]]
        return [] if [] in several or not several else several[0]
    if "enum" in schema:
        return [] if value in schema["enum"] else [f"{where}: {value!r}"]
    held = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, TYPES[name]) for name in held):
        return [f"{where}: {value!r} is not {held}"]
    if isinstance(value, Mapping):
        return list(misfits_of_table(value, schema, where))
    if isinstance(value, list):
        few = [f"{where}: too few"] if len(value) < schema.get("minItems", 0) else []
        return few + [bad for one in value for bad in misfits(one, schema.get("items", ANY), where)]
    text = str(value)
    fits = len(text) >= schema.get("minLength", 0) and re.search(schema.get("pattern", ""), text)
    return [] if fits else [f"{where}: {value!r}"]


def misfits_of_table(
    value: Mapping[str, Any], schema: Mapping[str, Any], where: str
) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name} is missing"
    for name, one in value.items():
        inner = known.get(name, schema.get("additionalProperties"))
        if inner:
            yield from misfits(one, inner, f"{where}.{name}")
        else:
            yield f"{where}.{name}: unknown"


@pytest.mark.parametrize("name", Content().rules())
def test_every_rule_fits_the_schema(name):
    assert misfits(Content().rules()[name], SCHEMA.schema()) == []


@pytest.mark.parametrize("language", SKELETONS)
def test_a_rule_to_begin_with_fits_the_schema_and_a_wrong_one_does_not(language):
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
