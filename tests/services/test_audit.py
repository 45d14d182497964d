"""The audit log of a real desk: tampered with by hand, its key lost and found, its ledger put back."""

from __future__ import annotations

import random
import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from services.credentials import MemoryStore
from services.domain.audit import PROGRAM, Act, Break, Remembered
from services.domain.errors import (
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotAllowed,
    NotConfigured,
)
from services.domain.reversal import IntentState
from services.plans import plan_void
from services.simulator.entries import Sale
from services.tables.faults import Stopped
from services.tables.progress import Progress
from services.trust import Trust
from services.watermark import Watermark
from tests.services.staff import CASHIER, OWNER, sit, staffed
from tests.shop import Shop

AUDIT_TRIGGERS = ("audit_has_no_gap", "audit_stands", "audit_stays")


def tamper(shop: Shop, *statements: str) -> None:
    """Do to the file what somebody with a database tool does, who has read how it is protected."""
    with closing(sqlite3.connect(shop.folder / "ledger.sqlite3")) as connection:
        for name in AUDIT_TRIGGERS:
            connection.execute(f"DROP TRIGGER IF EXISTS {name}")
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def forget_keys(shop: Shop) -> None:
    shop.secrets._kept = {name: text for name, text in shop.secrets._kept.items() if "audit" not in name}


def refused(shop: Shop, sale: Sale) -> Exception:
    with pytest.raises((NotConfigured, LedgerUnavailable)) as no:
        shop.void(sale)
    assert shop.book.requests_for(sale.reference) == 0
    return no.value


@pytest.fixture
def busy(shop: Shop) -> Shop:
    """A shop in which something happened: an account or two, sales looked at, one voided, one raw answer."""
    shop.void(shop.a_sale("10,00"))
    shop.desk.lookup.raw(shop.look(shop.a_sale("20,00")).snapshot)
    return shop


def test_every_step_of_a_reversal_is_in_the_log_by_who_did_it(shop: Shop) -> None:
    (intent,) = shop.void(shop.a_sale("10,00")).intents

    told = [(entry.who, entry.act, entry.result) for _, entry in reversed(shop.desk.audit.entries(limit=4))]
    assert told == [
        ("ayşe", Act.ARMED, "void 10.00 TRY"),
        ("ayşe", Act.SENT, "void 10.00 TRY"),
        ("ayşe", Act.SETTLED, "done by answer"),
        (PROGRAM, Act.CONFIRMED, "void 10.00 TRY"),
    ]
    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (
        newest.subject
        == f"#{intent.id} esnekpos/demo/{shop.esnekpos.merchant}/{intent.draft.order.reference}"
    )


