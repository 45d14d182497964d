"""The command line: what is said where a window can't open, and what each option leads to."""

from __future__ import annotations

import builtins
import gc
import io
import linecache
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from gui import __main__ as program
from gui import app, needs

only_on_linux = pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks a library or a display")


class Shown:
    """Stands where the window would be, and keeps what it was to be opened with."""

    def __init__(self) -> None:
        self.times = 0
        self.demo = False
        self.lang: str | None = None
        self.folder = Path()

    def run(self, _: app.OpenDesk, *, demo: bool, lang: str | None, data_dir: Path) -> int:
        self.times += 1
        self.demo, self.lang, self.folder = demo, lang, data_dir
        return 7


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Shown]:
    shown = Shown()
    monkeypatch.setattr(app, "run", shown.run)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr(builtins, "__import__", builtins.__import__)  # PySide's own again, afterwards
    collecting = gc.isenabled()
    yield shown
    if collecting:
        gc.enable()


def test_without_a_word_the_shops_own_window_opens(shown: Shown) -> None:
    assert program.main([]) == 7
    assert (shown.demo, shown.lang, shown.folder) == (False, None, program.default_folder(demo=False))


def test_options_reach_the_window(shown: Shown, tmp_path: Path) -> None:
    assert program.main(["--demo", "--lang", "en", "--data-dir", str(tmp_path / "here")]) == 7
    assert (shown.demo, shown.lang, shown.folder) == (True, "en", tmp_path / "here")


def test_what_is_imported_behind_the_window_is_not_read_for_mentions_of_qt(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.syspath_prepend(tmp_path)
    module = tmp_path / "never_heard_of_qt.py"
    module.write_text("KNOWN = True\n", encoding="utf-8")
    assert program.main([]) == 7

    exec("import never_heard_of_qt")  # noqa: S102  as any module imports another

    assert sys.modules.pop(module.stem).KNOWN
    assert str(module) not in linecache.cache
    assert shown.times == 1


@only_on_linux
@pytest.mark.parametrize(("locale", "said"), [("tr_TR.UTF-8", "açılamıyor"), ("de_DE.UTF-8", "can't open")])
def test_a_library_that_qt_lacks_is_answered_with_the_line_that_installs_it(
    shown: Shown,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    locale: str,
    said: str,
) -> None:
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.setattr(needs, "ALWAYS", (needs.Library("libno-such.so.9", "libno-such9"),))
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)

    assert program.main([]) == 1

    error = capsys.readouterr().err
    assert said in error
    assert "libno-such.so.9" in error
    assert "sudo apt-get install libno-such9" in error
    assert not shown.times


def test_what_qt_does_not_lack_is_not_blamed_on_a_library(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(needs, "ALWAYS", ())
    monkeypatch.setitem(sys.modules, "PySide6.QtWidgets", None)
    with pytest.raises(ImportError):
        program.main([])
    assert not shown.times


@only_on_linux
def test_what_would_end_the_process_is_found_before_qt_is_asked(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "xcb")
    monkeypatch.setattr(needs, "ON_X11", (needs.Library("libno-such.so.9", "libno-such9"),))
    assert program.main([]) == 1
    assert "libno-such9" in capsys.readouterr().err
    assert not shown.times


@only_on_linux
def test_without_a_display_a_window_says_so_and_the_demo_walks(
    shown: Shown, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert program.main([]) == 1
    assert "refund-desk --demo" in capsys.readouterr().err

    walked: list[Path] = []

    def walk(tour: Path, *, lang: str, data_dir: Path | None, dark: bool) -> int:
        assert (lang, data_dir, dark) == ("tr", None, False)
        walked.append(tour)
        return 0

    monkeypatch.setattr("gui.tour.walk.walk", walk)
    assert program.main(["--demo"]) == 0
    assert walked == [Path("tour")]
    assert "tour" in capsys.readouterr().out
    assert not shown.times


def test_a_tour_without_the_demo_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(["--tour", "x"])
    assert ended.value.code == 2
    assert "--demo" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--dark"], ["--demo", "--scale", "2"]])
def test_what_dresses_the_tour_is_refused_without_one(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        program.main(words)
    assert ended.value.code == 2
    assert "--tour" in capsys.readouterr().err


def test_the_version_is_the_installed_one(capsys: pytest.CaptureFixture[str]) -> None:
    from importlib.metadata import version  # noqa: PLC0415  where it stands

    assert program.main(["--version"]) == 0
    assert capsys.readouterr().out.split() == ["refund-desk", version("refund-desk")]


def test_turkish_goes_into_a_pipe_of_a_western_windows(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\n")
    monkeypatch.setattr(sys, "stdout", pipe)
    assert program.main(["--version"]) == 0
    pipe.write("Akdağ Şarküteri ₺\n")
    pipe.flush()
    assert pipe.buffer.getvalue().decode("utf-8").endswith("Akdağ Şarküteri ₺\n")


def test_a_window_without_a_console_has_nothing_to_print_to_and_opens(
    shown: Shown, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert program.main([]) == 7
    assert shown.times == 1
