"""A book that remembers who moved money: our requests, or a hand at the gateway's own web panel."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime

from services.domain.money import ZERO, Money
from services.simulator.bank import Habits, VoidAnswer
from services.simulator.book import Book
from services.simulator.entries import GiveBack


class Witness(Book):
    """The simulator's book, and what each request that arrived has moved.

    Whatever else the bank behind it forgives, a request for more than our own earlier ones have left is
    noted in `wrong`: the bank's refusal must never be what keeps us from paying twice. But for an order of
    which a person, or the gateway's own record for over a minute, said what was not so: from then on nobody
    here can know, and it is in `misled`.
    """

    def __init__(self, habits: Habits | None = None) -> None:
        super().__init__(habits)
        self.wrong: list[str] = []
        self.misled: set[str] = set()
        self._late_requests: list[tuple[str, datetime, int]] = []
        self._moves: defaultdict[str, list[Money]] = defaultdict(list)
        self._moved_of: defaultdict[tuple[str, str], Money] = defaultdict(lambda: ZERO)

    def moves(self, reference: str) -> list[Money]:
        """Return what each request that arrived has moved, in order; `ZERO` where nothing was booked."""
        with self._lock:
            return list(self._moves[reference])

    def moved(self, reference: str) -> Money:
        """Return what our requests have moved."""
        return Money(sum(one.kurus for one in self.moves(reference)))

    def sold(self, reference: str) -> Money:
        """Return what a sale or an order came to."""
        sale, order = self.sale(reference), self.order(reference)
        if sale is not None:
            return sale.amount
        assert order is not None
        return Money(sum(line.amount.kurus for line in order.lines))

    def note_request(self, order_reference: str) -> None:
        with self._lock:
            self._moves[order_reference].append(ZERO)
            super().note_request(order_reference)

    def void(self, reference: str, at: datetime, *, booked: bool = True) -> VoidAnswer:
        with self._lock:
            if self.moved(reference) and reference not in self.misled:
                self.wrong.append(f"{reference}: asked for a void of what we had voided")
            before = self._back(reference)
            answer = super().void(reference, at, booked=booked)
            self._book(reference, self._back(reference) - before)
            return answer

    def give_back(self, asked: GiveBack, at: datetime, *, booked: bool = True) -> int:
        with self._lock:
            order = self.order(asked.siparis_id)
            line = order.line(asked.guid) if order else None
            misled = asked.siparis_id in self.misled
            key = (asked.siparis_id, asked.guid.upper())
            if order is None or line is None:
                self.wrong.append(f"{asked.siparis_id}: asked for a line that is not there")
            elif not asked.amount:
                if self.moved(asked.siparis_id) == self.sold(asked.siparis_id) and not misled:
                    self.wrong.append(f"{asked.siparis_id}: asked for everything when all of it was back")
            elif self._moved_of[key] + asked.amount > line.amount and not misled:
                self.wrong.append(f"{asked.siparis_id}: asked for more of a line than our own requests left")
            before = self._back(asked.siparis_id)
            sonuc = super().give_back(asked, at, booked=booked)
            moved = self._back(asked.siparis_id) - before
            self._moved_of[key] += moved
            self._book(asked.siparis_id, moved)
            return sonuc

    def void_later(self, reference: str, at: datetime) -> None:
        with self._lock:
            self._late_requests.append((reference, at, len(self._moves[reference]) - 1))
            super().void_later(reference, at)

    def _arrive(self, reference: str, at: datetime) -> None:
        before = self._back(reference)
        super()._arrive(reference, at)
        late = next(one for one in self._late_requests if one[:2] == (reference, at))
        self._late_requests.remove(late)
        self._moves[reference][late[2]] += self._back(reference) - before

    def panel_voids(self, reference: str, at: datetime) -> VoidAnswer:
        """Void a sale by hand, at the gateway's own web panel."""
        return super().void(reference, at)

    def panel_gives_back(self, asked: GiveBack, at: datetime) -> int:
        """Give an order back by hand, at the gateway's own web panel."""
        return super().give_back(asked, at)

    def _back(self, reference: str) -> Money:
        sale, order = self._sales.get(reference), self._orders.get(reference)
        return sale.returned if sale else order.returned if order else ZERO

    def _book(self, reference: str, moved: Money) -> None:
        if self._moves[reference]:
            self._moves[reference][-1] = moved
