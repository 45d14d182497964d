"""HTTP bounded in time and size, on a connection of its own where money moves."""

from __future__ import annotations

import gzip
import logging
import socket
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from services.domain.account import Account, Environment, GatewayName
from services.domain.clock import SystemClock
from services.domain.errors import BadReply, InvalidInput, OutcomeUnknown, Reach, Unreachable
from services.gateways.doors import Plug, asking, moving
from services.gateways.http import MOST, Http, Reply
from tests.services.gateways.conftest import MakeHttp
from tests.services.gateways.toy import ToyGateway, answer
from tests.services.gateways.trust import a_self_signed_server

_HANDSHAKE_ENDS_WITHIN = 20 if sys.platform == "win32" else 8
"""Seconds. On Windows nothing ends a handshake but its own time."""

ACCOUNT = Account(
    gateway=GatewayName.ESNEKPOS, environment=Environment.TEST, merchant="TEST1234", name="Merkez"
)


def ask(http: Http, address: str) -> Reply:
    with asking(ACCOUNT) as flight:
        return http.send(flight, "POST", httpx.URL(address), content=b"question")


def move(http: Http, address: str) -> Reply:
    with moving(ACCOUNT) as flight:
        return http.send(flight, "POST", httpx.URL(address), content=b"money")


def test_brings_back_the_answer_its_status_and_the_gateways_clock(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(b"yes", "418 Teapot", "Date: Sat, 22 Nov 2025 10:00:00 GMT"))
    reply = ask(http, toy.address)
    assert (reply.status, reply.body) == (418, b"yes")
    assert reply.server_date == datetime(2025, 11, 22, 10, tzinfo=UTC)
    assert reply.asked_at <= reply.answered_at


@pytest.mark.parametrize(
    "date",
    ["", "yesterday", "Sat, 22 Nov 2025 10:00:00 -0000", "Fri, 31 Dec 9999 23:00:00 -1200", "0" * 99],
)
def test_a_clock_that_cannot_be_read_is_none(http: Http, toy: ToyGateway, date: str) -> None:
    toy.says(answer(b"yes", "200 OK", f"Date: {date}"))
    assert ask(http, toy.address).server_date is None


def test_questions_of_a_thread_share_a_connection(http: Http, toy: ToyGateway) -> None:
    for _ in range(3):
        ask(http, toy.address)
    assert (toy.connections, len(toy.received)) == (1, 3)


def test_every_money_request_has_a_connection_of_its_own(http: Http, toy: ToyGateway) -> None:
    ask(http, toy.address)
    for _ in range(3):
        move(http, toy.address)
    assert (toy.connections, len(toy.received)) == (4, 4)


def test_every_thread_that_asks_has_a_connection_of_its_own(http: Http, toy: ToyGateway) -> None:
    together = threading.Barrier(4)

    def work() -> None:
        together.wait(10)
        ask(http, toy.address)
        together.wait(10)
        ask(http, toy.address)

    with ThreadPoolExecutor(4) as threads:
        for done in [threads.submit(work) for _ in range(4)]:
            done.result()
    assert (toy.connections, len(toy.received)) == (4, 8)


def test_a_redirect_is_an_answer_and_nothing_to_follow(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(b"there", "307 Temporary Redirect", f"Location: {toy.address}/elsewhere"))
    assert ask(http, toy.address).status == 307
    assert move(http, toy.address).status == 307
    assert len(toy.received) == 2


def test_a_redirect_to_nowhere_is_no_more_than_that(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(b"", "302 Found", "Location: https://[::1/:x"))
    assert move(http, toy.address).status == 302


def test_cookies_are_not_kept(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(b"", "200 OK", "Set-Cookie: till=1"))
    ask(http, toy.address)
    ask(http, toy.address)
    assert "cookie" not in toy.received[1].headers


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(answer(b"x" * (MOST + 1)), id="plain"),
        pytest.param(answer(b"x" * 10 * MOST), id="10 MB"),
        pytest.param(
            answer(gzip.compress(b"x" * 2 * MOST), "200 OK", "Content-Encoding: gzip"), id="a gzip bomb"
        ),
        pytest.param(answer(b"not gzip", "200 OK", "Content-Encoding: gzip"), id="corrupt gzip"),
        pytest.param(answer(gzip.compress(b"yes")[:-9], "200 OK", "Content-Encoding: gzip"), id="cut gzip"),
        pytest.param(answer(b"", "200 OK", "Content-Encoding: gzip"), id="empty gzip"),
        pytest.param(answer(b"yes", "200 OK", "Content-Encoding: br"), id="unknown compression"),
        pytest.param(
            answer(gzip.compress(gzip.compress(b"yes")), "200 OK", "Content-Encoding: gzip, gzip"), id="twice"
        ),
    ],
)
def test_an_answer_too_large_or_broken_is_unreadable_and_unknown_for_money(
    http: Http, toy: ToyGateway, raw: bytes
) -> None:
    toy.says(raw)
    with pytest.raises(BadReply):
        ask(http, toy.address)
    with pytest.raises(OutcomeUnknown):
        move(http, toy.address)
    assert len(toy.received) == 2


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", gzip.compress(b"yes")), ("x-gzip", gzip.compress(b"yes")), ("deflate", zlib.compress(b"yes"))],
    ids=["gzip", "x-gzip", "deflate"],  # a gzip body holds the time it was made
)
def test_one_layer_of_compression_is_understood_though_not_asked_for(
    http: Http, toy: ToyGateway, coding: str, body: bytes
) -> None:
    toy.says(answer(body, "200 OK", f"Content-Encoding: {coding}"))
    assert ask(http, toy.address).body == b"yes"
    assert toy.received[0].headers["accept-encoding"] == "identity"


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"HTTP/1.1 200", id="half a status line"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", id="cut short"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab", id="half a chunk"),
        pytest.param(b"SSH-2.0-OpenSSH\r\n\r\n", id="another protocol"),
        pytest.param(b"HTTP/1.1 200 OK\r\n" + b"A: " + b"x" * 200_000, id="endless headers"),
    ],
)
def test_an_answer_that_breaks_off_is_none_and_unknown_for_money(
    http: Http, toy: ToyGateway, raw: bytes
) -> None:
    toy.says_and_hangs_up(raw)
    with pytest.raises(Unreachable) as asked:
        ask(http, toy.address)
    assert asked.value.reach is Reach.BROKEN
    with pytest.raises(OutcomeUnknown):
        move(http, toy.address)
    assert len(toy.received) == 2


