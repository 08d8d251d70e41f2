"""The fewest repeats that tables can have, whoever lays them: counted, never tried.

Two arguments, of which the better holds. *By counting*: no more pairs can meet than there are. *By
pigeonholes*: who sits at a table came from the tables of the round before, and those who came from
one and the same have met already; each round after the first repeats at least so much. Hosts who
share a table meet there in every round, and a guest who comes back to a table meets its hosts
again; so guests are counted by pigeonholes among themselves.
"""

from entregent.matching.tables.plan import Wanted


def fewest_repeats(wanted: Wanted) -> int:
    """Return a number of repeats below which no plan can be."""
    if not wanted.rounds or not wanted.people:
        return 0
    return max(_by_counting(wanted), _by_pigeonholes(wanted), _with_hosts(wanted), 0)


def fewest_pairs(sizes: list[int], holes: int, inside: int = 0) -> int:
    """Return the fewest pairs that sit in one hole together, when so many are put into holes.

    `sizes` counts what is put each time; `inside` are in one hole already.
    """
    total = 0
    for size in sizes:
        first = min(size, max(inside, -(-size // holes)))
        rest = size - first
        total += first * (first - 1) // 2
        if holes > 1:
            most, extra = divmod(rest, holes - 1)
            total += (holes - 1) * most * (most - 1) // 2 + extra * most
    return total


def _by_counting(wanted: Wanted) -> int:
    people = wanted.people
    there_are = people * (people - 1) // 2 - len(wanted.apart)
    return wanted.shared - there_are


def _by_pigeonholes(wanted: Wanted) -> int:
    sizes, hosts = _most_first(wanted)
    each = sum(
        fewest_pairs([size], wanted.tables, held) for size, held in zip(sizes, hosts, strict=True)
    )
    return (wanted.rounds - 1) * each


def _with_hosts(wanted: Wanted) -> int:
    """Add up the repeats among hosts, of guests with hosts, and among guests."""
    sizes, hosts = _most_first(wanted)
    again = wanted.rounds - 1
    guests = [size - held for size, held in zip(sizes, hosts, strict=True)]
    among_hosts = again * sum(held * (held - 1) // 2 for held in hosts)
    number = sum(guests)
    met = wanted.rounds * sum(size * (size - 1) // 2 for size in guests)
    among_guests = max(
        again * fewest_pairs(guests, wanted.tables), met - number * (number - 1) // 2
    )
    return among_hosts + _coming_back(wanted, sizes, hosts) + among_guests


def _most_first(wanted: Wanted) -> tuple[list[int], list[int]]:
    """Return sizes and hosts with the larger tables where most hosts are: fewest repeat there.

    Which tables are short of one may change from round to round.
    """
    return sorted(wanted.sizes, reverse=True), sorted(wanted.at_table.tolist(), reverse=True)


def _coming_back(wanted: Wanted, sizes: list[int], hosts: list[int]) -> int:
    """Count how often guests meet hosts again at least: all but their first visit to a table."""
    guests, rounds = wanted.people - sum(hosts), wanted.rounds
    small, large = min(sizes), sum(size > min(sizes) for size in sizes)
    visits = [rounds * max(0, small - held) for held in hosts]
    more = rounds * guests - sum(visits)
    repeated = sum(held * max(0, seen - guests) for seen, held in zip(visits, hosts, strict=True))
    free = sum(min(rounds, max(0, guests - seen)) for seen in visits) if large else 0
    return repeated + min(hosts) * max(0, more - free)
