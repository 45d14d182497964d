"""The desk: every use case of one open ledger, as the window and the command line are handed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from services.accounts import AccountAdmin
from services.audit import Audit
from services.back_url import BackUrl
from services.backup import Backups
from services.callbacks import Callbacks
from services.day_ends import DayEnds
from services.doctor import Doctor
from services.domain.clock import Clock
from services.domain.operator import Operator
from services.exports import Exports
from services.intake.imports import Imports
from services.lookup import Lookup
from services.operators import Operators
from services.orders import OrderDesk
from services.petitions import PetitionDesk
from services.resolver import Resolver
from services.reversals import Reversals
from services.seat import Seat
from services.settling import Settling
from services.slips import SlipDesk
from services.support import SupportDesk
from services.today import Today
from services.traces import Traces
from services.watcher import Watcher
from services.way_back import WayBack


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Every use case. Their methods block: call them on worker threads.

    Attributes:
        seat: Who is at the desk.
        doctor: Why a gateway can't be reached.
        exports: Lists as files.
        imports: Files as Param orders.
        audit: The log of who did what, its key, and whether the ledger can be trusted.
        backups: Copies of the ledger elsewhere, and how old the newest is.
        way_back: Going on from such a copy.
        back_url: Whether this computer listens for what a gateway posts.
        traces: Who did what about one payment or order.
        petitions: What was left for somebody else to approve.
        operators: Signing in and out, approvals, who works here, what the shop has chosen.
        slips: Papers for the customer's hand, counted.
        support: Everything about one reversal, for the gateway's support.
        today: What this computer knows of today.
        read_only: Another program holds the ledger: it is open for looking only.
        earlier: Ledgers that were damaged or lost and are kept aside; what was locked in them is
            forgotten.
        warm: Loads what the first question to a gateway would wait for, some 200 ms.
        stop_asking: Ends every question under way at once, and takes back every reversal still in its
            breath, so that closing waits for nothing but money that moves.
        close: Lets go of the ledger and the gateways; called once, after the last call returned.
    """

    lookup: Lookup
    reversals: Reversals
    resolver: Resolver
    settling: Settling
    watcher: Watcher
    callbacks: Callbacks
    back_url: BackUrl
    day_ends: DayEnds
    accounts: AccountAdmin
    doctor: Doctor
    orders: OrderDesk
    exports: Exports
    imports: Imports
    operators: Operators
    petitions: PetitionDesk
    traces: Traces
    audit: Audit
    backups: Backups
    way_back: WayBack
    slips: SlipDesk
    support: SupportDesk
    today: Today
    seat: Seat
    clock: Clock
    demo: bool
    read_only: bool
    earlier: tuple[Path, ...]
    warm: Callable[[], None]
    stop_asking: Callable[[], None]
    close: Callable[[], None]

    @property
    def operator(self) -> Operator:
        """Who presses whatever is pressed now: for `reversals.execute`, which asks the ledger about them."""
        return self.seat.sitting
