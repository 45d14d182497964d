from __future__ import annotations

import re
from enum import Enum
from itertools import product

import pytest

from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import LedgerUnavailable
from services.domain.evidence import Finding
from services.domain.operator import Role
from services.domain.paper import SlipForm
from services.domain.payment import PaymentState
from services.domain.petition import PetitionState
from services.domain.reversal import TRANSITIONS, Confirmation, IntentState, SettledBy, Verb
from services.ledger.columns import Value
from services.ledger.connection import Connection, setting
from services.ledger.database import Database
from services.ledger.journal import Journal
from tests.services.ledger.making import NOON, a_void, after, done, ended

_LATER = "2026-03-02T10:00:00.000000+00:00"


@pytest.fixture
def rows(database: Database, journal: Journal, esnekpos: Account) -> Database:
    """A ledger with one intent, number 1, armed."""
    journal.arm(a_void(esnekpos), at=NOON)
    return database


def refuse(database: Database, statement: str, match: str) -> None:
    with pytest.raises(LedgerUnavailable, match=match), database.writing() as connection:
        connection.run(statement)


def a_copy(rows: Database, **changed: str) -> str:
    """Insert intent 1 once more, with some columns changed: an SQL expression each."""
    with rows.reading() as connection:
        names = [row["name"] for row in connection.rows("PRAGMA table_info (intents)") if row["name"] != "id"]
    values = [changed.get(name, name) for name in names]
    return f"INSERT INTO intents ({', '.join(names)}) SELECT {', '.join(values)} FROM intents"  # noqa: S608  our own columns


@pytest.mark.parametrize(
    ("table", "column", "words"),
    [
        ("accounts", "gateway", GatewayName),
        ("accounts", "environment", Environment),
        ("snapshots", "state", PaymentState),
        ("operators", "role", Role),
        ("intents", "gateway", GatewayName),
        ("intents", "environment", Environment),
        ("intents", "verb", Verb),
        ("intents", "state", IntentState),
        ("intents", "settled_by", SettledBy),
        ("intents", "confirmation", Confirmation),
        ("looks", "finding", Finding),
        ("petitions", "gateway", GatewayName),
        ("petitions", "environment", Environment),
        ("petitions", "state", PetitionState),
        ("slips", "form", SlipForm),
    ],
)
def test_a_column_holds_the_words_of_the_domain_and_none_besides(
    database: Database, table: str, column: str, words: type[Enum]
) -> None:
    with database.reading() as connection:
        made = connection.value("SELECT sql FROM sqlite_master WHERE name = ?", [table])

    (listed,) = re.findall(rf"CONSTRAINT {column}_is_known CHECK \(\s*{column} IN \(([^)]*)\)\s*\)", made)
    assert {word.strip("'") for word in re.split(r",\s+", listed.strip())} == {word.value for word in words}


def test_every_table_is_strict(database: Database) -> None:
    with database.reading() as connection:
        tables = [
            row for row in connection.rows("PRAGMA table_list") if not row["name"].startswith("sqlite_")
        ]

    assert {row["name"] for row in tables if not row["strict"]} == set()
    assert "intents" in {row["name"] for row in tables}


@pytest.mark.parametrize("column", ["amount", "sold", "returned_there", "payable"])
def test_no_fraction_of_a_kurus_fits(rows: Database, column: str) -> None:
    refuse(rows, a_copy(rows, **{column: "1.5"}), "cannot store REAL")


def _reach(state: IntentState, connection: Connection) -> None:
    """Bring intent 1 to a state by legal steps."""
    roads = {
        IntentState.ARMED: [],
        IntentState.SENT: [IntentState.SENT],
        IntentState.NOT_SENT: [IntentState.NOT_SENT],
        **{
            end: [IntentState.SENT, end]
            for end in (IntentState.DONE, IntentState.REFUSED, IntentState.OUTCOME_UNKNOWN)
        },
    }
    for step in roads[state]:
        _step(step, connection)


def _step(to: IntentState, connection: Connection) -> None:
    values: dict[str, Value] = {"state": to}
    if to is IntentState.SENT:
        values |= {"sent_at": after(1)}
    elif to is not IntentState.ARMED:
        values |= {"settled_at": after(2), "settled_by": SettledBy.ANSWER}
        values |= {"absence_settles": False, "evidence": ""}
    connection.run(f"UPDATE intents SET {setting(values)}", values)  # noqa: S608  our own columns


