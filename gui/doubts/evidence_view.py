"""All that is known of one reversal, side by side: asked and answered, before and now, step by step."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from gui.difference_words import words_of
from gui.format import instant_exact, money, plain
from gui.payment.outline import outline
from gui.payment.tree import PaymentTree
from gui.reversal.differences import DifferenceTable
from gui.theme import XS, L, M, S, Tone
from gui.widgets.notice import Notice
from gui.wording import basis, environment, finding_words, gateway, intent_state, step_name, verb
from services.domain.payment import Payment
from services.domain.reversal import Everything, ReturnRequest
from services.settling import Evidence

_TREE = 190
"""Height of a tree, in device-independent pixels."""

_NARROW = 760
"""Below this width two trees side by side show no words any more."""

Rows = Sequence[tuple[str, str]]
"""What it is called, and what it is."""


class EvidenceView(QWidget):
    """Shows evidence and asks nothing. What a gateway said is plain text, and marked as its words."""

    def __init__(self, evidence: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("evidence")
        self._evidence = evidence
        self._pairs: list[QBoxLayout] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self._add(self._later())
        self._add(
            _side(self.tr("What was asked"), self._asked()),
            _side(self.tr("What was answered, or how it broke"), self._answered()),
        )
        self._add(*self._trees())
        if evidence.differences:
            table = DifferenceTable(self)
            table.show_words([words_of(difference) for difference in evidence.differences])
            self._add(table)
        self._add(
            _side(self.tr("The order as entered here"), self._lines()) if evidence.order else None,
            _side(self.tr("What else was asked of this order"), self._others()) if evidence.others else None,
        )
        self._add(_side(self.tr("Step by step"), self._steps()))

    @property
    def text(self) -> str:
        """Everything it says in labels."""
        return "\n".join(label.text() for label in self.findChildren(QLabel))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand below each other where there is no room side by side."""
        super().resizeEvent(event)
        across = QBoxLayout.Direction.LeftToRight
        way = across if event.size().width() >= _NARROW else QBoxLayout.Direction.TopToBottom
        for pair in self._pairs:
            pair.setDirection(way)

    def _add(self, *parts: QWidget | None) -> None:
        """Put what there is side by side."""
        there = [part for part in parts if part is not None]
        if not there:
            return
        pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        pair.setSpacing(M)
        for part in there:
            pair.addWidget(part, 1)
        self._column.addLayout(pair)
        self._pairs.append(pair)

    def _trees(self) -> tuple[QWidget | None, QWidget | None]:
        before, now = self._evidence.before, self._evidence.now
        left = right = None
        if before is not None:
            left = _tree(self.tr("The payment before it was sent"), before)
        if now is not None:
            title = self.tr("The payment as last answered, {when}").format(
                when=instant_exact(now.snapshot.taken_at)
            )
            right = _tree(title, now.payment)
        return left, right

    def _later(self) -> Notice | None:
        """Say that another answer contradicts what a person would say."""
        other = self._evidence.contradicted_by
        if other is None:
            return None
        notice = Notice(self)
        notice.show_info(
            self.tr("Param said later that it had gone back already: {code}, {when}.").format(
                code=plain((other.settled and other.settled.code) or "", limit=40),
                when=instant_exact(other.armed_at),
            ),
            Tone.WAITING,
        )
        return notice

    def _asked(self) -> Rows:
        intent, draft = self._evidence.intent, self._evidence.intent.draft
        order = draft.order
        rows = [
            (self.tr("What"), f"{verb(draft.verb)}, {money(draft.amount)}"),
            (self.tr("Reference"), plain(order.reference, limit=80)),
            (
                self.tr("Account"),
                " · ".join(
                    [
                        plain(self._evidence.account.name, limit=60),
                        gateway(order.gateway),
                        environment(order.environment),
                        plain(order.merchant, limit=40),
                    ]
                ),
            ),
        ]
        request = draft.request
        if isinstance(request, ReturnRequest):
            whole = isinstance(request.amount, Everything)
            whose = self.tr("all sellers") if whole else self._seller(request.line)
            rows.append((self.tr("Seller"), whose))
            rows.append((self.tr("PYSiparis_GUID"), plain(request.line, limit=60)))
            rows.append((self.tr("Payable afterwards"), money(request.payable)))
        rows.append((self.tr("Who and why"), f"{plain(draft.operator, limit=40)}: {plain(draft.reason)}"))
        if intent.sent_at is not None:
            rows.append((self.tr("Sent"), instant_exact(intent.sent_at)))
        return rows

    def _seller(self, guid: str) -> str:
        order = self._evidence.order
        lines = order.lines if order is not None else ()
        return next((plain(line.seller, limit=80) for line in lines if line.guid == guid), "\N{EM DASH}")

    def _answered(self) -> Rows:
        settled = self._evidence.intent.settled
        if settled is None:
            return [(self.tr("Answer"), self.tr("none"))]
        rows = [(self.tr("Known by"), basis(settled.by)), (self.tr("When"), instant_exact(settled.at))]
        if settled.code is not None:
            rows.append((self.tr("Their code"), plain(settled.code, limit=40)))
        if settled.text:
            rows.append((self.tr("Their words"), plain(settled.text)))
        if settled.code is None and not settled.text:
            rows.append((self.tr("As it was kept"), plain(settled.evidence, limit=600) or "\N{EM DASH}"))
        return rows

    def _lines(self) -> Rows:
        order = self._evidence.order
        return [
            (
                plain(line.seller, limit=60),
                self.tr("{amount}, payable {payable}").format(
                    amount=money(line.amount), payable=money(line.payable)
                ),
            )
            for line in (order.lines if order is not None else ())
        ]

    def _others(self) -> Rows:
        return [
            (
                instant_exact(other.armed_at),
                f"{verb(other.draft.verb)}, {money(other.draft.amount)}, {intent_state(other)[0]}",
            )
            for other in self._evidence.others
        ]

    def _steps(self) -> Rows:
        rows = [(look.begun_at, finding_words(look.finding)) for look in self._evidence.looks]
        for event in self._evidence.events:
            said = [step_name(event)]
            if event.by is not None:
                said.append(basis(event.by))
            if event.code:
                said.append(self.tr("code {code}").format(code=plain(event.code, limit=40)))
            if event.text:
                said.append(plain(event.text, limit=200))
            rows.append((event.at, ", ".join(said)))
        return [(instant_exact(at), words) for at, words in sorted(rows, key=itemgetter(0))]


