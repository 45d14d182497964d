"""A plain PySide6 window with a table, a form and menus: what a program of this kind costs at the least.

Prints when it was painted as one line of JSON, and ends.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from tests.benchmarks.first_paint import FirstPaint

_MENUS = {
    "File": ("New", "Open", "Print", "Quit"),
    "Edit": ("Undo", "Cut", "Copy", "Paste", "Find"),
    "View": ("Zoom in", "Zoom out", "Full screen"),
    "Help": ("Contents", "About"),
}
_HEADINGS = ("When", "Amount", "State", "Reference")
_ROWS = 20


class PlainWindow(QMainWindow):
    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("Plain")
        self.resize(1280, 720)
        for title, actions in _MENUS.items():
            menu = self.menuBar().addMenu(title)
            for action in actions:
                menu.addAction(action)
        table = QTableWidget(_ROWS, len(_HEADINGS))
        table.setHorizontalHeaderLabels(_HEADINGS)
        for row in range(_ROWS):
            for column, heading in enumerate(_HEADINGS):
                table.setItem(row, column, QTableWidgetItem(f"{heading} {row}"))
        split = QSplitter()
        split.addWidget(table)
        split.addWidget(_form())
        self.setCentralWidget(split)
        self.statusBar().showMessage("Ready")


def _form() -> QWidget:
    form = QWidget()
    rows = QFormLayout(form)
    rows.addRow("Reference", QLineEdit())
    rows.addRow("Account", QComboBox())
    rows.addRow("Day", QDateEdit())
    rows.addRow("Amount", QLineEdit())
    rows.addRow("Reason", QPlainTextEdit())
    rows.addRow(QPushButton("Look"))
    return form


def main() -> int:
    application = QApplication(sys.argv[:1])
    window = PlainWindow()

    def painted(seen: dict[str, float]) -> None:
        print(json.dumps(seen), flush=True)
        window.close()

    FirstPaint(window, painted)
    window.show()
    return application.exec()


if __name__ == "__main__":
    sys.exit(main())
