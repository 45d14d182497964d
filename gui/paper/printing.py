"""Puts laid-out paper on a printer. GUI thread: Qt's printers are for no other, and a slip takes a moment.

There is no dialog of the system's between: its words would be Qt's own, and its field for copies would
print what nobody has counted.
"""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from gui.paper.layout import MM, Laid

_WIDEST_ROLL = 90
"""Millimetres."""


class NotPrinted(Exception):
    """The printer took nothing."""


def printers() -> list[str]:
    """Return the names of this computer's printers, the one it prefers first; none on a bare machine."""
    names = QPrinterInfo.availablePrinterNames()
    preferred = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: name != preferred)


def is_roll(name: str) -> bool:
    """Whether a printer's own paper is a roll: narrower than any sheet."""
    size = QPrinterInfo.printerInfo(name).defaultPageSize().size(QPageSize.Unit.Millimeter)
    return 0 < size.width() <= _WIDEST_ROLL


def print_on(laid: Laid, name: str, *, title: str) -> None:
    """Print every page on a printer of that name.

    Raises:
        NotPrinted: The system knows no such printer any more, or it takes nothing.
    """
    found = QPrinterInfo.printerInfo(name)
    if found.isNull():
        raise NotPrinted(name)
    printer = QPrinter(found, QPrinter.PrinterMode.HighResolution)
    if not printer.isValid():
        raise NotPrinted(name)
    printer.setDocName(title)
    paint_on(laid, printer)


def paint_on(laid: Laid, printer: QPrinter) -> None:
    """Paint every page on a printer, whatever it prints to.

    Raises:
        NotPrinted: It does not begin.
    """
    size = QSizeF(laid.size.width() / MM, laid.size.height() / MM)
    page = QPageSize(size, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    printer.setPageLayout(QPageLayout(page, QPageLayout.Orientation.Portrait, QMarginsF()))
    printer.setFullPage(True)
    painter = QPainter()
    if not painter.begin(printer):
        raise NotPrinted(printer.printerName())
    painter.scale(printer.resolution() / 72, printer.resolution() / 72)
    for number in range(laid.pages):
        if number:
            printer.newPage()
        laid.paint(painter, number)
    if not painter.end():
        raise NotPrinted(printer.printerName())
