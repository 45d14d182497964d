from __future__ import annotations

import errno
import http.server
import queue
import threading
from collections.abc import Iterator
from urllib.parse import parse_qs

import httpx
import pytest

from services.domain.money import Money
from services.simulator.faults import Fault
from services.simulator.merchants import EsnekposMerchant, Merchants
from services.simulator.server import Simulator
from tests.builders import SetClock, istanbul
from tests.services.simulator.conftest import Wire

TODAY = istanbul("20.11.2026 14:30")


def test_both_gateways_are_on_this_computer(wire: Wire) -> None:
    base = wire.addresses.esnekpos

    assert base.startswith("http://127.0.0.1:")
    assert wire.addresses.param == f"{base}/turkpos.ws/service_pazaryeri.asmx"


def test_the_date_header_is_of_the_programs_clock(wire: Wire, clock: SetClock) -> None:
    clock.stands_at("4.05.2020 11:58")

    assert httpx.get(wire.addresses.param).headers["Date"] == "Mon, 04 May 2020 08:58:00 GMT"


def test_a_kept_alive_connection_serves_many_calls(wire: Wire) -> None:
    with httpx.Client() as client:
        for _ in range(3):
            assert client.get(wire.addresses.param).status_code == 200

    assert len({one.port for one in wire.simulator.arrived}) == 1


def test_what_arrived_is_kept_and_its_secrets_are_not_in_its_repr(wire: Wire) -> None:
    wire.query("r1", key="a very secret key")

    (arrived,) = wire.simulator.arrived
    assert (arrived.method, arrived.path) == ("POST", "/api/services/ProcessQuery")
    assert arrived.headers["Content-Type"] == "application/json"
    assert b"a very secret key" in arrived.body
    assert "secret" not in repr(arrived)


def test_questions_and_requests_are_counted_per_order(wire: Wire) -> None:
    wire.query("r1")
    wire.query("r1")
    wire.void("r1")

    assert (wire.book.queries_for("r1"), wire.book.requests_for("r1")) == (2, 1)
    assert (wire.book.queries_for("r2"), wire.book.requests_for("r2")) == (0, 0)


def test_nobody_listens_until_the_faults_are_cleared(wire: Wire) -> None:
    with httpx.Client() as client:
        assert client.get(wire.addresses.param).status_code == 200
        wire.simulator.faults.next(Fault.REFUSED_CONNECTION)

        for _ in range(2):
            with pytest.raises(httpx.ConnectError):
                client.get(wire.addresses.param)
        wire.simulator.faults.clear()

        assert client.get(wire.addresses.param).status_code == 200


def test_the_line_goes_dead_between_the_look_and_the_deed(wire: Wire) -> None:
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")
    wire.simulator.faults.next(Fault.REFUSED_CONNECTION, operation="move")

    assert wire.query("v1")["STATUS"] == "SUCCESS"
    with pytest.raises(httpx.ConnectError):
        wire.void("v1")

    assert wire.book.requests_for("v1") == 0


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.DRIPPING, Fault.DRIPPING_HEADERS])
def test_who_waits_for_a_slow_answer_gets_it_when_the_faults_are_cleared(wire: Wire, fault: Fault) -> None:
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")
    wire.simulator.faults.next(fault)
    answers: queue.Queue[object] = queue.Queue()
    waiting = threading.Thread(target=lambda: answers.put(wire.void("v1")["STATUS"]))
    waiting.start()
    wire.book.wait_until(lambda: bool(wire.book.returned("v1")))

    wire.simulator.faults.clear()

    assert answers.get(timeout=20) == "SUCCESS"
    waiting.join()


@pytest.mark.parametrize("fault", [Fault.SLOW, Fault.DRIPPING, Fault.DRIPPING_HEADERS])
def test_closing_drops_who_waits_for_a_slow_answer(wire: Wire, fault: Fault) -> None:
    wire.simulator.faults.next(fault)
    errors: queue.Queue[Exception] = queue.Queue()

    def ask() -> None:
        try:
            wire.query("v1")
        except httpx.HTTPError as error:
            errors.put(error)

    waiting = threading.Thread(target=ask)
    waiting.start()
    wire.book.wait_until(lambda: wire.book.queries_for("v1") == 1)

    wire.simulator.close()

    assert isinstance(errors.get(timeout=20), httpx.RemoteProtocolError)
    waiting.join()


def test_a_dripping_body_comes_byte_by_byte(wire: Wire) -> None:
    wire.simulator.faults.drip_every = 0.0001
    wire.simulator.faults.next(Fault.DRIPPING)

    with httpx.stream("GET", wire.addresses.param) as answer:
        pieces = list(answer.iter_raw())

    assert b"".join(pieces).startswith(b"<!DOCTYPE html>")
    assert len(pieces) > 10


