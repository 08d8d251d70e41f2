import pytest

from entregent.exchange.mail.addresses import addresses
from entregent.exchange.mail.headers import message_id, scan, text, words


def test_only_the_wanted_headers_are_kept_unfolded_later():
    block = (
        b"From lea Mon\nSubject: secret\nFrom: Lea\n <lea@exemple.fr>\r\n"
        b"TO:  a@exemple.fr,\n\tb@exemple.fr\nX-From: no\n"
    )
    found = scan(block)
    assert set(found) == {"from", "to"}
    assert addresses(found["from"]) == (("Lea", "lea@exemple.fr"),)
    assert addresses(found["to"]) == (("", "a@exemple.fr"), ("", "b@exemple.fr"))


def test_names_of_headers_are_read_in_any_case_and_before_a_space():
    block = b"from: a@b.example\nMESSAGE-ID : <1@b.example>\r\nx-gMAIL-labels:\tInbox\r\n"
    assert scan(block) == {
        "from": b"a@b.example",
        "message-id": b"<1@b.example>",
        "x-gmail-labels": b"Inbox",
    }


def test_repeated_headers_add_up():
    assert addresses(scan(b"To: a@exemple.fr\nTo: b@exemple.fr\n")["to"]) == (
        ("", "a@exemple.fr"),
        ("", "b@exemple.fr"),
    )


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b'"Martin, L\xc3\xa9a" <LEA@Exemple.fr>', [("Martin, Léa", "lea@exemple.fr")]),
        (b"=?utf-8?q?L=C3=A9a?= Martin <lea@exemple.fr>", [("Léa Martin", "lea@exemple.fr")]),
        (b'"=?iso-8859-1?Q?Martin=2C_L=E9a?=" <l@exemple.fr>', [("Martin, Léa", "l@exemple.fr")]),
        (b"=?utf-8?B?TMOp?=\n =?utf-8?B?YQ==?= <l@exemple.fr>", [("Léa", "l@exemple.fr")]),
        (b"L\xe9a <lea@exemple.fr>", [("Léa", "lea@exemple.fr")]),
        (b"'Lea' <'lea@exemple.fr'>", [("Lea", "lea@exemple.fr")]),
        (b"lea@exemple.fr (Lea Martin)", [("Lea Martin", "lea@exemple.fr")]),
        (b"lea at exemple.fr (Lea Martin)", [("Lea Martin", "lea@exemple.fr")]),
        (b"undisclosed-recipients:;", []),
        (b"Amis: a@exemple.fr, b@exemple.fr;", [("", "a@exemple.fr"), ("", "b@exemple.fr")]),
        (b"Lea <>", []),
        (b"", []),
        (b"=?x-none?Q?L=C3=A9a?= <l@exemple.fr>", [("Léa", "l@exemple.fr")]),
        (b"=?utf-8?B?a?= <l@exemple.fr>", [("=?utf-8?B?a?=", "l@exemple.fr")]),
    ],
)
def test_mailboxes(raw: bytes, expected: list[tuple[str, str]]):
    assert list(addresses(raw)) == expected


def test_words_lose_quotes_and_line_ends():
    assert words("“Léa\r\n Martin”") == "Léa Martin"
    assert text(b"=?utf-8?q?Courrier_ind=C3=A9sirable?=,\n x") == "Courrier indésirable, x"


def test_a_message_id_stands_between_brackets():
    assert message_id(b"Your message of <a@b>\n <c@d>, e@f") == "a@b"
    assert message_id(b"e@f") == ""
