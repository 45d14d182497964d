"""The program as a whole: the window at once, the desk from a worker, and an orderly end."""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Qt, QTimer, Slot
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gui import i18n, instance, theme
from gui.garbage import Garbage
from gui.main_window import MainWindow
from gui.settings import Appearance, Settings
from gui.tasks import TaskRunner

if TYPE_CHECKING:
    from gui.coming_back import CameBack
    from gui.crash import CrashReporter
    from gui.setup_signs import Sign
    from services.desk import Desk
    from services.domain.errors import ServiceError
    from services.owner_proof import Proof

_log = logging.getLogger(__name__)

_UNSEEN_MS = 1000
"""How long a window that was opened minimised waits to be painted."""

_FIRST_LIST_MS = 500
"""By then the first list stands, mostly, and nobody waits for what is loaded ahead."""


class OpenDesk(Protocol):
    """Opens everything behind the window. Slow: called on a worker thread."""

    def __call__(self, *, start_over: bool = False) -> Desk:
        """Open it.

        Args:
            start_over: The ledger is lost and a person decided to begin an empty one.

        Raises:
            LedgerUnavailable: It can't be opened.
        """


class Application(QObject):
    """Everything between the first window and the last, for one data folder.

    Attributes:
        tasks: Where every call to the desk goes.
        window: The window; another one after the language was changed.
        desk: The desk, once it is open.
    """

    def __init__(self, open_desk: OpenDesk, *, demo: bool, lang: str | None, data_dir: Path) -> None:
        super().__init__()
        self._open_desk = open_desk
        self._demo = demo
        self._folder = data_dir
        self._settings = Settings(data_dir)
        self._language = i18n.language_for(lang, self._settings.language, demo=demo)
        self._crashes: CrashReporter | None = None
        self._signs: tuple[Sign, ...] = ()
        self._garbage = Garbage(self)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._load_ahead)
        self._bell = instance.Bell(data_dir, self)
        self._ahead.timeout.connect(self._bell.hang)  # at the latest; see `_furnish`
        self._opened: list[Desk] = []
        self._code_offered = False
        self.desk: Desk | None = None
        self.tasks = TaskRunner(self)
        self._dress()
        i18n.speak(self._language)
        self.window = self._new_window()
        self._bell.rung.connect(self._on_rung)

    def start(self) -> None:
        """Show the window; go on once it is painted, or soon if there is nobody to see it."""
        self.window.painted.connect(self._after_first_paint)
        QTimer.singleShot(_UNSEEN_MS, self, self._after_first_paint)
        self.window.show()

    def open(self, *, start_over: bool = False) -> None:
        """Open the desk on a worker; the window is filled, or says why not."""
        call = partial(_open, self._open_desk, self._opened, self._folder, start_over=start_over)
        self.tasks.read(call, owner=self, on_result=self._take, on_error=self._on_open_error)

    def finish(self) -> None:
        """Let go of everything; the window is closed and no money is on the move."""
        for desk in self._opened:
            desk.stop_asking()
        self._bell.take_down()
        self._ahead.stop()
        self.tasks.close()
        self.tasks.join()
        for desk in self._opened:
            desk.close()
        self._garbage.hand_back()
        for sign in self._signs:
            sign.take_down()
        if self._crashes is not None:
            self._crashes.uninstall()
        from services import logs  # noqa: PLC0415  loaded by the worker long ago

        logs.stop()

    @Slot()
    def _after_first_paint(self) -> None:
        if self._crashes is not None:
            return
        from gui.crash import CrashReporter  # noqa: PLC0415  the first paint need not wait for it

        self._crashes = CrashReporter(self._folder, self)
        self._crashes.install()
        self.open()
        self._put_signs_up()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._dress)

    def _put_signs_up(self) -> None:
        """Let a setup program see that this one is open, and when money is on its way."""
        from gui import setup_signs  # noqa: PLC0415  the first paint need not wait for it

        kernel = setup_signs.this_kernel()
        is_open = setup_signs.Sign(setup_signs.IS_OPEN, kernel)
        moves_money = setup_signs.Sign(setup_signs.MOVES_MONEY, kernel)
        self._signs = (is_open, moves_money)
        self.tasks.began.connect(moves_money.put_up)
        self.tasks.idle.connect(moves_money.take_down)
        is_open.put_up()

    def _take(self, desk: Desk) -> None:
        self.desk = desk
        self._furnish(desk)
        self._garbage.settle()
        self._ahead.start(_FIRST_LIST_MS)

    def _furnish(self, desk: Desk) -> None:
        self.window.set_desk(desk)
        if self.window.rooms is not None:
            self.window.rooms.ease.come.connect(self._bell.hang)
            self.window.rooms.seating.code_untaken.connect(self._offer_code)
            self.window.rooms.seating.way_back_wanted.connect(self._go_back)

    @Slot(object, str)
    def _go_back(self, file: Path, who: str) -> None:
        """Go on from a backup: a new window over the desk that is opened then. No money is on the move."""
        if self.desk is None or self.tasks.writing:
            return
        from gui import coming_back  # noqa: PLC0415  hardly ever needed

        left, self.desk = self.desk, None
        left.stop_asking()
        self._ahead.stop()
        join = self.tasks.begin_anew()
        self._change_window()
        call = partial(
            coming_back.come_back,
            leave=partial(_leave, left, self._opened, join),
            folder=self._folder,
            file=file,
            who=who,
            reopen=partial(_open, self._open_desk, self._opened, self._folder, start_over=False),
        )
        self.tasks.read(call, owner=self, on_result=self._on_came_back, on_error=self._on_open_error)

    def _on_came_back(self, came: CameBack) -> None:
        from gui.coming_back import say_came_back  # noqa: PLC0415  hardly ever needed

        self._take(came.desk)
        say_came_back(self.window, came)

    @Slot()
    def _offer_code(self) -> None:
        """Offer the recovery code: once in a run, and in every run until it is put away."""
        rooms, desk = self.window.rooms, self.desk
        if self._code_offered or rooms is None or desk is None:
            return
        if QApplication.activeModalWidget() is not None:
            return
        from gui.seat.recovery import RecoveryDialog  # noqa: PLC0415  at a ledger's first start, mostly

        self._code_offered = True
        dialog = RecoveryDialog(desk, self.tasks, self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.taken.connect(rooms.seating.look_at_trust)
        dialog.open()

    @Slot()
    def _load_ahead(self) -> None:
        """Load what the first dialog and the first question to a gateway would wait for, and the office."""
        if self.tasks.asking:
            self._ahead.start(_FIRST_LIST_MS)  # whoever waits for an answer comes first
        elif self.desk is not None:
            call = partial(_warm, self.desk)
            self.tasks.read(call, owner=self, on_result=_log.debug, on_error=self._on_open_error)

    def _on_open_error(self, error: ServiceError) -> None:
        _log.info("the desk could not be opened: %s", error)
        self.window.show_open_error(error)

    def _new_window(self) -> MainWindow:
        window = MainWindow(self.tasks, self._settings, language=self._language, demo=self._demo)
        window.retry_wanted.connect(self.open)
        window.start_over_wanted.connect(self._ask_to_start_over)
        window.closed.connect(QGuiApplication.quit)
        window.places.language_chosen.connect(self._on_language)
        window.places.appearance_chosen.connect(self._on_appearance)
        return window

    @Slot()
    def _ask_to_start_over(self) -> None:
        from gui.start_over import StartOverDialog  # noqa: PLC0415  hardly ever needed

        dialog = StartOverDialog(self.window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(partial(self.open, start_over=True))
        dialog.backup_chosen.connect(self._bring_back)
        dialog.open()

    @Slot(object, object)
    def _bring_back(self, file: Path, proof: Proof) -> None:
        """Put a backup in the place of a ledger that is damaged or lost, and go on from it."""
        from gui import coming_back  # noqa: PLC0415  hardly ever needed

        coming_back.say_bringing_back(self.window)
        reopen = partial(_open, self._open_desk, self._opened, self._folder, start_over=False)
        call = partial(coming_back.bring_back, folder=self._folder, file=file, proof=proof, reopen=reopen)
        on_result = partial(self._on_brought_back, file)
        self.tasks.read(call, owner=self, on_result=on_result, on_error=self._on_open_error)

    def _on_brought_back(self, file: Path, brought: CameBack | ServiceError) -> None:
        from gui import coming_back  # noqa: PLC0415  hardly ever needed

        if isinstance(brought, coming_back.CameBack):
            self._on_came_back(brought)
        else:
            coming_back.say_not_brought_back(self.window, file, brought)

    @Slot(str)
    def _on_language(self, language: str) -> None:
        """Speak another language: a new window over the same desk, where the old one stood."""
        if language == self._language or self.tasks.writing:
            return
        from gui.staying import Left  # noqa: PLC0415  hardly ever needed

        left = Left(self.window)
        self._language = self._settings.language = language
        i18n.speak(language)
        self._change_window()
        if self.desk is not None:
            self._furnish(self.desk)
        left.take_up(self.window)

    def _change_window(self) -> None:
        """Put another window where this one stands."""
        old, place = self.window, self.window.saveGeometry()
        self.window = self._new_window()
        self.window.restoreGeometry(place)
        self.window.show()
        old.closed.disconnect()
        if old.rooms is not None:
            old.rooms.watching.stop()
        old.hide()
        old.deleteLater()

    @Slot(object)
    def _on_appearance(self, chosen: Appearance) -> None:
        self._settings.appearance = chosen
        self._dress()

    @Slot()
    def _dress(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        chosen = self._settings.appearance
        dark = _system_is_dark() if chosen is Appearance.SYSTEM else chosen is Appearance.DARK
        theme.apply(application, dark=dark)

    @Slot()
    def _on_rung(self) -> None:
        self.window.come_forward()


def run(open_desk: OpenDesk, *, demo: bool, lang: str | None, data_dir: Path) -> int:
    """Show the window, run until it is closed, and return the exit status."""
    qt = theme.new_application()
    if instance.ring(data_dir):
        return 0
    application = Application(open_desk, demo=demo, lang=lang, data_dir=data_dir)
    application.start()
    status = qt.exec()
    application.finish()
    return status


def _open(open_desk: OpenDesk, opened: list[Desk], folder: Path, *, start_over: bool) -> Desk:
    """On a worker: begin the log, open the desk, and load what the window will want next."""
    from gui import desk_notice, rooms  # noqa: F401, PLC0415  loaded here, so that the window need not
    from services import logs  # noqa: PLC0415  on the worker

    if not opened:
        _begin_log(logs.start, folder)
    desk = open_desk(start_over=True) if start_over else open_desk()
    opened.append(desk)
    return desk


def _leave(desk: Desk, opened: list[Desk], join: Callable[[], None]) -> None:
    """On a worker: wait for the last call to a desk, and close it."""
    join()
    desk.close()
    opened[:] = [one for one in opened if one is not desk]


def _warm(desk: Desk) -> str:
    from gui import crash_dialog, words  # noqa: F401, PLC0415  heavy, or wanted when nothing else can be had
    from gui.today import page  # noqa: F401, PLC0415  likewise: where the day is looked at next

    words.warm()
    desk.warm()
    return "everything is loaded"


def _begin_log(start: Callable[[Path], Path], folder: Path) -> None:
    try:
        start(folder)
    except OSError as error:
        # Whoever can't write a log can't write a ledger either, and that is said in the window.
        _log.info("no log: %s", error)


def _system_is_dark() -> bool:
    hints = QGuiApplication.styleHints()
    if hints.colorScheme() is Qt.ColorScheme.Dark:
        return True
    return hints.colorScheme() is Qt.ColorScheme.Unknown and theme.is_dark(QPalette())
