"""The rail at the left: the places of the desk, and what a person may set."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from enum import Enum

from PySide6.QtCore import QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui import theme
from gui.icons import icon
from gui.settings import Appearance
from gui.theme import Tone, color, tint

_WIDTH = 176
_NARROW = 56
_ICON = 18
_COUNT = 22


class Place(Enum):
    """Where one can be."""

    TODAY = "today"
    SEARCH = "search"
    ORDERS = "orders"
    UNKNOWN = "unknown"
    APPROVALS = "approvals"
    REVERSALS = "reversals"
    DAY_END = "day_end"
    SETTINGS = "settings"


class Places(QFrame):
    """Buttons for every place, the settings at the bottom.

    Before there is a desk the settings are a menu: whoever can't read the language must find a way out.
    """

    chosen = Signal(object)
    """Carries the `Place` to go to."""

    language_chosen = Signal(str)
    """``"tr"`` or ``"en"``."""

    appearance_chosen = Signal(object)
    """Carries an `Appearance`."""

    def __init__(self, language: str, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(_WIDTH)
        self._buttons = {
            Place.TODAY: _PlaceButton("today", self.tr("Today"), "Alt+1"),
            Place.SEARCH: _PlaceButton("search", self.tr("Search"), "Alt+2"),
            Place.ORDERS: _PlaceButton("order", self.tr("Param orders"), "Alt+3"),
            Place.UNKNOWN: _PlaceButton("unknown", self.tr("Unknown"), "Alt+4"),
            Place.APPROVALS: _PlaceButton("approval", self.tr("Approvals"), "Alt+5"),
            Place.REVERSALS: _PlaceButton("reversal", self.tr("Reversals"), "Alt+6"),
            Place.DAY_END: _PlaceButton("day_end", self.tr("Day end"), "Alt+7"),
            Place.SETTINGS: _PlaceButton("settings", self.tr("Settings"), "Alt+9"),
        }
        self.settings = self._buttons[Place.SETTINGS]
        group = QButtonGroup(self)
        for place, button in self._buttons.items():
            button.setObjectName(f"place_{place.value}")
            button.setCheckable(True)
            group.addButton(button)
        group.buttonClicked.connect(self._on_clicked)
        self._buttons[Place.SEARCH].setChecked(True)
        self.settings.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.settings.setMenu(self._menu(language, appearance))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.S, theme.M, theme.S, theme.M)
        column.setSpacing(theme.XS)
        for place, button in self._buttons.items():
            if place is Place.SETTINGS:
                column.addStretch()
            column.addWidget(button)
            button.setEnabled(place is Place.SETTINGS)

    def open_up(self, places: AbstractSet[Place]) -> None:
        """Let these places be gone to: there is a desk now. Until then only the settings are."""
        for place, button in self._buttons.items():
            button.setEnabled(place in places)
            button.setVisible(place in places)
        self.settings.setMenu(None)  # type: ignore[arg-type]  # Qt takes none, PySide's types forget it
        self.settings.setPopupMode(QToolButton.ToolButtonPopupMode.DelayedPopup)

    @property
    def here(self) -> Place:
        """The place one is in."""
        return next(place for place, button in self._buttons.items() if button.isChecked())

    def go(self, place: Place) -> None:
        """Show that one is in a place now."""
        self._buttons[place].setChecked(True)

    def shrink(self, narrow: bool) -> None:  # noqa: FBT001  a state, not an option
        """Show icons alone, where the window has no room for more; names stay in tooltips."""
        self.setFixedWidth(_NARROW if narrow else _WIDTH)
        style = Qt.ToolButtonStyle
        for button in self._buttons.values():
            button.setToolButtonStyle(style.ToolButtonIconOnly if narrow else style.ToolButtonTextBesideIcon)

    def show_open_ends(self, unknown: int, awaiting: int) -> None:
        """Show how many reversals have no certain end: unknown ones, and those not confirmed yet."""
        said = []
        if unknown:
            said.append(self.tr("%n reversal(s) whose end is not known", "", unknown))
        if awaiting:
            said.append(self.tr("%n reversal(s) awaiting confirmation", "", awaiting))
        tone = Tone.UNKNOWN if unknown else Tone.WAITING
        self._buttons[Place.UNKNOWN].show_count(unknown + awaiting, ", ".join(said), tone)

    def show_petitions(self, count: int) -> None:
        """Show how many left for approval wait for whoever is at the desk."""
        said = self.tr("%n wait(s) for you", "", count) if count else ""
        self._buttons[Place.APPROVALS].show_count(count, said, Tone.WAITING)

    @Slot(QToolButton)
    def _on_clicked(self, pressed: QToolButton) -> None:
        self.chosen.emit(next(place for place, button in self._buttons.items() if button is pressed))

    def _menu(self, language: str, appearance: Appearance) -> QMenu:
        menu = QMenu(self)
        _head(menu, self.tr("Language"))
        languages = QActionGroup(menu)
        # Each language is named in itself, so that a lost person finds home.
        for code, name in (("tr", "Türkçe"), ("en", "English")):
            action = self._choice(menu, languages, name, chosen=code == language)
            action.setData(code)
        menu.addSeparator()
        _head(menu, self.tr("Appearance"))
        appearances = QActionGroup(menu)
        for kind, name in (
            (Appearance.SYSTEM, self.tr("As the system")),
            (Appearance.LIGHT, self.tr("Light")),
            (Appearance.DARK, self.tr("Dark")),
        ):
            action = self._choice(menu, appearances, name, chosen=kind is appearance)
            action.setData(kind)
        languages.triggered.connect(self._on_language)
        appearances.triggered.connect(self._on_appearance)
        return menu

    def _choice(self, menu: QMenu, group: QActionGroup, name: str, *, chosen: bool) -> QAction:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        return action

    @Slot(QAction)
    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())

    @Slot(QAction)
    def _on_appearance(self, action: QAction) -> None:
        self.appearance_chosen.emit(action.data())


def _head(menu: QMenu, words: str) -> None:
    """Write a heading; a style sheet leaves the text of Qt's own sections out."""
    menu.addAction(words).setEnabled(False)


class _PlaceButton(QToolButton):
    """One place: an icon, its name, and a count where something waits there."""

    def __init__(self, drawing: str, name: str, shortcut: str) -> None:
        super().__init__()
        self._name = name
        self._shortcut = shortcut
        self._count = 0
        self._tone = Tone.NEUTRAL
        self.setText(f"  {name}")  # a style sheet can't move text and icon apart
        self.setIcon(icon(drawing))
        self.setIconSize(QSize(_ICON, _ICON))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(36)
        self.setShortcut(shortcut)
        self.show_count(0, "", Tone.NEUTRAL)

    def show_count(self, count: int, words: str, tone: Tone) -> None:
        """Show a count at the right; 0 shows nothing. `words` says what it counts."""
        self._count, self._tone = count, tone
        said = f"{self._name}, {words}" if words else self._name
        self.setAccessibleName(said)
        self.setToolTip(f"{said} ({self._shortcut})")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, and the count over it."""
        super().paintEvent(event)
        if not self._count:
            return
        palette = QGuiApplication.palette()  # the style sheet makes the button's own look dark
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            narrow = self.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly
            top = 0 if narrow else (self.height() - _COUNT) // 2
            spot = QRect(self.width() - _COUNT - (0 if narrow else 6), top, _COUNT, _COUNT)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tint(self._tone, palette))
            painter.drawRoundedRect(spot, _COUNT / 2, _COUNT / 2)
            painter.setPen(color(self._tone, palette))
            painter.setFont(theme.font(12, bold=True))
            painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(min(self._count, 99)))
