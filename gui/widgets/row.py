"""One row of a form: what is asked, where it is typed, what helps, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gui import theme


class Row(QWidget):
    """A label above a field, with room for help and for a problem right below it.

    A problem goes as soon as something else is typed: it was about what stood there before.

    Attributes:
        field: Where it is typed. A `QLineEdit` in it is drawn as wrong while there is a problem.
    """

    def __init__(self, label: str, field: QWidget, *, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._edit = field if isinstance(field, QLineEdit) else field.findChild(QLineEdit)
        self._label = QLabel(label)
        self._label.setProperty("kind", "label")
        self._label.setWordWrap(True)
        self._label.setBuddy(field)
        self._hint = _small("muted")
        self._problem = _small("problem")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.XS)
        for part in (self._label, field, self._problem, self._hint):
            layout.addWidget(part)
        self._group = ""
        self._name()
        if self._edit is not None:
            self._edit.textEdited.connect(self._on_typed)
        self.set_hint(hint)

    @property
    def problem(self) -> str:
        """What is said to be wrong; empty when nothing is."""
        return self._problem.text()

    @property
    def hint(self) -> str:
        """What helps to fill it in."""
        return self._hint.text()

    def set_label(self, text: str) -> None:
        """Say what is asked for now."""
        self._label.setText(text)
        self._name()

    def set_spoken(self, group: str) -> None:
        """Name what this row belongs to, for whoever hears the form: the same row may be there twice."""
        self._group = group
        self._name()

    def set_hint(self, text: str) -> None:
        """Say what helps to fill it in."""
        self._hint.setText(text)
        self._hint.setVisible(bool(text))
        self._describe()

    def set_problem(self, text: str) -> None:
        """Say what is wrong, right below the field; an empty text takes it back."""
        self._problem.setText(text)
        self._problem.setVisible(bool(text))
        self._describe()
        if self._edit is not None:
            theme.mark(self._edit, "wrong", bool(text))

    @Slot()
    def _on_typed(self) -> None:
        self.set_problem("")

    def _name(self) -> None:
        name = f"{self._group}: {self._label.text()}" if self._group else self._label.text()
        self.field.setAccessibleName(name)
        if self._edit is not None:
            self._edit.setAccessibleName(name)

    def _describe(self) -> None:
        target = self._edit if self._edit is not None else self.field
        target.setAccessibleDescription(" ".join(part for part in (self.problem, self.hint) if part))


def _small(kind: str) -> QLabel:
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setProperty("kind", kind)
    label.setWordWrap(True)
    label.hide()
    return label
