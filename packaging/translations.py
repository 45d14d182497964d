"""Gather what the window says, and make what Qt reads of its translations.

    translations.py            updates resources/i18n/*.ts from gui/**/*.py, makes the .qm beside them
    translations.py --check    changes nothing; fails unless that would change nothing

Either fails on a sentence not translated yet. The sources are in English, so the English file holds
only what counts things, which English too says in two ways. What is written depends on nothing but
the sources and the .ts files: no line numbers, no order of files or of code.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
I18N = ROOT / "resources" / "i18n"
LANGUAGES = {"tr": [], "en": ["-pluralonly"]}


def main() -> int:
    """Update or check every language; return 1 when there is something to do for a person."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; fail if something would change")
    asked = parser.parse_args()
    if not asked.check:
        I18N.mkdir(parents=True, exist_ok=True)
        return 0 if make(I18N) else 1
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder)
        for source in I18N.glob("*.ts"):
            shutil.copy(source, fresh)
        translated = make(fresh)
        return 0 if same(fresh) and translated else 1


def make(folder: Path) -> bool:
    """Update the .ts files in `folder` and release each; say whether all is translated."""
    sources = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "gui").rglob("*.py"))
    complete = True
    for language, further in LANGUAGES.items():
        ts = folder / f"refund_desk_{language}.ts"
        languages = ["-source-language", "en", "-target-language", language]
        form = ["-locations", "none", "-no-obsolete", "-sort-messages", "-silent", *further]
        if tool("lupdate", "-warnings-are-errors", *form, *languages, *sources, "-ts", str(ts)):
            sys.exit(f"lupdate could not read the sources for {ts.name}")
        fresh = ts.with_suffix(".new")
        if tool("lrelease", "-silent", str(ts), "-qm", str(fresh)):
            sys.exit(f"lrelease could not read {ts.name}")
        # Put in place whole: a running program has the old file mapped into its memory, and would die.
        fresh.replace(ts.with_suffix(".qm"))
        unfinished = ts.read_text("utf-8").count('type="unfinished"')
        if unfinished:
            print(f"{ts.name}: {unfinished} not translated", file=sys.stderr)
            complete = False
    return complete


def same(fresh: Path) -> bool:
    """Whether the committed files are those in `fresh`, byte for byte; names those that are not."""
    names = sorted({path.name for folder in (fresh, I18N) for path in folder.glob("*.[tq][sm]")})
    stale = [name for name in names if content(fresh / name) != content(I18N / name)]
    if stale:
        print("stale, run packaging/translations.py:", *stale, file=sys.stderr)
    return not stale


def content(path: Path) -> bytes | None:
    """Return what `path` holds; None when it is not there."""
    return path.read_bytes() if path.exists() else None


def tool(name: str, *arguments: str) -> int:
    """Run one of Qt's tools, as PySide6 installed it beside this Python; return its exit status."""
    found = shutil.which(f"pyside6-{name}", path=str(Path(sys.executable).parent))
    if found is None:
        sys.exit(f"no pyside6-{name} beside {sys.executable}")
    return subprocess.run([found, *arguments], cwd=ROOT, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
