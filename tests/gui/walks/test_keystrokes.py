"""What a counter does all day takes few keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

MOST = 12
_ROOT = Path(__file__).parents[3]
_PATIENCE_S = 300


@pytest.mark.timeout(_PATIENCE_S)
def test_finding_and_voiding_a_part_returned_and_an_unknown_settled_take_at_most_twelve_keys() -> None:
    walked = subprocess.run(
        [sys.executable, "-m", "tests.gui.walks.keystrokes"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert walked.returncode == 0, walked.stderr[-2000:]
    counted: dict[str, int] = json.loads(walked.stdout.splitlines()[-1])
    assert set(counted) == {"void", "part_of_an_order", "settle"}
    assert all(keys <= MOST for keys in counted.values()), counted
