"""The place Belirsiz: everything whose end is not certain, oldest first, and one next step for each."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.doubts.card import DoubtCard
from gui.doubts.ends import OpenEnd, OpenEnds
from gui.doubts.sheet import ends_sheet
from gui.errors import explain
from gui.format import plain
from gui.reversal.told import told
from gui.sheet.sheet import ACT_KEY
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.theme import M, S, Tone
from gui.widgets.card_queue import CardQueue
from gui.widgets.notice import Notice
from services.desk import Desk
from services.domain.errors import ServiceError
from services.domain.reversal import Intent
from services.tables.cells import Sheet


class DoubtsPlace(QWidget):
    """A queue to be worked off. An empty one is a good sign, and says so.

    Attributes:
        cards: One for each, oldest first.
        blank: What stands there while there is none.
        notice: Why the queue may be old.
        news: What a person settled last.
    """

    looked = Signal(object)
    """A look at one has ended: carries the `Intent` as it stands now."""

    settle_wanted = Signal(object)
    """Carries the `Intent` that a person wants to settle."""

    intent_wanted = Signal(object)
    """Carries the `Intent` that is to be shown at length."""

    refresh_wanted = Signal()
    """The queue is to be read again: whoever watches over it does so, and hands it in by `show_ends`."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("doubts")
        self._desk = desk
        self._tasks = tasks
        self.cards: list[DoubtCard] = []
        self.notice = Notice()
        self.news = Notice()
        self.news.setObjectName("settled_news")
        self._queue = CardQueue(
            self.tr("Orders of unknown ones stay locked. Nothing here is closed by time, or sent again.")
        )
        self.blank = self._queue.blank
        QShortcut(QKeySequence(ACT_KEY), self).activated.connect(self._on_act)
        self._lay_out()

    @property
    def text(self) -> str:
        """How many there are, in words; or that there is none."""
        return self._queue.text

    @Slot()
    def refresh(self) -> None:
        """Ask for the queue as it stands now."""
        self.refresh_wanted.emit()

    def show_ends(self, ends: OpenEnds) -> None:
        """Show them as they stand; a card that is still needed stays, with the keyboard in it."""
        self.notice.hide()
        kept = {card.end.intent.id: card for card in self.cards}
        self.cards = []
        for place, end in enumerate(ends.ends):
            card = kept.pop(end.intent.id, None)
            if card is None:
                card = self._card_of(end)
                self._queue.insert(place, card)
            else:
                card.show_end(end)
            self.cards.append(card)
        for card in kept.values():
            self._queue.drop(card)
        said = []
        if ends.unknown:
            said.append(self.tr("%n unknown", "", ends.unknown))
        if ends.awaiting:
            said.append(self.tr("%n awaiting confirmation", "", ends.awaiting))
        self._queue.say_count(", ".join(said))

    def show_error(self, error: ServiceError) -> None:
        """Say why what is shown may be old."""
        self.notice.show_error(explain(error), Tone.WAITING)

    def say_settled(self, intent: Intent) -> None:
        """Say what a person settled, until the next one."""
        words = told(intent)
        reference = plain(intent.draft.order.reference, limit=60)
        self.news.show_info(f"{words.title} ({reference})", Tone.DONE, next_step=words.next_step)

    @Slot()
    def _on_act(self) -> None:
        """Take the next step of the oldest one, as its own button would."""
        if self.cards:
            card = self.cards[0]
            (card.settle if card.settle.isVisible() else card.look).click()

    def _sheet(self) -> Sheet:
        ends = [card.end for card in self.cards]
        return ends_sheet(self.tr("Unknown"), ends, now=self._desk.clock.now())

    def _card_of(self, end: OpenEnd) -> DoubtCard:
        card = DoubtCard(self._desk, self._tasks, end, self._queue.inside)
        card.looked.connect(self.looked)
        card.settle_wanted.connect(self.settle_wanted)
        card.intent_wanted.connect(self.intent_wanted)
        return card

    def _lay_out(self) -> None:
        self.blank.say(
            "done",
            self.tr("Every ending is known"),
            self.tr(
                "Nothing is unknown, and nothing waits for the bank. What becomes unclear shows up here."
            ),
            tone=Tone.DONE,
        )
        self._queue.corner.addWidget(ExportButton(self._desk, self._tasks, self._sheet))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self.notice)
        layout.addWidget(self.news)
        layout.addWidget(self._queue, 1)
