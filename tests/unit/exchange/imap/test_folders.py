"""Which folders are read, and which one a person means."""

import pytest

from entregent.exchange.imap.answers import Listed
from entregent.exchange.imap.folders import Folder, folder, letters_of, named


def listed(wire: bytes, *flags: bytes, delimiter: bytes = b"/") -> Folder:
    return folder(Listed(wire, delimiter, frozenset(flags)))


ALL = [
    listed(b"Archives"),
    listed(b"Clients", rb"\noselect"),
    listed(b"Clients/Airbus"),
    listed(b"Envoy&AOk-s"),
    listed(b"Inbox"),
    listed(b"Poubelle", rb"\trash"),
    listed(b"Poubelle/vieux"),
    listed(b"&BBoEPgRABDcEOAQ9BDA-"),
    listed(b"Spam"),
    listed(b"[Gmail]/Brouillons"),
    listed(b"[Gmail]/Suivis", rb"\flagged"),
]


def test_all_are_read_but_bins_junk_drafts_and_views_the_inbox_first() -> None:
    names = [one.name for one in letters_of(ALL)]
    assert names == ["INBOX", "Archives", "Clients/Airbus", "Envoyés"]


@pytest.mark.parametrize(
    ("said", "wire"),
    [
        ("Envoyés", b"Envoy&AOk-s"),
        ("envoyes", b"Envoy&AOk-s"),
        ("inbox", b"Inbox"),
        ("Clients/Airbus", b"Clients/Airbus"),
        ("Spam", b"Spam"),
    ],
)
def test_a_folder_that_is_named_is_found_however_it_is_spelled(said: str, wire: bytes) -> None:
    found = named(said, ALL)
    assert found is not None
    assert found.wire == wire


def test_parts_may_be_put_asunder_by_a_stroke_whatever_the_server_puts() -> None:
    dotted = [listed(b"INBOX.Clients", delimiter=b"."), listed(b"Seul", delimiter=b"")]
    assert named("INBOX/Clients", dotted) == dotted[0]
    assert named("INBOX.Clients", dotted) == dotted[0]
    assert letters_of(dotted) == dotted


def test_what_holds_no_messages_or_is_not_there_is_nobody_s_wish() -> None:
    assert named("Clients", ALL) is None
    assert named("Amis", ALL) is None
