"""Every answer to money is exactly one of done, refused, not sent and unknown, by WIRE's tables.

The bodies are literal, and are read through the gateways themselves, from a socket.
"""

from __future__ import annotations

import gzip
import socket
import threading

import pytest

from services.domain.errors import OutcomeUnknown, Unreachable
from services.gateways.base import Verdict
from tests.services.gateways.conftest import Send
from tests.services.gateways.toy import ToyGateway, answer

DONE, REFUSED, CREDENTIALS = Verdict.DONE, Verdict.REFUSED, Verdict.CREDENTIALS_REFUSED
ADDRESS = Verdict.ADDRESS_NOT_REGISTERED
IF_NOTHING_NEW, UNKNOWN = Verdict.REFUSED_IF_NOTHING_NEW, Verdict.UNKNOWN


def void_says(code: str, status: str, reference: str = '"siparis 1|93"', more: str = "") -> str:
    """Write an answer of OrderReturnPhysical; the arguments are JSON."""
    return (
        f'{{"RETURN_CODE": {code}, "RETURN_MESSAGE": null, "STATUS": {status}, '
        f'"ORDER_REF_NUMBER": {reference}, "REFNO": "1"{more}}}'
    )


VOIDS: list[tuple[str, Verdict]] = [
    # S 000's own table
    (void_says('"0"', '"SUCCESS"'), DONE),
    (void_says('"100"', '"ERROR"'), IF_NOTHING_NEW),
    (void_says('"102"', '"AUTHENTICATION_ERROR"'), CREDENTIALS),
    (void_says('"105"', '"INSERT_ERROR"'), UNKNOWN),
    (void_says('"300"', '"ORDER_CANCEL"'), IF_NOTHING_NEW),
    (void_says('"999"', '"UNKNOWN_ERROR"'), UNKNOWN),
    # numbers for texts
    (void_says("0", '"SUCCESS"'), DONE),
    (void_says("100", '"ERROR"'), IF_NOTHING_NEW),
    (void_says("102", '"AUTHENTICATION_ERROR"'), CREDENTIALS),
    (void_says("300", '"ORDER_CANCEL"'), IF_NOTHING_NEW),
    (void_says("0.0", '"SUCCESS"'), UNKNOWN),
    (void_says("-0", '"SUCCESS"'), UNKNOWN),
    (void_says("0e0", '"SUCCESS"'), UNKNOWN),
    (void_says("false", '"SUCCESS"'), UNKNOWN),
    (void_says("true", '"SUCCESS"'), UNKNOWN),
    (void_says("[]", '"SUCCESS"'), UNKNOWN),
    (void_says("{}", '"SUCCESS"'), UNKNOWN),
    (void_says('["0"]', '"SUCCESS"'), UNKNOWN),
    (void_says("NaN", '"SUCCESS"'), UNKNOWN),
    (void_says("00", '"SUCCESS"'), UNKNOWN),
    # mixed pairs, other spellings, nothing
    (void_says('"0"', '"ERROR"'), UNKNOWN),
    (void_says('"0"', '"ORDER_CANCEL"'), UNKNOWN),
    (void_says('"100"', '"SUCCESS"'), UNKNOWN),
    (void_says('"300"', '"SUCCESS"'), UNKNOWN),
    (void_says('"102"', '"ERROR"'), UNKNOWN),
    (void_says('"100"', '"AUTHENTICATION_ERROR"'), UNKNOWN),
    (void_says('"0"', '"success"'), UNKNOWN),
    (void_says('"0"', '"Success"'), UNKNOWN),
    (void_says('"0"', '" SUCCESS"'), UNKNOWN),
    (void_says('"0"', '"SUCCESS\\u0000"'), UNKNOWN),
    (void_says('"00"', '"SUCCESS"'), UNKNOWN),
    (void_says('"0 "', '"SUCCESS"'), UNKNOWN),
    (void_says('"٠"', '"SUCCESS"'), UNKNOWN),
    (void_says('"0"', "null"), UNKNOWN),
    (void_says("null", '"SUCCESS"'), UNKNOWN),
    (void_says("null", "null"), UNKNOWN),
    (void_says('""', '""'), UNKNOWN),
    (void_says('"0"', "0"), UNKNOWN),
    (void_says('"0"', "true"), UNKNOWN),
    (void_says('"0"', '["SUCCESS"]'), UNKNOWN),
    (void_says('"1"', '"SUCCESS"'), UNKNOWN),
    (void_says('"106"', '"PAYMENT_WAITING"'), UNKNOWN),
    (void_says('"400"', '"PROCESS_QUERY"'), UNKNOWN),
    (void_says('"777"', '"SOMETHING_NEW"'), UNKNOWN),
    ('{"RETURN_CODE": "0"}', UNKNOWN),
    ('{"STATUS": "SUCCESS"}', UNKNOWN),
    ('{"return_code": "0", "status": "SUCCESS"}', UNKNOWN),
    ('{"RETURN_CODE": "100", "RETURN_CODE": "0", "STATUS": "SUCCESS"}', UNKNOWN),
    ('{"RETURN_CODE": "0", "STATUS": "ERROR", "STATUS": "SUCCESS"}', UNKNOWN),
    # the key is right, the address is not registered
    *(
        (void_says('"102"', '"AUTHENTICATION_ERROR"').replace("null", f'"{words}"', 1), ADDRESS)
        for words in (
            "10.0.0.1 IP adresinden erişim izniniz yok",
            "10.0.0.1 İP ADRESİNDEN erişim izniniz yok",
            "10.0.0.1 ıp adresınden erişim izniniz yok",
            "10.0.0.1 IP adres?nden erişim izniniz yok",
        )
    ),
    (void_says('"102"', '"ERROR"').replace("null", '"IP adresinden"', 1), UNKNOWN),
    # ProcessQuery's answer
    (void_says('"0"', '"SUCCESS"', more=', "TRANSACTIONS": []'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', more=', "TRANSACTIONS": null'), UNKNOWN),
    (void_says('"102"', '"AUTHENTICATION_ERROR"', more=', "TRANSACTIONS": null'), UNKNOWN),
    # judged as it came: redacted it would be JSON
    ('{"RETURN_CODE":"0","RETURN_MESSAGE":"guid=a\\","STATUS":"SUCCESS"}', UNKNOWN),
    # half a character
    (void_says('"0"', '"SUCCESS"', more=', "NOTE": "\\ud800"'), UNKNOWN),
    # whose answer
    (void_says('"0"', '"SUCCESS"', "null"), DONE),
    ('{"RETURN_CODE": "0", "STATUS": "SUCCESS"}', DONE),
    (void_says('"0"', '"SUCCESS"', more=', "ORDER_REF_NO": "siparis 1|93"'), DONE),
    (void_says('"0"', '"SUCCESS"', '"siparis 2|93"'), UNKNOWN),
    (void_says('"100"', '"ERROR"', '"siparis 2|93"'), UNKNOWN),
    (void_says('"102"', '"AUTHENTICATION_ERROR"', '"siparis 2|93"'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', '"siparis 1|93 "'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', '"SIPARIS 1|93"'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', '"siparis\\u00a01|93"'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', '""'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', "193"), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', '["siparis 1|93"]'), UNKNOWN),
    (void_says('"0"', '"SUCCESS"', more=', "ORDER_REF_NO": "siparis 2|93"'), UNKNOWN),
    # more than was asked for, which changes nothing
    (void_says('"0"', '"SUCCESS"', more=', "NEW": {"A": [1, null]}'), DONE),
    ("\ufeff" + void_says('"0"', '"SUCCESS"'), DONE),
    # no answer at all
    ("", UNKNOWN),
    ("null", UNKNOWN),
    ("0", UNKNOWN),
    ('"SUCCESS"', UNKNOWN),
    ("[]", UNKNOWN),
    ("{}", UNKNOWN),
    ("[" + void_says('"0"', '"SUCCESS"') + "]", UNKNOWN),
    (void_says('"0"', '"SUCCESS"')[:-1], UNKNOWN),
    (void_says('"0"', '"SUCCESS"') + "}", UNKNOWN),
    (void_says('"0"', '"SUCCESS"') * 2, UNKNOWN),
    ("<html><body>0 SUCCESS</body></html>", UNKNOWN),
    ("RETURN_CODE=0&STATUS=SUCCESS", UNKNOWN),
    ('{"A":' * 100_000, UNKNOWN),
]


def param_says(code: str, words: str = "Başarılı", before: str = "", after: str = "") -> str:
    """Write an answer of Pazaryeri_TP_Iptal_Iade as S 003 prints it; the arguments are XML."""
    return envelope(
        "<Pazaryeri_TP_Iptal_IadeResult><Durum>12</Durum><Durum_Str>Sipariş Durum Güncellendi</Durum_Str>"
        f"{before}<Sonuc>{code}</Sonuc><Sonuc_Str>{words}</Sonuc_Str>{after}</Pazaryeri_TP_Iptal_IadeResult>"
    )


def envelope(results: str) -> str:
    return body(
        '<Pazaryeri_TP_Iptal_IadeResponse xmlns="https://turkpos.com.tr/">'
        f"{results}</Pazaryeri_TP_Iptal_IadeResponse>"
    )


def body(inner: str) -> str:
    return (
        '<?xml version="1.0" encoding="utf-8"?>'
        '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/">'
        f"<soap:Body>{inner}</soap:Body></soap:Envelope>"
    )


RESULT = "Pazaryeri_TP_Iptal_IadeResult"
UNDER_WAY = "Aynı tutarda devam eden Iptal/Iade mevcut. Daha sonra tekrar deneyiniz."
FAULT = (
    "<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Object reference not set to an instance "
    "of an object.</faultstring></soap:Fault>"
)
LAUGHS = '<!DOCTYPE a [<!ENTITY a "1"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'

RETURNS: list[tuple[str, Verdict]] = [
    # WIRE's table
    (param_says("1"), DONE),
    (param_says("2"), DONE),
    (param_says("999999999"), DONE),
    (param_says("0"), REFUSED),
    (param_says("-1", "Başarısız"), REFUSED),
    (param_says("-100"), CREDENTIALS),
    (param_says("-101"), CREDENTIALS),
    (param_says("-216"), CREDENTIALS),
    (param_says("-207"), UNKNOWN),
    (param_says("-209"), REFUSED),
    (param_says("-210"), REFUSED),
    (param_says("-211"), REFUSED),
    (param_says("-212"), REFUSED),
    (param_says("-213", "İade olabilecek işlem İptal edilmek isteniyor"), REFUSED),
    (param_says("-214", "İptal olabilecek işlem İade edilmek isteniyor"), REFUSED),
    (param_says("-217"), REFUSED),
    (param_says("-218"), REFUSED),
    (param_says("-221"), REFUSED),
    (param_says("-5"), REFUSED),
    (param_says("-9999"), REFUSED),
    # one is under way, whatever the code
    (param_says("0", UNDER_WAY), UNKNOWN),
    (param_says("-1", UNDER_WAY), UNKNOWN),
    (param_says("-210", UNDER_WAY), UNKNOWN),
    (param_says("-100", UNDER_WAY), UNKNOWN),
    (param_says("1", UNDER_WAY), UNKNOWN),
    (param_says("-1", UNDER_WAY.upper()), UNKNOWN),
    (param_says("-1", UNDER_WAY.replace("I", "İ")), UNKNOWN),
    (param_says("-1", UNDER_WAY.replace("ı", "i").lower()), UNKNOWN),
    (param_says("-1", UNDER_WAY.replace(" ", "  ").replace("/", " / ")), UNKNOWN),
    (param_says("-1", UNDER_WAY.replace("ı", "Ä±")), UNKNOWN),
    (param_says("-1", f"<![CDATA[{UNDER_WAY}]]>"), UNKNOWN),
    (param_says("-1").replace("Sipariş Durum Güncellendi", UNDER_WAY), UNKNOWN),
    (param_says("-1", f"<b>{UNDER_WAY}</b>"), UNKNOWN),
    (param_says("-1", "Aynı tutarda <b>devam</b> <i><u>eden</u></i> işlem"), UNKNOWN),
    (param_says("-1", after=f"<Sonuc_Str>{UNDER_WAY}</Sonuc_Str>"), UNKNOWN),
    (param_says("-1", after=f"<Yeni><Not>{UNDER_WAY}</Not></Yeni>"), UNKNOWN),
    (param_says("-1", after=f'<Yeni not="{UNDER_WAY}"/>'), UNKNOWN),
    (param_says("-1", after=f"<!-- {UNDER_WAY} -->"), UNKNOWN),
    (param_says("-1", "devam<br/>eden"), UNKNOWN),
    (param_says("-1", "devam&lt;br/&gt;eden"), UNKNOWN),
    (param_says("-1", "devam&amp;lt;br/&amp;gt;eden"), UNKNOWN),
    (param_says("-1", "devam&amp;nbsp;eden"), UNKNOWN),
    (param_says("-1", "&#100;evam&#32;eden"), UNKNOWN),
    (param_says("-1", "&amp;#100;evam&amp;#32;eden"), UNKNOWN),
    (param_says("-1", "<![CDATA[devam <br> eden]]>"), UNKNOWN),
    (param_says("-1", "de\u200bvam\u00adeden"), UNKNOWN),
    (param_says("-1", "ＤＥＶＡＭ ＥＤＥＮ"), UNKNOWN),
    (param_says("-1", "Ayn? tutarda devam?eden ?ptal/?ade mevcut"), UNKNOWN),
    (param_says("-1", "Ayn\ufffd tutarda de\ufffdam\ufffd\ufffden"), UNKNOWN),
    (param_says("-1", before=f"<Sonuc_Str>{UNDER_WAY}</Sonuc_Str>"), UNKNOWN),
    (param_says("-1", "Devamı eden"), REFUSED),
    (param_says("-1", "Emin misiniz? Devam edin"), REFUSED),
    # a code that is none
    (param_says(""), UNKNOWN),
    (param_says(" \n "), UNKNOWN),
    (param_says("Başarılı"), UNKNOWN),
    (param_says("1.0"), UNKNOWN),
    (param_says("1,0"), UNKNOWN),
    (param_says("+1"), UNKNOWN),
    (param_says("01"), UNKNOWN),
    (param_says("-0"), UNKNOWN),
    (param_says("1e3"), UNKNOWN),
    (param_says("0x1"), UNKNOWN),
    (param_says("1 1"), UNKNOWN),
    (param_says("--1"), UNKNOWN),
    (param_says("١"), UNKNOWN),
    (param_says("true"), UNKNOWN),
    (param_says("1" * 5000), UNKNOWN),
    (param_says("<b>1</b>"), UNKNOWN),
    (param_says("1<b/>"), UNKNOWN),
    (param_says("1</Sonuc><Sonuc>-1"), UNKNOWN),
    (param_says("1</Sonuc><Sonuc>1"), UNKNOWN),
    (param_says("1").replace("<Sonuc>1</Sonuc>", ""), UNKNOWN),
    (param_says("1").replace("<Sonuc>1</Sonuc>", "<Sonuc/>"), UNKNOWN),
    (param_says("1").replace("<Sonuc>", "<sonuc>").replace("</Sonuc>", "</sonuc>"), UNKNOWN),
    (param_says("1<!-- -->0"), DONE),
    (param_says("-<!-- -->1"), REFUSED),
    (param_says("<![CDATA[-1]]>"), REFUSED),
    (param_says("&#45;1"), REFUSED),
    (param_says("\n  1\n"), DONE),
    # read by local name, in any order, with anything beside
    (envelope(f"<{RESULT}><Sonuc_Str>ok</Sonuc_Str><Sonuc>1</Sonuc></{RESULT}>"), DONE),
    (envelope(f"<{RESULT}><Sonuc>1</Sonuc></{RESULT}>"), DONE),
    (envelope(f"<{RESULT}><Sonuc>-1</Sonuc></{RESULT}>"), REFUSED),
    (param_says("1", before="<Yeni><Sonuc>-1</Sonuc></Yeni>", after="<Dekont_ID>7</Dekont_ID>"), DONE),
    (param_says("1").replace('xmlns="https://turkpos.com.tr/"', 'xmlns="https://turkpos.com.tr"'), DONE),
    (param_says("1").replace("schemas.xmlsoap.org/soap/envelope/", "www.w3.org/2003/05/soap-envelope"), DONE),
    (param_says("1").replace("<soap:Body>", "<soap:Header><A/></soap:Header><soap:Body>"), DONE),
    # another operation's, two, none
    (param_says("1").replace("Iptal_Iade", "Iptal_Iade2"), UNKNOWN),
    (param_says("1").replace("Pazaryeri_TP_Iptal_IadeResult", "TP_Islem_Iptal_Iade_Kismi2Result"), UNKNOWN),
    (param_says("1").replace("Pazaryeri_TP_Iptal_IadeResponse", "Pos_OdemeResponse"), UNKNOWN),
    (envelope(f"<{RESULT}><Sonuc>1</Sonuc></{RESULT}>" * 2), UNKNOWN),
    (envelope(f"<{RESULT}><Sonuc>1</Sonuc></{RESULT}><{RESULT}><Sonuc>-1</Sonuc></{RESULT}>"), UNKNOWN),
    (envelope(f"<{RESULT}><Sonuc>1</Sonuc></{RESULT}><Pos_OdemeResult/>"), UNKNOWN),
    (envelope(f"<{RESULT}/>"), UNKNOWN),
    (envelope(f"<{RESULT}>1</{RESULT}>"), UNKNOWN),
    (envelope(""), UNKNOWN),
    (body(""), UNKNOWN),
    (body(FAULT), UNKNOWN),
    (param_says("1").replace("</soap:Body>", f"{FAULT}</soap:Body>"), UNKNOWN),
    (param_says("1").replace("</soap:Body>", "</soap:Body><soap:Body/>"), UNKNOWN),
    (f"<{RESULT}><Sonuc>1</Sonuc></{RESULT}>", UNKNOWN),
    # hostile, or no answer at all
    (param_says("1").replace("?>", f"?>{LAUGHS}", 1), UNKNOWN),
    (param_says("&c;").replace("?>", f"?>{LAUGHS}", 1), UNKNOWN),
    (
        param_says("&x;").replace("?>", '?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>', 1),
        UNKNOWN,
    ),
    (param_says("1").replace("?>", '?><!DOCTYPE a SYSTEM "http://127.0.0.1:1/a.dtd">', 1), UNKNOWN),
    (param_says("&x;"), UNKNOWN),
    (param_says("1")[:-20], UNKNOWN),
    (param_says("1") + "<!-- -->", DONE),
    (param_says("1") * 2, UNKNOWN),
    (param_says("1").replace("utf-8", "utf-16"), DONE),  # its bytes are what counts, and they are UTF-8
    ("<a>" * 100_000, UNKNOWN),
    ("", UNKNOWN),
    ("1", UNKNOWN),
    ('{"Sonuc": 1}', UNKNOWN),
    ("<html><body><h1>403 Forbidden</h1></body></html>", UNKNOWN),
]

STATUSES = ["201 Created", "202 Accepted", "204 No Content", "302 Found", "400 Bad Request",
            "401 Unauthorized", "403 Forbidden", "404 Not Found", "408 Request Timeout",
            "429 Too Many Requests", "500 Internal Server Error", "502 Bad Gateway",
            "503 Service Unavailable"]  # fmt: skip

BROKEN = {
    "nothing": b"",
    "half a head": b"HTTP/1.1 200 OK\r\nContent-Le",
    "cut short": answer(void_says('"0"', '"SUCCESS"').encode())[:-3],
    "corrupt gzip": answer(param_says("1").encode(), "200 OK", "Content-Encoding: gzip"),
    "cut gzip": answer(gzip.compress(b"{}")[:-4], "200 OK", "Content-Encoding: gzip"),
    "too large": answer(b" " * 1024 * 1024 + param_says("1").encode()),
    "another protocol": b"220 mail.example ESMTP\r\n\r\n",
}


def test_the_tables_are_long_enough_to_be_worth_their_name() -> None:
    assert len(VOIDS) + len(RETURNS) + 2 * len(STATUSES) + 2 * len(BROKEN) >= 120


@pytest.mark.parametrize(("said", "verdict"), VOIDS)
def test_a_void(void: Send, toy: ToyGateway, said: str, verdict: Verdict) -> None:
    toy.says(answer(said.encode()))
    assert void().verdict is verdict
    assert len(toy.received) == 1


@pytest.mark.parametrize(("said", "verdict"), RETURNS)
def test_a_return(give_back: Send, toy: ToyGateway, said: str, verdict: Verdict) -> None:
    toy.says(answer(said.encode()))
    assert give_back().verdict is verdict
    assert len(toy.received) == 1


@pytest.mark.parametrize("status", STATUSES)
def test_any_status_but_200_is_unknown_whatever_the_body_says(
    void: Send, give_back: Send, toy: ToyGateway, status: str
) -> None:
    toy.says_and_hangs_up(answer(void_says('"0"', '"SUCCESS"').encode(), status))
    assert void().verdict is UNKNOWN
    toy.says_and_hangs_up(answer(param_says("1").encode(), status))
    assert give_back().verdict is UNKNOWN
    assert len(toy.received) == 2


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN)
def test_an_answer_that_breaks_on_the_way_is_unknown(
    void: Send, give_back: Send, toy: ToyGateway, raw: bytes
) -> None:
    toy.says_and_hangs_up(raw)
    for send in (void, give_back):
        with pytest.raises(OutcomeUnknown):
            send()
    assert len(toy.received) == 2


@pytest.mark.parametrize("encoding", ["utf-16", "iso-8859-9"])
def test_an_answer_that_is_no_utf_8_is_unknown(
    void: Send, give_back: Send, toy: ToyGateway, encoding: str
) -> None:
    toy.says(answer(void_says('"0"', '"SUCCESS"', more=', "NOTE": "ş"').encode(encoding)))
    assert void().verdict is UNKNOWN
    toy.says(answer(param_says("1").encode(encoding)))
    assert give_back().verdict is UNKNOWN


def test_what_found_nobody_was_not_sent(void: Send, give_back: Send, toy: ToyGateway) -> None:
    toy.close()
    for send in (void, give_back):
        with pytest.raises(Unreachable):
            send()


def test_code_and_words_are_handed_on_as_they_came(void: Send, give_back: Send, toy: ToyGateway) -> None:
    toy.says(answer(b'{"RETURN_CODE": 100, "STATUS": "ERROR", "RETURN_MESSAGE": "51-Limit <b>Yetersiz</b>"}'))
    voided = void()
    assert (voided.code, voided.text) == ("100", "51-Limit <b>Yetersiz</b>")
    toy.says(answer(param_says("-4242", "Yeni bir &lt;hata&gt;").encode()))
    returned = give_back()
    assert (returned.code, returned.text) == ("-4242", "Yeni bir <hata>")
    assert "-4242" in returned.exchange.body


def beside(first: str) -> dict[str, bytes]:
    """An answer, and bytes that belong to no question."""
    whole = answer(first.encode())
    packed = gzip.compress(first.encode())
    return {
        "the answer twice": whole * 2,
        "another answer": whole + answer(b"{}"),
        "more than its length": whole + b"}",
        "spaces": whole + b"  ",
        "a second member": answer(packed + gzip.compress(b"{}"), "200 OK", "Content-Encoding: gzip"),
        "bytes behind a member": answer(packed + b"x", "200 OK", "Content-Encoding: gzip"),
        "behind the last chunk": (
            f"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{len(first.encode()):x}\r\n{first}\r\n"
            f"0\r\n\r\n{first}"
        ).encode(),
    }


@pytest.mark.parametrize("raw", beside(void_says('"0"', '"SUCCESS"')).values(), ids=beside(""))
def test_a_void_answered_with_more_than_an_answer_is_unknown_and_keeps_the_first(
    void: Send, toy: ToyGateway, raw: bytes
) -> None:
    toy.says(raw)
    voided = void()
    assert voided.verdict is UNKNOWN
    assert voided.exchange.body == void_says('"0"', '"SUCCESS"')


@pytest.mark.parametrize("raw", beside(param_says("-1")).values(), ids=beside(""))
def test_a_return_answered_with_more_than_an_answer_is_unknown(
    give_back: Send, toy: ToyGateway, raw: bytes
) -> None:
    toy.says(raw)
    assert give_back().verdict is UNKNOWN


def test_an_empty_line_behind_an_answer_is_nothing(void: Send, toy: ToyGateway) -> None:
    toy.says(answer(void_says('"0"', '"SUCCESS"').encode()) + b"\r\n")
    assert void().verdict is DONE


def test_what_comes_behind_an_answer_in_a_packet_of_its_own_counts_too(void: Send, toy: ToyGateway) -> None:
    said = answer(void_says('"0"', '"SUCCESS"').encode())

    def act(line: socket.socket, _: threading.Event) -> None:
        line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        line.sendall(said[:-1])
        line.sendall(said[-1:] + said)

    toy.does(act)
    assert void().verdict is UNKNOWN


@pytest.mark.parametrize("words", ["4oK26hK8MOXrIV1bzTRVPA==", "guid=abc"])
def test_what_is_judged_as_it_came_leaves_redacted(void: Send, toy: ToyGateway, words: str) -> None:
    toy.says(answer(f'{{"RETURN_CODE": "{words}", "STATUS": "ERROR", "RETURN_MESSAGE": "{words}"}}'.encode()))
    voided = void()
    assert words not in repr(voided)
    assert "***" in str(voided.text)
    assert "***" in str(voided.code)
