"""The one place that names gateways, ledger and keyring, and joins them into a desk.

Slow, for what it imports: called on a worker thread, or by the command line. Nothing else may import
a concrete gateway, so whatever is handed a `Desk` can be handed another. What no sale waits for is joined
by `compose_office`, when it is first asked for.
"""

from __future__ import annotations

import getpass
import logging
import socket
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import TYPE_CHECKING

from services.accounts import AccountAdmin
from services.audit import Audit
from services.breath import Breaths
from services.credentials import KeyringStore, SecretStore
from services.desk import Desk
from services.domain.account import GatewayName
from services.domain.audit import Act, Entry
from services.domain.clock import Clock, SystemClock
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.gateways.base import Gateways
from services.gateways.both import BothGateways
from services.instance import Instance
from services.last_run import end_last_run
from services.ledger.accounts import Accounts
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.database import Database
from services.ledger.finding import Finds
from services.ledger.journal import Journal
from services.ledger.operators import Register
from services.ledger.orders import Orders
from services.ledger.owners import owners_of
from services.ledger.payments import Payments
from services.ledger.petitions import Petitions
from services.ledger.settings import SettingsBook
from services.ledger_secrets import LedgerSecrets
from services.looks import Looks
from services.lookup import Lookup
from services.merchants import Merchants
from services.operators import Operators
from services.orders import OrderDesk
from services.owed import Owed
from services.owed_file import OwedFile
from services.owner_proof import OwnerProof
from services.petitions import PetitionDesk
from services.resolver import Resolver
from services.reversals import Reversals
from services.seat import Program, Seat
from services.settling import Settling
from services.skew import Skews, TimedMove, TimedQuery, TimedReach
from services.today import Today
from services.watcher import Watcher

if TYPE_CHECKING:
    from argon2 import PasswordHasher

    from services.office import Office

_log = logging.getLogger(__name__)


def open_desk(
    folder: Path,
    *,
    start_over: bool = False,
    clock: Clock | None = None,
    credentials: SecretStore | None = None,
    locks: Path | None = None,
) -> Desk:
    """Open the shop's ledger and join everything to it.

    An intent that an earlier run left behind is swept: `armed` was not sent, `sent` is unknown. A
    ledger that another program holds is opened for looking only.

    Args:
        folder: The data folder.
        start_over: A person was told that the ledger is damaged or lost and begins an empty one.
        clock: The computer's, if not said.
        credentials: The system's keyring, if not said.
        locks: Where windows of this user say for which merchants they work, whatever folder they have open;
            none are held if not said.

    Raises:
        LedgerUnavailable: The ledger can't be opened.
    """
    try:
        database = Database.open(folder, start_over=start_over)
    except LedgerUnavailable as error:
        if error.fault is not LedgerFault.LOCKED:
            raise
        database = Database.look(folder)
    try:
        if start_over and database.earlier and not database.read_only:
            note_new(database, clock or SystemClock())
        return join(
            database,
            clock=clock or SystemClock(),
            credentials=credentials or KeyringStore(),
            demo=False,
            locks=locks,
        )
    except BaseException:
        database.close()  # or the next try would find the folder held, by this very program
        raise


def note_new(database: Database, clock: Clock) -> None:
    """Have the first row of a new ledger's log say what is not known in it."""
    trail = Trail(database)
    if trail.head() is not None or trail.waiting():
        return  # it was opened, and is not new
    names = ", ".join(path.name for path in database.earlier)
    result = f"begun empty: what was given back, or locked, in {names} is not known; no account is taken over"
    trail.note(
        Entry(at=clock.now(), who=getpass.getuser(), act=Act.OLDER, subject="new ledger", result=result)
    )


