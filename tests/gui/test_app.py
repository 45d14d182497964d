"""The program as a whole: the window first, the desk behind it, an orderly end, no second window."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Protocol

import pytest
from PySide6.QtCore import QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from shiboken6 import delete, isValid

from gui.app import Application, OpenDesk
from gui.places import Place
from gui.preferences.section import Section
from gui.seat.recovery import RecoveryDialog
from gui.settings import Appearance
from gui.start_over import StartOverDialog
from gui.theme import is_dark
from services.desk import Desk
from services.domain.errors import LedgerFault, LedgerUnavailable
from services.domain.reversal import Intent
from services.ledger.journal import Journal
from services.simulator.faults import Fault
from tests.shop import Shop


class Open(Protocol):
    def __call__(self, open_desk: OpenDesk, folder: Path | None = None) -> Application: ...


@pytest.fixture
def launch(qapp: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Start the program as the command line does; put everything back afterwards."""
    before = qapp.palette(), qapp.styleSheet(), qapp.font(), QLocale()
    started: list[Application] = []

    def start(open_desk: OpenDesk, folder: Path | None = None) -> Application:
        application = Application(open_desk, demo=False, lang="tr", data_dir=folder or tmp_path)
        started.append(application)
        application.start()
        return application

    yield start
    for application in started:
        application.finish()
        gc.disable()  # it handed the collecting back; the tests' own collector goes on
        delete(application.window)  # before the colours change under it
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    qapp.setPalette(before[0])
    qapp.setStyleSheet(before[1])
    qapp.setFont(before[2])
    QLocale.setDefault(before[3])


class Opener:
    """Opens a shop's desk, once it may; fails as often as it is told to."""

    def __init__(self, shop: Shop, *failures: LedgerUnavailable, code_put_away: bool = True) -> None:
        self.code_put_away = code_put_away
        self.may = threading.Event()
        self.started_over: list[bool] = []
        self._shop = shop
        self._failures = list(failures)

    def __call__(self, *, start_over: bool = False) -> Desk:
        assert self.may.wait(10)
        self.started_over.append(start_over)
        if self._failures:
            raise self._failures.pop(0)
        self._shop.restart()
        if self.code_put_away:
            self._shop.desk.audit.put_code_away()
        return self._shop.desk


@pytest.fixture
def opener(shop: Shop) -> Opener:
    made = Opener(shop)
    made.may.set()
    return made


def opened(qtbot: QtBot, application: Application) -> None:
    qtbot.waitUntil(lambda: application.window.bar.chosen is not None, timeout=10_000)


def test_the_window_stands_before_the_desk_is_open(qtbot: QtBot, launch: Open, shop: Shop) -> None:
    opener = Opener(shop)
    application = launch(opener)
    assert application.window.isVisible()
    assert application.window.bar.box.line.isEnabled()
    assert application.desk is None
    opener.may.set()
    opened(qtbot, application)
    assert application.desk is shop.desk


def test_nothing_is_loaded_ahead_while_somebody_waits_for_an_answer(
    qtbot: QtBot, launch: Open, opener: Opener
) -> None:
    application, loaded, answer = launch(opener), threading.Event(), threading.Event()
    opened(qtbot, application)
    assert application.desk is not None
    application.desk = replace(application.desk, warm=loaded.set)
    told: list[object] = []
    application.tasks.read(answer.wait, owner=application, on_result=told.append, on_error=told.append)

    application._load_ahead()

    assert application._ahead.isActive()
    assert not loaded.is_set()
    answer.set()
    qtbot.waitUntil(loaded.is_set, timeout=10_000)


def test_what_is_asked_too_early_is_asked_once_the_desk_is_open(
    qtbot: QtBot, launch: Open, shop: Shop
) -> None:
    sale = shop.a_sale("250,00")
    opener = Opener(shop)
    window = launch(opener).window
    window.bar.box.line.setText(sale.reference)
    qtbot.keyClick(window.bar.box.line, Qt.Key.Key_Return)
    assert window.bar.box.message.text()

    opener.may.set()

    qtbot.waitUntil(lambda: shop.book.queries_for(sale.reference) == 1, timeout=10_000)
    qtbot.waitUntil(lambda: len(window.search.model) == 1)


