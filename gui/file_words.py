"""Why a file can't be written or read, as a person reads it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from services.tables.faults import FileFault, FileTrouble


def file_words(error: FileTrouble) -> tuple[str, str]:  # noqa: C901, PLR0912  a table, one row a fault
    """Return what happened and what to do, in the language of the screen."""
    translate = QCoreApplication.translate
    name = plain(error.path.name, limit=80)
    folder = plain(str(error.path.parent), limit=120)
    match error.fault:
        case FileFault.DISK_FULL:
            return (
                translate("FileWords", "There is no room on the disk for {name}.").format(name=name),
                translate("FileWords", "Make room, or choose another place."),
            )
        case FileFault.NO_RIGHT:
            return (
                translate("FileWords", "You may not use {name} in {folder}.").format(
                    name=name, folder=folder
                ),
                translate("FileWords", "Choose another place, for example your documents."),
            )
        case FileFault.IN_USE:
            return (
                translate("FileWords", "{name} is open in another program.").format(name=name),
                translate("FileWords", "Close it there, or choose another name."),
            )
        case FileFault.NOT_THERE:
            return (
                translate("FileWords", "{name} can't be reached: {folder} is not there.").format(
                    name=name, folder=folder
                ),
                translate("FileWords", "Choose another place."),
            )
        case FileFault.TOO_MANY_ROWS:
            return (
                translate("FileWords", "There are more rows than such a file holds."),
                translate("FileWords", "Choose CSV, or fewer rows."),
            )
        case FileFault.TOO_LARGE:
            return (
                translate("FileWords", "{name} is too large to be read: over 200 MB.").format(name=name),
                translate("FileWords", "Divide it into several files."),
            )
        case FileFault.TOO_LONG:
            return (
                translate("FileWords", "{name} has more than 1,000,000 rows.").format(name=name),
                translate("FileWords", "Divide it into several files."),
            )
        case FileFault.TOO_MANY_COLUMNS:
            return (
                translate("FileWords", "{name} has more than 500 columns.").format(name=name),
                _stray(error),
            )
        case FileFault.TOO_MANY_CELLS:
            return (
                translate("FileWords", "{name} has more than 10,000,000 cells, empty ones included.").format(
                    name=name
                ),
                _stray(error),
            )
        case FileFault.LONG_LINE:
            return (
                translate("FileWords", "{name} has a line of more than 1,000,000 characters.").format(
                    name=name
                ),
                translate("FileWords", "It has no row for each seller. Save the list as CSV again."),
            )
        case FileFault.NOT_A_TABLE:
            return (
                translate("FileWords", "{name} is neither CSV nor XLSX.").format(name=name),
                translate("FileWords", "Save it as one of the two, then try again."),
            )
        case FileFault.EMPTY:
            return translate("FileWords", "There is nothing in {name}.").format(name=name), ""
        case FileFault.CHANGED:
            return (
                translate("FileWords", "{name} was changed meanwhile.").format(name=name),
                translate("FileWords", "Begin again with the file as it is now."),
            )
        case FileFault.OTHER:
            return (
                translate("FileWords", "{name} in {folder} can't be used.").format(name=name, folder=folder),
                translate("FileWords", "Choose another place or another name."),
            )


def _stray(error: FileTrouble) -> str:
    """Name the cell that lies too far off, where a spreadsheet has one."""
    translate = QCoreApplication.translate
    if not error.detail:
        return translate("FileWords", "Save the columns that are needed in a file of their own.")
    return translate(
        "FileWords", "Cell {cell} is filled. Clear it if it is not needed, save, and try again."
    ).format(cell=plain(error.detail, limit=20))
