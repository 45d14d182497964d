"""The way to a gateway, gone step by step: what is wrong with it is told apart, and nothing is let slip."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from services.domain.account import Account, GatewayName
from services.domain.diagnosis import Certificate
from services.domain.errors import Reach, Unreachable
from services.gateways.http import Http
from services.gateways.probe import Probe
from services.gateways.way import Way
from tests.builders import SetClock, an_esnekpos_account
from tests.services.gateways.toy import ToyGateway, answer
from tests.services.gateways.trust import SelfSigned, a_self_signed_server

PASSWORD = "geheim-am-proxy"


@pytest.fixture
def http() -> Iterator[Http]:
    made = Http(SetClock("21.11.2026 18:34"), deadline=5, connect=2)
    yield made
    made.close()


@pytest.fixture
def toy() -> Iterator[ToyGateway]:
    made = ToyGateway()
    yield made
    made.close()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SelfSigned]:
    with a_self_signed_server(tmp_path) as made:
        yield made


def a_probe(
    http: Http,
    address: str = "https://posservice.esnekpos.com/api",
    *,
    proxy: str | None = None,
    resolve: Callable[[str, int], tuple[str, ...]] | None = None,
    tls: Callable[[], ssl.SSLContext] | None = None,
) -> Probe:
    def door(_: Account) -> httpx.URL:
        return httpx.URL(address)

    return Probe(
        http, {GatewayName.ESNEKPOS: door}, proxy=lambda _: proxy, resolve=resolve, tls=tls, patience=2
    )


def port_of(address: str) -> int:
    return int(address.rpartition(":")[2])


def how_far(call: Callable[[], object]) -> Reach:
    with pytest.raises(Unreachable) as raised:
        call()
    return raised.value.reach


def trusting(folder: Path) -> Callable[[], ssl.SSLContext]:
    def make() -> ssl.SSLContext:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(folder / "both.pem")
        return context

    return make


def shown_by(probe: Probe, way: Way) -> Certificate:
    shown = probe.certificate(way)
    assert shown is not None
    return shown


def test_the_way_names_host_and_port_and_never_the_proxys_password(http: Http) -> None:
    probe = a_probe(http, proxy=f"http://shop:{PASSWORD}@proxy.shop.example:3128")
    way = probe.way(an_esnekpos_account())
    assert way == Way(host="posservice.esnekpos.com", port=443, secure=True, proxy="proxy.shop.example:3128")
    assert PASSWORD not in repr(way)


@pytest.mark.parametrize("proxy", ["socks5://proxy.shop.example:1080", "http://", "http://proxy:many"])
def test_a_proxy_that_cannot_be_used_is_said_to_be_none(http: Http, proxy: str) -> None:
    probe = a_probe(http, proxy=proxy)
    assert how_far(lambda: probe.way(an_esnekpos_account())) is Reach.PROXY


def test_this_computer_is_reached_without_a_proxy_and_without_tls(http: Http, toy: ToyGateway) -> None:
    probe = a_probe(http, toy.address, proxy="http://proxy.shop.example:3128")
    way = probe.way(an_esnekpos_account())
    assert way == Way(host="127.0.0.1", port=toy.port, secure=False)
    assert probe.certificate(way) is None


def test_a_name_nobody_knows(http: Http) -> None:
    def nobody(host: str, port: int) -> tuple[str, ...]:
        raise socket.gaierror(socket.EAI_NONAME, f"{host}:{port}")

    probe = a_probe(http, resolve=nobody)
    assert how_far(lambda: probe.addresses(probe.way(an_esnekpos_account()))) is Reach.NAME


def test_the_name_of_the_proxy_is_looked_up_where_there_is_one(http: Http) -> None:
    asked: list[tuple[str, int]] = []

    def resolve(host: str, port: int) -> tuple[str, ...]:
        asked.append((host, port))
        return ("192.0.2.7",)

    probe = a_probe(http, resolve=resolve, proxy="http://proxy.shop.example:3128")
    assert probe.addresses(probe.way(an_esnekpos_account())) == ("192.0.2.7",)
    assert asked == [("proxy.shop.example", 3128)]


def test_a_closed_port_is_told_from_an_open_one(http: Http, toy: ToyGateway) -> None:
    probe = a_probe(http)
    way = Way(host="127.0.0.1", port=toy.port, secure=False)
    probe.connect(way)
    toy.close()
    assert how_far(lambda: probe.connect(way)) is Reach.CONNECT


def test_a_certificate_nobody_vouches_for_is_read_without_a_word_to_its_server(
    http: Http, server: SelfSigned
) -> None:
    way = Way(host="127.0.0.1", port=port_of(server.address), secure=True)
    shown = shown_by(a_probe(http), way)
    assert not shown.trusted
    assert shown.issuer == "127.0.0.1"
    assert shown.names == ("127.0.0.1",)
    assert shown.begins is not None
    assert shown.begins.year == 2026
    assert b"".join(server.read) == b""


def test_a_certificate_the_computer_vouches_for_is_trusted(
    http: Http, server: SelfSigned, tmp_path: Path
) -> None:
    way = Way(host="127.0.0.1", port=port_of(server.address), secure=True)
    shown = shown_by(a_probe(http, tls=trusting(tmp_path)), way)
    assert shown.trusted
    assert shown.issuer == "127.0.0.1"
    assert b"".join(server.read) == b""


def test_a_certificate_for_another_name_is_not_trusted_even_then(
    http: Http, server: SelfSigned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    look_up = socket.getaddrinfo  # a bare machine has no file that says where its own name leads
    monkeypatch.setattr(socket, "getaddrinfo", lambda _, *rest, **named: look_up("127.0.0.1", *rest, **named))
    way = Way(host="localhost", port=port_of(server.address), secure=True)
    shown = shown_by(a_probe(http, tls=trusting(tmp_path)), way)
    assert not shown.trusted
    assert not shown.is_for("localhost")


def test_who_does_not_encrypt_is_no_gateway(http: Http) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        way = Way(host="127.0.0.1", port=_answering_plainly(listening), secure=True)
        assert how_far(lambda: a_probe(http).certificate(way)) is Reach.TLS


def _answering_plainly(listening: socket.socket) -> int:
    """Answer one caller in the clear, whatever he says."""

    def serve() -> None:
        line, _ = listening.accept()
        with line:
            line.recv(4096)
            line.sendall(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n")

    threading.Thread(target=serve, name="in the clear").start()
    return int(listening.getsockname()[1])


@pytest.mark.parametrize("status", [407, 403])
def test_a_proxy_that_lets_nothing_through_says_so_by_its_status(
    http: Http, toy: ToyGateway, status: int
) -> None:
    toy.says_and_hangs_up(answer(b"", f"{status} No"))
    probe = a_probe(http, proxy=f"http://shop:{PASSWORD}@127.0.0.1:{toy.port}")
    with pytest.raises(Unreachable) as raised:
        probe.certificate(probe.way(an_esnekpos_account()))
    assert (raised.value.reach, raised.value.detail) == (Reach.PROXY, f"HTTP {status}")
    (asked,) = toy.received
    assert asked.line.startswith("CONNECT posservice.esnekpos.com:443 ")
    assert asked.headers["proxy-authorization"].startswith("Basic ")
    assert PASSWORD not in str(raised.value)


def test_a_knock_is_a_get_without_a_word_about_who_we_are(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(b"<html>", "403 Forbidden", "Date: Sat, 21 Nov 2026 15:34:00 GMT"))
    exchange = a_probe(http, toy.address).knock(an_esnekpos_account())
    assert (exchange.status, exchange.body) == (403, "")
    assert exchange.server_date is not None
    (asked,) = toy.received
    assert asked.line.startswith("GET ")
    assert asked.body == b""
    assert an_esnekpos_account().merchant not in str(asked)
