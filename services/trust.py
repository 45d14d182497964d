"""How far a ledger and its audit log can be trusted, as `audit` finds it."""

from __future__ import annotations

from dataclasses import dataclass

from services.domain.audit import Remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Older:
    """A ledger that is not the one that is remembered.

    Attributes:
        remembered: How far it had come.
        here: How far this one has.
    """

    remembered: Remembered
    here: Remembered


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How far the ledger and its log can be trusted.

    Attributes:
        key_lost: There are rows, and no key for them: money waits for the owner.
        older: The ledger is older than what is remembered: money waits for the owner.
        copied: It is a copy, or was moved: the keyring names another instance. Money waits for the owner.
        elsewhere: Merchants that another ledger of this computer moves money for, by their accounts' names.
        crowded: Merchants that another window works for.
        code_untaken: Nobody has said that the newest key's recovery code is put away; it should be offered.
        waiting: Rows that wait for the key.
    """

    key_lost: bool
    older: Older | None
    copied: bool
    elsewhere: tuple[str, ...] = ()
    crowded: tuple[str, ...] = ()
    code_untaken: bool
    waiting: int

    @property
    def money_may_move(self) -> bool:
        """Whether nothing of this is in its way, but for single merchants."""
        return not self.key_lost and self.older is None and not self.copied