def test_a_ledger_that_does_not_open_is_said_with_its_path_and_can_be_tried_again(
    qtbot: QtBot, launch: Open, shop: Shop
) -> None:
    opener = Opener(shop, LedgerUnavailable(Path("ledger.sqlite3"), LedgerFault.DISK_FULL))
    opener.may.set()
    application = launch(opener)
    notice = application.window.notice
    qtbot.waitUntil(notice.isVisible)
    assert "ledger.sqlite3" in notice.text

    qtbot.mouseClick(notice.action, Qt.MouseButton.LeftButton)

    opened(qtbot, application)
    assert notice.isHidden()
    assert opener.started_over == [False, False]


def test_a_lost_ledger_is_replaced_only_by_a_person_who_read_what_that_means(
    qtbot: QtBot, launch: Open, shop: Shop
) -> None:
    opener = Opener(shop, LedgerUnavailable(Path("ledger.sqlite3"), LedgerFault.CORRUPT))
    opener.may.set()
    application = launch(opener)
    qtbot.waitUntil(application.window.notice.isVisible)
    qtbot.mouseClick(application.window.notice.action, Qt.MouseButton.LeftButton)
    dialog = application.window.findChild(StartOverDialog)
    assert dialog is not None
    assert not dialog.confirm.isEnabled()

    dialog.understood.setChecked(True)
    qtbot.mouseClick(dialog.confirm, Qt.MouseButton.LeftButton)

    opened(qtbot, application)
    assert opener.started_over == [False, True]


