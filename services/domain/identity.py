"""When two ways of writing something name one and the same: a merchant, a seller's line, an order.

Locks and limits go by these forms. What goes to a gateway stays as it was typed.
"""

from __future__ import annotations

import json
import re
import unicodedata
from functools import lru_cache

from services.domain.account import GatewayName
from services.domain.reversal import OrderKey
from services.domain.text import normalized

_UNSEEN = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u2065\u2800\u3164\uffa0")
"""Characters without ink that Unicode calls letters, marks or symbols, or has given to nothing yet."""

_UNSEEN_KINDS = frozenset({"Cf", "Cc", "Zl", "Zp"})
_UNSEEN_RANGES = ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xFFF0, 0xFFF8), (0xE0000, 0xE0FFF))
"""Variation selectors, and what Unicode keeps for characters of that kind."""

_CLIENT_CODE = re.compile(r"[0-9]{1,9}", re.ASCII)


def visible(text: str) -> str:
    """Return a text without what cannot be seen in it.

    That is zero-width and directional characters, soft hyphens, variation selectors, line ends and
    control characters. Spaces stay.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(sign for sign in text if not _is_unseen(sign))


def person_name(text: str) -> str:
    """Return a person's name as it is kept: nothing in it that cannot be seen, one blank between words."""
    return " ".join(visible(" ".join(text.split())).split())


def merchant_identity(gateway: GatewayName, merchant: str) -> str:
    """Return the form in which two accounts of a gateway are one merchant.

    EsnekPOS: `MERCHANT` in any width and case. Param: `CLIENT_CODE` as a number, 738 and 0738 are one.
    """
    seen = visible(normalized("NFKC", merchant))
    if gateway is GatewayName.PARAM and _CLIENT_CODE.fullmatch(seen):
        return str(int(seen))
    return normalized("NFKC", seen.casefold())


def line_identity(guid: str) -> str:
    """Return a `PYSiparis_GUID` in upper case, without braces, as every other way of writing it."""
    return visible(guid).strip().removeprefix("{").removesuffix("}").upper()


def order_lock(order: OrderKey) -> str:
    """Return the key that a reversal of an order holds."""
    return _key(order, visible(order.reference))


def line_lock(order: OrderKey, guid: str) -> str:
    """Return the key that a reversal of a seller's line holds, under whatever order number it is sent."""
    return _key(order, line_identity(guid))


def _key(order: OrderKey, name: str) -> str:
    identity = merchant_identity(order.gateway, order.merchant)
    return json.dumps([order.gateway.value, order.environment.value, identity, name], ensure_ascii=False)


@lru_cache(maxsize=4096)
def _is_unseen(sign: str) -> bool:
    if sign in _UNSEEN or unicodedata.category(sign) in _UNSEEN_KINDS:
        return True
    return any(first <= ord(sign) <= last for first, last in _UNSEEN_RANGES)
