"""Tables laid by a rule, for any number of people: each seat moves on by a step of its own.

The people who hold the same seat of the `m` tables in the first round are a *row*. In each round a
row moves on as a whole, by a number of tables that is the product of two numbers, one for the round
and one for the row; two people of different rows then meet when those numbers agree. They meet once
at most where products of differences are never 0: with plain numbers as long as (rounds - 1)(seats
- 1) < m, in a field up to m rounds (a net of lines; where m seats are at m tables, an affine
plane). People of one row have not met after that; so a round more is laid within the rows. Where
seats outnumber tables, rows share a number, and stay together: as few pairs repeat as can.
"""

import numpy as np

from entregent.matching.arrays import Ints
from entregent.matching.tables.fields import Group, field_of
from entregent.matching.tables.plan import Wanted, even_sizes


def by_rule(wanted: Wanted) -> Ints | None:
    """Return rounds laid by a rule (table of each person, a row a round), if there is a rule.

    Hosts stay where each table has as many, or one at most.
    """
    tables, hosts = wanted.tables, wanted.at_table
    still = int(hosts.max(initial=0))
    if not tables or not wanted.rounds or (still > 1 and hosts.min() < still):
        return None
    rows = _rows(wanted, still)
    at = _moved(rows, tables, wanted.rounds, still)
    if at is not None or still or not field_of(tables):
        return at
    within = _within(rows, tables, wanted.rounds - tables)
    first = _moved(rows, tables, tables, still)
    return None if within is None or first is None else np.concatenate((first, within))


def _rows(wanted: Wanted, still: int) -> Ints:
    """Return the row (first) and the table in the first round (second) of each person."""
    guests = iter(one for one in range(wanted.people) if one not in wanted.hosts)
    place = np.zeros((2, wanted.people), np.int64)
    held = [0] * wanted.tables
    for host, table in sorted(wanted.hosts.items()):
        place[:, host] = held[table], table
        held[table] += 1
    for row in range(max(wanted.sizes)):
        for table, size in enumerate(wanted.sizes):
            if row < size and (row >= still or held[table] <= row):
                place[:, next(guests)] = row, table
    return place


def _moved(rows: Ints, tables: int, rounds: int, still: int) -> Ints | None:
    seats = int(rows[0].max()) + 1
    if (rounds - 1) * (seats - 1) < tables:
        group, number = Group(tables), np.arange(seats)
        number[:still] = 0
        number[still:] -= max(0, still - 1)
        steps = np.arange(rounds)[:, None] * number
        return group.plus(steps[:, rows[0]] % tables, rows[1])
    field = field_of(tables)
    if field is None or rounds > tables:
        return None
    number = np.zeros(seats, np.int64)
    number[still:] = (np.arange(seats - still) + (still > 0)) % tables
    return field.plus(field.products()[np.ix_(np.arange(rounds), number)][:, rows[0]], rows[1])


def _within(rows: Ints, tables: int, rounds: int) -> Ints | None:
    """Lay rounds in which people sit with those of their own row only, where they fit evenly."""
    seats = int(rows[0].max()) + 1
    if tables % seats:
        return None
    share = tables // seats
    at = np.zeros((rounds, rows.shape[1]), np.int64)
    for row in range(seats):
        members = np.flatnonzero(rows[0] == row)
        sizes = even_sizes(len(members), share)
        laid = by_rule(Wanted(sizes, rounds))
        if laid is None or min(sizes) < seats - 1:
            return None
        at[:, members] = row * share + laid
    return at