def test_closing_twice_is_closing(wire: Wire) -> None:
    wire.simulator.close()
    wire.simulator.close()

    with pytest.raises(httpx.ConnectError):
        httpx.get(wire.addresses.param)


def test_a_taken_port_is_said(wire: Wire, clock: SetClock) -> None:
    port = int(wire.addresses.esnekpos.rpartition(":")[2])

    with Simulator(clock, port=port) as second, pytest.raises(OSError, match=str(port)) as refused:
        second.start()

    assert refused.value.errno == errno.EADDRINUSE


def test_another_merchant_has_a_book_of_its_own(wire: Wire, clock: SetClock) -> None:
    merchants = Merchants(esnekpos=EsnekposMerchant(merchant="TEST1234", key="another key"))
    with Simulator(clock, merchants=merchants) as other:
        url = f"{other.start().esnekpos}/api/services/ProcessQuery"
        asked = {"MERCHANT": "TEST1234", "MERCHANT_KEY": "another key", "ORDER_REF_NUMBER": "v1"}

        assert httpx.post(url, json=asked).json()["RETURN_CODE"] == "400"
    assert wire.book.queries_for("v1") == 0


class _BackUrl(http.server.BaseHTTPRequestHandler):
    """The merchant's page that takes the result of a void."""

    forms: queue.Queue[tuple[str, str, dict[str, list[str]]]]

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.forms.put((self.path, self.headers["Content-Type"], parse_qs(body, keep_blank_values=True)))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- http.server's own name
        pass


@pytest.fixture
def back_url() -> Iterator[tuple[str, type[_BackUrl]]]:
    handler = type("BackUrl", (_BackUrl,), {"forms": queue.Queue()})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        listening = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        listening.start()
        yield f"http://127.0.0.1:{server.server_port}/iptal?x=1", handler
        server.shutdown()
        listening.join()


def test_the_result_is_posted_to_a_back_url_on_this_computer(
    wire: Wire, back_url: tuple[str, type[_BackUrl]]
) -> None:
    url, handler = back_url
    sale = wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1 ş|1")

    wire.void("v1 ş|1", back_url=url)

    path, kind, form = handler.forms.get(timeout=20)
    assert (path, kind) == ("/iptal?x=1", "application/x-www-form-urlencoded")
    assert form == {
        "RETURN_CODE": ["0"],
        "RETURN_MESSAGE": [""],
        "STATUS": ["SUCCESS"],
        "ORDER_REF_NUMBER": ["v1 ş|1"],
        "REFNO": [sale.refno],
    }
    wire.simulator.wait_for_posts()
    assert [(one.url, one.status) for one in wire.simulator.posted] == [(url, 204)]
    assert wire.simulator.would_have_posted == []


def test_the_result_is_posted_even_when_the_answer_is_lost(
    wire: Wire, back_url: tuple[str, type[_BackUrl]]
) -> None:
    url, handler = back_url
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")
    wire.simulator.faults.next(Fault.ANSWER_LOST_AFTER_BOOKING)

    with pytest.raises(httpx.RemoteProtocolError):
        wire.void("v1", back_url=url)

    assert handler.forms.get(timeout=20)[2]["STATUS"] == ["SUCCESS"]


@pytest.mark.parametrize(
    "url",
    [
        "https://posservicetest.esnekpos.com/api/home/PhysicalPaymentLog",
        "http://192.168.1.10/back",
        "http://127.0.0.1.example/back",
        "http://127.0.0.1@shop.example/back",
        "ftp://127.0.0.1/back",
        "http://[broken/back",
        "back",
    ],
)
def test_nothing_is_posted_to_another_computer(wire: Wire, url: str) -> None:
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")

    wire.void("v1", back_url=url)

    wire.simulator.wait_for_posts()
    (would,) = wire.simulator.would_have_posted
    assert (would.url, would.form["STATUS"], would.status) == (url, "SUCCESS", None)
    assert wire.simulator.posted == []


@pytest.mark.parametrize(
    ("url", "failure"),
    [
        ("http://127.0.0.1:1/back", "ConnectionRefusedError"),
        ("http://127.0.0.1:1/a page", "InvalidURL"),
        ("http://localhost:1/ş", "UnicodeEncodeError"),
    ],
)
def test_a_post_that_fails_is_recorded(wire: Wire, url: str, failure: str) -> None:
    wire.book.a_sale(Money(1_000), paid_at=TODAY, reference="v1")

    assert wire.void("v1", back_url=url)["STATUS"] == "SUCCESS"

    wire.simulator.wait_for_posts()
    (posted,) = wire.simulator.posted
    assert posted.status is None
    assert posted.failure is not None
    assert posted.failure.startswith(failure)
