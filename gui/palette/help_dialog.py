"""Every key, by the place where it works; F1."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.action_words import action_name, keys_text, where_name
from gui.actions import ACTIONS, Where
from gui.widgets.on_screen import fitting
from gui.widgets.scroll import scrolled

_SIZE = QSize(820, 520)
_KEYS = 120
_TWO_COLUMNS = 640


class HelpDialog(QDialog):
    """Lists what `gui.actions` holds; there is nothing else it could say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("help")
        self.setWindowTitle(self.tr("Keys"))
        title = QLabel(self.tr("Everything works without the mouse"))
        title.setProperty("kind", "title")
        left, right = QVBoxLayout(), QVBoxLayout()
        for where in Where:
            (left if where is Where.EVERYWHERE else right).addWidget(_group(where))
        for column in (left, right):
            column.setSpacing(theme.L)
            column.addStretch()
        body = QWidget()
        size = fitting(_SIZE)
        wide = size.width() >= _TWO_COLUMNS
        columns = QBoxLayout(QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom)
        body.setLayout(columns)
        columns.setContentsMargins(0, 0, theme.S, 0)
        columns.setSpacing(theme.XL)
        columns.addLayout(left, 1)
        columns.addLayout(right, 1)
        scroll = scrolled(body, bare=False, to_be_read=True)
        leave = QPushButton(self.tr("Close"))
        leave.setObjectName("leave")
        leave.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        layout.setSpacing(theme.M)
        layout.addWidget(title)
        layout.addWidget(scroll, 1)
        layout.addLayout(foot)
        self.resize(size)


def _group(where: Where) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(theme.M)
    grid.setVerticalSpacing(theme.XS)
    head = QLabel(where_name(where))
    head.setFont(theme.font(bold=True))
    grid.addWidget(head, 0, 0, 1, 2)
    for line, action in enumerate((one for one in ACTIONS if one.where is where), start=1):
        keys = QLabel(keys_text(action.keys))
        keys.setObjectName(f"key_{action.name}")
        keys.setProperty("kind", "label")
        keys.setMinimumWidth(_KEYS)
        words = QLabel(action_name(action))
        words.setWordWrap(True)
        words.setAccessibleName(f"{words.text()}: {keys.text()}")
        grid.addWidget(keys, line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, line, 1)
    grid.setColumnStretch(1, 1)
    return group
