"""The command line: `refund-desk`, also `python -m gui`.

Nothing here imports Qt before it is certain that Qt can be imported and has a screen to draw on.
Subcommands never import it at all.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from gui import needs, plain_import

if TYPE_CHECKING:
    import argparse

    from services.desk import Desk

DISTRIBUTION = "refund-desk"

_WITHOUT_A_WINDOW = ("audit", "backup", "restore", "simulator")


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    _speak_every_language()
    words = sys.argv[1:] if argv is None else list(argv)
    if not words:
        return _open(demo=False, lang=None, data_dir=None)  # as every morning: nothing to be read first
    if words[:1] and words[0] in _WITHOUT_A_WINDOW:
        return _without_a_window(words)
    asked = _parser().parse_args(words)
    if asked.version:
        return _say_version()
    if asked.tour is not None and not asked.demo:
        _parser().error("--tour walks the demo: say --demo as well")
    if asked.tour is None and (asked.dark or asked.scale):
        _parser().error("--dark and --scale dress the tour: say --tour as well")
    if asked.self_test:
        return _with_qt(_self_test)
    tour = asked.tour
    if tour is None and asked.demo and not needs.has_display(os.environ):
        tour = Path("tour")
        print(_no_display_for_the_demo(tour), flush=True)
    if tour is not None:
        walk = partial(_walk, lang=asked.lang or "tr", data_dir=asked.data_dir, dark=asked.dark)
        return _with_qt(partial(walk, tour, scale=asked.scale))
    return _open(demo=asked.demo, lang=asked.lang, data_dir=asked.data_dir)


def _speak_every_language() -> None:
    """Print Turkish into a pipe or a file as well, where Windows would take the letters of its own language.

    A program with a window and no console has no streams at all.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _without_a_window(words: list[str]) -> int:
    if words[0] == "simulator":
        from services.simulator.command import main as simulate  # noqa: PLC0415  a window needs no simulator

        return simulate(words[1:])
    from services.command import main as keep_up  # noqa: PLC0415  nor what is done to its ledger without it

    return keep_up(words, folder=default_folder(demo=False))


def _open(*, demo: bool, lang: str | None, data_dir: Path | None) -> int:
    """Show the window, if there is a screen to show it on."""
    if not needs.has_display(os.environ):
        return _say_there_is_no_display()
    return _with_qt(partial(_show, demo=demo, lang=lang, data_dir=data_dir))


def _with_qt(start: Callable[[], int]) -> int:
    """Start something that imports Qt; where Qt lacks a library, say which, and how to install it."""
    missing = needs.missing_on_x11(os.environ)
    if missing:
        return _say_what_is_missing(missing)
    try:
        import PySide6.QtWidgets  # noqa: F401, PLC0415  it needs all of them
    except ImportError:
        missing = needs.missing_libraries(os.environ)
        if not missing:
            raise
        return _say_what_is_missing(missing)
    plain_import.give_back()
    return start()


def _walk(tour: Path, *, lang: str, data_dir: Path | None, dark: bool, scale: int | None) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # the same pictures on every computer
    if scale is not None:
        os.environ["QT_SCALE_FACTOR"] = str(scale)  # read once, when the application begins
    from gui.tour.walk import walk  # noqa: PLC0415  Qt, at last

    return walk(tour, lang=lang, data_dir=data_dir, dark=dark)


def _show(*, demo: bool, lang: str | None, data_dir: Path | None) -> int:
    """Show the window; what it stands on is opened by a worker, behind it."""
    gc.disable()  # nothing that is loaded now is garbage; `gui.garbage` collects from then on
    from gui.app import run  # noqa: PLC0415  Qt, at last

    folder = data_dir or default_folder(demo=demo)
    return run(partial(open_desk, folder, demo=demo), demo=demo, lang=lang, data_dir=folder)


