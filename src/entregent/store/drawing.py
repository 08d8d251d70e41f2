"""Keep the derived columns of people in step with the facts."""

from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, bindparam, func, or_, select, update

from entregent.domain.batches import Batch
from entregent.domain.facts import Entry
from entregent.domain.ids import BatchId, PersonId
from entregent.domain.tellings import Telling
from entregent.store.derive import UNDRAWN, Drawn, Known, draw, remarks
from entregent.store.plain import chunks
from entregent.store.reading import facts_with, told_in
from entregent.store.tables import batch, encounter, fact, meta, person

_WRITE = (
    update(person)
    .where(person.c.n == bindparam("key"))
    .values(portrait=bindparam("portrait"), search=bindparam("search"))
)


class Newcomers:
    """Those whom a batch makes, drawn from what it says itself, where that is all there is to know.

    Left out are those who are merged, and those of whom it says free words, which two people may
    share: they are drawn from the tables once all is written.
    """

    def __init__(self, taken: Batch) -> None:
        """Sort out what is said of each."""
        self.drawn: set[PersonId] = set()
        self._order = {taken.id: 0}
        self._known = {person: Known() for person in taken.people}
        aside: set[PersonId | None] = {one for pair in taken.merges for one in pair}
        spoken = (met for met, _ in taken.encounters if met.where or met.note)
        aside |= {one for met in spoken for one in (met.person, met.other)}
        for told in taken.entries:
            about = told if isinstance(told, Telling) else told.fact
            if isinstance(told, Entry) and remarks(told.fact):
                aside |= {getattr(told.fact, place, None) for place in ("person", "other")}
            elif (person := getattr(about, "person", None)) in self._known:
                self._known[person].entries.append(told)
        for one in self._known.keys() & aside:
            del self._known[one]

    def draw(self, person: PersonId) -> Drawn:
        """Draw somebody, once; nothing of somebody left out."""
        known = self._known.pop(person, None)
        drawn = UNDRAWN if known is None else draw(person, known, self._order)
        if known is None or not _as_kept(drawn):
            return UNDRAWN
        self.drawn.add(person)
        return drawn


def _as_kept(drawn: Drawn) -> bool:
    """Tell whether no word is replaced on its way into the tables, so that they say the same."""
    replaced = ("\ufffd", r"\u0000")
    return not any(sign in text for sign in replaced for text in drawn)


def redraw(connection: Connection, touched: Iterable[int]) -> None:
    """Draw again the people behind these keys; who was merged away has no portrait."""
    order = batch_order(connection)
    for some in chunks(set(touched)):
        roots = func.coalesce(person.c.root, person.c.n)
        found = set(connection.scalars(select(roots).where(person.c.n.in_(some))))
        rows = [
            {"key": n, "portrait": portrait, "search": search}
            for n, portrait, search in drawn(connection, sorted(found), order)
        ]
        if rows:
            connection.execute(_WRITE, rows)
    gone = person.c.root.is_not(None) & (person.c.portrait != "")
    connection.execute(update(person).where(gone).values(portrait="", search=""))


def batch_order(connection: Connection) -> dict[BatchId, int]:
    """Return each batch's place in time."""
    return {BatchId(row[0]): row[1] for row in connection.execute(select(batch.c.id, batch.c.n))}


def drawn(
    connection: Connection, roots: Sequence[int], order: Mapping[BatchId, int]
) -> list[tuple[int, str, str]]:
    """Return the key, the portrait and the search words of each of these people."""
    whole = or_(person.c.n.in_(roots), person.c.root.in_(roots))
    rows = connection.execute(select(person.c.n, person.c.root, person.c.id).where(whole)).all()
    root = {row[0]: row[1] or row[0] for row in rows}
    ids = {row[0]: PersonId(row[2]) for row in rows}
    owner = owner_key(connection)
    known = {n: Known() for n in roots}
    _gather_facts(connection, root, owner, known)
    _gather_encounters(connection, root, owner, known)
    return [(n, *draw(ids[n], known[n], order)) for n in roots]


def owner_key(connection: Connection) -> int:
    """Return the owner's key."""
    owner = select(meta.c.value).where(meta.c.key == "owner").scalar_subquery()
    key: int = connection.execute(select(person.c.n).where(person.c.id == owner)).scalar_one()
    return key


def _gather_facts(
    connection: Connection, root: Mapping[int, int], owner: int, known: Mapping[int, Known]
) -> None:
    """Add what is said of each; words about two are found under both, except under the owner."""
    statement = facts_with().add_columns(fact.c.person, fact.c.other)
    about = statement.where(fact.c.person.in_(root))
    for row in connection.execute(about):
        told = told_in(row)
        one = known[root[row[-2]]]
        one.entries.append(told)
        if isinstance(told, Entry):
            one.remarks += remarks(told.fact)
    for row in connection.execute(statement.where(_beside(fact.c.other, root, owner))):
        for beside in told_in(row).facts:
            known[root[row[-1]]].remarks += remarks(beside)


def _gather_encounters(
    connection: Connection, root: Mapping[int, int], owner: int, known: Mapping[int, Known]
) -> None:
    columns = encounter.c
    spoken = select(columns.person, columns.other, columns.place, columns.note).where(
        or_(columns.place != "", columns.note != "")
    )
    for place, column in enumerate((columns.person, columns.other)):
        rows = spoken.where(_beside(column, root, owner)).order_by(columns.seq)
        for row in connection.execute(rows):
            known[root[row[place]]].remarks += [words for words in row[2:] if words]


def _beside(column: ColumnElement[int], root: Mapping[int, int], owner: int) -> ColumnElement[bool]:
    return column.in_([n for n in root if root[n] != owner])
