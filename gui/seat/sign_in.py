"""Signing in: a name from the list, a PIN, Enter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.errors import explain
from gui.format import plain
from gui.icons import icon
from gui.seat.pin_edit import PinEdit
from gui.tasks import TaskRunner
from gui.theme import Tone
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk
    from services.seat import Session

_WIDTH = 360
_ICON = 40


class SignInForm(QWidget):
    """A list of names and a place for a PIN. The PIN leaves the line as it is tried.

    Attributes:
        who: The names.
        pin: The PIN.
        enter: Tries it; so does Enter.
        notice: Why not.
    """

    signed_in = Signal(object)
    """Carries the `Session`."""

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._trying = False
        self._held = False
        self.who = Choice()
        self.who.setObjectName("sign_in_name")
        self.pin = PinEdit("sign_in_pin")
        self.enter = QPushButton(self.tr("Sign in"))
        self.enter.setObjectName("sign_in")
        self.enter.setProperty("kind", "primary")
        self.enter.setAutoDefault(False)
        self.notice = Notice()
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.S)
        self.foot.addStretch()
        self.foot.addWidget(self.enter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(Row(self.tr("Name"), self.who))
        column.addWidget(Row(self.tr("PIN"), self.pin))
        column.addWidget(self.notice)
        column.addLayout(self.foot)
        self.enter.clicked.connect(self._try)
        self.pin.returnPressed.connect(self._try)
        self.who.activated.connect(self._on_chosen)

    def show_names(self, names: list[str], chosen: str = "") -> None:
        """Offer these names, and take one of them."""
        self.who.clear()
        for name in names:
            self.who.addItem(plain(name, limit=60), name)
        if chosen in names:
            self.who.setCurrentIndex(names.index(chosen))
        self.notice.hide()
        self.pin.clear()
        self._offer()

    def hold(self, held: bool) -> None:  # noqa: FBT001  it is a setter
        """Let nobody sign in while whoever was there is still leaving."""
        self._held = held
        self._offer()

    def say(self, error: ServiceError) -> None:
        """Say why not."""
        self.notice.show_error(explain(error))

    @Slot()
    def _on_chosen(self) -> None:
        self.notice.hide()
        self.pin.clear()
        self.pin.setFocus()

    @Slot()
    def _try(self) -> None:
        name: str | None = self.who.currentData()
        if self._trying or self._held or name is None:
            return
        self._trying = True
        self._offer()
        self._tasks.read(
            partial(self._desk.operators.sign_in, name, self.pin.take()),
            owner=self,
            on_result=self._on_signed_in,
            on_error=self._on_failed,
        )

    def _on_signed_in(self, session: Session) -> None:
        self._trying = False
        self._offer()
        self.notice.hide()
        self.signed_in.emit(session)

    def _on_failed(self, error: ServiceError) -> None:
        self._trying = False
        self._offer()
        self.say(error)
        self.pin.setFocus()

    def _offer(self) -> None:
        self.enter.setEnabled(not (self._trying or self._held) and self.who.count() > 0)


class SignInPage(QWidget):
    """What covers the window while nobody is signed in.

    Attributes:
        form: Where one signs in.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_page")
        self.form = SignInForm(desk, tasks)
        sign = QLabel()
        sign.setPixmap(icon("lock", Tone.ACCENT).pixmap(QSize(_ICON, _ICON), self.devicePixelRatioF()))
        title = QLabel(self.tr("Who is at the desk?"))
        title.setProperty("kind", "title")
        said = QLabel(self.tr("Nothing is shown and nothing is sent until somebody signs in."))
        said.setProperty("kind", "muted")
        said.setWordWrap(True)
        card = QFrame()
        card.setProperty("kind", "card")
        card.setFixedWidth(_WIDTH + 2 * theme.XL)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(theme.XL, theme.XL, theme.XL, theme.XL)
        inside.setSpacing(theme.M)
        for part in (sign, title, said, self.form):
            inside.addWidget(part)
        middle = QHBoxLayout()  # not an alignment: that leaves a wrapped text no room
        middle.addStretch()
        middle.addWidget(card)
        middle.addStretch()
        column = QVBoxLayout(self)
        column.addStretch(2)
        column.addLayout(middle)
        column.addStretch(3)


class SignInDialog(QDialog):
    """Somebody else takes the seat; whoever sits there stays until they have.

    Attributes:
        form: Where one signs in.
        leave: The way out.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sign_in_dialog")
        self.setWindowTitle(self.tr("Sign in"))
        self.form = SignInForm(desk, tasks)
        self.leave = QPushButton(self.tr("Leave it"))  # L10N: tr "Vazgeç", never "İptal"
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.form.foot.insertWidget(1, self.leave)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.addWidget(self.form)
        self.setMinimumWidth(_WIDTH)
        self.form.pin.setFocus()
        tasks.read(desk.operators.names, owner=self, on_result=self.form.show_names, on_error=self.form.say)
        self.form.signed_in.connect(self.accept)
