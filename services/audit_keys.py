"""The keys of a ledger's audit log in the keyring: one for each segment, kept as its recovery code."""

from __future__ import annotations

from services.credentials import Vault
from services.domain.audit import AuditKey


class AuditKeys:
    """Keeps keys. Every method raises NotConfigured when there is no keyring fit to ask.

    Args:
        vault: The keyring.
        ledger: The ledger's own name.
    """

    def __init__(self, vault: Vault, ledger: str) -> None:
        self._vault = vault
        self._ledger = ledger

    def recall(self, segment: int) -> AuditKey | None:
        """Return a segment's key; None where there is none, or none that can be read."""
        kept = self._vault.recall(self._name(segment))
        if kept is None:
            return None
        try:
            return AuditKey.from_code(kept)
        except ValueError:
            return None

    def keep(self, segment: int, key: AuditKey) -> None:
        """Keep a segment's key."""
        self._vault.keep(self._name(segment), key.code)

    def up_to(self, segment: int) -> dict[int, AuditKey]:
        """Return the keys of the segments from the first one on, as far as they are there."""
        found = {one: self.recall(one) for one in range(1, segment + 1)}
        return {one: key for one, key in found.items() if key is not None}

    def _name(self, segment: int) -> str:
        return f"ledger/{self._ledger}/audit {segment}"
