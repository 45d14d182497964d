"""Finding and reading: a sale, all that happened to it, and what nobody knows."""

from __future__ import annotations

from gui.format import plain
from gui.payment.panel import PaymentPanel
from gui.tour.guide import Guide
from gui.tour.hands import SAMPLE, SOLD_TODAY, expect, open_sale, search, show_tab


def start(guide: Guide) -> str:
    """The window, with the demo open."""
    account = guide.wait("the accounts", lambda: guide.window.bar.chosen)
    rows = guide.wait("what the ledger holds", lambda: len(guide.window.search.model))
    return f"{plain(account.name)}, {rows} rows"


def find_a_sale(guide: Guide) -> str:
    """A reference and Enter: the one hit opens itself, and can be voided."""
    panel = open_sale(guide, SOLD_TODAY)
    guide.wait("the void button", panel.void.isVisible)
    return f"{panel.void.text()} {panel.countdown.text()}"


def a_sale_in_full(guide: Guide) -> str:
    """The documents' own sample: movements, sellers, transfers."""
    panel = open_sale(guide, SAMPLE)
    panel.tree.expandAll()
    shown = guide.words_of(panel.tree)
    for expected in ("1.250,00", "1.073,00", "148,88", "999999"):
        expect(expected in shown, f"{expected} in the tree")
    return f"{len(shown.splitlines())} lines of what happened to it"


def the_raw_answer(guide: Guide) -> str:
    """What the gateway answered, one click away, without the key."""
    panel = guide.find(PaymentPanel, "payment")
    show_tab(guide, panel, -1)
    text = guide.wait("the raw answer", lambda: panel.raw.text.toPlainText() if panel.raw.isVisible() else "")
    expect("TRANSACTIONS" in text, "the answer itself")
    expect("MERCHANT_KEY" not in text, "no key in it")
    return f"{len(text)} characters"


def a_reference_nobody_knows(guide: Guide) -> str:
    """It is said beside the box."""
    search(guide, "BÖYLE-BİR-SATIŞ-YOK")
    return guide.wait("the sentence", guide.window.bar.box.message.text)
