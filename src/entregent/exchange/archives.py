"""What archives hold: files, workbooks, gzip files, and archives one level down."""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from zipfile import ZipInfo

from entregent.exchange import workbooks
from entregent.exchange.detect import HEAD, MEGABYTE, is_blank, is_zip
from entregent.exchange.found import Found, Survey
from entregent.exchange.gzips import MOST_RATIO, is_gzip, unpacked_head
from entregent.exchange.opening import held, member
from entregent.exchange.zips import SafeZip, Unreadable

MOST_INSIDE = 128 * MEGABYTE
"""How many bytes of workbooks and archives one archive may hold, unpacked; they stay in memory."""
FREELY = 200 * MEGABYTE
"""Up to this size a file in an archive may pack at will; beyond it, no better than mail."""

_OPENED = (".zip", ".xlsx", ".xlsm")
"""Archives that are opened inside another: documents, books and programs are packed alike."""


def look_into(path: Path, label: str, survey: Survey, *, lenient: bool = False) -> None:
    """Look into an archive, as into a folder; a lenient look may find nothing known in silence."""
    before = len(survey.found) + len(survey.refused)
    inside = _Inside(survey, MOST_INSIDE)
    try:
        archive = survey.stack.enter_context(SafeZip(path))
        members = dict(archive.members())
        if workbooks.WORKBOOK in members:
            inside.look_at_workbook(_Pack(archive, members, label))
            return
        locked = inside.look(_Pack(archive, members, label))
    except Unreadable as error:
        survey.refuse(label, error.key, **error.details)
        return
    nothing = len(survey.found) + len(survey.refused) == before
    if nothing and not (locked or lenient):
        survey.refuse(label, "import.nothing-known")


@dataclass(frozen=True, slots=True)
class _Pack:
    """An open archive with its members by name; `inner` when it lies in another."""

    archive: SafeZip
    members: Mapping[str, ZipInfo]
    label: str
    inner: bool = False


@dataclass(slots=True)
class _Inside:
    """What one archive holds on all levels, and the room left for what is opened inside it."""

    survey: Survey
    room: int

    def look(self, pack: _Pack) -> int:
        """Look at every member; return how many are locked, having said so."""
        locked = 0
        for name, info in pack.members.items():
            if info.flag_bits & 1:
                locked += 1
                continue
            label = f"{pack.label}/{name}"
            try:
                self._look_at_member(pack, info, label)
            except Unreadable as error:
                self.survey.refuse(label, error.key, **error.details)
        if locked:
            self.survey.refuse(pack.label, "import.encrypted", n=str(locked))
        return locked

    def look_at_workbook(self, pack: _Pack) -> None:
        """Look at the first sheet of a workbook as at the table it is."""

        def part(name: str) -> bytes | None:
            info = pack.members.get(name)
            return self._opened(pack.archive, info, workbooks.MOST) if info else None

        table = workbooks.table_of(part)
        head, label = table[:HEAD], pack.label
        holder, _, name = label.rpartition("/")
        form = self.survey.known(head, f"{name}.csv")
        if not pack.inner:
            form = self.survey.forced or form
        if form is None and not pack.inner:
            if is_blank(head):
                self.survey.refuse(label, "import.empty")
            else:
                self.survey.refuse_table(label, head)
        elif form is not None and self.survey.forced in (None, form):
            self.room -= len(table)
            self.survey.found.append(Found(label, holder or ".", form, partial(held, table)))

    def _look_at_member(self, pack: _Pack, info: ZipInfo, label: str) -> None:
        head = pack.archive.head(info, HEAD)
        if is_zip(head) and label.lower().endswith(_OPENED):
            self._look_at_archive(pack, info, label)
            return
        if is_gzip(head):
            head = unpacked_head(head, HEAD)
        if form := self.survey.inside(head, label):
            most = min(form.most, max(FREELY, MOST_RATIO * info.compress_size))
            load = partial(member, pack.archive, info, most)
            holder = label.rpartition("/")[0]
            self.survey.found.append(Found(label, holder, form, load, info.file_size))

    def _look_at_archive(self, outer: _Pack, info: ZipInfo, label: str) -> None:
        """Look into a workbook, or into an archive unless it lies two levels down."""
        data = self._opened(outer.archive, info, self.room)
        archive = SafeZip(io.BytesIO(data), packed=info.compress_size)
        self.survey.stack.enter_context(archive)
        pack = _Pack(archive, dict(archive.members()), label, inner=True)
        if workbooks.WORKBOOK in pack.members:
            self.look_at_workbook(pack)
        elif not outer.inner:
            self.look(pack)

    def _opened(self, archive: SafeZip, info: ZipInfo, most: int) -> bytes:
        data = archive.whole(info, min(most, self.room))
        self.room -= len(data)
        return data
