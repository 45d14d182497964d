"""Laid-out paper as a PDF: its words can be selected and found, and the same paper makes the same bytes.

On the thread that laid it out. Qt's writer names the moment and a number of chance in every file, and names
three kinds of letters of the bundled font as nobody would type them. These are put right in the finished
bytes, each by one of the same length, so that nothing in the file moves.
"""

from __future__ import annotations

import re
import uuid
from datetime import UTC, datetime

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageSize, QPainter, QPdfWriter

from gui.paper.layout import MM, Laid

_RESOLUTION = 1200
_POINT = _RESOLUTION / 72

_CMAP = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
"""Where a font of the file says which letter a glyph is; never compressed by Qt."""

_LETTERS = {
    # The space is also the tab's glyph, and the narrowest code wins; a space that keeps an amount in one
    # line is still one to whoever looks for it.
    b"<0009>": b"<0020>",
    b"<00A0>": b"<0020>",
    # The bundled font's equally wide figures have codes of its own, in the order 0 to 9 , . : ;
    **{b"<E%03X>" % (0x071 + figure): b"<%04X>" % (0x30 + figure) for figure in range(10)},
    b"<E093>": b"<002C>",
    b"<E094>": b"<002E>",
    b"<E095>": b"<003A>",
    b"<E096>": b"<003B>",
}
_DATED = re.compile(
    rb"(?P<before>/(?:CreationDate|ModDate) \(D:)(?P<time>[0-9]{14})(?P<zone>[^)]*)\)"
    rb"|(?P<xmp>xmp:(?:CreateDate|ModifyDate|MetadataDate)=\")(?P<when>[0-9T:-]{19})(?P<offset>[^\"]*)\""
)
"""When the file was made, as Qt says it: twice in its table of facts, and thrice in its XMP."""

_FIGURE = re.compile(rb"[0-9]")


def pdf_of(laid: Laid, *, title: str, at: datetime, creator: str = "Refund Desk") -> bytes:
    """Return a PDF.

    Args:
        laid: What stands on it.
        title: What a reader shows above it.
        at: When it was made, as the file says; aware. The same paper of the same time is the same file.
        creator: The program.
    """
    made = QByteArray()
    buffer = QBuffer(made)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setPageSize(_page_size(laid.size))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    writer.setTitle(title)
    writer.setCreator(creator)
    writer.setDocumentId(
        QUuid(str(uuid.uuid5(uuid.NAMESPACE_URL, f"{title}\n{at.isoformat()}\n{laid.text}")))
    )
    painter = QPainter(writer)
    painter.scale(_POINT, _POINT)
    for page in range(laid.pages):
        if page:
            writer.newPage()
        laid.paint(painter, page)
    painter.end()
    buffer.close()
    return _put_right(bytes(made.data()), at.astimezone(UTC))


def _page_size(points: QSizeF) -> QPageSize:
    millimetres = QSizeF(points.width() / MM, points.height() / MM)
    return QPageSize(millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.ExactMatch)


def _put_right(pdf: bytes, at: datetime) -> bytes:
    fixed = _CMAP.sub(lambda found: _spelled(found[0]), pdf)
    fixed = _DATED.sub(lambda found: _dated(found, at), fixed)
    if len(fixed) != len(pdf):
        raise ValueError("a PDF changed its length; what its table says is somewhere else now")
    return fixed


def _spelled(cmap: bytes) -> bytes:
    for code, letter in _LETTERS.items():
        cmap = cmap.replace(code, letter)
    return cmap


def _dated(found: re.Match[bytes], at: datetime) -> bytes:
    """Write a time in UTC where Qt has written its own, with whatever distance to UTC."""
    if found["before"] is not None:
        zone = _FIGURE.sub(b"0", found["zone"])
        return b"%s%s%s)" % (found["before"], at.strftime("%Y%m%d%H%M%S").encode(), zone)
    offset = _FIGURE.sub(b"0", found["offset"])
    return b'%s%s%s"' % (found["xmp"], at.strftime("%Y-%m-%dT%H:%M:%S").encode(), offset)
