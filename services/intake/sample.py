"""A file as it should be: for whoever sets up the shop's own system to write one every morning."""

from __future__ import annotations

from datetime import datetime, timedelta

from services.domain.money import Money
from services.intake.columns import TITLES
from services.intake.faults import Field
from services.tables.cells import Cell, Sheet

_ORDER = (Field.SIPARIS_ID, Field.SOLD_AT, Field.GUID, Field.SELLER, Field.AMOUNT, Field.PAYABLE)


def sample(name: str, now: datetime) -> Sheet:
    """Return two orders, the first of two sellers: sold an hour ago, and two."""
    earlier, later = now - timedelta(hours=2), now - timedelta(hours=1)
    guid = "0C13D406-873B-403B-9C09-A5766840D98"
    rows: list[tuple[Cell, ...]] = [
        ("SP-1001", earlier, f"{guid}C", "Çiğdem Giyim", Money(89_990), Money(80_991)),
        ("SP-1001", earlier, f"{guid}D", "Işık Elektronik", Money(35_010), Money(31_509)),
        ("SP-1002", later, f"{guid}E", "Çiğdem Giyim", Money(125_000), Money(112_500)),
    ]
    return Sheet(name, tuple(TITLES[field][0] for field in _ORDER), lambda: rows, len(rows))
