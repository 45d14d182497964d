"""The back office is opened when somebody first goes there, and the counter does not wait for it."""

from __future__ import annotations

import socket
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from services import compose
from services.back_url import Chosen
from services.desk import Desk
from services.office import Office
from tests.services.test_back_url import post_to
from tests.shop import Shop

_LOADED = """
import sys
import services.compose
print(*sys.modules)
"""
_NOT_FOR_THE_COUNTER = {
    "python_calamine",
    "services.back_url",
    "services.backup",
    "services.callbacks",
    "services.compose_office",
    "services.day_ends",
    "services.doctor",
    "services.domain.day_sheet",
    "services.domain.diagnosis",
    "services.domain.paper",
    "services.exports",
    "services.gateways.redaction",
    "services.intake",
    "services.office",
    "services.slips",
    "services.support",
    "services.traces",
    "services.way_back",
}


def opened_anew(shop: Shop) -> Desk:
    shop.desk.close()
    shop.desk = compose.open_desk(shop.folder, clock=shop.clock, credentials=shop.secrets)
    return shop.desk


def test_a_desk_is_joined_without_anything_of_the_office() -> None:
    done = subprocess.run([sys.executable, "-c", _LOADED], capture_output=True, text=True, check=True)  # noqa: S603  our own program
    loaded = set(done.stdout.split())
    assert "services.lookup" in loaded
    assert loaded & _NOT_FOR_THE_COUNTER == set()


def test_whoever_comes_first_opens_it_and_there_is_only_one(shop: Shop) -> None:
    desk, people = opened_anew(shop), 8
    together = Barrier(people)

    def go_in(_: int) -> Office:
        together.wait()
        return desk.office()

    with ThreadPoolExecutor(people) as threads:
        found = list(threads.map(go_in, range(people)))

    assert all(one is found[0] for one in found)


def test_loaded_ahead_it_listens_before_anybody_goes_there(shop: Shop) -> None:
    with socket.create_server(("127.0.0.1", 0)) as asked:
        port = asked.getsockname()[1]
    shop.desk.office().back_url.choose(Chosen(on=True, port=port))

    opened_anew(shop).warm()

    assert post_to(f"http://127.0.0.1:{port}/back") == 405
