"""How the interpreter tidies up while a whole import lies in memory."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_SELDOM = (200_000, 50, 1000)


@contextmanager
def gathering() -> Iterator[None]:
    """Look seldom for cycles of garbage: what an import makes is kept until it is written.

    The usual pace spends a quarter of an import on going through facts that all are in use.
    """
    usual = gc.get_threshold()
    gc.set_threshold(*_SELDOM)
    try:
        yield
    finally:
        gc.set_threshold(*usual)
        gc.collect(0)
