"""How the interpreter tidies up while a command runs."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (1_000_000, 50, 1000)


@contextmanager
def gathering() -> Iterator[None]:
    """Look seldom for cycles of garbage: what a command makes it mostly keeps until its end.

    The usual pace spends a quarter of an import, and a sixth of a start, on going through objects
    that all are in use.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect(0)
