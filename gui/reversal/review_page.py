"""Everything that is about to be sent, once more, before it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from gui.format import money, plain
from gui.reversal.reason import ReasonBox
from gui.reversal.request_view import RequestView
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.notice import Notice
from gui.words import in_words
from services.domain.reversal import Everything
from services.plans import LineReturn, ReturnPlan, breaks_literal_rule

if TYPE_CHECKING:
    from services.desk import Desk


class ReviewPage(QWidget):
    """The list of what goes back, its total in words, the requests themselves, and the reason.

    Attributes:
        reason: Why; nothing is sent without it.
        rule: Names Param's rule and both numbers, where its literal reading is broken.
        understood: Asked where the payable rule, read literally, is broken; hidden otherwise.
    """

    changed = Signal()
    """The reason, or the answer about the rule, is another."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_page")
        self._asks_about_rule = False
        self.reason = ReasonBox()
        self.request = RequestView(desk, tasks)
        self.request.fold.setChecked(True)
        self._total = QLabel()
        self._total.setProperty("kind", "amount")
        self._words = QLabel()
        self._words.setProperty("kind", "muted")
        self._words.setWordWrap(True)
        self._list = QFrame()
        self._list.setProperty("kind", "card")
        self._rows = QGridLayout(self._list)
        self._rows.setContentsMargins(L, S, L, S)
        self._rows.setHorizontalSpacing(L)
        self._rows.setColumnStretch(0, 1)
        self.rule = Notice()
        self.understood = QCheckBox(self.tr("I understand, and it is meant so"))
        self.understood.setObjectName("understood")
        self._lay_out()
        self.reason.changed.connect(self.changed)
        self.understood.toggled.connect(self.changed)

    @property
    def missing(self) -> str:
        """What is still missing, in words; empty when nothing is."""
        if self._asks_about_rule and not self.understood.isChecked():
            return self.tr("Read about Param's rule and tick the box.")
        return "" if self.reason.text else self.tr("Write a reason to go on.")

    def show_plan(self, plan: ReturnPlan) -> None:
        """Show what a plan comes to."""
        self._total.setText(money(plan.amount))
        turkish = QLocale().language() == QLocale.Language.Turkish
        self._words.setText(in_words(plan.amount, turkish))
        self._show_list(plan)
        parts = () if isinstance(plan.what, Everything) else plan.what
        self._ask_about_rule(plan, [part for part in parts if breaks_literal_rule(part)])
        self.request.show_plan(plan)

    def _show_list(self, plan: ReturnPlan) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        heads = [self.tr("Seller"), self.tr("Goes back"), self.tr("Due now"), self.tr("Due afterwards")]
        self._row(0, heads, "label")
        if isinstance(plan.what, Everything):
            row = [self.tr("All sellers"), money(plan.amount), "", self.tr("none")]
            self._row(1, row, "")
            return
        for number, part in enumerate(plan.what, start=1):
            line = plan.order.line(part.line)
            due = money(plan.standing.payable_of(line))
            self._row(
                number, [plain(line.seller, limit=60), money(part.amount), due, money(part.payable)], ""
            )

    def _row(self, number: int, texts: list[str], kind: str) -> None:
        for column, text in enumerate(texts):
            label = QLabel(text)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", kind)
            side = Qt.AlignmentFlag.AlignLeft if column == 0 else Qt.AlignmentFlag.AlignRight
            self._rows.addWidget(label, number, column, side)

    def _ask_about_rule(self, plan: ReturnPlan, parts: list[LineReturn]) -> None:
        """Name the rule and both numbers of every line that breaks its literal reading (WIRE)."""
        self._asks_about_rule = bool(parts)
        self.understood.setChecked(False)
        self.understood.setVisible(bool(parts))
        if not parts:
            self.rule.hide()
            return
        said = [
            self.tr("{seller}: due afterwards {payable}, given back {amount}").format(
                seller=plain(plan.order.line(part.line).seller, limit=60),
                payable=money(part.payable),
                amount=money(part.amount),
            )
            for part in parts
        ]
        self.rule.show_info(
            self.tr("Param's rule: OdenecekTutar can't exceed SiparisTutar. Read literally, this breaks it."),
            Tone.WAITING,
            next_step="\n".join([*said, self.tr("If Param reads it so, it refuses and no money moves.")]),
        )

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setHorizontalSpacing(L)
        form.addRow(self.tr("Reason"), self.reason)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(M)
        layout.addWidget(self._total)
        layout.addWidget(self._words)
        layout.addWidget(self._list)
        layout.addLayout(form)
        layout.addWidget(self.rule)
        layout.addWidget(self.understood)
        layout.addWidget(self.request)
        layout.addStretch(1)
