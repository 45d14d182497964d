"""What concerns the whole desk, said under the bar: the ledger is not open, only to be looked at, or new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from gui.errors import explain
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.domain.errors import LedgerFault, LedgerUnavailable, ServiceError

if TYPE_CHECKING:
    from services.desk import Desk


class DeskNotice(Notice):
    """A notice that knows what to offer when the desk can't be opened."""

    retry_wanted = Signal()
    """The desk is to be opened once more."""

    start_over_wanted = Signal()
    """The ledger is lost, and the person wants to begin an empty one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("desk_notice")
        self._lost = False
        self.action_wanted.connect(self._on_action)

    def show_desk(self, desk: Desk) -> None:
        """Say what a person must know of a desk that is open; nothing, mostly."""
        self.hide()
        if desk.read_only:
            self.show_info(
                self.tr("Another program holds the ledger: here you can only look."),
                Tone.WAITING,
                next_step=self.tr("Close the other one and start again to give money back from here."),
            )
        elif desk.earlier:
            names = ", ".join(path.name for path in desk.earlier)
            self.show_info(
                self.tr("An earlier ledger was damaged and is kept aside: {names}").format(names=names),
                Tone.WAITING,
                next_step=self.tr(
                    "What was locked or given back in it is not known here: look before you send."
                ),
            )

    def show_open_error(self, error: ServiceError, *, demo: bool) -> None:
        """Say why the desk could not be opened. A lost ledger is only replaced by a person."""
        lost = isinstance(error, LedgerUnavailable) and error.fault is LedgerFault.CORRUPT
        self._lost = lost and not demo
        action = self.tr("Begin an empty ledger…") if self._lost else self.tr("Try again")
        self.show_error(explain(error), action=action)

    @Slot()
    def _on_action(self) -> None:
        if self._lost:
            self.start_over_wanted.emit()
        else:
            self.retry_wanted.emit()
