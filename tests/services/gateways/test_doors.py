"""Two doors: a question that breaks has done nothing, and money is unknown unless it surely never left."""

from __future__ import annotations

import socket
import ssl
import traceback
from collections.abc import Callable
from contextlib import AbstractContextManager

import httpx
import pytest

from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import (
    BadReply,
    NotReversible,
    OutcomeUnknown,
    Reach,
    ServiceError,
    Unreachable,
    WhyNot,
)
from services.gateways.doors import Ended, Flight, asking, moving

ACCOUNT = Account(gateway=GatewayName.PARAM, environment=Environment.TEST, merchant="10738", name="Pazar")

Door = Callable[[Account], AbstractContextManager[Flight]]

NEVER_SENT = {
    httpx.ConnectError,
    httpx.ConnectTimeout,
    httpx.PoolTimeout,
    httpx.ProxyError,
    httpx.UnsupportedProtocol,
}


def _family(root: type[Exception]) -> list[type[Exception]]:
    """The class and all below it."""
    found = {root}.union(*(_family(child) for child in root.__subclasses__()))
    return sorted(found, key=str)


def _made(kind: type[Exception]) -> Exception:
    if kind is httpx.HTTPStatusError:
        request = httpx.Request("GET", "https://there.example")
        return httpx.HTTPStatusError("no", request=request, response=httpx.Response(500, request=request))
    if kind in {httpx.ResponseNotRead, httpx.RequestNotRead, httpx.StreamConsumed, httpx.StreamClosed}:
        return kind()
    return kind("said by the gateway")


def through(door: Door, error: BaseException, before: Callable[[Flight], object] = id) -> None:
    """Go through a door, do something with the flight, and break."""
    with door(ACCOUNT) as flight:
        before(flight)
        raise error


def _departs(flight: Flight) -> None:
    flight.departed = True


REQUEST_ERRORS = _family(httpx.RequestError)
FOREIGN = [
    httpx.HTTPStatusError,
    httpx.InvalidURL,
    httpx.CookieConflict,
    *_family(httpx.StreamError),
    ZeroDivisionError,
    OSError,
    RecursionError,
    MemoryError,
    AssertionError,
]


def test_the_walk_meets_every_error_that_httpx_names() -> None:
    named = {getattr(httpx, name) for name in httpx.__all__ if name[0].isupper()}
    errors = {kind for kind in named if isinstance(kind, type) and issubclass(kind, Exception)}
    assert errors - {httpx.HTTPError} <= {*REQUEST_ERRORS, *FOREIGN}
    assert set(REQUEST_ERRORS) > NEVER_SENT


@pytest.mark.parametrize("kind", [*REQUEST_ERRORS, *FOREIGN])
def test_money_that_broke_before_its_first_byte_is_unsent_only_where_that_is_certain(
    kind: type[Exception],
) -> None:
    expected = Unreachable if kind in NEVER_SENT else OutcomeUnknown
    with pytest.raises(ServiceError) as raised:
        through(moving, _made(kind))
    assert type(raised.value) is expected
    assert raised.value.account is ACCOUNT


@pytest.mark.parametrize("kind", [*REQUEST_ERRORS, *FOREIGN, Ended, BadReply, Unreachable])
def test_money_that_broke_after_its_first_byte_is_unknown_whatever_broke(kind: type[Exception]) -> None:
    error = Unreachable(Reach.CONNECT) if kind is Unreachable else _made(kind)
    with pytest.raises(OutcomeUnknown) as raised:
        through(moving, error, _departs)
    assert raised.value.account is ACCOUNT


@pytest.mark.parametrize("kind", REQUEST_ERRORS)
@pytest.mark.parametrize("departed", [False, True])
def test_a_question_that_broke_is_unanswered_or_unreadable_and_nothing_else(
    kind: type[Exception], *, departed: bool
) -> None:
    expected = BadReply if kind is httpx.DecodingError else Unreachable
    with pytest.raises(ServiceError) as raised:
        through(asking, _made(kind), _departs if departed else id)
    assert type(raised.value) is expected
    assert raised.value.account is ACCOUNT


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_bug_while_asking_stays_a_bug(kind: type[Exception]) -> None:
    with pytest.raises(kind):
        through(asking, _made(kind))


