"""Hands and eyes of the tour: finds what is on the screen, presses it, types, waits, takes pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QModelIndex, QPoint, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QApplication, QDialog, QScrollArea, QWidget

from gui.app import Application
from gui.main_window import MainWindow
from gui.tour.clock import TourClock
from services.desk import Desk
from services.simulator.server import Simulator

T = TypeVar("T")
W = TypeVar("W", bound=QWidget)

_PATIENCE_MS = 30_000
_GLANCE_MS = 15
_SHADE = QColor(0, 0, 0, 90)


class Lost(Exception):
    """The tour expected something on the screen that did not come."""


class Guide:
    """Drives one window. GUI thread only.

    Attributes:
        simulator: Both gateways, whose book says what really happened.
        clock: The program's and the gateways'.
        folder: Where the pictures go.
    """

    def __init__(
        self, application: Application, simulator: Simulator, clock: TourClock, folder: Path
    ) -> None:
        self._application = application
        self.simulator = simulator
        self.clock = clock
        self.folder = folder

    @property
    def window(self) -> MainWindow:
        """The window as it is now: another one after the language was changed."""
        return self._application.window

    @property
    def desk(self) -> Desk:
        """The open desk."""
        return self.wait("the desk to open", lambda: self._application.desk)

    @property
    def dialog(self) -> QDialog:
        """The dialog that is open."""
        return self.wait("a dialog", self._open_dialog)

    def wait(self, what: str, look: Callable[[], T | None]) -> T:
        """Let the program work until `look` returns something.

        Raises:
            Lost: It never did; or the program has told of a bug of its own.
        """
        found = look()
        loop, glance, patience = QEventLoop(), QTimer(), QTimer()
        patience.setSingleShot(True)
        patience.timeout.connect(loop.quit)
        glance.timeout.connect(lambda: loop.quit() if look() or _crash() else None)
        patience.start(_PATIENCE_MS)
        glance.start(_GLANCE_MS)
        if not found:
            loop.exec()
        glance.stop()
        found = found or look()
        if _crash():
            raise Lost(f"the program broke while waiting for {what}")
        if not found:
            raise Lost(f"waited in vain for {what}")
        return found

    def rest(self) -> None:
        """Let everything that is due be done and painted."""
        QTest.qWait(2 * _GLANCE_MS)

    def find(self, kind: type[W], name: str, within: QWidget | None = None) -> W:
        """Return the visible widget of that name, once there is one."""
        return self.wait(name, lambda: self._visible(kind, name, within or self.window))

    def press(self, button: QAbstractButton) -> None:
        """Press a button as a person would: it must be there and let itself be pressed."""
        self.wait(f"“{button.text()}” to be ready", lambda: button.isVisible() and button.isEnabled())
        _bring_into_view(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.rest()

    def fill(self, field: QWidget, text: str) -> None:
        """Put the cursor into a field and type, key by key; any letter, Turkish ones included."""
        field.setFocus()
        _bring_into_view(field)
        QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                key = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(field, key)
        self.rest()

    def enter(self, field: QWidget) -> None:
        """Press Enter."""
        QTest.keyClick(field, Qt.Key.Key_Return)
        self.rest()

    def choose(self, table: QAbstractItemView, text: str) -> None:
        """Click the first row that shows a text."""
        model = table.model()

        def place() -> QPoint | None:
            for row in range(model.rowCount()):
                for column in range(model.columnCount()):
                    index = model.index(row, column)
                    if text in str(index.data(Qt.ItemDataRole.DisplayRole)):
                        table.scrollTo(index)
                        return table.visualRect(index).center()
            return None

        at = self.wait(f"a row with {text}", place)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        self.rest()

    def words_of(self, view: QAbstractItemView) -> str:
        """Return everything a list or a tree shows, a line for each of its rows."""

        def below(parent: QModelIndex) -> Iterator[str]:
            model = view.model()
            for row in range(model.rowCount(parent)):
                columns = range(model.columnCount(parent))
                yield "\t".join(str(model.index(row, column, parent).data()) for column in columns)
                yield from below(model.index(row, 0, parent))

        return "\n".join(below(QModelIndex()))

    def tidy(self) -> None:
        """Close what is open, so that a step that failed does not stand in the next one's way."""
        self.simulator.faults.clear()
        while (dialog := self._open_dialog()) is not None:
            dialog.reject()
            dialog.hide()
            self.rest()

    def picture(self, name: str) -> Path:
        """Save what is on the screen once every answer is on it: the window, and the dialog before it."""
        self.wait("every answer", lambda: not self._application.tasks.asking)
        self.rest()
        shot = self.window.grab()
        dialog = self._open_dialog()
        if dialog is not None:
            _lay_over(shot, dialog, self.window)
        file = self.folder / f"{name}.png"
        if not shot.save(str(file)):
            raise Lost(f"{file} could not be written")
        return file

    def _open_dialog(self) -> QDialog | None:
        front = QApplication.activeModalWidget()
        return front if isinstance(front, QDialog) else None

    def _visible(self, kind: type[W], name: str, within: QWidget) -> W | None:
        for widget in within.findChildren(kind, name):
            if widget.isVisible():
                return widget
        return None


def _bring_into_view(widget: QWidget) -> None:
    """Scroll to it, as a person would have to."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(widget)
        above = above.parentWidget()


def _crash() -> bool:
    return any(widget.objectName() == "crash" for widget in QApplication.topLevelWidgets())


def _lay_over(shot: QPixmap, dialog: QDialog, window: QWidget) -> None:
    """Paint a dialog in the middle of its window, which is shaded as far as it can't be used."""
    front = dialog.grab()
    painter = QPainter(shot)
    painter.fillRect(window.rect(), _SHADE)
    room = window.size() - dialog.size()
    painter.drawPixmap(max(room.width() // 2, 0), max(room.height() // 2, 0), front)
    painter.end()
