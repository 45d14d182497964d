"""Joins the back office to a desk that is open: asked for by `compose`, when somebody first goes there.

Slow, for what it imports: called on a worker thread.
"""

from __future__ import annotations

import socket
from collections.abc import Callable
from http import HTTPStatus

from services.audit import Audit
from services.back_url import BackUrl
from services.backup import Backups
from services.callbacks import Arrival, Callbacks, Listening, Post
from services.credentials import CredentialStore
from services.day_ends import DayEnds
from services.doctor import Doctor
from services.domain.clock import Clock
from services.exports import Exports
from services.gateways.base import Gateways
from services.gateways.redaction import Redactor
from services.gateways.way import CanProbe
from services.intake.imports import Imports
from services.ledger.accounts import Accounts
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.day_ends import DayEndBook
from services.ledger.intake import OrderIntake
from services.ledger.journal import Journal
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from services.ledger.settings import SettingsBook
from services.ledger.slips import Slips
from services.lookup import Lookup
from services.office import Office
from services.owner_proof import OwnerProof
from services.seat import Seat
from services.settling import Settling
from services.skew import Skews
from services.slips import SlipDesk
from services.support import SupportDesk
from services.traces import Traces
from services.watcher import Watcher
from services.way_back import WayBack


def join(
    *,
    database: Database,
    trail: Trail,
    accounts: Accounts,
    orders: Orders,
    journal: Journal,
    settings: SettingsBook,
    settling: Settling,
    lookup: Lookup,
    watcher: Watcher,
    gateways: Gateways,
    probe: Callable[[], CanProbe],
    skews: Skews,
    credentials: CredentialStore,
    owner_proof: OwnerProof,
    audit: Audit,
    seat: Seat,
    clock: Clock,
    demo: bool,
) -> Office:
    """Join the office to what stands behind the counter. From then on it listens for BACK_URL, if chosen."""
    callbacks = Callbacks(watcher.hint, _listen)
    back_url = BackUrl(callbacks=callbacks, settings=settings, seat=seat, fixed=demo or database.read_only)
    back_url.begin()
    return Office(
        callbacks=callbacks,
        back_url=back_url,
        day_ends=DayEnds(book=DayEndBook(database, trail), seat=seat, clock=clock),
        doctor=Doctor(
            probe=probe, gateways=gateways, credentials=credentials, skews=skews, guard=seat, clock=clock
        ),
        exports=Exports(seat),
        imports=Imports(intake=OrderIntake(database, trail), settings=settings, seat=seat, clock=clock),
        traces=Traces(trail, seat),
        backups=Backups(database=database, guard=seat, clock=clock),
        way_back=WayBack(
            database=database,
            journal=journal,
            settings=settings,
            audit=audit,
            guard=seat,
            owner_proof=owner_proof,
            demo=demo,
        ),
        slips=SlipDesk(
            accounts=accounts,
            orders=orders,
            journal=journal,
            approvals=Approvals(database, trail),
            slips=Slips(database, trail),
            trail=trail,
            lookup=lookup,
            seat=seat,
            clock=clock,
        ),
        support=SupportDesk(
            settling=settling,
            payments=Payments(database),
            gateways=gateways,
            credentials=credentials,
            redactor=Redactor,
            audit=audit,
            trail=trail,
            seat=seat,
            clock=clock,
        ),
    )


def _listen(
    listening: socket.socket,
    host: str,
    judge: Callable[[Arrival], HTTPStatus],
    note: Callable[[Post], None],
    ticks: Callable[[], float],
) -> Listening:
    from services.listener import Listener  # noqa: PLC0415  a web server, which most shops never start

    return Listener(listening, host, judge, note, ticks)
