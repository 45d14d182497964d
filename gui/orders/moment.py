"""When something was sold: a day from a calendar or typed, and a time that is always typed."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCalendarWidget,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QToolButton,
    QWidget,
    QWidgetAction,
)

from gui import theme
from gui.format import day, instant
from gui.icons import icon
from services.domain.clock import ISTANBUL

_MOMENT = re.compile(
    r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\s+([0-9]{1,2})[:.]([0-9]{2})(?:[:.]([0-9]{2}))?", re.ASCII
)
_DAY = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})\s*", re.ASCII)


def parse_moment(text: str) -> datetime:
    """Read ``21.11.2026 18:34`` as it was on the wall in Istanbul; aware, UTC.

    Raises:
        ValueError: It is no moment; a day alone is none.
    """
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    days, months, years, hours, minutes, seconds = (int(part or 0) for part in found.groups())
    return datetime(years, months, days, hours, minutes, seconds, tzinfo=ISTANBUL).astimezone(UTC)


class MomentEdit(QWidget):
    """A moment in Istanbul's time. The day may be chosen; the time is never made up.

    Attributes:
        edit: The line it is typed into.
        calendar: What the button beside it opens.
    """

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept: tuple[str, datetime] | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("21.11.2026 18:34")
        self.edit.textChanged.connect(self.changed)
        self.calendar = QCalendarWidget()
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.calendar.clicked.connect(self._take_day)
        self.calendar.activated.connect(self._take_day)
        self._menu = QMenu(self)
        inside = QWidgetAction(self._menu)
        inside.setDefaultWidget(self.calendar)
        self._menu.addAction(inside)
        self._menu.aboutToShow.connect(self._show_typed_day)
        self.button = QToolButton()
        self.button.setIcon(icon("calendar"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setAccessibleName(self.tr("Choose the day"))
        self.button.setToolTip(self.tr("Choose the day"))
        self.button.setMenu(self._menu)
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self.edit, 1)
        row.addWidget(self.button)
        self.setFocusProxy(self.edit)

    def begin_on(self, today: date) -> None:
        """Write a day, and leave the time to be typed."""
        self.edit.setText(f"{day(today)} ")

    def set_moment(self, at: datetime) -> None:
        """Write an aware instant; it stays exact, seconds included, as long as its text is left alone."""
        text = instant(at)
        self._kept = (text, at)
        self.edit.setText(text)

    def moment(self) -> datetime:
        """Return what is typed; aware, UTC.

        Raises:
            ValueError: It is no moment.
        """
        text = self.edit.text().strip()
        if self._kept is not None and text == self._kept[0]:
            return self._kept[1]
        return parse_moment(text)

    @Slot(QDate)
    def _take_day(self, chosen: QDate) -> None:
        """Write the chosen day; a time that was typed stays."""
        rest = _DAY.sub("", self.edit.text(), count=1).strip()
        self.edit.setText(f"{day(date(chosen.year(), chosen.month(), chosen.day()))} {rest}")
        self._menu.close()
        self.edit.setFocus()
        self.edit.setCursorPosition(len(self.edit.text()))

    @Slot()
    def _show_typed_day(self) -> None:
        found = _DAY.match(self.edit.text())
        if found is not None:
            typed = QDate(int(found[3]), int(found[2]), int(found[1]))
            if typed.isValid():
                self.calendar.setSelectedDate(typed)
