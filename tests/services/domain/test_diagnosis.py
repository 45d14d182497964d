"""What a certificate means: the likeliest cause first, and nothing trusted that is not."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from services.domain.diagnosis import Certificate, Check, Diagnosis, Finding, Health, judge_certificate

HOST = "posservice.esnekpos.com"
NOW = datetime(2026, 11, 21, 15, 34, tzinfo=UTC)
GOOD = Certificate(
    trusted=True,
    issuer="DigiCert Inc, DigiCert TLS RSA CA",
    names=("*.esnekpos.com",),
    begins=datetime(2026, 1, 1, tzinfo=UTC),
    ends=datetime(2027, 1, 1, tzinfo=UTC),
)


def test_a_certificate_this_computer_vouches_for_is_good() -> None:
    assert judge_certificate(GOOD, HOST, NOW) is Diagnosis.TRUSTED


@pytest.mark.parametrize(
    "issuer", ["Kaspersky Anti-Virus Personal Root", "Fortinet, FG100", "ESET SSL Filter CA"]
)
def test_a_reader_that_the_computer_trusts_is_named_all_the_same(issuer: str) -> None:
    assert judge_certificate(replace(GOOD, issuer=issuer), HOST, NOW) is Diagnosis.INTERCEPTED


def test_a_wrong_clock_is_thought_of_before_a_wrong_server() -> None:
    early = datetime(2019, 1, 1, tzinfo=UTC)
    assert judge_certificate(replace(GOOD, trusted=False), HOST, early) is Diagnosis.CERTIFICATE_TIME
    late = datetime(2028, 1, 1, tzinfo=UTC)
    assert judge_certificate(replace(GOOD, trusted=False), HOST, late) is Diagnosis.CERTIFICATE_TIME


def test_another_servers_certificate_is_told_from_an_unknown_signers() -> None:
    of_a_hotel = replace(GOOD, trusted=False, names=("login.hotel.example",))
    assert judge_certificate(of_a_hotel, HOST, NOW) is Diagnosis.ANOTHERS_CERTIFICATE
    assert judge_certificate(replace(GOOD, trusted=False), HOST, NOW) is Diagnosis.ISSUER_UNKNOWN


def test_what_cannot_be_read_of_it_is_not_held_against_it() -> None:
    unread = Certificate(trusted=False, issuer="", names=(), begins=None, ends=None)
    assert judge_certificate(unread, HOST, NOW) is Diagnosis.ISSUER_UNKNOWN


def test_a_star_stands_for_one_part_of_a_name_only() -> None:
    assert GOOD.is_for("posservice.esnekpos.com")
    assert not GOOD.is_for("a.b.esnekpos.com")
    assert not GOOD.is_for("esnekpos.com")


def test_every_diagnosis_has_a_health_and_only_one_of_them_is_left_out() -> None:
    found = {one: Finding(Check.ANSWER, one).health for one in Diagnosis}
    assert [one for one, health in found.items() if health is Health.SKIPPED] == [Diagnosis.LEFT_OUT]
    assert found[Diagnosis.ADDRESS_NOT_REGISTERED] is Health.BAD
    assert found[Diagnosis.NOT_TRIED] is Health.NOTE
