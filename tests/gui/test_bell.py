"""An outcome that must not be missed stays until it was seen; everything else is no news."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from gui.bell import Bell
from gui.widgets.notice import Notice
from services.domain.reversal import Intent, IntentState
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


@pytest.fixture
def bell(qtbot: QtBot) -> Bell:
    window = QWidget()
    notice = Notice()
    QVBoxLayout(window).addWidget(notice)
    qtbot.addWidget(window)
    window.show()
    return Bell(notice, window)


@pytest.fixture
def unknown(shop: Shop) -> Intent:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    (intent,) = shop.void(shop.a_sale("250,00")).intents
    return intent


def notice_of(bell: Bell) -> Notice:
    window = bell.parent()
    assert isinstance(window, QWidget)
    return window.findChildren(Notice)[0]


def test_an_unknown_outcome_stays_until_it_is_opened(bell: Bell, unknown: Intent, qtbot: QtBot) -> None:
    bell.ring([unknown])
    notice = notice_of(bell)
    assert notice.isVisible()
    assert "250,00" in notice.text
    assert "Unknown" in notice.text

    with qtbot.waitSignal(bell.intent_wanted) as wanted:
        notice.action.click()

    assert wanted.args == [unknown]
    assert not notice.isVisible()
    assert bell.unseen == ()


def test_what_was_found_done_needs_nobody_to_see_that_it_was_unknown(
    bell: Bell, unknown: Intent, shop: Shop
) -> None:
    bell.ring([unknown])
    (done,) = shop.void(shop.a_sale()).intents

    bell.ring([replace(done, id=unknown.id)])

    assert bell.unseen == ()
    assert not notice_of(bell).isVisible()


def test_what_is_done_is_no_news(bell: Bell, shop: Shop) -> None:
    bell.ring(shop.void(shop.a_sale()).intents)

    assert bell.unseen == ()
    assert not notice_of(bell).isVisible()


def test_several_are_counted_and_one_is_told_once(bell: Bell, unknown: Intent) -> None:
    refused = replace(unknown, id=unknown.id + 1, state=IntentState.REFUSED)

    bell.ring([unknown, refused])
    bell.ring([unknown])

    assert [intent.id for intent in bell.unseen] == [refused.id, unknown.id]
    assert notice_of(bell).text.startswith("2 ")


def test_what_is_on_the_screen_was_seen(bell: Bell, unknown: Intent) -> None:
    bell.ring([unknown])

    bell.see([unknown])

    assert not notice_of(bell).isVisible()
