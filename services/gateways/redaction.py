"""Takes secrets out of text before it is kept, read or shown.

By field name, whatever the value; and by value wherever it stands, for secrets of 8 characters or
more (shorter ones, as Param's published ``Test``, are words that stand in any text). A value is
found plain, and as XML, URLs and JSON spell it, in any mixture of these.
"""

from __future__ import annotations

import json
import re
from urllib.parse import quote

from services.domain.account import EsnekPosSecrets, ParamSecrets, Secrets

HIDDEN = "***"
"""What stands where a secret stood."""

SHORTEST = 8
"""The length from which a secret is looked for by value."""

_FIELDS = ("merchant_key", "client_username", "client_password", "guid")
"""What the gateways call their secrets, in lower case. `CLIENT_CODE` and `MERCHANT` are identifiers."""

_NAME = "|".join(_FIELDS)
_BY_NAME = (
    # "NAME": "value", also as a text within a text, and cut short
    re.compile(
        rf'((\\*)"(?:{_NAME})\2"\s*:\s*)(?:\2"(?:\\.|[^"\\])*?(?:\2"|\Z)|[^\s"\\,}}\]]+)',
        re.IGNORECASE | re.DOTALL,
    ),
    # <p:NAME a="b">value</p:NAME>, also cut short
    re.compile(
        rf"(<(?:[\w.-]+:)?(?:{_NAME})(?:\s[^<>]*)?(?<!/)>).*?(?=</(?:[\w.-]+:)?(?:{_NAME})\s*>|\Z)",
        re.IGNORECASE | re.DOTALL,
    ),
    # the same, escaped: a request quoted in an error page
    re.compile(
        rf"(&lt;(?:[\w.-]+:)?(?:{_NAME})(?:\s[^<>]*?)?&gt;).*?(?=&lt;/|\Z)", re.IGNORECASE | re.DOTALL
    ),
    # NAME=value, as forms and addresses write it
    re.compile(rf"(\b(?:{_NAME})=)[^&\s<>\"']+", re.IGNORECASE),
)
_PLAIN_RUN = re.compile(r"[0-9A-Za-z]+", re.ASCII)


class Redactor:
    """Takes one account's secrets out of texts. Holds them; lives as long as one call."""

    def __init__(self, secrets: Secrets | None = None) -> None:
        self._values = [value for value in _values(secrets) if len(value) >= SHORTEST]

    def __repr__(self) -> str:
        return "Redactor()"

    def __call__(self, text: str) -> str:
        """Return the text with `HIDDEN` in the place of every secret."""
        lower = text.lower()
        if any(name in lower for name in _FIELDS):
            for pattern in _BY_NAME:
                text = pattern.sub(_hide, text)
        for value in self._values:
            # No spelling touches plain letters and digits: without this run of them it can't be there,
            # and most texts are through here without the cost of a pattern.
            if max(_PLAIN_RUN.findall(value), key=len, default="").lower() in lower:
                text = _any_spelling(value).sub(HIDDEN, text)
        return text


def _hide(found: re.Match[str]) -> str:
    """Keep the name, hide the value; quoted where it was quoted, so that JSON stays JSON."""
    kept, value = found[1], found[0][len(found[1]) :]
    quotes = re.match(r'\\*"', value)
    mark = quotes[0] if quotes else ('"' if kept.rstrip().endswith(":") else "")
    return f"{kept}{mark}{HIDDEN}{mark}"


def _values(secrets: Secrets | None) -> tuple[str, ...]:
    match secrets:
        case EsnekPosSecrets():
            return (secrets.merchant_key,)
        case ParamSecrets():
            return (secrets.username, secrets.password, secrets.guid)
        case None:
            return ()


def _any_spelling(value: str) -> re.Pattern[str]:
    return re.compile("".join(f"(?:{'|'.join(_spellings(sign))})" for sign in value), re.IGNORECASE)


def _spellings(sign: str) -> list[str]:
    """Every way a character is written in plain text, JSON, XML and URLs, longest first."""
    code = ord(sign)
    named = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;", " ": r"\+"}
    utf16 = sign.encode("utf-16-be").hex()
    spelled = [
        "".join(rf"\\u{utf16[at : at + 4]}" for at in range(0, len(utf16), 4)),
        rf"&\#0*{code};",
        rf"&\#x0*{code:x};",
        "".join(f"%{byte:02x}" for byte in sign.encode()),
        re.escape(quote(sign, safe="")),
        re.escape(json.dumps(sign, ensure_ascii=False)[1:-1]),
        rf"\\{re.escape(sign)}" if sign in "/'" else re.escape(sign),
        re.escape(sign),
    ]
    return ([rf"\\?{named[sign]}"] if sign in named else []) + spelled
