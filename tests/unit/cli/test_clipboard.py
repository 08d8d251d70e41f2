"""The clipboard: programs that stand in for the real ones keep what they are given in a file."""

from collections.abc import Callable
from pathlib import Path

import pytest

from entregent.cli import clipboard
from entregent.cli.clipboard import copy
from entregent.services.ports import BookError

Install = Callable[..., Path]


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return what installs a program, alone with those installed before; returns what it keeps."""
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))

    def program(name: str, *, code: int = 0) -> Path:
        kept = tmp_path / f"{name}.kept"
        script = tmp_path / name
        script.write_text(f'#!/bin/sh\n/bin/cat > "{kept}"\nexit {code}\n', encoding="utf-8")
        script.chmod(0o755)
        return kept

    return program


@pytest.mark.parametrize("name", ["pbcopy", "wl-copy", "xclip", "xsel"])
def test_whichever_program_is_there_takes_the_text(install: Install, name: str) -> None:
    kept = install(name)
    assert copy("À bientôt,\nNadia") == name
    assert kept.read_text(encoding="utf-8") == "À bientôt,\nNadia"


def test_windows_reads_its_own_encoding(install: Install) -> None:
    kept = install("clip.exe")
    assert copy("À bientôt") == "clip.exe"
    assert kept.read_bytes().decode("utf-16") == "À bientôt"


def test_the_program_whose_display_is_there_comes_first(
    install: Install, monkeypatch: pytest.MonkeyPatch
) -> None:
    install("wl-copy")
    install("xclip")
    monkeypatch.setenv("DISPLAY", ":0")
    assert copy("x") == "xclip"


def test_the_next_one_is_tried_where_the_first_will_not(install: Install) -> None:
    install("wl-copy", code=1)
    install("xsel")
    assert copy("x") == "xsel"


def test_without_any_program_a_sentence_says_which_there_are(install: Install) -> None:
    del install
    with pytest.raises(BookError) as refused:
        copy("x")
    assert refused.value.key == "draft.no-clipboard"


def test_a_program_that_fails_or_hangs_is_named(
    install: Install, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    install("xclip", code=1)
    (tmp_path / "xsel").write_text("#!/bin/sh\nexec /bin/sleep 30\n", encoding="utf-8")
    (tmp_path / "xsel").chmod(0o755)
    (tmp_path / "wl-copy").write_text("no program", encoding="utf-8")
    (tmp_path / "wl-copy").chmod(0o755)
    monkeypatch.setattr(clipboard, "_SECONDS", 0.2)
    with pytest.raises(BookError) as refused:
        copy("x")
    assert (refused.value.key, refused.value.details) == (
        "draft.clipboard-failed",
        {"program": "wl-copy"},
    )
