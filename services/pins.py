"""How PINs are kept: as an argon2id hash, in no log, error or repr. The hash is slow on purpose."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from services.domain.errors import InputProblem, InvalidInput

if TYPE_CHECKING:
    from argon2 import PasswordHasher

SHORTEST_PIN = 4
LONGEST_PIN = 12


def hasher() -> PasswordHasher:
    """Return how PINs are hashed: argon2id with 64 MiB, as RFC 9106 asks of a computer with little."""
    from argon2 import PasswordHasher  # noqa: PLC0415  loaded with the first PIN: a shop may have none
    from argon2.profiles import RFC_9106_LOW_MEMORY  # noqa: PLC0415  likewise

    return PasswordHasher.from_parameters(RFC_9106_LOW_MEMORY)


class Pins:
    """Hashes PINs and compares them.

    Args:
        hashes: Another hasher than the program's own, for tests.
    """

    def __init__(self, hashes: PasswordHasher | None = None) -> None:
        self._given = hashes

    @cached_property
    def _hashes(self) -> PasswordHasher:
        return self._given or hasher()

    def is_right(self, hashed: str, pin: str) -> bool:
        """Whether a PIN is the one of a hash."""
        from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415  as above

        try:
            return pin.isascii() and self._hashes.verify(hashed, pin)
        except (VerificationError, InvalidHashError):
            return False

    def hashed(self, pin: str) -> str:
        """Return the hash of a new PIN.

        Raises:
            InvalidInput: ``pin``: NOT_A_NUMBER, TOO_SHORT or TOO_LONG.
        """
        if not (pin.isascii() and pin.isdigit()):
            raise InvalidInput("pin", InputProblem.NOT_A_NUMBER)
        if len(pin) < SHORTEST_PIN:
            raise InvalidInput("pin", InputProblem.TOO_SHORT, limit=SHORTEST_PIN)
        if len(pin) > LONGEST_PIN:
            raise InvalidInput("pin", InputProblem.TOO_LONG, limit=LONGEST_PIN)
        return self._hashes.hash(pin)
