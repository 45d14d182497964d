"""Which world this is: demo, test or live. No two of them can be taken for each other."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from gui import theme
from gui.wording import environment
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
        self._shown: Environment | None = None
        self.show_environment(shown)

    def show_environment(self, shown: Environment | None) -> None:
        """Show another one; None shows nothing."""
        self._shown = shown
        self.setAccessibleName(environment(shown) if shown else "")
        self.setVisible(shown is not None)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room the word needs."""
        word = environment(self._shown) if self._shown else ""
        metrics = QFontMetrics(theme.font(_TEXT, bold=True))
        return QSize(metrics.horizontalAdvance(word) + 2 * theme.S + 4, _BADGE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the sign."""
        if self._shown is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            frame = QRectF(self.rect()).adjusted(1, 3, -1, -3)
            _ground(painter, frame, self._shown, round_by=4)
            painter.setFont(theme.font(_TEXT, bold=True))
            painter.setPen(_ink(self._shown))
            painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, environment(self._shown))


class EnvironmentBand(QWidget):
    """The same across the whole window, at its top: with words in demo and test, a red line in live."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Environment | None = None
        self._words = ""
        self.hide()

    def show_environment(self, shown: Environment | None) -> None:
        """Show another one; None shows nothing."""
        self._shown = shown
        self._words = {
            Environment.DEMO: self.tr("DEMO: the gateways are simulated, no money is real"),
            Environment.TEST: self.tr("TEST: the gateway's test world, no money is real"),
            Environment.LIVE: "",
            None: "",
        }[shown]
        self.setAccessibleName(self._words or (environment(shown) if shown else ""))
        self.setFixedHeight(_LINE if shown is Environment.LIVE else _BAND)
        self.setVisible(shown is not None)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002  Qt's signature
        """Paint the band."""
        if self._shown is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _ground(painter, QRectF(self.rect()), self._shown, round_by=0)
            painter.setFont(theme.font(_TEXT, bold=True))
            painter.setPen(_ink(self._shown))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._words)


def _ink(shown: Environment) -> QColor:
    return _ON_TEST if shown is Environment.TEST else _WHITE


def _ground(painter: QPainter, area: QRectF, shown: Environment, *, round_by: int) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if shown is Environment.DEMO:
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
    elif shown is Environment.TEST:
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
