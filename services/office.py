"""The back office: the use cases that nobody waits for at the counter, as the window is handed them.

It is opened when somebody first goes there, and then what it needs is loaded: the counter, where a payment
is looked for and money given back, answers before that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.back_url import BackUrl
    from services.backup import Backups
    from services.callbacks import Callbacks
    from services.day_ends import DayEnds
    from services.doctor import Doctor
    from services.exports import Exports
    from services.intake.imports import Imports
    from services.slips import SlipDesk
    from services.support import SupportDesk
    from services.traces import Traces
    from services.way_back import WayBack


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Office:
    """What is seen to behind the counter. The methods of all of it block: call them on worker threads.

    Attributes:
        callbacks: Listens for what a gateway posts.
        back_url: Whether this computer listens for it.
        day_ends: Days closed and put on a sheet.
        doctor: Why a gateway can't be reached.
        exports: Lists as files.
        imports: Files as Param orders.
        traces: Who did what about one payment or order.
        backups: Copies of the ledger elsewhere, and how old the newest is.
        way_back: Going on from such a copy.
        slips: Papers for the customer's hand, counted.
        support: Everything about one reversal, for the gateway's support.
    """

    callbacks: Callbacks
    back_url: BackUrl
    day_ends: DayEnds
    doctor: Doctor
    exports: Exports
    imports: Imports
    traces: Traces
    backups: Backups
    way_back: WayBack
    slips: SlipDesk
    support: SupportDesk
