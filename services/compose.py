"""The one place that names gateways, ledger and keyring, and joins them into a desk.

Slow, for what it imports: called on a worker thread, or by the command line. Nothing else may import
a concrete gateway, so whatever is handed a `Desk` can be handed another.
"""

from __future__ import annotations

import getpass
import socket
import uuid
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING

from services.accounts import AccountAdmin
from services.audit import Audit
from services.back_url import BackUrl
from services.backup import Backups
from services.breath import Breaths
from services.callbacks import Arrival, Callbacks, Listening, Post
from services.credentials import KeyringStore, SecretStore
from services.day_ends import DayEnds
from services.desk import Desk
from services.doctor import Doctor
from services.domain.account import GatewayName
from services.domain.clock import Clock, SystemClock
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.exports import Exports
from services.gateways.base import Gateways
from services.gateways.both import BothGateways
from services.gateways.redaction import Redactor
from services.intake.imports import Imports
from services.ledger.accounts import Accounts
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.day_ends import DayEndBook
from services.ledger.finding import Finds
from services.ledger.intake import OrderIntake
from services.ledger.journal import Journal
from services.ledger.operators import Register
from services.ledger.orders import Orders
from services.ledger.payments import Payments
from services.ledger.petitions import Petitions
from services.ledger.settings import SettingsBook
from services.ledger.slips import Slips
from services.looks import Looks
from services.lookup import Lookup
from services.operators import Operators
from services.orders import OrderDesk
from services.petitions import PetitionDesk
from services.resolver import Resolver
from services.reversals import Reversals
from services.seat import Program, Seat
from services.settling import Settling
from services.skew import Skews, TimedMove, TimedQuery, TimedReach
from services.slips import SlipDesk
from services.support import SupportDesk
from services.today import Today
from services.traces import Traces
from services.watcher import Watcher
from services.way_back import WayBack

if TYPE_CHECKING:
    from argon2 import PasswordHasher


def open_desk(
    folder: Path,
    *,
    start_over: bool = False,
    clock: Clock | None = None,
    credentials: SecretStore | None = None,
) -> Desk:
    """Open the shop's ledger and join everything to it.

    An intent that an earlier run left behind is swept: `armed` was not sent, `sent` is unknown. A
    ledger that another program holds is opened for looking only.

    Args:
        folder: The data folder.
        start_over: A person was told that the ledger is damaged or lost and begins an empty one.
        clock: The computer's, if not said.
        credentials: The system's keyring, if not said.

    Raises:
        LedgerUnavailable: The ledger can't be opened.
    """
    try:
        database = Database.open(folder, start_over=start_over)
    except LedgerUnavailable as error:
        if error.fault is not LedgerFault.LOCKED:
            raise
        database = Database.look(folder)
    desk = join(database, clock=clock or SystemClock(), credentials=credentials or KeyringStore(), demo=False)
    desk.back_url.begin()
    return desk


