"""How a reversal ended while the ledger could not take it: told as it is, and never lost."""

from __future__ import annotations

import json
import logging
import sqlite3
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from services.domain.errors import InProgress, LedgerFault, LedgerUnavailable
from services.domain.reversal import Everything, Intent, IntentState, SettledBy, Settlement
from services.ledger.folder import LEDGER
from services.ledger.journal import Journal
from services.plans import plan_return
from services.resolver import Resolver
from services.settling import Settling
from services.simulator.entries import Sale
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


@contextmanager
def unable_to_write_ends(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The ledger takes no end: another program keeps it busy."""

    def refuse(*_: object, **__: object) -> Intent:
        raise LedgerUnavailable(shop.folder, LedgerFault.LOCKED)

    with monkeypatch.context() as busy:
        busy.setattr(Journal, "settle", refuse)
        yield


def left(shop: Shop) -> list[Path]:
    return sorted(shop.folder.glob("owed-*"))


def closed_while_owed(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Sale:
    sale = shop.a_sale()
    with unable_to_write_ends(shop, monkeypatch):
        shop.void(sale)
        shop.desk.close()
    return sale


def test_what_was_owed_at_closing_is_there_at_the_next_start_with_its_evidence(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()
    with unable_to_write_ends(shop, monkeypatch):
        executed = shop.void(sale)
        shop.desk.close()
    assert len(left(shop)) == 1

    shop.reopen()

    (intent,) = shop.desk.lookup.reversals()
    assert (intent.state, intent.settled) == (IntentState.DONE, executed.intents[0].settled)
    assert left(shop) == []
    assert shop.desk.unbelieved == ()
    assert shop.book.requests_for(sale.reference) == 1


def test_a_ledger_that_is_busy_at_the_end_keeps_nothing_from_being_known(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()
    settle = Journal.settle
    other = sqlite3.connect(shop.folder / LEDGER, isolation_level=None, check_same_thread=False)

    def busy_from_now_on(journal: Journal, intent_id: int, *args: object, **values: object) -> Intent:
        if not other.in_transaction:
            other.execute("BEGIN IMMEDIATE")
        return settle(journal, intent_id, *args, **values)  # type: ignore[arg-type]  # handed on as it came

    with monkeypatch.context() as watched:
        watched.setattr(Journal, "settle", busy_from_now_on)
        executed = shop.void(sale)
        assert executed.not_recorded is not None
        shop.desk.close()
    other.close()

    shop.reopen()

    assert [intent.state for intent in shop.desk.lookup.reversals()] == [IntentState.DONE]


def test_it_is_written_down_by_itself_once_the_ledger_takes_it(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shop.desk.reversals._owed, "_pause", 0.01)
    with unable_to_write_ends(shop, monkeypatch):
        shop.void(shop.a_sale())
    worker = shop.desk.reversals._owed._worker

    if worker is not None:
        worker.join()

    assert shop.desk.reversals.owed() == ()
    assert [intent.state for intent in shop.desk.lookup.reversals()] == [IntentState.DONE]


def test_an_order_whose_end_is_owed_is_in_progress_and_not_lost(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    order = shop.an_order("100,00")
    plan = plan_return(shop.view(order), Everything.ALL_SELLERS, shop.clock.now())
    with unable_to_write_ends(shop, monkeypatch):
        shop.desk.reversals.execute(plan, operator="ayşe")
        with pytest.raises(InProgress):
            shop.desk.reversals.execute(plan, operator="ayşe")

    assert shop.book.requests_for(order.siparis_id) == 1


def test_what_could_not_be_written_as_sent_is_owed_as_not_sent(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    sale = shop.a_sale()

    def refuse(*_: object, **__: object) -> Intent:
        raise LedgerUnavailable(shop.folder, LedgerFault.LOCKED)

    with unable_to_write_ends(shop, monkeypatch), monkeypatch.context() as busy:
        busy.setattr(Journal, "sent", refuse)
        with pytest.raises(LedgerUnavailable):
            shop.void(sale)
        shop.desk.close()
    shop.reopen()

    assert [intent.state for intent in shop.desk.lookup.reversals()] == [IntentState.NOT_SENT]
    assert shop.book.requests_for(sale.reference) == 0


def test_a_file_that_another_hand_changed_is_kept_aside_and_said_and_the_end_is_unknown(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    closed_while_owed(shop, monkeypatch)
    (file,) = left(shop)
    whole = json.loads(file.read_text(encoding="utf-8"))
    whole["said"] = whole["said"].replace("done", "refused")
    file.write_text(json.dumps(whole), encoding="utf-8")

    shop.reopen()

    (intent,) = shop.desk.lookup.reversals()
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    assert intent.settled is not None
    assert intent.settled.by is SettledBy.RESTART
    assert [path.exists() for path in shop.desk.unbelieved] == [True]
    assert "not believed" in caplog.text


@pytest.mark.parametrize("text", ["", "[]", "{", '{"said": "x", "mac": "ü"}', "[" * 100_000])
def test_a_file_that_nobody_could_have_written_keeps_no_ledger_from_opening(
    shop: Shop, text: str, caplog: pytest.LogCaptureFixture
) -> None:
    shop.desk.close()
    (shop.folder / "owed-1.json").write_text(text, encoding="utf-8")

    shop.reopen()

    assert len(shop.desk.unbelieved) == 1
    assert "not believed" in caplog.text


def test_a_file_that_is_put_back_says_nothing_over_an_end_that_stands(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    with unable_to_write_ends(shop, monkeypatch):
        shop.give_everything_back(order)
        shop.desk.close()
    (file,) = left(shop)
    kept = file.read_bytes()
    shop.reopen()
    (intent,) = shop.desk.lookup.reversals()
    ended = Settlement(state=IntentState.REFUSED, by=SettledBy.ANSWER, at=shop.clock.now())
    before = [shop.desk.reversals._journal.settle(intent.id, ended)]
    shop.desk.close()
    file.write_bytes(kept)

    shop.reopen()

    assert shop.desk.lookup.reversals() == before
    assert len(shop.desk.unbelieved) == 1
    assert "not believed" in caplog.text


@pytest.mark.skipif(sys.platform == "win32", reason="the folder's own rights are what counts there")
def test_only_this_user_can_read_what_is_left(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    closed_while_owed(shop, monkeypatch)

    (file,) = left(shop)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    shop.reopen()


def breaks(*_: object, **__: object) -> None:
    raise OverflowError("secret words")


@pytest.mark.parametrize(
    ("where", "name"), [(Resolver, "after_sending"), (Settling, "doubt"), (Journal, "settle")]
)
def test_whatever_breaks_after_the_first_byte_ends_as_a_value_and_is_logged_by_name_only(
    shop: Shop,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    where: type,
    name: str,
) -> None:
    order = shop.an_order("100,00")
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)
    with monkeypatch.context() as bug, caplog.at_level(logging.ERROR):
        bug.setattr(where, name, breaks)
        (intent,) = shop.give_everything_back(order).intents

    assert intent.state is IntentState.OUTCOME_UNKNOWN
    assert "OverflowError" in caplog.text
    assert "secret words" not in caplog.text
    assert shop.book.requests_for(order.siparis_id) == 1


def test_an_end_that_no_column_takes_is_unknown_and_not_owed_for_ever(
    shop: Shop, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    settle = Journal.settle
    tries: list[int] = []

    def takes_only_the_second(journal: Journal, intent_id: int, *args: object, **values: object) -> Intent:
        tries.append(intent_id)
        if len(tries) == 1:
            raise OverflowError
        return settle(journal, intent_id, *args, **values)  # type: ignore[arg-type]  # handed on as it came

    with monkeypatch.context() as bug:
        bug.setattr(Journal, "settle", takes_only_the_second)
        bug.setattr(Resolver, "after_sending", lambda _, intent: intent)
        executed = shop.void(shop.a_sale())

    assert [intent.state for intent in executed.intents] == [IntentState.OUTCOME_UNKNOWN]
    assert executed.not_recorded is None
    assert "OverflowError" in caplog.text
