from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from gui import theme
from gui.i18n import speak


@pytest.fixture(autouse=True)
def _font(qapp: QApplication) -> Iterator[None]:
    """The program's font is loaded with its look; paper is dark on white whatever that is."""
    palette, sheet, font = QPalette(qapp.palette()), qapp.styleSheet(), qapp.font()
    theme.apply(qapp, dark=True)
    yield
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)
    qapp.setFont(font)


@pytest.fixture
def _in_turkish(qapp: QApplication) -> Iterator[None]:
    """The window speaks Turkish, and afterwards what it spoke before."""
    before = QLocale()
    speak("tr")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)