@pytest.mark.parametrize(
    "start",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nX: ", id="headers"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n", id="a body with a length"),
        pytest.param(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n{}", id="a body without one"),
    ],
)
def test_the_watchdog_ends_what_drips(make_http: MakeHttp, toy: ToyGateway, start: bytes) -> None:
    http = make_http(0.3)
    toy.drips(start)
    with pytest.raises(Unreachable) as asked:
        ask(http, toy.address)
    assert asked.value.reach is Reach.TIMEOUT
    with pytest.raises(OutcomeUnknown):
        move(http, toy.address)
    assert len(toy.received) == 2


def test_the_watchdog_ends_a_silence(make_http: MakeHttp, toy: ToyGateway) -> None:
    http = make_http(0.3)
    toy.stays_silent()
    with pytest.raises(Unreachable) as asked:
        ask(http, toy.address)
    assert asked.value.reach is Reach.TIMEOUT
    with pytest.raises(OutcomeUnknown):
        move(http, toy.address)


def test_a_thread_whose_question_was_ended_can_ask_again(make_http: MakeHttp, toy: ToyGateway) -> None:
    http = make_http(0.3)
    toy.stays_silent()
    with pytest.raises(Unreachable):
        ask(http, toy.address)
    toy.says(answer(b"yes"))
    assert ask(http, toy.address).body == b"yes"


def test_a_refused_connection_never_carried_a_byte(http: Http) -> None:
    with socket.create_server(("127.0.0.1", 0)) as nobody:
        address = f"http://127.0.0.1:{nobody.getsockname()[1]}"
    for door in (ask, move):
        with pytest.raises(Unreachable) as raised:
            door(http, address)
        assert raised.value.reach is Reach.CONNECT


