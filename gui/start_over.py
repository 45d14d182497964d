"""Asks how to go on after a ledger was damaged or lost: from a backup, or with an empty one."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.seat.owner_proof_edit import OwnerProofEdit

_WIDTH = 520


class StartOverDialog(QDialog):
    """Says what is forgotten with the old ledger, and wants to hear that it was read.

    Attributes:
        proof: An owner's PIN or the recovery code, for going on from a backup where PINs are on.
        bring_back: Asks for a backup, to go on from it instead.
        understood: Ticked by a person who read it; only then can it be begun.
        confirm: Begins the empty ledger.
        leave: The way out.
    """

    confirmed = Signal()
    """An empty ledger is to be begun."""

    backup_chosen = Signal(object, object)
    """Carries the `Path` of a backup that is to take the ledger's place, and the `Proof` that was typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("start_over")
        self.setWindowTitle(self.tr("The ledger is damaged or lost"))
        self.setMinimumWidth(_WIDTH)
        title = QLabel(self.tr("An empty ledger has forgotten what was given back."))
        title.setProperty("kind", "title")
        text = QLabel(
            self.tr(
                "Orders that were locked because their end was unknown are no longer locked, and at Param"
                " nobody else remembers what was given back. If you have a backup, bring it back instead:"
                " nothing is sent then until an owner has looked. The damaged file is kept and never"
                " overwritten. An empty ledger knows no account: the gateway's keys are typed again."
            )
        )
        self.proof = OwnerProofEdit()
        for label in (title, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self.bring_back = QPushButton(self.tr("Bring a backup back…"))
        self.bring_back.setObjectName("bring_back")
        self.understood = QCheckBox(self.tr("I have no backup and will look before every reversal"))
        self.understood.setObjectName("understood")
        self.confirm = QPushButton(self.tr("Begin an empty ledger"))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "danger")
        self.confirm.setEnabled(False)
        self.leave = QPushButton(self.tr("Leave it"))  # L10N: tr "Vazgeç", never "İptal"
        self.leave.setObjectName("leave")
        self.leave.setDefault(True)
        self.understood.toggled.connect(self.confirm.setEnabled)
        self.bring_back.clicked.connect(self._on_bring_back)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave.clicked.connect(self.reject)
        instead = QHBoxLayout()
        instead.addWidget(self.bring_back)
        instead.addStretch()
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.leave)
        row.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.M)
        column.addWidget(title)
        column.addWidget(text)
        column.addWidget(self.proof)
        column.addLayout(instead)
        column.addWidget(self.understood)
        column.addLayout(row)
        # Qt makes a dialog two thirds as high as wrapped text needs.
        self.resize(_WIDTH, column.totalHeightForWidth(_WIDTH))
        self.leave.setFocus()

    @Slot()
    def _on_bring_back(self) -> None:
        file, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the backup"))
        if file:
            self.accept()
            self.backup_chosen.emit(Path(file), self.proof.take())

    @Slot()
    def _on_confirm(self) -> None:
        self.accept()
        self.confirmed.emit()
