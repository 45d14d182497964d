"""What is said of how many were found: the rest is named only where there is a rest."""

from __future__ import annotations

from datetime import date

import pytest

from gui.search.came_of_it import how_many
from gui.search.finder import Search
from services.asking import understand
from services.domain.question import Asked, Sorting
from tests.gui.search.test_results import a_row
from tests.shop import NOON


@pytest.mark.parametrize(
    ("found", "total", "said"),
    [(1, 1, "1"), (0, 1, "1"), (1, 12_345, "1 of 12.345")],
    ids=["all of it", "answered by the gateway meanwhile", "a page of it"],
)
def test_how_many_there_are_goes_by_what_is_listed(found: int, total: int, said: str) -> None:
    question = understand(Asked("kasa"), date(2026, 11, 20))
    search = Search(question, Sorting(), found=found, total=total)
    assert how_many(search, [a_row("R-1")], NOON).partition(" ·")[0] == said
