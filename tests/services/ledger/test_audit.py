"""Rows of the audit log are written with what they tell of, or neither is; without a key they wait."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from services.domain.account import Account
from services.domain.audit import PROGRAM, Act, AuditKey, Entry, verify
from services.domain.errors import Denied, InProgress, LedgerUnavailable, Missing, NotAllowed, NotConfigured
from services.domain.money import Money
from services.domain.operator import Limits, Operator, Role, Wish, require_allowed
from services.domain.reversal import (
    Confirmation,
    Draft,
    Intent,
    IntentState,
    OrderKey,
    SettledBy,
    Settlement,
)
from services.domain.reversal import Testimony as Words  # a class named Test... is taken for one
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.connection import Connection
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.ledger.operators import Register, given_back
from services.ledger.settings import SettingsBook
from services.ledger.standing import Standing
from tests.services.ledger.making import NOON, SALE, a_void, after, done, ended

KEY = AuditKey(bytes(range(20)))


def an_entry(subject: str = "x") -> Entry:
    return Entry(at=NOON, who="ayşe", act=Act.EXPORT, subject=subject, result="ok")


@pytest.fixture
def trail(database: Database) -> Trail:
    trail = Trail(database)
    trail.begin(KEY, who=PROGRAM, at=NOON)
    return trail


@pytest.fixture
def journal(database: Database, trail: Trail) -> Journal:
    return Journal(database, trail)


def told(trail: Trail) -> list[tuple[str, Act, str]]:
    return [(entry.who, entry.act, entry.result) for _, entry in reversed(trail.newest())]


def whole(trail: Trail) -> bool:
    with trail.rows() as rows:
        return verify(rows, {1: KEY}).whole


def test_what_happened_to_an_intent_is_told_step_by_step(
    journal: Journal, trail: Trail, esnekpos: Account
) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(intent.id, at=after(1))
    journal.settle(intent.id, ended(IntentState.OUTCOME_UNKNOWN, by=SettledBy.TRANSPORT))
    said = Words(person="Can", reason="panelde var", reference="P-1", approver="Fatma")
    journal.settle(
        intent.id,
        Settlement(
            state=IntentState.DONE,
            by=SettledBy.PERSON,
            at=after(3),
            testimony=said,
            confirmation=Confirmation.PENDING,
        ),
    )
    journal.confirm(intent.id, Confirmation.SEEN, at=after(4), snapshot=None)

    assert told(trail)[1:] == [
        ("ayşe", Act.ARMED, "void 1250.00 TRY"),
        ("ayşe", Act.SENT, "void 1250.00 TRY"),
        ("ayşe", Act.SETTLED, "unknown by transport"),
        ("Can", Act.SETTLED, "done by person, agreed by Fatma: panelde var [P-1]"),
        (PROGRAM, Act.CONFIRMED, "void 1250.00 TRY"),
    ]
    assert whole(trail)


def test_no_word_of_a_gateway_is_told(journal: Journal, trail: Trail, esnekpos: Account) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(intent.id, at=after(1))
    journal.settle(intent.id, ended(IntentState.REFUSED))

    assert "İptal servisinde hata" not in repr(told(trail))
    assert "STATUS" not in repr(told(trail))


def test_an_intent_that_is_not_armed_is_not_told(journal: Journal, trail: Trail, esnekpos: Account) -> None:
    journal.arm(a_void(esnekpos), at=NOON)
    before = told(trail)

    with pytest.raises(InProgress):
        journal.arm(a_void(esnekpos), at=after(1))

    assert told(trail) == before


def test_a_row_that_cannot_be_written_arms_nothing(
    journal: Journal, database: Database, esnekpos: Account
) -> None:
    with database.writing() as connection:
        refuse = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no more'); END"
        connection.run(refuse)

    with pytest.raises(LedgerUnavailable):
        journal.arm(a_void(esnekpos), at=NOON)

    assert journal.count() == 0


def test_a_step_that_cannot_be_told_is_not_taken(
    journal: Journal, database: Database, esnekpos: Account
) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    with database.writing() as connection:
        refuse = "CREATE TRIGGER full BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'no more'); END"
        connection.run(refuse)

    with pytest.raises(LedgerUnavailable):
        journal.sent(intent.id, at=after(1))

    assert journal.get(intent.id).state is IntentState.ARMED


def test_without_a_key_nothing_is_armed(database: Database, esnekpos: Account) -> None:
    journal = Journal(database, Trail(database))

    with pytest.raises(NotConfigured) as no:
        journal.arm(a_void(esnekpos), at=NOON)

    assert no.value.missing is Missing.AUDIT_KEY
    assert journal.count() == 0


def test_what_happens_without_a_key_waits_for_it_in_order(
    journal: Journal, database: Database, esnekpos: Account
) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(intent.id, at=after(1))
    later = Trail(database)
    Journal(database, later).sweep(at=after(2))
    later.note(an_entry())
    assert (later.waiting(), len(told(later))) == (2, 3)

    later.hold(1, KEY)

    assert later.waiting() == 0
    assert [act for _, act, _ in told(later)[3:]] == [Act.SETTLED, Act.EXPORT]
    assert whole(later)


def test_many_who_write_at_once_make_one_chain(trail: Trail) -> None:
    def write(name: str) -> None:
        for number in range(25):
            trail.note(an_entry(f"{name} {number}"))

    threads = [threading.Thread(target=write, args=(name,)) for name in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(trail.newest()) == 101
    assert whole(trail)


def test_the_log_is_read_page_by_page(trail: Trail) -> None:
    for number in range(5):
        trail.note(an_entry(str(number)))

    page = trail.newest(limit=2)
    following = trail.newest(limit=2, before=page[-1][0])

    assert [seq for seq, _ in page + following] == [6, 5, 4, 3]


def test_a_row_with_a_word_of_no_meaning_is_shown_all_the_same(database: Database, trail: Trail) -> None:
    with database.writing() as connection:
        connection.run("DROP TRIGGER audit_stands")
        connection.run("UPDATE audit SET what = 'stole' WHERE seq = 1")

    assert trail.newest()[0][1].act is Act.UNREADABLE
    assert not whole(trail)


def test_a_setting_keeps_its_row(database: Database, trail: Trail) -> None:
    book = SettingsBook(database, trail)

    book.remember("seen", "yes", an_entry("seen"))

    assert (book.remembers("seen"), book.remembers("other")) == ("yes", None)
    assert told(trail)[-1] == ("ayşe", Act.EXPORT, "ok")
    for taken in ("ledger", "pins"):
        with pytest.raises(ValueError, match="kept otherwise"):
            book.remember(taken, "x", an_entry())


# The authority


Permits = Callable[[Connection, Standing, Draft, datetime], None]


def an_authority(operator: Operator, wish: Wish) -> Permits:
    def decide(connection: Connection, standing: Standing, draft: Draft, at: datetime) -> None:
        del standing, draft
        given = given_back(connection, operator.id, since=NOON, besides=wish.batch)
        require_allowed(operator, wish, given_today=given, approval=None, now=at)

    return decide


def test_what_the_authority_refuses_is_not_written_down(
    journal: Journal, trail: Trail, esnekpos: Account
) -> None:
    before = told(trail)

    def never(*_: object) -> None:
        raise NotAllowed(Denied.RIGHT)

    with pytest.raises(NotAllowed):
        journal.arm(a_void(esnekpos), at=NOON, authority=never)

    assert journal.count() == 0
    assert told(trail) == before


def test_what_a_person_may_not_say_is_not_written_down(journal: Journal, esnekpos: Account) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)
    journal.sent(intent.id, at=after(1))
    seen: list[Intent] = []

    def never(connection: Connection, now: Intent) -> None:
        del connection
        seen.append(now)
        raise NotAllowed(Denied.RIGHT)

    with pytest.raises(NotAllowed):
        journal.settle(intent.id, done(), consent=never)

    assert [one.state for one in seen] == [IntentState.SENT]
    assert journal.get(intent.id).state is IntentState.SENT


def test_of_many_who_press_at_once_a_days_limit_lets_through_what_it_allows(
    journal: Journal, database: Database, trail: Trail, esnekpos: Account
) -> None:
    register = Register(database, trail)
    limits = Limits(per_day=SALE + SALE)
    operator = register.add("Can", Role.CASHIER, limits, pin="hash", note=an_entry())
    let_through: list[str] = []

    def press(number: int) -> None:
        draft = replace(a_void(esnekpos, f"SALE-{number}"), operator_id=operator.id, batch=f"b{number}")
        wish = Wish(rights=frozenset(), amount=SALE, digest="", batch=draft.batch)
        try:
            journal.arm(draft, at=NOON, authority=an_authority(operator, wish))
        except NotAllowed:
            return
        let_through.append(draft.order.reference)

    threads = [threading.Thread(target=press, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(let_through) == 2


def test_whose_yes_an_intent_used_is_written_down_with_it(
    database: Database, trail: Trail, journal: Journal, esnekpos: Account
) -> None:
    register = Register(database, trail)
    manager = register.add("Ayşe", Role.MANAGER, Limits(), pin="hash", note=an_entry())
    yes = Approvals(database, trail).give("digest", manager, asker=7, at=NOON, note=an_entry())
    draft = replace(a_void(esnekpos), operator_id=7, approval=yes.id)

    armed = journal.arm(draft, at=NOON)

    assert journal.get(armed.id).draft == draft


def test_only_what_may_have_moved_counts_as_given_back(
    journal: Journal, database: Database, esnekpos: Account
) -> None:
    ends = {
        "done": done(),
        "unknown": ended(IntentState.OUTCOME_UNKNOWN),
        "refused": ended(IntentState.REFUSED),
        "not sent": ended(IntentState.NOT_SENT, by=SettledBy.TRANSPORT),
    }
    for number, (name, settlement) in enumerate(ends.items()):
        intent = journal.arm(a_void(esnekpos, name, amount=Money(10**number)), at=NOON)
        journal.sent(intent.id, at=after(1))
        journal.settle(intent.id, settlement)
    journal.arm(a_void(esnekpos, "armed", amount=Money(10**4)), at=NOON)

    def given(**of: object) -> Money:
        asked = {"since": NOON, "besides": "another", **of}
        with database.reading() as connection:
            return given_back(connection, 0, **asked)  # type: ignore[arg-type]  # as the table below has them

    assert given() == Money(10011)
    assert given(besides="b7") == Money(0)
    assert given(since=after(1)) == Money(0)
    with database.reading() as connection:
        assert given_back(connection, 5, since=NOON, besides="another") == Money(0)


def test_a_trail_that_only_looks_waits_for_nothing(folder: Path, trail: Trail) -> None:
    with Database.look(folder) as database:
        looking = Trail(database)
        looking.hold(1, KEY)
        assert whole(looking)
        with pytest.raises(LedgerUnavailable):
            looking.note(an_entry())
    assert trail.head() is not None


def test_an_order_key_is_told_whole(journal: Journal, trail: Trail, esnekpos: Account) -> None:
    intent = journal.arm(a_void(esnekpos), at=NOON)

    order: OrderKey = intent.draft.order
    assert trail.newest(limit=1)[0][1].subject == f"#1 esnekpos/test/TEST1234/{order.reference}"
