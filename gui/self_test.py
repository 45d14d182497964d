"""`refund-desk --self-test`: what an installed copy needs, tried without a window on the screen.

A JSON line for each thing; the exit status is 1 if one of them fails.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from functools import partial

from PySide6.QtGui import QFontInfo, QImageReader
from PySide6.QtWidgets import QApplication

from gui import i18n, theme
from services import checks


def run() -> int:
    """Try everything, print a line each, and return the exit status."""
    application = theme.new_application()
    of_qt = [
        checks.run("qt platform", application.platformName),
        checks.run("svg icons", _svg),
        checks.run("font", partial(_font, application)),
        *(checks.run(f"translation {language}", partial(_words, language)) for language in i18n.LANGUAGES),
    ]
    failed = [_print(checked) for checked in of_qt].count(False)
    failed += [_print(checked) for checked in checks.check_services()].count(False)
    return 1 if failed else 0


def _print(checked: checks.Checked) -> bool:
    print(json.dumps(asdict(checked), ensure_ascii=False), flush=True)
    return checked.ok


def _svg() -> str:
    formats = sorted(str(name.data(), "ascii") for name in QImageReader.supportedImageFormats())
    if "svg" not in formats:
        raise LookupError("Qt's SVG plugin is missing")
    return ", ".join(formats)


def _font(application: QApplication) -> str:
    theme.apply(application, dark=False)
    family = QFontInfo(theme.font()).family()
    if family != theme.FAMILY:
        raise LookupError(f"{theme.FAMILY} was not loaded; letters would be {family}")
    return family


def _words(language: str) -> str:
    i18n.speak(language)
    return f"refund_desk_{language}.qm"
