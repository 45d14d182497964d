"""Says a change to whoever listens to the screen instead of seeing it."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, at_once: bool = False) -> None:
    """Let a screen reader say something that changed on a widget without the keyboard going there.

    Args:
        widget: What it is said of; nothing is said of one that is hidden.
        text: In the language of the screen.
        at_once: Over whatever is being said: for what must not be missed.
    """
    if not text or not widget.isVisible() or not QAccessible.isActive():
        return
    event = QAccessibleAnnouncementEvent(widget, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if at_once else politeness.Polite)
    QAccessible.updateAccessibility(event)
