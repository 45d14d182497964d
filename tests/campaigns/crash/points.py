"""Every point at which a child kills itself, by name, and how it is brought to do so.

All is done from outside, in the child, to seams that are there: methods of the journal, the ledger's
commit, httpcore's trace and its socket. A child in which one of these was changed never does anything
else afterwards, so nothing is put back.
"""

from __future__ import annotations

import os
import random
import resource
import signal
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import Any, NoReturn

from httpcore._backends.sync import SyncStream

from services.domain.account import GatewayName
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.gateways.doors import Flight
from services.ledger.connection import Connection
from services.ledger.database import Database
from services.ledger.journal import Journal
from services.ledger.payments import Payments
from services.owed import Owed
from services.simulator.faults import Fault
from tests.campaigns.till import Flow


class Stage(Enum):
    """What the ledger must say after the next start, as far as the ledger alone can know."""

    NOTHING = "no intent"
    NOT_SENT = "not sent"
    UNKNOWN = "unknown, or what a query proves"
    SETTLED = "as it was answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A step at which to die.

    Attributes:
        arrived: Whether the whole request was sent by then, so that the gateway has booked it.
        arm: Makes this process die there, once it comes there.
        in_recovery: It is a step of the next start rather than of the reversal.
        only: The one gateway whose road has this step; None for both.
        answer: What the gateway does with the request instead of carrying it out and saying so.
    """

    name: str
    stage: Stage
    arrived: bool
    arm: Callable[[random.Random], None]
    in_recovery: bool = False
    only: GatewayName | None = None
    answer: Fault | None = None

    def is_on(self, flow: Flow) -> bool:
        return self.only in (None, flow.gateway)


def die() -> NoReturn:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("dead by now")


# Steps of the journal


def _before(owner: type, method: str, *, nth: int = 1) -> Callable[[random.Random], None]:
    def arm(_: random.Random) -> None:
        _wrap(owner, method, nth, before=die)

    return arm


def _after(owner: type, method: str, *, nth: int = 1) -> Callable[[random.Random], None]:
    def arm(_: random.Random) -> None:
        _wrap(owner, method, nth, after=die)

    return arm


def _before_commit(owner: type, method: str, *, nth: int = 1) -> Callable[[random.Random], None]:
    def arm(_: random.Random) -> None:
        _wrap(owner, method, nth, before=lambda: _at_commit(lambda _connection: die()))

    return arm


def _in_commit(owner: type, method: str, *, nth: int = 1) -> Callable[[random.Random], None]:
    def arm(chance: random.Random) -> None:
        more = chance.randrange(1, 4_000)
        _wrap(owner, method, nth, before=lambda: _at_commit(lambda connection: _tear(connection, more)))

    return arm


def _wrap(
    owner: type,
    method: str,
    nth: int,
    *,
    before: Callable[[], object] | None = None,
    after: Callable[[], object] | None = None,
) -> None:
    """Have something done around the nth call of a method."""
    original: Any = getattr(owner, method)
    calls = 0

    def wrapped(*args: Any, **values: Any) -> Any:
        nonlocal calls
        calls += 1
        if before is not None and calls == nth:
            before()
        result = original(*args, **values)
        if after is not None and calls == nth:
            after()
        return result

    _put(owner, method, wrapped)


def _put(owner: type, name: str, instead: object) -> None:
    """Put something in the place of a method, for the rest of this short life."""
    setattr(owner, name, instead)


def _at_commit(do: Callable[[Connection], object]) -> None:
    original = Connection.commit

    def commit(connection: Connection) -> None:
        do(connection)
        original(connection)

    _put(Connection, "commit", commit)


def _tear(connection: Connection, more: int) -> None:
    """Let the kernel kill us in the middle of the write that commits, some bytes into the log.

    No SIGKILL can be aimed there. A limit on the size of files can: the write that crosses it is cut off
    at the limit, and the one that would finish it is answered with SIGXFSZ, whose default is death.
    """
    if not connection.writes:
        return  # a transaction that only read
    ((_, _, path),) = connection.rows("PRAGMA database_list")
    log = Path(f"{path}-wal")
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    size = log.stat().st_size if log.exists() else 0
    resource.setrlimit(resource.RLIMIT_FSIZE, (size + more, hard))


# Steps of the line


def _at(trace: str, *, money: bool = True, nth: int = 1) -> Callable[[random.Random], None]:
    """Die as httpcore comes to a step of the money request, or of the nth question."""

    def arm(_: random.Random) -> None:
        original = Flight.trace
        seen: list[Flight] = []

        def watched(flight: Flight, name: str, info: dict[str, Any]) -> None:
            original(flight, name, info)
            if flight.money is money and name.endswith(trace):
                if flight not in seen:
                    seen.append(flight)
                if len(seen) == nth:
                    die()

        _put(Flight, "trace", watched)

    return arm


def _once_money_leaves(change: Callable[[], None]) -> None:
    """Do something just before the money request's first byte."""
    original = Flight.trace

    def watched(flight: Flight, name: str, info: dict[str, Any]) -> None:
        original(flight, name, info)
        if flight.money and name.endswith("send_request_headers.started"):
            change()

    _put(Flight, "trace", watched)


