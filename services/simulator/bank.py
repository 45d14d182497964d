"""What the banks behind the gateways allow, and their habits where no document says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from services.domain.clock import BusinessDays
from services.domain.money import ZERO
from services.simulator.entries import GiveBack, Line, Order, Sale, Verb


class VoidBooking(StrEnum):
    """How a void is written down. Nobody has seen the real one; these are the three that may be."""

    NEW_MOVEMENT = "a new movement 5"
    TURNED = "the old movement turned 5"
    SILENT = "ORDER_CANCEL / 300 and null movements"


class VoidAnswer(StrEnum):
    """How a void went, in the words the bank answers; DONE has none."""

    DONE = ""
    NOT_FOUND = "Sipariş bulunamadı"
    NOT_PAID = "12-Başarılı Ödeme Bulunamadı"
    ALREADY_VOIDED = "12-İşlem Daha Önce İptal Edilmiş"
    REFUNDED = "12-İade Yapılmış İşlem İptal Edilemez"
    TOO_LATE = "12-Gün Sonu Alınmış İşlem İptal Edilemez"


@dataclass(slots=True)
class Habits:
    """What the banks behind the gateways do where no document says.

    Attributes:
        days: The business days by which IPTAL and IADE, and the day of a void, are told apart.
        void_booking: How EsnekPOS shows a void afterwards.
        voids_on_the_day_only: False is a lenient bank, that voids on later days too.
        refused_void_leaves_a_6: A refused void adds a movement 6, İptal - Başarısız.
        payable_within_return: Param reads its payable rule literally (S 003): OdenecekTutar may not
            exceed SiparisTutar, rather than the product amount.
    """

    days: BusinessDays = field(default_factory=BusinessDays)
    void_booking: VoidBooking = VoidBooking.NEW_MOVEMENT
    voids_on_the_day_only: bool = True
    refused_void_leaves_a_6: bool = False
    payable_within_return: bool = False


def may_void(sale: Sale, at: datetime, habits: Habits) -> VoidAnswer:
    """Return whether EsnekPOS voids a sale at this instant, and if not, why."""
    if sale.voided:
        return VoidAnswer.ALREADY_VOIDED
    if sale.payment is None:
        return VoidAnswer.NOT_PAID
    if sale.returned:
        return VoidAnswer.REFUNDED
    sold_at = sale.payment.at or sale.paid_at
    late = sold_at is None or not habits.days.same_day(sold_at, at)
    return VoidAnswer.TOO_LATE if late and habits.voids_on_the_day_only else VoidAnswer.DONE


def may_give_back(order: Order, line: Line, asked: GiveBack, at: datetime, habits: Habits) -> int:
    """Return 1 if Param cancels or refunds this at this instant, else its code for why not."""
    touched = order.lines if not asked.amount else (line,)
    if not any(one.left for one in touched):
        return -211 if line.last_verb is Verb.IPTAL else -212
    today = habits.days.same_day(order.sold_at, at)
    if today is not (asked.verb is Verb.IPTAL):
        return -214 if today else -213
    if asked.amount > line.left:
        return -221
    ceiling = asked.amount if habits.payable_within_return else line.amount
    return -218 if asked.amount and asked.payable > ceiling else 1


def given_back(line: Line, asked: GiveBack) -> Line:
    """Return a line as it is after what was asked for has been given back."""
    if not line.left:
        return line
    everything = not asked.amount
    return replace(
        line,
        returned=line.amount if everything else line.returned + asked.amount,
        payable=ZERO if everything else asked.payable,
        last_verb=asked.verb,
    )
