"""Where a mailbox's password is found."""

import sys
from types import SimpleNamespace

import pytest

from entregent.bootstrap.live_mail import in_keyring, open_live
from entregent.services.ports import BookError


class LockedError(Exception):
    pass


def keyring(monkeypatch: pytest.MonkeyPatch, held: dict[tuple[str, str], str] | None) -> None:
    """Put a keyring in place; a locked one when nothing is held."""

    def get_password(service: str, account: str) -> str | None:
        if held is None:
            raise LockedError
        return held.get((service, account))

    monkeypatch.setitem(sys.modules, "keyring", SimpleNamespace(get_password=get_password))
    errors = SimpleNamespace(KeyringError=LockedError)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)


def test_the_system_s_keyring_holds_it_by_account(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, {("entregent", "imaps://nadia@imap.exemple.fr"): "sésame"})
    assert in_keyring("imaps://nadia@imap.exemple.fr") == "sésame"
    assert in_keyring("imaps://omar@imap.exemple.fr") is None


def test_a_locked_keyring_holds_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    keyring(monkeypatch, None)
    assert in_keyring("imaps://nadia@imap.exemple.fr") is None


def test_without_a_keyring_nothing_is_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "keyring", None)
    assert in_keyring("imaps://nadia@imap.exemple.fr") is None


def test_one_account_s_password_is_never_shown_to_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTREGENT_IMAP_PASSWORD", "sésame")
    monkeypatch.setitem(sys.modules, "keyring", None)
    with pytest.raises(BookError) as refused:
        next(open_live(["imaps://nadia@a.example", "imaps://nadia@b.example"], None))
    assert refused.value.key == "imap.no-password"


def test_every_address_is_read_before_any_server_is_reached() -> None:
    with pytest.raises(BookError) as refused:
        next(open_live(["imaps://nadia@a.example", "imaps://nadia:x@b.example"], None))
    assert refused.value.key == "imap.password-in-address"
