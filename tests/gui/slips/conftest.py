from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui.i18n import speak
from tests.gui.paper.conftest import _font

__all__ = ["_font", "_in_turkish"]


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
