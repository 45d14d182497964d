"""Both gateways over one HTTP, loaded when the first of them is called.

Their libraries take longer to load than a ledger takes to open, and a search in it should not wait for them.
"""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from services.domain.account import GatewayName
from services.domain.clock import Clock

if TYPE_CHECKING:
    from services.gateways.esnekpos import EsnekPos
    from services.gateways.http import Http
    from services.gateways.param import Param
    from services.gateways.probe import Probe


class BothGateways:
    """Hands out the gateways. Any thread may ask; the first one waits while they are loaded."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._loaded: tuple[Http, EsnekPos, Param, Probe] | None = None
        self._closed = False

    def esnekpos(self) -> EsnekPos:
        """Return the EsnekPOS gateway."""
        return self._both()[1]

    def param(self) -> Param:
        """Return the Param gateway."""
        return self._both()[2]

    def probe(self) -> Probe:
        """Return what goes the way to either of them, step by step."""
        return self._both()[3]

    def load(self) -> None:
        """Load them now, before anybody waits for them."""
        self._both()

    def close(self) -> None:
        """End every question under way and take no more requests; see `Http.close`."""
        self._closed = True
        if self._loaded is not None:
            self._loaded[0].close()

    def _both(self) -> tuple[Http, EsnekPos, Param, Probe]:
        with self._lock:
            if self._loaded is None:
                from services.gateways.esnekpos import EsnekPos  # noqa: PLC0415  what all this is about
                from services.gateways.http import Http  # noqa: PLC0415  likewise
                from services.gateways.param import Param  # noqa: PLC0415  likewise
                from services.gateways.probe import Probe  # noqa: PLC0415  likewise

                http = Http(self._clock)
                esnekpos, param = EsnekPos(http), Param(http)
                doors = {GatewayName.ESNEKPOS: esnekpos.door, GatewayName.PARAM: param.door}
                self._loaded = http, esnekpos, param, Probe(http, doors)
                if self._closed:
                    http.close()
            return self._loaded
