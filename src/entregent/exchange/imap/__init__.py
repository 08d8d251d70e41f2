"""Live mailboxes over IMAP, read by their headers only and left exactly as they are."""

import time
from collections.abc import Callable

from entregent.exchange.imap.address import Address, parse
from entregent.exchange.imap.reader import Account
from entregent.exchange.imap.session import Session
from entregent.exchange.imap.wire import Access, Wire, connect, let_go, log_in
from entregent.services.ports import AskPassword, BookError

__all__ = ["Access", "Account", "open_account", "parse"]

Connect = Callable[[Address, Access], Wire]
_PAUSE = 2.0


def open_account(
    address: Address, access: Access, ask: AskPassword | None, connect: Connect = connect
) -> Account:
    """Log in to an account, with the password that `access` finds or that the person gives.

    Raises BookError when the server cannot be reached privately, or refuses the password.
    """
    password = access.secret(address.account) or (ask(address.account) if ask else None)
    if not password:
        raise BookError("imap.no-password", account=address.account)

    def session() -> Session:
        wire = connect(address, access)
        try:
            log_in(wire, address, password)
        except BaseException:
            let_go(wire)
            raise
        return Session(wire)

    def again() -> Session:
        time.sleep(_PAUSE)
        return session()

    opened = session()
    try:
        return Account(address, opened, again)
    except BaseException:
        opened.close()
        raise