@pytest.mark.parametrize("door", [asking, moving])
def test_our_own_errors_pass_and_learn_whose_account_it_was(door: Door) -> None:
    error = NotReversible(WhyNot.NOT_OFFERED)
    with pytest.raises(NotReversible) as raised:
        through(door, error)
    assert raised.value is error
    assert raised.value.account is ACCOUNT


def test_a_key_press_is_nobodys_answer() -> None:
    with pytest.raises(KeyboardInterrupt):
        through(moving, KeyboardInterrupt())


@pytest.mark.parametrize(
    ("error", "cause", "reach"),
    [
        (httpx.ConnectError("x"), socket.gaierror(-2, "x"), Reach.NAME),
        (httpx.ConnectError("x"), ssl.SSLCertVerificationError("x"), Reach.TLS),
        (httpx.ConnectError("x"), ConnectionRefusedError(111, "x"), Reach.CONNECT),
        (httpx.ConnectTimeout("x"), TimeoutError(), Reach.TIMEOUT),
        (httpx.ProxyError("407 x"), None, Reach.PROXY),
        (httpx.ReadTimeout("x"), TimeoutError(), Reach.TIMEOUT),
        (httpx.ReadError("x"), ConnectionResetError(104, "x"), Reach.BROKEN),
        (httpx.ReadError("x"), ssl.SSLEOFError("x"), Reach.BROKEN),
        (httpx.RemoteProtocolError("x"), None, Reach.BROKEN),
    ],
)
def test_says_how_far_a_question_came(error: Exception, cause: Exception | None, reach: Reach) -> None:
    error.__cause__ = cause
    with pytest.raises(Unreachable) as raised:
        through(asking, error)
    assert raised.value.reach is reach


@pytest.mark.parametrize("why", [Reach.TIMEOUT, Reach.CLOSED])
def test_what_we_ended_ourselves_is_called_by_our_reason(why: Reach) -> None:
    with pytest.raises(Unreachable) as raised:
        through(asking, httpx.ReadError("bad file descriptor"), lambda flight: flight.end(why))
    assert raised.value.reach is why


def test_money_ended_at_the_gate_never_left() -> None:
    def late(flight: Flight) -> None:
        flight.end(Reach.TIMEOUT)
        flight.trace("http11.send_request_headers.started", {"request": _Sent(b"POST")})

    with pytest.raises(Unreachable) as raised:
        through(moving, AssertionError("past the gate"), late)
    assert raised.value.reach is Reach.TIMEOUT


@pytest.mark.parametrize("protocol", ["http11", "http2", "http99"])
def test_money_has_left_once_its_headers_may_be_written(protocol: str) -> None:
    def writes(flight: Flight) -> None:
        flight.trace(f"{protocol}.send_request_headers.started", {"request": _Sent(b"POST")})

    with pytest.raises(OutcomeUnknown):
        through(moving, httpx.ConnectError("by whatever name"), writes)


def test_asking_a_proxy_for_a_tunnel_sends_nothing_of_the_request() -> None:
    def asks_for_a_tunnel(flight: Flight) -> None:
        flight.trace("http11.send_request_headers.started", {"request": _Sent(b"CONNECT")})

    with pytest.raises(Unreachable) as raised:
        through(moving, httpx.ProxyError("403 Forbidden"), asks_for_a_tunnel)
    assert raised.value.reach is Reach.PROXY


def test_an_error_tells_names_and_places_and_nothing_that_was_said() -> None:
    quoting = httpx.RemoteProtocolError("illegal header line: 'X: 4oK26hK8MOXrIV1bzTRVPA=='")
    with pytest.raises(OutcomeUnknown) as raised:
        through(moving, quoting, _departs)
    assert "RemoteProtocolError" in raised.value.detail
    assert "test_doors.py" in raised.value.detail
    told = "".join(traceback.format_exception(raised.value)) + repr(raised.value)
    assert "illegal header" not in told
    assert isinstance(raised.value.__context__, httpx.RemoteProtocolError)


class _Sent:
    """What httpcore's trace hands over of a request."""

    def __init__(self, method: bytes) -> None:
        self.method = method
