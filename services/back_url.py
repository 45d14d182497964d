"""Use case: whether, and where, this computer listens for what EsnekPOS posts to BACK_URL.

Off until an owner switches it on: it is for a shop whose tunnel brings such posts to this computer. What
is chosen lies in the ledger. Blocking; call on a worker thread.
"""

from __future__ import annotations

import json
import logging
from dataclasses import asdict, dataclass
from types import MappingProxyType

from services.callbacks import HOST, Callbacks, Post
from services.domain.audit import Act
from services.domain.errors import InputProblem, InvalidInput, LedgerUnavailable
from services.domain.operator import Right
from services.ledger.settings import SettingsBook
from services.seat import Seat

_log = logging.getLogger(__name__)

PORTS = range(1024, 65536)
"""Those that need no administrator."""

_CHOSEN = "back url"
_EVERYWHERE = "0.0.0.0"  # noqa: S104  only where an owner has chosen it


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the shop has chosen.

    Attributes:
        on: It listens.
        port: Where.
        everywhere: The whole network may post, not this computer alone.
    """

    on: bool = False
    port: int = 8585
    everywhere: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How it stands.

    Attributes:
        address: Where it listens; None while it does not.
        failed: It should listen, and can't: something else has the port.
        counts: What came since the program was started.
    """

    chosen: Chosen
    address: str | None
    failed: bool
    counts: MappingProxyType[Post, int]


class BackUrl:
    """Starts and stops the listener as the shop has chosen. Usable from any thread."""

    def __init__(self, *, callbacks: Callbacks, settings: SettingsBook, seat: Seat, fixed: bool) -> None:
        """Make it; `fixed` where nothing may be changed: in the demo, and where one can only look."""
        self._callbacks = callbacks
        self._settings = settings
        self._seat = seat
        self._fixed = fixed

    def begin(self) -> None:
        """Listen, if that is chosen: once, as the office opens. Nothing in its way keeps that shut."""
        if self._fixed:
            return
        try:
            chosen = self._chosen()
            if chosen.on:
                self._listen(chosen)
        except (InvalidInput, LedgerUnavailable) as error:
            _log.info("nobody listens for BACK_URL: %s", error)

    def standing(self) -> Standing:
        """Return what is chosen, whether it came to that, and what came.

        Raises:
            NotAllowed: Nobody is at the desk.
        """
        self._seat.require(Right.LOOK)
        address, chosen = self._callbacks.address, self._chosen()
        if self._fixed:
            chosen = Chosen(on=address is not None)
        return Standing(
            chosen=chosen,
            address=address,
            failed=chosen.on and address is None,
            counts=MappingProxyType(self._callbacks.counts),
        )

    def choose(self, chosen: Chosen) -> Standing:
        """Listen as chosen from now on, and at every start; or not any more.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``port``: OUT_OF_RANGE; ALREADY_THERE: something else listens there. Nothing was
                changed then. ``on``: NOT_CONFIRMED: here nothing can be chosen.
        """
        self._seat.require(Right.OPERATORS)
        if self._fixed:
            raise InvalidInput("on", InputProblem.NOT_CONFIRMED)
        if chosen.port not in PORTS:
            raise InvalidInput("port", InputProblem.OUT_OF_RANGE)
        before = self._chosen()
        if not chosen.on:
            self._callbacks.stop()
        elif chosen != before or self._callbacks.address is None:
            self._change(before, chosen)
        said = f"listens at {_host(chosen)}:{chosen.port}" if chosen.on else "does not listen"
        note = self._seat.entry(Act.SETTING, "BACK_URL", said)
        self._settings.remember(_CHOSEN, json.dumps(asdict(chosen)), note)
        return self.standing()

    def _change(self, before: Chosen, chosen: Chosen) -> None:
        """Listen elsewhere; where that can't be, go on as before."""
        listened = self._callbacks.address is not None
        try:
            self._listen(chosen)
        except InvalidInput:
            if listened:
                self._listen(before)
            raise

    def _listen(self, chosen: Chosen) -> None:
        self._callbacks.start(host=_host(chosen), port=chosen.port)

    def _chosen(self) -> Chosen:
        kept = self._settings.remembers(_CHOSEN)
        if kept is None:
            return Chosen()
        try:
            return Chosen(**json.loads(kept))
        except (TypeError, ValueError):
            _log.info("what was chosen about BACK_URL can't be read: nobody listens")
            return Chosen()


def _host(chosen: Chosen) -> str:
    return _EVERYWHERE if chosen.everywhere else HOST
