"""Twenty races, and four of different orders; `python -m tests.campaigns.races` runs a thousand."""

from __future__ import annotations

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("no fork server", allow_module_level=True)

from tests.campaigns.races import apart
from tests.campaigns.races.campaign import run


def test_however_many_press_at_once_one_request_comes_of_it_and_the_rest_are_told_where_it_is() -> None:
    report = run(20)

    assert report.broken == []
    assert report.figures["requests"] == report.figures["races"] == 20


def test_different_orders_reversed_at_once_stand_in_nobodys_way() -> None:
    report = apart.run(4)

    assert report.broken == []
    assert report.figures["requests"] == report.figures["orders"] == 64
