"""Where a file goes or comes from: the system's own dialog where there is one, and our words in it.

Qt's own Turkish word on the way out of such a dialog means voiding a payment here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from services.tables.cells import Form


def kinds() -> dict[Form, str]:
    """Return what the kinds of file are called in such a dialog."""
    translate = QCoreApplication.translate
    return {
        Form.XLSX: translate("Files", "Excel (*.xlsx)"),
        Form.CSV: translate("Files", "CSV (*.csv)"),
    }


def ask_where_to_write(
    parent: QWidget, title: str, named: str, form: Form, then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a name to write to; whether one that is there is replaced is asked afterwards, by us."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setNameFilters([kinds()[form]])
    dialog.setDefaultSuffix(form.value)
    dialog.selectFile(named)
    _say(dialog, QCoreApplication.translate("Files", "Save"))
    _open(dialog, then)
    return dialog


def ask_for_file(
    parent: QWidget, title: str, filters: Sequence[str], then: Callable[[Path], None]
) -> QFileDialog:
    """Ask for a file to read."""
    dialog = QFileDialog(parent, title)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters(filters)
    _say(dialog, QCoreApplication.translate("Files", "Choose"))
    _open(dialog, then)
    return dialog


def _say(dialog: QFileDialog, accept: str) -> None:
    translate = QCoreApplication.translate
    dialog.setObjectName("file_dialog")
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.Accept, accept)
    dialog.setLabelText(label.Reject, translate("Files", "Leave"))
    dialog.setLabelText(label.LookIn, translate("Files", "Folder:"))
    dialog.setLabelText(label.FileName, translate("Files", "File name:"))
    dialog.setLabelText(label.FileType, translate("Files", "Kind of file:"))


def _open(dialog: QFileDialog, then: Callable[[Path], None]) -> None:
    dialog.fileSelected.connect(lambda name: then(Path(name)))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
