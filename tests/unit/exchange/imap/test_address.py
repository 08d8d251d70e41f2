"""What names a mailbox: read generously, written without a password."""

import pytest

from entregent.exchange.imap.address import Scheme, parse
from entregent.services.ports import BookError


def test_an_address_names_an_account_and_a_folder() -> None:
    address = parse("imaps://nadia@imap.exemple.fr/INBOX")
    assert (address.user, address.host, address.port) == ("nadia", "imap.exemple.fr", 993)
    assert (address.scheme, address.folder) == (Scheme.IMAPS, "INBOX")
    assert address.account == "imaps://nadia@imap.exemple.fr"


def test_without_a_folder_all_are_meant() -> None:
    assert parse("imaps://nadia@imap.exemple.fr").folder == ""
    assert parse("imaps://nadia@imap.exemple.fr/").folder == ""


@pytest.mark.parametrize("user", ["nadia%40exemple.fr", "nadia@exemple.fr"])
def test_a_user_may_be_called_by_an_e_mail_address(user: str) -> None:
    address = parse(f"imap://{user}@imap.exemple.fr:1143/INBOX")
    assert (address.user, address.port) == ("nadia@exemple.fr", 1143)
    assert address.account == "imap://nadia%40exemple.fr@imap.exemple.fr:1143"


@pytest.mark.parametrize(
    "folder", ["Clients/Été 2025", "Clients/%C3%89t%C3%A9%202025", "Clients/Été%202025/"]
)
def test_a_folder_may_be_escaped_or_not(folder: str) -> None:
    address = parse(f"imaps://nadia@imap.exemple.fr/{folder}")
    assert address.folder == "Clients/Été 2025"
    path = address.of(address.folder)
    assert path == "imaps://nadia@imap.exemple.fr/Clients/Été%202025"
    assert parse(path) == parse(f"imaps://nadia@imap.exemple.fr/{folder}")


def test_a_hash_or_a_question_mark_belongs_to_the_folder() -> None:
    assert parse("imaps://nadia@h.example/Projets #1 ?").folder == "Projets #1 ?"


def test_capitals_do_not_count_in_a_server_s_name() -> None:
    assert parse("IMAPS://Nadia@IMAP.Exemple.FR/").account == "imaps://Nadia@imap.exemple.fr"


@pytest.mark.parametrize(
    ("host", "here"),
    [("localhost", True), ("127.0.0.9", True), ("[::1]", True), ("imap.exemple.fr", False)],
)
def test_this_very_machine_is_known_by_its_address(host: str, here: bool) -> None:  # noqa: FBT001 - a case
    address = parse(f"imap://nadia@{host}:1143")
    assert address.is_here is here
    assert address.account == f"imap://nadia@{host}:1143"


@pytest.mark.parametrize("text", ["imaps://nadia:s3same@h.example/INBOX", "imap://n:@h.example"])
def test_a_password_in_an_address_is_refused_and_not_repeated(text: str) -> None:
    with pytest.raises(BookError) as refused:
        parse(text)
    assert (refused.value.key, refused.value.details) == ("imap.password-in-address", {})


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("imaps://imap.exemple.fr/INBOX", "imap.no-user"),
        ("imaps://@imap.exemple.fr/INBOX", "imap.no-user"),
        ("imaps://nadia@/INBOX", "imap.address"),
        ("imaps://nadia@h.example:port/INBOX", "imap.address"),
        ("imaps://nadia@h.example:99999/INBOX", "imap.address"),
        ("imaps://nadia@h.example/IN%0D%0ABOX", "imap.address"),
        ("pop3://nadia@h.example", "imap.scheme"),
    ],
)
def test_what_names_no_mailbox_is_refused(text: str, key: str) -> None:
    with pytest.raises(BookError) as refused:
        parse(text)
    assert refused.value.key == key
