"""People for a shop's tests: an owner, a manager and a cashier, each with a PIN."""

from __future__ import annotations

from services.domain.money import Money
from services.domain.operator import Limits, Operator, Role
from services.domain.settings import Settings
from tests import canary
from tests.shop import Shop, lira

OWNER, MANAGER, CASHIER = "Fatma Öz", "Ayşe Işık", "Can Ünal"

PINS = dict(zip((OWNER, MANAGER, CASHIER), canary.PINS, strict=False))
"""Canaries: see `tests.canary`."""

ROLES = {Role.OWNER: OWNER, Role.MANAGER: MANAGER, Role.CASHIER: CASHIER}


def staffed(shop: Shop, *, sits: str | None = None) -> None:
    """Let three people work here, whom nobody may do without signing in; one may sit down."""
    for role, name in ROLES.items():
        shop.desk.operators.add(name, role, PINS[name])
    shop.desk.operators.change_settings(Settings(pins=True))
    if sits is not None:
        sit(shop, sits)


def sit(shop: Shop, name: str) -> Operator:
    return shop.desk.operators.sign_in(name, PINS[name]).operator


def limit(shop: Shop, name: str, *, once: str | None = None, day: str | None = None) -> None:
    """Let the owner set somebody's limits, and whoever sat there sit again."""
    before = shop.desk.operators.session
    sit(shop, OWNER)
    (operator,) = [one for one in shop.desk.operators.all() if one.name == name]
    limits = Limits(per_reversal=_amount(once), per_day=_amount(day))
    shop.desk.operators.change(
        Operator(id=operator.id, name=operator.name, role=operator.role, limits=limits)
    )
    if before is not None:
        sit(shop, before.operator.name)


def _amount(text: str | None) -> Money | None:
    return None if text is None else lira(text)
