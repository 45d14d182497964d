"""Pages of which one is shown, as tall as that one alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Pages(QWidget):
    """Like a stack of pages, but a short page does not inherit the height of a long one."""

    turned = Signal()
    """Another page is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._current: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    @property
    def current(self) -> QWidget | None:
        """The page that is shown."""
        return self._current

    def add(self, page: QWidget) -> None:
        """Take a page, hidden until it is turned to."""
        page.hide()
        self._layout.addWidget(page)

    def turn_to(self, page: QWidget) -> None:
        """Show a page instead of the one that was."""
        if page is self._current:
            return
        if self._current is not None:
            self._current.hide()
        self._current = page
        page.show()
        self.turned.emit()
