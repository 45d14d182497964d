"""The messages the gateways' documents show, and the entries that make them come true.

``001_request`` lost a trailing comma and ``003_request`` its comments' wrong endings, without which
neither parses; everything else is byte for byte as printed.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib.resources import files

from services.domain.clock import ISTANBUL
from services.domain.money import Money
from services.simulator.book import Book
from services.simulator.entries import Movement, Sale, Seller, Share, Status, Transfer


def sample(name: str) -> bytes:
    """Return a sample by its file's name: ``001_answer.json``."""
    return files("resources").joinpath("samples", name).read_bytes()


def put_samples_into(book: Book, sold_today_at: datetime) -> None:
    """Put in the sales and the order that the samples speak of.

    S 001 asks for one reference and shows the answer to another: both are there. The sale S 000 voids
    is of today, at the instant given; the order of S 003 is some days older.
    """
    _put_in_000(book, sold_today_at)
    book.add(_sale_of_001("9.54251311 1595848596|999", movement=343_666, extracts=(5_715, 5_779)))
    book.add(_sale_of_001("0.54251300 1595848596|93", movement=343_665, extracts=(5_714, 5_778)))
    book.an_order(
        "siparis54",
        [
            Seller("Ege Zeytincilik", Money(4_000), guid="A4683F02-3259-4C94-8BF8-47D33A5626D8"),
            Seller("Anadolu Bakır", Money(12_550)),
        ],
        sold_today_at - timedelta(days=5),
    )


def _put_in_000(book: Book, sold_at: datetime) -> None:
    paid = Movement(id=343_990, status=Status.PAID, amount=Money(34_990), at=sold_at)
    book.add(
        Sale(
            reference="ORDER_REF_NUMBER",
            amount=Money(34_990),
            paid_at=sold_at,
            movements=(paid,),
            refno="REFNO",
            success_id=paid.id,
        )
    )


def _sale_of_001(reference: str, *, movement: int, extracts: tuple[int, int]) -> Sale:
    sold_at = datetime(2020, 4, 19, 18, 35, 9, tzinfo=ISTANBUL)
    own, sellers = extracts
    share = Share(
        "999999",
        Money(107_300),
        sold_at,
        Transfer(sellers, Money(107_300), datetime(2020, 5, 4, 11, 57, 28, tzinfo=ISTANBUL)),
    )
    paid = Movement(
        id=movement,
        status=Status.PAID,
        amount=Money(125_000),
        at=sold_at,
        transfer=Transfer(own, Money(14_888), datetime(2020, 5, 4, 11, 58, 11, tzinfo=ISTANBUL)),
        shares=(share,),
    )
    return Sale(
        reference=reference,
        amount=Money(125_000),
        paid_at=datetime(2020, 4, 19, 18, 34, 35, tzinfo=ISTANBUL),
        movements=(paid,),
    )
