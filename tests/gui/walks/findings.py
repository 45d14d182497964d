"""What an examination finds, and how the widgets it looks at are come by and called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

_INTERACTIVE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something on a screen that is not as it should be."""

    aspect: str
    what: str
    fact: str

    def __str__(self) -> str:
        return f"{self.aspect}: {self.what}: {self.fact}"


def shown(screen: QWidget) -> Iterator[QWidget]:
    """Yield every widget of a screen that is shown, the screen itself first.

    What belongs to a field of Qt's own (its line, its pop-up, its scroll bars) is a part of that field.
    """
    yield screen
    for child in screen.children():
        if isinstance(child, QWidget) and child.isVisible() and not child.isWindow():
            yield from shown(child)


def interactive(screen: QWidget) -> list[QWidget]:
    """Return what can be pressed, typed into or chosen from."""
    return [
        widget
        for widget in shown(screen)
        if isinstance(widget, _INTERACTIVE)
        and not isinstance(widget, QHeaderView)
        and not isinstance(widget.parentWidget(), (QAbstractSpinBox, QComboBox, QLineEdit, QAbstractItemView))
        and not widget.objectName().startswith("qt_")
        and not widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ]


def called(widget: QWidget) -> str:
    """Return a name to find a widget by: its own, or its text, below the nearest that has one."""
    words: list[str] = []
    at: QWidget | None = widget
    while at is not None and len(words) < 3:
        if at is widget or at.objectName():
            text = str(at.property("text") or at.accessibleName() or "")[:60] if at is widget else ""
            words.append(f"{type(at).__name__} {at.objectName()} {text!r}" if text else _brief(at))
        at = at.parentWidget()
    return " in ".join(words)


def in_sight(widget: QWidget, screen: QWidget) -> QRect:
    """Return the part of a widget that its parents let be seen, in the screen's coordinates."""
    rect = QRect(widget.mapTo(screen, QPoint()), widget.size())
    at = widget.parentWidget() if widget is not screen else None
    while at is not None:
        rect &= QRect(at.mapTo(screen, QPoint()), at.size())
        at = at.parentWidget() if at is not screen else None
    return rect


def scrolled(widget: QWidget, screen: QWidget) -> bool:
    """Whether it lies in something that scrolls, so that all of it can be brought into sight."""
    at = widget.parentWidget() if widget is not screen else None
    while at is not None and at is not screen:
        if isinstance(at, QAbstractScrollArea):
            return True
        at = at.parentWidget()
    return False


def _brief(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.objectName()}".strip()
