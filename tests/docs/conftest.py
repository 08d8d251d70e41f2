"""What fits a JSON Schema."""

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

import pytest

Schema: TypeAlias = Mapping[str, Any]
ANY: Schema = {"anyOf": []}
TYPES = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "array": list,
    "object": Mapping,
    "null": None.__class__,
}


@pytest.fixture(scope="session")
def misfits() -> Callable[[Any, Schema], list[str]]:
    """Give what says what in a value does not fit a schema: as much of JSON Schema as ours use."""

    def found(value: Any, schema: Schema) -> list[str]:
        return _misfits(value, schema, "", schema.get("$defs", {}))

    return found


def _misfits(value: Any, schema: Schema, where: str, defined: Schema) -> list[str]:
    if "$ref" in schema:
        schema = defined[schema["$ref"].removeprefix("#/$defs/")]
    if "anyOf" in schema:
        several = [_misfits(value, one, where, defined) for one in schema["anyOf"]]
        return [] if [] in several or not several else several[-1]
    if "const" in schema or "enum" in schema:
        return [] if value in schema.get("enum", [schema.get("const")]) else [f"{where}: {value!r}"]
    held = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not any(isinstance(value, TYPES[name]) for name in held):
        return [f"{where}: {value!r} is not {held}"]
    if isinstance(value, Mapping):
        return list(_misfits_of_table(value, schema, where, defined))
    if isinstance(value, list):
        few = [f"{where}: too few"] if len(value) < schema.get("minItems", 0) else []
        inner = schema.get("items", ANY)
        return few + [bad for one in value for bad in _misfits(one, inner, where, defined)]
    text = str(value)
    fits = len(text) >= schema.get("minLength", 0) and re.search(schema.get("pattern", ""), text)
    return [] if fits else [f"{where}: {value!r}"]


def _misfits_of_table(
    value: Mapping[str, Any], schema: Schema, where: str, defined: Schema
) -> Iterator[str]:
    known = schema.get("properties", {})
    for name in schema.get("required", ()):
        if name not in value:
            yield f"{where}.{name} is missing"
    for name, one in value.items():
        inner = known.get(name, schema.get("additionalProperties"))
        if inner is True:
            continue
        if inner:
            yield from _misfits(one, inner, f"{where}.{name}", defined)
        else:
            yield f"{where}.{name}: unknown"
