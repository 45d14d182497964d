"""Whether every text has the room it needs, and nothing lies on anything else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSlider,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMainWindow,
    QSizeGrip,
    QSplitterHandle,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QTabBar,
    QTabWidget,
    QWidget,
)

from tests.gui.walks.findings import Finding, called, in_sight, scrolled, shown

_SLACK = 1
"""Pixels: what rounding takes at a scale that is no whole number."""

_BORDER = 2
"""Pixels of a button above and below its text, at least."""

_ASPECT = "fit"

_BREAKS = re.compile(r"[\s\N{ZERO WIDTH SPACE}/-]+")
"""Where a line may be broken."""


def ill_fitting(screen: QWidget, room: QSize) -> Iterator[Finding]:
    """Yield every text of a screen that is cut, and everything that lies on something else.

    Args:
        screen: A window or a dialog that is shown.
        room: The screen of the computer.
    """
    if screen.width() > room.width() or screen.height() > room.height():
        yield Finding(_ASPECT, called(screen), f"{_of(screen.size())} on a screen of {_of(room)}")
    for widget in shown(screen):
        wanted = _wanted(widget)
        if wanted.width() > widget.width() + _SLACK or wanted.height() > widget.height() + _SLACK:
            yield Finding(_ASPECT, called(widget), f"wants {_of(wanted)}, has {_of(widget.size())}")
        elif _says_something(widget) and not scrolled(widget, screen):
            seen = in_sight(widget, screen).size()
            if seen.width() + _SLACK < widget.width() or seen.height() + _SLACK < widget.height():
                yield Finding(_ASPECT, called(widget), f"{_of(widget.size())}, in sight {_of(seen)}")
        yield from _on_each_other(widget)


def _wanted(widget: QWidget) -> QSize:
    """Return the least room in which a widget shows all of its text."""
    nothing = QSize()
    if isinstance(widget, QLabel):
        return _of_label(widget)
    if isinstance(widget, QTabBar):
        short = [at for at in range(widget.count()) if widget.tabRect(at).width() < _tab_width(widget, at)]
        return QSize(widget.width() + 100, 0) if short else nothing
    if isinstance(widget, QHeaderView):
        return _of_header(widget)
    if isinstance(widget, QComboBox):
        return _of_choice(widget)
    if isinstance(widget, QLineEdit):
        return _of_line(widget)
    if isinstance(widget, (QAbstractScrollArea, QAbstractSlider, QMainWindow, QSizeGrip, QTabWidget)):
        return nothing
    if isinstance(widget, QAbstractButton):
        high = widget.fontMetrics().height()
        return QSize(widget.sizeHint().width(), high) if widget.text() else nothing
    return widget.minimumSizeHint() if widget.layout() is None else nothing


def _of_label(label: QLabel) -> QSize:
    if not label.text() or not label.pixmap().isNull():
        return QSize()
    if not label.wordWrap():
        return label.sizeHint()
    margins = label.contentsMargins()
    around = margins.left() + margins.right() + 2 * label.margin()
    words = _BREAKS.split(label.text()) if label.textFormat() is not Qt.TextFormat.RichText else []
    longest = max((label.fontMetrics().horizontalAdvance(word) for word in words), default=0)
    return QSize(longest + around, label.heightForWidth(label.width()))


def _of_header(header: QHeaderView) -> QSize:
    model = header.model()
    if header.orientation() is not Qt.Orientation.Horizontal or model is None:
        return QSize()
    short = 0
    for at in range(header.count()):
        if not header.isSectionHidden(at) and header.sectionSize(at):
            text = model.headerData(at, header.orientation(), Qt.ItemDataRole.DisplayRole)
            wanted = header.fontMetrics().horizontalAdvance(str(text or "")) + _HEADER_PADDING
            if text and wanted > header.sectionSize(at):
                short = max(short, wanted - header.sectionSize(at))
    return QSize(header.width() + short, 0) if short > _SLACK else QSize()


_HEADER_PADDING = 20
"""What `gui.theme` puts before and behind a header's text."""


def _of_choice(choice: QComboBox) -> QSize:
    option = QStyleOptionComboBox()
    choice.initStyleOption(option)
    field = choice.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, choice
    )
    line = choice.lineEdit()
    text = choice.currentText() if line is None else line.placeholderText()
    missing = choice.fontMetrics().horizontalAdvance(text or choice.placeholderText()) - field.width()
    return QSize(choice.width() + max(missing, 0), choice.fontMetrics().height() + 2 * _BORDER)


def _of_line(line: QLineEdit) -> QSize:
    """A line scrolls what is typed; what it says itself must be there as a whole."""
    high = line.fontMetrics().height() + 2 * _BORDER
    if line.text() or not line.placeholderText() or isinstance(line.parentWidget(), QComboBox):
        return QSize(0, 0 if isinstance(line.parentWidget(), QComboBox) else high)
    option = QStyleOptionFrame()
    line.initStyleOption(option)
    field = line.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, line)
    buttons = sum(child.width() for child in line.findChildren(QAbstractButton) if child.isVisible())
    missing = line.fontMetrics().horizontalAdvance(line.placeholderText()) + 4 + buttons - field.width()
    return QSize(line.width() + max(missing, 0), high)


def _tab_width(bar: QTabBar, at: int) -> int:
    return bar.fontMetrics().horizontalAdvance(bar.tabText(at))


def _says_something(widget: QWidget) -> bool:
    return isinstance(widget, (QAbstractButton, QLabel, QLineEdit, QComboBox)) and bool(
        widget.property("text") or widget.property("currentText") or widget.property("icon")
    )


def _on_each_other(parent: QWidget) -> Iterator[Finding]:
    if isinstance(parent, (QStackedWidget, QTabWidget, QAbstractScrollArea, QComboBox, QLineEdit)):
        return
    children = [
        child
        for child in parent.children()
        if isinstance(child, QWidget)
        and child.isVisible()
        and not child.isWindow()
        and not isinstance(child, (QSizeGrip, QSplitterHandle))
        and child.property("lies_over") is None
    ]
    for one, other in combinations(children, 2):
        shared: QRect = one.geometry() & other.geometry()
        if shared.width() > _SLACK and shared.height() > _SLACK:
            yield Finding(_ASPECT, called(one), f"lies on {called(other)} by {_of(shared.size())}")


def _of(size: QSize) -> str:
    return f"{size.width()}x{size.height()}"
