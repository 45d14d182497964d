"""What is put to the test, and by which tests: each part's own, the quick ones first."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Room:
    """Files that are one thing, and the tests that must notice a wrong in them."""

    name: str
    sources: tuple[str, ...]
    tests: tuple[str, ...]


ROOMS = (
    Room(
        "money",
        ("services/domain/money.py", "gui/format.py"),
        ("tests/services/domain/test_money.py", "tests/gui/test_format.py", "tests/gui/test_plain.py"),
    ),
    Room(
        "clock",
        ("services/domain/clock.py", "services/policy.py"),
        (
            "tests/services/domain/test_clock.py",
            "tests/services/test_policy.py",
            "tests/services/test_skew.py",
            "tests/services/test_midnight.py",
        ),
    ),
    Room(
        "journal",
        (
            "services/domain/reversal.py",
            "services/ledger/standing.py",
            "services/ledger/columns.py",
            "services/ledger/connection.py",
            "services/ledger/intents.py",
            "services/ledger/journal.py",
        ),
        (
            "tests/services/domain/test_reversal.py",
            "tests/services/ledger/test_columns.py",
            "tests/services/ledger/test_connection.py",
            "tests/services/ledger/test_standing.py",
            "tests/services/ledger/test_journal.py",
            "tests/services/ledger/test_audit.py",
            "tests/services/ledger/test_schema.py",
            "tests/services/ledger/test_many_at_once.py",
        ),
    ),
    Room(
        "reversals",
        ("services/reversals.py", "services/sending.py", "services/settling.py"),
        (
            "tests/services/test_reversals.py",
            "tests/services/test_sending.py",
            "tests/services/test_made_up_plans.py",
            "tests/services/test_midnight.py",
            "tests/services/test_settling.py",
            "tests/services/test_doubts.py",
            "tests/services/test_audit.py",
            "tests/services/test_breath.py",
            "tests/services/test_skew.py",
            "tests/services/test_resolver.py",
            "tests/services/test_rights.py",
        ),
    ),
    Room(
        "resolver",
        ("services/domain/evidence.py", "services/resolver.py"),
        (
            "tests/services/domain/test_evidence.py",
            "tests/services/test_resolver.py",
            "tests/services/test_reversals.py",
            "tests/services/test_watcher.py",
            "tests/campaigns/test_evidence.py",
        ),
    ),
    Room(
        "policy",
        ("services/domain/operator.py", "services/authority.py"),
        (
            "tests/services/domain/test_operator.py",
            "tests/services/test_authority.py",
            "tests/services/test_second_voice.py",
            "tests/services/test_rights.py",
            "tests/services/test_operators.py",
            "tests/services/test_settling.py",
        ),
    ),
)
