"""The palette: places, actions and payments by a few letters, and Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from gui import theme
from gui.format import instant, money, plain
from gui.icons import icon
from gui.palette.line import LINE, PaletteLines
from gui.palette.match import score
from gui.tasks import TaskRunner
from services.desk import Desk
from services.domain.errors import ServiceError
from services.lookup import Hit

_SIZE = QSize(620, 440)
_MOST = 12
_PAYMENTS = 8
_PAUSE_MS = 120
"""A person who types on is not looked for in between."""

_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6, Qt.Key.Key_PageDown: 6}


@dataclass(frozen=True, slots=True)
class Doable:
    """Something that can be done now.

    Attributes:
        more: Said quietly beside it: a key, or where it leads.
    """

    text: str
    drawing: str
    do: Callable[[], object]
    more: str = ""


class Palette(QDialog):
    """Offers what can be done, best fit first; then payments and orders of the ledger.

    Everything is by keyboard: type, Up and Down, Enter. What is chosen is done after it has closed.

    Attributes:
        line: Where it is typed.
        list: What fits.
    """

    hit_chosen = Signal(object)
    """Carries the `Hit` to be opened."""

    def __init__(
        self, desk: Desk, tasks: TaskRunner, doable: Sequence[Doable], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self.setWindowTitle(self.tr("Go anywhere"))
        self._desk = desk
        self._tasks = tasks
        self._doable = list(doable)
        self._hits: list[Hit] = []
        self._drop: Callable[[], None] = _nothing
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self.line = QLineEdit()
        self.list = QListWidget()
        self._lay_out()
        self.line.textChanged.connect(self._on_text)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._do)
        self._show()
        self._ask()
        self.line.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list by the keys of the line."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in _MOVES and self.list.count():
                row = self.list.currentRow() + _MOVES[key]
                self.list.setCurrentRow(min(max(row, 0), self.list.count() - 1))
                return True
            if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                self._do(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    @Slot()
    def _on_text(self) -> None:
        self._drop()  # it was looked for something else
        self._hits = []
        self._show()
        self._pause.start()

    @Slot()
    def _ask(self) -> None:
        """Look into the ledger: for what is typed, or for what was looked at last."""
        self._drop()
        call = partial(self._desk.lookup.in_ledger, self.line.text().strip(), limit=_PAYMENTS)
        self._drop = self._tasks.read(call, owner=self, on_result=self._on_hits, on_error=self._on_error)

    def _on_hits(self, hits: list[Hit]) -> None:
        self._hits = hits
        self._show()

    def _on_error(self, _: ServiceError) -> None:
        """Offer no payments; the list of places and actions stands, and the window says what is wrong."""
        self._hits = []

    def _show(self) -> None:
        kept = self.list.currentRow()
        typed = self.line.text().strip()
        fits = [(score(typed, one.text), one) for one in self._doable]
        ranked = sorted((pair for pair in fits if pair[0] is not None), key=lambda pair: -(pair[0] or 0))
        self.list.clear()
        for _, one in ranked[: _MOST if typed else len(ranked)]:
            self._put(one)
        for hit in self._hits:
            self._put(self._of(hit))
        self._none.setVisible(self.list.count() == 0)
        if self.list.count():
            self.list.setCurrentRow(kept if 0 <= kept < self.list.count() and not typed else 0)

    def _of(self, hit: Hit) -> Doable:
        amount = money(hit.amount) if hit.amount is not None else ""
        when = instant(hit.sold_at) if hit.sold_at is not None else ""
        more = "  ".join(part for part in (amount, when) if part)
        drawing = "card" if hit.order_id is None else "order"
        return Doable(plain(hit.reference, limit=60), drawing, partial(self.hit_chosen.emit, hit), more)

    def _put(self, one: Doable) -> None:
        item = QListWidgetItem(icon(one.drawing), one.text)
        item.setData(LINE, one)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{one.text}, {one.more}" if one.more else one.text)
        self.list.addItem(item)

    @Slot(QListWidgetItem)
    def _do(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        one: Doable = item.data(LINE)
        self.accept()
        one.do()

    def _lay_out(self) -> None:
        self.line.setObjectName("palette_line")
        self.line.setPlaceholderText(self.tr("A place, an action, a reference, an amount…"))
        self.line.setAccessibleName(self.tr("Where to, or what"))
        self.line.setMinimumHeight(36)
        self.list.setObjectName("palette_list")
        self.list.setAccessibleName(self.tr("What fits"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setIconSize(QSize(16, 16))
        self.list.setItemDelegate(PaletteLines(self.list))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = QLabel(self.tr("Nothing fits. Enter in the search box asks the gateways too (Ctrl+F)."))
        self._none.setProperty("kind", "muted")
        self._none.setWordWrap(True)
        self._none.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(theme.M, theme.M, theme.M, theme.M)
        layout.setSpacing(theme.S)
        layout.addWidget(self.line)
        layout.addWidget(self._none)
        layout.addWidget(self.list, 1)
        self.resize(_SIZE)


def _nothing() -> None:
    """Drop nothing: nothing is under way yet."""
