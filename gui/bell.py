"""Rings for an outcome that a person must not miss: unknown or refused. It stays until they have seen it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from gui.format import money, plain
from gui.icons import icon
from gui.theme import Tone
from gui.widgets.notice import Notice
from gui.wording import intent_state, verb
from services.domain.reversal import Intent, IntentState

_RINGS = frozenset({IntentState.OUTCOME_UNKNOWN, IntentState.REFUSED})
_STAYS_MS = 10_000


class Bell(QObject):
    """Tells by the system's notification where there is one, and by a notice that stays in any case.

    Args:
        notice: Says how many were not seen yet; hidden while there is none.
        window: Whose icon the system shows.
    """

    intent_wanted = Signal(object)
    """Carries the `Intent` that the person wants to see."""

    def __init__(self, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._notice = notice
        self._window = window
        self._tray: QSystemTrayIcon | None = None
        self._unseen: dict[int, Intent] = {}
        notice.action_wanted.connect(self._on_wanted)

    @property
    def unseen(self) -> tuple[Intent, ...]:
        """What was not seen yet, oldest first."""
        return tuple(self._unseen.values())

    @Slot(object)
    def ring(self, intents: Iterable[Intent]) -> None:
        """Tell of every one among these whose end must not be missed; the others are told of no more."""
        news = []
        for intent in intents:
            self._unseen.pop(intent.id, None)
            if intent.state in _RINGS:
                self._unseen[intent.id] = intent
                news.append(intent)
        self._show()
        if news:
            self._tell(news[-1])

    def see(self, intents: Iterable[Intent]) -> None:
        """These are on the screen now: the person has seen them as they stand."""
        for intent in intents:
            self._unseen.pop(intent.id, None)
        self._show()

    def fall_silent(self) -> None:
        """Somebody else sits down: what was theirs to see is in the queues for everybody."""
        self._unseen.clear()
        self._show()

    def _show(self) -> None:
        if not self._unseen:
            self._notice.hide()
            if self._tray is not None:
                self._tray.hide()
            return
        last = self.unseen[-1]
        words, tone = intent_state(last)
        count = self.tr("%n outcome(s) not seen yet", "", len(self._unseen))
        self._notice.show_info(
            f"{count}: {self._said(last, words)}",
            tone,
            next_step=self.tr("Look at it before you go on; it stays here until then."),
            action=self.tr("Show it"),
        )

    def _said(self, intent: Intent, words: str) -> str:
        draft = intent.draft
        reference = plain(draft.order.reference, limit=40)
        return f"{verb(draft.verb)} {money(draft.amount)}, {reference}: {words}"

    def _tell(self, intent: Intent) -> None:
        from gui.widgets.saying import announce  # noqa: PLC0415  it hardly ever rings

        words, tone = intent_state(intent)
        said = self._said(intent, words)
        announce(self._notice, said, at_once=True)
        if not (QSystemTrayIcon.isSystemTrayAvailable() and QSystemTrayIcon.supportsMessages()):
            return  # the notice says it in any case
        if self._tray is None:
            self._tray = QSystemTrayIcon(icon("app"), self)
            self._tray.messageClicked.connect(self._on_message)
        self._tray.show()
        grave = QSystemTrayIcon.MessageIcon.Critical
        mild = QSystemTrayIcon.MessageIcon.Warning
        kind = grave if tone is Tone.UNKNOWN else mild
        self._tray.showMessage(self.tr("Refund Desk"), said, kind, _STAYS_MS)

    @Slot()
    def _on_message(self) -> None:
        """The person is somewhere else on this computer: come to them."""
        self._window.raise_()
        self._window.activateWindow()
        self._on_wanted()

    @Slot()
    def _on_wanted(self) -> None:
        if not self._unseen:
            return
        last = self.unseen[-1]
        self.see([last])
        self.intent_wanted.emit(last)
