"""What each action is called, and where its key works."""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from gui.actions import Action, Where


def where_name(where: Where) -> str:
    """Say where a group of keys works."""
    translate = QCoreApplication.translate
    return {
        Where.EVERYWHERE: translate("Actions", "Everywhere"),
        Where.LIST: translate("Actions", "Search and lists"),
        Where.OPENED: translate("Actions", "An opened payment or order"),
        Where.DIALOG: translate("Actions", "In a dialog"),
    }[where]


def action_name(action: Action) -> str:
    """Say what an action does."""
    translate = QCoreApplication.translate
    return {
        "palette": translate("Actions", "Go anywhere, do anything: the palette"),
        "help": translate("Actions", "Show every key"),
        "find": translate("Actions", "To the search box"),
        "today": translate("Actions", "Today"),
        "search": translate("Actions", "Search"),
        "orders": translate("Actions", "Param orders"),
        "unknown": translate("Actions", "Unknown"),
        "approvals": translate("Actions", "Approvals"),
        "reversals": translate("Actions", "Reversals"),
        "day_end": translate("Actions", "Day end"),
        "settings": translate("Actions", "Settings"),
        "lock": translate("Actions", "Lock the desk"),
        "ask": translate("Actions", "Look for what is typed or scanned"),
        "everyone": translate("Actions", "Ask all accounts"),
        "results": translate("Actions", "From the box to the results"),
        "narrow": translate("Actions", "Narrow the search down"),
        "views": translate("Actions", "Saved searches"),
        "export": translate("Actions", "Take the list out as a table"),
        "new_order": translate("Actions", "New Param order"),
        "import_orders": translate("Actions", "Take Param orders in from a file"),
        "look_again": translate("Actions", "Ask the gateway again"),
        "act": translate("Actions", "Give money back: asks first"),
        "copy_all": translate("Actions", "Copy everything about it"),
        "copy": translate("Actions", "Copy what is marked"),
        "confirm": translate("Actions", "Confirm what the button says"),
        "leave": translate("Actions", "Leave without doing anything"),
    }[action.name]


def keys_text(keys: str) -> str:
    """Write keys as they stand on this computer's keyboards.

    Qt would translate them: no Turkish keyboard has a key called “Seçenek”.
    """
    if sys.platform == "darwin":
        return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
    return keys.replace("Return", "Enter").replace("Down", "\N{DOWNWARDS ARROW}")
