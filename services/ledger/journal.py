"""The money journal: every reversal is written down here before its first byte is sent.

The rules are kept by the database itself: one open intent of an order or line (a unique index), no step that
`reversal.TRANSITIONS` does not name, nothing rewritten, nothing deleted, every step an event (triggers).
What is here adds the arithmetic, the words for a refusal, each step's row of the audit log in its own
transaction, and the way in.

Every method raises LedgerUnavailable when the ledger can't be read or written; nothing was changed then.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import datetime

from services.domain.audit import Act
from services.domain.errors import (
    InProgress,
    LedgerFault,
    LedgerUnavailable,
    NotReversible,
    WhyNot,
)
from services.domain.evidence import Look
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
from services.ledger.columns import Value, listed
from services.ledger.connection import AFTER_ALL, Connection, Row, Values, setting
from services.ledger.database import Database
from services.ledger.folding import fold
from services.ledger.intent_locks import holder, holder_against, standing_of, take_locks
from services.ledger.intents import (
    Event,
    draft_values,
    read_event,
    read_intent,
    require_whole,
    settlement_values,
)
from services.ledger.kept_looks import keep_look, read_looks
from services.ledger.orders import sold_of
from services.ledger.standing import Standing
from services.ledger.telling import entry_of
from services.ledger.vouching import about_intent, behind

Check = Callable[[Standing], None]
"""Refuses by raising, inside the transaction that arms: nothing can change under it."""

Authority = Callable[[Connection, Standing, Draft, datetime], None]
"""Says whether the operator may, by what that same transaction sees, and uses up an approval."""

Consent = Callable[[Connection, Intent], None]
"""The same for an outcome that a person says: refuses by raising, and uses up an approval."""

_BEFORE = {to: listed(state for state, nexts in TRANSITIONS.items() if to in nexts) for to in IntentState}
"""From where a state may be reached."""

_NEWEST = """
SELECT * FROM intents
WHERE id < :before AND (:state IS NULL OR state = :state) AND (:part = '' OR instr(folded, :part) > 0)
ORDER BY id DESC LIMIT :limit
"""


class Journal:
    """Writes intents down, and how they end. Usable from any thread.

    `trail` is the ledger's audit log; None in tests of the journal alone, and nowhere else.
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
            InProgress: The order, or a line of it, has an open intent.
            NotVouched: An intent of the order, a person or a setting is not as the log says.
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
            lines = [draft.request.line] if isinstance(draft.request, ReturnRequest) else []
            standing = standing_of(connection, draft.order, lines=lines)
            if check is not None:
                check(standing)  # first: what has changed explains why there is no room
            standing.require(draft, order_sold=sold_of(connection, draft))
            if self._trail is not None:
                self._trail.require_key()
                self._trail.require_vouched(connection, behind(connection, draft, standing.intents))
            if authority is not None:
                authority(connection, standing, draft, at)
            values = draft_values(draft) | {"state": IntentState.ARMED, "armed_at": at}
            try:
                row = connection.insert("intents", values)
                take_locks(connection, row["id"], draft)
            except sqlite3.IntegrityError as error:
                held_by = holder(connection, draft, error)
                if held_by is None:
                    raise
                raise InProgress(held_by) from error
            return self._told(connection, read_intent(row), Act.ARMED, at)

    def sent(self, intent_id: int, *, at: datetime) -> Intent:
        """Write down that the first byte is about to leave. On disk when this returns.

        Raises:
            ValueError: It is not armed. Send nothing.
        """
        return self._step(intent_id, IntentState.SENT, {"state": IntentState.SENT, "sent_at": at}, at=at)

    def settle(
        self,
        intent_id: int,
        settlement: Settlement,
        *,
        consent: Consent | None = None,
        look: Look | None = None,
    ) -> Intent:
        """Write down how an intent ended, that it is not known, or that an end was none.

        Args:
            intent_id: Which one.
            settlement: How it ended.
            consent: Refuses by raising.
            look: The look that says so, where one does; kept in the same transaction.

        Raises:
            NotAllowed: What `consent` says.
            ValueError: `TRANSITIONS` has no such step from where it stands.
            InProgress: It would open an order again that another intent keeps open by now.
        """
        if settlement.state in (IntentState.ARMED, IntentState.SENT):
            raise ValueError(f"{settlement.state.value} is no outcome")
        values = settlement_values(settlement) | {"confirmed_at": None}
        return self._step(intent_id, settlement.state, values, at=settlement.at, consent=consent, look=look)

    def unavailable(self, detail: str) -> LedgerUnavailable:
        """Return that this ledger can't take what it was given, for whatever reason."""
        return LedgerUnavailable(self._database.path, LedgerFault.OTHER, detail)

    def keep_look(self, intent_id: int, look: Look) -> None:
        """Write down a look that ends nothing yet, and on which an end may rest."""
        with self._database.writing() as connection:
            keep_look(connection, intent_id, look)

    def looks(self, intent_id: int) -> list[Look]:
        """Return the looks that were kept of an intent, oldest first."""
        with self._database.reading() as connection:
            return read_looks(connection, intent_id)

    def confirm(
        self, intent_id: int, confirmation: Confirmation, *, at: datetime, snapshot: int | None
    ) -> Intent:
        """Write down that the gateway's own record shows a done reversal; once more changes nothing.

        Raises:
            ValueError: It is not done, or its gateway has no record to ask, or `confirmation` is not SEEN.
        """
        if confirmation is not Confirmation.SEEN:
            raise ValueError("only what was seen confirms")
        values: dict[str, Value] = {
            "confirmation": confirmation,
            "confirmed_at": at,
            "settled_snapshot": snapshot,
        }
        pending = f"""
        UPDATE intents SET {setting(values)}
        WHERE id = :intent AND state = 'done' AND confirmation = 'pending'
        RETURNING *
        """
        with self._database.writing() as connection:
            row = connection.row(pending, values | {"intent": intent_id})
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
                connection.run("UPDATE intents SET state = 'sent', sent_at = armed_at WHERE state = 'armed'")
            for begun, end in ends.items():
                values = settlement_values(Settlement(state=end, by=SettledBy.RESTART, at=at))
                changed = f"UPDATE intents SET {setting(values)} WHERE state = :begun RETURNING *"
                swept += [read_intent(row) for row in connection.rows(changed, values | {"begun": begun})]
            for intent in swept:
                self._told(connection, intent, Act.SETTLED, at)
        return sorted(swept, key=lambda intent: intent.id)

    def get(self, intent_id: int) -> Intent:
        """Return one intent; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            row = _row(connection, intent_id)
        if row is None:
            raise KeyError(intent_id)
        return read_intent(row)

    def of_order(self, order: OrderKey) -> list[Intent]:
        """Return every intent of an order, oldest first."""
        with self._database.reading() as connection:
            return list(standing_of(connection, order).intents)

    def open_of(self, order: OrderKey) -> Intent | None:
        """Return the intent that keeps an order locked."""
        return self.standing(order).open

    def standing(self, order: OrderKey) -> Standing:
        """Return how an order stands."""
        with self._database.reading() as connection:
            return standing_of(connection, order)

    def in_state(self, *states: IntentState) -> list[Intent]:
        """Return the intents in any of some states, oldest first."""
        return self._read(f"SELECT * FROM intents WHERE state IN ({listed(states)}) ORDER BY id")

    def unconfirmed(self) -> list[Intent]:
        """Return the done ones that the gateway's own record does not show yet, oldest first."""
        return self._read("SELECT * FROM intents WHERE confirmation = 'pending' ORDER BY id")

    def refused_by_query(self, *, since: datetime) -> list[Intent]:
        """Return what a query made refused at `since` or later, oldest first."""
        wanted = """
        SELECT * FROM intents
        WHERE state = 'refused' AND settled_by = 'query' AND settled_at >= ? ORDER BY settled_at, id
        """
        return self._read(wanted, [since])

    def newest(
        self, *, limit: int = 200, text: str = "", before: int | None = None, state: IntentState | None = None
    ) -> list[Intent]:
        """Return intents, newest first, whose reference, line, reason, operator or till holds a text."""
        values: dict[str, Value] = {
            "before": AFTER_ALL if before is None else before,
            "state": state,
            "part": fold(text.strip()),
            "limit": limit,
        }
        return self._read(_NEWEST, values)

    def events(self, intent_id: int) -> list[Event]:
        """Return every step an intent has taken, oldest first."""
        wanted = "SELECT * FROM events WHERE intent_id = ? ORDER BY id"
        with self._database.reading() as connection:
            return [read_event(row) for row in connection.rows(wanted, [intent_id])]

    def count(self) -> int:
        """Return how many intents there are."""
        with self._database.reading() as connection:
            return int(connection.value("SELECT count(*) FROM intents"))

    def _read(self, wanted: str, values: Values = ()) -> list[Intent]:
        with self._database.reading() as connection:
            return [read_intent(row) for row in connection.rows(wanted, values)]

    def _step(
        self,
        intent_id: int,
        to: IntentState,
        values: dict[str, Value],
        *,
        at: datetime,
        consent: Consent | None = None,
        look: Look | None = None,
    ) -> Intent:
        """Take one step, from wherever `TRANSITIONS` allows it."""
        step = f"""
        UPDATE intents SET {setting(values)} WHERE id = :intent AND state IN ({_BEFORE[to]}) RETURNING *
        """
        with self._database.writing() as connection:
            if consent is not None:
                consent(connection, self._one(connection, intent_id))
            try:
                row = connection.row(step, values | {"intent": intent_id})
            except sqlite3.IntegrityError as error:
                held_by = holder_against(connection, intent_id, error)
                if held_by is None:
                    raise
                raise InProgress(held_by) from error
            if row is None:
                intent = self._one(connection, intent_id)
                raise ValueError(f"intent {intent_id} is {intent.state.value}: it can't become {to.value}")
            if look is not None:
                keep_look(connection, intent_id, look)
            act = Act.SENT if to is IntentState.SENT else Act.SETTLED
            return self._told(connection, read_intent(row), act, at)

    def _told(self, connection: Connection, intent: Intent, act: Act, at: datetime) -> Intent:
        """Write a step's row of the audit log, and return the intent."""
        if self._trail is not None:
            about = about_intent(intent.draft.order, intent.id)
            self._trail.write(connection, entry_of(intent, act, at), about=about)
        return intent

    def _one(self, connection: Connection, intent_id: int) -> Intent:
        row = _row(connection, intent_id)
        if row is None:
            detail = f"intent {intent_id} is not in it"
            raise LedgerUnavailable(self._database.path, LedgerFault.OTHER, detail)
        return read_intent(row)


def _row(connection: Connection, intent_id: int) -> Row | None:
    return connection.row("SELECT * FROM intents WHERE id = ?", [intent_id])
