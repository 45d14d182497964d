"""The switch for BACK_URL: where it listens and what came is said, and a port that is taken is a sentence."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.preferences.back_url import BackUrlSection, _words
from gui.tasks import TaskRunner
from services.callbacks import Post
from tests.shop import Shop

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def taken() -> Iterator[int]:
    """A port that somebody else has."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        yield int(held.getsockname()[1])


@pytest.fixture
def port() -> int:
    """A port that nobody has."""
    with socket.create_server(("127.0.0.1", 0)) as asked:
        return int(asked.getsockname()[1])


@pytest.fixture
def section(qtbot: QtBot, shop: Shop, tasks: TaskRunner) -> BackUrlSection:
    made = BackUrlSection(shop.desk, tasks)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.standing.isVisible)
    return made


def switch_on(qtbot: QtBot, section: BackUrlSection, port: int) -> None:
    section.on.setChecked(True)
    section.port.setText(str(port))
    qtbot.mouseClick(section.confirm, LEFT)


def test_it_is_off_and_says_so(section: BackUrlSection) -> None:
    assert not section.on.isChecked()
    assert "does not listen" in section.standing.text
    assert not section.port.isVisible()
    assert not section.address.isVisible()


def test_switched_on_it_says_its_address_and_counts_what_comes(
    qtbot: QtBot, section: BackUrlSection, port: int
) -> None:
    switch_on(qtbot, section, port)
    qtbot.waitUntil(section.address.isVisible)
    assert section.address.value == f"http://127.0.0.1:{port}/back"

    parts = urlsplit(section.address.value)
    line = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=10)
    line.request("GET", "/back")
    line.getresponse().read()
    line.close()
    qtbot.mouseClick(section.again, LEFT)

    qtbot.waitUntil(lambda: "Received: 1" in section.counts.text())
    assert "Refused, no post: 1" in section.counts.text()


def test_a_port_that_is_taken_is_said_beside_it_and_what_was_typed_stays(
    qtbot: QtBot, section: BackUrlSection, taken: int, shop: Shop
) -> None:
    switch_on(qtbot, section, taken)
    qtbot.waitUntil(lambda: "Something else listens" in section.port.accessibleDescription())
    assert section.port.text() == str(taken)
    assert shop.desk.office().back_url.standing().address is None


@pytest.mark.parametrize("typed", ["", "80"])
def test_what_is_no_port_is_said_beside_it(qtbot: QtBot, section: BackUrlSection, typed: str) -> None:
    section.on.setChecked(True)
    section.port.setText(typed)
    qtbot.mouseClick(section.confirm, LEFT)
    qtbot.waitUntil(lambda: "1024" in section.port.accessibleDescription())


def test_a_port_that_was_taken_at_the_start_is_said_with_what_to_do(
    qtbot: QtBot, shop: Shop, tasks: TaskRunner, port: int, section: BackUrlSection
) -> None:
    switch_on(qtbot, section, port)
    qtbot.waitUntil(section.address.isVisible)
    shop.restart()
    with socket.create_server(("127.0.0.1", port)):
        shop.desk.office().back_url.begin()
    again = BackUrlSection(shop.desk, tasks)
    qtbot.addWidget(again)
    again.show()
    qtbot.waitUntil(again.standing.isVisible)
    assert str(port) in again.standing.text
    assert "another port" in again.standing.text


@pytest.mark.parametrize("post", Post)
def test_everything_that_can_come_of_a_post_has_words_of_its_own(post: Post) -> None:

    words = _words()
    assert [other for other in Post if words[other] == words[post]] == [post]
