"""Going back to a backup: what a worker does between two desks."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.errors import explain
from gui.format import plain
from gui.theme import Tone
from services.domain.errors import LedgerUnavailable, ServiceError

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from services.backup import Restored
    from services.desk import Desk
    from services.owner_proof import Proof


@dataclass(frozen=True, slots=True)
class CameBack:
    """The desk that is open now, and how going back went; after an error the ledger is the one before."""

    desk: Desk
    file: Path
    went: Restored | ServiceError


def come_back(
    *, leave: Callable[[], None], folder: Path, file: Path, who: str, reopen: Callable[[], Desk]
) -> CameBack:
    """On a worker: leave the desk, put a copy in the ledger's place, and open what is there then.

    Args:
        leave: Waits for the last call to the desk, and closes it.
        folder: The shop's.
        file: The copy.
        who: For the audit log.
        reopen: Opens a desk.

    Raises:
        LedgerUnavailable: The ledger can't be opened. What is there is either ledger, whole.
    """
    from services import upkeep  # noqa: PLC0415  with all that stands behind it

    leave()
    went: Restored | ServiceError
    try:
        went = upkeep.restore(folder, file, who=who, is_proven=True)  # asked at the desk that was left
    except ServiceError as error:
        went = error
    return CameBack(reopen(), file, went)


def bring_back(
    *, folder: Path, file: Path, proof: Proof, reopen: Callable[[], Desk]
) -> CameBack | ServiceError:
    """On a worker: put a copy in the place of a ledger that is damaged or lost, and open it.

    No one can sign in to a ledger that does not open: where PINs are on, an owner's PIN or the recovery code
    is asked for, as at the command line. Money waits afterwards until an owner has looked.

    Returns:
        The desk; or why the copy was not put in place, and then nothing was changed.

    Raises:
        LedgerUnavailable: The copy is in place and can't be opened.
    """
    import getpass  # noqa: PLC0415  as below

    from services import upkeep  # noqa: PLC0415  with all that stands behind it

    try:
        went = upkeep.restore(folder, file, who=getpass.getuser(), proof=proof)
    except ServiceError as error:
        return error
    return CameBack(reopen(), file, went)


def say_not_brought_back(window: MainWindow, file: Path, error: ServiceError) -> None:
    """Say under the bar why a copy was not put in place; what could be done before still can."""
    from gui.desk_notice import ways_on  # noqa: PLC0415  hardly ever needed
    from gui.seat.way_back import about_copy  # noqa: PLC0415  likewise

    of_the_copy = isinstance(error, LedgerUnavailable) and error.path == file
    said = about_copy(file, error) if of_the_copy else explain(error)
    window.notice.show_error(said, action=ways_on(lost=True))


def say_bringing_back(window: MainWindow) -> None:
    """Say that it is being done; a long ledger takes some seconds."""
    words = QCoreApplication.translate("ComingBack", "The backup is checked and put in the ledger's place…")
    window.notice.show_info(words, Tone.ACCENT)


def say_came_back(window: MainWindow, came: CameBack) -> None:
    """Say how it went: in the line at the bottom, and why not under the bar."""
    translate = QCoreApplication.translate
    if isinstance(came.went, ServiceError):
        said = explain(came.went)
        window.notice.show_info(
            translate("ComingBack", "The backup did not take the ledger's place; nothing was changed."),
            Tone.REFUSED,
            next_step=f"{said.sentence} {said.next_step}",
        )
        return
    text = translate("ComingBack", "Went back to {file}; reversals in it: {count}").format(
        file=plain(came.file.name, limit=60), count=came.went.contents.intents
    )
    window.status.say(text, "check", Tone.DONE)
    if came.went.locks_unknown:
        window.notice.show_info(
            translate(
                "ComingBack", "The ledger before is damaged or lost: which orders it locked is unknown."
            ),
            Tone.REFUSED,
            next_step=translate("ComingBack", "Look in the gateway's panel before every reversal."),
        )
    elif not came.went.contents.has_checksum:
        window.notice.show_info(
            translate("ComingBack", "No checksum lies beside this backup: every row of it was read."),
            Tone.WAITING,
            next_step=translate("ComingBack", "That shows most damage, and not all."),
        )
