from __future__ import annotations

import pytest
from PySide6.QtCore import QCoreApplication

from gui.paper.tongue import Tongue


@pytest.mark.usefixtures("qapp")
def test_a_paper_speaks_its_own_language_whatever_the_window_speaks() -> None:
    assert QCoreApplication.translate("Wording", "Refunded") == "Refunded"

    assert Tongue("tr").translate("Wording", "Refunded") == "İade edildi"
    assert Tongue("en").translate("Wording", "Refunded") == "Refunded"


def test_a_language_that_is_missing_is_said() -> None:
    with pytest.raises(FileNotFoundError):
        Tongue("de")
