"""Joins the seat to the window: who sits there is in the bar; while nobody does, the window is covered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog
from shiboken6 import isValid

from gui.desk_notice import say_kept_out, say_untrusted
from gui.errors import explain
from gui.seat.button import SeatButton
from gui.seat.idle import IdleWatch
from gui.tasks import TaskRunner
from gui.theme import Tone
from services.domain.errors import Denied, NotAllowed, NotVouched, ServiceError
from services.domain.operator import Operator, Right
from services.domain.settings import Settings

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.seat.sign_in import SignInPage
    from services.desk import Desk
    from services.seat import Session
    from services.trust import Trust


@dataclass(frozen=True, slots=True)
class At:
    """How things stand at the seat.

    Attributes:
        operator: Who is there; None for nobody.
        names: Whom the shop knows.
        ended: The session has just ended: the person has another role or PIN, or no longer works here.
    """

    operator: Operator | None
    settings: Settings
    names: list[str]
    ended: bool = False


_FIRST_LIST_MS = 500
"""By then the first list stands: the keyring is slow to load, and money asks for the key again anyway."""


class Seating(QObject):
    """Who is at the desk, in the bar and before the window.

    Locking hides what was open over the window. Whoever sat there finds it again; for somebody else it
    is thrown away. While money is on the move nothing is locked before it has arrived.

    Attributes:
        button: In the bar.
        watch: Locks after the shop's minutes.
    """

    people_wanted = Signal()
    """People and rules are to be opened."""

    sat_down = Signal()
    """Somebody sits there who did not before: what is shown is to be read afresh."""

    code_untaken = Signal()
    """An owner is there, and nobody has put the recovery code away yet."""

    way_back_wanted = Signal(object, str)
    """Carries the `Path` of a backup that is to take the ledger's place, and who wants it."""

    def __init__(self, window: MainWindow, desk: Desk, tasks: TaskRunner) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._tasks = tasks
        self._sitting: Operator | None = None
        self._pins = False
        self._names: list[str] = []
        self._owed: bool | None = None
        self._ended = False
        self._compared = False
        self._untaken = False
        self._page: SignInPage | None = None
        self._put_away: list[QDialog] = []
        self._drop_what_was_asked: Callable[[], None] | None = None
        self.button = SeatButton()
        self.watch = IdleWatch(self)
        window.bar.put_seat(self.button)
        self._lock = QAction(self)
        self._lock.setShortcut("Ctrl+L")
        window.addAction(self._lock)
        self._lock.triggered.connect(self.lock)
        self.button.lock_wanted.connect(self.lock)
        self.button.other_wanted.connect(self._on_other)
        self.button.own_pin_wanted.connect(self._on_own_pin)
        self.button.people_wanted.connect(self.people_wanted)
        self.button.safekeeping_wanted.connect(self.open_safekeeping)
        self.watch.ran_out.connect(self._on_idle)
        tasks.idle.connect(self._on_money_arrived)
        self.refresh()
        first_look = QTimer(self, singleShot=True, interval=_FIRST_LIST_MS)
        first_look.timeout.connect(self.look_at_trust)
        tasks.closed.connect(first_look.stop)  # a program that is closed at once asks no more
        first_look.start()

    @property
    def page(self) -> SignInPage:
        """What covers the window, made when it is first wanted; most shops never see it."""
        if self._page is None:
            from gui.seat.sign_in import SignInPage  # noqa: PLC0415  made when first needed

            self._page = SignInPage(self._desk, self._tasks)
            self._page.form.signed_in.connect(self._on_signed_in)
            self._window.layers.addWidget(self._page)
        return self._page

    @property
    def covered(self) -> bool:
        """Whether the window is covered, since nobody sits there."""
        return self._page is not None and self._window.layers.currentWidget() is self._page

    @Slot()
    def refresh(self) -> None:
        """Ask who is there, and what the shop has chosen.

        Only the last answer counts: one of before somebody signed in, come late, would cover the window
        before them.
        """
        if self._drop_what_was_asked is not None:
            self._drop_what_was_asked()
        call = partial(_at, self._desk)
        self._drop_what_was_asked = self._tasks.read(
            call, owner=self, on_result=self._on_at, on_error=self._on_error
        )

    def nobody_is_there(self, error: NotAllowed) -> None:
        """Cover the window after an act that found the seat empty, and say why if the session has ended."""
        self._ended = self._ended or error.why is Denied.ENDED
        self.refresh()

    @Slot()
    def look_at_trust(self) -> None:
        """Ask whether the ledger is the one that is remembered, and its log has its key."""
        self._tasks.read(
            self._desk.audit.trust, owner=self, on_result=self._on_trust, on_error=self._on_no_trust
        )

    @Slot()
    def lock(self) -> None:
        """Leave the desk, as soon as no money is on the move."""
        self._leave(idle=False)

    @Slot()
    def _on_idle(self) -> None:
        self._leave(idle=True)

    def _leave(self, *, idle: bool) -> None:
        if not self._pins or self.covered:
            return
        if self._tasks.writing:
            self._owed = idle
            return
        self._cover()
        self.page.form.hold(True)
        self._tasks.read(
            partial(self._desk.operators.sign_out, idle=idle),
            owner=self,
            on_result=self._on_left,
            on_error=self._on_left_badly,
        )

    @Slot()
    def _on_money_arrived(self) -> None:
        if self._owed is not None:
            owed, self._owed = self._owed, None
            self._leave(idle=owed)

    def _on_left(self, _: None) -> None:
        self.page.form.hold(False)
        self.refresh()

    def _on_left_badly(self, error: ServiceError) -> None:
        """The seat is empty all the same; that it could not be written down is said."""
        self.page.form.hold(False)
        self.page.form.say(error)

    def _on_at(self, at: At) -> None:
        known, self._pins, self._names = self._names, at.settings.pins, at.names
        if at.operator is None:
            if not self.covered or known != at.names:  # else somebody may be typing there
                self._cover()
            if at.ended or self._ended:
                self._ended = False
                self.page.form.say(NotAllowed(Denied.ENDED))
            return
        self.button.show_operator(at.operator, pins=at.settings.pins)
        self._lock.setEnabled(at.settings.pins)
        before, self._sitting = self._sitting, at.operator
        if not self.covered:
            self.watch.watch(at.settings.idle_minutes if at.settings.pins else 0)
            if before is not None and before.id != at.operator.id:
                self.sat_down.emit()
        else:
            self._uncover(same=before is not None and before.id == at.operator.id)
            self.watch.watch(at.settings.idle_minutes if at.settings.pins else 0)
        self._offer_code()

    def _on_trust(self, trust: Trust) -> None:
        kept = self._desk.demo or self._desk.read_only or trust.key_lost
        self._untaken = trust.code_untaken and not kept
        concern = self.tr("The recovery code is not put away yet: see Safekeeping") if self._untaken else ""
        self.button.warn(concern)
        self._offer_code()
        if not trust.money_may_move:
            say_untrusted(self._window.notice, self._desk)
        else:
            say_kept_out(self._window.notice, trust)
        if trust.money_may_move and not self._compared:
            self._compared = True
            self._tasks.read(
                self._desk.audit.differing,
                owner=self,
                on_result=self._on_compared,
                on_error=self._on_no_trust,
            )

    def _on_compared(self, differing: tuple[str, ...]) -> None:
        if differing:
            self._window.notice.show_error(explain(NotVouched(differing)), Tone.REFUSED)

    def _offer_code(self) -> None:
        there = self._sitting if not self.covered else None
        if self._untaken and there is not None and there.may(Right.OPERATORS):
            self.code_untaken.emit()

    def _on_no_trust(self, error: ServiceError) -> None:
        """Looking goes on; whoever sends money is told again, and stopped."""
        self._window.status.say(explain(error).sentence, "warning", Tone.WAITING)

    def _on_error(self, error: ServiceError) -> None:
        self._window.notice.show_error(explain(error), Tone.WAITING)

    @Slot(object)
    def _on_signed_in(self, session: Session) -> None:  # noqa: ARG002  what the ledger says is read afresh
        self.refresh()

    def _cover(self) -> None:
        self.watch.watch(0)
        if not self.covered:
            for dialog in self._window.findChildren(QDialog):
                if dialog.isVisible():
                    self._put_away.append(dialog)
            for dialog in reversed(self._put_away):
                dialog.hide()
            for action in self._window.actions():
                action.setEnabled(False)
            self._window.layers.setCurrentWidget(self.page)
        last = self._sitting.name if self._sitting is not None else ""
        self.page.form.show_names(self._names, last)
        self.page.form.pin.setFocus()

    def _uncover(self, *, same: bool) -> None:
        self._window.layers.setCurrentIndex(0)
        for action in self._window.actions():
            action.setEnabled(action is not self._lock or self._pins)
        put_away, self._put_away = [one for one in self._put_away if isValid(one)], []
        if same:
            for dialog in put_away:
                dialog.open()
            return
        for dialog in reversed(put_away):
            dialog.deleteLater()
        self.sat_down.emit()

    @Slot()
    def _on_other(self) -> None:
        from gui.seat.sign_in import SignInDialog  # noqa: PLC0415  made when opened

        dialog = SignInDialog(self._desk, self._tasks, self._window)
        dialog.form.signed_in.connect(self._on_signed_in)
        _open(dialog)

    @Slot()
    def _on_own_pin(self) -> None:
        from gui.seat.pin_dialog import PinDialog  # noqa: PLC0415  made when opened

        _open(PinDialog(self._desk, self._tasks, None, self._window))

    @Slot()
    def open_safekeeping(self) -> None:
        """Open backup, restoring, the recovery code and the check of the log."""
        from gui.seat.safekeeping import SafekeepingDialog  # noqa: PLC0415  made when opened

        dialog = SafekeepingDialog(self._desk, self._tasks, self._window)
        dialog.trusted.connect(self._on_trusted)
        dialog.way_back_wanted.connect(self.way_back_wanted)
        dialog.finished.connect(self.look_at_trust)
        _open(dialog)

    @Slot()
    def _on_trusted(self) -> None:
        self._window.notice.hide()
        self.look_at_trust()


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _at(desk: Desk) -> At:
    """On a worker: who is there."""
    settings = desk.operators.settings()
    try:
        operator = desk.operators.who()
    except NotAllowed as error:
        if error.why not in {Denied.NOBODY, Denied.ENDED}:
            raise
        from gui.seat import sign_in  # noqa: F401, PLC0415  loaded here: its page is what comes next

        return At(None, settings, desk.operators.names(), ended=error.why is Denied.ENDED)
    return At(operator, settings, desk.operators.names())
