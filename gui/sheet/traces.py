"""Who here did what about it besides giving it back: looks at raw answers, approvals, what was denied."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from gui.format import instant, instant_exact, plain, tip
from services.domain.audit import Act, Entry


class Traces(QTreeWidget):
    """Rows of the log in words. Ctrl+C copies a row."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("traces")
        self.setAccessibleName(self.tr("Who here did what about it"))
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setHeaderLabels([self.tr("When"), self.tr("Who"), self.tr("What they did")])
        self.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show rows of the log, newest first."""
        self.clear()
        for entry in entries:
            cells = [instant(entry.at), plain(entry.who, limit=40), did(entry)]
            item = QTreeWidgetItem(cells)
            item.setToolTip(0, instant_exact(entry.at))
            item.setToolTip(2, tip(plain(entry.result, limit=200)))
            self.addTopLevelItem(item)

    def say(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.clear()
        item = QTreeWidgetItem(["", "", sentence])
        item.setFlags(Qt.ItemFlag.NoItemFlags)
        self.addTopLevelItem(item)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the row under the cursor."""
        item = self.currentItem()
        if event.matches(QKeySequence.StandardKey.Copy) and item is not None:
            QGuiApplication.clipboard().setText("\t".join(item.text(column) for column in range(3)))
            return
        super().keyPressEvent(event)


def did(entry: Entry) -> str:
    """Say what somebody did, by the log's word for it."""
    translate = QCoreApplication.translate
    if entry.act is Act.PETITION:
        words = {
            "left": translate("Traces", "Left it for approval"),
            "declined": translate("Traces", "Declined what was left for approval"),
            "dropped": translate("Traces", "Took it off the list of approvals"),
            "sent": translate("Traces", "Sent what was left for approval"),
        }
        return words.get(entry.result.partition(" ")[0].rstrip(","), plain(entry.result, limit=80))
    words_of_acts = {
        Act.RAW: translate("Traces", "Looked at the raw answer"),
        Act.ORDER: translate("Traces", "Entered or removed the order"),
        Act.APPROVAL: translate("Traces", "Approved, with their PIN"),
        Act.DENIED: translate("Traces", "Was not allowed to give it back"),
        Act.EXPORT: translate("Traces", "Exported it"),
    }
    return words_of_acts.get(entry.act, plain(entry.act.value, limit=40))
