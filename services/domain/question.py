"""What is looked for: words and what each may mean, and what a person added to narrow it down.

A row is found when every term has a reading that fits it: a word that may be an amount or a part of a
reference is looked for as both.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from services.domain.money import Money
from services.domain.payment import PaymentState


class DayWord(Enum):
    """Days by name. A saved view keeps the name: its "yesterday" is another day tomorrow."""

    TODAY = "today"
    YESTERDAY = "yesterday"
    THIS_WEEK = "this week"
    LAST_WEEK = "last week"
    THIS_MONTH = "this month"
    LAST_MONTH = "last month"


@dataclass(frozen=True, slots=True)
class Holds:
    """A part of a reference, a seller, an extract number, a POS, an operator, a reason or an order."""

    text: str


@dataclass(frozen=True, slots=True)
class Amounts:
    """Sold for, or given back, from `least` to `most`, both included.

    Raises:
        ValueError: There is nothing between them.
    """

    least: Money
    most: Money

    def __post_init__(self) -> None:
        if self.most < self.least:
            raise ValueError("an amount can't be at least more than it is at most")


@dataclass(frozen=True, slots=True)
class Days:
    """Sold on a day of Istanbul from `first` to `last`, both included; `word` is how it was said."""

    first: date
    last: date
    word: DayWord | None = None

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError("a last day can't come before the first")


@dataclass(frozen=True, slots=True)
class InState:
    """What it has come to; None stands for a reversal without a certain end."""

    state: PaymentState | None


@dataclass(frozen=True, slots=True)
class AtAccount:
    """Sold through one account, by the ledger's number."""

    account_id: int


Reading = Holds | Amounts | Days | InState | AtAccount
"""One thing that a term may mean."""

Added = Amounts | Days | DayWord | InState | AtAccount
"""What a person adds to the words; a `DayWord` keeps its meaning from day to day."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word and all it may mean; `added` where it was not typed: then it has one reading.

    Attributes:
        text: As typed; empty for what was added.
        readings: Any of them may fit; never none.
    """

    text: str
    readings: tuple[Reading, ...]
    added: Added | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Everything that is looked for.

    Attributes:
        text: What was typed, byte for byte: what a gateway is asked, if anything.
        terms: All of them have to fit; none finds everything.
        may_be_reference: Whether `text` can be a whole reference, so that a gateway may be asked it.
    """

    text: str
    terms: tuple[Term, ...]
    may_be_reference: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as a person put it: what is kept in a saved view, and read anew each day.

    Attributes:
        text: What stands in the box.
        dropped: Readings the person took away: the word, and what kind of reading.
        added: What was added to the words, in order.
    """

    text: str = ""
    dropped: frozenset[tuple[str, str]] = frozenset()
    added: tuple[Added, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing is looked for in particular."""
        return not self.text.strip() and not self.added


class By(Enum):
    """What rows are sorted by."""

    MOMENT = "moment"
    AMOUNT = "amount"
    STATE = "state"
    REFERENCE = "reference"
    POS = "pos"
    GIVEN_BACK = "given back"
    ACCOUNT = "account"
    TAKEN_AT = "taken at"


@dataclass(frozen=True, slots=True)
class Sorting:
    """In which order. What has no value comes last either way."""

    by: By = By.MOMENT
    descending: bool = True


def kind_of(reading: Reading) -> str:
    """Name the kind of a reading, as `Asked.dropped` does."""
    return type(reading).__name__.casefold()


def days_of(word: DayWord, today: date) -> Days:
    """Return the days that are meant by a name; weeks begin on Monday."""
    monday = today - timedelta(days=today.weekday())
    first_of_month = today.replace(day=1)
    match word:
        case DayWord.TODAY:
            first, last = today, today
        case DayWord.YESTERDAY:
            first = last = today - timedelta(days=1)
        case DayWord.THIS_WEEK:
            first, last = monday, monday + timedelta(days=6)
        case DayWord.LAST_WEEK:
            first, last = monday - timedelta(days=7), monday - timedelta(days=1)
        case DayWord.THIS_MONTH:
            first, last = first_of_month, _end_of_month(today)
        case DayWord.LAST_MONTH:
            last = first_of_month - timedelta(days=1)
            first = last.replace(day=1)
    return Days(first, last, word)


def _end_of_month(day: date) -> date:
    later = day.replace(day=28) + timedelta(days=4)
    return later - timedelta(days=later.day)
