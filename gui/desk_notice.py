"""What concerns the whole desk, said under the bar: it is not open, only to be looked at, or bereft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.errors import explain
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.domain.errors import LedgerFault, LedgerUnavailable, ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.trust import Trust


def is_lost(error: ServiceError) -> bool:
    """Whether a ledger is damaged or gone, so that only a person may begin an empty one."""
    return isinstance(error, LedgerUnavailable) and error.fault is LedgerFault.CORRUPT


def say_open_error(notice: Notice, error: ServiceError, *, offer_empty: bool) -> None:
    """Say why the desk could not be opened, and offer what can be done."""
    notice.show_error(explain(error), action=ways_on(lost=offer_empty))


def ways_on(*, lost: bool) -> str:
    """Name what can be done about a ledger that does not open."""
    translate = QCoreApplication.translate
    if lost:
        return translate("DeskNotice", "Bring a backup back, or begin anew…")
    return translate("DeskNotice", "Try again")


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
    elif desk.unbelieved:
        names = ", ".join(path.name for path in desk.unbelieved)
        notice.show_info(
            translate(
                "DeskNotice",
                "A file beside the ledger says how reversals ended, but it was not written by this ledger or"
                " does not fit it. It was not believed, and is kept: {names}",
            ).format(names=names),
            Tone.WAITING,
            next_step=translate(
                "DeskNotice", "Look at what is unknown, and compare it with the gateway's own panel."
            ),
        )
    elif desk.earlier and _was_replaced(desk.earlier[-1]):
        notice.show_info(
            _replaced(desk.earlier[-1]),
            Tone.WAITING,
            next_step=translate(
                "DeskNotice",
                "What happened after it was written is not known here: look before you send.",
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


def say_untrusted(notice: Notice, desk: Desk) -> None:
    """Say that no money moves before an owner has decided, and where a ledger is that was replaced."""
    translate = QCoreApplication.translate
    steps = [translate("DeskNotice", "An owner opens Safekeeping, in the menu under their name.")]
    if desk.earlier and _was_replaced(desk.earlier[-1]):
        steps.append(_replaced(desk.earlier[-1]))
    notice.show_info(
        translate("DeskNotice", "Nothing is sent: the ledger or its log can't be trusted as they are."),
        Tone.REFUSED,
        next_step=" ".join(steps),
    )


def say_kept_out(notice: Notice, trust: Trust) -> None:
    """Say for which merchants no money moves from here, while it does for others."""
    translate = QCoreApplication.translate
    if trust.elsewhere:
        step = translate("DeskNotice", "An owner opens Safekeeping, in the menu under their name.")
        notice.show_info(elsewhere(trust.elsewhere), Tone.REFUSED, next_step=step)
    elif trust.crowded:
        notice.show_info(crowded(trust.crowded), Tone.WAITING, next_step=crowded_step())


def elsewhere(names: tuple[str, ...]) -> str:
    """Say that another ledger sends for some merchants."""
    translate = QCoreApplication.translate
    said = translate("DeskNotice", "Another ledger on this computer sends for: {names}")
    return said.format(names=", ".join(names))


def crowded(names: tuple[str, ...]) -> str:
    """Say that another window works for some merchants."""
    translate = QCoreApplication.translate
    said = translate("DeskNotice", "Another window of this program works for: {names}")
    return said.format(names=", ".join(names))


def crowded_step() -> str:
    """Say what to do about that window."""
    return QCoreApplication.translate(
        "DeskNotice", "Here you can only look for these. Go on there, or close it and try again."
    )


def _was_replaced(path: Path) -> bool:
    """Whether a ledger was not damaged, but gave its place to a backup; see `folder.exchange`."""
    return path.name.startswith("ledger.replaced-")


def _replaced(path: Path) -> str:
    return QCoreApplication.translate(
        "DeskNotice", "A backup took the ledger's place; the one before is kept as {path}"
    ).format(path=path)
