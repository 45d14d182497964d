"""What may go wrong on the way, by name, and for which call."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Gateway(StrEnum):
    """Whose call it is."""

    ESNEKPOS = "esnekpos"
    PARAM = "param"


class Operation(StrEnum):
    """Whether a call only looks or moves money. Param's GET and its WSDL only look."""

    ASK = "ask"
    MOVE = "move"


Place = tuple[Gateway, Operation]

_EVERYWHERE = frozenset((gateway, operation) for gateway in Gateway for operation in Operation)
_JSON = frozenset((Gateway.ESNEKPOS, operation) for operation in Operation)
_QUERY = frozenset({(Gateway.ESNEKPOS, Operation.ASK)})
_VOID = frozenset({(Gateway.ESNEKPOS, Operation.MOVE)})
_SOAP = frozenset({(Gateway.PARAM, Operation.MOVE)})


class Fault(StrEnum):
    """Every fault, by the name that ``--fault`` takes."""

    ANSWER_LOST_BEFORE_BOOKING = "answer-lost-before-booking"
    ANSWER_LOST_AFTER_BOOKING = "answer-lost-after-booking"
    CONNECTION_RESET = "connection-reset"
    REFUSED_CONNECTION = "refused-connection"
    SLOW = "slow"
    DRIPPING = "dripping"
    DRIPPING_HEADERS = "dripping-headers"
    HTTP_500 = "http-500"
    HTTP_403 = "http-403"
    HTML = "html"
    REDIRECT = "redirect"
    EMPTY = "empty"
    TRUNCATED = "truncated"
    CUT_SHORT = "cut-short"
    CORRUPT_GZIP = "corrupt-gzip"
    HUGE = "huge"
    HUGE_GZIP = "huge-gzip"
    WRONG_TYPES = "wrong-types"
    UNLISTED_CODE = "unlisted-code"
    NULL = "null"
    ANOTHER_REFERENCE = "another-reference"
    ZERO_ERROR = "mixed-0-error"
    HUNDRED_SUCCESS = "mixed-100-success"
    BAD_DECIMALS = "bad-decimals"
    DUPLICATE_MOVEMENT = "duplicate-movement"
    NOT_YET_VISIBLE = "not-yet-visible"
    INSERT_ERROR = "insert-error"
    UNKNOWN_ERROR = "unknown-error"
    CANCEL_ERROR = "cancel-error"
    LATE_BOOKING = "late-booking"
    LATE_BOOKING_300 = "late-booking-300"
    ANOTHER_REFNO = "another-refno"
    SOAP_FAULT = "soap-fault"
    SYSTEM_ERROR = "system-error"
    UNDER_WAY = "under-way"
    NO_CODE = "no-code"
    ENTITIES = "entities"
    TWO_RESULTS = "two-results"
    ANOTHER_OPERATION = "another-operation"
    UNEXPECTED_ELEMENT = "unexpected-element"

    @property
    def says(self) -> str:
        """What happens, in one line."""
        return _FACTS[self].says

    @property
    def booked(self) -> bool:
        """Whether a request for money is carried out all the same."""
        return _FACTS[self].booked

    @property
    def readable(self) -> bool:
        """Whether the answer can be read in the end, so that the book must hold what it says."""
        return _FACTS[self].readable

    def fits(self, place: Place) -> bool:
        """Whether it can happen to such a call."""
        return place in _FACTS[self].where


@dataclass(frozen=True, slots=True)
class _Facts:
    says: str
    where: frozenset[Place] = _EVERYWHERE
    booked: bool = True
    readable: bool = False


