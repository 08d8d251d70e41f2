"""Cards in JSON (jCard, RFC 7095), each as the lines that a vCard would hold."""

import json
from collections.abc import Iterator

from entregent.exchange.text import decode
from entregent.exchange.vcard.spelled import line, parts

_MOST_LISTS = 1_000_000
"""More properties than the cards of all the people one knows have."""


def cards(data: bytes) -> Iterator[list[bytes]]:
    """Yield the lines of each card; what is no property stands first, as it was written.

    Raises ValueError or RecursionError when the document is damaged.
    """
    if data.count(b"[") > _MOST_LISTS:
        raise ValueError("too many lists")
    document = json.loads(decode(data))
    for card in [document] if document[:1] == ["vcard"] else document:
        match card:
            case ["vcard", list(props)]:
                lines = [_line(prop) for prop in props]
                broken = [
                    json.dumps(prop).encode()
                    for prop, known in zip(props, lines, strict=True)
                    if not known
                ]
                yield [*broken, *filter(None, lines)]
            case _:
                yield [json.dumps(card).encode()]


def _line(prop: object) -> bytes:
    match prop:
        case [str(name), dict(params), str(kind), first, *more]:
            said = {str(key).upper(): _plain(value) for key, value in params.items()}
            if isinstance(first, list):
                return line(name, said, ";".join(map(_component, first)))
            values = [str(value) for value in (first, *more)]
            return line(name, said, values[0] if kind == "uri" else parts(values, ","))
        case _:
            return b""


def _component(value: object) -> str:
    values = value if isinstance(value, list) else [value]
    return parts(map(str, values), ",")


def _plain(value: object) -> str:
    return ",".join(map(str, value)) if isinstance(value, list) else str(value)
