"""One window for one data folder: a second start rings at the first and leaves.

The first window writes the name of its bell into the data folder. Without that file there is nobody
to ask, and Qt's network library is not even loaded before the window stands.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

MARK = "window"
_PATIENCE_MS = 1000


def ring(folder: Path) -> bool:
    """Ask the window of `folder`, if there is one, to come forward; say whether it heard."""
    try:
        name = (folder / MARK).read_text(encoding="utf-8").strip()
    except OSError:
        return False
    from PySide6.QtNetwork import QLocalSocket  # noqa: PLC0415  only where a window may be open

    socket = QLocalSocket()
    socket.connectToServer(name)
    heard = socket.waitForConnected(_PATIENCE_MS) and (
        socket.bytesAvailable() > 0 or socket.waitForReadyRead(_PATIENCE_MS)
    )
    socket.close()
    return heard


class Bell(QObject):
    """Hears the starts that come after this one."""

    rung = Signal()
    """Somebody started the program again for this folder."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._mark = folder / MARK
        self._server: QLocalServer | None = None

    def hang(self) -> None:
        """Begin to listen, once. Where that can't be, a second window opens and finds the ledger held."""
        if self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer  # noqa: PLC0415  after the first paint

        server = QLocalServer(self)
        server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        if not server.listen(f"refund-desk-{os.urandom(16).hex()}"):
            return
        try:
            self._mark.write_text(server.fullServerName(), encoding="utf-8")
        except OSError:
            server.close()
            return
        server.newConnection.connect(self._answer)
        self._server = server

    def take_down(self) -> None:
        """Stop listening."""
        if self._server is not None:
            self._server.close()
            self._server = None
            self._mark.unlink(missing_ok=True)

    @Slot()
    def _answer(self) -> None:
        while self._server is not None and (caller := self._server.nextPendingConnection()) is not None:
            caller.write(b"coming")
            caller.flush()
            caller.disconnectFromServer()
            caller.deleteLater()
            self.rung.emit()
