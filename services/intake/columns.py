"""Which column of a file says what: known by its title, or told by a person and remembered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from services.intake.faults import Field
from services.ledger.folding import fold

TITLES: Mapping[Field, tuple[str, ...]] = MappingProxyType(
    {
        Field.SIPARIS_ID: (
            "Siparis_ID", "Sipariş No", "Sipariş Numarası", "Sipariş Kodu", "Sipariş", "Order ID", "Order No",
            "Order Number", "Order",
        ),
        Field.SOLD_AT: (
            "Satış Zamanı", "Satış Tarihi", "Sipariş Tarihi", "Sipariş Zamanı", "İşlem Tarihi", "Tarih Saat",
            "Tarih", "Zaman", "Sale Time", "Sold At", "Sale Date", "Order Date", "Order Time", "Created At",
            "Date",
        ),
        Field.GUID: (
            "PYSiparis_GUID", "PY Sipariş GUID", "Sipariş GUID", "Satır GUID", "GUID", "Line GUID",
            "Order GUID",
        ),
        Field.SELLER: (
            "Mağaza", "Mağaza Adı", "Satıcı", "Satıcı Adı", "Alt Üye", "Alt Üye İş Yeri", "Alt Üye İşyeri",
            "Seller", "Seller Name", "Merchant", "Store", "Shop", "Vendor",
        ),
        Field.AMOUNT: (
            "Ürün Tutarı", "Tutar", "Satır Tutarı", "Sipariş Tutarı", "Ürün Bedeli", "Tahsilat Tutarı",
            "Product Amount", "Amount", "Line Amount", "Price", "Total",
        ),
        Field.PAYABLE: (
            "Ödenecek Tutar", "Ödenecek", "Mağazaya Ödenecek", "Hakediş", "Hak Ediş", "Mağaza Payı",
            "Payable", "Payable Amount", "Amount Due", "Due", "Payout",
        ),
    }
)  # fmt: skip
"""Titles that are known, however they are spelt: case, Turkish letters, blanks and signs don't count."""

_PLAIN = str.maketrans("çğöşüâîû", "cgosuaiu")
_UNITS = ("tl", "try")


class DecimalMark(Enum):
    """What stands before the kuruş in the file's texts; numbers of a spreadsheet need none."""

    COMMA = ","
    POINT = "."


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column is which.

    Attributes:
        places: The column of each field, from 0; all six, once it is whole.
        mark: How amounts are written.
    """

    places: Mapping[Field, int]
    mark: DecimalMark = DecimalMark.COMMA

    @property
    def missing(self) -> tuple[Field, ...]:
        """The fields that no column was found for."""
        return tuple(field for field in Field if field not in self.places)

    @property
    def is_whole(self) -> bool:
        """Whether every field has a column of its own."""
        return not self.missing and len(set(self.places.values())) == len(Field)


def recognise_columns(titles: Sequence[str]) -> Columns:
    """Find the columns by their titles; where a field has several, its best-known title wins."""
    seen: dict[str, int] = {}
    for place, title in enumerate(titles):
        seen.setdefault(_key(title), place)
    places: dict[Field, int] = {}
    for field, names in TITLES.items():
        found = next((seen[key] for name in names if (key := _key(name)) in seen), None)
        if found is not None and found not in places.values():
            places[field] = found
    return Columns(places)


def remembered_under(titles: Sequence[str]) -> str:
    """Return the name under which the ledger remembers the columns of files with these titles."""
    text = json.dumps([_key(title) for title in titles])
    return f"columns of {hashlib.sha256(text.encode()).hexdigest()[:16]}"


def written(columns: Columns) -> str:
    """Write columns down, to be remembered."""
    places = {field.name: place for field, place in columns.places.items()}
    return json.dumps({"places": places, "mark": columns.mark.name})


def read_back(text: str, width: int) -> Columns | None:
    """Read remembered columns; None where they don't fit a file of `width` columns, or can't be read."""
    try:
        kept = json.loads(text)
        places = {Field[name]: int(place) for name, place in kept["places"].items()}
        columns = Columns(places, DecimalMark[kept["mark"]])
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    return columns if columns.is_whole and max(places.values()) < width else None


def _key(title: str) -> str:
    words = "".join(letter if letter.isalnum() else " " for letter in fold(title).translate(_PLAIN)).split()
    while words and words[-1] in _UNITS:
        words.pop()
    return "".join(words)
