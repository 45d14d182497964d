"""Why money goes back, in the person's words."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

_LONGEST = 200


class ReasonBox(QComboBox):
    """A line with the usual reasons below it. Empty at first: a reason chosen for a person says nothing."""

    changed = Signal()
    """What is typed has changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reason")
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setAccessibleName(self.tr("Reason"))
        self.addItems(
            [
                self.tr("The customer changed their mind"),
                self.tr("Wrong amount"),
                self.tr("Charged twice"),
                self.tr("Goods out of stock"),
                self.tr("Goods damaged or wrong"),
                self.tr("Goods sent back"),
            ]
        )
        self.setCurrentIndex(-1)
        line = self.lineEdit()
        if line is not None:
            line.setMaxLength(_LONGEST)
            line.setPlaceholderText(self.tr("Why does the money go back? (required)"))
        self.editTextChanged.connect(self.changed)

    @property
    def text(self) -> str:
        """The reason; empty while there is none."""
        return self.currentText().strip()
