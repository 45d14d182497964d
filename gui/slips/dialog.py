"""The slip of one confirmation: seen before it is printed or saved, and counted before either."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from gui.errors import explain
from gui.format import plain
from gui.icons import icon
from gui.paper.blocks import Paper
from gui.paper.choices import PaperChoices
from gui.paper.layout import Laid, lay_out
from gui.paper.pdf import pdf_of
from gui.paper.tongue import Tongue
from gui.paper.view import PaperView
from gui.slips.slip import slip_blocks, slip_foot, slip_title
from gui.tasks import TaskRunner
from gui.theme import L, M, S, Tone
from gui.widgets.notice import Notice
from gui.widgets.on_screen import fitting
from gui.widgets.saving import chosen_file, file_name, save_dialog
from gui.widgets.scroll import scrolled
from services.domain.errors import ServiceError
from services.domain.paper import Slip, SlipForm
from services.domain.reversal import Intent

if TYPE_CHECKING:
    from services.desk import Desk

_SIZE = QSize(820, 640)
_CHOICES = 260
"""Width of what is chosen, in device-independent pixels."""


class SlipDialog(QDialog):
    """Shows the slip as it will come out; prints it, or saves it as PDF.

    Leaving it counts nothing.

    Attributes:
        view: The preview.
        choices: Printer, paper and language.
        print_it, save_it, leave: The buttons.
        notice: How what was pressed last went.
    """

    def __init__(self, desk: Desk, tasks: TaskRunner, intent: Intent, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slip_dialog")
        self.setWindowTitle(self.tr("Slip"))
        self._desk = desk
        self._tasks = tasks
        self._intent = intent
        self._slip: Slip | None = None
        self.view = PaperView()
        self.choices = PaperChoices("slip")
        self.notice = Notice()
        self._count = QLabel()
        self.print_it = QPushButton(self.tr("Print"))
        self.save_it = QPushButton(self.tr("Save as PDF…"))
        self.leave = QPushButton(self.tr("Close"))
        self._lay_out()
        self.choices.changed.connect(self._show)
        self.print_it.clicked.connect(self._on_print)
        self.save_it.clicked.connect(self._on_save)
        self.leave.clicked.connect(self.reject)
        self._hold(True)
        tasks.read(
            partial(_first_look, desk, intent.id),
            owner=self,
            on_result=self._on_first_look,
            on_error=self._on_error,
        )

    @property
    def count(self) -> str:
        """Which one it will be: the first, or which copy."""
        return self._count.text()

    def save_to(self, file: Path) -> None:
        """Count a slip and write it as PDF; what is there under that name is replaced."""
        self._hold(True)
        self._tasks.read(
            partial(
                save_slip,
                self._desk,
                self._intent.id,
                file,
                self.choices.chosen_paper,
                self.choices.chosen_language,
            ),
            owner=self,
            on_result=self._on_saved,
            on_error=self._on_error,
        )

    def _on_first_look(self, slip: Slip) -> None:
        """Loads Qt's printing, which the worker has imported by now; then show what was read."""
        if not self.choices.look_for_printers():
            self.notice.show_info(
                self.tr("This computer knows no printer."),
                Tone.NEUTRAL,
                next_step=self.tr("Set one up in the system's settings, or save the slip as PDF."),
            )
        self._on_preview(slip)

    def _on_preview(self, slip: Slip) -> None:
        self._slip = slip
        if slip.copy:
            self._count.setText(self.tr("This will be copy {n}.").format(n=slip.copy))
        else:
            self._count.setText(self.tr("This will be the first one."))
        self._hold(False)
        self._show()

    @Slot()
    def _show(self) -> None:
        if self._slip is not None:
            self.view.show_laid(
                laid_slip(self._slip, self.choices.chosen_paper, Tongue(self.choices.chosen_language))
            )

    @Slot()
    def _on_print(self) -> None:
        office, intent_id = self._desk.office, self._intent.id
        self._hold(True)
        self._tasks.read(
            lambda: office().slips.make(intent_id, SlipForm.PRINT),
            owner=self,
            on_result=self._on_counted,
            on_error=self._on_error,
        )

    def _on_counted(self, slip: Slip) -> None:
        """It is counted: now it is put on paper."""
        from gui.paper.printing import NotPrinted, print_on  # noqa: PLC0415  see _on_first_look

        tongue = Tongue(self.choices.chosen_language)
        try:
            laid = laid_slip(slip, self.choices.chosen_paper, tongue)
            print_on(laid, self.choices.chosen_printer, title=slip_title(slip, tongue))
        except NotPrinted:
            self.notice.show_info(
                self.tr("The printer took nothing. It is counted all the same."),
                Tone.REFUSED,
                next_step=self.tr("Look at the printer, then print again: the next one says it is a copy."),
            )
        else:
            self.notice.show_info(self.tr("Sent to the printer."), Tone.DONE)
        self._look_again()

    @Slot()
    def _on_save(self) -> None:
        if self._slip is None:
            return
        name = file_name(self.tr("slip"), self._slip.reference, str(self._intent.id), suffix="pdf")
        dialog = save_dialog(self, self.tr("Save the slip"), name, kind="PDF", suffix="pdf")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self._on_file(chosen_file(dialog)))
        dialog.open()

    def _on_file(self, file: Path | None) -> None:
        if file is not None:
            self.save_to(file)

    def _on_saved(self, file: Path) -> None:
        self.notice.show_info(self.tr("Saved: {file}").format(file=plain(str(file), limit=160)), Tone.DONE)
        self._look_again()

    def _look_again(self) -> None:
        office, intent_id = self._desk.office, self._intent.id
        self._tasks.read(
            lambda: office().slips.preview(intent_id),
            owner=self,
            on_result=self._on_preview,
            on_error=self._on_error,
        )

    def _on_error(self, error: ServiceError) -> None:
        self._hold(self._slip is None)
        self.notice.show_error(explain(error))

    def _hold(self, held: bool) -> None:  # noqa: FBT001  one switch, as Qt's own setters
        """Let nothing be pressed twice."""
        self.save_it.setEnabled(not held)
        self.print_it.setEnabled(not held and bool(self.choices.chosen_printer))

    def _lay_out(self) -> None:
        for button, name in ((self.print_it, "print"), (self.save_it, "save"), (self.leave, "leave")):
            button.setObjectName(name)
            button.setAutoDefault(False)
        self.print_it.setProperty("kind", "primary")
        self.print_it.setIcon(icon("print"))
        self._count.setProperty("kind", "muted")
        self._count.setWordWrap(True)
        beside = QWidget()
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(self.choices)
        column.addWidget(self._count)
        column.addWidget(self.notice)
        column.addStretch(1)
        side = scrolled(beside)
        side.setFixedWidth(_CHOICES)
        body = QHBoxLayout()
        body.setContentsMargins(L, L, L, M)
        body.setSpacing(L)
        body.addWidget(self.view, 1)
        body.addWidget(side)
        bar = QFrame()
        bar.setProperty("kind", "foot")
        foot = QHBoxLayout(bar)
        foot.setContentsMargins(L, M, L, M)
        foot.setSpacing(S)
        foot.addStretch()
        foot.addWidget(self.leave)
        foot.addWidget(self.save_it)
        foot.addWidget(self.print_it)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(body, 1)
        layout.addWidget(bar)
        self.resize(fitting(_SIZE))


