import pytest

from entregent.exchange.text import as_utf8, clean, decode, lines_of, one_line


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_every_unicode_encoding_is_recognised(encoding: str) -> None:
    text = "BEGIN:VCARD\nFN:Zoé Lefèvre, acheteuse\n"
    assert decode(text.encode(encoding)) == text


def test_a_big_endian_mark_is_obeyed() -> None:
    assert decode(b"\xfe\xff" + "Zoé".encode("utf-16-be")) == "Zoé"


def test_windows_latin_is_the_last_resort_line_by_line() -> None:
    assert decode("Zoé\n".encode() + "Hélène\n".encode("cp1252")) == "Zoé\nHélène\n"


def test_a_file_cut_inside_a_character_keeps_its_other_lines() -> None:
    assert decode("Hélène\nZoé".encode()[:-1]).startswith("Hélène\nZo")


def test_a_short_file_is_not_taken_for_utf_16() -> None:
    assert as_utf8(b"a") == b"a"
    assert as_utf8(b"") == b""


def test_bytes_full_of_zeros_are_not_utf_16() -> None:
    assert as_utf8(b"\0" * 40) == b"\0" * 40


def test_cleaning_composes_accents_and_drops_what_nobody_typed() -> None:
    assert clean("\ufeffHe\u0301le\u0300ne\u200e\x07 \ud800") == "Hélène"
    assert clean("a\r\nb\tc") == "a\nb\tc"


def test_one_line_folds_white_space() -> None:
    assert one_line(" Léa\n  Martin\u00a0\t") == "Léa Martin"


def test_only_real_line_ends_split() -> None:
    assert lines_of("a\u2028b\r\nc\rd") == ["a\u2028b\n", "c\n", "d"]
