"""Writes the file for the gateway's support. On a worker: it reads the whole log, and lays out a sheet."""

from __future__ import annotations

from pathlib import Path

from gui.paper.blocks import Paper
from gui.paper.layout import lay_out
from gui.paper.pdf import pdf_of
from gui.slips.read_me import READ_ME
from gui.slips.support_sheet import support_blocks, support_title
from services.desk import Desk

SHEET = "destek.pdf"


def save_support(desk: Desk, intent_id: int, file: Path) -> Path:
    """Write everything about one reversal into a zip; whole or not at all.

    Raises:
        NotAllowed: The role does not allow to take anything out.
        FileTrouble: It can't be written.
        LedgerUnavailable: The ledger can't be read, or it can't be written down that this left.
    """
    support = desk.office().support
    case = support.gather(intent_id)
    title = support_title(case.evidence.intent)
    laid = lay_out(support_blocks(case), Paper.A4, foot=f"{title} {case.head}")
    attached = {
        SHEET: pdf_of(laid, title=title, at=case.made_at),
        "README.txt": READ_ME.replace("\n", "\r\n").encode("utf-8-sig"),
    }
    return support.write(case, file, attached=attached, replace=True)
