"""The place of the settings: sections at the left, each made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.icons import icon
from gui.preferences.section import DRAWINGS, NEEDS, Section, section_name, section_says
from gui.roles import who_may
from gui.settings import Settings
from gui.tasks import TaskRunner
from gui.widgets.blank import Blank
from gui.widgets.scroll import scrolled
from services.desk import Desk

_RAIL = 220
_ROW = 38
_ICON = 18
_WIDEST = 760
"""A form wider than this is tiring to read."""


class SettingsPage(QWidget):
    """Shows one section at a time, to whoever may see to it; to others it says who may.

    Attributes:
        sections: The list at the left.
    """

    accounts_changed = Signal()
    """An account was added, changed, retired or removed."""

    people_changed = Signal()
    """A person or a rule was changed."""

    language_chosen = Signal(str)
    """``"tr"`` or ``"en"``."""

    appearance_chosen = Signal(object)
    """Carries an `Appearance`."""

    safekeeping_wanted = Signal()
    """The ledger's safekeeping is to be opened."""

    def __init__(
        self,
        desk: Desk,
        tasks: TaskRunner,
        settings: Settings,
        *,
        language: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("settings_page")
        self._desk = desk
        self._tasks = tasks
        self._settings = settings
        self._language = language
        self._made: dict[Section, tuple[QWidget, Callable[[], None]]] = {}
        self._for = desk.operator
        self.sections = QListWidget()
        self._title, self._says = QLabel(), QLabel()
        self._stack = QStackedWidget()
        self._blank = Blank()
        self._lay_out()
        self.sections.currentRowChanged.connect(self._on_row)
        self.sections.setCurrentRow(0)

    @property
    def section(self) -> Section:
        """The section that is shown."""
        return list(Section)[max(self.sections.currentRow(), 0)]

    def show_section(self, section: Section) -> None:
        """Show a section."""
        self.sections.setCurrentRow(list(Section).index(section))

    def refresh(self) -> None:
        """Read the section again; for somebody else at the desk everything is made afresh."""
        now = self._desk.operator
        if (now.id, now.role) != (self._for.id, self._for.role):
            self._for = now
            for widget, _ in self._made.values():
                self._stack.removeWidget(widget)
                widget.deleteLater()
            self._made.clear()
        self._on_row(self.sections.currentRow())

    @Slot(int)
    def _on_row(self, row: int) -> None:
        if row < 0:
            return
        section = self.section
        self._title.setText(section_name(section))
        self._says.setText(section_says(section))
        needs = NEEDS.get(section)
        if needs is not None and not self._for.may(needs):
            said = self.tr("This is seen to by: {roles}").format(roles=who_may(needs))
            self._blank.say("lock", self.tr("Not yours to change"), said)
            self._stack.setCurrentWidget(self._blank)
            return
        if section not in self._made:
            inner, refresh = self._make(section)
            widget = inner if section in _WHOLE else _scrolled(inner)
            self._stack.addWidget(widget)
            self._made[section] = widget, refresh
        else:
            self._made[section][1]()
        self._stack.setCurrentWidget(self._made[section][0])

    def _make(self, section: Section) -> tuple[QWidget, Callable[[], None]]:
        match section:
            case Section.ACCOUNTS:
                from gui.accounts.panel import AccountsPanel  # noqa: PLC0415  made when first opened

                accounts = AccountsPanel(self._desk, self._tasks)
                accounts.changed.connect(self.accounts_changed)
                return accounts, accounts.reload
            case Section.PEOPLE:
                from gui.seat.people import PeoplePanel  # noqa: PLC0415  made when first opened

                people = PeoplePanel(self._desk, self._tasks)
                people.changed.connect(self.people_changed)
                return people, people.reload
            case Section.RULES:
                from gui.seat.rules import Rules  # noqa: PLC0415  made when first opened

                rules = Rules(self._desk, self._tasks)
                rules.saved.connect(self.people_changed)
                return rules, rules.reload
            case Section.BACK_URL:
                from gui.preferences.back_url import BackUrlSection  # noqa: PLC0415  made when first opened

                back_url = BackUrlSection(self._desk, self._tasks)
                return back_url, back_url.reload
            case Section.LOOK:
                from gui.preferences.look import LookSection  # noqa: PLC0415  made when first opened

                look = LookSection(self._language, self._settings.appearance)
                look.language_chosen.connect(self.language_chosen)
                look.appearance_chosen.connect(self.appearance_chosen)
                return look, _nothing
            case Section.DATA:
                from gui.preferences.data import DataSection  # noqa: PLC0415  made when first opened

                data = DataSection(self._desk, self._tasks, self._settings.folder)
                data.safekeeping_wanted.connect(self.safekeeping_wanted)
                return data, data.reload
            case Section.LOG:
                from gui.preferences.log import LogSection  # noqa: PLC0415  made when first opened

                log = LogSection(self._desk, self._tasks)
                return log, log.reload
            case Section.ABOUT:
                from gui.preferences.about import AboutSection  # noqa: PLC0415  made when first opened

                return AboutSection(self._tasks), _nothing

    def _lay_out(self) -> None:
        self.sections.setObjectName("settings_sections")
        self.sections.setAccessibleName(self.tr("Settings"))
        self.sections.setFixedWidth(_RAIL)
        self.sections.setIconSize(QSize(_ICON, _ICON))
        self.sections.setSpacing(1)
        for section in Section:
            item = QListWidgetItem(icon(DRAWINGS[section]), section_name(section))
            item.setSizeHint(QSize(_RAIL - theme.L, _ROW))
            self.sections.addItem(item)
        self._title.setProperty("kind", "title")
        self._says.setProperty("kind", "muted")
        self._says.setWordWrap(True)
        self._stack.addWidget(self._blank)
        here = QVBoxLayout()
        here.setContentsMargins(theme.L, theme.L, theme.L, theme.L)
        here.setSpacing(theme.XS)
        here.addWidget(self._title)
        here.addWidget(self._says)
        here.addSpacing(theme.M)
        here.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.S, theme.S, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addLayout(here, 1)


_WHOLE = frozenset({Section.ACCOUNTS, Section.PEOPLE, Section.LOG, Section.ABOUT})
"""Sections that scroll by themselves and take all the room there is."""


def _scrolled(inner: QWidget) -> QScrollArea:
    inner.setMaximumWidth(_WIDEST)
    scroll = scrolled(inner)
    scroll.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    return scroll


def _nothing() -> None:
    """Read nothing again: what is shown does not change by itself."""
