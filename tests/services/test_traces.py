"""Who did what about one payment, besides giving it back."""

from __future__ import annotations

import pytest

from services.domain.audit import Act
from services.domain.errors import NotAllowed
from tests.services.staff import CASHIER, OWNER, sit, staffed
from tests.shop import Shop


def test_a_look_and_a_denial_are_told_and_another_payments_are_not(shop: Shop) -> None:
    staffed(shop, sits=OWNER)
    shop.desk.audit.trust()
    mine, other = shop.a_sale(), shop.a_sale("70,00")
    shop.desk.lookup.raw(shop.look(mine).snapshot)
    shop.desk.lookup.raw(shop.look(other).snapshot)
    sit(shop, CASHIER)
    shop.void(mine)

    told = [(entry.who, entry.act) for entry in shop.desk.office().traces.of(mine.reference)]

    assert told == [(OWNER, Act.RAW)], "what was given back is the journal's to tell"


def test_a_reference_is_not_found_as_a_part_of_another(shop: Shop) -> None:
    shop.desk.audit.trust()
    sale = shop.a_sale()
    shop.desk.lookup.raw(shop.look(sale).snapshot)

    assert shop.desk.office().traces.of(sale.reference[:-1]) == []
    assert len(shop.desk.office().traces.of(sale.reference)) == 1


def test_nobody_reads_it_without_signing_in(shop: Shop) -> None:
    staffed(shop)

    with pytest.raises(NotAllowed):
        shop.desk.office().traces.of("x")
