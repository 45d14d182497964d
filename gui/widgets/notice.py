"""A notice: what happened in one sentence, what to do next, and the technical part folded away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon
from gui.theme import RADIUS, TEXT_SIZE, Tone, color, font, tint
from gui.widgets.doctor_call import call_the_doctor
from gui.widgets.pill import icon_of
from gui.widgets.reference import refer, to_pass_on

if TYPE_CHECKING:
    from gui.errors import Explained
    from services.domain.account import Account

_ICON = 20

_BREAKABLE = "\\\N{ZERO WIDTH SPACE}"
"""A path on Windows has no other place to break a line at."""


class Notice(QFrame):
    """Tells a person something, in place, without taking the keyboard away. Hidden until it has to.

    Everything in it is plain text: some of it comes from a gateway. `inset` is the room left around it,
    which goes away with it.

    Attributes:
        action: A button for the next step, where there is one; hidden otherwise.
        doctor: Looks for what keeps a gateway from being reached; hidden where that would not help.
    """

    action_wanted = Signal()
    """The button for the next step was pressed."""

    def __init__(self, parent: QWidget | None = None, *, inset: int = 0) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._inset = inset
        self._tone = Tone.NEUTRAL
        self._icon = QLabel()
        self._icon.setFixedSize(_ICON, _ICON)
        self._sentence = _text()
        self._sentence.setFont(font(TEXT_SIZE, bold=True))
        self._next_step = _text()
        self._technical = _text()
        self._technical.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._technical.setAccessibleName(self.tr("Technical part"))
        self.action = QPushButton()
        self.action.setObjectName("notice_action")
        self.action.clicked.connect(self.action_wanted)
        self._ails: Account | None = None
        self.doctor = QPushButton(icon("doctor"), self.tr("Connection doctor…"))
        self.doctor.setObjectName("notice_doctor")
        self.doctor.setAutoDefault(False)
        self.doctor.clicked.connect(self._call_the_doctor)
        self._fold = QToolButton()
        self._fold.setObjectName("notice_fold")
        self._fold.setText(self.tr("Technical part"))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setIconSize(QSize(14, 14))
        self._fold.setCheckable(True)
        self._fold.toggled.connect(self._unfold)
        self._copy = QToolButton()
        self._copy.setObjectName("notice_copy")
        self._copy.setText(self.tr("Copy"))
        self._copy.setIcon(icon("copy"))
        self._copy.setIconSize(QSize(14, 14))
        self._copy.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._copy.setAccessibleName(self.tr("Copy the technical part"))
        self._copy.clicked.connect(self._copy_technical)
        self._lay_out()
        self.hide()

    @property
    def text(self) -> str:
        """What it says, sentence and next step."""
        said = "\n".join(part for part in (self._sentence.text(), self._next_step.text()) if part)
        return said.replace(_BREAKABLE, "\\")

    @property
    def technical(self) -> str:
        """The technical part, folded or not."""
        return self._technical.text()

    @property
    def tone(self) -> Tone:
        """The tone it speaks in."""
        return self._tone

    def show_error(self, explained: Explained, tone: Tone = Tone.REFUSED, *, action: str = "") -> None:
        """Say what went wrong; `action` is the text of a button for the next step."""
        technical = explained.technical
        if technical:
            reference = self.tr("Reference: {reference}").format(reference=refer(technical))
            technical = f"{reference}\n{technical}"
        self._show(explained.sentence, explained.next_step, technical, tone, action)
        self._ails = explained.ails
        self.doctor.setVisible(self._ails is not None)

    def show_info(
        self, text: str, tone: Tone = Tone.ACCENT, *, next_step: str = "", action: str = ""
    ) -> None:
        """Say something that is no error."""
        self._show(text, next_step, "", tone, action)
        self.doctor.hide()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the ground in the tone, with a stripe of it at the left."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint(self._tone, self.palette()))
            room = self._inset
            ground = self.rect().adjusted(room, room, -room, -room)
            painter.drawRoundedRect(ground, RADIUS, RADIUS)
            painter.setBrush(color(self._tone, self.palette()))
            ground.setWidth(4)
            painter.drawRoundedRect(ground, 2, 2)

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(theme.S)
        foot.addWidget(self.action)
        foot.addWidget(self.doctor)
        foot.addWidget(self._fold)
        foot.addWidget(self._copy)
        foot.addStretch()
        words = QVBoxLayout()
        words.setSpacing(theme.XS)
        words.addWidget(self._sentence)
        words.addWidget(self._next_step)
        words.addWidget(self._technical)
        words.addLayout(foot)
        row = QHBoxLayout(self)
        room = theme.S + self._inset
        row.setContentsMargins(room + theme.XS + 2, room, room, room)
        row.setSpacing(theme.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _show(self, sentence: str, next_step: str, technical: str, tone: Tone, action: str) -> None:
        self._tone = tone
        self._icon.setPixmap(icon(icon_of(tone), tone).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        for label, words in (
            (self._sentence, sentence.replace("\\", _BREAKABLE)),
            (self._next_step, next_step.replace("\\", _BREAKABLE)),
            (self._technical, technical),
        ):
            label.setText(words)
        self._next_step.setVisible(bool(next_step))
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._fold.setVisible(bool(technical))
        self._fold.setChecked(False)
        self._unfold(False)
        self.setAccessibleName(self.text)
        self.show()
        self.update()

    @Slot(bool)
    def _unfold(self, shown: bool) -> None:  # noqa: FBT001  Qt's signature
        self._fold.setIcon(icon("more" if shown else "next"))
        self._technical.setVisible(shown)
        self._copy.setVisible(shown)

    @Slot()
    def _copy_technical(self) -> None:
        QGuiApplication.clipboard().setText(to_pass_on(self.text, self.technical))

    @Slot()
    def _call_the_doctor(self) -> None:
        if self._ails is not None:
            call_the_doctor(self._ails, self)


def _text() -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
