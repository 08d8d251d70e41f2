"""Addresses read at one glance are those that the standard library reads letter by letter."""

import inspect
from email.errors import HeaderParseError
from email.header import decode_header
from email.utils import getaddresses

from hypothesis import assume, given
from hypothesis import strategies as st

from entregent.exchange.mail.addresses import addresses, pairs
from entregent.exchange.mail.headers import words
from entregent.exchange.mail.message import someones
from entregent.exchange.text import decode_line, one_line

LENIENT = {"strict": False} if "strict" in inspect.signature(getaddresses).parameters else {}
PIECES = (
    'Léa Martin|a@b.fr|<a@b.fr>|"Last, First"|(c)|,| |.|@|:|;|<|>|"|\\|x.y@z|\t|\'|J.|[1]|é@b.fr'
    "|,\n |\n |a@b.fr (Lea M)|Lea <l@m.fr>, |=?utf-8?q?L=C3=A9a?=|lea@host(at home).  fr"
).split("|")


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=9).map("".join))
def test_any_header_holds_whom_the_standard_parser_finds(header: str):
    assume("@" in header)
    expected = [
        address for _, address in getaddresses([header.replace("\n", "")], **LENIENT) if address
    ]
    raw = header.encode()
    assert [address for _, address in pairs(raw) if address] == expected
    assert [one.address for one in someones(raw)] == [address for _, address in addresses(raw)]


@given(
    st.sampled_from(["utf-8", "UTF-8", "iso-8859-1", "windows-1252", "us-ascii", "koi8-r"]),
    st.sampled_from("qQbB"),
    st.text(st.sampled_from("AZaz09+/=_C3A9é., \\"), max_size=24),
)
def test_an_encoded_name_is_decoded_as_the_standard_library_does(
    charset: str, way: str, typed: str
) -> None:
    raw = f"=?{charset}?{way}?{typed}?="
    try:
        parts = decode_header(raw)
    except (HeaderParseError, ValueError):
        parts = [(raw, None)]
    told = "".join(
        part if isinstance(part, str) else _read(part, named or "ascii") for part, named in parts
    )
    assert words(f"{raw} ") == one_line(one_line(told).strip("'\"“”"))


def _read(part: bytes, charset: str) -> str:
    try:
        return part.decode(charset)
    except ValueError:
        return decode_line(part)
