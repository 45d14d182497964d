"""How large a dialog may be: as large as it likes, and never larger than the screen."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication

_MARGIN = 48
"""Device-independent pixels that the system's frame and bars may need around it."""


def fitting(size: QSize) -> QSize:
    """Return a size, or as much of it as the screen has room for."""
    room = QGuiApplication.primaryScreen().availableSize()
    return size.boundedTo(QSize(room.width() - _MARGIN, room.height() - _MARGIN))
