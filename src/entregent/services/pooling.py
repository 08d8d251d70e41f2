"""Pooling: an association's members, ties and requests as its tables tell them."""

from collections.abc import Mapping
from dataclasses import dataclass

from entregent.asks.pool.model import MemberId, Pool, RequestId
from entregent.domain.reading import Problem


@dataclass(frozen=True, slots=True)
class Defaults:
    """What holds where a member's row does not say: asks a month, days of rest."""

    per_month: int = 1
    rest_days: int = 14


@dataclass(frozen=True, slots=True)
class Association:
    """What the tables say: the pool, what could not be read, and how members are called.

    `words` are what each request asks for, as it was written.
    """

    pool: Pool
    names: Mapping[MemberId, str]
    words: Mapping[RequestId, str]
    problems: tuple[Problem, ...]