def test_a_name_that_is_not_found_never_carried_a_byte(http: Http, monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody_knows(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", nobody_knows)
    for door in (ask, move):
        with pytest.raises(Unreachable) as raised:
            door(http, "https://posservice.esnekpos.com")
        assert raised.value.reach is Reach.NAME


def test_a_certificate_nobody_vouches_for_never_gets_a_byte(http: Http, tmp_path: Path) -> None:
    with a_self_signed_server(tmp_path) as server:
        for door in (ask, move):
            with pytest.raises(Unreachable) as raised:
                door(http, server.address)
            assert raised.value.reach is Reach.TLS
    assert server.read == []


def test_a_server_that_speaks_no_tls_never_gets_a_byte_of_money(http: Http, toy: ToyGateway) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening, ThreadPoolExecutor(1) as threads:

        def chatter() -> bytes:
            line, _ = listening.accept()
            heard = b""
            with line, suppress(ConnectionResetError):
                line.sendall(b"220 mail.example ESMTP\r\n")
                while more := line.recv(65536):
                    heard += more
            return heard

        heard = threads.submit(chatter)
        with pytest.raises(Unreachable) as raised:
            move(http, f"https://127.0.0.1:{listening.getsockname()[1]}")
        assert raised.value.reach is Reach.TLS
        assert b"money" not in heard.result()
    assert toy.received == []


def test_money_does_not_queue_behind_a_question_stuck_in_its_handshake(http: Http) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent, ThreadPoolExecutor(2) as threads:
        stuck = threads.submit(ask, http, f"https://127.0.0.1:{silent.getsockname()[1]}")
        line, _ = silent.accept()
        with line, socket.create_server(("127.0.0.1", 0)) as rude:
            assert line.recv(1) != b""  # its handshake has begun, and will not go on
            money = threads.submit(move, http, f"https://127.0.0.1:{rude.getsockname()[1]}")
            other, _ = rude.accept()
            with other:
                other.sendall(b"no\r\n\r\n")
                assert isinstance(money.exception(8), Unreachable)
            assert not stuck.done()
            http.close()
            ended = stuck.exception(_HANDSHAKE_ENDS_WITHIN)
            assert isinstance(ended, Unreachable)
            assert ended.reach is Reach.CLOSED


def assert_closing_ends_a_question(http: Http, toy: ToyGateway) -> None:
    toy.stays_silent()
    with ThreadPoolExecutor(1) as threads:
        question = threads.submit(ask, http, toy.address)
        assert toy.reached.wait(10)
        http.close()
        ended = question.exception(10)
    assert isinstance(ended, Unreachable)
    assert ended.reach is Reach.CLOSED


def test_closing_ends_a_question_at_once(http: Http, toy: ToyGateway) -> None:
    assert_closing_ends_a_question(http, toy)


def test_closing_ends_a_question_where_a_shut_line_wakes_no_reader(
    http: Http, toy: ToyGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    def pull_as_windows_does(plug: Plug) -> None:
        plug.pulled = True

    monkeypatch.setattr(Plug, "pull", pull_as_windows_does)
    assert_closing_ends_a_question(http, toy)


def test_a_line_that_broke_is_hung_up_on_the_other_side_too() -> None:
    http = Http(SystemClock(), connect=0.3)
    with socket.create_server(("127.0.0.1", 0)) as silent, ThreadPoolExecutor(1) as threads:
        question = threads.submit(ask, http, f"https://127.0.0.1:{silent.getsockname()[1]}")
        line, _ = silent.accept()
        with line:
            assert isinstance(question.exception(10), Unreachable)
            line.settimeout(10)
            while line.recv(65536):  # what it began to say, and then the end
                pass
    http.close()


def test_a_question_after_one_that_broke_has_a_connection_of_its_own(http: Http, toy: ToyGateway) -> None:
    toy.says(answer(gzip.compress(b"answer")[:-4], "200 OK", "Content-Encoding: gzip"))
    with pytest.raises(BadReply):
        ask(http, toy.address)

    toy.says(answer(b"whole"))

    assert ask(http, toy.address).body == b"whole"


def test_closing_leaves_money_to_its_end(http: Http, toy: ToyGateway) -> None:
    closed = threading.Event()

    def answer_late(line: socket.socket, _: threading.Event) -> None:
        assert closed.wait(10)
        line.sendall(answer(b"paid back"))

    toy.does(answer_late)
    with ThreadPoolExecutor(1) as threads:
        money = threads.submit(move, http, toy.address)
        assert toy.reached.wait(10)
        http.close()
        closed.set()
        assert money.result(10).body == b"paid back"


def test_nothing_is_sent_once_closed(http: Http, toy: ToyGateway) -> None:
    ask(http, toy.address)
    http.close()
    http.close()
    for door in (ask, move):
        with pytest.raises(Unreachable) as raised:
            door(http, toy.address)
        assert raised.value.reach is Reach.CLOSED
    assert len(toy.received) == 1


def test_a_body_that_is_not_wanted_is_not_waited_for(http: Http, toy: ToyGateway) -> None:
    toy.drips(b"HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n")
    with asking(ACCOUNT) as flight:
        reply = http.send(flight, "GET", httpx.URL(toy.address), read=False)
    assert (reply.status, reply.body) == (200, b"")


@pytest.mark.parametrize(
    "address",
    ["http://posservice.esnekpos.com/", "http://localhost:1/", "ftp://127.0.0.1/", "file:///etc/hosts"],
)
def test_speaks_plainly_to_this_computer_only(http: Http, address: str) -> None:
    for door in (ask, move):
        with pytest.raises(InvalidInput):
            door(http, address)


def test_this_computer_is_never_reached_through_a_proxy(
    http: Http, toy: ToyGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    assert ask(http, toy.address).status == 200
    assert move(http, toy.address).status == 200


def test_a_proxy_that_refuses_is_told_apart_and_gets_nothing_of_the_request(
    http: Http, toy: ToyGateway, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"127.0.0.1:{toy.port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    toy.says(answer(b"", "407 Proxy Authentication Required"))
    for door in (ask, move):
        with pytest.raises(Unreachable) as raised:
            door(http, "https://posservice.esnekpos.com/api")
        assert raised.value.reach is Reach.PROXY
    assert [(each.line, each.body) for each in toy.received] == [
        ("CONNECT posservice.esnekpos.com:443 HTTP/1.1", b"")
    ] * 2


@pytest.mark.parametrize(
    "proxy", ["socks5://user:hunter22@127.0.0.1:1", "gopher://127.0.0.1:1", "http://[::1"]
)
def test_a_proxy_we_cannot_use_is_said_and_not_spelled(
    http: Http, monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    for door in (ask, move):
        with pytest.raises(Unreachable) as raised:
            door(http, "https://posservice.esnekpos.com/api")
        assert raised.value.reach is Reach.PROXY
        assert "hunter22" not in repr(raised.value)


def test_httpx_keeps_quiet_whatever_the_root_logger_says(
    http: Http, toy: ToyGateway, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    ask(http, toy.address)
    move(http, toy.address)
    assert [record.name for record in caplog.records if record.name.startswith("http")] == []
