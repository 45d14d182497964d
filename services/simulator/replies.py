"""What a gateway answers, before anything happens to it on the line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

HTML = "text/html; charset=utf-8"


class Delivery(Enum):
    """How an answer gets to the client."""

    WHOLE = auto()
    LOST = auto()
    RESET = auto()
    TRUNCATED = auto()
    SLOW = auto()
    DRIPPING = auto()
    DRIPPING_HEADERS = auto()


@dataclass(frozen=True, slots=True)
class Reply:
    """An HTTP answer.

    Attributes:
        headers: Besides Date, Content-Type and Content-Length.
        ending: Done before the last byte goes out, or once it has failed to: whoever has the whole
            answer finds the gateway free again.
        afterwards: Done once the answer has gone out, or has failed to.
    """

    body: bytes
    content_type: str
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delivery: Delivery = Delivery.WHOLE
    ending: tuple[Callable[[], None], ...] = ()
    afterwards: tuple[Callable[[], None], ...] = ()


def page(status: int, title: str, words: str = "") -> Reply:
    """Return a small page, as web servers put before the program behind them."""
    head = f'<!DOCTYPE html>\r\n<html><head><meta charset="utf-8"><title>{title}</title></head>\r\n'
    body = f"<body><h1>{title}</h1><p>{words}</p></body></html>\r\n"
    return Reply((head + body).encode(), HTML, status)
