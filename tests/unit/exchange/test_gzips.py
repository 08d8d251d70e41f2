import gzip
import io
import os
from pathlib import Path

import pytest

from entregent.exchange import gzips
from entregent.exchange.gzips import is_gzip, unpacked, unpacked_head
from entregent.exchange.zips import Unreadable


def packed(folder: Path, *pieces: bytes) -> Path:
    path = folder / "a.mbox.gz"
    path.write_bytes(b"".join(map(gzip.compress, pieces)))
    return path


def opened(path: Path) -> io.BytesIO:
    return io.BytesIO(path.read_bytes())


def test_packs_follow_each_other(tmp_path: Path):
    path = packed(tmp_path, b"From lea\n", b"To: omar\n" * 100_000)
    assert is_gzip(path.read_bytes()[:10])
    with unpacked(opened(path), 10_000_000) as plain:
        assert plain[:] == b"From lea\n" + b"To: omar\n" * 100_000
    with unpacked(opened(packed(tmp_path, b"")), 1000) as plain:
        assert plain == b""


def test_the_head_is_bounded_and_may_be_damaged(tmp_path: Path):
    assert unpacked_head(packed(tmp_path, b"x" * 9000).read_bytes(), 100) == b"x" * 100
    assert unpacked_head(b"\x1f\x8b\x08 no", 100) == b""


def test_what_unpacks_to_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    path = packed(tmp_path, b"x" * 1_000_000)
    with pytest.raises(Unreadable), unpacked(opened(path), 500_000):
        pass
    monkeypatch.setattr(gzips, "RATIO_FROM", 1000)
    with pytest.raises(Unreadable), unpacked(opened(path), 10_000_000):
        pass


@pytest.mark.parametrize("left", [2000, -1])
def test_a_pack_cut_short_says_so(tmp_path: Path, left: int):
    path = packed(tmp_path, b"lea\n", bytes(range(256)) * 10, os.urandom(5000))
    path.write_bytes(path.read_bytes()[:left])
    with pytest.raises(Unreadable), unpacked(opened(path), 10_000_000):
        pass


def test_a_damaged_pack_says_so(tmp_path: Path):
    path = packed(tmp_path, b"lea" * 1000)
    path.write_bytes(path.read_bytes()[:20] + b"\xff" * 20)
    with pytest.raises(Unreadable), unpacked(opened(path), 10_000_000):
        pass
