"""A day's sheet as text, to be kept for good: JSON, amounts in whole kuruş, instants in UTC. Pure.

What was written by any version of this program must be read by every later one: names are only ever added.
"""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from services.domain.account import Environment, GatewayName
from services.domain.day_sheet import DaySheet, Fate, OpenLine, SheetLine, Subject
from services.domain.money import Money
from services.domain.reversal import Verb


def to_text(sheet: DaySheet) -> str:
    """Write a sheet; its closing is kept beside it, not in it."""
    subjects = {line.subject.intent: line.subject for line in sheet.lines}
    subjects |= {line.subject.intent: line.subject for line in sheet.open}
    told = {
        "day": sheet.day.isoformat(),
        "made_at": sheet.made_at.isoformat(),
        "reversals": [_subject(one) for one in subjects.values()],
        "lines": [
            {
                "reversal": line.subject.intent,
                "fate": line.fate.value,
                "at": line.at.isoformat(),
                "code": line.code,
                "said_by": line.said_by,
            }
            for line in sheet.lines
        ],
        "open": [
            {
                "reversal": line.subject.intent,
                "since": line.since.isoformat(),
                "awaits_confirmation": line.awaits_confirmation,
            }
            for line in sheet.open
        ],
    }
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def from_text(text: str) -> DaySheet:
    """Read a sheet back."""
    told = json.loads(text)
    subjects = {one["intent"]: _read_subject(one) for one in told["reversals"]}
    return DaySheet(
        day=date.fromisoformat(told["day"]),
        made_at=datetime.fromisoformat(told["made_at"]),
        lines=tuple(
            SheetLine(
                subject=subjects[line["reversal"]],
                fate=Fate(line["fate"]),
                at=datetime.fromisoformat(line["at"]),
                code=line["code"],
                said_by=line["said_by"],
            )
            for line in told["lines"]
        ),
        open=tuple(
            OpenLine(
                subject=subjects[line["reversal"]],
                since=datetime.fromisoformat(line["since"]),
                awaits_confirmation=line["awaits_confirmation"],
            )
            for line in told["open"]
        ),
    )


def _subject(one: Subject) -> dict[str, Any]:
    return {
        "intent": one.intent,
        "gateway": one.gateway.value,
        "environment": one.environment.value,
        "account": one.account,
        "merchant": one.merchant,
        "reference": one.reference,
        "line": one.line,
        "verb": one.verb.value,
        "kurus": one.amount.kurus,
        "reason": one.reason,
        "operator": one.operator,
        "approver": one.approver,
        "belongs_to": one.belongs_to.isoformat(),
    }


def _read_subject(told: dict[str, Any]) -> Subject:
    return Subject(
        intent=told["intent"],
        gateway=GatewayName(told["gateway"]),
        environment=Environment(told["environment"]),
        account=told["account"],
        merchant=told["merchant"],
        reference=told["reference"],
        line=told["line"],
        verb=Verb(told["verb"]),
        amount=Money(told["kurus"]),
        reason=told["reason"],
        operator=told["operator"],
        approver=told["approver"],
        belongs_to=date.fromisoformat(told["belongs_to"]),
    )
