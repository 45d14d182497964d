"""What can be wrong with a row of a file of orders. The words for it are the window's."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Field(Enum):
    """What a row says, one seller's line of one order at a time."""

    SIPARIS_ID = "Siparis_ID"
    SOLD_AT = "sale time"
    GUID = "PYSiparis_GUID"
    SELLER = "seller"
    AMOUNT = "product amount"
    PAYABLE = "payable"


class Fault(Enum):
    """Why a row can't be taken."""

    # The row itself
    COLUMN_COUNT = "another number of columns than the titles have"
    QUOTES = "a quotation mark too many or too few"
    # Any cell
    MISSING = "empty"
    BAD_LETTERS = "letters that can't be read"
    CONTROL_CHARACTERS = "characters that can't be seen"
    FORMULA = "looks like a formula"
    ERROR_VALUE = "a spreadsheet's error"
    TOO_LONG = "too long"
    WRONG_KIND = "a cell of another kind"
    # Numbers and GUIDs
    DIGITS_LOST = "a number whose last digits a spreadsheet has thrown away"
    NOT_A_GUID = "not a GUID"
    GUID_TWICE = "a GUID that the order has already"
    GUID_IN_ANOTHER_ORDER = "a GUID of another order of the file"
    GUID_IN_THE_LEDGER = "a GUID of another order of the ledger"
    # Amounts
    NOT_AN_AMOUNT = "not an amount"
    AMBIGUOUS_AMOUNT = "an amount with two readings"
    TOO_MANY_DECIMALS = "more than two decimals"
    OTHER_CURRENCY = "another currency"
    NEGATIVE = "negative"
    ZERO = "zero"
    TOO_MUCH = "more than any sale"
    PAYABLE_OVER_AMOUNT = "payable over the product amount"
    # Moments
    NOT_A_MOMENT = "not a day and a time"
    AMBIGUOUS_DAY = "a day with two readings"
    NO_TIME = "a day without a time"
    IN_THE_FUTURE = "in the future"
    TOO_OLD = "before there was such a gateway"
    # Orders
    ANOTHER_MOMENT = "another sale time than the order's first row"
    TOO_MANY_LINES = "more sellers than an order has"
    ORDER_DIFFERS = "the ledger has this order with other content"
    ORDER_LOCKED = "the ledger has this order with other content, and money was asked back on it"


class Bad(Exception):
    """A cell can't be so."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.value)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class BadRow:
    """One thing that is wrong with one row.

    Attributes:
        number: The row, as a spreadsheet counts.
        field: What is wrong in it; None for the row as a whole.
        text: What stands there, cut short; untrusted.
        other: Where the order begins that it is at odds with, where there is one.
    """

    number: int
    field: Field | None
    fault: Fault
    text: str = ""
    other: int | None = None
