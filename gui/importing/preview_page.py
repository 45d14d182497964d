"""The third step: what the file would bring, and what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.format import money
from gui.importing.bad_rows import BadRowsTable
from gui.theme import Tone
from gui.widgets.notice import Notice
from services.intake.preview import Preview


class PreviewPage(QWidget):
    """Counts of new, known and bad ones; the bad rows one by one; and whether to go on without those.

    Attributes:
        told: What can be done now.
        table: The bad rows.
        save: Writes them into a file, for whoever mends them.
        leave_out: A person knows that orders with bad rows stay out; nothing is ticked beforehand.
    """

    changed = Signal()
    """Whether it may go on is otherwise now."""

    save_wanted = Signal()
    """The bad rows are to be written down."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preview: Preview | None = None
        self._numbers = {name: (QLabel(), QLabel()) for name in ("new", "unchanged", "bad")}
        self.told = Notice()
        self.table = BadRowsTable()
        self.save = QPushButton(self.tr("Save the bad rows…"))
        self.save.setObjectName("save_bad_rows")
        self.save.setAutoDefault(False)
        self.leave_out = QCheckBox()
        self.leave_out.setObjectName("leave_out")
        self._cut = QLabel()
        self._lay_out()
        self.save.clicked.connect(self.save_wanted)
        self.leave_out.toggled.connect(self.changed)

    @property
    def may_go_on(self) -> bool:
        """Whether there is something to store, and nothing in the way of it."""
        preview = self._preview
        if preview is None or not preview.new:
            return False
        return not preview.bad_rows or (preview.may_leave_out and self.leave_out.isChecked())

    @property
    def counts(self) -> dict[str, str]:
        """What the numbers say: ``new``, ``unchanged``, ``bad``."""
        return {name: f"{count.text()} {words.text()}" for name, (count, words) in self._numbers.items()}

    def show_preview(self, preview: Preview) -> None:
        """Show what a file would bring."""
        self._preview = preview
        self._say("new", len(preview.new), self._new_words(preview))
        self._say("unchanged", preview.unchanged, self.tr("already here, just so"))
        self._say("bad", preview.bad_rows, self.tr("bad rows of %Ln", "", preview.rows))
        self.table.faults.show_faults(preview.faults)
        for part in (self.table, self.save):
            part.setVisible(bool(preview.faults))
        more = preview.bad_rows > len(preview.faults)
        self._cut.setText(self.tr("The first %Ln are listed.", "", len(preview.faults)) if more else "")
        self._cut.setVisible(more)
        self.leave_out.setChecked(False)
        self.leave_out.setText(
            self.tr("Leave out the %Ln order(s) with bad rows, take in the others", "", preview.bad_orders)
        )
        self.leave_out.setVisible(bool(preview.bad_rows and preview.new and preview.may_leave_out))
        self._tell(preview)
        self.changed.emit()

    def _tell(self, preview: Preview) -> None:
        if preview.bad_rows and not preview.may_leave_out:
            self.told.show_info(
                self.tr("Some bad rows don't say which order they belong to."),
                Tone.REFUSED,
                next_step=self.tr(
                    "An order might be stored without one of its sellers. Mend the file first."
                ),
            )
        elif preview.bad_rows:
            self.told.show_info(
                self.tr("An order with a bad row is not taken in."),
                Tone.WAITING,
                next_step=self.tr("Mend the file and choose it again, or leave those orders out."),
            )
        elif not preview.new:
            self.told.show_info(self.tr("Nothing new: everything in the file is here already."), Tone.DONE)
        else:
            self.told.show_info(self.tr("Nothing is stored yet. All of it is stored, or none."), Tone.ACCENT)

    def _new_words(self, preview: Preview) -> str:
        if not preview.new:
            return self.tr("new orders")
        sellers = self.tr("%Ln seller line(s)", "", preview.lines)
        return self.tr("new orders") + f" · {sellers} · {money(preview.amount)}"

    def _say(self, name: str, count: int, words: str) -> None:
        number, label = self._numbers[name]
        number.setText(self.locale().toString(count))
        label.setText(words)

    def _lay_out(self) -> None:
        cards = QHBoxLayout()
        cards.setSpacing(theme.S)
        for name, (number, words) in self._numbers.items():
            number.setProperty("kind", "amount")
            words.setProperty("kind", "muted")
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
            card = QFrame()
            card.setObjectName(f"count_{name}")
            card.setProperty("kind", "card")
            inside = QVBoxLayout(card)
            inside.setSpacing(0)
            inside.addWidget(number)
            inside.addWidget(words)
            inside.addStretch()
            cards.addWidget(card, 2 if name == "new" else 1)
        self._cut.setProperty("kind", "muted")
        below = QHBoxLayout()
        below.addWidget(self._cut)
        below.addStretch()
        below.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.M)
        column.addLayout(cards)
        column.addWidget(self.told)
        column.addWidget(self.leave_out)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        column.addStretch()
