"""A dialog in which something is typed and then saved: what was typed is never lost by accident."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.theme import Tone
from gui.widgets.environment import EnvironmentBand
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting

_BELOW = 64
"""Room for what is said below a field."""


class DraftDialog(QDialog):
    """Something typed, saved by one button. It closes when it was saved, or when it may be forgotten.

    Escape, the window's cross and `leave` ask once more while something unsaved stands there. While it
    is being saved it stays: a keyring may be waiting for a person to unlock it.

    Attributes:
        confirm: Saves.
        leave: Closes without saving.
        band: Shows which world it is about.
        notice: Where everything is said that belongs to no field.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._saving = False
        self._asking_to_leave = False
        self._scroll = QScrollArea()
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it follows the keyboard to what is inside
        self.band = EnvironmentBand()
        self.notice = Notice()
        self.notice.action_wanted.connect(self._on_action)
        self.confirm = QPushButton()
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.confirm.clicked.connect(self._on_confirm)
        self.leave = QPushButton(self.tr("Leave"))
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)

    @property
    def saving(self) -> bool:
        """Whether an answer to `save` is still to come."""
        return self._saving

    def has_unsaved(self) -> bool:
        """Whether something stands there that closing would lose."""
        raise NotImplementedError

    def save(self) -> None:
        """Begin to save, unless something typed can't be so; end with `accept` or `stay`."""
        raise NotImplementedError

    def set_body(self, body: QWidget, size: QSize, *, extra: QPushButton | None = None) -> None:
        """Put the form in, as large as asked for or as the screen allows; the rest is scrolled to.

        Args:
            body: The form.
            size: How large the dialog would like to be, in device-independent pixels.
            extra: A further button, at the left of the foot.
        """
        scroll = self._scroll
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(body)
        scroll.setMinimumHeight(120)
        bar = QFrame()
        bar.setProperty("kind", "foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(theme.L, theme.M, theme.L, theme.M)
        foot.setSpacing(theme.S)
        if extra is not None:
            foot.addWidget(extra)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.confirm)
        said = QVBoxLayout()
        said.setContentsMargins(theme.L, 0, theme.L, theme.M)
        said.addWidget(self.notice)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.band)
        layout.addWidget(scroll, 1)
        layout.addLayout(said)
        layout.addWidget(bar)
        self.resize(fitting(size))

    def hold(self) -> None:
        """Wait for the answer to `save`: nothing is pressed twice, nothing is left half done."""
        self._saving = True
        self.confirm.setEnabled(False)
        self.leave.setEnabled(False)

    def stay(self) -> None:
        """Go on with what stands there: saving it failed."""
        self._saving = False
        self.confirm.setEnabled(True)
        self.leave.setEnabled(True)

    def scroll_to_focus(self) -> None:
        """Bring the field that has the keyboard into sight, with what is said below it."""
        focused = self.focusWidget()
        if focused is not None and self._scroll.isAncestorOf(focused):
            self._scroll.ensureWidgetVisible(focused, 0, _BELOW)

    def reject(self) -> None:
        """Close, unless something would be lost: then ask."""
        if self._saving:
            return
        if not self.has_unsaved():
            super().reject()
            return
        self._asking_to_leave = True
        self.notice.show_info(
            self.tr("What you typed here is not saved."),
            Tone.WAITING,
            action=self.tr("Leave without saving"),
        )
        self.notice.action.setFocus()

    @Slot()
    def _on_confirm(self) -> None:
        self._asking_to_leave = False
        self.notice.hide()
        self.save()

    @Slot()
    def _on_action(self) -> None:
        if self._asking_to_leave:
            super().reject()
