"""A shop with a tunnel lets this computer listen: an owner's choice, loopback by default, and kept."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest

from services import compose
from services.back_url import BackUrl, Chosen
from services.callbacks import HOST, Callbacks, Post
from services.demo import open_demo
from services.domain.audit import Act
from services.domain.errors import InputProblem, InvalidInput, NotAllowed
from services.simulator.book import Book
from services.simulator.server import Simulator
from tests.services.staff import CASHIER, MANAGER, staffed
from tests.shop import MovedClock, Shop


@pytest.fixture
def port() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as asked:
        return int(asked.getsockname()[1])


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else has."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield int(held.getsockname()[1])


def post_to(address: str) -> int:
    parts = urlsplit(address)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    try:
        line.request("GET", "/back")
        return line.getresponse().status
    finally:
        line.close()


def test_nobody_listens_until_an_owner_wants_it(shop: Shop, port: int) -> None:
    assert shop.desk.office().back_url.standing().address is None

    standing = shop.desk.office().back_url.choose(Chosen(on=True, port=port))

    assert standing.address == f"http://127.0.0.1:{port}/back"
    assert not standing.failed
    assert post_to(standing.address) == 405
    assert shop.desk.office().back_url.standing().counts == {Post.WRONG_METHOD: 1}


def test_it_is_kept_and_listens_from_the_next_start_on(shop: Shop, port: int) -> None:
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    shop.desk.close()

    shop.desk = compose.open_desk(shop.folder, clock=shop.clock, credentials=shop.secrets)

    assert shop.desk.office().back_url.standing().address == f"http://127.0.0.1:{port}/back"


def test_switched_off_it_stays_off(shop: Shop, port: int) -> None:
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    assert shop.desk.office().back_url.choose(Chosen(port=port)).address is None
    with pytest.raises(OSError, match="refused"):
        post_to(f"http://127.0.0.1:{port}/back")

    shop.restart()
    shop.desk.office().back_url.begin()
    assert shop.desk.office().back_url.standing().address is None


def test_a_port_that_is_taken_is_said_and_what_was_chosen_before_goes_on(
    shop: Shop, port: int, taken: int
) -> None:
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))

    with pytest.raises(InvalidInput) as no:
        shop.desk.office().back_url.choose(Chosen(on=True, port=taken))

    assert (no.value.field, no.value.problem) == ("port", InputProblem.ALREADY_THERE)
    standing = shop.desk.office().back_url.standing()
    assert (standing.chosen.port, standing.address) == (port, f"http://127.0.0.1:{port}/back")


def test_a_port_that_is_taken_at_the_start_keeps_no_desk_shut(shop: Shop, port: int) -> None:
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    shop.desk.close()
    with socket.create_server(("127.0.0.1", port)):
        shop.desk = compose.open_desk(shop.folder, clock=shop.clock, credentials=shop.secrets)
        office = shop.desk.office()

    standing = office.back_url.standing()
    assert (standing.failed, standing.address) == (True, None)
    assert standing.chosen.on
    assert not shop.desk.office().back_url.choose(standing.chosen).failed  # it is free again


@pytest.mark.parametrize("port", [0, 80, 1023, 65536, -1])
def test_a_port_that_can_not_be_had_is_not_tried(shop: Shop, port: int) -> None:
    with pytest.raises(InvalidInput) as no:
        shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    assert no.value.problem is InputProblem.OUT_OF_RANGE


class Told(Callbacks):
    """Is told where to listen, and does not: a test opens nothing to the network."""

    def __init__(self) -> None:
        self.hosts: list[str] = []

    def start(self, *, host: str = HOST, port: int = 0) -> str:
        self.hosts.append(host)
        return f"http://{host}:{port}/back"

    @property
    def address(self) -> str | None:
        return None

    @property
    def counts(self) -> dict[Post, int]:
        return {}


def test_the_whole_network_is_let_in_only_where_that_is_chosen(shop: Shop, port: int) -> None:
    told, known = Told(), shop.desk.office().back_url
    back_url = BackUrl(callbacks=told, settings=known._settings, seat=shop.desk.seat, fixed=False)

    back_url.choose(Chosen(on=True, port=port))
    back_url.choose(Chosen(on=True, port=port, everywhere=True))

    assert told.hosts == ["127.0.0.1", "0.0.0.0"]  # noqa: S104  as somebody chose


@pytest.mark.parametrize("who", [CASHIER, MANAGER])
def test_only_an_owner_chooses_and_everybody_may_see_it(shop: Shop, port: int, who: str) -> None:
    staffed(shop, sits=who)
    with pytest.raises(NotAllowed):
        shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    assert shop.desk.office().back_url.standing().chosen == Chosen()


def test_who_chose_what_is_written_down(shop: Shop, port: int) -> None:
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))
    shop.desk.office().back_url.choose(Chosen(port=port))
    told = [entry.result for _, entry in shop.desk.audit.entries() if entry.subject == "BACK_URL"]
    assert told == ["does not listen", f"listens at 127.0.0.1:{port}"]
    assert shop.desk.audit.entries()[0][1].act is Act.SETTING


def test_the_demo_listens_and_nothing_is_chosen_there(shop: Shop) -> None:
    clock = MovedClock()
    demo = open_demo(shop.folder.parent / "demo", clock=clock, simulator=Simulator(clock, book=Book()))
    try:
        assert demo.office().back_url.standing().chosen.on
        with pytest.raises(InvalidInput):
            demo.office().back_url.choose(Chosen())
        assert demo.office().back_url.standing().address is not None
    finally:
        demo.close()


def test_a_choice_that_cannot_be_read_is_none(shop: Shop, port: int) -> None:
    shop.desk.office().back_url.choose(Chosen(port=port))
    for kept in ("no JSON", '{"on": true, "door": 7}', "[]"):
        note = shop.desk.seat.entry(Act.SETTING, "BACK_URL", "damaged by hand")
        shop.desk.office().back_url._settings.remember("back url", kept, note)
        assert shop.desk.office().back_url.standing().chosen == Chosen()
        shop.desk.office().back_url.begin()