def _writing(nth: int, cut: Callable[[int, random.Random], int]) -> Callable[[random.Random], None]:
    """Die having written a part of the nth piece of the money request: headers, then body."""

    def arm(chance: random.Random) -> None:
        original = SyncStream.write
        written = 0

        def write(stream: SyncStream, data: bytes, timeout: float | None = None) -> None:
            nonlocal written
            written += 1
            if written == nth:
                original(stream, data[: cut(len(data), chance)], timeout)
                die()
            original(stream, data, timeout)

        _once_money_leaves(lambda: _put(SyncStream, "write", write))

    return arm


def _reading(most: Callable[[random.Random], int]) -> Callable[[random.Random], None]:
    """Die having read so many bytes of the answer to the money request."""

    def arm(chance: random.Random) -> None:
        original = SyncStream.read

        def read(stream: SyncStream, max_bytes: int, timeout: float | None = None) -> bytes:
            original(stream, min(most(chance), max_bytes), timeout)
            die()

        _once_money_leaves(lambda: _put(SyncStream, "read", read))

    return arm


def _owing(*, leaves: bool, half: bool = False) -> Callable[[random.Random], None]:
    """Die while the ledger takes no end: with it in memory only, in the file, or in half of the file."""

    def arm(_: random.Random) -> None:
        original, replace = Owed.settle, Path.replace

        def refuse(*_: Any, **__: Any) -> NoReturn:
            raise LedgerUnavailable(Path("busy"), LedgerFault.LOCKED)

        def settle(owed: Owed, *args: Any) -> None:
            original(owed, *args)
            if leaves:
                owed._leave(owed.all())
            die()

        def put(path: Path, target: Path) -> Path:
            return die() if path.suffix == ".half" else replace(path, target)

        _put(Journal, "settle", refuse)
        _put(Owed, "settle", settle)
        if half:
            _put(Path, "replace", put)

    return arm


def _commits(
    what: str, owner: type, method: str, before: Stage, after: Stage, *, arrived: bool, **more: Any
) -> list[Point]:
    """The four steps of one transaction; `after` holds once its commit is through."""
    nth = more.pop("nth", 1)

    def point(when: str, stage: Stage, arm: Callable[[random.Random], None]) -> Point:
        return Point(name=f"{when} {what}", stage=stage, arrived=arrived, arm=arm, **more)

    return [
        point("before", before, _before(owner, method, nth=nth)),
        point("before the commit of", before, _before_commit(owner, method, nth=nth)),
        point("in the middle of the commit of", before, _in_commit(owner, method, nth=nth)),
        point("after the commit of", after, _after(owner, method, nth=nth)),
    ]


def _line(name: str, arm: Callable[[random.Random], None], *, arrived: bool = True) -> Point:
    return Point(name=name, stage=Stage.UNKNOWN, arrived=arrived, arm=arm)


def _question(name: str, trace: str, nth: int, stage: Stage, **more: Any) -> Point:
    arrived = stage is not Stage.NOTHING
    return Point(name=name, stage=stage, arrived=arrived, arm=_at(trace, money=False, nth=nth), **more)


_ESNEKPOS = GatewayName.ESNEKPOS
_NOTHING, _NOT_SENT, _UNKNOWN, _SETTLED = Stage

