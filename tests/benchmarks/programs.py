"""Programs of the benchmarks' own, run to their end, and what they said."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.benchmarks.canned import ROOT


def said_by(module: str, *arguments: str, compiled: Path) -> Any:
    """Run a module of this folder without a screen, and return the JSON it printed.

    Args:
        compiled: Where its compiled modules are kept: without them it would take twice as long to start.
    """
    environment = {
        **os.environ,
        "LC_ALL": "tr_TR.UTF-8",
        "PYTHONPYCACHEPREFIX": str(compiled),
        "QT_QPA_PLATFORM": "offscreen",
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    ran = subprocess.run(
        [sys.executable, "-m", f"tests.benchmarks.{module}", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if ran.returncode:
        sys.stderr.write(ran.stderr)
        ran.check_returncode()
    return json.loads(ran.stdout)
