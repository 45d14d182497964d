from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from gui.reversal.journal_list import JournalList
from gui.tasks import TaskRunner
from services.domain.reversal import IntentState
from services.simulator.faults import Fault, Operation
from tests.shop import Shop


@pytest.fixture
def journal(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> JournalList:
    """Two voids: one done, then one unknown."""
    shop.void(shop.a_sale("250,00"))
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation=Operation.MOVE)
    shop.void(shop.a_sale("99,90"))
    made = JournalList(tasks)
    qtbot.addWidget(made)
    made.set_desk(shop.desk)
    made.show()
    qtbot.waitUntil(lambda: made.table.topLevelItemCount() == 2)
    return made


def states(journal: JournalList) -> list[IntentState]:
    assert journal.outcome is not None
    return [card.intent.state for card in journal.outcome.cards]


def test_the_newest_comes_first_and_is_told(journal: JournalList) -> None:
    first = journal.table.topLevelItem(0)
    assert first is not None
    assert "99,90" in first.text(2)
    assert states(journal) == [IntentState.OUTCOME_UNKNOWN]
    assert "1 unknown" in journal.count


def test_a_filter_leaves_what_holds_its_text(shop: Shop, journal: JournalList, qtbot: QtBot) -> None:
    oldest = shop.desk.lookup.reversals()[-1]

    journal.filter.setText(oldest.draft.order.reference)

    qtbot.waitUntil(lambda: journal.table.topLevelItemCount() == 1)
    assert states(journal) == [IntentState.DONE]


def test_an_intent_is_found_whatever_the_filter_was(shop: Shop, journal: JournalList, qtbot: QtBot) -> None:
    oldest = shop.desk.lookup.reversals()[-1]
    journal.filter.setText("no such thing")
    qtbot.waitUntil(lambda: journal.table.topLevelItemCount() == 0)

    journal.show_intent(oldest)

    qtbot.waitUntil(lambda: states(journal) == [IntentState.DONE])


def test_what_a_look_said_stays_when_the_list_is_read_again(journal: JournalList, qtbot: QtBot) -> None:
    assert journal.outcome is not None
    (card,) = journal.outcome.cards

    with qtbot.waitSignal(journal.looked):
        card.look.click()
    with qtbot.waitSignal(journal.read):
        pass

    assert journal.outcome.cards == [card]
    assert "nothing new" in card.text


def test_each_says_its_age_and_its_next_step(shop: Shop, journal: JournalList, qtbot: QtBot) -> None:
    shop.clock.advance(timedelta(hours=2))
    with qtbot.waitSignal(journal.read):
        journal.refresh()

    unknown, done = (journal.table.topLevelItem(row) for row in range(2))
    assert unknown is not None
    assert done is not None
    assert (unknown.text(4), unknown.text(5)) == ("2 h", "Ask again, or settle it")
    assert done.text(5) == "\N{EM DASH}"


def test_one_kind_of_end_can_be_shown_alone(journal: JournalList, qtbot: QtBot) -> None:
    journal.state.setCurrentIndex(journal.state.findData(IntentState.DONE))
    journal.refresh()
    qtbot.waitUntil(lambda: states(journal) == [IntentState.DONE])
    assert journal.table.topLevelItemCount() == 1

    journal.state.setCurrentIndex(journal.state.findData(IntentState.REFUSED))
    journal.refresh()
    qtbot.waitUntil(journal.blank.isVisible)
    assert "Nothing fits the filter" in journal.blank.text
    journal.blank.action.click()

    qtbot.waitUntil(lambda: journal.table.topLevelItemCount() == 2)


def test_an_empty_list_says_what_comes_here(shop: Shop, tasks: TaskRunner, qtbot: QtBot) -> None:
    journal = JournalList(tasks)
    qtbot.addWidget(journal)
    journal.show()
    with qtbot.waitSignal(journal.read):
        journal.set_desk(shop.desk)
    assert "Nothing was given back yet" in journal.blank.text
