"""Files that a command writes: whole or not at all."""

from pathlib import Path

import pytest

from entregent.cli.files import write
from entregent.services.ports import BookError


def test_a_file_takes_the_place_of_one_that_is_there_and_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "route.ics"
    write(path, b"one")
    path.chmod(0o600)
    write(path, b"two")
    assert path.read_bytes() == b"two"
    assert path.stat().st_mode & 0o777 == 0o600
    assert [one.name for one in tmp_path.iterdir()] == ["route.ics"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "true.ics").write_bytes(b"old")
    (tmp_path / "link.ics").symlink_to(tmp_path / "true.ics")
    write(tmp_path / "link.ics", b"new")
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "true.ics").read_bytes() == b"new"


def test_what_is_no_file_is_written_to_as_it_is() -> None:
    write(Path("/dev/null"), b"x")
    assert not Path("/dev/null").is_file()


def test_a_failure_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "route.ics"
    path.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(BookError) as refused:
        write(path, b"new")
    assert refused.value.details["why"] == "ENOSPC"
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["route.ics"]


@pytest.mark.parametrize("name", [".", "nowhere/route.ics"])
def test_a_place_that_cannot_hold_a_file_is_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(BookError) as refused:
        write(tmp_path / name, b"x")
    assert refused.value.details["why"] in ("EISDIR", "ENOENT")
