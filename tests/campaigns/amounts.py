"""`uv run python -m tests.campaigns.amounts [--calls N] [--seed N]`: from what is typed to what Param reads.

Texts a person may type, and values a mistake may pass, go the whole way: read, planned, written as
Param's request. The bytes must say the very amount that a reader made by hand sees in the text, and 0.00
by no other way than the act of its own that gives everything back.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from decimal import Decimal

from gui.format import AmbiguousAmount, parse_amount
from services.domain.clock import SystemClock
from services.domain.errors import ServiceError
from services.domain.money import ZERO, Money
from services.domain.reversal import Everything, ReturnRequest, Verb
from services.gateways.http import Http
from services.gateways.param import Param
from services.gateways.param_wire import fields_of
from services.ledger.standing import Standing
from services.lookup import OrderView, order_key
from services.plans import LineReturn, ReturnPlan, plan_return, proposed_payable
from tests.builders import a_line, a_param_account, an_order, istanbul, param_secrets
from tests.campaigns.report import Report, drawn

_NOW = istanbul("21.11.2026 20:00")
_DIGITS = "0123456789"
_ODD = "٣３²½٫٬\u00a0\u202f\u200b−+-eE_'’,.,. TLtl₺x\t\n"
_AMOUNT = re.compile(rb"<(?:\w+:)?SiparisTutar>([^<]*)</")
_PAYABLE = re.compile(rb"<(?:\w+:)?OdenecekTutar>([^<]*)</")
_MOST_DIGITS = 12

_MISTAKES: tuple[object, ...] = (
    0, 0.0, -0.0, 30, 30.0, float("nan"), float("inf"), True, False, None, "", "0", "30,00", "all sellers",
    "ALL_SELLERS", Everything, Everything.ALL_SELLERS, Decimal(0), Decimal("30.00"), Decimal("NaN"), b"0",
    [], (), {}, object(), ZERO, Money(-1), Money(-3_000),
)  # fmt: skip
"""What must never become an amount: as it is, it is refused, or it is no zero on the wire."""


def run(calls: int, *, seed: int = 0) -> Report:
    report = Report("amounts")
    chance = drawn("amounts", seed)
    desk = _Desk(report)
    for _ in range(calls):
        kind = chance.random()
        if kind < 0.85:
            desk.types(chance)
        elif kind < 0.98:
            desk.is_handed(chance)
        else:
            desk.gives_everything_back(chance)
    return report


class _Desk:
    """A dialog, a plan and a writer, without window, ledger or network."""

    def __init__(self, report: Report) -> None:
        self._report = report
        self._account = a_param_account()
        self._param = Param(Http(SystemClock()))
        self._secrets = param_secrets()

    def types(self, chance: random.Random) -> None:
        """Type an amount, and perhaps what the seller is due."""
        typed = _typed(chance)
        self._report.count("texts typed")
        amount = self._read(typed, chance)
        if amount is None:
            return
        view = self._view(chance, amount)
        line = view.order.lines[0]
        payable = proposed_payable(line, view.standing, amount)
        if chance.random() < 0.3:
            payable = self._read(_typed(chance), chance) or payable
        part = LineReturn(line=line.guid, amount=amount, payable=payable)
        self._plan_and_write(view, (part,), f"typed {typed!r}", amount, payable)

    def is_handed(self, chance: random.Random) -> None:
        """Be handed something that is no amount, where an amount belongs."""
        self._report.count("mistakes handed in")
        amount, payable = chance.choice(_MISTAKES), chance.choice((*_MISTAKES, Money(1)))
        view = self._view(chance, Money(3_000))
        line = view.order.lines[0].guid
        part = LineReturn(line=line, amount=amount, payable=payable)  # type: ignore[arg-type]  # the mistake
        words = f"handed {amount!r}, payable {payable!r}"
        what = chance.choice(((part,), amount, [part], (part, part)))
        if what is not Everything.ALL_SELLERS:
            self._plan_and_write(view, what, words, None, None)
        self._write_directly(line, amount, payable, words)

    def gives_everything_back(self, chance: random.Random) -> None:
        """Press the one button that does."""
        self._report.count("everything given back")
        view = self._view(chance, Money(chance.randrange(1, 10_000)))
        planned = plan_return(view, Everything.ALL_SELLERS, _NOW)
        (step,) = planned.steps
        body = self._param.preview(self._account, step.request).encode()
        said = _AMOUNT.findall(body), _PAYABLE.findall(body)
        self._report.hold(said == ([b"0.00"], [b"0.00"]), f"everything was written as {said}")

    def _read(self, typed: str, chance: random.Random) -> Money | None:
        """Read what was typed; a person chooses where it has two readings."""
        wanted = by_hand(typed)
        try:
            amount = parse_amount(typed)
        except AmbiguousAmount as asked:
            self._report.count("asked which of two")
            self._report.hold(wanted is None, f"asked about {typed!r}, which is clear")
            return chance.choice(asked.readings)
        except ValueError:
            self._report.count("refused as no amount")
            self._report.hold(wanted is None, f"refused {typed!r}, which is {wanted}")
            return None
        self._report.hold(amount.kurus == wanted, f"read {typed!r} as {amount}, not {wanted}")
        return amount

    def _view(self, chance: random.Random, amount: Money) -> OrderView:
        """Return an order whose first line is about as much as is given back of it: or less, or more."""
        kurus = max(amount.kurus + chance.choice((-1, 0, 0, 1, 100, 10**6)), 1)
        line = a_line(0, f"{kurus // 100},{kurus % 100:02d}", "0,00")
        order = an_order(line, a_line(1))
        standing = Standing(order_key(self._account, order.siparis_id))
        day = self._account.days.day_of(order.sold_at)
        return OrderView(account=self._account, order=order, standing=standing, intents=(), sale_day=day)

    def _plan_and_write(
        self, view: OrderView, what: object, words: str, amount: Money | None, payable: Money | None
    ) -> None:
        planned = _unless_refused(lambda: plan_return(view, what, _NOW, accepts_literal_rule=True))  # type: ignore[arg-type]  # the mistake
        if not isinstance(planned, ReturnPlan):
            self._report.count("refused by the plan")
            left = view.order.lines[0].amount
            fits = amount is not None and payable is not None and ZERO < amount <= left and payable <= left
            self._report.hold(not fits, f"{words}: {amount} of {left} was not to be planned")
            return
        _no_float(planned, words, self._report)
        steps = _unless_refused(lambda: planned.steps)
        for step in steps if isinstance(steps, tuple) else ():
            self._write(step.request, words, amount, payable)

    def _write_directly(self, line: str, amount: object, payable: object, words: str) -> None:
        """Make the request without a plan: its own type must refuse."""

        def make() -> ReturnRequest:
            return ReturnRequest(siparis_id="1", line=line, verb=Verb.VOID, amount=amount, payable=payable)  # type: ignore[arg-type]  # the mistake

        request = _unless_refused(make)
        if isinstance(request, ReturnRequest) and request.amount is not Everything.ALL_SELLERS:
            self._write(request, words, None, None)

    def _write(self, request: object, words: str, amount: Money | None, payable: Money | None) -> None:
        if not isinstance(request, ReturnRequest):
            self._report.violation(f"{words}: became {request!r}")
            return
        self._report.count("requests written")
        values = fields_of(self._account, self._secrets, request)
        _no_float(dict(values), words, self._report)
        body = self._param.preview(self._account, request).encode()
        (said,), (due,) = _AMOUNT.findall(body), _PAYABLE.findall(body)
        self._report.hold(said.strip(b"0.") != b"", f"{words}: SiparisTutar is {said!r}")
        if amount is not None and payable is not None:
            self._report.hold(said == _wire(amount), f"{words}: SiparisTutar is {said!r}, not {amount}")
            self._report.hold(due == _wire(payable), f"{words}: OdenecekTutar is {due!r}, not {payable}")
        else:
            self._report.violation(f"{words}: SiparisTutar is {said!r}")


def by_hand(typed: str) -> int | None:
    """Read an amount as the words on the screen promise, in kuruş; None for none, or for two readings."""
    text = typed.strip()
    for currency in ("TL", "₺"):
        if text[-len(currency) :].upper() == currency:
            text = text[: -len(currency)].rstrip()
            break
    lira, comma, kurus = text.partition(",")
    if comma and not (1 <= len(kurus) <= 2 and _is_number(kurus)):
        return None
    if "." in lira:
        first, *groups = lira.split(".")
        whole = (
            1 <= len(first) <= 3 and _is_number(first) and all(len(g) == 3 and _is_number(g) for g in groups)
        )
        if not (comma and whole):
            return None
        lira = "".join([first, *groups])
    if not _is_number(lira) or len(lira) > _MOST_DIGITS:
        return None
    return int(lira) * 100 + int((kurus + "00")[:2])


def _is_number(text: str) -> bool:
    return text != "" and all(letter in _DIGITS for letter in text)


def _wire(amount: Money) -> bytes:
    text = str(amount.kurus).rjust(3, "0")
    return f"{text[:-2]}.{text[-2:]}".encode()


def _typed(chance: random.Random) -> str:
    """Draw what somebody types: mostly an amount, often with a slip, at times anything."""
    lira = str(chance.randrange(10 ** chance.choice((0, 1, 2, 3, 4, 4, 5, 6, 9, 12, 14))))
    if chance.random() < 0.1:
        lira = lira.rjust(chance.randrange(1, 7), "0")
    if chance.random() < 0.3:
        lira = f"{int(lira):,}".replace(",", ".")
    kurus = chance.choice(
        ("", "", ",00", ",5", ",50", ",99", ",01", ".00", ".50", ",", ",000", f",{chance.randrange(100):02d}")
    )
    text = lira + kurus + chance.choice(("", "", "", " TL", "TL", " ₺", " tl", "  "))
    while chance.random() < 0.15:
        place = chance.randrange(len(text) + 1)
        slip = chance.choice((*_DIGITS, *_ODD, ""))
        text = text[:place] + slip + text[place + chance.randrange(2) :]
    return text


def _unless_refused(make: Callable[[], object]) -> object:
    """Return what is made of a mistake; None where it is refused, in whatever words."""
    try:
        return make()
    except (ServiceError, AttributeError, TypeError, ValueError, KeyError, ArithmeticError):
        return None


def _no_float(value: object, words: str, report: Report) -> None:
    """Hold that there is no float anywhere in it."""
    if isinstance(value, float):
        report.violation(f"{words}: a float on the way, {value!r}")
    elif is_dataclass(value) and not isinstance(value, type):
        for field in fields(value):
            _no_float(getattr(value, field.name), words, report)
    elif isinstance(value, dict):
        for inner in value.values():
            _no_float(inner, words, report)
    elif isinstance(value, tuple | list):
        for inner in value:
            _no_float(inner, words, report)


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.campaigns.amounts", description=__doc__)
    parser.add_argument("--calls", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0)
    chosen = parser.parse_args()
    return run(chosen.calls, seed=chosen.seed).close()


if __name__ == "__main__":
    sys.exit(main())