POINTS: tuple[Point, ...] = (
    # The last look: a query at EsnekPOS, a knock at Param's door
    _question("before the last look leaves", "send_request_headers.started", 1, _NOTHING),
    _question("in the last look", "receive_response_headers.started", 1, _NOTHING),
    _question("after the last look", "response_closed.complete", 1, _NOTHING),
    *_commits(
        "the last look's answer", Payments, "keep", _NOTHING, _NOTHING, arrived=False, only=_ESNEKPOS
    ),
    *_commits("arming", Journal, "arm", _NOTHING, _NOT_SENT, arrived=False),
    *_commits("writing down that it is sent", Journal, "sent", _NOT_SENT, _UNKNOWN, arrived=False),
    # The request
    _line("before connecting", _at("connect_tcp.started"), arrived=False),
    _line("after connecting", _at("connect_tcp.complete"), arrived=False),
    _line("before the first byte", _at("send_request_headers.started"), arrived=False),
    _line("after the first byte", _writing(1, lambda _size, _chance: 1), arrived=False),
    _line("in the middle of the headers", _writing(1, lambda n, c: c.randrange(2, n)), arrived=False),
    _line("after the headers", _at("send_request_headers.complete"), arrived=False),
    _line("in the middle of the body", _writing(2, lambda n, c: c.randrange(1, n - 1)), arrived=False),
    _line("before the last byte", _writing(2, lambda size, _chance: size - 1), arrived=False),
    _line("after the last byte", _writing(2, lambda size, _chance: size)),
    _line("after the body", _at("send_request_body.complete")),
    # The answer
    _line("before the answer", _at("receive_response_headers.started")),
    _line("after the answer's first byte", _reading(lambda _chance: 1)),
    _line("in the middle of the answer", _reading(lambda chance: chance.randrange(2, 250))),
    _line("after the answer's headers", _at("receive_response_headers.complete")),
    _line("after the answer", _at("receive_response_body.complete")),
    _line("after hanging up", _at("response_closed.complete")),
    *_commits("settling", Journal, "settle", _UNKNOWN, _SETTLED, arrived=True),
    # A no, which is booked a moment later: never refused, wherever the program dies
    *_commits(
        "writing down a no", Journal, "settle", _UNKNOWN, _UNKNOWN, arrived=True, only=_ESNEKPOS,
        answer=Fault.LATE_BOOKING,
    ),
    _question(
        "in the look after a no", "receive_response_headers.started", 2, _UNKNOWN, only=_ESNEKPOS,
        answer=Fault.LATE_BOOKING_300,
    ),
    *_commits(
        "the first look after a no", Journal, "keep_look", _UNKNOWN, _UNKNOWN, arrived=True, only=_ESNEKPOS,
        answer=Fault.LATE_BOOKING,
    ),
    _line("while the end is owed", _owing(leaves=False)),
    _line("before what is owed is in its place", _owing(leaves=True, half=True)),
    Point(name="after what is owed was left", stage=_SETTLED, arrived=True, arm=_owing(leaves=True)),
    # The confirming query
    _question("before the confirming query", "send_request_headers.started", 2, _SETTLED, only=_ESNEKPOS),
    _question("in the confirming query", "receive_response_headers.started", 2, _SETTLED, only=_ESNEKPOS),
    _question("after the confirming query", "response_closed.complete", 2, _SETTLED, only=_ESNEKPOS),
    *_commits(
        "the confirming answer", Payments, "keep", _SETTLED, _SETTLED, arrived=True, nth=2, only=_ESNEKPOS
    ),
    *_commits("the confirmation", Journal, "confirm", _SETTLED, _SETTLED, arrived=True, only=_ESNEKPOS),
    # The next start, after a death in the middle of the answer
    Point(
        name="before the ledger is opened again", stage=_UNKNOWN, arrived=True, in_recovery=True,
        arm=_before(Database, "_settle"),
    ),
    *_commits("the sweep", Journal, "sweep", _UNKNOWN, _UNKNOWN, arrived=True, in_recovery=True),
    _question(
        "in the look at what is unknown", "receive_response_headers.started", 1, _UNKNOWN,
        in_recovery=True, only=_ESNEKPOS,
    ),
    *_commits(
        "the evidence", Payments, "keep", _UNKNOWN, _UNKNOWN, arrived=True, in_recovery=True, only=_ESNEKPOS
    ),
    *_commits(
        "settling by evidence", Journal, "settle", _UNKNOWN, _UNKNOWN, arrived=True, in_recovery=True,
        only=_ESNEKPOS,
    ),
)  # fmt: skip
"""All of them, in the order in which a reversal comes by them."""

FIRST_DEATH = next(point for point in POINTS if point.name == "in the middle of the answer")
"""Where a child dies first, when the next one is to die in its recovery."""