def join(
    database: Database,
    *,
    clock: Clock,
    credentials: SecretStore,
    demo: bool,
    also_close: Callable[[], None] | None = None,
    hashes: PasswordHasher | None = None,
) -> Desk:
    """Join an open ledger, the gateways and a place for secrets into a desk; PINs are hashed by `hashes`."""
    both, skews = BothGateways(clock), Skews(clock)
    gateways = Gateways(
        queries={GatewayName.ESNEKPOS: TimedQuery(both.esnekpos, skews)},
        reaches={GatewayName.PARAM: TimedReach(both.param, skews)},
        moves={
            GatewayName.ESNEKPOS: TimedMove(both.esnekpos, skews),
            GatewayName.PARAM: TimedMove(both.param, skews),
        },
    )
    trail = Trail(database)
    accounts, journal, orders = Accounts(database), Journal(database, trail), Orders(database)
    finds = Finds(database)
    register, settings = Register(database, trail), SettingsBook(database, trail)
    if not database.read_only:
        journal.sweep(at=clock.now())
    seat = Seat(register=register, settings=settings, trail=trail, clock=clock, alone=getpass.getuser())
    program = Program(trail, clock)
    audit = Audit(
        path=database.path,
        trail=trail,
        journal=journal,
        settings=settings,
        seat=seat,
        vault=credentials,
        clock=clock,
        read_only=database.read_only,
    )
    # Each twice: as whoever is at the desk may use it, and as the program itself does, whoever is there.
    lookup, own_lookup = (
        Lookup(
            accounts=accounts,
            payments=Payments(database),
            orders=orders,
            finds=finds,
            journal=journal,
            gateways=gateways,
            credentials=credentials,
            skews=skews,
            guard=guard,
        )
        for guard in (seat, program)
    )
    settling = Settling(
        accounts=accounts, orders=orders, journal=journal, lookup=lookup, seat=seat, clock=clock
    )
    if not database.read_only:
        settling.doubt_all()
    looks = Looks(clock)
    resolver, own_resolver = (
        Resolver(
            accounts=accounts,
            journal=journal,
            lookup=own_lookup,
            gateways=gateways,
            looks=looks,
            guard=guard,
            clock=clock,
        )
        for guard in (seat, program)
    )
    watcher = Watcher(
        journal=journal,
        resolver=own_resolver,
        looks=looks,
        clock=clock,
        watching=not database.read_only,
    )
    callbacks = Callbacks(watcher.hint, _listen)
    operators = Operators(
        register=register,
        approvals=Approvals(database, trail),
        settings=settings,
        trail=trail,
        seat=seat,
        clock=clock,
        hashes=hashes,
    )
    breaths = Breaths()
    reversals = Reversals(
        accounts=accounts,
        journal=journal,
        lookup=own_lookup,
        resolver=own_resolver,
        settling=settling,
        gateways=gateways,
        credentials=credentials,
        skews=skews,
        breaths=breaths,
        seat=seat,
        audit=audit,
        clock=clock,
        till=socket.gethostname(),
        process=uuid.uuid4().hex,
    )

    def stop_asking() -> None:
        breaths.close()
        both.close()

    def close() -> None:
        breaths.close()
        callbacks.stop()
        both.close()
        audit.remember()
        database.close()
        if also_close is not None:
            also_close()

    return Desk(
        lookup=lookup,
        reversals=reversals,
        resolver=resolver,
        settling=settling,
        watcher=watcher,
        callbacks=callbacks,
        back_url=BackUrl(callbacks=callbacks, settings=settings, seat=seat, fixed=demo or database.read_only),
        day_ends=DayEnds(book=DayEndBook(database, trail), seat=seat, clock=clock),
        accounts=AccountAdmin(accounts=accounts, credentials=credentials, gateways=gateways, guard=seat),
        doctor=Doctor(
            probe=both.probe,
            gateways=gateways,
            credentials=credentials,
            skews=skews,
            guard=seat,
            clock=clock,
        ),
        orders=OrderDesk(orders=orders, clock=clock, guard=seat),
        exports=Exports(seat),
        imports=Imports(intake=OrderIntake(database, trail), settings=settings, seat=seat, clock=clock),
        operators=operators,
        traces=Traces(trail, seat),
        petitions=PetitionDesk(
            petitions=Petitions(database, trail),
            accounts=accounts,
            orders=orders,
            register=register,
            operators=operators,
            lookup=lookup,
            journal=journal,
            seat=seat,
            clock=clock,
        ),
        audit=audit,
        backups=Backups(database=database, guard=seat, clock=clock),
        way_back=WayBack(
            database=database, journal=journal, settings=settings, audit=audit, guard=seat, demo=demo
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
        today=Today(accounts=accounts, finds=finds, journal=journal, guard=seat, clock=clock),
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
        seat=seat,
        clock=clock,
        demo=demo,
        read_only=database.read_only,
        earlier=database.earlier,
        warm=both.load,
        stop_asking=stop_asking,
        close=close,
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
