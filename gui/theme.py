"""How everything looks: one accent, one font, a handful of tones, in light and in dark.

Fusion carries it, so that it is the same on every system. Colours reach a widget through its palette:
what paints itself asks `color` with it, and follows when the person switches.
"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication, QWidget

import resources

FAMILY = "Inter"
STYLED = ("-style", "Fusion")
"""Qt's own option for the style beneath everything here. (`setStyle` hands a style back, and PySide then
builds a dozen enums that the first paint needs none of.)"""

XS, S, M, L, XL = 4, 8, 12, 16, 24
"""The only distances between things, in device-independent pixels."""

RADIUS = 6
"""How round a corner is."""

TEXT_SIZE = 13
"""Pixels of running text."""

_FONTS = Path(resources.__file__).parent / "fonts"
_ICONS = Path(resources.__file__).parent / "icons"
_TICK = (Path(resources.__file__).parent / "icons" / "tick.svg").as_posix()
_HAS_FONT = "refund_desk_has_font"
_NAME = "refund-desk"
_TINT = 0.12
_DARK_TINT = 0.17


class Tone(Enum):
    """What a colour says. It never says it alone: a word and an icon stand beside it."""

    NEUTRAL = "neutral"
    ACCENT = "accent"
    DONE = "done"
    REFUSED = "refused"
    WAITING = "waiting"
    UNKNOWN = "unknown"


class _Look(NamedTuple):
    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    strong_border: str
    button: str
    accent_fill: str
    accent_hover: str
    on_accent: str
    selection: str
    tones: dict[Tone, str]


_LIGHT = _Look(
    window="#f3f4f7",
    base="#ffffff",
    raised="#fafbfc",
    text="#191d24",
    muted="#566070",
    border="#dde1e8",
    strong_border="#868f9e",
    button="#ffffff",
    accent_fill="#1f5fbf",
    accent_hover="#184d9e",
    on_accent="#ffffff",
    selection="#dce8fb",
    tones={
        Tone.NEUTRAL: "#566070",
        Tone.ACCENT: "#1b56ad",
        Tone.DONE: "#17693b",
        Tone.REFUSED: "#b0241c",
        Tone.WAITING: "#7d5200",
        Tone.UNKNOWN: "#7b2fa8",
    },
)
_DARK = _Look(
    window="#14171c",
    base="#1b1f26",
    raised="#20252d",
    text="#e8ebf0",
    muted="#a0a9b6",
    border="#303742",
    strong_border="#727d8d",
    button="#262c35",
    accent_fill="#2f6fd6",
    accent_hover="#3a7ae0",
    on_accent="#ffffff",
    selection="#24395c",
    tones={
        Tone.NEUTRAL: "#a0a9b6",
        Tone.ACCENT: "#8fb8fa",
        Tone.DONE: "#6fd49a",
        Tone.REFUSED: "#ff9d92",
        Tone.WAITING: "#f0bd5e",
        Tone.UNKNOWN: "#d6a6f7",
    },
)


def new_application() -> QApplication:
    """Make the one application, under its own name and in the style that `apply` dresses."""
    made = QApplication([*sys.argv[:1], *STYLED])
    made.setApplicationName(_NAME)
    made.setDesktopFileName(_NAME)
    return made


def apply(app: QApplication, *, dark: bool) -> None:
    """Dress the whole program; call again to change from light to dark."""
    look = _DARK if dark else _LIGHT
    if not app.property(_HAS_FONT):
        for file in sorted(_FONTS.glob("*.otf")):
            QFontDatabase.addApplicationFont(str(file))
        app.setProperty(_HAS_FONT, True)
    app.setFont(font())
    app.setPalette(_palette(look))
    app.setStyleSheet(_sheet(look))


def mark(widget: QWidget, name: str, value: object) -> None:
    """Give a shown widget a property that the style sheet asks for, and dress it anew if that is a change."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def font(size: int = TEXT_SIZE, *, bold: bool = False) -> QFont:
    """Return the program's font, its figures all of one width so that amounts line up."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        made.setWeight(QFont.Weight.DemiBold)
    return made


def is_dark(palette: QPalette) -> bool:
    """Whether a palette is the dark one."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128  # noqa: PLR2004  half of 0..255


def color(tone: Tone, palette: QPalette) -> QColor:
    """Return the colour of text and icons in a tone: at least 4.5:1 on every ground used here."""
    return QColor(_look(palette).tones[tone])


