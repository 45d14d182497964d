"""The accounts at hand: read when the window takes the desk, and whenever one changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.format import plain
from gui.wording import environment, gateway
from services.domain.account import Account

if TYPE_CHECKING:
    from services.desk import Desk


def accounts_at_hand(desk: Desk, *, day_comes_next: bool) -> list[tuple[Account, bool]]:
    """On a worker: the accounts that are not retired, and whether their gateways answer queries.

    Args:
        desk: The desk.
        day_comes_next: The window goes to the day with them.
    """
    if day_comes_next:
        from gui.today import page  # noqa: F401, PLC0415  loaded here, so that the window need not
    return [(account, desk.lookup.can_ask(account)) for account in desk.accounts.all()]


def name_of(account: Account) -> str:
    """Name an account in the bar: its own name, its gateway and which world it is in."""
    where = f"{gateway(account.gateway)}, {environment(account.environment)}"
    return f"{plain(account.name, limit=40)} ({where})"
