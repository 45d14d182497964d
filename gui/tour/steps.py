"""The steps of the tour, in order. Each returns what it saw; what it expected in vain is an error."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QTabWidget,
    QToolButton,
    QTreeWidget,
)

from gui.format import plain
from gui.orders.panel import OrderPanel
from gui.payment.panel import PaymentPanel
from gui.places import Place
from gui.reversal.outcome_card import OutcomeCard
from gui.reversal.outcome_panel import OutcomePanel
from gui.reversal.typed_word import TypedWord
from gui.settings import Appearance
from gui.tour.guide import Guide, Lost
from services.domain.money import Money
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy, Settlement
from services.plans import REFERENCE_LIMIT
from services.simulator.entries import Sale, Status
from services.simulator.faults import Fault, Operation

Step = Callable[[Guide], str]

SOLD_TODAY = "ORDER_REF_NUMBER"
"""The sale of EsnekPOS's sample void (S 000)."""

SAMPLE = "9.54251311 1595848596|999"
"""The payment of EsnekPOS's sample answer (S 001)."""

ORDER = "siparis54"
"""The order of Param's sample (S 003), some days old."""

ORDER_OF_TODAY = "siparis61"

RETURNED_AT_THE_PANEL = "siparis71"
"""An order that Param refuses: everything went back at its own panel."""


def start(guide: Guide) -> str:
    """The window, with the demo open."""
    account = guide.wait("the accounts", lambda: guide.window.bar.chosen)
    rows = guide.wait("what the ledger holds", lambda: len(guide.window.search.model))
    return f"{plain(account.name)}, {rows} rows"


def find_a_sale(guide: Guide) -> str:
    """A reference and Enter: the one hit opens itself, and can be voided."""
    panel = _open_sale(guide, SOLD_TODAY)
    guide.wait("the void button", panel.void.isVisible)
    return f"{panel.void.text()} {panel.countdown.text()}"


def a_sale_in_full(guide: Guide) -> str:
    """The documents' own sample: movements, sellers, transfers."""
    panel = _open_sale(guide, SAMPLE)
    panel.tree.expandAll()
    shown = guide.words_of(panel.tree)
    for expected in ("1.250,00", "1.073,00", "148,88", "999999"):
        _expect(expected in shown, f"{expected} in the tree")
    return f"{len(shown.splitlines())} lines of what happened to it"


def the_raw_answer(guide: Guide) -> str:
    """What the gateway answered, one click away, without the key."""
    panel = guide.find(PaymentPanel, "payment")
    tabs = panel.findChildren(QTabWidget)[0]
    bar = tabs.tabBar()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(tabs.count() - 1).center())
    text = guide.wait("the raw answer", lambda: panel.raw.text.toPlainText() if panel.raw.isVisible() else "")
    _expect("TRANSACTIONS" in text, "the answer itself")
    _expect("MERCHANT_KEY" not in text, "no key in it")
    return f"{len(text)} characters"


def a_reference_nobody_knows(guide: Guide) -> str:
    """It is said beside the box."""
    _search(guide, "BÖYLE-BİR-SATIŞ-YOK")
    return guide.wait("the sentence", guide.window.bar.box.message.text)


def void_it(guide: Guide) -> str:
    """The question: amount, reference, reason, what will happen."""
    guide.press(_open_sale(guide, SOLD_TODAY).void)
    dialog = guide.dialog
    _expect(not guide.find(QPushButton, "confirm", dialog).isEnabled(), "no void without a reason")
    _give_a_reason(guide, dialog, "Müşteri vazgeçti")
    return guide.find(QPushButton, "confirm", dialog).text()


def it_is_voided(guide: Guide) -> str:
    """Done, and the gateway's own record shows it."""
    (intent,) = _confirm(guide, guide.dialog)
    _expect_state(intent, IntentState.DONE)
    _expect(_settled(intent).confirmation is Confirmation.SEEN, "the gateway shows it")
    _expect(guide.simulator.book.requests_for(SOLD_TODAY) == 1, "one request")
    saw = f"{guide.simulator.book.returned(SOLD_TODAY)} given back by the gateway"
    return f"{saw}; {guide.find(OutcomePanel, 'outcome', guide.dialog).text.splitlines()[0]}"


def an_order_of_several_sellers(guide: Guide) -> str:
    """A Param order, as it was entered by hand."""
    panel = _open_order(guide, ORDER)
    return f"{panel.give_back.text()} {panel.countdown.text()}"


def part_of_one_seller(guide: Guide) -> str:
    """How much goes back, and what the seller is due afterwards."""
    guide.press(guide.find(OrderPanel, "order").give_back)
    dialog = guide.dialog
    guide.fill(guide.find(QLineEdit, "amount_0_edit", dialog), "30,00")
    guide.fill(guide.find(QLineEdit, "payable_0_edit", dialog), "10,00")
    _expect(guide.find(QPushButton, "onward", dialog).isEnabled(), "amounts that can be")
    return "30,00 back, 10,00 due"


