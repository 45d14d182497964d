"""Reads a PDF back, as whoever searches in it would."""

from __future__ import annotations

import io

from pypdf import PdfReader


def words_of(pdf: bytes) -> str:
    """Return all its words, a space wherever there is room between two."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def pages_of(pdf: bytes) -> list[tuple[int, int]]:
    """Return how wide and high its pages are, in millimetres."""
    boxes = [page.mediabox for page in PdfReader(io.BytesIO(pdf)).pages]
    return [(round(float(box.width) / 72 * 25.4), round(float(box.height) / 72 * 25.4)) for box in boxes]