@pytest.mark.parametrize(("begin", "end"), [(a, b) for a, b in product(IntentState, repeat=2) if a is not b])
def test_the_database_allows_the_steps_of_the_domain_and_no_other(
    rows: Database, begin: IntentState, end: IntentState
) -> None:
    with rows.writing() as connection:
        _reach(begin, connection)

    if end in TRANSITIONS[begin]:
        with rows.writing() as connection:
            _step(end, connection)
    else:
        refused = pytest.raises(LedgerUnavailable, match=r"no such step|sent once")
        with refused, rows.writing() as connection:
            _step(end, connection)


def test_an_intent_starts_armed(rows: Database) -> None:
    refuse(rows, a_copy(rows, reference="'x'", state="'sent'", sent_at="armed_at"), "starts armed")
    refuse(rows, a_copy(rows, reference="'x'", sent_at="armed_at"), "starts armed")


@pytest.mark.parametrize(
    "change",
    [
        "amount = 1",
        "reference = 'other'",
        "merchant = 'other'",
        "request_line = 'x'",
        "verb = 'refund'",
        "operator = 'mehmet'",
        "armed_at = folded",
        "id = 2",
    ],
)
def test_what_was_asked_never_changes(rows: Database, change: str) -> None:
    step = f"state = 'sent', sent_at = '{_LATER}'"

    refuse(rows, f"UPDATE intents SET {step}, {change}", "what was asked never changes")  # noqa: S608  a table of this test


def test_when_it_was_sent_never_changes(rows: Database, journal: Journal) -> None:
    journal.sent(1, at=after(1))
    step = f"state = 'refused', settled_at = '{_LATER}', settled_by = 'answer', absence_settles = 0"

    refuse(rows, f"UPDATE intents SET {step}, sent_at = '{_LATER}'", "an intent is sent once")  # noqa: S608  constants


@pytest.mark.parametrize(
    "change",
    [
        "text = 'better'",
        "evidence = ''",
        f"settled_at = '{_LATER}'",
        "confirmation = 'not offered'",
        "confirmation = 'seen', code = '1'",
    ],
)
def test_how_it_ended_is_not_rewritten(rows: Database, journal: Journal, change: str) -> None:
    journal.sent(1, at=after(1))
    journal.settle(1, done(Confirmation.PENDING))

    refuse(rows, f"UPDATE intents SET {change}", "not rewritten")  # noqa: S608  a table of this test


@pytest.mark.parametrize(
    ("statement", "match"),
    [
        ("DELETE FROM intents", "an intent is never deleted"),
        ("DELETE FROM events", "what happened is never deleted"),
        ("UPDATE events SET evidence = 'x'", "what happened is not rewritten"),
        ("REPLACE INTO intents SELECT * FROM intents", "an intent is never deleted"),
        ("DELETE FROM accounts", "FOREIGN KEY"),
    ],
)
def test_nothing_of_the_journal_goes_away(rows: Database, statement: str, match: str) -> None:
    refuse(rows, statement, match)

    with rows.reading() as connection:
        assert connection.value("SELECT count(*) FROM intents") == 1
        assert connection.value("SELECT count(*) FROM events") == 1


@pytest.mark.parametrize("column", ["gateway", "environment", "merchant", "reference"])
def test_no_part_of_what_is_locked_may_be_missing(rows: Database, column: str) -> None:
    # A unique index takes any number of rows whose key holds a NULL.
    refuse(rows, a_copy(rows, **{column: "NULL"}), "NOT NULL")


def _a_lock_for_a_copy(rows: Database) -> str:
    with rows.writing() as connection:
        connection.run(a_copy(rows))
    return "INSERT INTO intent_locks SELECT 2, kind, key, held FROM intent_locks WHERE intent_id = 1"


def test_a_second_holder_of_a_lock_breaks_the_index(rows: Database) -> None:
    refuse(rows, _a_lock_for_a_copy(rows), "UNIQUE")


def test_an_intent_without_its_lock_is_never_sent(rows: Database) -> None:
    _a_lock_for_a_copy(rows)
    sent = f"UPDATE intents SET state = 'sent', sent_at = '{_LATER}' WHERE id = 2"  # noqa: S608  our own words
    refuse(rows, sent, "under its lock")


@pytest.mark.parametrize("change", ["held = 0", "key = 'x'", "kind = 'line'", "intent_id = 2"])
def test_a_lock_goes_with_its_intent_and_with_nothing_else(rows: Database, change: str) -> None:
    changed = f"UPDATE intent_locks SET {change}"  # noqa: S608  our own words
    refuse(rows, changed, "a lock goes with its intent")
    refuse(rows, "DELETE FROM intent_locks", "a lock is never deleted")


_SETTLED = f"settled_at = '{_LATER}', settled_by = 'person', absence_settles = 0, evidence = ''"
_SAID = "person = 'ayşe', person_reason = 'panelde yok', panel_reference = 'P-1'"