def exactly_what_will_be_sent(guide: Guide) -> str:
    """The review, with the request itself."""
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "onward", dialog))
    _give_a_reason(guide, dialog, "Ürün iade edildi")
    _understand(guide, dialog)
    request = guide.find(QPlainTextEdit, "request", dialog)
    guide.wait("the request", lambda: "<SiparisTutar>30.00<" in request.toPlainText().replace("ns0:", ""))
    return guide.find(QPushButton, "confirm", dialog).text()


def part_of_it_went_back(guide: Guide) -> str:
    """Done at Param, which has no query to confirm it."""
    (intent,) = _confirm(guide, guide.dialog)
    _expect_state(intent, IntentState.DONE)
    back = guide.simulator.book.returned(ORDER)
    _expect(back == Money(3_000), f"30,00 TL given back, not {back}")
    return f"{back} given back by the gateway"


def everything_of_everybody(guide: Guide) -> str:
    """An act of its own, behind a typed word."""
    panel = _open_order(guide, ORDER_OF_TODAY)
    guide.press(panel.give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "everything", dialog))
    onward = guide.find(QPushButton, "onward", dialog)
    _expect(not onward.isEnabled(), "nothing before the word")
    word = guide.find(TypedWord, "typed_word", dialog)
    guide.fill(word, word.word)
    return guide.wait("the way on", lambda: onward.text() if onward.isEnabled() else "")


def all_of_it_went_back(guide: Guide) -> str:
    """One request, every seller."""
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "onward", dialog))
    _give_a_reason(guide, dialog, "Sipariş iptal edildi")
    _understand(guide, dialog)
    (intent,) = _confirm(guide, dialog)
    _expect_state(intent, IntentState.DONE)
    order = guide.simulator.book.order(ORDER_OF_TODAY)
    _expect(order is not None and not any(line.left for line in order.lines), "nothing left")
    _expect(guide.simulator.book.requests_for(ORDER_OF_TODAY) == 1, "one request")
    return f"{guide.simulator.book.returned(ORDER_OF_TODAY)} given back by the gateway"


def a_refusal(guide: Guide) -> str:
    """Param says no: it was given back at its own panel already."""
    guide.press(_open_order(guide, RETURNED_AT_THE_PANEL).give_back)
    dialog = guide.dialog
    guide.press(guide.find(QPushButton, "rest_0", dialog))
    guide.press(guide.find(QPushButton, "onward", dialog))
    _give_a_reason(guide, dialog, "Müşteri vazgeçti")
    _understand(guide, dialog)
    (intent,) = _confirm(guide, dialog)
    _expect_state(intent, IntentState.REFUSED)
    return f"refused with {_settled(intent).code}"


def a_lost_answer(guide: Guide) -> str:
    """The line breaks after the request has arrived, and the query is down: nobody knows, so it is locked."""
    sale = _another_sale_of_today(guide)
    guide.press(_open_sale(guide, sale.reference).void)
    dialog = guide.dialog
    _give_a_reason(guide, dialog, "Mükerrer çekim")
    faults = guide.simulator.faults
    faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
    faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the last look
    faults.next(Fault.HTTP_500, operation=Operation.ASK)  # the look after it
    (intent,) = _confirm(guide, dialog)
    _expect_state(intent, IntentState.OUTCOME_UNKNOWN)
    _expect(guide.simulator.book.requests_for(sale.reference) == 1, "one request")
    return guide.find(OutcomePanel, "outcome", dialog).text.splitlines()[0]


def settled_by_evidence(guide: Guide) -> str:
    """Asked again: the gateway's own record shows the movement."""
    card = guide.find(OutcomeCard, "outcome_card", guide.dialog)
    guide.press(card.look)
    done = guide.wait("the evidence", lambda: card.intent if not card.intent.state.is_open else None)
    _expect_state(done, IntentState.DONE)
    _expect(_settled(done).by is SettledBy.QUERY, "settled by the query")
    return "done, by what the query shows"


def a_broken_gateway(guide: Guide) -> str:
    """The gateway fails; what the ledger holds is found all the same."""
    guide.tidy()
    guide.simulator.faults.always(Fault.HTTP_500)
    _search(guide, SAMPLE)
    notice = guide.window.search.notice
    told = guide.wait("the failure", lambda: notice.text if notice.isVisible() else "")
    rows = guide.wait("the ledger's row", lambda: len(guide.window.search.model))
    return f"{rows} row from the ledger; {told.splitlines()[0]}"


def everything_done_here(guide: Guide) -> str:
    """Every reversal, with how it ended."""
    guide.tidy()
    _go(guide, Place.REVERSALS)
    table = guide.find(QTreeWidget, "journal_table")
    count = guide.wait("the reversals", table.model().rowCount)
    place = guide.find(QToolButton, "place_reversals")
    guide.wait("the count of unknown ones to be gone", lambda: "," not in place.accessibleName())
    guide.choose(table, SOLD_TODAY)
    return f"{count} reversals"


