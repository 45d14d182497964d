"""What concerns the whole desk, said under the bar: it is not open, only to be looked at, or bereft."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.errors import explain
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.domain.errors import LedgerFault, LedgerUnavailable, ServiceError

if TYPE_CHECKING:
    from services.desk import Desk


def is_lost(error: ServiceError) -> bool:
    """Whether a ledger is damaged or gone, so that only a person may begin an empty one."""
    return isinstance(error, LedgerUnavailable) and error.fault is LedgerFault.CORRUPT


def say_open_error(notice: Notice, error: ServiceError, *, offer_empty: bool) -> None:
    """Say why the desk could not be opened, and offer what can be done."""
    translate = QCoreApplication.translate
    if offer_empty:
        action = translate("DeskNotice", "Begin an empty ledger…")
    else:
        action = translate("DeskNotice", "Try again")
    notice.show_error(explain(error), action=action)


def say_desk(notice: Notice, desk: Desk) -> None:
    """Say what a person must know of a desk that is open; nothing, mostly."""
    translate = QCoreApplication.translate
    notice.hide()
    if desk.read_only:
        notice.show_info(
            translate("DeskNotice", "Another program holds the ledger: here you can only look."),
            Tone.WAITING,
            next_step=translate(
                "DeskNotice", "Close the other one and start again to give money back from here."
            ),
        )
    elif desk.earlier:
        names = ", ".join(path.name for path in desk.earlier)
        notice.show_info(
            translate("DeskNotice", "An earlier ledger was damaged and is kept aside: {names}").format(
                names=names
            ),
            Tone.WAITING,
            next_step=translate(
                "DeskNotice", "What was locked or given back in it is not known here: look before you send."
            ),
        )
