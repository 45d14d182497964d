"""What happens to a desk in the middle of a call: the power goes, or something is done before or after."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from services.desk import Desk

CUTS = ("arm", "sent", "send", "settle")
"""Calls of the reversal's road around which the power may go."""


class PowerCut(BaseException):
    """The power went: nothing of ours runs any more."""


def cut_the_power(desk: Desk, what: str, after: bool) -> None:  # noqa: FBT001  drawn
    """Have the power go before or after one of the `CUTS`, the next time it is called."""

    def cut() -> None:
        raise PowerCut

    if what == "send":
        owners: list[Any] = list(desk.reversals._gateways.moves.values())
    else:
        owners = [desk.reversals._journal]
    for owner in owners:
        around(what, owner, before=None if after else cut, after=cut if after else None)


def around(
    name: str,
    owner: Any,
    *,
    before: Callable[[], None] | None = None,
    after: Callable[[], None] | None = None,
) -> None:
    """Have something done before and after every call of one object's method from now on."""
    original = getattr(type(owner), name)

    def wrapped(*args: Any, **values: Any) -> Any:
        if before is not None:
            before()
        result = original(owner, *args, **values)
        if after is not None:
            after()
        return result

    setattr(owner, name, wrapped)
