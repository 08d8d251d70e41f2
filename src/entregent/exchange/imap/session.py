"""What is asked of a server once logged in: its folders, what is new in one, headers."""

import imaplib
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TypeAlias

from entregent.exchange.imap import answers, uids, utf7
from entregent.exchange.imap.answers import Answer, Letter, Sight
from entregent.exchange.imap.folders import Folder, folder
from entregent.exchange.imap.wire import Wire, let_go
from entregent.exchange.mail.headers import NAMES

LOST = (imaplib.IMAP4.abort, OSError)
"""What a connection raises when it is gone."""
_ASKED = f"(UID INTERNALDATE BODY.PEEK[HEADER.FIELDS ({' '.join(NAMES).upper()})])"


Command: TypeAlias = Callable[[], tuple[str, Answer]]


class ClosedError(Exception):
    """The server will not open this folder."""


class Session:
    """One connection, logged in. Nothing it asks changes anything in a mailbox.

    Every method raises one of LOST when the connection is gone.
    """

    def __init__(self, wire: Wire) -> None:
        """Speak over a connection that is logged in."""
        self._wire = wire

    def folders(self) -> list[Folder]:
        """Return every folder of the account."""
        able = {"LIST-EXTENDED", "SPECIAL-USE"} <= set(self._wire.capabilities)
        status: str = "NO"
        answer: Answer = ()
        if able:
            status, answer = self._run(lambda: self._wire.list('""', '"*" RETURN (SPECIAL-USE)'))
        if status != "OK":
            status, answer = self._run(lambda: self._wire.list('""', '"*"'))
        return [folder(one) for one in answers.folders(answer if status == "OK" else ())]

    def examine(self, chosen: Folder) -> tuple[int, int]:
        """Open a folder for reading only; return its UIDVALIDITY (0 for none) and its size.

        Raises ClosedError when the server will not open it.
        """
        name = utf7.quoted(chosen.wire)
        status, data = self._run(lambda: self._wire.select(name, readonly=True))
        if status != "OK":
            raise ClosedError
        _, validity = self._wire.response("UIDVALIDITY")
        return _number(validity), _number(data)

    def messages(self, wanted: str) -> list[Sight]:
        """Return the messages of the open folder whose numbers are among `wanted`, in order.

        Asked for more than there are, a server tells of its last message, wanted or not. Raises
        ClosedError when the server will not list them.
        """
        status, answer = self._fetch(wanted, "(UID FLAGS)")
        if status != "OK":
            raise ClosedError
        return sorted(answers.sights(answer), key=lambda one: one.uid)

    def letters(self, numbers: Sequence[int]) -> tuple[str, dict[int, Letter]]:
        """Return the server's verdict, and the headers it gave of these messages."""
        status, answer = self._fetch(uids.listed(numbers), _ASKED)
        return status, {one.uid: one for one in answers.letters(answer)}

    def arrived(self) -> dict[int, Letter]:
        """Return what of the last answer came through before the connection was lost."""
        return {one.uid: one for one in answers.letters(self._wire.response("FETCH")[1])}

    def close(self) -> None:
        """Say goodbye, if anybody still listens."""
        with suppress(OSError, imaplib.IMAP4.error):
            self._wire.logout()
        self.drop()

    def drop(self) -> None:
        """Let go of a connection that is lost."""
        let_go(self._wire)

    def _fetch(self, numbers: str, what: str) -> tuple[str, Answer]:
        status, answer = self._run(lambda: self._wire.uid("FETCH", numbers, what))
        return status, answer if status == "OK" else self._wire.response("FETCH")[1] or ()

    def _run(self, command: Command) -> tuple[str, Answer]:
        """Run a command; one that the server does not understand is refused, no more."""
        try:
            return command()
        except imaplib.IMAP4.abort:
            raise
        except imaplib.IMAP4.error:
            return "BAD", ()


def _number(data: Answer) -> int:
    """Return the number that an answer consists of, the last one said; 0 for none."""
    last = data[-1] if data else None
    return int(last[:10]) if isinstance(last, bytes) and last.isdigit() else 0
