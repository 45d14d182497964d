"""A simulator at work, and a client that shares nothing with ours."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from services.simulator.book import Book
from services.simulator.server import Addresses, Simulator
from tests.builders import SetClock

SAMPLES = Path(__file__).parents[3] / "resources" / "samples"
GUID = "A4683F02-3259-4C94-8BF8-47D33A5626D8"
ACTION = '"https://turkpos.com.tr/Pazaryeri_TP_Iptal_Iade"'


class Wire:
    """Speaks to both gateways in literal bytes; every call on a connection of its own."""

    def __init__(self, clock: SetClock) -> None:
        self.clock = clock
        self.simulator = Simulator(clock)
        self.book: Book = self.simulator.book
        self.addresses: Addresses = self.simulator.start()
        self._client = httpx.Client(timeout=30, limits=httpx.Limits(max_keepalive_connections=0))

    def query(self, reference: str, *, key: str = "4oK26hK8MOXrIV1bzTRVPA==") -> Any:
        """Ask ProcessQuery and return its JSON."""
        return self.post_json(
            "/api/services/ProcessQuery", MERCHANT_KEY=key, ORDER_REF_NUMBER=reference
        ).json()

    def void(
        self,
        reference: str,
        *,
        back_url: str = "https://shop.example/back",
        key: str = "4oK26hK8MOXrIV1bzTRVPA==",
    ) -> Any:
        """Ask OrderReturnPhysical and return its JSON."""
        return self.post_json(
            "/api/services/OrderReturnPhysical",
            MERCHANT_KEY=key,
            BACK_URL=back_url,
            ORDER_REF_NUMBER=reference,
        ).json()

    def post_json(self, path: str, **fields: str) -> httpx.Response:
        body = json.dumps({"MERCHANT": "TEST1234", **fields}).encode()
        return self.post(self.addresses.esnekpos + path, body, {"Content-Type": "application/json"})

    def close(self) -> None:
        self._client.close()
        self.simulator.close()

    def post(self, url: str, body: bytes, headers: dict[str, str]) -> httpx.Response:
        return self._client.post(url, content=body, headers=headers)

    def soap(self, body: bytes, *, action: str = ACTION) -> httpx.Response:
        """Post an envelope to Param as SOAP 1.1."""
        headers = {"Content-Type": "text/xml; charset=utf-8", "SOAPAction": action}
        return self.post(self.addresses.param, body, headers)

    def give_back(self, siparis_id: str = "siparis54", **changed: str) -> httpx.Response:
        """Ask Pazaryeri_TP_Iptal_Iade as the document's sample does, but for what is changed."""
        body = (SAMPLES / "003_request.xml").read_text("utf-8").replace("siparis54", siparis_id)
        for name, text in changed.items():
            before, _, rest = body.partition(f"<{name}>")
            _, _, after = rest.partition("</")
            body = f"{before}<{name}>{text}</{after}"
        return self.soap(body.encode())


@pytest.fixture
def clock() -> SetClock:
    return SetClock("20.11.2026 15:00")


@pytest.fixture
def wire(clock: SetClock) -> Iterator[Wire]:
    wire = Wire(clock)
    yield wire
    wire.close()
