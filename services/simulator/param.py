"""Param as it answers: Pazaryeri_TP_Iptal_Iade (S 003), SOAP 1.1 and 1.2."""

from __future__ import annotations

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial

from lxml import etree
from werkzeug.http import parse_options_header
from werkzeug.wrappers import Request

from services.domain.clock import Clock
from services.domain.money import Money
from services.simulator.book import Book
from services.simulator.entries import GiveBack, Verb
from services.simulator.faults import Fault, Operation, Struck
from services.simulator.line import HOST
from services.simulator.merchants import ParamMerchant
from services.simulator.replies import Reply, page
from services.simulator.soap import (
    NAMESPACE,
    OPERATION,
    Result,
    Soap,
    fault_body,
    result_body,
    spoilt_body,
    wsdl,
)

SERVICE = "/turkpos.ws/service_pazaryeri.asmx"

_ACTION = f"{NAMESPACE}{OPERATION}"
_FIELDS = ("G", "PYSiparis_GUID", "GUID", "Durum", "Siparis_ID", "SiparisTutar", "OdenecekTutar")
_CREDENTIALS = ("CLIENT_CODE", "CLIENT_USERNAME", "CLIENT_PASSWORD")
_WORDS = {
    -100: "Üye işyeri bilgileri hatalı",
    -101: "Güvenlik bilgileri hatalı",
    -207: "Sistem hatası",
    -210: "İptal/İade edilebilecek işlem bulunamadı",
    -211: "İşlem daha önce iptal edilmiş",
    -212: "İşlem daha önce iade edilmiş",
    -213: "İade olabilecek işlem İptal edilmek isteniyor",
    -214: "İptal olabilecek işlem İade edilmek isteniyor",
    -216: "GUID hatalı",
    -217: "Tutar hatalı",
    -218: "Odenecek tutar ürün tutarından büyük olamaz",
    -221: "İade edilebilecek tutardan fazla tutar gönderildi",
    -999: "Tanımsız sonuç",
}
_UNDER_WAY = "Aynı tutarda devam eden Iptal/Iade mevcut. Daha sonra tekrar deneyiniz."
_UNREADABLE = "Server was unable to read request. ---> Input string was not in a correct format."
_NULL_REFERENCE = (
    "Server was unable to process request. ---> Object reference not set to an instance of an object."
)


class _Unreadable(ValueError):
    """The request is no request; the words of the SOAP fault that says so."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A request as its elements say, nothing checked yet."""

    client: tuple[str, str, str]
    guid: str
    order_guid: str
    verb: str
    siparis_id: str
    amount: Decimal
    payable: Decimal


class Param:
    """The marketplace service of Param over a book. Safe from any thread."""

    def __init__(self, book: Book, merchant: ParamMerchant, clock: Clock) -> None:
        self._book = book
        self._merchant = merchant
        self._clock = clock

    def operation(self, request: Request) -> Operation | None:
        """Return what a request is for; None if it is none of ours."""
        if request.path != SERVICE:
            return None
        return Operation.MOVE if request.method == "POST" else Operation.ASK

    def reply(self, request: Request, operation: Operation, struck: Struck | None) -> Reply:
        """Answer a request; a fault that concerns what the answer says is worked in."""
        if operation is Operation.ASK:
            return _about(request)
        soap = _version(request)
        if soap is None:
            return page(415, "415 - Unsupported media type.")
        try:
            asked = _read(request, soap)
        except _Unreadable as unreadable:
            return Reply(fault_body(soap, "Client", str(unreadable)), soap.content_type, 500)
        result, ending = self._carry_out(asked, struck)
        if struck is not None and struck.fault is Fault.SOAP_FAULT:
            body = fault_body(soap, "Server", _NULL_REFERENCE)
            return Reply(body, soap.content_type, 500, ending=ending)
        body = spoilt_body(struck.fault, soap, result) if struck else result_body(soap, result)
        return Reply(body, soap.content_type, ending=ending)

    def _carry_out(
        self, asked: _Asked, struck: Struck | None
    ) -> tuple[Result, tuple[Callable[[], None], ...]]:
        self._book.note_request(asked.siparis_id)
        if (sonuc := self._who(asked)) != 1:
            return _refused(sonuc), ()
        if asked.verb not in tuple(Verb):
            return Result("-1", "Durum IPTAL ya da IADE olmalıdır"), ()
        amount, payable = _money(asked.amount), _money(asked.payable)
        if amount is None or payable is None:
            return _refused(-217), ()
        wanted = GiveBack(asked.siparis_id, asked.order_guid, Verb(asked.verb), amount, payable)
        if not self._book.begin(wanted):
            return Result("-1", _UNDER_WAY), ()
        booked = struck is None or struck.booked
        sonuc = self._book.give_back(wanted, self._clock.now(), booked=booked)
        result = _done(wanted) if sonuc == 1 else _refused(sonuc)
        return _said(struck, result), (partial(self._book.finish, wanted),)

    def _who(self, asked: _Asked) -> int:
        code, username, password = asked.client
        known = self._merchant
        if code != known.client_code:
            return -100
        if username != known.username or not hmac.compare_digest(password.encode(), known.password.encode()):
            return -101
        return 1 if hmac.compare_digest(asked.guid.upper().encode(), known.guid.upper().encode()) else -216


