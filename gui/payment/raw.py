"""What the gateway answered, as it is kept: redacted, and otherwise not a byte changed."""

from __future__ import annotations

import json
import re
from unicodedata import category

from PySide6.QtCore import Slot
from PySide6.QtGui import QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.theme import M, S

_LONGEST = 200_000
"""Characters that are indented and shown; no honest answer comes near it."""

_PIECE = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')
_OPEN, _CLOSE = frozenset("{["), frozenset("}]")
_UNSEEN = frozenset({"Cc", "Cf"})


class RawView(QWidget):
    """The redacted answer, indented for reading or as it came."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._body = ""
        self.text = QPlainTextEdit(readOnly=True)
        self.text.setObjectName("raw")
        self.text.setAccessibleName(self.tr("The gateway's answer"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.text.setTabChangesFocus(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.as_it_came = QCheckBox(self.tr("As it came"))
        self.as_it_came.setToolTip(self.tr("Not indented: every byte as the gateway sent it, secrets hidden"))
        self.copy = QPushButton(self.tr("Copy the answer"))

        said = QLabel(self.tr("Secrets are hidden before an answer is kept."))
        said.setProperty("kind", "muted")
        said.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(said, 1)
        row.addWidget(self.as_it_came)
        row.addWidget(self.copy)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addLayout(row)
        layout.addWidget(self.text, 1)
        self.as_it_came.toggled.connect(self._show)
        self.copy.clicked.connect(self._copy)

    def show_body(self, body: str) -> None:
        """Show one kept answer."""
        self._body = body
        self._show()

    @Slot()
    def _show(self) -> None:
        text = self._body if self.as_it_came.isChecked() else indented(self._body)
        self.text.setPlainText(text[:_LONGEST])

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._body)


def indented(body: str) -> str:
    """Return JSON indented for reading, every name and number spelt as it came.

    What is no JSON, or too long to be read at a glance, is returned as it is. Letters that can't be
    seen or that turn the direction of writing are spelt out: an amount must read the way it was sent.
    """
    if len(body) > _LONGEST or not _is_json(body):
        return _spelt_out(body)
    written: list[str] = []
    depth, opened = 0, False
    for piece in _PIECE.findall(body):
        if piece in _CLOSE:
            depth -= 1
            written += ["" if opened else _line(depth), piece]
        else:
            written += [_line(depth) if opened else "", piece]
            depth += piece in _OPEN
            written.append(_line(depth) if piece == "," else " " if piece == ":" else "")
        opened = piece in _OPEN
    return _spelt_out("".join(written))


def _is_json(body: str) -> bool:
    try:
        json.loads(body)
    except (ValueError, RecursionError):
        return False
    return True


def _line(depth: int) -> str:
    return "\n" + "  " * depth


def _spelt_out(text: str) -> str:
    return "".join(
        f"\\u{ord(letter):04x}" if category(letter) in _UNSEEN and letter not in "\r\n\t" else letter
        for letter in text
    )