def laid_slip(slip: Slip, paper: Paper, tongue: Tongue) -> Laid:
    """Lay a slip out, on whatever thread."""
    return lay_out(slip_blocks(slip, paper, tongue), paper, foot=slip_foot(slip))


def save_slip(desk: Desk, intent_id: int, file: Path, paper: Paper, language: str) -> Path:
    """Count a slip and write it as PDF: whole or not at all, once it is counted. On a worker.

    Raises:
        NotAllowed, LedgerUnavailable: It can't be counted, and is not written.
        FileTrouble: It is counted, and can't be written.
    """
    from services.tables.aside import write_whole  # noqa: PLC0415  on the worker

    slip, tongue = desk.office().slips.make(intent_id, SlipForm.PDF), Tongue(language)
    pdf = pdf_of(laid_slip(slip, paper, tongue), title=slip_title(slip, tongue), at=slip.printed_at)
    write_whole(file, pdf)
    return file


def _first_look(desk: Desk, intent_id: int) -> Slip:
    """On a worker: read the slip, and import Qt's printing for whoever shows it."""
    import PySide6.QtPrintSupport  # noqa: F401, PLC0415  only loaded here; used on the GUI thread

    from gui import words  # noqa: PLC0415  what writes amounts in words is slow to load

    words.warm()
    return desk.office().slips.preview(intent_id)
