"""A file of needs on its way in."""

from pathlib import Path

from entregent.domain.wanted import Needs
from entregent.services.ports import BookError


def needs_of(path: Path) -> Needs:
    """Read a file of needs.

    Raises BookError: import.no-such-file, import.unreadable, needs.not-text, needs.not-toml,
    needs.none.
    """
    from entregent.exchange.needs import read

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise BookError("import.no-such-file", path=str(path)) from error
    except (OSError, ValueError) as error:
        raise BookError("import.unreadable", path=str(path)) from error
    return read(data, str(path))
