"""The money journal: every reversal is written down here before its first byte is sent.

The rules are kept by the database itself: one open intent of an order (a unique index), no step that
`reversal.TRANSITIONS` does not name, nothing rewritten, nothing deleted, every step an event (triggers).
What is here adds the arithmetic, the words for a refusal, each step's row of the audit log in its own
transaction, and the way in.

Every method raises LedgerUnavailable when the ledger can't be read or written; nothing was changed then.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, and_, bindparam, func, insert, or_, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.sql.dml import ReturningUpdate

from services.domain.audit import Act
from services.domain.errors import (
    Changed,
    InProgress,
    LedgerFault,
    LedgerUnavailable,
    NotReversible,
    WhyNot,
)
from services.domain.evidence import Difference, What
from services.domain.money import Money
from services.domain.reversal import (
    TRANSITIONS,
    Confirmation,
    Draft,
    Intent,
    IntentState,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
)
from services.ledger.accounts import read_account
from services.ledger.audit import Trail
from services.ledger.database import Database, is_duplicate
from services.ledger.folding import fold
from services.ledger.intents import (
    Event,
    draft_values,
    read_event,
    read_intent,
    require_whole,
    settlement_values,
)
from services.ledger.orders import read_order
from services.ledger.schema import events, intents
from services.ledger.standing import Standing
from services.ledger.telling import entry_of

Check = Callable[[Standing], None]
"""Refuses by raising, inside the transaction that arms: nothing can change under it."""

Authority = Callable[[Connection, Standing, Draft, datetime], None]
"""Says whether the operator may, by what that same transaction sees, and uses up an approval."""

Consent = Callable[[Connection, Intent], None]
"""The same for an outcome that a person says: refuses by raising, and uses up an approval."""

# Statements of the road that money takes are made once: SQLAlchemy is slower to make one than to run it.
_INSERT = insert(intents).returning(intents)
_STEPS: dict[IntentState, ReturningUpdate[Any]] = {
    to: update(intents)
    .where(
        intents.c.id == bindparam("intent"),
        or_(*(intents.c.state == state for state, nexts in TRANSITIONS.items() if to in nexts)),
    )
    .returning(intents)
    for to in IntentState
    if to is not IntentState.ARMED
}
_ONE = select(intents).where(intents.c.id == bindparam("intent"))
_OF_ORDER = (
    select(intents)
    .where(
        intents.c.gateway == bindparam("gateway"),
        intents.c.environment == bindparam("environment"),
        intents.c.merchant == bindparam("merchant"),
        intents.c.reference == bindparam("reference"),
    )
    .order_by(intents.c.id)
)


class Journal:
    """Writes intents down, and how they end. Usable from any thread.

    Args:
        database: The ledger.
        trail: Its audit log. None in tests of the journal alone, and nowhere else.
    """

    def __init__(self, database: Database, trail: Trail | None = None) -> None:
        self._database = database
        self._trail = trail

    def arm(
        self,
        draft: Draft,
        *,
        at: datetime,
        check: Check | None = None,
        authority: Authority | None = None,
    ) -> Intent:
        """Lock the order and write down what is to be sent, in one transaction; or do neither.

        Raises:
            NotAllowed: What `authority` says.
            NotConfigured: AUDIT_KEY: the audit log can't be written to.
            InProgress: The order has an open intent.
            NotReversible, InvalidInput: There is no room for it (`Standing.require`), or its account is
                retired.
            Changed: The order entered here is no longer as the draft has it.
            KeyError: No such account.
            ValueError: The draft contradicts itself.
        """
        with self._database.writing() as connection:
            account = read_account(connection, draft.account_id)
            require_whole(draft, account)
            if account.retired:
                raise NotReversible(WhyNot.RETIRED_ACCOUNT, account=account)
            standing = _standing(connection, draft.order)
            if check is not None:
                check(standing)  # first: what has changed explains why there is no room
            standing.require(draft, order_sold=_order_sold(connection, draft))
            if self._trail is not None:
                self._trail.require_key()
            if authority is not None:
                authority(connection, standing, draft, at)
            values = draft_values(draft) | {"state": IntentState.ARMED, "armed_at": at}
            try:
                row = connection.execute(_INSERT, values).one()
            except IntegrityError as error:
                holder = _holder(connection, draft.order, error)
                if holder is None:
                    raise
                raise InProgress(holder) from error
            return self._told(connection, read_intent(row), Act.ARMED, at)

    def sent(self, intent_id: int, *, at: datetime) -> Intent:
        """Write down that the first byte is about to leave. On disk when this returns.

        Raises:
            ValueError: It is not armed. Send nothing.
        """
        return self._step(intent_id, IntentState.SENT, {"state": IntentState.SENT, "sent_at": at})

    def settle(self, intent_id: int, settlement: Settlement, *, consent: Consent | None = None) -> Intent:
        """Write down how an intent ended, that it is not known, or that an end was none.

        Raises:
            NotAllowed: What `consent` says.
            ValueError: `TRANSITIONS` has no such step from where it stands.
            InProgress: It would open an order again that another intent keeps open by now.
        """
        if settlement.state in (IntentState.ARMED, IntentState.SENT):
            raise ValueError(f"{settlement.state.value} is no outcome")
        values = settlement_values(settlement) | {"confirmed_at": None}
        return self._step(intent_id, settlement.state, values, consent)

    def confirm(
        self, intent_id: int, confirmation: Confirmation, *, at: datetime, snapshot: int | None
    ) -> Intent:
        """Write down that the gateway's own record shows a done reversal; once more changes nothing.

        Raises:
            ValueError: It is not done, or its gateway has no record to ask, or `confirmation` is not SEEN.
        """
        if confirmation is not Confirmation.SEEN:
            raise ValueError("only what was seen confirms")
        pending = and_(
            intents.c.id == intent_id,
            intents.c.state == IntentState.DONE,
            intents.c.confirmation == Confirmation.PENDING,
        )
        values = {"confirmation": confirmation, "confirmed_at": at, "settled_snapshot": snapshot}
        with self._database.writing() as connection:
            row = connection.execute(
                update(intents).where(pending).values(values).returning(intents)
            ).one_or_none()
            if row is not None:
                return self._told(connection, read_intent(row), Act.CONFIRMED, at)
            intent = self._one(connection, intent_id)
            if intent.settled is None or intent.settled.confirmation is not Confirmation.SEEN:
                raise ValueError(f"intent {intent_id} waits for no confirmation")
            return intent

    def sweep(self, *, at: datetime, from_a_copy: bool = False) -> list[Intent]:
        """Close what an earlier run left behind; before anything is armed in this one.

        An armed one has sent nothing: not sent. A sent one may have arrived: unknown. In a copy that was
        put back an armed one may have been sent since it was written, and is unknown too.

        Returns:
            Those that were changed, as they are now.
        """
        ends = {
            IntentState.ARMED: IntentState.NOT_SENT,
            IntentState.SENT: IntentState.OUTCOME_UNKNOWN,
        }
        swept: list[Intent] = []
        with self._database.writing() as connection:
            if from_a_copy:
                armed = update(intents).where(intents.c.state == IntentState.ARMED)
                connection.execute(armed.values(state=IntentState.SENT, sent_at=intents.c.armed_at))
            for begun, end in ends.items():
                values = settlement_values(Settlement(state=end, by=SettledBy.RESTART, at=at))
                changed = update(intents).where(intents.c.state == begun).values(values).returning(intents)
                swept += [read_intent(row) for row in connection.execute(changed).all()]
            for intent in swept:
                self._told(connection, intent, Act.SETTLED, at)
        return sorted(swept, key=lambda intent: intent.id)

    def get(self, intent_id: int) -> Intent:
        """Return one intent; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            row = connection.execute(_ONE, {"intent": intent_id}).one_or_none()
        if row is None:
            raise KeyError(intent_id)
        return read_intent(row)

    def of_order(self, order: OrderKey) -> list[Intent]:
        """Return every intent of an order, oldest first."""
        with self._database.reading() as connection:
            return list(_standing(connection, order).intents)

    def open_of(self, order: OrderKey) -> Intent | None:
        """Return the intent that keeps an order locked."""
        return self.standing(order).open

    def standing(self, order: OrderKey) -> Standing:
        """Return how an order stands."""
        with self._database.reading() as connection:
            return _standing(connection, order)

    def in_state(self, *states: IntentState) -> list[Intent]:
        """Return the intents in any of some states, oldest first."""
        return self._read(select(intents).where(intents.c.state.in_(states)).order_by(intents.c.id))

    def unconfirmed(self) -> list[Intent]:
        """Return the done ones that the gateway's own record does not show yet, oldest first."""
        pending = intents.c.confirmation == Confirmation.PENDING
        return self._read(select(intents).where(pending).order_by(intents.c.id))

    def newest(
        self, *, limit: int = 200, text: str = "", before: int | None = None, state: IntentState | None = None
    ) -> list[Intent]:
        """Return intents, newest first, whose reference, line, reason, operator or till holds a text."""
        wanted = select(intents).order_by(intents.c.id.desc()).limit(limit)
        if state is not None:
            wanted = wanted.where(intents.c.state == state)
        if before is not None:
            wanted = wanted.where(intents.c.id < before)
        if text.strip():
            wanted = wanted.where(func.instr(intents.c.folded, fold(text.strip())) > 0)
        return self._read(wanted)

    def events(self, intent_id: int) -> list[Event]:
        """Return every step an intent has taken, oldest first."""
        wanted = select(events).where(events.c.intent_id == intent_id).order_by(events.c.id)
        with self._database.reading() as connection:
            return [read_event(row) for row in connection.execute(wanted)]

    def count(self) -> int:
        """Return how many intents there are."""
        with self._database.reading() as connection:
            return connection.execute(select(func.count()).select_from(intents)).scalar_one()

    def _read(self, wanted: Select[Any]) -> list[Intent]:
        with self._database.reading() as connection:
            return [read_intent(row) for row in connection.execute(wanted)]

    def _step(
        self, intent_id: int, to: IntentState, values: dict[str, Any], consent: Consent | None = None
    ) -> Intent:
        """Take one step, from wherever `TRANSITIONS` allows it."""
        with self._database.writing() as connection:
            if consent is not None:
                consent(connection, self._one(connection, intent_id))
            try:
                row = connection.execute(_STEPS[to], values | {"intent": intent_id}).one_or_none()
            except IntegrityError as error:
                holder = _holder(connection, self._one(connection, intent_id).draft.order, error)
                if holder is None:
                    raise
                raise InProgress(holder) from error
            if row is None:
                intent = self._one(connection, intent_id)
                raise ValueError(f"intent {intent_id} is {intent.state.value}: it can't become {to.value}")
            intent = read_intent(row)
            if intent.settled is None:
                return self._told(connection, intent, Act.SENT, values["sent_at"])
            return self._told(connection, intent, Act.SETTLED, intent.settled.at)

    def _told(self, connection: Connection, intent: Intent, act: Act, at: datetime) -> Intent:
        """Write a step's row of the audit log, and return the intent."""
        if self._trail is not None:
            self._trail.write(connection, entry_of(intent, act, at))
        return intent

    def _one(self, connection: Connection, intent_id: int) -> Intent:
        row = connection.execute(_ONE, {"intent": intent_id}).one_or_none()
        if row is None:
            detail = f"intent {intent_id} is not in it"
            raise LedgerUnavailable(self._database.path, LedgerFault.OTHER, detail)
        return read_intent(row)


def _standing(connection: Connection, order: OrderKey) -> Standing:
    key = {
        "gateway": order.gateway,
        "environment": order.environment,
        "merchant": order.merchant,
        "reference": order.reference,
    }
    rows = connection.execute(_OF_ORDER, key)
    return Standing(order, tuple(read_intent(row) for row in rows))


def _order_sold(connection: Connection, draft: Draft) -> Money | None:
    """Return what a Param order was sold for, when it is entered here, and as the draft has it."""
    if not isinstance(draft.request, ReturnRequest):
        return None
    order = read_order(connection, draft.account_id, draft.order.reference)
    if order is None:
        return None
    try:
        now = order.amount if draft.line is None else order.line(draft.line).amount
    except KeyError as error:
        raise Changed((Difference(What.ORDER, line=draft.line),)) from error
    if now != draft.sold:
        raise Changed((Difference(What.AMOUNT, draft.sold, now, line=draft.line),))
    return order.amount


def _holder(connection: Connection, order: OrderKey, error: IntegrityError) -> Intent | None:
    """Return the open intent that the unique index speaks of; None when another constraint broke."""
    return _standing(connection, order).open if is_duplicate(error) else None