def tint(tone: Tone, palette: QPalette) -> QColor:
    """Return the ground that belongs to a tone: a breath of it over the surface."""
    look = _look(palette)
    share = _DARK_TINT if look is _DARK else _TINT
    over, under = QColor(look.tones[tone]), QColor(look.base)
    return QColor(
        round(over.red() * share + under.red() * (1 - share)),
        round(over.green() * share + under.green() * (1 - share)),
        round(over.blue() * share + under.blue() * (1 - share)),
    )


def muted(palette: QPalette) -> QColor:
    """Return the colour of what is said quietly."""
    return QColor(_look(palette).muted)


def border(palette: QPalette) -> QColor:
    """Return the colour of hairlines."""
    return QColor(_look(palette).border)


def _look(palette: QPalette) -> _Look:
    return _DARK if is_dark(palette) else _LIGHT


def _palette(look: _Look) -> QPalette:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette()
    colors: dict[QPalette.ColorRole, str] = {
        role.Window: look.window,
        role.WindowText: look.text,
        role.Base: look.base,
        role.AlternateBase: look.raised,
        role.Text: look.text,
        role.Button: look.button,
        role.ButtonText: look.text,
        role.BrightText: look.on_accent,
        role.ToolTipBase: look.raised,
        role.ToolTipText: look.text,
        role.PlaceholderText: look.muted,
        role.Highlight: look.selection,
        role.HighlightedText: look.text,
        role.Accent: look.accent_fill,
        role.Link: look.tones[Tone.ACCENT],
        role.LinkVisited: look.tones[Tone.ACCENT],
        role.Light: look.raised,
        role.Midlight: look.border,
        role.Mid: look.border,
        role.Dark: look.strong_border,
        role.Shadow: look.strong_border,
    }
    for which, value in colors.items():
        palette.setColor(which, QColor(value))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, which, QColor(look.strong_border))
    return palette


