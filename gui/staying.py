"""What a person had before them, put into the window that takes the place of theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.places import Place

if TYPE_CHECKING:
    from gui.main_window import MainWindow
    from gui.preferences.section import Section


class Left:
    """Where somebody was, and what they had typed, when their window was exchanged for another.

    A list is read again there, and a payment that was open is closed: what is shown of money is never old.
    """

    def __init__(self, window: MainWindow) -> None:
        self._typed = window.bar.box.line.text()
        self._place = window.places.here
        self._section: Section | None = None
        if window.rooms is not None and window.rooms.pages.settings is not None:
            self._section = window.rooms.pages.settings.section

    def take_up(self, window: MainWindow) -> None:
        """Go on from there in another window."""
        window.bar.box.line.setText(self._typed)
        if window.rooms is None:
            return
        if self._place is Place.SETTINGS and self._section is not None:
            window.rooms.show_settings(self._section)
        else:
            window.rooms.go(self._place)