def test_while_money_moves_the_window_stays_and_then_closes_by_itself(
    qtbot: QtBot, launch: Open, opener: Opener
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    window, arrives = application.window, threading.Event()
    ended: list[object] = []
    application.tasks.write(
        lambda: arrives.wait(10), owner=window, on_result=ended.append, on_error=ended.append
    )

    window.close()
    assert window.isVisible()
    assert window.notice.isVisible()

    with qtbot.waitSignal(window.closed):
        arrives.set()
    assert ended == [True]
    assert not window.isVisible()


def owe(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a reversal end while the ledger takes no end."""

    def refuse(*_: object, **__: object) -> Intent:
        raise LedgerUnavailable(shop.folder, LedgerFault.LOCKED)

    monkeypatch.setattr(Journal, "settle", refuse)
    assert shop.void(shop.a_sale()).not_recorded is not None


def test_the_window_stays_until_what_is_owed_is_written_down(
    qtbot: QtBot, launch: Open, opener: Opener, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    window = application.window
    with monkeypatch.context() as busy:
        owe(shop, busy)
        window.close()
        assert window.isVisible()
        assert "en geç 10 saniye" in window.notice.text

    with qtbot.waitSignal(window.closed):
        shop.desk.reversals._owed.write_down()


def test_the_window_stays_no_longer_than_its_patience_for_what_is_owed(
    qtbot: QtBot, launch: Open, opener: Opener, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    window = application.window
    owe(shop, monkeypatch)
    window.close()
    assert window.isVisible()

    with qtbot.waitSignal(window.closed):
        window.owed_wait.patience.start(0)


def test_another_language_is_a_new_window_over_the_same_desk(
    qtbot: QtBot, launch: Open, opener: Opener
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    turkish = application.window
    assert turkish.windowTitle() == "İade Masası"

    turkish.places.language_chosen.emit("en")

    english = application.window
    assert english is not turkish
    assert english.windowTitle() == "Refund Desk"
    opened(qtbot, application)
    assert not isValid(turkish) or not turkish.isVisible()
    assert opener.started_over == [False]


def test_another_language_keeps_the_place_and_what_was_typed(
    qtbot: QtBot, launch: Open, opener: Opener
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    rooms = application.window.rooms
    assert rooms is not None
    rooms.show_settings(Section.LOOK)
    application.window.bar.box.line.setText("half a refer")

    application.window.places.language_chosen.emit("en")

    opened(qtbot, application)
    window = application.window
    assert window.bar.box.line.text() == "half a refer"
    assert window.places.here is Place.SETTINGS
    assert window.rooms is not None
    assert window.rooms.pages.settings is not None
    assert window.rooms.pages.settings.section is Section.LOOK


def test_nothing_of_the_bar_lies_over_anything_else_in_the_smallest_window(
    qtbot: QtBot, launch: Open, opener: Opener
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    window = application.window
    window.resize(window.minimumSize())
    qtbot.waitUntil(lambda: window.width() == window.minimumSize().width())
    box = window.bar.box
    qtbot.waitUntil(lambda: not box.line.geometry().intersects(box.go.geometry()))
    assert box.go.geometry().right() <= box.width()
    assert box.geometry().right() <= window.bar.accounts.geometry().left()


def test_light_and_dark_change_at_once_and_are_remembered(
    qtbot: QtBot, launch: Open, opener: Opener, tmp_path: Path
) -> None:
    application = launch(opener)
    opened(qtbot, application)
    for appearance, dark in ((Appearance.DARK, True), (Appearance.LIGHT, False)):
        application.window.places.appearance_chosen.emit(appearance)
        assert is_dark(application.window.palette()) is dark
    application.window.close()
    assert "appearance=light" in (tmp_path / "settings.ini").read_text()


def test_ctrl_f_leads_to_the_box_from_anywhere(qtbot: QtBot, launch: Open, opener: Opener) -> None:
    application = launch(opener)
    opened(qtbot, application)
    window = application.window
    window.activateWindow()
    window.places.settings.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.box.line.hasFocus()


def test_a_payment_that_is_no_longer_chosen_is_no_longer_open(
    qtbot: QtBot, launch: Open, opener: Opener, shop: Shop
) -> None:
    sale = shop.a_sale("250,00")
    application = launch(opener)
    opened(qtbot, application)
    window = application.window
    rooms = window.rooms
    assert rooms is not None
    window.bar.box.line.setText(sale.reference)
    qtbot.keyClick(window.bar.box.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not rooms.detail.blank.isVisible(), timeout=10_000)

    window.bar.box.line.setText("yok-böyle")
    qtbot.keyClick(window.bar.box.line, Qt.Key.Key_Return)

    qtbot.waitUntil(rooms.detail.blank.isVisible)


@pytest.mark.parametrize("place", Place)
def test_every_place_can_be_gone_to(qtbot: QtBot, launch: Open, opener: Opener, place: Place) -> None:
    application = launch(opener)
    opened(qtbot, application)
    application.window.go(place)
    for button in application.window.places.findChildren(QPushButton):
        assert button.accessibleName()


def test_unknown_ends_are_counted_where_a_person_sees_them(
    qtbot: QtBot, launch: Open, opener: Opener, shop: Shop
) -> None:
    shop.simulator.faults.next(Fault.ANSWER_LOST_BEFORE_BOOKING, operation="move")
    shop.void(shop.a_sale("250,00"))

    application = launch(opener)
    opened(qtbot, application)

    qtbot.waitUntil(lambda: "1" in application.window.status.text)


@pytest.fixture
def first_start(shop: Shop) -> Opener:
    """Opens a shop whose owner has put no recovery code away."""
    made = Opener(shop, code_put_away=False)
    made.may.set()
    return made


def offered_code(qtbot: QtBot, application: Application) -> RecoveryDialog:
    """Return the dialog that opens by itself."""
    qtbot.waitUntil(lambda: application.window.findChild(RecoveryDialog) is not None, timeout=10_000)
    dialog = application.window.findChild(RecoveryDialog)
    assert dialog is not None
    return dialog


def told_of_it(application: Application) -> bool:
    """Whether the window knows by now that the code is not put away."""
    rooms = application.window.rooms
    return rooms is not None and bool(rooms.seating.button.accessibleDescription())


@pytest.mark.parametrize("run", ["the first", "the next"])
def test_the_recovery_code_is_offered_once_a_run(
    qtbot: QtBot, launch: Open, first_start: Opener, run: str, shop: Shop
) -> None:
    if run == "the next":
        shop.desk.audit.recovery_code()  # somebody looked at it, and then put it off
    application = launch(first_start)
    dialog = offered_code(qtbot, application)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.leave.click()

    application.window.places.language_chosen.emit("en")
    qtbot.waitUntil(partial(told_of_it, application))
    assert application.window.findChild(RecoveryDialog) is None


def test_a_code_that_is_put_away_is_offered_no_more(
    qtbot: QtBot, launch: Open, first_start: Opener, shop: Shop
) -> None:
    application = launch(first_start)
    dialog = offered_code(qtbot, application)
    dialog.show_code.click()
    qtbot.waitUntil(dialog.understood.isEnabled)
    dialog.understood.setChecked(True)
    with qtbot.waitSignal(dialog.destroyed):
        dialog.confirm.click()

    qtbot.waitUntil(lambda: not told_of_it(application))
    assert not shop.desk.audit.trust().code_untaken


class Reopener:
    """Opens the shop's desk as it lies in its folder: what was there before is closed by whoever left it."""

    def __init__(self, shop: Shop) -> None:
        self._shop = shop
        self.desks: list[Desk] = []

    def __call__(self, *, start_over: bool = False) -> Desk:
        assert not start_over
        if not self.desks:
            self._shop.restart()
            self._shop.desk.audit.put_code_away()
        else:
            self._shop.reopen()
        self.desks.append(self._shop.desk)
        return self._shop.desk


@pytest.fixture
def in_its_folder(launch: Open, shop: Shop, qtbot: QtBot) -> Application:
    """The program over a shop's own folder, with a reversal done and the desk open."""
    shop.void(shop.a_sale("10,00"))
    shop.desk.office().backups.write(shop.folder.parent / "desk.backup")
    shop.void(shop.a_sale("20,00"))
    application = launch(Reopener(shop), shop.folder)
    opened(qtbot, application)
    return application


@pytest.fixture
def without_its_ledger(launch: Open, shop: Shop, qtbot: QtBot) -> Application:
    """The program over a folder whose ledger is gone, with a backup of it beside the folder."""
    shop.void(shop.a_sale("10,00"))
    shop.desk.office().backups.write(shop.folder.parent / "desk.backup")
    shop.desk.close()
    (shop.folder / "ledger.sqlite3").unlink()
    reopener = Reopener(shop)
    reopener.desks.append(shop.desk)
    application = launch(reopener, shop.folder)
    qtbot.waitUntil(application.window.notice.isVisible, timeout=10_000)
    return application


def chosen_instead(application: Application, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Press what the notice offers, and choose a backup there."""
    application.window.notice.action.click()
    dialog = application.window.findChild(StartOverDialog)
    assert dialog is not None
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    dialog.bring_back.click()


def test_where_the_ledger_is_lost_a_backup_can_be_brought_back_instead(
    qtbot: QtBot, without_its_ledger: Application, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    chosen_instead(without_its_ledger, shop.folder.parent / "desk.backup", monkeypatch)

    opened(qtbot, without_its_ledger)
    assert len(shop.desk.lookup.reversals()) == 1
    assert "desk.backup" in without_its_ledger.window.status.text
    assert not shop.desk.audit.trust().money_may_move


def test_a_file_that_is_no_backup_leaves_the_ledger_lost_and_both_ways_open(
    qtbot: QtBot, without_its_ledger: Application, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = without_its_ledger.window
    photograph = shop.folder.parent / "photograph.jpg"
    photograph.write_bytes(b"JFIF")

    chosen_instead(without_its_ledger, photograph, monkeypatch)

    qtbot.waitUntil(lambda: "photograph.jpg" in window.notice.text)
    assert without_its_ledger.desk is None
    chosen_instead(without_its_ledger, shop.folder.parent / "desk.backup", monkeypatch)
    opened(qtbot, without_its_ledger)


def test_going_back_opens_the_backup_in_a_new_window_and_says_where_the_ledger_before_is(
    qtbot: QtBot, in_its_folder: Application, shop: Shop
) -> None:
    application, before, left = in_its_folder, in_its_folder.window, shop.desk
    tasks = application.tasks
    assert before.rooms is not None

    before.rooms.seating.way_back_wanted.emit(shop.folder.parent / "desk.backup", "Ayşe")

    qtbot.waitUntil(lambda: application.desk not in (None, left), timeout=10_000)
    window = application.window
    assert window is not before
    assert application.tasks is tasks  # whoever heard that money moves still does
    assert len(shop.desk.lookup.reversals()) == 1
    qtbot.waitUntil(lambda: "ledger.replaced-" in window.notice.text)
    assert str(shop.folder) in window.notice.text
    assert not shop.desk.audit.trust().money_may_move
    assert "desk.backup" in window.status.text


def test_where_going_back_fails_the_ledger_before_is_open_again_and_it_is_said(
    qtbot: QtBot, in_its_folder: Application, shop: Shop
) -> None:
    application, left = in_its_folder, shop.desk
    rooms = application.window.rooms
    assert rooms is not None

    rooms.seating.way_back_wanted.emit(shop.folder.parent / "it-was-here.backup", "Ayşe")

    qtbot.waitUntil(lambda: application.desk not in (None, left), timeout=10_000)
    qtbot.waitUntil(application.window.notice.isVisible)
    assert len(shop.desk.lookup.reversals()) == 2
    assert shop.desk.audit.trust().money_may_move