def test_what_an_earlier_run_left_behind_is_settled_in_the_log_too(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as crash:

        def die(*_: object) -> None:
            raise SystemExit

        crash.setattr(type(shop.desk.reversals._sending._journal), "settle", die)
        with pytest.raises(SystemExit):
            shop.void(shop.a_sale())
    shop.restart()

    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (newest.who, newest.act, newest.result) == (PROGRAM, Act.SETTLED, "unknown by restart")


def test_a_look_at_a_raw_answer_is_written_down(shop: Shop) -> None:
    view = shop.look(shop.a_sale())

    assert shop.desk.lookup.raw(view.snapshot) == view.snapshot.body

    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (newest.act, newest.subject) == (Act.RAW, view.payment.reference)


def test_no_secret_and_no_answer_is_in_the_log(busy: Shop) -> None:
    words = repr([(entry.who, entry.subject, entry.result) for _, entry in busy.desk.audit.entries()])

    assert busy.desk.lookup.reversals()[0].settled is not None
    for never in ("MERCHANT_KEY", "RETURN_CODE", "STATUS", "SUCCESS", "<"):
        assert never not in words


def test_a_log_nobody_touched_is_whole(busy: Shop) -> None:
    found = busy.desk.audit.verify()

    assert found.whole
    assert found.rows == busy.desk.audit.entries(limit=1)[0][0]
    assert found.head == busy.desk.audit.head_code()


def test_any_flipped_bit_is_found_and_the_row_named(busy: Shop) -> None:
    chance = random.Random(4711)  # noqa: S311  it draws bits to flip, and no secret
    rows = busy.desk.audit.verify().rows
    for _ in range(60):
        column = chance.choice(["at", "who", "what", "subject", "result", "mac", "segment"])
        seq = chance.randint(1, rows)
        with closing(sqlite3.connect(busy.folder / "ledger.sqlite3")) as connection:
            wanted = f"SELECT CAST({column} AS BLOB) FROM audit WHERE seq = {seq}"  # noqa: S608  our columns
            (was,) = connection.execute(wanted).fetchone()
        if not was:
            continue
        at = chance.randrange(len(was) * 8)
        now = bytearray(was)
        now[at // 8] ^= 1 << (at % 8)
        kind = "INTEGER" if column == "segment" else "TEXT"
        if column == "segment" and not bytes(now).isdigit():
            continue
        as_kind = f"UPDATE audit SET {column} = CAST(x'%s' AS {kind}) WHERE seq = {seq}"  # noqa: S608  our columns
        tamper(busy, as_kind % bytes(now).hex())

        found = busy.desk.audit.verify()
        assert found.bad in (seq, seq + 1), (column, seq)

        tamper(busy, as_kind % was.hex())
    assert busy.desk.audit.verify().whole


@pytest.mark.parametrize("seq", range(1, 7))
def test_a_deleted_row_is_named(busy: Shop, seq: int) -> None:
    tamper(busy, f"DELETE FROM audit WHERE seq = {seq}")  # noqa: S608  a number

    found = busy.desk.audit.verify()

    assert (found.bad, found.why) == (seq, Break.MISSING)


@pytest.mark.parametrize("seq", range(1, 7))
def test_a_deleted_row_is_named_though_the_gap_was_closed(busy: Shop, seq: int) -> None:
    tamper(
        busy,
        f"DELETE FROM audit WHERE seq = {seq}",  # noqa: S608  a number
        f"UPDATE audit SET seq = -seq + 1 WHERE seq > {seq}",  # noqa: S608  a number
        "UPDATE audit SET seq = -seq WHERE seq < 0",
    )

    assert busy.desk.audit.verify().bad == seq


@pytest.mark.parametrize("seq", range(1, 7))
def test_a_row_put_in_is_named(busy: Shop, seq: int) -> None:
    tamper(
        busy,
        f"UPDATE audit SET seq = -seq - 1 WHERE seq >= {seq}",  # noqa: S608  a number
        "UPDATE audit SET seq = -seq WHERE seq < 0",
        f"INSERT INTO audit SELECT {seq}, segment, at, 'Mehmet', 'export', subject, result, about, state, mac"  # noqa: S608  a number
        " FROM audit LIMIT 1",
    )

    assert busy.desk.audit.verify().bad == seq


@pytest.mark.parametrize(("one", "other"), [(1, 2), (2, 5), (3, 4)])
def test_two_rows_exchanged_are_found_at_the_first(busy: Shop, one: int, other: int) -> None:
    tamper(
        busy,
        f"UPDATE audit SET seq = -1 WHERE seq = {one}",  # noqa: S608  a number
        f"UPDATE audit SET seq = {one} WHERE seq = {other}",  # noqa: S608  a number
        f"UPDATE audit SET seq = {other} WHERE seq = -1",  # noqa: S608  a number
    )

    assert busy.desk.audit.verify().bad == one


def test_a_cut_end_is_found_by_what_the_keyring_remembers(busy: Shop) -> None:
    busy.desk.audit.advance()
    rows = busy.desk.audit.verify().rows
    tamper(busy, f"DELETE FROM audit WHERE seq > {rows - 2}")  # noqa: S608  a number

    found = busy.desk.audit.verify()

    assert (found.bad, found.why) == (rows - 1, Break.CUT)


def test_a_cut_end_is_found_though_the_program_has_gone_on_since(busy: Shop) -> None:
    busy.desk.audit.advance()
    rows = busy.desk.audit.verify().rows
    tamper(busy, f"DELETE FROM audit WHERE seq = {rows}")  # noqa: S608  a number
    for _ in range(3):
        busy.desk.audit.note("ayşe", Act.EXPORT, "day end", "ok")

    found = busy.desk.audit.verify()

    assert (found.bad, found.why) == (rows, Break.REPLACED)


def test_a_cut_end_is_found_by_the_code_on_a_slip(busy: Shop) -> None:
    code = busy.desk.audit.head_code()
    assert busy.desk.audit.holds(code)
    rows = busy.desk.audit.verify().rows
    tamper(busy, f"DELETE FROM audit WHERE seq = {rows}")  # noqa: S608  a number

    assert not busy.desk.audit.holds(code)
    busy.desk.audit.note("ayşe", Act.EXPORT, "day end", "ok")
    assert not busy.desk.audit.holds(code)


@pytest.mark.parametrize("code", ["", "7", "7-XXXX", "seven-XXXX-XXXX"])
def test_what_is_no_code_of_a_slip_is_said(busy: Shop, code: str) -> None:
    with pytest.raises(InvalidInput) as no:
        busy.desk.audit.holds(code)
    assert no.value.problem is InputProblem.WRONG_CODE


def test_a_log_emptied_altogether_is_not_begun_anew_in_silence(busy: Shop) -> None:
    tamper(busy, "DELETE FROM audit")
    busy.restart()
    sale = busy.a_sale()

    assert isinstance(refused(busy, sale), LedgerUnavailable)
    assert not busy.desk.audit.verify().whole


def test_what_is_remembered_is_never_lowered_by_a_program_that_runs_on(busy: Shop) -> None:
    busy.desk.audit.advance()
    rows = busy.desk.audit.verify().rows
    tamper(busy, "DELETE FROM audit WHERE seq > 2")

    with pytest.raises(LedgerUnavailable) as no:
        busy.desk.audit.advance()
    assert no.value.fault is LedgerFault.OLDER
    assert isinstance(refused(busy, busy.a_sale()), LedgerUnavailable)
    busy.restart()
    assert busy.desk.audit.verify().bad == 3
    assert busy.desk.audit.trust().older is not None
    assert rows > 3


# The key


def test_the_recovery_code_is_offered_until_the_owner_says_that_it_is_put_away(shop: Shop) -> None:
    assert shop.desk.audit.trust().code_untaken

    shop.desk.audit.recovery_code()
    shop.restart()
    assert shop.desk.audit.trust().code_untaken  # looked at is not put away

    shop.desk.audit.put_code_away()
    assert not shop.desk.audit.trust().code_untaken
    shop.restart()
    assert not shop.desk.audit.trust().code_untaken


def test_a_new_segments_code_is_offered_again(busy: Shop) -> None:
    busy.desk.audit.put_code_away()
    forget_keys(busy)
    busy.restart()

    assert busy.desk.audit.begin_segment().code_untaken


def test_whoever_typed_the_code_in_has_it_put_away(busy: Shop) -> None:
    code = busy.desk.audit.recovery_code()
    forget_keys(busy)
    busy.restart()

    assert not busy.desk.audit.restore_key(code).code_untaken


def test_without_its_key_looking_goes_on_and_money_waits(busy: Shop) -> None:
    forget_keys(busy)
    busy.restart()
    sale = busy.a_sale()

    assert busy.look(sale).payment.charged == sale.amount
    no = refused(busy, sale)
    assert isinstance(no, NotConfigured)
    assert no.missing is Missing.AUDIT_KEY
    trust = busy.desk.audit.trust()
    assert (trust.key_lost, trust.money_may_move) == (True, False)
    assert not busy.desk.audit.verify().whole
    assert not [name for name in busy.secrets._kept if "audit" in name]


def test_the_recovery_code_brings_the_key_back_and_what_happened_meanwhile_joins_the_log(busy: Shop) -> None:
    code = busy.desk.audit.recovery_code()
    forget_keys(busy)
    busy.restart()
    busy.desk.audit.note("ayşe", Act.EXPORT, "while the key was lost", "ok")
    assert busy.desk.audit.trust().waiting == 1

    trust = busy.desk.audit.restore_key(code.lower())

    assert trust == Trust(key_lost=False, older=None, copied=False, code_untaken=False, waiting=0)
    assert busy.desk.audit.verify().whole
    assert "while the key was lost" in [entry.subject for _, entry in busy.desk.audit.entries(limit=3)]
    assert busy.void(busy.a_sale()).intents[0].state is IntentState.DONE


def test_another_logs_recovery_code_is_refused(busy: Shop, tmp_path: Path) -> None:
    other = Shop.open(tmp_path / "other")
    code = other.desk.audit.recovery_code()
    other.close()
    forget_keys(busy)
    busy.restart()

    for wrong in (code, "", code[:-1]):
        with pytest.raises(InvalidInput) as no:
            busy.desk.audit.restore_key(wrong)
        assert no.value.problem is InputProblem.WRONG_CODE
    assert busy.desk.audit.trust().key_lost


def test_the_owner_begins_a_segment_that_names_the_old_end(busy: Shop) -> None:
    old_code = busy.desk.audit.recovery_code()
    head = busy.desk.audit.head_code()
    rows = busy.desk.audit.verify().rows
    forget_keys(busy)
    busy.restart()

    trust = busy.desk.audit.begin_segment()

    assert trust.money_may_move
    first = next(entry for seq, entry in busy.desk.audit.entries() if seq == rows + 1)
    assert (first.act, first.subject) == (Act.SEGMENT, head)
    assert busy.void(busy.a_sale()).intents[0].state is IntentState.DONE
    found = busy.desk.audit.verify()
    assert (found.whole, found.unchecked) == (True, ((1, rows),))

    busy.desk.audit.restore_key(old_code)  # found in a drawer after all
    assert busy.desk.audit.verify().unchecked == ()
    assert busy.desk.audit.recovery_code() != old_code


def test_a_key_that_is_there_is_not_replaced(busy: Shop) -> None:
    with pytest.raises(InvalidInput):
        busy.desk.audit.begin_segment()


def test_what_a_cashier_says_about_the_key_is_not_listened_to(busy: Shop) -> None:
    staffed(busy, sits=CASHIER)
    forget_keys(busy)
    busy.restart()
    sit(busy, CASHIER)

    for say in (
        busy.desk.audit.begin_segment,
        busy.desk.audit.recovery_code,
        busy.desk.audit.put_code_away,
        lambda: busy.desk.audit.restore_key(""),
        busy.desk.audit.accept_older,
    ):
        with pytest.raises(NotAllowed):
            say()
    sit(busy, OWNER)
    assert busy.desk.audit.begin_segment().money_may_move


def test_no_key_and_no_code_is_in_ledger_or_log(busy: Shop, caplog: pytest.LogCaptureFixture) -> None:
    code = busy.desk.audit.recovery_code()
    busy.desk.close()

    files = b"".join(path.read_bytes() for path in busy.folder.rglob("*") if path.is_file())
    for spelling in (code, code.replace("-", "")):
        assert spelling.encode() not in files
        assert spelling not in caplog.text


class LockedVault(MemoryStore):
    """A keyring that nobody has unlocked yet."""

    locked = True

    def recall(self, name: str) -> str | None:
        if self.locked:
            raise NotConfigured(Missing.UNLOCKED_KEYRING)
        return super().recall(name)


def test_a_locked_keyring_makes_money_wait_and_nothing_else(shop: Shop) -> None:
    vault = LockedVault()
    vault._saved, vault._kept = shop.secrets._saved, shop.secrets._kept
    shop.secrets = vault
    shop.restart()
    sale = shop.a_sale()

    no = refused(shop, sale)
    assert isinstance(no, NotConfigured)
    assert no.missing is Missing.UNLOCKED_KEYRING
    vault.locked = False
    assert shop.void(sale).intents[0].state is IntentState.DONE


# An older ledger


@pytest.fixture
def put_back(shop: Shop, tmp_path: Path) -> Callable[[], None]:
    """Keep a copy of the ledger as it is now; call it to put that in place of what it became."""
    shop.void(shop.a_sale("1,00"))
    shop.desk.close()
    shutil.copytree(shop.folder, tmp_path / "copy")
    shop.restart()

    def back() -> None:
        shop.desk.close()
        shutil.rmtree(shop.folder)
        shutil.copytree(tmp_path / "copy", shop.folder)
        shop.restart()

    return back


def test_an_older_ledger_opens_for_looking_and_sends_nothing(
    shop: Shop, put_back: Callable[[], None]
) -> None:
    forgotten = shop.a_sale("2,00")
    shop.void(forgotten)
    put_back()

    older = shop.desk.audit.trust().older
    assert older is not None
    assert (older.here.intents, older.remembered.intents) == (1, 2)
    assert len(shop.desk.lookup.reversals()) == 1
    no = refused(shop, shop.a_sale("3,00"))
    assert isinstance(no, LedgerUnavailable)
    assert no.fault is LedgerFault.OLDER


def test_the_owner_goes_on_with_an_older_ledger_and_that_is_written_down(
    shop: Shop, put_back: Callable[[], None]
) -> None:
    shop.void(shop.a_sale("2,00"))
    put_back()

    shop.desk.audit.accept_older()

    assert shop.desk.audit.trust().older is None
    assert shop.desk.audit.verify().whole
    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (newest.act, newest.result) == (Act.OLDER, "goes on with 1 intents instead of 2")
    shop.void(shop.a_sale("3,00"))
    shop.restart()
    assert shop.desk.audit.trust().older is None


def test_an_older_ledger_stays_one_until_somebody_has_said_yes(
    shop: Shop, put_back: Callable[[], None]
) -> None:
    shop.void(shop.a_sale("2,00"))
    put_back()
    shop.desk.audit.trust()
    shop.restart()

    assert shop.desk.audit.trust().older is not None


def test_a_ledger_of_as_many_intents_and_another_past_is_no_newer(
    shop: Shop, put_back: Callable[[], None]
) -> None:
    """Somebody went on with an old copy elsewhere: as many intents, and not these."""
    shop.void(shop.a_sale("2,00"))
    shop.desk.close()
    remembered = dict(shop.secrets._kept)
    shop.restart()
    put_back()
    shop.desk.audit.accept_older()
    shop.void(shop.a_sale("3,00"))
    shop.desk.close()
    shop.secrets._kept = remembered
    shop.restart()

    assert shop.desk.audit.trust().older is not None


def test_the_same_ledger_is_never_called_older(shop: Shop) -> None:
    for number in range(3):
        shop.void(shop.a_sale(f"{number + 1},00"))
        shop.restart()
        assert shop.desk.audit.trust().money_may_move


class SayingWhoWaits:
    """A lock that says when somebody has to wait for it."""

    def __init__(self, waited_for: threading.Event) -> None:
        self._lock = threading.Lock()
        self._waited_for = waited_for

    def __enter__(self) -> None:
        if not self._lock.acquire(blocking=False):
            self._waited_for.set()
            self._lock.acquire()

    def __exit__(self, *_: object) -> None:
        self._lock.release()


def test_two_who_read_at_once_how_far_the_ledger_has_come_never_call_it_older(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first one's reading is held until the second has come past, or waits for its turn."""
    first, second = shop.a_sale("10,00"), shop.a_sale("20,00")
    shop.desk.audit.trust()
    audit, trail = shop.desk.audit, shop.desk.audit._trail
    has_read, second_came = threading.Event(), threading.Event()
    reads, remembers = trail.reach, audit.advance
    monkeypatch.setattr(audit, "_turn", SayingWhoWaits(second_came))

    def held(seq: int) -> object:
        reading = reads(seq)
        if not has_read.is_set():
            has_read.set()
            assert second_came.wait(10)
        return reading

    monkeypatch.setattr(trail, "reach", held)
    slow = threading.Thread(target=remembers)
    slow.start()
    assert has_read.wait(10)
    plan = replace(plan_void(shop.look(second), shop.clock.now()), reason="x")

    def overtake() -> None:
        shop.desk.reversals.execute(plan, operator="ayşe")
        second_came.set()

    quick = threading.Thread(target=overtake)
    quick.start()
    for one in (slow, quick):
        one.join(10)

    assert audit.trust().older is None
    assert shop.book.requests_for(second.reference) == 1
    shop.void(first)
    shop.restart()
    assert shop.desk.audit.trust().older is None


# What the keyring remembers


class SlowVault:
    """A keyring that keeps nothing until it is told that it may."""

    def __init__(self) -> None:
        self.may = threading.Event()
        self.kept: list[str] = []

    def recall(self, name: str) -> str | None:
        del name
        return self.kept[-1] if self.kept else None

    def keep(self, name: str, text: str) -> None:
        del name
        self.may.wait(10)
        self.kept.append(text)


@pytest.fixture
def slow() -> Iterator[SlowVault]:
    vault = SlowVault()
    yield vault
    vault.may.set()


def how_far(intents: int) -> Remembered:
    return Remembered(intents=intents, rows=intents, head="ab")


def test_a_keyring_that_does_not_answer_holds_nothing_up(slow: SlowVault) -> None:
    watermark = Watermark(slow, "x")

    for intents in (1, 2, 3):
        watermark.raise_to(how_far(intents))
        assert not watermark.wait(patience=0)
    slow.may.set()
    watermark.raise_to(how_far(4))

    assert watermark.wait(patience=10)
    assert watermark.recall() == how_far(4)


def test_what_the_owner_said_is_not_undone_by_what_still_waited_to_be_remembered(slow: SlowVault) -> None:
    watermark = Watermark(slow, "x")
    watermark.raise_to(how_far(8))
    watermark.raise_to(how_far(9))
    lowered = threading.Thread(target=watermark.put, args=(how_far(3),))
    lowered.start()
    slow.may.set()
    lowered.join(10)

    assert watermark.wait(patience=10)
    assert watermark.recall() == how_far(3)


def test_a_keyring_that_went_away_is_no_reason_to_stop(slow: SlowVault) -> None:
    class Gone(SlowVault):
        def keep(self, name: str, text: str) -> None:
            raise NotConfigured(Missing.REAL_KEYRING, f"{name}{text}"[:0])

    watermark = Watermark(Gone(), "x")
    watermark.raise_to(how_far(1))
    assert watermark.wait(patience=10)
    assert slow.kept == []


@pytest.mark.parametrize("kept", ["", "x", "{}", "[]", '{"intents": 1}'])
def test_what_cannot_be_read_is_remembered_as_nothing(slow: SlowVault, kept: str) -> None:
    slow.kept.append(kept)

    assert Watermark(slow, "x").recall() is None


def test_the_keyring_has_heard_of_an_intent_before_it_is_sent(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []
    sale = shop.a_sale()
    plan = replace(plan_void(shop.look(sale), shop.clock.now()), reason="x")
    sent = type(shop.desk.reversals._sending._journal).sent

    def watched(*args: object, **values: object) -> object:
        seen.append(any('"intents": 1' in text for text in shop.secrets._kept.values()))
        return sent(*args, **values)  # type: ignore[arg-type]  # passed on as they came

    monkeypatch.setattr(type(shop.desk.reversals._sending._journal), "sent", watched)
    shop.desk.reversals.execute(plan, operator="ayşe")

    assert seen == [True]


def test_a_check_counts_its_rows_and_can_be_ended_at_any_of_them(busy: Shop) -> None:
    progress = Progress()
    found = busy.desk.audit.verify(progress)
    assert progress.done == progress.total == found.rows

    progress = Progress()
    progress.stop()
    with pytest.raises(Stopped):
        busy.desk.audit.verify(progress)
    assert busy.desk.audit.verify().whole
