"""A field for a secret: never filled in by us, shown only while it is being typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from gui import theme
from gui.icons import icon


class SecretEdit(QWidget):
    """Where a secret is typed. What was saved before is never put here: only that there is something.

    Attributes:
        edit: The line itself.
        reveal: Shows what was typed now; there is nothing else it could show.
    """

    def __init__(self, name: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setEchoMode(QLineEdit.EchoMode.Password)
        self.edit.textChanged.connect(self._on_text)
        self.reveal = QToolButton()
        self.reveal.setIcon(icon("reveal"))
        self.reveal.setIconSize(QSize(16, 16))
        self.reveal.setCheckable(True)
        self.reveal.setEnabled(False)
        what = self.tr("Show what was typed: {name}").format(name=name)
        self.reveal.setAccessibleName(what)
        self.reveal.setToolTip(what)
        self.reveal.toggled.connect(self._on_reveal)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self.edit, 1)
        row.addWidget(self.reveal)
        self.setFocusProxy(self.edit)

    def set_saved(self, saved: bool) -> None:  # noqa: FBT001  it is a setter
        """Say whether something is saved that stays where nothing is typed."""
        self.edit.setPlaceholderText(self.tr("Saved; leave empty to keep it") if saved else "")

    @property
    def typed(self) -> str:
        """What was typed now."""
        return self.edit.text()

    @Slot(str)
    def _on_text(self, text: str) -> None:
        self.reveal.setEnabled(bool(text))
        if not text:
            self.reveal.setChecked(False)

    @Slot(bool)
    def _on_reveal(self, shown: bool) -> None:  # noqa: FBT001  Qt's signature
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.edit.setEchoMode(mode)
