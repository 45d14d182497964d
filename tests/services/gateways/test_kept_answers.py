"""What is kept of an answer can be read again as the same payment, whatever the key is; and holds no key."""

from __future__ import annotations

import json
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from services.domain.account import Account, EsnekPosSecrets
from services.domain.errors import AddressNotRegistered, BadReply, CredentialsRefused, Refused
from services.domain.evidence import differences
from services.gateways.esnekpos import EsnekPos
from services.gateways.esnekpos_wire import is_own_word, read_payment
from services.gateways.redaction import Redactor
from tests.services.gateways.conftest import KEY, REFERENCE
from tests.services.gateways.toy import ToyGateway, answer

SALE = {
    "ORDER_REF_NUMBER": "Kasa 1 / 000042|merkez",
    "STATUS": "SUCCESS",
    "RETURN_CODE": "0",
    "RETURN_MESSAGE": "İşlem başarılı",
    "DATE": "19.04.2020 18:40:00",
    "PAYMENT_DATE": "19.04.2020 18:34:35",
    "REFNO": "10203040506",
    "AMOUNT": "12345678,00",
    "PHYSICAL_POS_TITLE": "Merkez Mağaza 4oK26hK8MOXrIV1bzTRVPA",
    "KASA NUMARASI": "Kasa 1 / 000042",
    "TRANSACTIONS": [
        {
            "TRANSACTION_ID": 123456789,
            "STATUS_NAME": "Ödeme - Başarılı",
            "STATUS_ID": 3,
            "AMOUNT": "12345678,00",
            "DATE": "19.04.2020 18:34:35",
            "SUB_MERCHANT_DETAILS": [{"EXTERNAL_ID": "satici-0001", "AMOUNT": "12000000,00"}],
        },
        {"TRANSACTION_ID": "iade 12345678", "STATUS_NAME": "İade - Başarılı", "AMOUNT": "345678,00"},
    ],
}
BODY = json.dumps(SALE, ensure_ascii=False)
NAMED = str(SALE["ORDER_REF_NUMBER"])


@st.composite
def parts_of_the_answer(draw: st.DrawFn) -> str:
    begin = draw(st.integers(0, len(BODY) - 8))
    return BODY[begin : begin + draw(st.integers(8, 30))]


@settings(max_examples=300, deadline=None)
@given(parts_of_the_answer())
def test_any_part_of_an_answer_may_be_the_key(key: str) -> None:
    redact = Redactor(EsnekPosSecrets(merchant_key=key), own=is_own_word)

    came, kept = read_payment(BODY, NAMED), read_payment(redact(BODY), NAMED, kept=True)

    assert came is not None
    assert kept is not None
    assert (kept.amount, kept.sold_at, kept.state, kept.reference) == (
        came.amount,
        came.sold_at,
        came.state,
        came.reference,
    )
    assert [(one.status, one.amount) for one in kept.movements] == [
        (one.status, one.amount) for one in came.movements
    ]


@pytest.mark.parametrize("key", ["000042|merkez", "Kasa 1 / 000042", "Merkez Mağaza", "iade 12345678"])
def test_a_key_that_stands_in_a_sale_leaves_it_readable_for_ever(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account, key: str
) -> None:
    toy.says(answer(BODY.encode()))

    queried = esnekpos.query(shop, EsnekPosSecrets(merchant_key=key), NAMED)

    assert queried.payment is not None
    again = esnekpos.read(queried.exchange.body, NAMED)
    assert again == queried.payment
    assert differences(queried.payment, again) == ()
    assert key not in queried.exchange.body


def test_two_names_that_hold_the_key_stay_two() -> None:
    said = f'{{"{KEY.merchant_key}": 1, "{KEY.merchant_key} b": 2, "{KEY.merchant_key.lower()}": 3}}'
    names = [name for name, _ in json.loads(Redactor(KEY)(said), object_pairs_hook=list)]
    assert max(Counter(names).values()) == 1


