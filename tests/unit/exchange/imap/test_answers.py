"""What servers answer, the odd ones too."""

import pytest

from entregent.exchange.imap.answers import Letter, Listed, Sight, folders, letters, sights

BLOCK = b"From: lea@airbus.example\r\n\r\n"
FIELDS = b"BODY[HEADER.FIELDS (FROM TO)]"


def test_a_list_of_messages_says_their_numbers_and_flags() -> None:
    answer = [rb"1 (UID 4 FLAGS (\Seen \Draft))", b"2 (FLAGS () UID 7)", b"3 (UID 9)", None]
    assert list(sights(answer)) == [
        Sight(4, frozenset((rb"\seen", rb"\draft"))),
        Sight(7, frozenset()),
        Sight(9, frozenset()),
    ]


def test_a_letter_is_its_headers_and_the_day_it_came() -> None:
    day = b'INTERNALDATE " 2-Feb-2026 10:00:00 +0100"'
    answer = [(b"1 (UID 4 " + day + b" " + FIELDS + b" {28}", BLOCK), b")"]
    assert list(letters(answer)) == [Letter(4, BLOCK, b"2 Feb 2026 10:00:00 +0100")]


@pytest.mark.parametrize(
    "answer",
    [
        [(b"1 (" + FIELDS + b" {28}", BLOCK), b" UID 4)"],
        [(b"1 (uid 4 body[header.fields (from)]<0> {28}", BLOCK), rb" FLAGS (\Seen))"],
        [rb"9 (FLAGS (\Seen))", (b"1 (UID 4 " + FIELDS + b" {28}", BLOCK), b")"],
        [(b"1 (UID 4 " + FIELDS + b" {28}", BLOCK), b")", b"2 (FLAGS ())"],
    ],
)
def test_the_parts_may_stand_in_any_order_and_other_news_between(answer: list[bytes]) -> None:
    assert list(letters(answer)) == [Letter(4, BLOCK, b"")]


def test_headers_may_come_as_a_string_or_not_at_all() -> None:
    said = rb'1 (UID 4 BODY[HEADER.FIELDS ("FROM")] "From: \"Lea\" <lea@airbus.example>")'
    none = b"2 (UID 5 " + FIELDS + b" NIL)"
    assert list(letters([said, none])) == [
        Letter(4, b'From: "Lea" <lea@airbus.example>', b""),
        Letter(5, b"", b""),
    ]


def test_what_was_cut_off_is_left_out() -> None:
    whole = [(b"1 (UID 4 " + FIELDS + b" {28}", BLOCK), b")"]
    short = [(b"2 (UID 5 " + FIELDS + b" {28}", BLOCK[:9])]
    unclosed = [(b"2 (UID 5 " + FIELDS + b" {28}", BLOCK)]
    for cut in (short, unclosed, [b"2 (UID 5"]):
        assert [one.uid for one in letters([*whole, *cut])] == [4]


def test_folders_may_be_named_in_every_way() -> None:
    answer = [
        rb'(\HasNoChildren \Trash) "/" "Corbeille"',
        rb'(\Noselect) "." Clients',
        rb'() "\\" "A \"part\""',
        rb'() NIL "Seul"',
        (rb'() "/" {7}', b"Un {2} "),
        b"nonsense",
        (rb'() "/" {4}', b"a\r\nb"),
        None,
    ]
    assert list(folders(answer)) == [
        Listed(b"Corbeille", b"/", frozenset((rb"\hasnochildren", rb"\trash"))),
        Listed(b"Clients", b".", frozenset((rb"\noselect",))),
        Listed(b'A "part"', b"\\", frozenset()),
        Listed(b"Seul", b"", frozenset()),
        Listed(b"Un {2} ", b"/", frozenset()),
    ]
