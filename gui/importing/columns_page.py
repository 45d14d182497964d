"""The second step: which column says what. What is known by its title, or from the last time, is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from gui import theme
from gui.format import plain
from gui.importing.words import field_name
from gui.widgets.choice import Choice
from services.intake.columns import Columns, DecimalMark
from services.intake.faults import Field
from services.intake.preview import Looked


class ColumnsPage(QWidget):
    """A choice for each field, with what stands in that column beside it.

    Attributes:
        choices: The column of each field.
        mark: What stands before the kuruş.
    """

    changed = Signal()
    """Another column was chosen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._looked: Looked | None = None
        self.choices = {field: Choice() for field in Field}
        self._samples = {field: QLabel() for field in Field}
        self._head = QLabel()
        self._problem = QLabel()
        self.mark = Choice()
        self.mark.setObjectName("mark")
        self.mark.setAccessibleName(self.tr("Amounts are written"))
        self.mark.addItem(self.tr("with a comma: 1.250,00"), DecimalMark.COMMA)
        self.mark.addItem(self.tr("with a point: 1,250.00"), DecimalMark.POINT)
        self._lay_out()
        for choice in self.choices.values():
            choice.currentIndexChanged.connect(self._on_chosen)

    @property
    def columns(self) -> Columns:
        """What is chosen; perhaps not whole."""
        chosen = {field: choice.currentData() for field, choice in self.choices.items()}
        places = {field: place for field, place in chosen.items() if place is not None}
        return Columns(places, self.mark.currentData())

    @property
    def problem(self) -> str:
        """What is still missing; empty when nothing is."""
        return self._problem.text()

    def show_file(self, looked: Looked) -> None:
        """Offer the columns of a file."""
        self._looked = None
        for field, choice in self.choices.items():
            choice.clear()
            choice.addItem(self.tr("choose a column"), None)
            for place, title in enumerate(looked.titles):
                name = plain(title, limit=60) or self.tr("column {number}").format(number=place + 1)
                choice.addItem(name, place)
            choice.setCurrentIndex(looked.columns.places.get(field, -1) + 1)
        self.mark.setCurrentIndex(self.mark.findData(looked.columns.mark))
        self._looked = looked
        name = plain(looked.table.path.name, limit=80)
        known = self.tr("{file}: the columns are as you chose them the last time.").format(file=name)
        found = self.tr("{file}: check that each column is the right one.").format(file=name)
        self._head.setText(known if looked.remembered else found)
        self._on_chosen()

    @Slot()
    def _on_chosen(self) -> None:
        if self._looked is None:
            return
        for field, choice in self.choices.items():
            place = choice.currentData()
            texts = [] if place is None else [row[place] for row in self._looked.samples if place < len(row)]
            self._samples[field].setText(next((plain(text, limit=48) for text in texts if text), ""))
        columns = self.columns
        if columns.missing:
            names = ", ".join(field_name(field) for field in columns.missing)
            self._problem.setText(self.tr("Still to be chosen: {names}").format(names=names))
        elif not columns.is_whole:
            self._problem.setText(self.tr("One column can't say two things."))
        else:
            self._problem.clear()
        self.changed.emit()

    def _lay_out(self) -> None:
        for label in (self._head, self._problem, *self._samples.values()):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(label not in self._samples.values())
        self._problem.setProperty("kind", "problem")
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.M)
        grid.setVerticalSpacing(theme.S)
        for number, field in enumerate(Field):
            name = QLabel(field_name(field))
            choice, sample = self.choices[field], self._samples[field]
            choice.setObjectName(f"column_{field.name.lower()}")
            choice.setAccessibleName(field_name(field))
            choice.setMinimumWidth(220)
            name.setBuddy(choice)
            sample.setProperty("kind", "muted")
            grid.addWidget(name, number, 0)
            grid.addWidget(choice, number, 1)
            grid.addWidget(sample, number, 2)
        grid.addWidget(QLabel(self.tr("Amounts are written")), len(Field), 0)
        grid.addWidget(self.mark, len(Field), 1)
        hint = QLabel(self.tr("for amounts that are texts; numbers of a spreadsheet are clear"))
        hint.setProperty("kind", "muted")
        grid.addWidget(hint, len(Field), 2)
        grid.setColumnStretch(2, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addWidget(self._head)
        column.addLayout(grid)
        column.addWidget(self._problem)
        column.addStretch()
