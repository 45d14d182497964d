from __future__ import annotations

from tests.gui.slips.conftest import _font, _in_turkish

__all__ = ["_font", "_in_turkish"]