@pytest.mark.parametrize(
    ("change", "match"),
    [
        (f"state = 'done', {_SETTLED}", "testimony_is_whole"),
        (f"state = 'done', {_SETTLED}, person = 'ayşe'", "testimony_is_whole"),
        (f"state = 'done', {_SETTLED}, {_SAID}, approver = 'ayşe'", "testimony_is_whole"),
        (f"state = 'done', {_SAID}", "testimony_is_whole"),
        ("state = 'done', approver = 'ayşe'", "testimony_is_whole"),
    ],
)
def test_a_persons_word_has_all_its_parts_and_another_person_behind_it(
    rows: Database, journal: Journal, change: str, match: str
) -> None:
    journal.sent(1, at=after(1))
    journal.settle(1, ended(IntentState.OUTCOME_UNKNOWN))

    refuse(rows, f"UPDATE intents SET {change}", match)  # noqa: S608  a table of this test


def test_a_person_settles_only_what_is_unknown(rows: Database, journal: Journal) -> None:
    journal.sent(1, at=after(1))

    done = f"UPDATE intents SET state = 'done', {_SETTLED}, {_SAID}"  # noqa: S608  constants

    refuse(rows, done, "a person settles what is unknown")


_AN_OPERATOR = "INSERT INTO operators VALUES (1, 'Ayşe', 'ayse', 'owner', 'hash', NULL, NULL, 1, 0, NULL)"
_AN_APPROVAL = f"INSERT INTO approvals VALUES (1, 'digest', 1, 'Ayşe', '{_LATER}', 2, 'ground', NULL)"  # noqa: S608  constants
_A_ROW = f"INSERT INTO audit VALUES (1, 1, '{_LATER}', 'ayşe', 'sign in', '', 'ok', '', '', 'mac')"  # noqa: S608  constants


@pytest.mark.parametrize(
    ("statement", "match"),
    [
        ("UPDATE operators SET name = 'Fatma'", "keeps number and name"),
        ("DELETE FROM operators", "never deleted"),
        ("UPDATE approvals SET digest = 'other', batch = 'b'", "used once"),
        ("UPDATE approvals SET approver_name = 'Fatma', batch = 'b'", "used once"),
        ("UPDATE approvals SET asker = 3, batch = 'b'", "used once"),
        ("UPDATE approvals SET ground = 'another', batch = 'b'", "used once"),
        ("UPDATE approvals SET batch = NULL", "used once"),
        ("DELETE FROM approvals", "never deleted"),
        ("UPDATE audit SET who = 'mehmet'", "not rewritten"),
        ("DELETE FROM audit", "never deleted"),
        (_A_ROW.replace("(1, 1", "(3, 1"), "no gap"),
        (_A_ROW.replace("(1, 1", "(0, 1"), "no gap"),
        ("REPLACE INTO audit SELECT * FROM audit", "no gap|never deleted"),
    ],
)
def test_people_and_what_they_did_are_not_rewritten(database: Database, statement: str, match: str) -> None:
    with database.writing() as connection:
        for made in (_AN_OPERATOR, _AN_APPROVAL, _A_ROW):
            connection.run(made)

    refuse(database, statement, match)


def test_an_approval_is_used_once(database: Database) -> None:
    with database.writing() as connection:
        for made in (_AN_OPERATOR, _AN_APPROVAL, "UPDATE approvals SET batch = 'one'"):
            connection.run(made)

    refuse(database, "UPDATE approvals SET batch = 'another'", "used once")


def test_a_look_that_was_kept_is_never_rewritten_or_deleted(rows: Database) -> None:
    answer: dict[str, Value] = {"account_id": 1, "reference": "x", "taken_at": _LATER, "body": ""}
    answer |= {"state": PaymentState.PAID, "given_back": 0, "folded": ""}
    look: dict[str, Value] = {"intent_id": 1, "begun_at": _LATER, "ended_at": _LATER}
    look |= {"finding": Finding.NOTHING_NEW, "snapshot_id": 1}
    with rows.writing() as connection:
        connection.insert("snapshots", answer)
        connection.insert("looks", look)

    refuse(rows, "UPDATE looks SET finding = 'a new movement says it failed'", "not rewritten")
    refuse(rows, "UPDATE looks SET begun_at = ended_at", "not rewritten")
    refuse(rows, "DELETE FROM looks", "never deleted")


def test_refusals_by_query_are_found_by_an_index_of_their_own(rows: Database) -> None:
    wanted = "SELECT * FROM intents WHERE state = 'refused' AND settled_by = 'query' AND settled_at >= '2026'"
    with rows.reading() as connection:
        (step,) = connection.rows(f"EXPLAIN QUERY PLAN {wanted}")

    assert "intents_refused_by_query" in step["detail"]
