"""Fields: a value that can be copied wherever it is shown, and an amount as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLocale, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.format import AmbiguousAmount, amount, money, parse_amount, plain
from gui.icons import icon
from gui.theme import Tone
from gui.words import in_words
from services.domain.money import Money

_AMOUNT_WIDTH = 150


class CopyableLabel(QWidget):
    """A value, and a button that copies it: by mouse, by Ctrl+C, or from the menu.

    What is shown is made fit to be shown; what is copied is the value itself, byte for byte.

    Attributes:
        button: Copies; its accessible name says what.
    """

    copied = Signal(str)
    """The value is on the clipboard now."""

    def __init__(
        self,
        value: str = "",
        *,
        name: str = "",
        wrap: bool = False,
        kind: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._value = ""
        self._name = name
        self._label = _Selectable()
        self._label.setProperty("kind", kind)
        self._label.setWordWrap(wrap)
        self.button = QToolButton()
        self.button.setIcon(icon("copy"))
        self.button.setIconSize(QSize(14, 14))
        self.button.clicked.connect(self.copy)
        self._label.copy_wanted.connect(self.copy)
        action = QAction(self.tr("Copy"), self)
        action.triggered.connect(self.copy)
        for part in (self, self._label):
            part.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
            part.addAction(action)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.XS)
        row.addWidget(self._label, 1 if wrap else 0)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop if wrap else Qt.AlignmentFlag.AlignVCenter)
        if not wrap:
            row.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._said = QTimer(self)
        self._said.setSingleShot(True)
        self._said.setInterval(1500)
        self._said.timeout.connect(self._fall_silent)
        self.set_value(value)

    @property
    def value(self) -> str:
        """What is copied."""
        return self._value

    @property
    def shown(self) -> str:
        """What is read on the screen."""
        return self._label.text()

    def set_value(self, value: str, *, shown: str | None = None) -> None:
        """Show and offer another value; `shown` is written instead where it reads better."""
        self._value = value
        self._label.setText(plain(value if shown is None else shown))
        self._label.setAccessibleName(
            f"{self._name}: {self._label.text()}" if self._name else self._label.text()
        )
        self.button.setEnabled(bool(value))
        what = self.tr("Copy {name}").format(name=self._name) if self._name else self.tr("Copy")
        self.button.setAccessibleName(what)
        self.button.setToolTip(what)

    @Slot()
    def copy(self) -> None:
        """Put the value on the clipboard."""
        QGuiApplication.clipboard().setText(self._value)
        self.button.setIcon(icon("check", Tone.DONE))
        self._said.start()
        self.copied.emit(self._value)

    @Slot()
    def _fall_silent(self) -> None:
        self.button.setIcon(icon("copy"))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the value."""
        super().focusInEvent(event)
        self._label.setFocus(event.reason())


class _Selectable(QLabel):
    """Text that can be marked by mouse; Ctrl+C with nothing marked asks for the whole value."""

    copy_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the whole value, unless a part of it is marked."""
        if event.matches(QKeySequence.StandardKey.Copy) and not self.hasSelectedText():
            self.copy_wanted.emit()
            return
        super().keyPressEvent(event)


class AmountEdit(QWidget):
    """An amount of lira, typed as at a Turkish desk.

    ``1.250`` and ``12.50`` can be read as two amounts: both are offered as buttons and there is no
    value until one is pressed. Nothing is ever guessed.

    In a `narrow` one what there is to choose from stands below the line instead of beside it.

    Attributes:
        edit: The line itself; an object name given to this widget belongs to it too.
        readings: The buttons of both readings, while it asks.
    """

    changed = Signal(object)
    """The value after every key: `Money`, or None while there is none."""

    def __init__(
        self, *, name: str, may_be_zero: bool = False, narrow: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._may_be_zero = may_be_zero
        self._narrow = narrow
        self._check: Callable[[Money], str] | None = None
        self._value: Money | None = None
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText("0,00")
        self.edit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.edit.setMinimumWidth(_AMOUNT_WIDTH)
        self.edit.setMaxLength(24)
        self.edit.textChanged.connect(self._read)
        self.setFocusProxy(self.edit)
        self._problem = _small("problem")
        self._words = _small("muted")
        self.readings = (QPushButton(), QPushButton())
        self._lay_out()
        for button in self.readings:
            button.setAutoDefault(False)
            button.clicked.connect(self._take_reading)

    def setObjectName(self, name: str, /) -> None:
        """Name this widget, and the line in it with ``_edit`` at the end."""
        super().setObjectName(name)
        self.edit.setObjectName(f"{name}_edit")

    @property
    def problem(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._problem.text()

    def value(self) -> Money | None:
        """Return the amount; None while it is empty, in doubt or wrong."""
        return self._value

    def set_value(self, value: Money | None) -> None:
        """Write an amount into the line; None empties it."""
        self.edit.setText("" if value is None else amount(value))

    def set_check(self, check: Callable[[Money], str] | None) -> None:
        """Have every amount looked at; what `check` returns is the problem, an empty text is none."""
        self._check = check
        self._read()

    def set_problem(self, text: str) -> None:
        """Say what is wrong, beside the line; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._words.setVisible(bool(self._words.text()) and not text)
        self.edit.setAccessibleDescription(text or self._words.text())
        theme.mark(self.edit, "wrong", bool(text))

    @Slot()
    def _read(self) -> None:
        self._value = None
        self._ask(())
        self._words.clear()
        typed = self.edit.text()
        try:
            problem = self._judge(parse_amount(typed)) if typed.strip() else ""
        except AmbiguousAmount as doubt:
            problem = self.tr("Which one do you mean?")
            self._ask(doubt.readings)
        except ValueError:
            problem = self.tr("This is no amount. Write it like 1.250,00")
        self.set_problem(problem)
        self.changed.emit(self._value)

    def _judge(self, typed: Money) -> str:
        """Take an amount that can be read, unless something is wrong with it."""
        self._words.setText(in_words(typed, QLocale().language() == QLocale.Language.Turkish))
        if typed.kurus == 0 and not self._may_be_zero:
            return self.tr("The amount must be more than zero.")
        problem = self._check(typed) if self._check is not None else ""
        if not problem:
            self._value = typed
        return problem

    def _ask(self, readings: tuple[Money, ...]) -> None:
        for index, button in enumerate(self.readings):
            button.setVisible(bool(readings))
            if readings:
                button.setText(money(readings[index]))
                button.setProperty("reading", readings[index])

    @Slot()
    def _take_reading(self) -> None:
        button = self.sender()
        if button is not None:
            self.set_value(button.property("reading"))
            self.edit.setFocus()

    def _lay_out(self) -> None:
        # In a narrow cell both readings stand below the line, one over the other.
        beside = QVBoxLayout() if self._narrow else QHBoxLayout()
        beside.setSpacing(theme.XS)
        for button in self.readings:
            beside.addWidget(button)
            button.hide()
        if isinstance(beside, QHBoxLayout):
            beside.addStretch()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.S)
        grid.setVerticalSpacing(theme.XS)
        grid.addWidget(self.edit, 0, 0)
        grid.addLayout(beside, *((3, 0, 1, 2) if self._narrow else (0, 1, 1, 1)))
        grid.addWidget(self._problem, 1, 0, 1, 2)
        grid.addWidget(self._words, 2, 0, 1, 2)
        grid.setColumnStretch(0 if self._narrow else 1, 1)


def _small(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.hide()
    return label
