"""What a person chose: language, light or dark, where the window stood. Kept beside the ledger."""

from __future__ import annotations

from enum import Enum
from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings

FILE = "settings.ini"


class Appearance(Enum):
    """How light the window is."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Settings:
    """The person's choices, in an INI file. What can't be read there counts as not chosen.

    For the GUI thread; the file is written by Qt, a moment after a change and when `save` is called.

    Attributes:
        folder: The data folder; the ledger lies there too.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._stored = QSettings(str(folder / FILE), QSettings.Format.IniFormat)

    @property
    def language(self) -> str | None:
        """``"tr"`` or ``"en"``; None while nobody chose."""
        chosen = str(self._stored.value("language", ""))
        return chosen if chosen in {"tr", "en"} else None

    @language.setter
    def language(self, chosen: str) -> None:
        self._stored.setValue("language", chosen)

    @property
    def appearance(self) -> Appearance:
        """Light, dark, or as the system is."""
        try:
            return Appearance(str(self._stored.value("appearance", "")))
        except ValueError:
            return Appearance.SYSTEM

    @appearance.setter
    def appearance(self, chosen: Appearance) -> None:
        self._stored.setValue("appearance", chosen.value)

    @property
    def account_id(self) -> int | None:
        """The account last in the bar."""
        chosen = str(self._stored.value("account", ""))
        return int(chosen) if chosen.isascii() and chosen.isdigit() else None

    @account_id.setter
    def account_id(self, chosen: int) -> None:
        self._stored.setValue("account", str(chosen))

    def columns(self, list_name: str) -> str:
        """Return how the columns of a list were left, as `gui.search.column_choice` writes it."""
        return str(self._stored.value(f"columns/{list_name}", ""))

    def keep_columns(self, list_name: str, packed: str) -> None:
        """Keep how the columns of a list are left."""
        self._stored.setValue(f"columns/{list_name}", packed)

    @property
    def views(self) -> str:
        """Searches that were saved by name, as `gui.search.views` writes them."""
        return str(self._stored.value("views", ""))

    @views.setter
    def views(self, packed: str) -> None:
        self._stored.setValue("views", packed)

    @property
    def geometry(self) -> QByteArray:
        """Where the window stood, as Qt packs it; empty at first."""
        packed = self._stored.value("geometry")
        return packed if isinstance(packed, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, packed: QByteArray) -> None:
        self._stored.setValue("geometry", packed)

    def save(self) -> None:
        """Write the file now."""
        self._stored.sync()
