"""What every query answered, kept as it came: to be found again without the network, and as evidence.

Each answer is a row of its own, and no row is ever rewritten: an intent refers to the one a person saw.
Its own transaction, never the one that arms or settles.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from services.domain.money import Money
from services.domain.payment import Payment, PaymentState
from services.ledger.columns import Value, instant, read
from services.ledger.connection import Row
from services.ledger.database import Database
from services.ledger.folding import fold

_SEARCH = """
SELECT * FROM snapshots
WHERE (:part = '' OR instr(folded, :part) > 0)
      AND NOT EXISTS (
          SELECT 1 FROM snapshots AS later
          WHERE later.account_id = snapshots.account_id AND later.reference = snapshots.reference
                AND later.id > snapshots.id
      )
ORDER BY id DESC LIMIT :limit
"""
_ALL = -1
"""As a LIMIT: none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One answer about one payment.

    Attributes:
        taken_at: When it was answered, by our own clock; aware, UTC.
        body: The redacted raw answer; the payment is read from it again by the gateway's reader.
        server_date: What the gateway's own clock said; None where the answer had no readable `Date`.
        state, amount, sold_at, given_back, pos_title: What lists show, as read when it was taken.
    """

    id: int
    account_id: int
    reference: str
    taken_at: datetime
    body: str
    state: PaymentState
    amount: Money | None
    sold_at: datetime | None
    given_back: Money
    pos_title: str | None
    server_date: datetime | None = None


class Payments:
    """Keeps answers. Usable from any thread; every method raises LedgerUnavailable when it can't be done."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(
        self,
        account_id: int,
        payment: Payment,
        *,
        body: str,
        taken_at: datetime,
        server_date: datetime | None = None,
    ) -> Snapshot:
        """Keep one answer. ValueError for an amount beyond `money.LARGEST`."""
        values: dict[str, Value] = {
            "account_id": account_id,
            "reference": payment.reference,
            "taken_at": taken_at,
            "body": body,
            "state": payment.state,
            "amount": payment.charged,
            "sold_at": payment.sold_at.at if payment.sold_at else None,
            "given_back": payment.given_back,
            "pos_title": payment.pos_title,
            "folded": _folded(payment),
            "server_date": server_date,
        }
        with self._database.writing() as connection:
            return _snapshot(connection.insert("snapshots", values))

    def latest(self, account_id: int, reference: str) -> Snapshot | None:
        """Return what was answered last about a reference, byte for byte."""
        found = self._of(account_id, reference, limit=1)
        return found[0] if found else None

    def history(self, account_id: int, reference: str) -> list[Snapshot]:
        """Return everything ever answered about a reference, newest first."""
        return self._of(account_id, reference)

    def get(self, snapshot_id: int) -> Snapshot:
        """Return one answer; KeyError when there is none of that number."""
        with self._database.reading() as connection:
            row = connection.row("SELECT * FROM snapshots WHERE id = ?", [snapshot_id])
        if row is None:
            raise KeyError(snapshot_id)
        return _snapshot(row)

    def search(self, text: str, *, limit: int = 200) -> list[Snapshot]:
        """Return the last answer of each payment whose reference, POS title or a seller holds a text.

        Those looked at last come first; all payments for no text.
        """
        with self._database.reading() as connection:
            found = connection.rows(_SEARCH, {"part": fold(text.strip()), "limit": limit})
            return [_snapshot(row) for row in found]

    def _of(self, account_id: int, reference: str, *, limit: int = _ALL) -> list[Snapshot]:
        wanted = "SELECT * FROM snapshots WHERE account_id = ? AND reference = ? ORDER BY id DESC LIMIT ?"
        with self._database.reading() as connection:
            return [_snapshot(row) for row in connection.rows(wanted, [account_id, reference, limit])]


def _folded(payment: Payment) -> str:
    shares = [share for movement in payment.movements for share in movement.shares]
    transfers = [part.transfer for part in payment.movements] + [share.transfer for share in shares]
    sellers = {share.external_id or "" for share in shares}
    extracts = {transfer.extract_id or "" for transfer in transfers if transfer is not None}
    return fold("\n".join([payment.reference, payment.pos_title or "", *sorted(sellers | extracts)]))


def _snapshot(row: Row) -> Snapshot:
    return Snapshot(
        id=row["id"],
        account_id=row["account_id"],
        reference=row["reference"],
        taken_at=instant(row["taken_at"]),
        body=row["body"],
        state=PaymentState(row["state"]),
        amount=read(Money, row["amount"]),
        sold_at=read(instant, row["sold_at"]),
        given_back=Money(row["given_back"]),
        pos_title=row["pos_title"],
        server_date=read(instant, row["server_date"]),
    )
