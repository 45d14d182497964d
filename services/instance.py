"""Which of a ledger's copies moves money: the one that the keyring names, in the folder that it names.

A copy has the ledger's own name and whatever was in it, so neither tells it from the ledger. Each has an
instance besides, by chance: SQLite's own copies get another one, and a copied file lies in another folder.
A file that was copied and put back into the same folder is told by how far it has come (`watermark`).

The folder is compared and not the file's number: numbers of disks and files change when a computer starts
anew, or a disk is mended. Blocking, and may wait for a person to unlock the keyring.
"""

from __future__ import annotations

import json
from pathlib import Path
from secrets import token_hex

from services.credentials import Vault
from services.domain.audit import Entry
from services.ledger.settings import SettingsBook


class Instance:
    """Compares a ledger with the one that the keyring names. Usable from any thread.

    Every method raises NotConfigured when there is no keyring fit to ask.

    Args:
        vault: The keyring.
        settings: The ledger's.
        folder: Where it lies.
    """

    def __init__(self, vault: Vault, settings: SettingsBook, folder: Path) -> None:
        self._vault = vault
        self._settings = settings
        self._mine = settings.instance()
        self._folder = folder
        self._name = f"ledger/{settings.ledger()}/instance"

    def is_named(self) -> bool:
        """Whether it is the one that moves money."""
        instance, folder = self._kept()
        return instance == self._mine and _is_same(folder, self._folder)

    def is_kept_out(self) -> bool:
        """Whether the keyring names another one."""
        return self._vault.recall(self._name) is not None and not self.is_named()

    def be_named(self) -> None:
        """Have the keyring name this one, instead of whichever it named."""
        kept = {"instance": self._mine, "folder": str(self._folder.resolve())}
        self._vault.keep(self._name, json.dumps(kept))

    def renew(self, note: Entry) -> None:
        """Become another instance than every copy, and have the keyring name it; `note` says why.

        Raises:
            LedgerUnavailable: It can't be written; nothing was changed.
        """
        instance = token_hex(16)
        self._settings.renew_instance(instance, note)
        self._mine = instance
        self.be_named()

    def _kept(self) -> tuple[str, str]:
        try:
            kept = json.loads(self._vault.recall(self._name) or "{}")
            return str(kept.get("instance", "")), str(kept.get("folder", ""))
        except (ValueError, AttributeError):
            return "", ""  # unreadable: it names none


def _is_same(kept: str, folder: Path) -> bool:
    """Whether a folder is the one that was kept, by whatever spelling it was opened."""
    if not kept:
        return False
    try:
        return Path(kept) == folder.resolve() or folder.samefile(kept)
    except OSError:
        return False
