"""Whether a screen can be used without a mouse and without seeing it: names, tooltips, the Tab key."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QTabBar,
    QToolButton,
    QWidget,
)

from tests.gui.walks.findings import Finding, called, in_sight, interactive

_DRIVEN = {"palette_list"}
"""What is moved in by the keys of a line above it, which keeps the keyboard."""

_AROUND = 3
"""Points around a widget, where its focus may show as well."""


def unnamed(screen: QWidget) -> Iterator[Finding]:
    """Yield whatever can be used and does not say what it is; and icons without a tooltip."""
    for widget in interactive(screen):
        if isinstance(widget, QTabBar):  # read tab by tab, by what is on them
            continue
        seen = QAccessible.queryAccessibleInterface(widget)
        if seen is None or not seen.text(QAccessible.Text.Name).strip():
            yield Finding("name", called(widget), "has no accessible name")
        only_an_icon = isinstance(widget, QAbstractButton) and not _words(widget)
        if only_an_icon and not widget.toolTip():
            yield Finding("name", called(widget), "is an icon without a tooltip")


def out_of_reach(screen: QWidget, known: set[str]) -> Iterator[Finding]:
    """Press Tab until it comes round; yield what it does not reach, what holds it, what does not show it.

    The focus is where it was afterwards.

    Args:
        screen: A window or a dialog in front.
        known: What was seen to show its focus on a screen before; added to.
    """
    screen.activateWindow()
    QTest.qWait(1)
    before = QApplication.focusWidget()
    stops, held = _walk(screen)
    if held is not None:
        yield Finding("focus", called(held), "does not let Tab go on")
    yield from _not_reached(screen, stops)
    yield from _out_of_order(stops, screen)
    for stop in stops:
        name = f"{type(stop).__name__} {stop.objectName()} {stop.property('kind')}"
        if name not in known and not _shows_focus(stop, screen):
            yield Finding("focus", called(stop), "looks the same with the focus")
        known.add(name)
    if before is not None:
        before.setFocus(Qt.FocusReason.OtherFocusReason)


def _walk(screen: QWidget) -> tuple[list[QWidget], QWidget | None]:
    """Return where Tab stops, in its order, and the widget that held it, if one did."""
    stops: list[QWidget] = []
    for _ in range(len(interactive(screen)) + 20):
        at = QApplication.focusWidget() or screen
        QTest.keyClick(at, Qt.Key.Key_Tab)
        reached = QApplication.focusWidget()
        if reached is None:
            return stops, None
        if reached is at:
            others = [one for one in interactive(screen) if one is not at and _takes_tab(one)]
            return [*stops, at], at if others else None
        if reached in stops:
            return stops, None
        stops.append(reached)
    return stops, QApplication.focusWidget()


def _not_reached(screen: QWidget, stops: list[QWidget]) -> Iterator[Finding]:
    for widget in interactive(screen):
        if not widget.isEnabled() or _nowhere(widget, screen):
            continue
        if _arrows_reach(widget, stops) or widget.objectName() in _DRIVEN:
            continue
        if not any(stop is widget or widget.isAncestorOf(stop) for stop in stops):
            yield Finding("focus", called(widget), "is not reached by Tab")


def _out_of_order(stops: list[QWidget], screen: QWidget) -> Iterator[Finding]:
    """Among what is side by side: from top to bottom, from left to right."""
    for one, other in pairwise(stops):
        if one.parentWidget() is not other.parentWidget():
            continue
        first, second = one.geometry(), other.geometry()
        above = second.bottom() < first.top() and _share_a_column(first, second)
        before = second.right() < first.left() and _share_a_row(first, second)
        if (above or before) and other is not min(stops, key=lambda stop: _reading(stop, screen)):
            yield Finding("focus", called(other), f"comes after {called(one)}, which is behind it")


def _reading(widget: QWidget, screen: QWidget) -> tuple[int, int]:
    at = widget.mapTo(screen, QPoint())
    return at.y(), at.x()


def _share_a_row(one: QRect, other: QRect) -> bool:
    return one.top() <= other.bottom() and other.top() <= one.bottom()


def _share_a_column(one: QRect, other: QRect) -> bool:
    return one.left() <= other.right() and other.left() <= one.right()


def _shows_focus(widget: QWidget, screen: QWidget) -> bool:
    """Whether a widget looks another with the focus than without it."""
    elsewhere = next((one for one in interactive(screen) if one is not widget and one.isEnabled()), None)
    if elsewhere is None or in_sight(widget, screen).isEmpty():
        return True
    elsewhere.setFocus(Qt.FocusReason.TabFocusReason)
    without = _seen(widget, screen)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    return QApplication.focusWidget() is not widget or _seen(widget, screen) != without


def _seen(widget: QWidget, screen: QWidget) -> QImage:
    around = QRect(widget.mapTo(screen, QPoint()), widget.size())
    around.adjust(-_AROUND, -_AROUND, _AROUND, _AROUND)
    return screen.grab(around & screen.rect()).toImage()


def _nowhere(widget: QWidget, screen: QWidget) -> bool:
    return in_sight(widget, screen).isEmpty() and widget.visibleRegion().isEmpty()


def _takes_tab(widget: QWidget) -> bool:
    return widget.isEnabled() and bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def _arrows_reach(widget: QWidget, stops: list[QWidget]) -> bool:
    """Whether it is one of several: Tab goes to the chosen one, the arrow keys on from there."""
    return isinstance(widget, QAbstractButton) and any(
        isinstance(stop, QAbstractButton)
        and stop.parentWidget() is widget.parentWidget()
        and (
            (stop.autoExclusive() and widget.autoExclusive())
            or (stop.group() is not None and stop.group() is widget.group())
        )
        for stop in stops
    )


def _words(button: QAbstractButton) -> str:
    if (
        isinstance(button, QToolButton)
        and button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
        and not button.icon().isNull()
    ):
        return ""
    return button.text()
