"""The password of a mailbox, asked where nobody else can read it."""

import sys
from getpass import getpass

from entregent.cli.face import Face
from entregent.services.ports import AskPassword


def asking_password(face: Face) -> AskPassword | None:
    """Return what asks in the terminal, showing nothing; None where nobody can answer."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return None

    def ask(account: str) -> str:
        return getpass(f"{face.say('import.password', account=account)} ", stream=sys.stderr)

    return ask
