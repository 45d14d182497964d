"""Asks where a file is to go, in words of our own: the way out of a dialog here is never called İptal."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def save_dialog(parent: QWidget, title: str, suggested: str, *, kind: str, suffix: str) -> QFileDialog:
    """Return a dialog for a file's name, to be opened; `chosen_file` reads it.

    It asks before it takes the name of a file that is there.

    Args:
        parent: What it stands over.
        title: What is saved.
        suggested: A name for it.
        kind: What such files are called, for the filter.
        suffix: Their ending, without the dot; put behind a name that has none.
    """
    translate = QCoreApplication.translate
    dialog = QFileDialog(parent, title)
    dialog.setObjectName("save_file")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setNameFilter(f"{kind} (*.{suffix})")
    dialog.setDefaultSuffix(suffix)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, translate("Saving", "Save"))
    dialog.setLabelText(QFileDialog.DialogLabel.Reject, translate("Saving", "Leave"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileName, translate("Saving", "Name:"))
    dialog.setLabelText(QFileDialog.DialogLabel.FileType, translate("Saving", "Kind:"))
    dialog.setLabelText(QFileDialog.DialogLabel.LookIn, translate("Saving", "Folder:"))
    dialog.selectFile(suggested)
    return dialog


def chosen_file(dialog: QFileDialog) -> Path | None:
    """Return what was chosen; None where nothing was."""
    files = dialog.selectedFiles()
    return Path(files[0]) if files else None


def file_name(*parts: str, suffix: str) -> str:
    """Make a name of some words that every file system takes."""
    words = "-".join(part for part in parts if part)
    clean = "".join(letter if letter.isalnum() or letter in "-_." else "-" for letter in words)
    return f"{clean.strip('-.')[:100]}.{suffix}"
