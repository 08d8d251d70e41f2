"""Mailboxes on a server: whom to trust, and where passwords are found."""

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from entregent.exchange.imap import Account
    from entregent.services.ports import AskPassword

_KEYRING = "entregent"
"""The service's name under which the system's keyring keeps an account's password."""


def open_live(addresses: Sequence[str], ask: "AskPassword | None") -> Iterator["Account"]:
    """Log in to accounts, all addresses read first; raises BookError.

    A password is looked for in ENTREGENT_IMAP_PASSWORD, which is no use for two accounts: one's
    must not be shown to the other. Then in the system's keyring; then the person is asked.
    """
    from entregent.exchange.imap import Access, open_account, parse

    parsed = [parse(address) for address in addresses]
    alone = len({address.account for address in parsed}) == 1

    def secret(account: str) -> str | None:
        given = os.environ.get("ENTREGENT_IMAP_PASSWORD") if alone else None
        return given or in_keyring(account)

    access = Access(
        secret,
        authorities=os.environ.get("ENTREGENT_IMAP_CA", ""),
        unencrypted=frozenset(os.environ.get("ENTREGENT_IMAP_UNENCRYPTED", "").lower().split()),
    )
    for address in parsed:
        yield open_account(address, access, ask)


def in_keyring(account: str) -> str | None:
    """Return what the system's keyring holds for an account, where there is one."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(_KEYRING, account)
    except (KeyringError, RuntimeError):
        return None
    return found
