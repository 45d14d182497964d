"""Which columns a person sees, how wide and in which order: chosen from a menu, and kept."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, QSize, Qt, Slot
from PySide6.QtWidgets import QMenu, QToolButton

from gui.icons import icon
from gui.search.columns import Column, title
from gui.search.table import ResultsTable
from gui.settings import Settings


class ColumnChoice(QObject):
    """The menu on the headings, and on a button for those who use no mouse.

    Attributes:
        button: Opens the menu.
        menu: A line for each column, and one to begin anew.
    """

    def __init__(self, table: ResultsTable, settings: Settings) -> None:
        super().__init__(table)
        self._table = table
        self._settings = settings
        self._name = table.objectName()
        self.menu = QMenu(table)
        self.menu.aboutToShow.connect(self._fill)
        self.button = QToolButton()
        self.button.setObjectName(f"{self._name}_columns")
        self.button.setIcon(icon("columns"))
        self.button.setIconSize(QSize(16, 16))
        self.button.setAccessibleName(self.tr("Columns"))
        self.button.setToolTip(self.tr("Choose the columns"))
        self.button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.button.setMenu(self.menu)
        header = table.horizontalHeader()
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_header)
        shown, widths = unpacked(settings.columns(self._name))
        if shown:
            table.arrange(shown, widths)
        table.columns_changed.connect(self._keep)

    @Slot()
    def _fill(self) -> None:
        self.menu.clear()
        shown = self._table.shown
        for column in Column:
            action = self.menu.addAction(title(column))
            action.setCheckable(True)
            action.setChecked(column in shown)
            action.setEnabled(column is not Column.REFERENCE)  # what a row is recognised by
            action.triggered.connect(partial(self._toggle, column))
        self.menu.addSeparator()
        self.menu.addAction(self.tr("As at first")).triggered.connect(self._begin_anew)

    @Slot(QPoint)
    def _on_header(self, where: QPoint) -> None:
        self.menu.popup(self._table.horizontalHeader().mapToGlobal(where))

    def _toggle(self, column: Column, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  Qt's signature
        before = self._table.shown
        after = [one for one in before if one is not column]
        self._table.arrange(after if column in before else [*after, column], self._table.widths)
        self._keep()

    @Slot()
    def _begin_anew(self) -> None:
        self._table.arrange([Column.WHEN, Column.AMOUNT, Column.STATE, Column.REFERENCE], {})
        self._settings.keep_columns(self._name, "")

    @Slot()
    def _keep(self) -> None:
        self._settings.keep_columns(self._name, packed(self._table))


def packed(table: ResultsTable) -> str:
    """Write columns and widths as ``WHEN:92 AMOUNT:120 REFERENCE``: what a later version can read."""
    widths = table.widths
    return " ".join(f"{one.name}:{widths[one]}" if one in widths else one.name for one in table.shown)


def unpacked(text: str) -> tuple[list[Column], dict[Column, int]]:
    """Read it back; what is no column of this version is left out."""
    shown: list[Column] = []
    widths: dict[Column, int] = {}
    for part in text.split():
        name, _, width = part.partition(":")
        if name not in Column.__members__ or Column[name] in shown:
            continue
        shown.append(Column[name])
        if width.isascii() and width.isdigit():
            widths[Column[name]] = min(max(int(width), 64), 600)
    return shown, widths
