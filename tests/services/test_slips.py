"""A slip says what happened and nothing more, and is counted before it is made."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from services import compose
from services.domain.account import Account
from services.domain.audit import Act
from services.domain.errors import LedgerUnavailable
from services.domain.paper import SlipForm
from services.domain.reversal import Intent, IntentState, Verb
from services.gateways.base import Exchange
from services.gateways.param import Param
from services.ledger.database import Database
from services.simulator.faults import Fault, Operation
from services.slips import masked_card
from tests.builders import a_payment
from tests.shop import Shop, lira


def an_unknown_one(shop: Shop) -> Intent:
    """Void a sale, lose the answer, and fail to look at it right after."""
    shop.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    for _ in range(2):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the looks before it
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
    (intent,) = shop.void(shop.a_sale()).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def test_it_says_everything_that_was_done(shop: Shop) -> None:
    sale = shop.a_sale("250,00")
    (intent,) = shop.void(sale).intents

    slip = shop.desk.office().slips.make(intent.id, SlipForm.PRINT)

    assert (slip.shop, slip.reference, slip.verb) == ("Merkez", sale.reference, Verb.VOID)
    assert slip.state is IntentState.DONE
    assert slip.of_state(IntentState.DONE) == lira("250,00")
    assert (slip.operator, slip.approver, slip.reason) == ("ayşe", "", "müşteri vazgeçti")
    assert [line.intent for line in slip.lines] == [intent.id]


def test_the_first_is_no_copy_and_each_one_after_it_is(shop: Shop) -> None:
    (intent,) = shop.void(shop.a_sale()).intents

    assert shop.desk.office().slips.preview(intent.id).copy == 0
    copies = [shop.desk.office().slips.make(intent.id, form).copy for form in (SlipForm.PRINT, SlipForm.PDF)]

    assert copies == [0, 1]
    assert shop.desk.office().slips.preview(intent.id).copy == 2


def test_the_audit_log_counts_with_it_and_its_own_row_is_the_code(shop: Shop) -> None:
    (intent,) = shop.void(shop.a_sale()).intents

    slip = shop.desk.office().slips.make(intent.id, SlipForm.PDF)

    (_, newest), *_ = shop.desk.audit.entries(limit=1)
    assert (newest.act, newest.result) == (Act.SLIP, "pdf: done, number 1")
    assert newest.subject.startswith(f"#{intent.id} ")
    assert slip.code == shop.desk.audit.head_code()
    assert shop.desk.audit.holds(slip.code)


def test_what_nobody_knows_is_never_called_done(shop: Shop) -> None:
    intent = an_unknown_one(shop)

    slip = shop.desk.office().slips.make(intent.id, SlipForm.PRINT)

    assert slip.state is IntentState.OUTCOME_UNKNOWN
    assert slip.of_state(IntentState.DONE) == lira("0")


def test_once_it_is_known_the_slip_of_it_is_a_first_one_again(shop: Shop) -> None:
    intent = an_unknown_one(shop)
    unknown = [shop.desk.office().slips.make(intent.id, SlipForm.PRINT).copy for _ in range(2)]

    known = shop.desk.resolver.look(intent.id)
    slip = shop.desk.office().slips.make(known.id, SlipForm.PRINT)

    assert unknown == [0, 1]
    assert (slip.state, slip.copy) == (IntentState.DONE, 0)


def test_one_slip_covers_the_sellers_of_one_confirmation(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "60,00/50,00", "40,00/30,00")
    first, second = shop.give_back(order, (0, "30,00", "60,00"), (2, "40,00", "0,00")).intents
    shop.clock.advance(timedelta(minutes=1))
    shop.give_back(order, (1, "5,00", "45,00"))

    slip = shop.desk.office().slips.make(second.id, SlipForm.PRINT)

    assert [(line.intent, line.seller) for line in slip.lines] == [
        (first.id, "Mağaza 0"),
        (second.id, "Mağaza 2"),
    ]
    assert slip.of_state(IntentState.DONE) == lira("70,00")
    assert shop.desk.office().slips.make(first.id, SlipForm.PRINT).copy == 1


def test_a_list_of_which_one_is_not_known_is_a_slip_of_an_unknown_outcome(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "60,00/50,00")
    shop.simulator.faults.next(Fault.UNEXPECTED_ELEMENT, operation=Operation.MOVE)  # and done
    shop.simulator.faults.next(Fault.SYSTEM_ERROR, operation=Operation.MOVE)

    done, unknown = shop.give_back(order, (0, "30,00", "60,00"), (1, "10,00", "40,00")).intents
    slip = shop.desk.office().slips.preview(done.id)

    assert unknown.state is IntentState.OUTCOME_UNKNOWN
    assert slip.state is IntentState.OUTCOME_UNKNOWN
    assert (slip.of_state(IntentState.DONE), slip.of_state(IntentState.OUTCOME_UNKNOWN)) == (
        lira("30,00"),
        lira("10,00"),
    )


def test_everything_of_everybody_is_one_line_of_all_sellers(shop: Shop) -> None:
    order = shop.an_order("100,00/90,00", "60,00/50,00")
    (intent,) = shop.give_everything_back(order).intents

    (line,) = shop.desk.office().slips.preview(intent.id).lines

    assert (line.all_sellers, line.seller, line.amount) == (True, "", lira("160,00"))


def test_what_never_left_has_no_slip(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    order = shop.an_order("100,00")
    reach = Param.reach

    def reach_and_lose_the_line(param: Param, account: Account) -> Exchange:
        exchange = reach(param, account)
        shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
        return exchange

    with monkeypatch.context() as line:
        line.setattr(Param, "reach", reach_and_lose_the_line)
        (intent,) = shop.give_back(order, (0, "10,00", "90,00")).intents
    shop.simulator.faults.clear()
    assert intent.state is IntentState.NOT_SENT

    assert not intent.has_slip
    with pytest.raises(ValueError, match="no slip"):
        shop.desk.office().slips.make(intent.id, SlipForm.PRINT)


def test_a_slip_that_was_made_is_neither_rewritten_nor_forgotten(shop: Shop) -> None:
    (intent,) = shop.void(shop.a_sale()).intents
    shop.desk.office().slips.make(intent.id, SlipForm.PRINT)
    shop.desk.close()

    with Database.open(shop.folder) as database:
        for statement in ("UPDATE slips SET number = 7", "DELETE FROM slips"):
            with pytest.raises(LedgerUnavailable, match="slip"), database.writing() as connection:
                connection.run(statement)
    shop.restart()


def test_what_can_not_be_counted_is_not_made(shop: Shop) -> None:
    (intent,) = shop.void(shop.a_sale()).intents
    reader = compose.join(Database.look(shop.folder), clock=shop.clock, credentials=shop.secrets, demo=False)
    try:
        with pytest.raises(LedgerUnavailable):
            reader.office().slips.make(intent.id, SlipForm.PRINT)
    finally:
        reader.close()

    assert shop.desk.office().slips.preview(intent.id).copy == 0


def test_a_card_is_named_only_as_the_gateway_masks_it() -> None:
    masked = replace(a_payment(), extra={"CARD_NUMBER": '"540667******1234"'})
    whole = replace(
        a_payment(), extra={"CARD_NUMBER": '"5406670000001234"', "NOTE": '"5406 **** 1234"', "CARD": "7"}
    )

    assert masked_card(masked) == "540667******1234"
    assert masked_card(whole) == ""
