"""Room that scrolls up and down: large letters on a small screen scroll rather than squeeze."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QWidget


def scrolled(inner: QWidget, *, bare: bool = True, to_be_read: bool = False) -> QScrollArea:
    """Return a widget as wide as its room, and as high as it needs to be.

    Args:
        inner: What scrolls.
        bare: The ground below it shows; else Qt fills it with the window's colour.
        to_be_read: Nothing in it takes the keyboard, so the room itself does: the arrows scroll. Else it
            follows the keyboard to what is inside.
    """
    scroll = QScrollArea()
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus if to_be_read else Qt.FocusPolicy.NoFocus)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(inner)
    if bare:
        for ground in (scroll.viewport(), inner):
            ground.setAutoFillBackground(False)
    return scroll