def _sheet(look: _Look) -> str:
    """Return the style sheet: only what a palette can't say.

    A push button is plain unless its `kind` is ``primary`` (one a screen), ``danger`` (moves money) or
    ``link`` (said in passing).
    A frame of `kind` ``card`` is a surface. A label of `kind` ``muted``, ``title``, ``amount``,
    ``label`` or ``problem`` is written so.
    """
    danger, focus = look.tones[Tone.REFUSED], look.tones[Tone.ACCENT]
    arrow = (_ICONS / ("arrow_light.svg" if look is _LIGHT else "arrow_dark.svg")).as_posix()
    danger_fill = "#b0241c" if look is _LIGHT else "#c93a30"
    return f"""
QPushButton {{ background: {look.button}; border: 1px solid {look.strong_border}; border-radius: {RADIUS}px;
  padding: 6px 14px; min-height: 18px; }}
QPushButton:hover {{ background: {look.selection}; }}
QPushButton:pressed {{ background: {look.border}; }}
QPushButton:focus {{ border: 2px solid {focus}; padding: 5px 13px; }}
QPushButton:disabled {{ color: {look.strong_border}; border-color: {look.border}; }}
QPushButton[kind="primary"], QPushButton[kind="danger"] {{ background: {look.accent_fill};
  color: {look.on_accent}; border: 1px solid {look.accent_fill}; font-weight: 600; }}
QPushButton[kind="danger"] {{ background: {danger_fill}; border-color: {danger_fill}; }}
QPushButton[kind="primary"]:hover {{ background: {look.accent_hover}; }}
QPushButton[kind="primary"]:focus, QPushButton[kind="danger"]:focus {{ border: 2px solid {look.text}; }}
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{ background: {look.border};
  border-color: {look.border}; color: {look.muted}; }}
QPushButton[kind="link"] {{ background: transparent; border: none; color: {focus}; padding: 2px 4px;
  min-height: 0; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {focus}; padding: 0 2px; }}
QPushButton[kind="chip"] {{ background: {look.selection}; border: 1px solid {look.selection};
  border-radius: 12px; padding: 2px 8px; min-height: 18px; font-weight: 400; }}
QPushButton[kind="chip"]:hover {{ border-color: {look.strong_border}; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {focus}; padding: 1px 7px; }}
QLineEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QSpinBox {{ background: {look.base};
  border: 1px solid {look.strong_border}; border-radius: {RADIUS}px; padding: 5px 8px;
  selection-background-color: {look.accent_fill}; selection-color: {look.on_accent}; }}
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QSpinBox:focus
  {{ border: 2px solid {focus}; padding: 4px 7px; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {danger}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled
  {{ background: {look.window}; border-color: {look.border}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 14px; height: 14px; background: {look.base};
  border: 1px solid {look.strong_border}; border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: 8px; }}
QCheckBox::indicator:checked {{ background: {look.accent_fill}; border-color: {look.accent_fill};
  image: url({_TICK}); }}
QRadioButton::indicator:checked {{ background: {look.on_accent}; width: 6px; height: 6px;
  border: 5px solid {look.accent_fill}; }}
QCheckBox::indicator:focus, QRadioButton::indicator:focus {{ border-color: {focus}; border-width: 2px;
  width: 12px; height: 12px; }}
QRadioButton::indicator:checked:focus {{ width: 6px; height: 6px; border: 5px solid {focus}; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border-color: {look.border}; }}
QToolButton {{ border: 1px solid transparent; border-radius: {RADIUS}px; padding: 4px;
  background: transparent; }}
QToolButton:hover {{ background: {look.selection}; }}
QToolButton:focus {{ border: 2px solid {focus}; padding: 3px; }}
QToolButton:checked {{ background: {look.selection}; }}
QToolButton::menu-indicator {{ image: none; }}
QFrame[kind="card"] {{ background: {look.base}; border: 1px solid {look.border};
  border-radius: {RADIUS + 2}px; }}
QFrame[kind="bar"] {{ background: {look.base}; border: none; border-bottom: 1px solid {look.border}; }}
QFrame[kind="foot"] {{ background: {look.base}; border: none; border-top: 1px solid {look.border}; }}
QLabel[kind="muted"], QLabel[kind="label"] {{ color: {look.muted}; }}
QLabel[kind="title"] {{ font-size: 16px; font-weight: 600; }}
QLabel[kind="amount"] {{ font-size: 24px; font-weight: 600; }}
QLabel[kind="problem"] {{ color: {danger}; }}
QTableView, QTreeView, QListView {{ background: {look.base}; border: 2px solid transparent; outline: none;
  selection-background-color: {look.selection}; selection-color: {look.text}; }}
QTableView:focus, QTreeView:focus, QListView:focus {{ border: 2px solid {focus}; border-radius: {RADIUS}px; }}
QTreeView[kind="lines"]::item, QTableView[kind="lines"]::item {{ padding: 0 8px 0 9px; }}
QHeaderView {{ background: {look.base}; }}
QHeaderView::section {{ background: {look.base}; color: {look.muted}; border: none;
  border-bottom: 1px solid {look.border}; padding: 6px 8px 6px 12px; }}
QMenu {{ background: {look.base}; border: 1px solid {look.border}; padding: 4px; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
QMenu::item:selected {{ background: {look.selection}; }}
QMenu::item:disabled {{ color: {look.muted}; }}
QMenu::separator {{ height: 1px; background: {look.border}; margin: 4px 8px; }}
QToolTip {{ background: {look.raised}; color: {look.text}; border: 1px solid {look.border};
  padding: 4px 6px; }}
QSplitter::handle {{ background: transparent; }}
QSplitter::handle:hover {{ background: {look.border}; }}
QComboBox::drop-down {{ border: none; width: 24px; }}
QComboBox::down-arrow {{ image: url("{arrow}"); width: 16px; height: 16px; }}
QComboBox QAbstractItemView {{ border: 1px solid {look.border}; padding: 4px; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {look.border}; }}
QTabBar {{ qproperty-drawBase: 0; }}
QTabBar::tab {{ background: transparent; color: {look.muted}; border: none; padding: 7px 12px;
  border-bottom: 2px solid transparent; }}
QTabBar::tab:selected {{ color: {look.text}; border-bottom-color: {focus}; }}
QTabBar::tab:hover {{ color: {look.text}; }}
QTabBar::tab:focus {{ background: {look.selection}; }}
QTabBar::tab:disabled {{ color: {look.strong_border}; }}
QScrollBar {{ background: transparent; border: none; margin: 0; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {look.strong_border}; border-radius: 3px; margin: 2px; }}
QScrollBar::handle:vertical {{ min-height: 32px; }}
QScrollBar::handle:horizontal {{ min-width: 32px; }}
QScrollBar::handle:hover {{ background: {look.muted}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QStatusBar {{ background: {look.base}; border-top: 1px solid {look.border}; color: {look.muted}; }}
QStatusBar::item {{ border: none; }}
QScrollArea {{ border: 2px solid transparent; background: transparent; }}
QScrollArea:focus {{ border: 2px solid {focus}; border-radius: {RADIUS}px; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
"""
