"""What a setup program can see of this one on Windows: that it is open, and that it moves money.

Two mutexes by name, of all sessions of the computer. Windows takes them away with the process, however
that ends. `packaging/windows/setup.nsi` asks for them before it changes a file. On Linux the package
looks for the running program itself, and macOS does not exchange an open one: nothing is held there.

For the GUI thread, after the first paint.
"""

from __future__ import annotations

import sys
from typing import Protocol

IS_OPEN = "Global\\refund-desk-is-open"
MOVES_MONEY = "Global\\refund-desk-moves-money"


class Kernel(Protocol):
    """What Windows does with a name."""

    def hold(self, name: str) -> int:
        """Hold a name; return the handle, 0 where it could not be."""

    def let_go(self, handle: int) -> None:
        """Give a handle back."""


class Sign:
    """One name, held or not. Holding it twice is holding it once."""

    def __init__(self, name: str, kernel: Kernel) -> None:
        self._name = name
        self._kernel = kernel
        self._handle = 0

    def put_up(self) -> None:
        """Hold the name. Where Windows does not let us, files that are in use still stop a setup."""
        self._handle = self._handle or self._kernel.hold(self._name)

    def take_down(self) -> None:
        """Let go of it."""
        if self._handle:
            self._kernel.let_go(self._handle)
            self._handle = 0


class Elsewhere:
    """Every other system: no names, nothing to hold."""

    def hold(self, name: str) -> int:
        """See `Kernel.hold`."""
        del name
        return 0

    def let_go(self, handle: int) -> None:
        """See `Kernel.let_go`."""


def this_kernel() -> Kernel:
    """Return the one of this computer."""
    if sys.platform == "win32":
        return Windows()
    return Elsewhere()


if sys.platform == "win32":
    import ctypes

    class Windows:
        """Windows' own calls."""

        def __init__(self) -> None:
            self._kernel32 = ctypes.WinDLL("kernel32", use_last_error=True)
            self._kernel32.CreateMutexW.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_wchar_p]
            self._kernel32.CreateMutexW.restype = ctypes.c_void_p
            self._kernel32.CloseHandle.argtypes = [ctypes.c_void_p]

        def hold(self, name: str) -> int:
            """See `Kernel.hold`: another process may hold the same name, and both do."""
            return int(self._kernel32.CreateMutexW(None, False, name) or 0)

        def let_go(self, handle: int) -> None:
            """See `Kernel.let_go`."""
            self._kernel32.CloseHandle(handle)