def open_desk(folder: Path, *, demo: bool, start_over: bool = False) -> Desk:
    """Open the ledger and everything that stands on it; slow, so on a worker thread.

    Args:
        folder: Where the ledger is.
        demo: Open the demo, emptied, instead of the shop's.
        start_over: A person was told that the ledger is damaged or lost and begins an empty one.

    Raises:
        LedgerUnavailable: The ledger can't be opened.
    """
    if demo:
        from services.demo import open_demo  # noqa: PLC0415  the simulator comes with it

        return open_demo(folder)
    from services import compose  # noqa: PLC0415  every use case comes with it

    return compose.open_desk(folder, start_over=start_over, locks=locks_folder())


def locks_folder() -> Path:
    """Return where this user's windows say for which merchants they work, whatever ledger they have open."""
    from platformdirs import user_state_path  # noqa: PLC0415  only a shop's window needs it

    return user_state_path(f"{DISTRIBUTION}-locks", appauthor=False)


def default_folder(*, demo: bool) -> Path:
    """Return where the ledger is: local to this computer and this user."""
    from platformdirs import user_data_path  # noqa: PLC0415  only when it is not said

    return user_data_path(f"{DISTRIBUTION}-demo" if demo else DISTRIBUTION, appauthor=False, roaming=False)


def _parser() -> argparse.ArgumentParser:
    import argparse  # noqa: PLC0415  a window without options needs none

    parser = argparse.ArgumentParser(
        prog=DISTRIBUTION,
        description="Find a card sale, void or refund it once, and know for certain how it went.",
        epilog=(
            "Without an option the window opens. Without a window: `refund-desk backup FILE`, `restore FILE`,"
            " `audit verify`, and `simulator` for the gateways' simulator; each tells of itself with --help."
        ),
    )
    parser.add_argument(
        "--demo", action="store_true", help="open it on simulated gateways; no money is real, nothing is kept"
    )
    parser.add_argument(
        "--tour", type=Path, metavar="DIR", help="with --demo: walk every screen and write a picture of each"
    )
    parser.add_argument(
        "--self-test", action="store_true", help="check what an installed copy needs, one JSON line each"
    )
    parser.add_argument("--data-dir", type=Path, metavar="DIR", help="where the ledger is kept")
    parser.add_argument("--lang", choices=("tr", "en"), help="the window's language")
    parser.add_argument("--dark", action="store_true", help="with --tour: in dark colours")
    parser.add_argument(
        "--scale", type=int, choices=(1, 2, 3), help="with --tour: device pixels for each of the pictures'"
    )
    parser.add_argument("--version", action="store_true", help="say which version this is")
    return parser


def _say_version() -> int:
    from importlib.metadata import version  # noqa: PLC0415  a tenth of the way to the first paint

    print(DISTRIBUTION, version(DISTRIBUTION))
    return 0


def _self_test() -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from gui.self_test import run  # noqa: PLC0415  Qt, at last

    return run()


def _say_what_is_missing(missing: tuple[needs.Library, ...]) -> int:
    names = ", ".join(library.soname for library in missing)
    if needs.in_turkish():
        print(f"İade Masası açılamıyor: bu bilgisayarda {names} eksik. Kurmak için:", file=sys.stderr)
    else:
        print(f"Refund Desk can't open: this computer lacks {names}. To install it:", file=sys.stderr)
    print(f"  {needs.install_line(missing)}", file=sys.stderr)
    return 1


def _say_there_is_no_display() -> int:
    if needs.in_turkish():
        text = (
            "İade Masası açılamıyor: ekran bulunamadı. Masaüstü oturumunda başlatın; ekransız denemek için:"
        )
    else:
        text = "Refund Desk can't open: there is no display. Start it in a desktop session; without one, try:"
    print(f"{text}\n  refund-desk --demo", file=sys.stderr)
    return 1


def _no_display_for_the_demo(tour: Path) -> str:
    if needs.in_turkish():
        return f"Ekran yok: demo kendi kendine gezilecek, resimler {tour} klasörüne yazılacak."
    return f"There is no display: the demo walks itself and writes its pictures to {tour}."


if __name__ == "__main__":
    sys.exit(main())