_FACTS = {
    Fault.ANSWER_LOST_BEFORE_BOOKING: _Facts(
        "the connection ends without a byte; nothing was done", booked=False
    ),
    Fault.ANSWER_LOST_AFTER_BOOKING: _Facts("the connection ends without a byte; it was done"),
    Fault.CONNECTION_RESET: _Facts("the connection is reset without a byte; it was done"),
    Fault.REFUSED_CONNECTION: _Facts("nobody listens, until the faults are cleared", booked=False),
    Fault.SLOW: _Facts("the answer comes after two minutes", readable=True),
    Fault.DRIPPING: _Facts("the body comes byte by byte", readable=True),
    Fault.DRIPPING_HEADERS: _Facts("headers and body come byte by byte", readable=True),
    Fault.HTTP_500: _Facts("HTTP 500 with a page", booked=False),
    Fault.HTTP_403: _Facts("HTTP 403 with a page, as for an unregistered IP", booked=False),
    Fault.HTML: _Facts("HTTP 200 with a page, as from a hotel's network", booked=False),
    Fault.REDIRECT: _Facts("HTTP 307 to the same address", booked=False),
    Fault.EMPTY: _Facts("HTTP 200 and no body"),
    Fault.TRUNCATED: _Facts("the connection ends in the middle of the body"),
    Fault.CUT_SHORT: _Facts("a whole HTTP answer with half a document in it"),
    Fault.CORRUPT_GZIP: _Facts("a body that says gzip and is not"),
    Fault.HUGE: _Facts("an answer of 10 MB", readable=True),
    Fault.HUGE_GZIP: _Facts("an answer of 10 MB, packed into a few kB", readable=True),
    Fault.WRONG_TYPES: _Facts("fields of the wrong type", _JSON | _SOAP),
    Fault.UNLISTED_CODE: _Facts("a result code no document lists", _JSON | _SOAP, booked=False),
    Fault.NULL: _Facts("the JSON text null", _JSON),
    Fault.ANOTHER_REFERENCE: _Facts("the answer to somebody else's question", _JSON),
    Fault.ZERO_ERROR: _Facts("RETURN_CODE 0 with STATUS ERROR", _JSON, booked=False),
    Fault.HUNDRED_SUCCESS: _Facts("RETURN_CODE 100 with STATUS SUCCESS", _JSON, booked=False),
    Fault.BAD_DECIMALS: _Facts("an amount with three decimals", _QUERY),
    Fault.DUPLICATE_MOVEMENT: _Facts("the last movement twice", _QUERY),
    Fault.NOT_YET_VISIBLE: _Facts("the sale as it was before its void", _QUERY),
    Fault.INSERT_ERROR: _Facts("105 / INSERT_ERROR", _VOID, booked=False),
    Fault.UNKNOWN_ERROR: _Facts("999 / UNKNOWN_ERROR", _VOID, booked=False),
    Fault.CANCEL_ERROR: _Facts("300 / ORDER_CANCEL, an error in the cancel service", _VOID, booked=False),
    Fault.LATE_BOOKING: _Facts("100 / ERROR, and it is done 1.5 s later", _VOID, booked=False),
    Fault.LATE_BOOKING_300: _Facts("300 / ORDER_CANCEL, and it is done 1.5 s later", _VOID, booked=False),
    Fault.ANOTHER_REFNO: _Facts("the REFNO of another sale", _VOID),
    Fault.SOAP_FAULT: _Facts("HTTP 500 with a SOAP fault, a null reference", _SOAP, booked=False),
    Fault.SYSTEM_ERROR: _Facts("Sonuc -207, system error", _SOAP, booked=False),
    Fault.UNDER_WAY: _Facts("Param's guard: the same amount is under way", _SOAP, booked=False),
    Fault.NO_CODE: _Facts("an answer without Sonuc", _SOAP),
    Fault.ENTITIES: _Facts("an answer with a DTD, its Sonuc an entity", _SOAP),
    Fault.TWO_RESULTS: _Facts("two result elements that contradict each other", _SOAP),
    Fault.ANOTHER_OPERATION: _Facts("the answer of another operation", _SOAP),
    Fault.UNEXPECTED_ELEMENT: _Facts("an element nobody announced, and another order", _SOAP, readable=True),
}


class Door(Protocol):
    """Whether anybody listens."""

    def shut(self) -> None:
        """Stop listening; the next connection is refused."""

    def open(self) -> None:
        """Listen again, at the same port."""


@dataclass(frozen=True, slots=True)
class Struck:
    """A fault that hits a call.

    Attributes:
        booked: Whether a request for money is carried out all the same.
    """

    fault: Fault
    booked: bool


@dataclass(frozen=True, slots=True)
class _Plan:
    struck: Struck
    gateway: Gateway | None
    operation: Operation | None

    def fits(self, place: Place) -> bool:
        gateway, operation = place
        return (
            self.gateway in (None, gateway)
            and self.operation in (None, operation)
            and self.struck.fault.fits(place)
        )


