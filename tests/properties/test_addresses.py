"""Addresses read at one glance are those that the standard library reads letter by letter."""

import inspect
from email.utils import getaddresses

from hypothesis import assume, given
from hypothesis import strategies as st

from entregent.exchange.mail.addresses import addresses, pairs
from entregent.exchange.mail.message import someones

LENIENT = {"strict": False} if "strict" in inspect.signature(getaddresses).parameters else {}
PIECES = (
    'Léa Martin|a@b.fr|<a@b.fr>|"Last, First"|(c)|,| |.|@|:|;|<|>|"|\\|x.y@z|\t|\'|J.|[1]|é@b.fr'
    "|,\n |\n |a@b.fr (Lea M)|Lea <l@m.fr>, |=?utf-8?q?L=C3=A9a?="
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
