"""The program's own log: a file beside the ledger, readable by this user only, without secrets.

Nothing that holds a secret is ever handed to a logger; that is each room's own duty. What stands here
is the second line: every record, its traceback included, passes a sieve by field name on its way to
the file. No gateway's text belongs in a log either.
"""

from __future__ import annotations

import logging
import os
import re
from io import TextIOWrapper
from logging.handlers import RotatingFileHandler
from pathlib import Path

FILE = "refund-desk.log"
_BYTES = 1_000_000
_KEPT = 3
_OURS = ("gui", "services")
_SECRET = re.compile(
    r"""(?P<name>\b(?:merchant_?key|client_?username|client_?password|password|guid)\b["']?\s*(?:[:=>]|&gt;)\s*)
        (?:"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?|[^\s"'<&,})\]]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def start(folder: Path) -> Path:
    """Begin to write the log in `folder`, made if need be; return the file. Call `stop` at the end.

    Our own rooms write from INFO on; libraries from WARNING on, since some of them write whole
    requests below that.

    Raises:
        OSError: The file can't be written; the program may well go on without it.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    handler = _PrivateFile(folder / FILE, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8")
    handler.setFormatter(_Sieve("%(asctime)s %(levelname)s %(threadName)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    for name in _OURS:
        logging.getLogger(name).setLevel(logging.INFO)
    return folder / FILE


def stop() -> None:
    """Close the file."""
    root = logging.getLogger()
    for handler in [one for one in root.handlers if isinstance(one, _PrivateFile)]:
        root.removeHandler(handler)
        handler.close()


def without_secrets(text: str) -> str:
    """Return the text with the value of every field that holds a secret taken out."""
    return _SECRET.sub(r"\g<name>***", text)


class _PrivateFile(RotatingFileHandler):
    """A log of bounded size that only this user may read."""

    def _open(self) -> TextIOWrapper:
        flags = os.O_WRONLY | os.O_CREAT | os.O_APPEND
        opened = os.fdopen(os.open(self.baseFilename, flags, 0o600), "a", encoding=self.encoding)
        assert isinstance(opened, TextIOWrapper)
        return opened


class _Sieve(logging.Formatter):
    """Takes secrets out of a record once it is text: its arguments and traceback included."""

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))
