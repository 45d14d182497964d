"""The desk: every use case of one open ledger, as the window and the command line are handed it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from services.accounts import AccountAdmin
from services.callbacks import Callbacks
from services.domain.clock import Clock
from services.lookup import Lookup
from services.orders import OrderDesk
from services.resolver import Resolver
from services.reversals import Reversals
from services.watcher import Watcher


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Every use case. Their methods block: call them on worker threads.

    Attributes:
        operator: Who is at the desk; for now the name of the computer's user.
        read_only: Another program holds the ledger: it is open for looking only.
        earlier: Ledgers that were damaged or lost and are kept aside; what was locked in them is
            forgotten.
        stop_asking: Ends every question under way at once, and takes back every reversal still in its
            breath, so that closing waits for nothing but money that moves.
        close: Lets go of the ledger and the gateways; called once, after the last call returned.
    """

    lookup: Lookup
    reversals: Reversals
    resolver: Resolver
    watcher: Watcher
    callbacks: Callbacks
    accounts: AccountAdmin
    orders: OrderDesk
    clock: Clock
    operator: str
    demo: bool
    read_only: bool
    earlier: tuple[Path, ...]
    stop_asking: Callable[[], None]
    close: Callable[[], None]
