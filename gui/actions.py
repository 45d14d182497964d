"""Everything that has a key, in one table: what F1 lists and the palette offers.

A control sets its own shortcut where it is made; a test holds that no key is set that is not listed here,
and that no two of them meet in one context. The words are in `gui.action_words`, loaded when first read.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Where(Enum):
    """Where a key works."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    OPENED = "opened"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True)
class Action:
    """Something that can be done by a key.

    Attributes:
        keys: As `QKeySequence` reads them.
        typed: It belongs to what is being typed or marked, and so is no command of its own.
    """

    name: str
    where: Where
    keys: str
    typed: bool = False


ACTIONS: tuple[Action, ...] = (
    Action("palette", Where.EVERYWHERE, "Ctrl+K"),
    Action("help", Where.EVERYWHERE, "F1"),
    Action("find", Where.EVERYWHERE, "Ctrl+F"),
    Action("today", Where.EVERYWHERE, "Alt+1"),
    Action("search", Where.EVERYWHERE, "Alt+2"),
    Action("orders", Where.EVERYWHERE, "Alt+3"),
    Action("unknown", Where.EVERYWHERE, "Alt+4"),
    Action("approvals", Where.EVERYWHERE, "Alt+5"),
    Action("reversals", Where.EVERYWHERE, "Alt+6"),
    Action("day_end", Where.EVERYWHERE, "Alt+7"),
    Action("settings", Where.EVERYWHERE, "Alt+9"),
    Action("lock", Where.EVERYWHERE, "Ctrl+L"),
    Action("ask", Where.LIST, "Return", typed=True),
    Action("everyone", Where.LIST, "Shift+Return"),
    Action("results", Where.LIST, "Down", typed=True),
    Action("narrow", Where.LIST, "Ctrl+Shift+F"),
    Action("views", Where.LIST, "Ctrl+G"),
    Action("export", Where.LIST, "Ctrl+E"),
    Action("new_order", Where.LIST, "Ctrl+N"),
    Action("import_orders", Where.LIST, "Ctrl+I"),
    Action("look_again", Where.OPENED, "F5"),
    Action("act", Where.OPENED, "F8"),
    Action("copy_all", Where.OPENED, "Ctrl+Shift+C"),
    Action("copy", Where.OPENED, "Ctrl+C", typed=True),
    Action("confirm", Where.DIALOG, "Ctrl+Return", typed=True),
    Action("leave", Where.DIALOG, "Esc", typed=True),
)


def keys_of(name: str) -> str:
    """Return the key of an action.

    Raises:
        StopIteration: There is no such action: a slip in the program.
    """
    return next(action.keys for action in ACTIONS if action.name == name)