class Faults:
    """The faults still to come. Safe from any thread.

    A fault waits for the first call it fits: ``soap-fault`` passes EsnekPOS by.

    A refused connection is different, for nobody can count callers who never got in: the door is shut
    at once, for both gateways, until `clear`. Limited to moving, it is shut after the next call that
    asks has arrived and before it is answered: the line goes dead between the look and the deed.

    Attributes:
        slow_for: Seconds that a slow answer takes.
        drip_every: Seconds between two bytes of a dripping one.
    """

    def __init__(self, door: Door) -> None:
        self.slow_for = 120.0
        self.drip_every = 0.25
        self._door = door
        self._lock = threading.Lock()
        self._next: list[_Plan] = []
        self._always: list[_Plan] = []
        self._shut_after_asking = False
        self._let_go = threading.Event()
        self._ended = False

    def next(
        self,
        fault: Fault | str,
        *,
        gateway: Gateway | str | None = None,
        operation: Operation | str | None = None,
        booked: bool | None = None,
    ) -> None:
        """Let a fault hit the next call that it fits, once. Several wait their turn.

        Args:
            fault: Its name.
            gateway: Only there.
            operation: Only when asking, or only when moving.
            booked: Whether money moves all the same, where that is not as the fault usually has it.

        Raises:
            ValueError: No such name, no call that it would fit, or an answer that would say done when
                nothing was.
        """
        self._add(self._next, fault, gateway, operation, booked=booked)

    def always(
        self,
        fault: Fault | str,
        *,
        gateway: Gateway | str | None = None,
        operation: Operation | str | None = None,
        booked: bool | None = None,
    ) -> None:
        """Let a fault hit every call that it fits, until `clear`. As `next` otherwise."""
        self._add(self._always, fault, gateway, operation, booked=booked)

    def clear(self) -> None:
        """Forget every fault: slow and dripping answers come at once, and the door opens again."""
        with self._lock:
            self._next.clear()
            self._always.clear()
            self._shut_after_asking = False
            self._let_go.set()
            self._let_go = threading.Event()
        self._door.open()

    def end(self) -> None:
        """Let everybody who waits go without an answer; for good."""
        with self._lock:
            self._ended = True
            self._let_go.set()

    def take(self, gateway: Gateway, operation: Operation) -> Struck | None:
        """Return the fault that hits this call, if one does; one meant for once is used up."""
        with self._lock:
            shut = self._shut_after_asking and operation is Operation.ASK
            if shut:
                self._shut_after_asking = False
            found = _first(self._next, (gateway, operation)) or _first(self._always, (gateway, operation))
            if found in self._next:
                self._next.remove(found)
        if shut:
            self._door.shut()
        return found.struck if found else None

    def waiting(self) -> Patience:
        """Return what a slow answer waits with."""
        with self._lock:
            return Patience(self._let_go, self)

    @property
    def coming(self) -> bool:
        """Whether any call may still be hit; a door that is shut apart."""
        with self._lock:
            return bool(self._next or self._always)

    @property
    def ended(self) -> bool:
        """Whether the simulator is closing."""
        return self._ended

    def _add(
        self,
        plans: list[_Plan],
        fault: Fault | str,
        gateway: Gateway | str | None,
        operation: Operation | str | None,
        *,
        booked: bool | None,
    ) -> None:
        fault = Fault(fault)
        gateway = Gateway(gateway) if gateway else None
        operation = Operation(operation) if operation else None
        if fault is Fault.REFUSED_CONNECTION:
            self._refuse(gateway, operation)
            return
        if fault.readable and booked is False:
            raise ValueError(f"{fault} is read in the end, and would say done when nothing was")
        plan = _Plan(Struck(fault, fault.booked if booked is None else booked), gateway, operation)
        if not any(plan.fits(place) for place in _EVERYWHERE):
            raise ValueError(f"{fault} fits no such call")
        with self._lock:
            plans.append(plan)

    def _refuse(self, gateway: Gateway | None, operation: Operation | None) -> None:
        if gateway is not None:
            raise ValueError("both gateways share one door: it cannot be shut for one of them")
        if operation is Operation.MOVE:
            with self._lock:
                self._shut_after_asking = True
        else:
            self._door.shut()


@dataclass(frozen=True, slots=True)
class Patience:
    """Waiting that ends early when the faults are cleared or the simulator closes."""

    _let_go: threading.Event
    _faults: Faults

    def wait(self, seconds: float) -> bool:
        """Wait; return whether it was cut short by `Faults.clear`.

        Raises:
            ConnectionAbortedError: The simulator is closing.
        """
        cut_short = self._let_go.wait(seconds)
        if self._faults.ended:
            raise ConnectionAbortedError("the simulator is closing")
        return cut_short


def _first(plans: Iterable[_Plan], place: Place) -> _Plan | None:
    return next((plan for plan in plans if plan.fits(place)), None)
