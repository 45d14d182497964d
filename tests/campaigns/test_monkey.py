"""Twenty seconds of it; ten minutes by `python -m tests.campaigns.monkey`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PATIENCE_S = 240


@pytest.mark.long
@pytest.mark.timeout(_PATIENCE_S)
def test_whoever_presses_whatever_there_is_breaks_nothing() -> None:
    """A process of its own: what Qt says and what nobody caught is the program's there, not the tests'."""
    ran = subprocess.run(
        [sys.executable, "-m", "tests.campaigns.monkey", "--minutes", "0.33"],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=_ROOT,
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    assert ran.returncode == 0, ran.stdout + ran.stderr
