"""A post to BACK_URL is a hint: it starts a look, and nothing that a stranger posts does more."""

from __future__ import annotations

import http.client
import logging
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode, urlsplit

import pytest

from services.callbacks import HOST, MOST, Callbacks, Post, TokenBucket
from services.demo import open_demo
from services.domain.account import GatewayName
from services.domain.errors import InvalidInput, LedgerFault, LedgerUnavailable
from services.domain.reversal import IntentState
from services.listener import Listener
from services.plans import plan_void
from services.simulator.book import Book
from services.simulator.faults import Fault, Operation
from services.simulator.server import Simulator
from services.watcher import Hint
from tests.shop import NOON, MovedClock, Shop, lira

FORM = "application/x-www-form-urlencoded"
HALF_A_POST = f"POST /back HTTP/1.1\r\nContent-Type: {FORM}\r\nContent-Length: 9\r\n\r\nO".encode()


class Ears:
    """What the listener passes on, and what it is answered."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.answer: Hint | Exception = Hint.TAKEN

    def __call__(self, reference: str) -> Hint:
        self.heard.append(reference)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Ticks:
    """A clock that nobody sets, but a test."""

    passed = 0.0

    def __call__(self) -> float:
        return self.passed


@pytest.fixture
def ears() -> Ears:
    return Ears()


@pytest.fixture
def ticks() -> Ticks:
    return Ticks()


@pytest.fixture
def callbacks(ears: Ears, ticks: Ticks) -> Iterator[Callbacks]:
    opened = Callbacks(ears, Listener, ticks=ticks)
    opened.start()
    yield opened
    opened.stop()


def line_to(callbacks: Callbacks) -> http.client.HTTPConnection:
    assert callbacks.address is not None
    parts = urlsplit(callbacks.address)
    return http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)


def post(
    callbacks: Callbacks,
    body: bytes | str = "",
    *,
    method: str = "POST",
    path: str = "/back",
    kind: str = FORM,
) -> tuple[int, bytes, dict[str, str]]:
    line = line_to(callbacks)
    try:
        line.request(method, path, body, {"Content-Type": kind})
        answer = line.getresponse()
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        line.close()


def end_of(line: socket.socket) -> bytes:
    """Wait until the other side hangs up; return what it said before."""
    said = b""
    try:
        while more := line.recv(1024):
            said += more
    except ConnectionResetError:
        return said
    return said


def test_a_form_is_passed_on_by_its_reference_alone(callbacks: Callbacks, ears: Ears) -> None:
    form = {"ORDER_REF_NUMBER": "0.5425 15|ş", "STATUS": "SUCCESS", "RETURN_CODE": "0", "REFNO": "7"}

    status, said, _ = post(callbacks, urlencode(form))

    assert (status, said) == (204, b"")
    assert ears.heard == ["0.5425 15|ş"]
    assert callbacks.counts == {Post.TAKEN: 1}


@pytest.mark.parametrize("hint", Hint)
def test_who_posts_learns_nothing(callbacks: Callbacks, ears: Ears, hint: Hint) -> None:
    ears.answer = hint

    status, said, headers = post(callbacks, "ORDER_REF_NUMBER=1")

    assert (status, said) == (204, b"")
    assert headers == {"Content-Length": "0", "Connection": "close"}
    assert callbacks.counts == {Post[hint.name]: 1}


def test_a_ledger_that_cannot_be_read_is_nobodys_business(callbacks: Callbacks, ears: Ears) -> None:
    ears.answer = LedgerUnavailable(Path("ledger.db"), LedgerFault.DISK_FULL)

    assert post(callbacks, "ORDER_REF_NUMBER=1")[:2] == (204, b"")
    assert callbacks.counts == {Post.UNHEARD: 1}


@pytest.mark.parametrize(
    ("asked", "status", "why"),
    [
        ({"method": "GET"}, 405, Post.WRONG_METHOD),
        ({"method": "PUT", "body": "ORDER_REF_NUMBER=1"}, 405, Post.WRONG_METHOD),
        ({"path": "/"}, 404, Post.WRONG_PATH),
        ({"path": "/back/../back"}, 404, Post.WRONG_PATH),
        ({"kind": "application/json", "body": '{"ORDER_REF_NUMBER": "1"}'}, 415, Post.WRONG_TYPE),
        ({"kind": "multipart/form-data; boundary=x", "body": "--x--"}, 415, Post.WRONG_TYPE),
        ({"body": ""}, 400, Post.UNREADABLE),
        ({"body": "ORDER_REF_NUMBER="}, 400, Post.UNREADABLE),
        ({"body": "order_ref_number=1"}, 400, Post.UNREADABLE),
        ({"body": "ORDER_REF_NUMBER=1&x=" + "y" * MOST}, 413, Post.TOO_LARGE),
    ],
)
def test_what_is_no_such_form_is_refused_and_counted(
    callbacks: Callbacks, ears: Ears, asked: dict[str, str], status: int, why: Post
) -> None:
    body = asked.pop("body", "")

    answered, said, _ = post(callbacks, body, **asked)

    assert (answered, said) == (status, b"")
    assert callbacks.counts == {why: 1}
    assert ears.heard == []


def test_a_form_of_just_64_kib_is_read(callbacks: Callbacks, ears: Ears) -> None:
    head = "ORDER_REF_NUMBER=1&x="

    assert post(callbacks, head + "y" * (MOST - len(head)))[0] == 204
    assert ears.heard == ["1"]


def test_a_form_that_does_not_say_how_long_it_is_is_not_read_to_its_end(
    callbacks: Callbacks, ears: Ears
) -> None:
    line = line_to(callbacks)
    chunks = [b"ORDER_REF_NUMBER=1&x=", *[b"y" * 1024] * 65]
    line.request("POST", "/back", iter(chunks), {"Content-Type": FORM}, encode_chunked=True)
    answer = line.getresponse()
    line.close()

    assert answer.status == 413
    assert ears.heard == []


def test_bytes_that_are_no_text_are_just_another_reference(callbacks: Callbacks, ears: Ears) -> None:
    assert post(callbacks, b"ORDER_REF_NUMBER=\xfe%fe%00&ORDER_REF_NUMBER=2")[0] == 204
    assert ears.heard == ["\ufffd\ufffd\0"]


def test_a_flood_is_answered_shortly_until_it_ebbs(callbacks: Callbacks, ears: Ears, ticks: Ticks) -> None:
    statuses = [post(callbacks, "ORDER_REF_NUMBER=1")[0] for _ in range(25)]
    assert statuses == [204] * 20 + [429] * 5

    ticks.passed += 1.0
    assert [post(callbacks, "ORDER_REF_NUMBER=2")[0] for _ in range(3)] == [204, 204, 429]

    assert callbacks.counts == {Post.TAKEN: 22, Post.FLOOD: 6}
    assert len(ears.heard) == 22


def test_a_bucket_never_holds_more_than_its_burst() -> None:
    ticks = Ticks()
    bucket = TokenBucket(3, 1.0, ticks)
    ticks.passed = 1e9
    assert [bucket.take() for _ in range(5)] == [True, True, True, False, False]


def until_nobody_is_on_the_line(callbacks: Callbacks) -> None:
    """Wait until the listener has noticed that every line is down: its clients know before."""
    listener = callbacks._listener
    assert isinstance(listener, Listener)
    with listener._changed:
        assert listener._changed.wait_for(lambda: not listener._open, timeout=10)


def test_whoever_holds_lines_open_is_dropped_and_the_next_is_heard(
    callbacks: Callbacks, ears: Ears, ticks: Ticks
) -> None:
    assert callbacks.address is not None
    port = urlsplit(callbacks.address).port
    held = [socket.create_connection((HOST, port), timeout=10) for _ in range(8)]
    for one in held:
        one.sendall(HALF_A_POST)
    with socket.create_connection((HOST, port), timeout=10) as ninth:
        assert ninth.recv(1) == b""
    assert callbacks.counts == {Post.FLOOD: 1}

    ticks.passed += 6.0
    for one in held:
        end_of(one)
        one.close()
    until_nobody_is_on_the_line(callbacks)

    assert post(callbacks, "ORDER_REF_NUMBER=1")[0] == 204
    assert ears.heard == ["1"]


def test_nothing_is_left_of_a_listener_that_was_stopped_in_the_middle_of_a_post(
    callbacks: Callbacks, ears: Ears
) -> None:
    assert callbacks.address is not None
    port = urlsplit(callbacks.address).port
    with socket.create_connection((HOST, port), timeout=10) as held:
        held.sendall(HALF_A_POST)
        callbacks.stop()
        end_of(held)

    assert callbacks.address is None
    assert not any(thread.name.startswith("back-url") for thread in threading.enumerate())
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((HOST, port), timeout=10)
    callbacks.stop()
    callbacks.start()
    assert post(callbacks, "ORDER_REF_NUMBER=1")[0] == 204
    assert ears.heard == ["1"]


@pytest.mark.parametrize("garbage", [b"\x16\x03\x01\x02\x00\x01\r\n\r\n", b"GET\r\n\r\n", b"\xff" * 70_000])
def test_what_is_no_http_is_harmless_and_writes_no_log(
    callbacks: Callbacks, ears: Ears, caplog: pytest.LogCaptureFixture, garbage: bytes
) -> None:
    assert callbacks.address is not None
    with (
        caplog.at_level(logging.DEBUG),
        socket.create_connection((HOST, urlsplit(callbacks.address).port), timeout=10) as line,
    ):
        line.sendall(garbage)
        said = end_of(line)

    assert b"Python" not in said
    assert b"Werkzeug" not in said
    assert caplog.records == []
    assert ears.heard == []


def test_a_bug_of_ours_is_told_by_its_name_only(
    callbacks: Callbacks, ears: Ears, caplog: pytest.LogCaptureFixture
) -> None:
    ears.answer = ValueError("quotes the post")

    with pytest.raises((http.client.HTTPException, ConnectionError)):
        post(callbacks, "ORDER_REF_NUMBER=1")

    assert [record.getMessage() for record in caplog.records] == [
        "the listener for BACK_URL broke with ValueError"
    ]


def test_a_port_that_is_taken_is_said(callbacks: Callbacks, ears: Ears) -> None:
    assert callbacks.address is not None
    other = Callbacks(ears, Listener)

    with pytest.raises(InvalidInput) as refused:
        other.start(port=urlsplit(callbacks.address).port or 0)

    assert refused.value.field == "port"
    assert other.address is None


def test_a_shops_own_desk_listens_only_when_told(shop: Shop) -> None:
    assert shop.desk.office().callbacks.address is None


def test_the_demo_closes_the_loop(tmp_path: Path) -> None:
    """A void whose answer is lost is found done, because the gateway's post said to look."""
    clock = MovedClock()
    simulator = Simulator(clock, book=Book())
    sale = simulator.book.a_sale(lira("250,00"), paid_at=NOON - timedelta(hours=1))
    desk = open_demo(tmp_path / "demo", clock=clock, simulator=simulator)
    try:
        (account,) = [one for one in desk.accounts.all() if one.gateway is GatewayName.ESNEKPOS]
        assert account.back_url == desk.office().callbacks.address
        view = desk.lookup.ask(account, sale.reference)
        assert view is not None
        plan = replace(plan_void(view, clock.now()), reason="deneme")
        faults = simulator.faults
        faults.next(Fault.ANSWER_LOST_AFTER_BOOKING, operation=Operation.MOVE)
        faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
        faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)
        (intent,) = desk.reversals.execute(plan, operator="ayşe").intents
        assert intent.state is IntentState.OUTCOME_UNKNOWN

        simulator.wait_for_posts()

        assert desk.office().callbacks.counts == {Post.TAKEN: 1}
        clock.advance(timedelta(seconds=5))
        (done,) = desk.watcher.look_due(clock.now())
        assert (done.id, done.state) == (intent.id, IntentState.DONE)
    finally:
        desk.close()
