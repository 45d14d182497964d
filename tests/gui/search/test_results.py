"""The list: two accounts are two rows, the gateway's word beats the ledger's, amounts sort as money."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.search.columns import Column
from gui.search.results import ResultsModel
from gui.search.row import Row, of_hit, of_view, status
from gui.theme import Tone
from services.domain.account import Account
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.reversal import Intent, IntentState
from services.lookup import Hit
from tests.builders import an_esnekpos_account, lira
from tests.gui.intents import an_intent
from tests.shop import Shop

NOON = datetime(2026, 11, 20, 9, tzinfo=UTC)
DOWN, UP = Qt.SortOrder.DescendingOrder, Qt.SortOrder.AscendingOrder


def a_row(
    reference: str = "A1",
    *,
    account: Account | None = None,
    amount: Money | None = lira("10,00"),  # noqa: B008  it does not change
    sold_at: datetime | None = NOON,
    state: PaymentState | None = PaymentState.PAID,
    intent: Intent | None = None,
    order_id: int | None = None,
    view: Any = None,
) -> Row:
    return Row(
        account=account or an_esnekpos_account(),
        reference=reference,
        order_id=order_id,
        amount=amount,
        sold_at=sold_at,
        state=state,
        pos_title=None,
        as_of=None,
        intent=intent,
        view=view,
    )


@pytest.fixture
def model(qtbot: QtBot) -> ResultsModel:
    assert qtbot
    return ResultsModel()


def references(model: ResultsModel) -> list[str]:
    return [model.row_at(line).reference for line in range(len(model))]


def test_qt_finds_nothing_wrong_with_it(model: ResultsModel, qtmodeltester: ModelTester) -> None:
    model.merge([a_row("A1"), a_row("A2")])
    qtmodeltester.check(model)


def test_the_same_reference_at_two_accounts_is_two_rows(model: ResultsModel, shop: Shop) -> None:
    model.merge([a_row("A1", account=shop.esnekpos), a_row("A1", account=shop.param)])
    assert len(model) == 2


def test_the_same_one_found_again_takes_its_own_place(model: ResultsModel) -> None:
    model.merge([a_row("A1", state=PaymentState.PAID)])
    model.merge([a_row("A1", state=PaymentState.VOIDED)])
    assert len(model) == 1
    assert model.row_at(0).state is PaymentState.VOIDED


def test_the_gateways_word_stands_whichever_comes_first(model: ResultsModel, shop: Shop) -> None:
    view = shop.look(shop.a_sale("250,00"))
    hit = Hit(
        account=shop.esnekpos,
        reference=view.payment.reference,
        amount=None,
        sold_at=None,
        state=PaymentState.WAITING,
        pos_title=None,
        order_id=None,
        as_of=NOON,
        intent=None,
    )

    model.merge([of_view(view)])
    model.merge([of_hit(hit)])

    assert len(model) == 1
    assert model.row_at(0).state is PaymentState.PAID


def test_newest_first_and_what_has_no_time_last(model: ResultsModel) -> None:
    model.merge(
        [
            a_row("old", sold_at=NOON - timedelta(days=1)),
            a_row("never", sold_at=None),
            a_row("new", sold_at=NOON),
        ]
    )
    assert references(model) == ["new", "old", "never"]
    model.sort(Column.WHEN, UP)
    assert references(model) == ["old", "new", "never"]


def test_amounts_sort_as_money_and_not_as_text(model: ResultsModel) -> None:
    model.merge([a_row(text, amount=lira(text)) for text in ("9,00", "1250,00", "10,00", "1250,01")])
    model.merge([a_row("none", amount=None)])
    model.sort(Column.AMOUNT, UP)
    assert references(model) == ["9,00", "10,00", "1250,00", "1250,01", "none"]
    model.sort(Column.AMOUNT, DOWN)
    assert references(model) == ["1250,01", "1250,00", "10,00", "9,00", "none"]


def test_what_is_chosen_stays_chosen_while_others_come_in(model: ResultsModel) -> None:
    model.merge([a_row("chosen", sold_at=NOON)])
    chosen = QPersistentModelIndex(model.index(0, 0))
    model.merge([a_row("newer", sold_at=NOON + timedelta(hours=1))])
    assert model.row_at(chosen.row()).reference == "chosen"


def test_a_batch_is_one_signal(model: ResultsModel) -> None:
    seen = []
    model.rowsInserted.connect(lambda _parent, first, last: seen.append((first, last)))
    model.merge([a_row(str(number)) for number in range(500)])
    assert seen == [(0, 499)]
    assert len(model) == 500


def test_an_answer_that_changes_no_place_touches_its_own_line_only(model: ResultsModel) -> None:
    model.merge([a_row(str(number)) for number in range(5)])
    touched: list[tuple[int, int]] = []
    moved: list[object] = []
    model.dataChanged.connect(lambda first, last: touched.append((first.row(), last.row())))
    model.layoutChanged.connect(moved.append)
    model.merge([a_row("2", state=PaymentState.VOIDED), a_row("older", sold_at=NOON - timedelta(hours=1))])
    assert touched == [(2, 2)]
    assert moved == []
    assert references(model) == ["0", "1", "2", "3", "4", "older"]


def test_an_open_reversal_shows_before_what_the_gateway_says() -> None:
    assert status(a_row(intent=an_intent(IntentState.OUTCOME_UNKNOWN)))[1] is Tone.UNKNOWN
    assert status(a_row(intent=an_intent(IntentState.REFUSED)))[1] is Tone.DONE


def test_an_order_shows_what_was_given_back_of_it() -> None:
    whole = a_row(state=None, order_id=3, intent=an_intent(IntentState.DONE))
    part = a_row(state=None, order_id=3, intent=an_intent(IntentState.DONE, part=lira("1,00")))
    untouched = a_row(state=None, order_id=3)
    assert len({status(row) for row in (whole, part, untouched)}) == 3
