"""Saved searches, in a menu beside the box; and the small dialog that names one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.format import plain
from gui.icons import icon
from gui.search.views import LONGEST, SavedViews, View
from services.domain.payment import PaymentState
from services.domain.question import Asked, DayWord, InState


class ViewsMenu(QToolButton):
    """A button with the menu: a few searches that everybody needs, and a person's own."""

    chosen = Signal(object)
    """Carries the `Asked` of a saved search."""

    save_wanted = Signal()
    """What is looked for now is to be saved."""

    def __init__(self, views: SavedViews, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._views = views
        self._can_save = False
        self.setObjectName("views")
        self.setIcon(icon("bookmark"))
        self.setIconSize(QSize(16, 16))
        self.setAccessibleName(self.tr("Saved searches"))
        self.setToolTip(self.tr("Saved searches (Ctrl+G)"))
        self.setShortcut("Ctrl+G")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        menu.aboutToShow.connect(self._fill)
        self.setMenu(menu)
        # Made once: a submenu outlives the `clear` of the menu it is in.
        self._forgotten = QMenu(self.tr("Forget a saved search"), menu)

    def let_save(self, possible: bool) -> None:  # noqa: FBT001  a state, not an option
        """Say whether there is anything to save."""
        self._can_save = possible

    @Slot()
    def _fill(self) -> None:
        menu, own = self.menu(), self._views.all
        menu.clear()
        self._forgotten.clear()
        for view in self._for_everybody():
            self._offer(menu, view)
        if own:
            menu.addSeparator()
        for view in own:
            self._offer(menu, view)
        menu.addSeparator()
        save = menu.addAction(self.tr("Save this search…"))
        save.setEnabled(self._can_save)
        save.triggered.connect(self.save_wanted)
        menu.addMenu(self._forgotten)
        self._forgotten.setEnabled(bool(own))
        for view in own:
            self._forgotten.addAction(_shown(view)).triggered.connect(partial(self._forget, view.name))

    def _for_everybody(self) -> list[View]:
        return [
            View(self.tr("Sold today"), Asked(added=(DayWord.TODAY,))),
            View(self.tr("Sold yesterday"), Asked(added=(DayWord.YESTERDAY,))),
            View(self.tr("Voided this week"), Asked(added=(DayWord.THIS_WEEK, InState(PaymentState.VOIDED)))),
            View(self.tr("Without a certain end"), Asked(added=(InState(None),))),
        ]

    def _offer(self, menu: QMenu, view: View) -> None:
        menu.addAction(_shown(view)).triggered.connect(partial(self._on_chosen, view))

    def _on_chosen(self, view: View, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self.chosen.emit(view.asked)

    def _forget(self, name: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        self._views.remove(name)


class NameDialog(QDialog):
    """Asks for the name of a search that is to be saved.

    Attributes:
        line: The name.
        confirm: Saves; a name that is there already is replaced, which is said.
        leave: Closes without.
    """

    named = Signal(str)
    """Carries the name."""

    def __init__(self, proposal: str, taken: list[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("name_view")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Save this search"))
        self._taken = {name.casefold() for name in taken}
        self.line = QLineEdit(proposal[:LONGEST])
        self.line.setObjectName("view_name")
        self.line.setMaxLength(LONGEST)
        self.line.setMinimumWidth(320)
        label = QLabel(self.tr("Its name in the menu"))
        label.setBuddy(self.line)
        self.line.setAccessibleName(label.text())
        self._hint = QLabel()
        self._hint.setProperty("kind", "muted")
        self._hint.setWordWrap(True)
        self.confirm = QPushButton(self.tr("Save"))
        self.confirm.setObjectName("confirm")
        self.confirm.setProperty("kind", "primary")
        self.confirm.setDefault(True)
        self.leave = QPushButton(self.tr("Leave"))
        self.leave.setObjectName("leave")
        self.leave.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.S)
        buttons.addStretch()
        buttons.addWidget(self.leave)
        buttons.addWidget(self.confirm)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        column.setSpacing(theme.S)
        for part in (label, self.line, self._hint):
            column.addWidget(part)
        column.addLayout(buttons)
        self.line.selectAll()
        self.line.textChanged.connect(self._judge)
        self.leave.clicked.connect(self.reject)
        self.confirm.clicked.connect(self._on_confirm)
        self._judge()

    @Slot()
    def _judge(self) -> None:
        name = self.line.text().strip()
        self.confirm.setEnabled(bool(name))
        self._hint.setText(
            self.tr("A search of this name is replaced.")
            if name.casefold() in self._taken
            else self.tr("Days stay as they were said: “yesterday” will be tomorrow's yesterday.")
        )

    @Slot()
    def _on_confirm(self) -> None:
        self.named.emit(self.line.text().strip())
        self.accept()


def _shown(view: View) -> str:
    return plain(view.name, limit=LONGEST).replace("&", "&&")
