"""A code says to a phone just what it was given, in every form."""

import pytest

from entregent.exchange.qr import MOST_OCTETS, qr_png, qr_svg, qr_terminal
from entregent.services.ports import BookError

TEXTS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Zoé Lefèvre\r\nEND:VCARD\r\n",
    "Œuvres & cætera : 12,5 % ; ça va 🎉 नमस्ते",
    "1234567890",
    "a" * MOST_OCTETS,
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_phone_reads_back_the_text(text, phone):
    assert phone(qr_png(text)) == text
    assert phone(qr_svg(text)) == text
    assert phone(qr_terminal(text)) == text
    assert phone(qr_terminal(text, colours="no")) == text


def test_in_colours_the_code_is_black_on_white_whatever_the_theme():
    lines, bare = qr_terminal("Zoé"), qr_terminal("Zoé", colours="no")
    assert [line.removeprefix("\x1b[38;5;16;48;5;231m").removesuffix("\x1b[0m") for line in lines]
    assert lines == [f"\x1b[38;5;16;48;5;231m{line}\x1b[0m" for line in bare]


def test_four_light_modules_stand_on_every_side():
    lines = qr_terminal("Zoé", colours="no")
    assert not "".join((*lines[:2], *lines[-2:])).strip()
    assert all(line.startswith("    ") and line.endswith("    ") for line in lines)


def test_the_picture_has_a_title_and_refers_to_nothing_outside():
    drawn = qr_svg("https://exemple.fr", title="Zoé & Cie <3")
    assert "<title>Zoé &amp; Cie &lt;3</title>" in drawn
    assert "exemple.fr" not in drawn
    assert "<title>" not in qr_svg("Zoé")


def test_the_same_text_gives_the_same_bytes():
    assert qr_png("Zoé") == qr_png("Zoé")
    assert qr_svg("Zoé") == qr_svg("Zoé")


@pytest.mark.parametrize(("text", "key"), [("", "event.qr-empty"), ("é" * 601, "event.qr-long")])
def test_nothing_and_too_much_are_refused(text, key):
    with pytest.raises(BookError) as refusal:
        qr_png(text)
    assert refusal.value.key == key


def test_half_a_letter_is_drawn_as_a_question_mark(phone):
    assert phone(qr_png("Zo\ud83d")) == "Zo?"
