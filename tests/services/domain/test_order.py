"""A marketplace order is its sellers' lines."""

from __future__ import annotations

import pytest

from tests.builders import GUIDS, a_line, an_order, lira


def test_an_order_comes_to_what_its_lines_come_to() -> None:
    assert an_order(a_line(0, "100,00"), a_line(1, "250,50")).amount == lira("350,50")


def test_a_line_is_found_however_its_guid_is_written() -> None:
    order = an_order(a_line(0), a_line(1))
    assert order.line(GUIDS[1].lower()) == order.lines[1]


def test_a_guid_that_is_not_there_is_no_line() -> None:
    with pytest.raises(KeyError):
        an_order(a_line(0)).line(GUIDS[5])
