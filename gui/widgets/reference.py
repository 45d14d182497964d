"""A reference for an error: what a person reads out to the support, and what stands in the log beside it."""

from __future__ import annotations

import logging

from PySide6.QtCore import QDateTime

_log = logging.getLogger(__name__)


def refer(technical: str) -> str:
    """Return a reference like ``20261121-183409-7F2A``, and write it down with what it is about.

    Args:
        technical: Without secrets and without a gateway's words, as `gui.errors` makes it.
    """
    from secrets import token_hex  # noqa: PLC0415  the first paint has no errors to show

    moment = QDateTime.currentDateTime().toString("yyyyMMdd-HHmmss")
    reference = f"{moment}-{token_hex(2).upper()}"
    _log.info("shown as %s: %s", reference, technical.replace("\n", "; "))
    return reference


def to_pass_on(said: str, technical: str) -> str:
    """Return what is copied for the support: what was said, the technical part, and which program it is."""
    from importlib.metadata import version  # noqa: PLC0415  when it is copied
    from platform import platform, python_version  # noqa: PLC0415  likewise

    program = f"refund-desk {version('refund-desk')}, Python {python_version()}, {platform()}"
    return f"{said}\n\n{technical}\n{program}"