def _side(title: str, rows: Rows) -> QFrame:
    card, column = _card(title)
    grid = QGridLayout()  # a form gives a wrapped text the height of an unwrapped one
    grid.setHorizontalSpacing(L)
    grid.setVerticalSpacing(XS)
    grid.setColumnStretch(1, 1)
    for number, (name, value) in enumerate(rows):
        label = QLabel(name)
        label.setProperty("kind", "label")
        label.setTextFormat(Qt.TextFormat.PlainText)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(_text(value), number, 1)
    column.addLayout(grid)
    column.addStretch(1)
    return card


def _tree(title: str, payment: Payment) -> QFrame:
    card, column = _card(title)
    tree = PaymentTree()
    tree.setFixedHeight(_TREE)
    tree.show_row(outline(payment))
    column.addWidget(tree)
    return card


def _card(title: str) -> tuple[QFrame, QVBoxLayout]:
    card = QFrame()
    card.setProperty("kind", "card")
    head = QLabel(title)
    head.setTextFormat(Qt.TextFormat.PlainText)
    head.setWordWrap(True)
    bold = head.font()
    bold.setBold(True)
    head.setFont(bold)
    column = QVBoxLayout(card)
    column.setContentsMargins(M, S, M, S)
    column.setSpacing(S)
    column.addWidget(head)
    return card, column


def _text(value: str) -> QLabel:
    label = QLabel(value)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    return label
