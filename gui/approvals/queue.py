"""The place Onay bekleyen: everything that waits for a second person, oldest first, one next step each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.approvals.card import PetitionCard
from gui.approvals.sheet import waiting_sheet
from gui.errors import explain
from gui.tables.export_button import ExportButton
from gui.tasks import TaskRunner
from gui.theme import M, S, Tone
from gui.widgets.card_queue import CardQueue
from gui.widgets.notice import Notice
from services.domain.errors import ServiceError
from services.lookup import OrderView
from services.petitions import Waiting
from services.tables.cells import Sheet

if TYPE_CHECKING:
    from services.desk import Desk


class ApprovalsPlace(QWidget):
    """A queue to be worked off. An empty one says what comes here, and how.

    Attributes:
        cards: One for each, oldest first.
        blank: What stands there while there is none.
        notice: Why the queue may be old.
    """

    send_wanted = Signal(object)
    """Carries the `Waiting` that is to be sent."""

    payment_wanted = Signal(object, str)
    """Carries the `Account` and the reference of a payment to be opened."""

    order_wanted = Signal(object)
    """Carries the number in the ledger of an order to be opened."""

    read = Signal()
    """The queue is as the ledger has it."""

    changed = Signal()
    """Something was answered here, or taken off the list."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("approvals")
        self._desk = desk
        self._tasks = tasks
        self.cards: list[PetitionCard] = []
        self.notice = Notice()
        self._queue = CardQueue(
            self.tr("Nothing here has moved money or locks an order. An approval is good for ten minutes.")
        )
        self.blank = self._queue.blank
        self._lay_out()

    @property
    def text(self) -> str:
        """How many there are, in words; or that there is none."""
        return self._queue.text

    @Slot()
    def refresh(self) -> None:
        """Read them again; a card that is still needed stays, with the keyboard in it."""
        self._tasks.read(
            self._desk.petitions.waiting, owner=self, on_result=self._on_read, on_error=self._on_failed
        )

    def _on_read(self, found: list[Waiting]) -> None:
        self.notice.hide()
        kept = {card.waiting.petition.id: card for card in self.cards}
        self.cards = []
        for place, waiting in enumerate(found):
            card = kept.pop(waiting.petition.id, None)
            if card is None:
                card = self._card_of(waiting)
                self._queue.insert(place, card)
            elif card.waiting != waiting:
                card.show_waiting(waiting)
            self.cards.append(card)
        for card in kept.values():
            self._queue.drop(card)
        self._queue.say_count(self.tr("%n wait(s) for approval", "", len(found)) if found else "")
        self._queue.show()
        self.read.emit()

    def _on_failed(self, error: ServiceError) -> None:
        self.notice.show_error(explain(error), Tone.WAITING)

    @Slot(object)
    def _on_view_wanted(self, waiting: Waiting) -> None:
        if isinstance(waiting.view, OrderView):
            self.order_wanted.emit(waiting.view.order.id)
        else:
            self.payment_wanted.emit(waiting.account, waiting.petition.order.reference)

    def _sheet(self) -> Sheet:
        found = [card.waiting for card in self.cards]
        return waiting_sheet(self.tr("Awaiting approval"), found, now=self._desk.clock.now())

    def _card_of(self, waiting: Waiting) -> PetitionCard:
        card = PetitionCard(self._desk, self._tasks, waiting, self._queue.inside)
        card.answered.connect(self.refresh)
        card.answered.connect(self.changed)
        card.send_wanted.connect(self.send_wanted)
        card.view_wanted.connect(self._on_view_wanted)
        return card

    def _lay_out(self) -> None:
        self.blank.say(
            "done",
            self.tr("Nothing waits for approval"),
            self.tr(
                "Whoever may not give something back alone can leave it here for a second person to approve."
            ),
            tone=Tone.DONE,
        )
        self._queue.corner.addWidget(ExportButton(self._desk, self._tasks, self._sheet))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(M, M, M, M)
        layout.setSpacing(S)
        layout.addWidget(self.notice)
        layout.addWidget(self._queue, 1)
        self._queue.hide()  # nothing is said of a queue that was not read yet
