"""How a paper is to come out: on which printer, as a sheet or a roll, in which language."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from gui.format import plain
from gui.paper.blocks import Paper
from gui.theme import M
from gui.widgets.choice import Choice
from gui.widgets.row import Row


class PaperChoices(QWidget):
    """Three lists to choose from. The paper follows the printer, until a person chooses another.

    Attributes:
        printer, paper, language: The lists.
    """

    changed = Signal()
    """Another paper or language was chosen: it looks different now."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.paper, self.language, self.printer = Choice(), Choice(), Choice()
        self.paper.setObjectName(f"{name}_paper")
        self.language.setObjectName(f"{name}_language")
        self.printer.setObjectName(f"{name}_printer")
        self.paper.addItem(self.tr("A4 sheet"), Paper.A4.value)
        self.paper.addItem(self.tr("80 mm roll"), Paper.ROLL_80.value)
        # Each by its own name, so that whoever speaks no other finds it.
        self.language.addItem("Türkçe", "tr")
        self.language.addItem("English", "en")
        spoken = "tr" if QLocale().language() is QLocale.Language.Turkish else "en"
        self.language.setCurrentIndex(self.language.findData(spoken))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(Row(self.tr("Printer"), self.printer))
        column.addWidget(Row(self.tr("Paper"), self.paper))
        column.addWidget(Row(self.tr("Language"), self.language))
        self.paper.currentIndexChanged.connect(self.changed)
        self.language.currentIndexChanged.connect(self.changed)
        self.printer.currentIndexChanged.connect(self._on_printer)

    @property
    def chosen_paper(self) -> Paper:
        """The paper that is chosen."""
        return Paper(self.paper.currentData())

    @property
    def chosen_language(self) -> str:
        """``"tr"`` or ``"en"``."""
        return str(self.language.currentData())

    @property
    def chosen_printer(self) -> str:
        """The printer's name; empty where there is none."""
        return str(self.printer.currentData() or "")

    def look_for_printers(self) -> bool:
        """List this computer's printers; say whether there is one. A worker has imported Qt's printing."""
        from gui.paper.printing import printers  # noqa: PLC0415  imported on the worker before

        self.printer.clear()
        for name in printers():
            self.printer.addItem(plain(name, limit=60), name)
        found = bool(self.printer.count())
        if not found:
            self.printer.addItem(self.tr("No printer"), "")
        self.printer.setEnabled(found)
        return found

    @Slot()
    def _on_printer(self) -> None:
        from gui.paper.printing import is_roll  # noqa: PLC0415  see look_for_printers

        if self.chosen_printer:
            paper = Paper.ROLL_80 if is_roll(self.chosen_printer) else Paper.A4
            self.paper.setCurrentIndex(self.paper.findData(paper.value))
