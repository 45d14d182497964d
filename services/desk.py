"""The desk: the use cases of one open ledger, as the window and the command line are handed them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from services.domain.clock import Clock
from services.domain.operator import Operator

if TYPE_CHECKING:
    from services.accounts import AccountAdmin
    from services.audit import Audit
    from services.lookup import Lookup
    from services.office import Office
    from services.operators import Operators
    from services.orders import OrderDesk
    from services.petitions import PetitionDesk
    from services.resolver import Resolver
    from services.reversals import Reversals
    from services.seat import Seat
    from services.settling import Settling
    from services.today import Today
    from services.watcher import Watcher


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Desk:
    """What a sale needs at the counter. The methods of all of it block: call them on worker threads.

    Attributes:
        seat: Who is at the desk.
        audit: The log of who did what, its key, and whether the ledger can be trusted.
        petitions: What was left for somebody else to approve.
        operators: Signing in and out, approvals, who works here, what the shop has chosen.
        today: What this computer knows of today.
        office: Opens the back office, where everything else is seen to. It blocks as well: the first time it
            loads what is needed there, some 100 ms.
        read_only: Another program holds the ledger: it is open for looking only.
        earlier: Ledgers that were damaged or lost and are kept aside; what was locked in them is
            forgotten.
        unbelieved: Files left beside the ledger that tell how reversals ended, and that this ledger did not
            write: kept aside.
        warm: Loads what the first question to a gateway would wait for, some 200 ms, and opens the office.
        stop_asking: Ends every question under way at once, and takes back every reversal still in its
            breath, so that closing waits for nothing but money that moves.
        close: Lets go of the ledger and the gateways; called once, after the last call returned.
    """

    lookup: Lookup
    reversals: Reversals
    resolver: Resolver
    settling: Settling
    watcher: Watcher
    accounts: AccountAdmin
    orders: OrderDesk
    operators: Operators
    petitions: PetitionDesk
    audit: Audit
    today: Today
    seat: Seat
    clock: Clock
    office: Callable[[], Office]
    demo: bool
    read_only: bool
    earlier: tuple[Path, ...]
    unbelieved: tuple[Path, ...]
    warm: Callable[[], None]
    stop_asking: Callable[[], None]
    close: Callable[[], None]

    @property
    def operator(self) -> Operator:
        """Who presses whatever is pressed now: for `reversals.execute`, which asks the ledger about them."""
        return self.seat.sitting
