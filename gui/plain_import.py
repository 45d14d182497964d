"""Python's own `import`, given back to it once Qt is there.

PySide puts its own in its place, for programs whose modules choose other names by its `__feature__`. None
of ours does. But that one also reads the source text of every module that is imported after it, libraries
and all, to see whether it names PySide: a fifth of what it costs to load what stands behind the window, and
the text is kept. Its own modules and classes need none of that.
"""

from __future__ import annotations

import builtins


def give_back() -> None:
    """Import as Python does from now on; for the thread that imported Qt, before it begins another."""
    pythons_own = getattr(builtins, "__orig_import__", builtins.__import__)  # the name PySide keeps it under
    builtins.__import__ = pythons_own
