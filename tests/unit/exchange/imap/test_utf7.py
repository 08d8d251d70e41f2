"""Folder names as servers keep them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from entregent.exchange.imap.utf7 import decode, encode, quoted

NAMES = [
    (b"INBOX", "INBOX"),
    (b"Envoy&AOk-s", "Envoyés"),
    (b"Toi &- moi", "Toi & moi"),
    (b"~peter/mail/&U,BTFw-/&ZeVnLIqe-", "~peter/mail/台北/日本語"),
    (b"&2D3cSw-", "👋"),
]


@pytest.mark.parametrize(("wire", "name"), NAMES)
def test_names_are_read_and_written(wire: bytes, name: str) -> None:
    assert decode(wire) == name
    assert encode(name) == wire


@given(st.text(st.characters(exclude_categories=("Cs",))))
def test_any_name_comes_back(name: str) -> None:
    assert decode(encode(name)) == name


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        (b"R&D", "R&D"),
        (b"A&!-", "A&!-"),
        (b"&AOk", "&AOk"),
        (b"&2D0-", "&2D0-"),
        ("Envoyés".encode(), "Envoyés"),
        ("Envoyés".encode("latin-1"), "Envoyés"),
    ],
)
def test_names_of_odd_servers_are_taken_as_they_stand(wire: bytes, name: str) -> None:
    assert decode(wire) == name


def test_a_quoted_name_ends_where_it_ends() -> None:
    assert quoted(rb'Les "vrais" \o/') == rb'"Les \"vrais\" \\o/"'
