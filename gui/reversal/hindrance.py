"""Why it was not sent, or not finished: the sentence, what differs, and the way to it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.difference_words import words_of
from gui.errors import explain_press
from gui.reversal.differences import DifferenceTable
from gui.theme import S, Tone
from gui.widgets.notice import Notice
from gui.wording import verb
from services.domain.errors import (
    BadReply,
    Changed,
    InProgress,
    NotReversible,
    OutcomeUnknown,
    ServiceError,
    VerbChanged,
    VerbNow,
    Withdrawn,
)
from services.domain.reversal import Intent

_NONE = "\N{EM DASH}"


class Hindrance(QWidget):
    """Says one error at length. Hidden until there is one.

    Attributes:
        notice: The sentence and the next step.
        differences: As the person saw it, and as it is now.
    """

    look_wanted = Signal()
    """The person wants to look at it afresh."""

    intent_wanted = Signal(object)
    """The person wants to go to the open `Intent` in the way."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("hindrance")
        self._intent: Intent | None = None
        self.notice = Notice()
        self.differences = DifferenceTable()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(S)
        layout.addWidget(self.notice)
        layout.addWidget(self.differences)
        self.notice.action_wanted.connect(self._on_action)
        self.clear()

    def clear(self) -> None:
        """Say nothing."""
        self.notice.hide()
        self.differences.hide()
        self.hide()

    def show_info(self, text: str, tone: Tone, *, next_step: str = "") -> None:
        """Say something that is no error."""
        self.clear()
        self.notice.show_info(text, tone, next_step=next_step)
        self.show()

    def show_error(self, error: ServiceError, planned: VerbNow | None) -> None:
        """Say an error; `planned` is what the person was about to send, if there was anything."""
        self.clear()
        self._intent = error.intent if isinstance(error, InProgress) else None
        explained = explain_press(error)
        if isinstance(error, Changed):
            self.differences.show_words([words_of(difference) for difference in error.differences])
        elif isinstance(error, VerbChanged):
            self.differences.show_words([self._verbs(planned, error.now)])
        self.notice.show_error(explained, _tone(error), action=self._action(error))
        self.show()

    def _action(self, error: ServiceError) -> str:
        if isinstance(error, InProgress):
            return self.tr("Go to it")
        if isinstance(error, Changed | VerbChanged | NotReversible | BadReply):
            return self.tr("Look at it")
        return ""

    def _verbs(self, before: VerbNow | None, now: VerbNow) -> tuple[str, str, str]:
        seen = _NONE if before is None else self._verb_words(before)
        return self.tr("What would be sent"), seen, self._verb_words(now)

    def _verb_words(self, now: VerbNow) -> str:
        late = self.tr("the day of the sale has passed") if now.late else self.tr("the day of the sale")
        return f"{verb(now.verb)}, {late}"

    @Slot()
    def _on_action(self) -> None:
        if self._intent is not None:
            self.intent_wanted.emit(self._intent)
        else:
            self.look_wanted.emit()


def _tone(error: ServiceError) -> Tone:
    if isinstance(error, InProgress | OutcomeUnknown):
        return Tone.UNKNOWN
    if isinstance(error, Withdrawn):
        return Tone.NEUTRAL
    return Tone.WAITING if isinstance(error, Changed | VerbChanged) else Tone.REFUSED
