"""How long something can still be done, said once a second without the words around it moving."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QLabel, QWidget

from services.domain.clock import Clock

_SECOND = timedelta(seconds=1)


class Countdown(QLabel):
    """Counts down to an instant: ``Void possible for 02:14:09``.

    The program's clock is asked, never the timer: a computer that slept shows the right time at once.
    """

    ended = Signal()
    """The instant has come. Said once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._sentence = "{left}"
        self._until: datetime | None = None
        self._clock: Clock | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)

    def count(self, sentence: str, until: datetime, clock: Clock) -> None:
        """Count down to an aware instant; ``{left}`` in `sentence` is the time left."""
        self._sentence, self._until, self._clock = sentence, until, clock
        self._timer.start()
        self._tick()

    def say(self, sentence: str) -> None:
        """Say something that does not run out."""
        self._timer.stop()
        self.setText(sentence)

    @Slot()
    def _tick(self) -> None:
        if self._until is None or self._clock is None:
            return
        left = self._until - self._clock.now()
        self.setText(self._sentence.format(left=duration(left)))
        if left <= timedelta():
            self._timer.stop()
            self.ended.emit()


def duration(left: timedelta) -> str:
    """Write ``02:14:09``; a second that has begun counts, and nothing is below zero."""
    seconds = max(0, -(-left // _SECOND))
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}"
