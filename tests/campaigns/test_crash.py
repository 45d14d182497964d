"""Killed at every step, once each; `python -m tests.campaigns.crash` dies everywhere, a hundred times."""

from __future__ import annotations

import sys

import pytest

from tests.campaigns.till import Flow

if sys.platform == "win32":
    pytest.skip("no fork server, and no signal to die by", allow_module_level=True)

from tests.campaigns.crash.campaign import Death, deaths, run
from tests.campaigns.crash.points import POINTS


def each_point_once() -> dict[Flow, list[Death]]:
    """Return every point with one flow that has it, the flows in turn."""
    planned: dict[Flow, list[Death]] = {flow: [] for flow in Flow}
    everywhere = deaths([0])
    for number, point in enumerate(POINTS):
        flows = [flow for flow in Flow if point.is_on(flow)]
        flow = flows[number % len(flows)]
        planned[flow] += [death for death in everywhere[flow] if death.point is point]
    return planned


def test_a_child_killed_at_any_step_pays_once_forgets_nothing_and_the_next_one_knows() -> None:
    report = run(each_point_once())

    assert report.broken == []
    assert report.figures["reversals held to the book"] == len(POINTS)
    assert report.figures["second requests"] == 0


def test_there_are_points_enough_and_no_two_of_one_name() -> None:
    names = [point.name for point in POINTS]
    assert len(set(names)) == len(names)
    assert all(sum(point.is_on(flow) for point in POINTS) >= 25 for flow in Flow)
