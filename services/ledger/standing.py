"""How an order stands by our own journal: what went back, what is under way, what is left. Pure arithmetic.

Left = amount sold - max(what the gateway shows as given back, our done) - our open. Where a gateway can't
be asked: amount sold - our done - our open. At Param every seller's line has its own, and the order has one.
"""

from __future__ import annotations

from dataclasses import dataclass

from services.domain.errors import InProgress, InputProblem, InvalidInput, NotReversible, WhyNot
from services.domain.money import ZERO, Money, total
from services.domain.order import OrderLine
from services.domain.reversal import Draft, Intent, IntentState, OrderKey, ReturnRequest, Verb, VoidRequest


@dataclass(frozen=True, slots=True)
class Standing:
    """One order by its intents.

    Attributes:
        intents: All of this order, oldest first.
    """

    order: OrderKey
    intents: tuple[Intent, ...] = ()

    @property
    def open(self) -> Intent | None:
        """The intent that keeps the order locked."""
        return next((intent for intent in self.intents if intent.state.is_open), None)

    @property
    def shut_by(self) -> Intent | None:
        """The done intent that gave everything back: nothing more is ever sent for this order."""
        return next((intent for intent in self._done if intent.draft.whole), None)

    def given_back(self, line: str | None = None) -> Money:
        """Add up what is done: of one seller's line, or of the whole order.

        What gave everything back belongs to no line: of a line it counts in `left` only.
        """
        return _sum(self._done, line)

    def under_way(self, line: str | None = None) -> Money:
        """Add up what is open: of one seller's line, or of the whole order."""
        return _sum(tuple(intent for intent in self.intents if intent.state.is_open), line)

    def left(self, line: str | None, sold: Money, *, returned_there: Money = ZERO) -> Money:
        """Return what can still be given back of a line, or of the whole order; never below nothing.

        Args:
            line: `PYSiparis_GUID`, in any case; None for the order.
            sold: What that line, or the order, was sold for.
            returned_there: What the gateway itself shows as given back of it.
        """
        if self._everything_asked_back:
            return ZERO
        back = max(returned_there, self.given_back(line)) + self.under_way(line)
        return max(sold - back, ZERO)

    def payable_of(self, line: OrderLine) -> Money:
        """Return what a line's seller is due now: as the last done return set it, else as entered."""
        for intent in reversed(self._done):
            request = intent.draft.request
            if isinstance(request, ReturnRequest) and (
                intent.draft.whole or request.line.upper() == line.guid.upper()
            ):
                return request.payable
        return line.payable

    def require(self, draft: Draft, *, order_sold: Money | None = None) -> None:
        """Let a draft pass that this order has room for.

        Args:
            draft: What is to be written down.
            order_sold: For a seller's line: what its whole order was sold for, where that is known.

        Raises:
            InProgress: The order has an open intent.
            NotReversible: ALREADY_VOIDED or ALREADY_REFUNDED: it is shut. NOTHING_LEFT. PARTLY_REFUNDED:
                a void knows no part.
            InvalidInput: ``amount``: MORE_THAN_LEFT; `limit` is what is left.
        """
        if self.open is not None:
            raise InProgress(self.open)
        if self.shut_by is not None:
            voided = self.shut_by.draft.verb is Verb.VOID
            why = WhyNot.ALREADY_VOIDED if voided else WhyNot.ALREADY_REFUNDED
            raise NotReversible(why, left=ZERO)
        left = self.left(draft.line, draft.sold, returned_there=draft.returned_there)
        if order_sold is not None:
            left = min(left, self.left(None, order_sold))
        if not left:
            raise NotReversible(WhyNot.NOTHING_LEFT, left=ZERO)
        if draft.amount > left:
            if isinstance(draft.request, VoidRequest):
                raise NotReversible(WhyNot.PARTLY_REFUNDED, left=left)
            raise InvalidInput("amount", InputProblem.MORE_THAN_LEFT, limit=left)

    @property
    def _done(self) -> tuple[Intent, ...]:
        return tuple(intent for intent in self.intents if intent.state is IntentState.DONE)

    @property
    def _everything_asked_back(self) -> bool:
        return self.shut_by is not None or (self.open is not None and self.open.draft.whole)


def _sum(intents: tuple[Intent, ...], line: str | None) -> Money:
    drafts = [intent.draft for intent in intents]
    if line is None:
        return total([draft.amount for draft in drafts])
    return total([draft.amount for draft in drafts if draft.line and draft.line.upper() == line.upper()])