def the_accounts(guide: Guide) -> str:
    """Who we are at the gateways."""
    guide.press(guide.window.places.accounts)
    table = guide.find(QTableView, "accounts", guide.dialog)
    return f"{guide.wait('the accounts', table.model().rowCount)} accounts"


def a_new_account(guide: Guide) -> str:
    """What a first real account wants to know."""
    guide.press(guide.find(QPushButton, "add", guide.dialog))
    editor = guide.wait("the editor", lambda: _named_dialog(guide, "account_editor"))
    return plain(editor.windowTitle())


def in_the_dark(guide: Guide) -> str:
    """The same in dark colours."""
    guide.tidy()
    guide.window.places.appearance_chosen.emit(Appearance.DARK)
    panel = _open_sale(guide, SAMPLE)
    panel.tree.expandAll()
    return f"background {panel.palette().window().color().name()}"


STEPS: tuple[Step, ...] = (
    start,
    find_a_sale,
    a_sale_in_full,
    the_raw_answer,
    a_reference_nobody_knows,
    void_it,
    it_is_voided,
    an_order_of_several_sellers,
    part_of_one_seller,
    exactly_what_will_be_sent,
    part_of_it_went_back,
    everything_of_everybody,
    all_of_it_went_back,
    a_refusal,
    a_lost_answer,
    settled_by_evidence,
    a_broken_gateway,
    everything_done_here,
    the_accounts,
    a_new_account,
    in_the_dark,
)


def _search(guide: Guide, text: str) -> None:
    line = guide.window.bar.box.line
    guide.fill(line, text)
    guide.enter(line)


def _go(guide: Guide, place: Place) -> None:
    guide.press(guide.find(QToolButton, f"place_{place.value}"))


def _open_sale(guide: Guide, reference: str) -> PaymentPanel:
    guide.tidy()
    _search(guide, reference)

    def shown() -> PaymentPanel | None:
        for panel in guide.window.findChildren(PaymentPanel, "payment"):
            if panel.isVisible() and panel.view and panel.view.payment.reference == reference:
                return panel
        return None

    return guide.wait(reference, shown)


def _open_order(guide: Guide, siparis_id: str) -> OrderPanel:
    guide.tidy()
    _go(guide, Place.ORDERS)
    guide.choose(guide.find(QTableView, "orders"), siparis_id)

    def shown() -> OrderPanel | None:
        for panel in guide.window.findChildren(OrderPanel, "order"):
            if panel.isVisible() and panel.view and panel.view.order.siparis_id == siparis_id:
                return panel
        return None

    return guide.wait(siparis_id, shown)


def _another_sale_of_today(guide: Guide) -> Sale:
    days = guide.wait("the account", lambda: guide.window.bar.chosen).days
    now = guide.desk.clock.now()
    for sale in guide.simulator.book.sales():
        (first, *more) = sale.movements
        of_today = sale.paid_at is not None and days.same_day(sale.paid_at, now)
        can_be_voided = not more and first.status is Status.PAID and len(sale.reference) <= REFERENCE_LIMIT
        if of_today and can_be_voided and sale.reference != SOLD_TODAY:
            return sale
    raise Lost("the book has no other sale of today")


def _give_a_reason(guide: Guide, dialog: QDialog, reason: str) -> None:
    box = guide.find(QComboBox, "reason", dialog)
    line = box.lineEdit()
    if line is None:
        raise Lost("the reason can't be typed")
    guide.fill(line, reason)


def _understand(guide: Guide, dialog: QDialog) -> None:
    """Tick the box about the literal payable rule, where it asks."""
    for box in dialog.findChildren(QCheckBox, "understood"):
        if box.isVisible() and not box.isChecked():
            QTest.keyClick(box, Qt.Key.Key_Space)
            guide.rest()


def _confirm(guide: Guide, dialog: QDialog) -> list[Intent]:
    """Press what moves the money, and wait until it is clear how it went."""
    guide.press(guide.find(QPushButton, "confirm", dialog))
    outcome = dialog.findChildren(OutcomePanel, "outcome")[0]
    guide.wait("the outcome", lambda: outcome.cards or None)
    return [card.intent for card in outcome.cards]


def _named_dialog(guide: Guide, name: str) -> QDialog | None:
    dialog = guide.dialog
    return dialog if dialog.objectName() == name else None


def _settled(intent: Intent) -> Settlement:
    if intent.settled is None:
        raise Lost("the intent is not settled")
    return intent.settled


def _expect_state(intent: Intent, state: IntentState) -> None:
    _expect(intent.state is state, f"{state.value}, not {intent.state.value}")


def _expect(fact: object, what: str) -> None:
    if not fact:
        raise Lost(f"expected {what}")
