"""Everything, of every seller: an act of its own, behind a typed word."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gui.format import money
from gui.theme import M, S, Tone
from gui.widgets.notice import Notice
from gui.widgets.typed_word import TypedWord
from services.lookup import OrderView
from services.plans import left_of_order


class EverythingPage(QWidget):
    """Says what will happen to whom, and what is not proven about it; asks for the word.

    Args:
        view: The order.
        limited: The person at the desk has a limit, so that this takes a second person.

    Attributes:
        word: The line to type it into.
        limit: Says so before anything is pressed, with the ways on; hidden for a person without a limit.
    """

    changed = Signal()
    """The word has come or gone."""

    def __init__(self, view: OrderView, *, limited: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("everything_page")
        left = left_of_order(view.order, view.standing)
        title = QLabel(self.tr("Everything goes back, of all sellers: {amount}").format(amount=money(left)))
        title.setProperty("kind", "title")
        title.setWordWrap(True)
        sellers = ", ".join(line.seller for line in view.order.lines)
        who = QLabel(self.tr("Sellers of this order: {sellers}").format(sellers=sellers))
        who.setTextFormat(Qt.TextFormat.PlainText)
        who.setWordWrap(True)
        notice = Notice()
        notice.show_info(
            self.tr("SiparisTutar 0 is sent, with the GUID of the first line."),
            Tone.WAITING,
            next_step=self.tr("That this gives back every seller's part is Param's word; it is unproven."),
        )
        self.limit = Notice()
        if limited:
            self.limit.show_info(
                self.tr("You have a limit: this takes the approval of a person without any limit."),
                Tone.WAITING,
                next_step=self.tr(
                    "Go on, and have it approved here or leave it for approval; or go back and give it back"
                    " line by line. The amount above is what was typed for the order, so no limit goes by it."
                ),
            )
        else:
            self.limit.hide()
        self.word = TypedWord(self.tr("ALL"))  # L10N: tr "HEPSİ"
        ask = QLabel(self.tr("Type {word} to go on:").format(word=self.word.word))
        ask.setBuddy(self.word)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(ask)
        row.addWidget(self.word)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(title)
        layout.addWidget(who)
        layout.addWidget(notice)
        layout.addWidget(self.limit)
        layout.addLayout(row)
        layout.addStretch(1)
        self.word.matched.connect(self.changed)
