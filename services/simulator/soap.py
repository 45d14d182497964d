"""Envelopes as Param's service writes them, and as it should not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from html import escape

from services.simulator.faults import Fault

NAMESPACE = "https://turkpos.com.tr/"
OPERATION = "Pazaryeri_TP_Iptal_Iade"

_DECLARATION = '<?xml version="1.0" encoding="utf-8"?>'


class Soap(Enum):
    """The two versions, which differ in namespace, content type and the shape of a fault."""

    V1_1 = ("http://schemas.xmlsoap.org/soap/envelope/", "text/xml")
    V1_2 = ("http://www.w3.org/2003/05/soap-envelope", "application/soap+xml")

    def __init__(self, envelope: str, mimetype: str) -> None:
        self.envelope = envelope
        self.mimetype = mimetype
        self.content_type = f"{mimetype}; charset=utf-8"


@dataclass(frozen=True, slots=True)
class Result:
    """The four fields of an answer; None leaves one out."""

    sonuc: str | None
    sonuc_str: str | None
    durum: str | None = None
    durum_str: str | None = None

    @property
    def fields(self) -> list[tuple[str, str]]:
        """The elements that are there, in the order of S 003."""
        all_four = (
            ("Durum", self.durum),
            ("Durum_Str", self.durum_str),
            ("Sonuc", self.sonuc),
            ("Sonuc_Str", self.sonuc_str),
        )
        return [(name, text) for name, text in all_four if text is not None]


def result_body(soap: Soap, result: Result) -> bytes:
    """Write an answer, line for line as S 003 has it."""
    return _envelope(soap, _response(_result(result.fields)))


def fault_body(soap: Soap, who: str, words: str) -> bytes:
    """Write a SOAP fault; `who` is to blame, ``Client`` or ``Server``."""
    said = escape(words, quote=False)
    if soap is Soap.V1_1:
        inner = f"<faultcode>soap:{who}</faultcode><faultstring>{said}</faultstring><detail />"
    else:
        code = {"Client": "Sender", "Server": "Receiver"}[who]
        inner = (
            f"<soap:Code><soap:Value>soap:{code}</soap:Value></soap:Code>"
            f'<soap:Reason><soap:Text xml:lang="en">{said}</soap:Text></soap:Reason><soap:Detail />'
        )
    return _envelope(soap, f"<soap:Fault>{inner}</soap:Fault>")


def spoilt_body(fault: Fault, soap: Soap, result: Result) -> bytes:
    """Write an answer under a fault; one that concerns the line leaves it alone."""
    change = _CHANGES.get(fault)
    return result_body(soap, result) if change is None else change(soap, result)


def wsdl(address: str) -> bytes:
    """Write the service's description, of the one operation that is simulated.

    Args:
        address: What it gives as `soap:address`: a client that believes it takes the password there.
    """
    return _WSDL.format(address=escape(address)).encode()


def _envelope(soap: Soap, inner: str, doctype: str = "") -> bytes:
    return (
        f"{_DECLARATION}{doctype} "
        '<soap:Envelope xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
        f'xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:soap="{soap.envelope}">\n'
        f"<soap:Body>\n{inner}\n</soap:Body>\n</soap:Envelope>"
    ).encode()


def _response(inner: str, operation: str = OPERATION) -> str:
    return f'<{operation}Response xmlns="{NAMESPACE}">\n{inner}\n</{operation}Response>'


def _result(fields: list[tuple[str, str]], operation: str = OPERATION) -> str:
    inner = "\n".join(f"<{name}>{escape(text, quote=False)}</{name}>" for name, text in fields)
    return f"<{operation}Result>\n{inner}\n</{operation}Result>"


def _wrong_types(soap: Soap, result: Result) -> bytes:
    return _envelope(soap, _response(_result(Result("evet", "1", result.durum).fields)))


def _no_code(soap: Soap, result: Result) -> bytes:
    return result_body(soap, Result(None, result.sonuc_str, result.durum, result.durum_str))


def _entities(soap: Soap, result: Result) -> bytes:
    honest = _response(_result(result.fields))
    return _envelope(
        soap,
        honest.replace(f"<Sonuc>{result.sonuc}</Sonuc>", "<Sonuc>&sonuc;</Sonuc>"),
        f'<!DOCTYPE Envelope [<!ENTITY sonuc "{result.sonuc}">]>',
    )


def _two_results(soap: Soap, result: Result) -> bytes:
    other = Result("-1", "Başarısız")
    return _envelope(soap, _response(f"{_result(result.fields)}\n{_result(other.fields)}"))


def _another_operation(soap: Soap, result: Result) -> bytes:
    other = "Pazaryeri_TP_Siparis_Onay"
    return _envelope(soap, _response(_result(result.fields, other), other))


def _unexpected_element(soap: Soap, result: Result) -> bytes:
    fields = [("Banka_Sonuc_Kod", "00"), *reversed(result.fields)]
    return _envelope(soap, _response(_result(fields)))


_CHANGES: dict[Fault, Callable[[Soap, Result], bytes]] = {
    Fault.WRONG_TYPES: _wrong_types,
    Fault.NO_CODE: _no_code,
    Fault.ENTITIES: _entities,
    Fault.TWO_RESULTS: _two_results,
    Fault.ANOTHER_OPERATION: _another_operation,
    Fault.UNEXPECTED_ELEMENT: _unexpected_element,
}

_WSDL = f"""{_DECLARATION}
<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:tns="{NAMESPACE}"
    xmlns:s="http://www.w3.org/2001/XMLSchema" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"
    xmlns:soap12="http://schemas.xmlsoap.org/wsdl/soap12/" targetNamespace="{NAMESPACE}">
  <wsdl:types>
    <s:schema elementFormDefault="qualified" targetNamespace="{NAMESPACE}">
      <s:element name="{OPERATION}">
        <s:complexType><s:sequence>
          <s:element minOccurs="0" maxOccurs="1" name="G" type="tns:ST_WS_Guvenlik" />
          <s:element minOccurs="0" maxOccurs="1" name="PYSiparis_GUID" type="s:string" />
          <s:element minOccurs="0" maxOccurs="1" name="GUID" type="s:string" />
          <s:element minOccurs="0" maxOccurs="1" name="Durum" type="s:string" />
          <s:element minOccurs="0" maxOccurs="1" name="Siparis_ID" type="s:string" />
          <s:element minOccurs="1" maxOccurs="1" name="SiparisTutar" type="s:double" />
          <s:element minOccurs="1" maxOccurs="1" name="OdenecekTutar" type="s:double" />
        </s:sequence></s:complexType>
      </s:element>
      <s:complexType name="ST_WS_Guvenlik"><s:sequence>
        <s:element minOccurs="1" maxOccurs="1" name="CLIENT_CODE" type="s:int" />
        <s:element minOccurs="0" maxOccurs="1" name="CLIENT_USERNAME" type="s:string" />
        <s:element minOccurs="0" maxOccurs="1" name="CLIENT_PASSWORD" type="s:string" />
      </s:sequence></s:complexType>
      <s:element name="{OPERATION}Response">
        <s:complexType><s:sequence>
          <s:element minOccurs="0" maxOccurs="1" name="{OPERATION}Result" type="tns:ST_Sonuc" />
        </s:sequence></s:complexType>
      </s:element>
      <s:complexType name="ST_Sonuc"><s:sequence>
        <s:element minOccurs="0" maxOccurs="1" name="Durum" type="s:string" />
        <s:element minOccurs="0" maxOccurs="1" name="Durum_Str" type="s:string" />
        <s:element minOccurs="0" maxOccurs="1" name="Sonuc" type="s:string" />
        <s:element minOccurs="0" maxOccurs="1" name="Sonuc_Str" type="s:string" />
      </s:sequence></s:complexType>
    </s:schema>
  </wsdl:types>
  <wsdl:message name="{OPERATION}SoapIn">
    <wsdl:part name="parameters" element="tns:{OPERATION}" />
  </wsdl:message>
  <wsdl:message name="{OPERATION}SoapOut">
    <wsdl:part name="parameters" element="tns:{OPERATION}Response" />
  </wsdl:message>
  <wsdl:portType name="Service_PazaryeriSoap">
    <wsdl:operation name="{OPERATION}">
      <wsdl:input message="tns:{OPERATION}SoapIn" />
      <wsdl:output message="tns:{OPERATION}SoapOut" />
    </wsdl:operation>
  </wsdl:portType>
  <wsdl:binding name="Service_PazaryeriSoap" type="tns:Service_PazaryeriSoap">
    <soap:binding transport="http://schemas.xmlsoap.org/soap/http" />
    <wsdl:operation name="{OPERATION}">
      <soap:operation soapAction="{NAMESPACE}{OPERATION}" style="document" />
      <wsdl:input><soap:body use="literal" /></wsdl:input>
      <wsdl:output><soap:body use="literal" /></wsdl:output>
    </wsdl:operation>
  </wsdl:binding>
  <wsdl:service name="Service_Pazaryeri">
    <wsdl:port name="Service_PazaryeriSoap" binding="tns:Service_PazaryeriSoap">
      <soap:address location="{{address}}" />
    </wsdl:port>
  </wsdl:service>
</wsdl:definitions>
"""
