"""One message as a letter: from a file, or pasted."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from entregent.domain.letters import Letter, Sent, Writer
from entregent.exchange.mail.dates import Days
from entregent.exchange.mail.letter import MOST_TEXT, read_letter
from entregent.services.ports import BookError

DAYS = Days(ZoneInfo("Europe/Paris"))
HEAD = "From: Karim Ziani <karim@exemple.fr>\nTo: nadia@exemple.fr\nSubject: Bonjour\n"


def read(text):
    return read_letter(text.encode() if isinstance(text, str) else text, DAYS)


def test_a_message_tells_who_wrote_when_and_what():
    letter = read(f"{HEAD}Date: Mon, 2 Mar 2026 23:30:00 +0000\n\nPeux-tu m'aider ?\n")
    assert letter == Letter(
        Writer("Karim Ziani", "karim@exemple.fr"),
        "Peux-tu m'aider ?",
        "Bonjour",
        date(2026, 3, 3),
    )


def test_encoded_words_and_letters_are_decoded():
    letter = read(
        b"From: =?utf-8?q?L=C3=A9a?= <lea@exemple.fr>\r\n"
        b"Subject: =?iso-8859-1?q?Demande_de_r=E9f=E9rence?=\r\n =?utf-8?q?_!?=\r\n"
        b"Content-Type: text/plain; charset=iso-8859-1\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n\r\nr=E9f=E9rence\r\n"
    )
    assert (letter.writer.name, letter.subject) == ("Léa", "Demande de référence !")
    assert letter.text == "référence"


def test_text_pasted_without_headers_has_no_writer():
    assert read("\ufeffBonjour,\r\npeux-tu ?") == Letter(Writer(), "Bonjour,\npeux-tu ?")
    assert read("Ça va ?".encode("cp1252")).text == "Ça va ?"
    assert read("From: Tom\nHello there, how are you\n\nText").writer == Writer()
    assert read("Ça va ?".encode("utf-16")).text == "Ça va ?"


def parts(*bodies, kind="alternative"):
    made = [f"{HEAD}Content-Type: multipart/{kind}; boundary=b\n\n"]
    made += [f"--b\n{body}\n" for body in bodies]
    return read("".join([*made, "--b--\n"]))


HTML = (
    "Content-Type: text/html\n\n<head><title>x</title></head><style>p{}</style>"
    "<p>Bonjour <b>Na</b>dia,</p>\n<div>Peux-tu<br>m&rsquo;aider ?</div></p>"
)


def test_plain_text_goes_before_a_page_and_a_page_is_read_as_it_shows():
    assert parts(HTML, "Content-Type: text/plain\n\nEn clair").text == "En clair"
    assert parts("Content-Type: text/plain\n\n ", HTML).text == "Bonjour Nadia,\nPeux-tu\nm’aider ?"
    assert read(f"{HEAD}{HTML}").text.startswith("Bonjour Nadia,")
    assert parts(HTML, HTML).text.count("Bonjour") == 1
    assert read(f"{HEAD}Content-Type: text/html\n\n</style>Oui").text == "Oui"


def test_files_are_left_aside_and_an_attached_message_is_kept():
    inner = "From: Tom <tom@example.org>\nSubject: Help\n\nCould you introduce us?"
    letter = parts(
        "Content-Type: text/plain\n\nPour toi",
        "Content-Type: text/plain\nContent-Disposition: attachment\n\nfichier",
        f"Content-Type: message/rfc822\n\n{inner}",
        f"Content-Type: message/rfc822\n\n{inner.replace('Tom', 'Ann')}",
        kind="mixed",
    )
    assert letter.text == "Pour toi"
    assert letter.inner.writer == Writer("Tom", "tom@example.org")
    assert letter.inner.text == "Could you introduce us?"


def test_messages_within_messages_are_read_to_a_depth():
    text = "From: Deep <deep@example.org>\n\nLast"
    for _ in range(6):
        text = f"{HEAD}Content-Type: message/rfc822\n\n{text}"
    letter, depth = read(text), 0
    while letter.inner:
        letter, depth = letter.inner, depth + 1
    assert depth == 3


@pytest.mark.parametrize(
    ("header", "sent"),
    [
        ("List-Id: <club.exemple.fr>", Sent.TO_A_LIST),
        ("Auto-Submitted: auto-replied", Sent.BY_MACHINE),
        ("List-Unsubscribe: <https://exemple.fr/u>", Sent.BY_MACHINE),
        ("X-Priority: 1", Sent.BY_PERSON),
    ],
)
def test_machines_and_lists_are_told_by_their_headers(header, sent):
    assert read(f"{HEAD}{header}\n\nBonjour").sent is sent


def test_machines_and_lists_are_told_by_their_addresses():
    assert read("From: noreply@exemple.fr\n\nBonjour").sent is Sent.BY_MACHINE
    listed = "From: Tom <tom@example.org>\nTo: club@googlegroups.com\n\nHello"
    assert read(listed).sent is Sent.TO_A_LIST


def test_what_headers_do_not_tell_stays_unknown():
    letter = read("Subject: Bonjour\nDate: hier\n\nTexte")
    assert (letter.writer, letter.on, letter.subject) == (Writer(), None, "Bonjour")
    assert read("From: personne\nTo: x\n\nTexte").writer == Writer()
    assert read("From: (((" + "(" * 99 + " <a@b.fr>\n\nTexte").text == "Texte"


def test_odd_charsets_and_broken_parts_are_read_as_well_as_can_be():
    assert read(f"{HEAD}Content-Type: text/plain; charset=klingon\n\nBonjour").text == "Bonjour"
    broken = f"{HEAD}Content-Type: multipart/mixed; boundary=b\n\nno parts"
    assert read(broken).subject == "Bonjour"
    assert read(f"{HEAD}Content-Type: message/rfc822\n\n").inner is not None


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"", "letter.empty"),
        (b" \r\n\t", "letter.empty"),
        (b"From: a@b.fr\n\n", "letter.empty"),
        (b"\x00\x01\x02" * 50, "letter.unreadable"),
        (b"%PDF-1.4 text", "letter.unreadable"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "letter.unreadable"),
        (b"x" * (32 * 1024 * 1024 + 1), "letter.large"),
    ],
    ids=["nothing", "blank", "headers", "binary", "pdf", "picture", "huge"],
)
def test_what_is_no_message_is_refused(data, key):
    with pytest.raises(BookError) as refused:
        read_letter(data, DAYS)
    assert refused.value.key == key


def test_a_very_long_text_is_cut():
    assert len(read("mot " * MOST_TEXT).text) <= MOST_TEXT
