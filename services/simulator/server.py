"""The simulator: both gateways behind one door on this computer."""

from __future__ import annotations

import socket
from collections import deque
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self

from werkzeug.wrappers import Request

from services.domain.clock import Clock
from services.simulator.book import Book
from services.simulator.esnekpos import EsnekPos
from services.simulator.faults import Faults, Gateway
from services.simulator.line import HOST, Door, Listener
from services.simulator.merchants import Merchants
from services.simulator.param import SERVICE, Param
from services.simulator.posting import Posted, Posting
from services.simulator.replies import Reply, page
from services.simulator.spoilt import spoilt

_REMEMBERED = 1_000


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where the two gateways are."""

    esnekpos: str
    param: str


@dataclass(frozen=True, slots=True)
class Arrived:
    """A request as it came in. Its headers and body hold secrets: they are not in its repr."""

    method: str
    path: str
    port: int
    headers: dict[str, str] = field(repr=False)
    body: bytes = field(repr=False)


class Simulator:
    """EsnekPOS and Param on 127.0.0.1, over one book.

    Attributes:
        book: What was sold and given back; may be changed while it runs.
        faults: What goes wrong; may be changed while it runs.
        arrived: The last requests that came in, at either gateway.
    """

    def __init__(
        self,
        clock: Clock,
        *,
        port: int = 0,
        book: Book | None = None,
        merchants: Merchants | None = None,
    ) -> None:
        """Prepare it; nothing listens before `start`.

        Args:
            clock: The program's; the Date header and the business day go by it.
            port: 0 takes a free one.
            book: An empty one if not said.
            merchants: Who may call; the published test accounts if not said.
        """
        merchants = merchants or Merchants()
        self.book = book or Book()
        self._clock = clock
        self._door = Door(port, self._listener)
        self.faults = Faults(self._door)
        self.arrived: deque[Arrived] = deque(maxlen=_REMEMBERED)
        self._posting = Posting()
        self._gateways: dict[Gateway, EsnekPos | Param] = {
            Gateway.ESNEKPOS: EsnekPos(self.book, merchants.esnekpos, clock, self._posting.take),
            Gateway.PARAM: Param(self.book, merchants.param, clock),
        }

    @property
    def would_have_posted(self) -> list[Posted]:
        """Results of voids whose BACK_URL is not on this computer: recorded, not sent."""
        return self._posting.would_have_posted

    @property
    def posted(self) -> list[Posted]:
        """Results of voids that were posted; all of them after `wait_for_posts`."""
        return self._posting.posted

    def wait_for_posts(self) -> None:
        """Wait until every result on its way to a BACK_URL has arrived or failed."""
        self._posting.wait()

    def start(self) -> Addresses:
        """Listen, from threads of its own.

        Raises:
            OSError: The port is taken.
        """
        self._door.start()
        base = f"http://{HOST}:{self._door.port}"
        return Addresses(esnekpos=base, param=base + SERVICE)

    def close(self) -> None:
        """Drop every line, slow ones included, and stop. Waits until it is done."""
        self.faults.end()
        self._door.end()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _listener(self, listening: socket.socket) -> Listener:
        return Listener(listening, self._answer, self.faults, self._clock)

    def _answer(self, request: Request) -> Reply:
        self.arrived.append(
            Arrived(
                method=request.method,
                path=request.full_path.rstrip("?"),
                port=int(request.environ["REMOTE_PORT"]),
                headers=dict(request.headers),
                body=request.get_data(),
            )
        )
        for name, gateway in self._gateways.items():
            operation = gateway.operation(request)
            if operation is not None:
                struck = self.faults.take(name, operation)
                reply = gateway.reply(request, operation, struck)
                return spoilt(struck.fault, reply, request.url) if struck else reply
        return page(404, "404 - File or directory not found.")
