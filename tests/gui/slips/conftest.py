from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from gui import theme


@pytest.fixture(autouse=True)
def _font(qapp: QApplication) -> None:
    """The program's font is loaded with its look; paper is dark on white whatever that is."""
    theme.apply(qapp, dark=True)