def test_what_is_no_json_is_judged_as_it_came(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    said = '{"RETURN_CODE":"0","RETURN_MESSAGE":"guid=a\\","STATUS":"SUCCESS","TRANSACTIONS":[]}'
    toy.says(answer(said.encode()))
    with pytest.raises(BadReply):
        esnekpos.query(shop, KEY, REFERENCE)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Kimlik doğrulama hatası", CredentialsRefused),
        ("10.0.0.1 IP adresinden erişim izniniz yok", AddressNotRegistered),
        ("10.0.0.1 ip adresınden erişim izniniz yok", AddressNotRegistered),
        (f"{KEY.merchant_key} hatalı", CredentialsRefused),
    ],
)
def test_a_refused_query_says_what_is_wrong_and_keeps_the_gateways_words(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account, words: str, kind: type[Refused]
) -> None:
    said = {"RETURN_CODE": "102", "STATUS": "AUTHENTICATION_ERROR", "RETURN_MESSAGE": words}
    toy.says(answer(json.dumps(said).encode()))
    with pytest.raises(Refused) as refused:
        esnekpos.query(shop, KEY, REFERENCE)
    assert type(refused.value) is kind
    assert refused.value.text == words.replace(KEY.merchant_key, "***")
    assert refused.value.__context__ is None


@pytest.mark.parametrize(
    "change",
    [
        {"AMOUNT": "10.000.000.000.000,00"},
        {"AMOUNT": "999.999.999.999.999,99"},
        {"TRANSACTIONS": [_ := {"TRANSACTION_ID": "1", "STATUS_ID": "5", "AMOUNT": "9999999999999,99"}, _]},
        {"PHYSICAL_POS_TITLE": "\ud800"},
        {"NEW": {"a": ["\udfff"]}},
        {"NEW\ud800": 1},
    ],
)
def test_what_no_column_takes_is_no_answer(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account, change: dict[str, object]
) -> None:
    toy.says(answer(json.dumps({**SALE, **change}).encode()))
    with pytest.raises(BadReply):
        esnekpos.query(shop, KEY, NAMED)


def test_the_largest_amount_is_one(esnekpos: EsnekPos, toy: ToyGateway, shop: Account) -> None:
    toy.says(answer(json.dumps({**SALE, "AMOUNT": "9.999.999.999.999,99"}).encode()))
    payment = esnekpos.query(shop, KEY, NAMED).payment
    assert payment is not None
    assert payment.charged is not None
    assert payment.charged.kurus == 999_999_999_999_999


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=300) | st.text(alphabet='{}[]":,\\ud80ab0', max_size=200).map(str.encode))
def test_what_is_kept_of_any_bytes_can_be_stored(body: bytes) -> None:
    text = body.decode("utf-8", "replace")
    Redactor(KEY, own=is_own_word)(text).encode()


@pytest.mark.parametrize("fresh", [False, True])
def test_bytes_behind_an_answer_spoil_it_and_never_the_next(
    esnekpos: EsnekPos,
    toy: ToyGateway,
    shop: Account,
    fresh: bool,  # noqa: FBT001  a table's column
) -> None:
    stale = answer(json.dumps({**SALE, "AMOUNT": "1,00"}).encode())
    toy.says(answer(BODY.encode()) + stale)
    with pytest.raises(BadReply):
        esnekpos.query(shop, KEY, NAMED, fresh=fresh)

    toy.says(answer(BODY.encode()) + b"\r\n")
    for _ in range(2):
        payment = esnekpos.query(shop, KEY, NAMED, fresh=fresh).payment
        assert payment is not None
        assert payment.charged is not None
        assert payment.charged.kurus == 1_234_567_800
    assert toy.connections == 3


def test_a_look_that_ends_something_has_a_connection_of_its_own(
    esnekpos: EsnekPos, toy: ToyGateway, shop: Account
) -> None:
    toy.says(answer(BODY.encode()))
    for fresh in (False, True, False, True):
        esnekpos.query(shop, KEY, NAMED, fresh=fresh)
    assert toy.connections == 3