def join(
    database: Database,
    *,
    clock: Clock,
    credentials: SecretStore,
    demo: bool,
    also_close: Callable[[], None] | None = None,
    hashes: PasswordHasher | None = None,
    locks: Path | None = None,
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
    seat = Seat(register=register, settings=settings, trail=trail, clock=clock, alone=getpass.getuser())
    program = Program(trail, clock)
    merchants = Merchants(credentials, settings.ledger(), database.path, locks)
    instance = Instance(credentials, settings, database.path.parent)
    secrets = LedgerSecrets(
        credentials, settings.ledger(), database.path, instance=instance, merchants=merchants
    )
    audit = Audit(
        database=database,
        trail=trail,
        settings=settings,
        seat=seat,
        vault=credentials,
        instance=instance,
        accounts=accounts,
        merchants=merchants,
        owner_proof=OwnerProof(credentials, clock),
        clock=clock,
    )

    def keep_owners() -> None:
        """Tell the keyring who owns the ledger; one that is not the believed one says nothing there."""
        if audit.is_proven():
            OwnerProof(credentials, clock).keep(database.path.parent, owners_of(database))

    owed_file = OwedFile(database.path.parent, ledger=settings.ledger(), trail=trail, journal=journal)
    owed = Owed(journal, owed_file.leave)
    unbelieved = () if database.read_only else end_last_run(owed_file, journal, audit, clock)
    # Each twice: as whoever is at the desk may use it, and as the program itself does, whoever is there.
    lookup, own_lookup = (
        Lookup(
            accounts=accounts,
            payments=Payments(database),
            orders=orders,
            finds=finds,
            journal=journal,
            gateways=gateways,
            credentials=secrets,
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
    operators = Operators(
        register=register,
        approvals=Approvals(database, trail),
        settings=settings,
        trail=trail,
        seat=seat,
        clock=clock,
        hashes=hashes,
        keep_owners=keep_owners,
        require_keyring=OwnerProof(credentials, clock).require_keyring,
    )
    breaths = Breaths()
    reversals = Reversals(
        accounts=accounts,
        journal=journal,
        owed=owed,
        lookup=own_lookup,
        resolver=own_resolver,
        settling=settling,
        gateways=gateways,
        credentials=secrets,
        skews=skews,
        breaths=breaths,
        seat=seat,
        audit=audit,
        clock=clock,
        till=socket.gethostname(),
        process=token_hex(16),
    )

    def open_office() -> Office:
        from services import compose_office  # noqa: PLC0415  a good deal to load, and no sale waits for it

        return compose_office.join(
            database=database,
            trail=trail,
            accounts=accounts,
            orders=orders,
            journal=journal,
            settings=settings,
            settling=settling,
            lookup=lookup,
            watcher=watcher,
            gateways=gateways,
            probe=both.probe,
            skews=skews,
            owner_proof=OwnerProof(credentials, clock),
            credentials=secrets,
            audit=audit,
            seat=seat,
            clock=clock,
            demo=demo,
        )

    door = _Door(open_office)

    def warm() -> None:
        door.office()  # first: it may be waited for by what a gateway posts
        both.load()

    def stop_asking() -> None:
        breaths.close()
        both.close()

    def close() -> None:
        breaths.close()
        door.close()
        both.close()
        owed.close()
        with suppress(LedgerUnavailable):  # said when it was found, or when it is opened again
            audit.advance()
        database.close()
        merchants.close()
        if also_close is not None:
            also_close()

    return Desk(
        lookup=lookup,
        reversals=reversals,
        resolver=resolver,
        settling=settling,
        watcher=watcher,
        accounts=AccountAdmin(accounts=accounts, credentials=secrets, gateways=gateways, guard=seat),
        orders=OrderDesk(orders=orders, clock=clock, guard=seat),
        operators=operators,
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
        today=Today(accounts=accounts, finds=finds, journal=journal, guard=seat, clock=clock),
        seat=seat,
        clock=clock,
        office=door.office,
        demo=demo,
        read_only=database.read_only,
        earlier=database.earlier,
        unbelieved=unbelieved,
        warm=warm,
        stop_asking=stop_asking,
        close=close,
    )


class _Door:
    """The way into the back office: opened once, by whoever comes first. Any thread may."""

    def __init__(self, open_office: Callable[[], Office]) -> None:
        self._open = open_office
        self._lock = Lock()
        self._office: Office | None = None

    def office(self) -> Office:
        with self._lock:
            if self._office is None:
                self._office = self._open()
            return self._office

    def close(self) -> None:
        """Let go of what listens there; nobody is inside any more."""
        if self._office is not None:
            self._office.callbacks.stop()
