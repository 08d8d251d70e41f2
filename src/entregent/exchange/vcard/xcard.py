"""Cards in XML (xCard, RFC 6351), each as the lines that a vCard would hold."""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from entregent.exchange.elements import elements, local
from entregent.exchange.vcard.spelled import line, parts

_COMPONENTS: Mapping[str, tuple[str, ...]] = {
    "n": ("surname", "given", "additional", "prefix", "suffix"),
    "adr": ("pobox", "ext", "street", "locality", "region", "code", "country"),
}
_SEPARATORS = {"org": ";"}


def cards(data: bytes) -> Iterator[list[bytes]]:
    """Yield the lines of each card.

    Raises ValueError or ET.ParseError when the document is damaged, or declares entities.
    """
    for card in elements(data, ends="vcard"):
        lines = []
        for prop in card:
            group = prop.get("name", "") if local(prop) == "group" else ""
            lines += [_line(each, group) for each in (prop if group else [prop])]
        yield lines


def _line(prop: ET.Element, group: str) -> bytes:
    name = local(prop)
    params = {"GROUP": group} if group else {}
    values: dict[str, list[str]] = {}
    for part in prop:
        if local(part) == "parameters":
            params |= {local(param).upper(): ",".join(_texts(param)) for param in part}
        else:
            values.setdefault(local(part), []).append(part.text or "")
    if "uri" in values:
        return line(name, params, values["uri"][0])
    if name in _COMPONENTS:
        told = (parts(values.get(key, ()), ",") for key in _COMPONENTS[name])
        return line(name, params, ";".join(told))
    said = [value for each in values.values() for value in each]
    return line(name, params, parts(said, _SEPARATORS.get(name, ",")))


def _texts(param: ET.Element) -> Iterator[str]:
    return (value.text or "" for value in param)
