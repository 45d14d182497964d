"""Param's `Pazaryeri_TP_Iptal_Iade` on the wire (S 003): what is written and how an answer is judged. Pure.

The answer is read with our own small reader, by local names. A generated one would raise on an unknown
or reordered element, after the money moved; a lenient one would silently read nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

from services.domain.account import Account, ParamSecrets
from services.domain.errors import InputProblem, InvalidInput, NotReversible, WhyNot
from services.domain.money import ZERO, Money
from services.domain.reversal import Everything, MoneyRequest, ReturnRequest, Verb
from services.domain.words import says
from services.gateways.base import Verdict
from services.gateways.judgement import UNREADABLE, Judgement

OPERATION = "Pazaryeri_TP_Iptal_Iade"

_OK = 200
_RESPONSE = f"{OPERATION}Response"
_RESULT = f"{OPERATION}Result"
_VERBS = {Verb.VOID: "IPTAL", Verb.REFUND: "IADE"}

_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,8}", re.ASCII)
_CREDENTIALS = frozenset({-100, -101, -216})
_SYSTEM_ERROR = -207
_UNDER_WAY = "devam eden"
"""The heart of "Aynı tutarda devam eden Iptal/Iade mevcut. Daha sonra tekrar deneyiniz."."""

_PARSER = etree.XMLParser(
    encoding="utf-8",
    resolve_entities=False,
    no_network=True,
    load_dtd=False,
    huge_tree=False,
    remove_comments=True,  # a comment within a number would hide its end
    remove_pis=True,
)
"""Keeps nothing from one answer to the next; threads that share it wait for one another."""


def amount_text(amount: Money) -> str:
    """Write ``30.00``: dot, two decimals, from exact kuruş.

    Raises:
        ValueError: It is negative.
    """
    if amount < ZERO:
        raise ValueError("an amount on the way to Param can't be negative")
    lira, kurus = divmod(amount.kurus, 100)
    return f"{lira}.{kurus:02d}"


def fields_of(account: Account, secrets: ParamSecrets, request: MoneyRequest) -> Mapping[str, object]:
    """Return the request's elements, in the order of S 003.

    `Everything` alone becomes ``SiparisTutar`` 0.00, with ``OdenecekTutar`` 0.00: every seller's order
    under this `Siparis_ID`.

    Raises:
        NotReversible: It is no request for this gateway.
        InvalidInput: NOT_PRINTABLE: something in it that XML can't carry. Found while it is sent, that would
            be an unknown outcome.
    """
    if not isinstance(request, ReturnRequest):
        raise NotReversible(WhyNot.NOT_OFFERED, account=account)
    texts = {"username": secrets.username, "password": secrets.password, "guid": secrets.guid}
    for name, text in {**texts, "siparis_id": request.siparis_id, "line": request.line}.items():
        if not text.isprintable():
            raise InvalidInput(name, InputProblem.NOT_PRINTABLE)
    whole = isinstance(request.amount, Everything)
    return {
        "G": {
            "CLIENT_CODE": account.merchant,
            "CLIENT_USERNAME": secrets.username,
            "CLIENT_PASSWORD": secrets.password,
        },
        "PYSiparis_GUID": request.line,
        "GUID": secrets.guid,
        "Durum": _VERBS[request.verb],
        "Siparis_ID": request.siparis_id,
        "SiparisTutar": amount_text(ZERO if isinstance(request.amount, Everything) else request.amount),
        "OdenecekTutar": amount_text(ZERO if whole else request.payable),
    }


def read_answer(status: int, body: str) -> Judgement:
    """Judge an answer by `Sonuc` (S 003; the codes R, D). Never raises: doubt is unknown.

    `Durum` is information only: S's own refund answers 12, which Param's list calls cancelled.

    Any HTTP `status` but 200 is unknown, whatever the body says. So is an answer that anywhere says
    that the same return is under way: a refusal is only as sure as its text is readable.
    """
    if status != _OK:
        return UNREADABLE
    result = _result(body)
    if result is None:
        return UNREADABLE
    code = _one(result, "Sonuc")
    said = _said(result)
    if code is None or _INTEGER.fullmatch(code) is None:
        return Judgement(Verdict.UNKNOWN, None, said)
    if says(_everything(result, body), _UNDER_WAY):
        return Judgement(Verdict.UNKNOWN, code, said)
    return Judgement(_verdict(int(code)), code, said)


def _verdict(code: int) -> Verdict:
    if code > 0:
        return Verdict.DONE
    if code == _SYSTEM_ERROR:
        return Verdict.UNKNOWN
    return Verdict.CREDENTIALS_REFUSED if code in _CREDENTIALS else Verdict.REFUSED


def _result(body: str) -> etree._Element | None:
    """The one result element of this operation; None where it is missing, doubled or another's."""
    if "<!DOCTYPE" in body or "<!ENTITY" in body:
        return None  # no answer has one, so the parser never sees one
    try:
        root = etree.fromstring(body.encode(), _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None
    at = root if _name(root) == "Envelope" else None
    for name in ("Body", _RESPONSE, _RESULT):
        found = [] if at is None else [child for child in at if _name(child) == name]
        # A body with a second child, a fault perhaps, or a response with a second result contradicts itself.
        alone = at is not None and (name == "Body" or len(at) == 1)
        at = found[0] if len(found) == 1 and alone else None
    return at


def _one(result: etree._Element, name: str) -> str | None:
    """The text of a field; None when it is missing, empty, doubled, or holds elements."""
    found = [child for child in result if _name(child) == name]
    if len(found) != 1 or len(found[0]):
        return None
    text = (found[0].text or "").strip()
    return text or None


def _said(result: etree._Element) -> str | None:
    """What `Sonuc_Str` says, for a person to read: all of it, were it doubled or cut up by elements."""
    texts = ["".join(child.itertext()).strip() for child in result if _name(child) == "Sonuc_Str"]
    return " ".join(texts).strip() or None


def _everything(result: etree._Element, body: str) -> list[str]:
    """All that an answer says: as an XML reader has it, attribute by attribute, and as it came."""
    root = result.getroottree().getroot()
    attributes = [str(value) for element in root.iter() for value in element.attrib.values()]
    return ["".join(root.itertext()), "\n".join(attributes), body]


def _name(element: etree._Element) -> str:
    """The name without its namespace."""
    return str(element.tag).rpartition("}")[2]
