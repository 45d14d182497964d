"""Asks whether a day is to be closed: what that means is said before, for it can't be taken back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.day_end.words import given_back, unknown_ones
from gui.format import day
from services.domain.day_sheet import DaySheet


class ClosingDialog(QDialog):
    """Says what stands on the sheet, and what becomes of what is still open.

    Attributes:
        confirm: Closes the day.
        leave: The way out.
    """

    confirmed = Signal(object)
    """Carries the `date` that is to be closed."""

    def __init__(self, sheet: DaySheet, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = sheet.day
        self.setObjectName("closing")
        self.setWindowTitle(self.tr("Close the day"))
        self.setMinimumWidth(480)
        title = QLabel(self.tr("Close {day}?").format(day=day(sheet.day)))
        title.setProperty("kind", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(title)
        for text in self._texts(sheet):
            label = QLabel(text)
            label.setWordWrap(True)
            column.addWidget(label)
        for label in self.findChildren(QLabel):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.confirm = QPushButton(self.tr("Close {day}").format(day=day(sheet.day)))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.leave = QPushButton(self.tr("Leave it"))  # L10N: tr "Vazgeç", never "İptal"
        self.leave.setObjectName("leave")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.reject)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.confirm)
        column.addLayout(row)

    def _texts(self, sheet: DaySheet) -> list[str]:
        texts = [
            given_back(sheet),
            self.tr(
                "The sheet gets a number and never changes again. What becomes known later stands on the"
                " next day's sheet. This can't be taken back."
            ),
        ]
        unknown = unknown_ones(sheet)
        if unknown:
            texts.append(self.tr("%n unknown one(s) are carried over by name.", "", unknown))
        return texts

    @Slot()
    def _on_confirm(self) -> None:
        self.accept()
        self.confirmed.emit(self._day)
