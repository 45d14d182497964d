"""The place Gün sonu: the month as bars, a day's sheet as it comes out, and closing the day."""

from __future__ import annotations

from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale, Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from gui.day_end.closing import ClosingDialog
from gui.day_end.month import MonthBars
from gui.day_end.sheet import sheet_title
from gui.day_end.words import about
from gui.day_end.writing import close_day, laid_sheet, look, previewed, save_sheet, sheet_paper
from gui.errors import explain
from gui.format import day as day_text
from gui.format import plain
from gui.icons import icon
from gui.paper.choices import PaperChoices
from gui.paper.tongue import Tongue
from gui.paper.view import PaperView
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.notice import Notice
from gui.widgets.saving import chosen_file, file_name, save_dialog
from gui.widgets.scroll import scrolled
from services.day_ends import DayOfMonth
from services.domain.day_sheet import DaySheet
from services.domain.errors import ServiceError

if TYPE_CHECKING:
    from services.desk import Desk


class DayEndPage(QWidget):
    """Shows any day's sheet; closes it, prints it, or saves it as PDF.

    Attributes:
        month: The bars.
        view: The sheet, as it will come out.
        choices: Printer, paper and language.
        sheet: What is shown; None until it was read.
        close_it, print_it, save_it: The buttons.
        notice: How what was pressed last went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("day_end")
        self._desk = desk
        self._tasks = tasks
        self._day: date | None = None
        self._drop = _nothing
        self._knows_printers = False
        self.sheet: DaySheet | None = None
        self.month = MonthBars()
        self.view = PaperView()
        self.choices = PaperChoices("day")
        self.notice = Notice()
        self.notice.setObjectName("day_notice")
        self._title = QLabel()
        self._state = QLabel()
        self.earlier = _arrow("previous", self.tr("The month before"))
        self.later = _arrow("next", self.tr("The month after"))
        self.close_it = _button("close_day", self.tr("Close the day…"))
        self.print_it = _button("print", self.tr("Print"))
        self.save_it = _button("save", self.tr("Save as PDF…"))
        self._lay_out()
        self._hold(True)
        self.month.day_chosen.connect(self.show_day)
        self.earlier.clicked.connect(partial(self._go_months, -1))
        self.later.clicked.connect(partial(self._go_months, 1))
        self.choices.changed.connect(self._show_sheet)
        self.close_it.clicked.connect(self._on_close)
        self.print_it.clicked.connect(self._on_print)
        self.save_it.clicked.connect(self._on_save)

    @property
    def text(self) -> str:
        """What is said of the day beside its sheet."""
        return f"{self._title.text()}\n{self._state.text()}"

    @Slot()
    def refresh(self) -> None:
        """Read the month and the day again."""
        self._read(self._day)

    @Slot(object)
    def show_day(self, day: date) -> None:
        """Show another day."""
        self.notice.hide()
        self._read(day)

    def save_to(self, file: Path) -> None:
        """Write the sheet as PDF; what is there under that name is replaced."""
        if self.sheet is None:
            return
        self._hold(True)
        call = partial(
            save_sheet, self._desk, self.sheet, file, self.choices.chosen_paper, self.choices.chosen_language
        )
        self._tasks.read(call, owner=self, on_result=self._on_saved, on_error=self._on_error)

    def close_day(self, day: date) -> None:
        """Close a day; it was asked before."""
        self._hold(True)
        call = partial(close_day, self._desk, day)
        self._tasks.write(call, owner=self, on_result=self._on_closed, on_error=self._on_error)

    def _read(self, day: date | None) -> None:
        self._drop()
        self._drop = self._tasks.read(
            partial(look, self._desk, day), owner=self, on_result=self._on_read, on_error=self._on_error
        )

    def _on_read(self, found: tuple[date, tuple[DayOfMonth, ...], DaySheet]) -> None:
        today, days, sheet = found
        if not self._knows_printers:
            self._knows_printers = True
            self.choices.look_for_printers()
        self._day, self.sheet = sheet.day, sheet
        self.month.show_month(days, chosen=sheet.day, today=today)
        first = days[0].day
        self._title.setText(QLocale().toString(QDate(first.year, first.month, 1), "MMMM yyyy"))
        self.later.setEnabled(days[-1].day < today)
        self._state.setText("\n".join(about(sheet)))
        self._hold(False)
        self._show_sheet()

    @Slot()
    def _show_sheet(self) -> None:
        if self.sheet is not None:
            tongue = Tongue(self.choices.chosen_language)
            self.view.show_laid(previewed(self.sheet, self.choices.chosen_paper, tongue))

    def _go_months(self, months: int) -> None:
        if self._day is None:
            return
        first = self._day.replace(day=1)
        next_first = (first + timedelta(days=31)).replace(day=1)
        self.show_day(first - timedelta(days=1) if months < 0 else next_first)

    @Slot()
    def _on_close(self) -> None:
        if self.sheet is None:
            return
        dialog = ClosingDialog(self.sheet, self.window())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.confirmed.connect(self.close_day)
        dialog.open()

    def _on_closed(self, sheet: DaySheet) -> None:
        if sheet.closing is not None:
            self.notice.show_info(
                self.tr("{day} is closed as No. {n}.").format(
                    day=day_text(sheet.day), n=sheet.closing.number
                ),
                Tone.DONE,
                next_step=self.tr("Print its sheet for the folder, or save it as PDF."),
            )
        self.refresh()

    @Slot()
    def _on_print(self) -> None:
        """Write its paper down first, as for a PDF: what is printed is in the log, and never different."""
        if self.sheet is None:
            return
        self._hold(True)
        call = partial(
            sheet_paper, self._desk, self.sheet, self.choices.chosen_paper, self.choices.chosen_language
        )
        self._tasks.read(
            call, owner=self, on_result=partial(self._on_ready, self.sheet), on_error=self._on_error
        )

    def _on_ready(self, sheet: DaySheet, _: bytes) -> None:
        from gui.paper.printing import NotPrinted, print_on  # noqa: PLC0415  imported on the worker before

        self._hold(False)
        tongue = Tongue(self.choices.chosen_language)
        laid = laid_sheet(sheet, self.choices.chosen_paper, tongue)
        try:
            print_on(laid, self.choices.chosen_printer, title=sheet_title(sheet, tongue))
        except NotPrinted:
            self.notice.show_info(
                self.tr("The printer took nothing."),
                Tone.REFUSED,
                next_step=self.tr("Look at the printer, then print again, or save the sheet as PDF."),
            )
        else:
            self.notice.show_info(self.tr("Sent to the printer."), Tone.DONE)

    @Slot()
    def _on_save(self) -> None:
        if self.sheet is None:
            return
        name = file_name(self.tr("day-end"), self.sheet.day.isoformat(), suffix="pdf")
        dialog = save_dialog(self, self.tr("Save the sheet"), name, kind="PDF", suffix="pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_file(chosen_file(dialog)))
        dialog.open()

    def _on_file(self, file: Path | None) -> None:
        if file is not None:
            self.save_to(file)

    def _on_saved(self, file: Path) -> None:
        self._hold(False)
        self.notice.show_info(self.tr("Saved: {file}").format(file=plain(str(file), limit=160)), Tone.DONE)

    def _on_error(self, error: ServiceError) -> None:
        self._hold(self.sheet is None)
        self.notice.show_error(explain(error))

    def _hold(self, held: bool) -> None:  # noqa: FBT001  one switch, as Qt's own setters
        """Let nothing be pressed twice, and no closed day be closed."""
        self.save_it.setEnabled(not held)
        self.print_it.setEnabled(not held and bool(self.choices.chosen_printer))
        is_open = self.sheet is not None and self.sheet.closing is None
        self.close_it.setEnabled(not held and is_open)
        self.close_it.setVisible(is_open)

    def _lay_out(self) -> None:
        self._title.setProperty("kind", "title")
        self._state.setWordWrap(True)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        hint = QLabel(self.tr("A dot marks a closed day. Arrow keys go from day to day."))
        hint.setProperty("kind", "muted")
        hint.setWordWrap(True)
        self.close_it.setProperty("kind", "primary")
        self.print_it.setIcon(icon("print"))
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self.earlier)
        head.addWidget(self.later)
        presses = QHBoxLayout()
        presses.setSpacing(S)
        presses.addWidget(self.save_it)
        presses.addWidget(self.print_it)
        presses.addStretch()
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        column.addLayout(head)
        for part in (self.month, hint, self._state, self.close_it):
            column.addWidget(part)
        column.addLayout(presses)
        column.addWidget(self.choices)
        column.addStretch(1)
        side = QVBoxLayout()
        side.setSpacing(S)
        side.addWidget(scrolled(inside), 1)
        side.addWidget(self.notice)  # always in sight, however much there is above it
        row = QHBoxLayout(self)
        row.setContentsMargins(L, M, M, M)
        row.setSpacing(L)
        row.addLayout(side, 2)
        row.addWidget(self.view, 3)


def _button(name: str, text: str) -> QPushButton:
    button = QPushButton(text)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button


def _arrow(drawing: str, name: str) -> QToolButton:
    button = QToolButton()
    button.setObjectName(f"month_{drawing}")
    button.setIcon(icon(drawing))
    button.setAccessibleName(name)
    button.setToolTip(name)
    return button


def _nothing() -> None:
    """Drop no answer: none is awaited."""
