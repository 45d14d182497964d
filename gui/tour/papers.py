"""What is taken along: a slip for the customer, and a file for the gateway's support."""

from __future__ import annotations

import zipfile

from PySide6.QtWidgets import QPushButton

from gui.doubts.card import DoubtCard
from gui.paper.blocks import Paper
from gui.slips.dialog import SlipDialog
from gui.tour.guide import Guide, Lost
from gui.tour.hands import SOLD_TODAY, expect, named_dialog


def slip(guide: Guide) -> str:
    """The slip as it will come out, saved as PDF."""
    guide.press(guide.find(QPushButton, "slip", guide.dialog))
    dialog = guide.wait("the slip", lambda: named_dialog(guide, "slip_dialog"))
    if not isinstance(dialog, SlipDialog):
        raise Lost("the slip opened as something else")
    guide.wait("the preview", lambda: SOLD_TODAY in dialog.view.text)
    dialog.choices.paper.setCurrentIndex(dialog.choices.paper.findData(Paper.ROLL_80.value))
    file = guide.folder / "slip.pdf"
    dialog.save_to(file)  # the system's own dialog for a place is nobody's to drive
    guide.wait("the file", lambda: file.name in dialog.notice.text)
    expect(file.read_bytes().startswith(b"%PDF-"), "a PDF")
    return f"{file.name}, {dialog.count}"


def support(guide: Guide) -> str:
    """Everything about an unknown one, for the gateway's support."""
    papers = guide.find(DoubtCard, "doubt").papers
    file = guide.folder / "support.zip"
    papers.save_support_to(file)
    guide.wait("the file", lambda: file.name in papers.notice.text)
    with zipfile.ZipFile(file) as zipped:
        names = zipped.namelist()
    expect("README.txt" in names, "what is what")
    return f"{file.name} with {len(names)} files"