def _about(request: Request) -> Reply:
    if request.method not in ("GET", "HEAD"):
        return page(405, "405 - HTTP verb used to access this page is not allowed.")
    if request.query_string.lower() == b"wsdl":
        # Its own address, not the real service's: a foreign client that believes it keeps its password here.
        here = f"http://{HOST}:{request.environ['SERVER_PORT']}{SERVICE}"
        return Reply(wsdl(here), "text/xml; charset=utf-8")
    return page(200, "Service_Pazaryeri Web Service", f"The following operations are supported: {OPERATION}")


def _version(request: Request) -> Soap | None:
    return next((one for one in Soap if one.mimetype == request.mimetype), None)


def _read(request: Request, soap: Soap) -> _Asked:
    action = request.headers.get("SOAPAction", "").strip('"')
    if soap is Soap.V1_2:
        action = parse_options_header(request.headers["Content-Type"])[1].get("action", _ACTION)
    if action != _ACTION:
        raise _Unreadable(f"Server did not recognize the value of HTTP Header SOAPAction: {action}.")
    call = _call(request.get_data(), soap)
    fields = _children(call, _FIELDS)
    credentials = _children(fields["G"], _CREDENTIALS)
    code, username, password = (_text(credentials[name]) for name in _CREDENTIALS)
    if not code.strip().lstrip("-").isdecimal():
        raise _Unreadable(_UNREADABLE)
    return _Asked(
        client=(code.strip(), username, password),
        guid=_text(fields["GUID"]),
        order_guid=_text(fields["PYSiparis_GUID"]),
        verb=_text(fields["Durum"]),
        siparis_id=_text(fields["Siparis_ID"]),
        amount=_double(_text(fields["SiparisTutar"])),
        payable=_double(_text(fields["OdenecekTutar"])),
    )


def _call(body: bytes, soap: Soap) -> etree._Element:
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(body, parser)
    except etree.XMLSyntaxError as broken:
        raise _Unreadable("Server was unable to read request. ---> There is an error in XML.") from broken
    if root.getroottree().docinfo.doctype:
        raise _Unreadable("Server was unable to read request. ---> For security reasons DTD is prohibited.")
    calls = root.findall(f"{{{soap.envelope}}}Body/{{{NAMESPACE}}}{OPERATION}")
    if root.tag != f"{{{soap.envelope}}}Envelope" or len(calls) != 1:
        raise _Unreadable("Server was unable to read request. ---> There is no such operation.")
    return calls[0]


def _children(parent: etree._Element, names: tuple[str, ...]) -> dict[str, etree._Element]:
    """Return the children, all of them and in this order: the service's serializer skips what is not."""
    found = list(parent.iterchildren(tag=etree.Element))
    if [one.tag for one in found] != [f"{{{NAMESPACE}}}{name}" for name in names]:
        raise _Unreadable(_UNREADABLE)
    return dict(zip(names, found, strict=True))


def _text(element: etree._Element) -> str:
    return element.text or ""


def _double(text: str) -> Decimal:
    """Read an ``xs:double`` to the last digit that was sent, NaN and INF included."""
    try:
        return Decimal(text.strip().replace("INF", "Infinity"))
    except InvalidOperation as unreadable:
        raise _Unreadable(_UNREADABLE) from unreadable


def _money(amount: Decimal) -> Money | None:
    if not amount.is_finite() or amount < 0:
        return None
    kurus = amount.scaleb(2)
    return Money(int(kurus)) if kurus == kurus.to_integral_value() else None


def _done(wanted: GiveBack) -> Result:
    if wanted.amount:
        return Result("1", "Başarılı", "12", "Sipariş Durum Güncellendi")
    if wanted.verb is Verb.IPTAL:
        return Result("1", "Başarılı", "12", "İptal Edildi")
    return Result("1", "Başarılı", "13", "İade Edildi")


def _refused(sonuc: int) -> Result:
    return Result(str(sonuc), _WORDS[sonuc])


def _said(struck: Struck | None, result: Result) -> Result:
    """Return the result as a fault that answers another code has it."""
    match struck.fault if struck else None:
        case Fault.SYSTEM_ERROR:
            return _refused(-207)
        case Fault.UNLISTED_CODE:
            return _refused(-999)
        case Fault.UNDER_WAY:
            return Result("-1", _UNDER_WAY)
        case _:
            return result
