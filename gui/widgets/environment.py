"""Which world this is: demo, test or live. No two of them can be taken for each other.

Part of the first paint, so it imports no domain: an `Environment` is known by its value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme

if TYPE_CHECKING:
    from services.domain.account import Environment

_BAND = 26
_BADGE = 32
_LINE = 4
_STRIPE = 14
_TEXT = 12
# Not of the palette: the same in light and dark, so that a glance is enough in either.
_DEMO, _DEMO_DEEP = QColor("#6d3fc0"), QColor("#5b31a8")
_TEST, _ON_TEST = QColor("#f2b134"), QColor("#2b1d00")
_LIVE = QColor("#b3261e")
_WHITE = QColor("#ffffff")


class EnvironmentBadge(QWidget):
    """The environment of an account as a small sign: striped, framed, or solid."""

    def __init__(self, shown: Environment | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._kind = ""
        self._word = ""
        self.show_environment(shown)

    def show_environment(self, shown: Environment | None) -> None:
        """Show another one; None shows nothing."""
        self._kind = shown.value if shown else ""
        self._word = {
            "demo": self.tr("DEMO"),
            "test": self.tr("TEST"),
            "live": self.tr("LIVE"),
            "": "",
        }[self._kind]
        self.setAccessibleName(self._word)
        self.setVisible(bool(self._kind))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        metrics = QFontMetrics(theme.font(_TEXT, bold=True))
        return QSize(metrics.horizontalAdvance(self._word) + 2 * theme.S + 4, _BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the sign."""
        if not self._kind:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 3, -1, -3)
            _ground(painter, frame, self._kind, round_by=4)
            painter.setFont(theme.font(_TEXT, bold=True))
            painter.setPen(_ink(self._kind))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, self._word)


class EnvironmentBand(QWidget):
    """The same across the whole window, at its top: with words in demo and test, a red line in live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = ""
        self._words = ""
        self.hide()

    def show_environment(self, shown: Environment | None) -> None:
        """Show another one; None shows nothing."""
        self._kind = shown.value if shown else ""
        self._words = {
            "demo": self.tr("DEMO: the gateways are simulated, no money is real"),
            "test": self.tr("TEST: the gateway's test world, no money is real"),
        }.get(self._kind, "")
        self.setAccessibleName(self._words)
        self.setFixedHeight(_BAND if self._words else _LINE)
        self.setVisible(bool(self._kind))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the band."""
        if not self._kind:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _ground(painter, QRectF(self.rect()), self._kind, round_by=0)
            painter.setFont(theme.font(_TEXT, bold=True))
            painter.setPen(_ink(self._kind))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


def _ink(kind: str) -> QColor:
    return _ON_TEST if kind == "test" else _WHITE


def _ground(painter: QPainter, area: QRectF, kind: str, *, round_by: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if kind == "demo":
        painter.setBrush(_DEMO)
        painter.drawRoundedRect(area, round_by, round_by)
        painter.save()
        painter.setClipRect(area)
        painter.setBrush(_DEMO_DEEP)
        at = area.left() - area.height()
        while at < area.right():
            painter.drawPolygon(_slanted(at, area))
            at += 2 * _STRIPE
        painter.restore()
    elif kind == "test":
        painter.setBrush(_TEST)
        if round_by:
            painter.setPen(QPen(_ON_TEST, 1.4, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(area, round_by, round_by)
    else:
        painter.setBrush(_LIVE)
        painter.drawRoundedRect(area, round_by, round_by)


def _slanted(at: float, area: QRectF) -> QPolygonF:
    height = area.height()
    return QPolygonF(
        [
            QPointF(at, area.bottom()),
            QPointF(at + height, area.top()),
            QPointF(at + height + _STRIPE, area.top()),
            QPointF(at + _STRIPE, area.bottom()),
        ]
    )
