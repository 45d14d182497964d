"""No secret leaves by any spelling."""

from __future__ import annotations

import json
from html import escape
from urllib.parse import quote, quote_plus

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.account import EsnekPosSecrets, ParamSecrets
from services.gateways.redaction import HIDDEN, Redactor

KEY = "4oK26hK8MOXrIV1bzTRVPA=="
ODD = "pa\"s<s>&'wörd/+ ş"
PARAM = ParamSecrets(username="Test", password="Test", guid="0c13d406-873b-403b-9c09-a5766840d98c")


@pytest.mark.parametrize(
    "text",
    [
        f"Invalid key {KEY}!",
        f'{{"note": "{KEY}"}}',
        '{"note": "4oK26hK8MOXrIV1bzTRVPA\\u003d\\u003D"}',
        f"<p>{KEY.replace('=', '&#61;')}</p>",
        f"<p>{KEY.replace('=', '&#x3d;')}</p>",
        f"/x?key={quote(KEY, safe='')}&y=1",
        KEY.upper(),
        KEY.rstrip("="),
        KEY[:-2] + "**",
        f"/x?key={quote(quote(KEY, safe=''), safe='')}&y=1",
        f"<p>{escape(KEY.replace('=', '&#61;'))}</p>",
        "".join(f"\\u{ord(sign):04x}" for sign in KEY),
        json.dumps({"note": "".join(f"\\u{ord(sign):04X}" for sign in KEY)}),
        '{"note": "' + "".join(f"\\u{ord(sign):04x}" for sign in KEY) + '"}',
        f'{{"{KEY}": 1}}',
    ],
)
def test_the_key_is_hidden_however_it_is_spelled(text: str) -> None:
    cleaned = Redactor(EsnekPosSecrets(merchant_key=KEY))(text)
    assert HIDDEN in cleaned
    assert "4ok26hk8moxriv1bztrvpa" not in cleaned.lower()


@pytest.mark.parametrize(
    "spelled",
    [
        ODD,
        escape(ODD),
        escape(ODD, quote=False),
        quote(ODD, safe=""),
        quote_plus(ODD),
        json.dumps(ODD)[1:-1],
        json.dumps(ODD, ensure_ascii=False)[1:-1],
        json.dumps(ODD)[1:-1].replace("/", "\\/"),
        escape(json.dumps(ODD)[1:-1]),
    ],
)
def test_a_password_of_odd_signs_is_hidden_however_it_is_spelled(spelled: str) -> None:
    secrets = ParamSecrets(username="u", password=ODD, guid="g" * 36)
    assert Redactor(secrets)(f"before {spelled} after") == f"before {HIDDEN} after"


@given(
    st.text(min_size=8, max_size=20, alphabet=st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"])),
    st.text(max_size=20),
    st.sampled_from([str, escape, quote, quote_plus, lambda text: json.dumps(text)[1:-1]]),
)
def test_any_secret_is_hidden_in_any_spelling(secret: str, around: str, spell: object) -> None:
    assert callable(spell)
    cleaned = Redactor(EsnekPosSecrets(merchant_key=secret))(around + "|" + spell(secret) + "|" + around)
    assert "|" + spell(secret) + "|" not in cleaned
    assert HIDDEN in cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ('{"MERCHANT_KEY": "short", "A": 1}', '{"MERCHANT_KEY": "***", "A": 1}'),
        ('{"merchant_key":"a\\"b","A":1}', '{"merchant_key":"***","A":1}'),
        ('{"MERCHANT_KEY": 12345, "A": 1}', '{"MERCHANT_KEY": "***", "A": 1}'),
        ('{"GUID": null}', '{"GUID": "***"}'),
        ('{"said": "{\\"MERCHANT_KEY\\": \\"short\\"}"}', '{"said": "{\\"MERCHANT_KEY\\": \\"***\\"}"}'),
        ('{"MERCHANT_KEY": "cut off', '{"MERCHANT_KEY": "***'),
        ('{"MERCHANT_KEY": "cut \\"off", "A": 1', '{"MERCHANT_KEY": "***", "A": 1'),
        ('{"MERCHANT_KEY": {"a": ["x"]}, "A": 1}', '{"MERCHANT_KEY": "***", "A": 1}'),
        ('{"\\u004dERCHANT_KEY": "short"}', '{"\\u004dERCHANT_KEY": "***"}'),
        ('{"\\u004dERCHANT_KEY": "short"', '{"\\u004dERCHANT_KEY": "***"'),
        ("merchant%5Fkey=short&a=1", "merchant%5Fkey=***&a=1"),
        ('<a guid="short" b="1"/>', '<a guid="***" b="1"/>'),
        ("{&quot;GUID&quot;: &quot;short&quot;, 1}", "{&quot;GUID&quot;: &quot;***&quot;, 1}"),
        ("<p>Hata:guid yok</p>", "<p>Hata:guid yok</p>"),
        (
            "<CLIENT_PASSWORD>Test</CLIENT_PASSWORD><A>Test</A>",
            "<CLIENT_PASSWORD>***</CLIENT_PASSWORD><A>Test</A>",
        ),
        ('<n:GUID a="b">x</n:GUID>', '<n:GUID a="b">***</n:GUID>'),
        ("<PYSiparis_GUID>A4683F02</PYSiparis_GUID>", "<PYSiparis_GUID>A4683F02</PYSiparis_GUID>"),
        ("<CLIENT_USERNAME>Te", "<CLIENT_USERNAME>***"),
        (
            "&lt;CLIENT_PASSWORD&gt;Test&lt;/CLIENT_PASSWORD&gt;",
            "&lt;CLIENT_PASSWORD&gt;***&lt;/CLIENT_PASSWORD&gt;",
        ),
        ("MERCHANT=TEST1234&MERCHANT_KEY=short&A=1", "MERCHANT=TEST1234&MERCHANT_KEY=***&A=1"),
        ("<CLIENT_CODE>10738</CLIENT_CODE>", "<CLIENT_CODE>10738</CLIENT_CODE>"),
    ],
)
def test_a_secret_field_is_hidden_by_its_name_and_identifiers_stay(text: str, cleaned: str) -> None:
    assert Redactor()(text) == cleaned


def test_a_word_that_happens_to_be_a_short_secret_stays() -> None:
    assert Redactor(PARAM)("Test ortamı") == "Test ortamı"


def test_what_holds_secrets_shows_none() -> None:
    assert KEY not in repr(Redactor(EsnekPosSecrets(merchant_key=KEY)))
    assert KEY not in str(vars(EsnekPosSecrets)) + repr(EsnekPosSecrets(merchant_key=KEY))
