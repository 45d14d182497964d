"""The program's icon as each system wants it, drawn from `resources/icons/app.svg`.

Both formats are a table of contents before whole PNG files, so nothing but Qt is needed to make them.
"""

from __future__ import annotations

import os
import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageReader

ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Windows shows at 100, 125, 150 and 200 %."""

ICNS_TYPES = {"icp4": 16, "icp5": 32, "ic07": 128, "ic08": 256, "ic09": 512, "ic10": 1024}


def draw(svg: Path, target: Path) -> Path:
    """Draw `svg` into `target`, an `.ico` or an `.icns`; return `target`."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication.instance() or QGuiApplication([])
    made = ico(svg) if target.suffix == ".ico" else icns(svg)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made)
    del application  # Qt draws only while there is one
    return target


def ico(svg: Path) -> bytes:
    """Return a Windows icon. A side of 256 is written as 0 there."""
    pictures = [png(svg, size) for size in ICO_SIZES]
    at = 6 + 16 * len(pictures)
    table = struct.pack("<HHH", 0, 1, len(pictures))
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), at)
        at += len(picture)
    return table + b"".join(pictures)


def icns(svg: Path) -> bytes:
    """Return a macOS icon."""
    body = b""
    for kind, size in ICNS_TYPES.items():
        picture = png(svg, size)
        body += kind.encode() + struct.pack(">I", 8 + len(picture)) + picture
    return b"icns" + struct.pack(">I", 8 + len(body)) + body


def png(svg: Path, size: int) -> bytes:
    """Return the drawing as a PNG of `size` by `size` pixels.

    Raises:
        ValueError: Qt could not read or draw it.
    """
    reader = QImageReader(str(svg))
    reader.setScaledSize(QSize(size, size))
    image = reader.read()
    if image.isNull():
        raise ValueError(f"{svg}: {reader.errorString()}")
    whole = image.convertToFormat(QImage.Format.Format_ARGB32)
    if whole.size() != QSize(size, size):
        whole = whole.scaled(size, size, mode=Qt.TransformationMode.SmoothTransformation)
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not whole.save(buffer, "PNG"):  # type: ignore[call-overload]  # the stubs say bytes, which it refuses
        raise ValueError(f"{svg}: not drawn at {size} pixels")
    return bytes(written.data())
