"""Use case: everything the gateway's support wants to know about one reversal, in one file, without a secret.

What is in it was redacted when it was kept; all of it is redacted once more before it leaves, by name, and
by value as far as the account's secrets can be read. Blocking; call on a worker thread.
"""

from __future__ import annotations

import json
import platform
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from services.audit import Audit
from services.credentials import CredentialStore
from services.domain.account import Account, Secrets
from services.domain.audit import Act, Verified
from services.domain.clock import ISTANBUL, Clock
from services.domain.errors import NotConfigured
from services.domain.evidence import Look
from services.domain.operator import Right
from services.domain.reversal import Intent
from services.gateways.base import Gateways
from services.ledger.audit import Linked, Trail
from services.ledger.intents import Event
from services.ledger.payments import Payments, Snapshot
from services.seat import Seat
from services.settling import Evidence, Settling
from services.tables.aside import aside
from services.tables.faults import file_border

DISTRIBUTION = "refund-desk"

Redact = Callable[[str], str]
"""Takes secrets out of a text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportCase:
    """All that is known of one reversal.

    Attributes:
        request: Exactly what was sent, redacted.
        before, now: The answers behind `evidence.before` and `evidence.now`.
        rows: The audit log's rows about it, with their proof.
        verified: What a check of the whole log found just now; None where its key could not be read.
        head: The short code of the log's newest row.
        made_by: Who takes it out.
        program: Name and version.
        redact: Takes this account's secrets out of any text that is to go with it.
    """

    evidence: Evidence
    request: str
    before: Snapshot | None
    now: Snapshot | None
    rows: tuple[Linked, ...]
    verified: Verified | None
    head: str
    made_at: datetime
    made_by: str
    program: str
    redact: Redact = field(repr=False)


class SupportDesk:
    """Gathers a case, and writes it into a file."""

    def __init__(
        self,
        *,
        settling: Settling,
        payments: Payments,
        gateways: Gateways,
        credentials: CredentialStore,
        redactor: Callable[[Secrets | None], Redact],
        audit: Audit,
        trail: Trail,
        seat: Seat,
        clock: Clock,
    ) -> None:
        self._settling = settling
        self._payments = payments
        self._gateways = gateways
        self._credentials = credentials
        self._redactor = redactor
        self._audit = audit
        self._trail = trail
        self._seat = seat
        self._clock = clock

    def gather(self, intent_id: int) -> SupportCase:
        """Return all that is known of one intent, from the ledger alone. Seconds for a long audit log.

        Raises:
            NotAllowed: The role does not allow to take anything out.
            LedgerUnavailable: The ledger can't be read.
        """
        who = self._seat.require(Right.EXPORT)
        evidence = self._settling.evidence(intent_id)
        account, draft = evidence.account, evidence.intent.draft
        head = self._trail.head()
        return SupportCase(
            evidence=evidence,
            request=self._gateways.moves[account.gateway].preview(account, draft.request),
            before=None if draft.seen_snapshot is None else self._payments.get(draft.seen_snapshot),
            now=None if evidence.now is None else evidence.now.snapshot,
            rows=tuple(self._trail.about(intent_id)),
            verified=self._verified(),
            head="" if head is None else head.code,
            made_at=self._clock.now(),
            made_by=who.name,
            program=f"{DISTRIBUTION} {version(DISTRIBUTION)}, Python {platform.python_version()}",
            redact=self._redactor(self._secrets(account)),
        )

    def write(
        self, case: SupportCase, file: Path, *, attached: Mapping[str, bytes], replace: bool = False
    ) -> Path:
        """Write a case into a zip, whole or not at all; on the disk when this returns.

        Args:
            case: What was gathered.
            file: The name it is to have.
            attached: Files for people to read, by their names: the sheet, and what is what.
            replace: Put it in the place of a file that is there.

        Raises:
            NotAllowed: The role does not allow it.
            InvalidInput: ``file``: ALREADY_THERE.
            FileTrouble: It can't be written.
            LedgerUnavailable: It can't be written down that it left, and so it does not.
        """
        self._seat.require(Right.EXPORT)
        intent = case.evidence.intent
        with aside(file, replace=replace) as part:
            with file_border(file), zipfile.ZipFile(part, "w", zipfile.ZIP_DEFLATED) as zipped:
                texts = ((name, case.redact(text).encode()) for name, text in _files(case))
                for name, data in (*attached.items(), *texts):
                    entry = zipfile.ZipInfo(name, case.made_at.astimezone(ISTANBUL).timetuple()[:6])
                    zipped.writestr(entry, data, zipfile.ZIP_DEFLATED)
            self._seat.note(Act.EXPORT, f"#{intent.id} support file", file.name)
        return file

    def _verified(self) -> Verified | None:
        try:
            return self._audit.verify()
        except NotConfigured:
            return None

    def _secrets(self, account: Account) -> Secrets | None:
        try:
            return self._credentials.load(account)
        except NotConfigured:  # removed, or locked: what was kept was redacted by value when it came
            return None


def _files(case: SupportCase) -> Iterable[tuple[str, str]]:
    """Give every file for machines, as text."""
    evidence = case.evidence
    yield "case.json", _json(_facts(case))
    yield _named("request", case.request), case.request
    for number, event in enumerate(evidence.events, 1):
        if event.evidence:
            yield _named(f"answer-step-{number}", event.evidence), event.evidence
    yield "steps.json", _json([_step(event) for event in evidence.events])
    for name, snapshot in (("payment-before", case.before), ("payment-last-answered", case.now)):
        if snapshot is not None:
            yield _named(name, snapshot.body), snapshot.body
    yield "audit.json", _json(_proof(case))


def _facts(case: SupportCase) -> dict[str, object]:
    intent, account = case.evidence.intent, case.evidence.account
    order, draft = intent.draft.order, intent.draft
    return {
        "program": case.program,
        "made_at": _time(case.made_at),
        "made_by": case.made_by,
        "account": account.name,
        "gateway": order.gateway.value,
        "environment": order.environment.value,
        "merchant": order.merchant,
        "reference": order.reference,
        "line": draft.line,
        "intent": intent.id,
        "verb": draft.verb.value,
        "amount_kurus": draft.amount.kurus,
        "state": intent.state.value,
        "armed_at": _time(intent.armed_at),
        "sent_at": _time(intent.sent_at),
        "settled_at": _time(intent.settled.at if intent.settled else None),
        "payment_before": _looked(case.before),
        "payment_last_answered": _looked(case.now),
        "looks": [_look(look) for look in case.evidence.looks],
        "asked_before_and_since": [_other(one) for one in case.evidence.others],
        "till": draft.till,
        "operator": draft.operator,
        "reason": draft.reason,
    }


def _looked(snapshot: Snapshot | None) -> dict[str, object] | None:
    if snapshot is None:
        return None
    return {"answered_at": _time(snapshot.taken_at), "gateway_date": _time(snapshot.server_date)}


def _look(look: Look) -> dict[str, object]:
    return {
        "begun_at": _time(look.begun_at),
        "ended_at": _time(look.ended_at),
        "found": look.finding.value,
        "answer": look.snapshot,
    }


def _other(intent: Intent) -> dict[str, object]:
    return {
        "intent": intent.id,
        "armed_at": _time(intent.armed_at),
        "verb": intent.draft.verb.value,
        "amount_kurus": intent.draft.amount.kurus,
        "state": intent.state.value,
    }


def _step(event: Event) -> dict[str, object]:
    return {
        "at": _time(event.at),
        "state": event.state.value,
        "by": event.by.value if event.by else None,
        "code": event.code,
        "text": event.text,
        "gateway_date": _time(event.server_date),
        "answer": event.snapshot,
        "confirmation": event.confirmation.value if event.confirmation else None,
        "said_by": event.testimony.person if event.testimony else None,
        "agreed_by": event.testimony.approver if event.testimony else None,
    }


def _proof(case: SupportCase) -> dict[str, object]:
    found = case.verified
    return {
        "hash": "HMAC-SHA256 of the row and of the hash before it; the key stays with the shop",
        "whole_log_checked": None
        if found is None
        else {"rows": found.rows, "head": found.head, "whole": found.whole, "first_bad_row": found.bad},
        "rows": [
            {
                "row": row.seq,
                "segment": row.segment,
                "at": _time(row.entry.at),
                "who": row.entry.who,
                "what": row.entry.act.value,
                "subject": row.entry.subject,
                "result": row.entry.result,
                "about": row.about,
                "state": row.state,
                "hash": row.mac,
                "hash_before": row.before,
            }
            for row in case.rows
        ],
    }


def _named(stem: str, text: str) -> str:
    """Name a file by what is in it, so that a double click shows it."""
    start = text.lstrip()[:1]
    return f"{stem}.json" if start in ("{", "[") else f"{stem}.xml" if start == "<" else f"{stem}.txt"


def _time(at: datetime | None) -> str | None:
    return None if at is None else at.isoformat()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
