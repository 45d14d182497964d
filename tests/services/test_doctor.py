"""Why a gateway can't be reached: each cause by its own name, and no money service is ever called."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from services.credentials import MemoryStore
from services.doctor import Doctor, Examination
from services.domain.account import Account, Environment, EsnekPosSecrets, GatewayName
from services.domain.diagnosis import Certificate, Check, Diagnosis, Health
from services.domain.errors import (
    AddressNotRegistered,
    Denied,
    Missing,
    NotAllowed,
    NotConfigured,
    Reach,
    ServiceError,
    Unreachable,
)
from services.domain.operator import Operator, Right, Role
from services.gateways.base import Exchange, Gateways
from services.gateways.way import Way
from services.simulator.faults import Fault, Operation
from services.simulator.faults import Gateway as AtGateway
from services.skew import Skews
from tests.builders import (
    AnOwnerSits,
    SetClock,
    a_param_account,
    an_esnekpos_account,
    esnekpos_secrets,
    param_secrets,
)
from tests.services.office import ANSWERED, Gateway
from tests.shop import MovedClock, Shop

WAY = Way(host="posservice.esnekpos.com", port=443, secure=True)
GOOD = Certificate(trusted=True, issuer="DigiCert Inc", names=("*.esnekpos.com",), begins=None, ends=None)


MAY_MEET_A_QUESTION = [
    fault for fault in Fault if fault.fits((AtGateway.ESNEKPOS, Operation.ASK)) and fault is not Fault.SLOW
]


def examined(doctor: Doctor, account: Account, typed: EsnekPosSecrets | None = None) -> Examination:
    """Take every step, as the window does."""
    so_far = doctor.begin(account, typed)
    while so_far.next is not None:
        so_far = doctor.step(so_far)
    return so_far


def found(examination: Examination) -> dict[Check, Diagnosis]:
    return {one.check: one.diagnosis for one in examination.findings}


# Against the simulator


def test_a_way_without_fault_is_good_from_one_end_to_the_other(shop: Shop) -> None:
    esnekpos = found(examined(shop.desk.office().doctor, shop.esnekpos))
    assert esnekpos[Check.ANSWER] is Diagnosis.ANSWERS
    assert esnekpos[Check.CLOCK] is Diagnosis.CLOCK_RIGHT
    assert esnekpos[Check.CREDENTIALS] is Diagnosis.TAKEN
    param = found(examined(shop.desk.office().doctor, shop.param))
    assert param[Check.ANSWER] is Diagnosis.ANSWERS
    assert param[Check.CREDENTIALS] is Diagnosis.NOT_TRIED
    assert list(esnekpos) == list(Check)


@pytest.mark.parametrize("fault", [None, *MAY_MEET_A_QUESTION])
def test_no_money_service_is_ever_called(shop: Shop, fault: Fault | None) -> None:
    shop.simulator.faults.drip_every = 0.0001
    sale, order = shop.a_sale(), shop.an_order("100,00")
    shop.simulator.arrived.clear()
    if fault is not None:
        shop.simulator.faults.always(fault, operation="ask")
    for account in (shop.esnekpos, shop.param):
        examined(shop.desk.office().doctor, account)
    called = [(one.method, one.path) for one in shop.simulator.arrived]
    assert {path for method, path in called if method == "POST"} <= {"/api/services/ProcessQuery"}
    assert shop.book.requests_for(sale.reference) == shop.book.requests_for(order.siparis_id) == 0


def test_an_address_param_does_not_know_is_named_and_nothing_else_is_tried(shop: Shop) -> None:
    shop.simulator.faults.always(Fault.HTTP_403)
    assert (
        found(examined(shop.desk.office().doctor, shop.param))[Check.ANSWER]
        is Diagnosis.ADDRESS_NOT_REGISTERED
    )
    esnekpos = found(examined(shop.desk.office().doctor, shop.esnekpos))
    assert esnekpos[Check.ANSWER] is Diagnosis.FORBIDDEN
    assert esnekpos[Check.CREDENTIALS] is Diagnosis.LEFT_OUT


def test_a_network_that_leads_elsewhere_is_named(shop: Shop) -> None:
    shop.simulator.faults.always(Fault.REDIRECT)
    examination = examined(shop.desk.office().doctor, shop.esnekpos)
    assert found(examination)[Check.ANSWER] is Diagnosis.REDIRECTED
    assert examination.worst is not None
    assert examination.worst.check is Check.ANSWER


def test_a_closed_door_is_found_at_the_connection_and_the_rest_is_left_out(shop: Shop) -> None:
    shop.simulator.faults.always(Fault.REFUSED_CONNECTION)
    said = found(examined(shop.desk.office().doctor, shop.esnekpos))
    assert said[Check.CONNECTION] is Diagnosis.NO_CONNECTION
    after = (Check.CERTIFICATE, Check.ANSWER, Check.CLOCK, Check.CREDENTIALS)
    assert {said[check] for check in after} == {Diagnosis.LEFT_OUT}
    shop.simulator.faults.clear()


def test_an_address_esnekpos_does_not_know_is_told_from_a_wrong_key(practice: Practice) -> None:
    gateway = practice.gateway
    gateway.fails = AddressNotRegistered("102", "10.0.0.1 IP adresinden erişim izniniz yok")
    practice.store.save(LIVE, esnekpos_secrets())
    (finding,) = [one for one in examined(practice.doctor, LIVE).findings if one.check is Check.CREDENTIALS]
    assert finding.diagnosis is Diagnosis.ADDRESS_REFUSED
    assert finding.facts["said"] == "10.0.0.1 IP adresinden erişim izniniz yok"


def test_wrong_credentials_are_told_from_missing_ones(shop: Shop) -> None:
    wrong = EsnekPosSecrets(merchant_key="another merchants key")
    assert (
        found(examined(shop.desk.office().doctor, shop.esnekpos, wrong))[Check.CREDENTIALS]
        is Diagnosis.REFUSED
    )
    shop.credentials.forget(shop.esnekpos)
    said = found(examined(shop.desk.office().doctor, shop.esnekpos))
    assert said[Check.SECRETS] is Diagnosis.SECRETS_MISSING
    assert said[Check.ANSWER] is Diagnosis.ANSWERS
    assert said[Check.CREDENTIALS] is Diagnosis.LEFT_OUT


def test_a_page_instead_of_an_answer_is_named(shop: Shop) -> None:
    shop.simulator.faults.always(Fault.HTML)
    assert (
        found(examined(shop.desk.office().doctor, shop.esnekpos))[Check.CREDENTIALS] is Diagnosis.ODD_ANSWER
    )


def test_a_lost_answer_is_no_answer(shop: Shop) -> None:
    shop.simulator.faults.always(Fault.ANSWER_LOST_BEFORE_BOOKING)
    assert found(examined(shop.desk.office().doctor, shop.esnekpos))[Check.ANSWER] is Diagnosis.NO_ANSWER


@pytest.mark.parametrize("off", [timedelta(minutes=-9), timedelta(minutes=9)])
def test_a_wrong_clock_is_named_with_its_minutes(tmp_path: Path, off: timedelta) -> None:
    gateways_clock = MovedClock()
    gateways_clock.advance(off)
    shop = Shop.open(tmp_path / "ledger", gateways_clock=gateways_clock)
    try:
        examination = examined(shop.desk.office().doctor, shop.esnekpos)
    finally:
        shop.close()
    (clock,) = [one for one in examination.findings if one.check is Check.CLOCK]
    assert clock.diagnosis is Diagnosis.CLOCK_WRONG
    assert clock.facts["minutes"] == "9"


# Over a way that a test lays


@dataclass
class Laid:
    """A way on which each step goes as a test says."""

    at: Way = WAY
    leads_to: tuple[str, ...] = ("93.184.216.34",)
    shows: Certificate | None = GOOD
    status: int = 405
    dates: list[datetime] = field(default_factory=list)
    fails: dict[Check, ServiceError] = field(default_factory=dict)
    gone: list[Check] = field(default_factory=list)

    def way(self, _: Account) -> Way:
        self._go(Check.PROXY)
        return self.at

    def addresses(self, _: Way) -> tuple[str, ...]:
        self._go(Check.NAME)
        return self.leads_to

    def connect(self, _: Way) -> None:
        self._go(Check.CONNECTION)

    def certificate(self, _: Way) -> Certificate | None:
        self._go(Check.CERTIFICATE)
        return self.shows

    def knock(self, _: Account) -> Exchange:
        self._go(Check.ANSWER)
        return Exchange(
            asked_at=ANSWERED,
            answered_at=ANSWERED,
            status=self.status,
            body="",
            server_date=self.dates.pop(0) if self.dates else None,
        )

    def _go(self, check: Check) -> None:
        self.gone.append(check)
        if check in self.fails:
            raise self.fails[check]


@dataclass
class Practice:
    """A doctor over a way that is laid by the test."""

    laid: Laid
    gateway: Gateway
    store: MemoryStore
    guard: AnOwnerSits

    @property
    def doctor(self) -> Doctor:
        clock = SetClock("21.11.2026 18:34")
        gateways = Gateways(
            queries={GatewayName.ESNEKPOS: self.gateway},
            reaches={GatewayName.PARAM: self.gateway},
            moves={},
        )
        return Doctor(
            probe=lambda: self.laid,
            gateways=gateways,
            credentials=self.store,
            skews=Skews(clock),
            guard=self.guard,
            clock=clock,
        )

    def finds(self, **account: object) -> dict[Check, Diagnosis]:
        ours = replace(LIVE, **account)  # type: ignore[arg-type]  # a test names fields of an account
        self.store.save(ours, esnekpos_secrets())
        return found(examined(self.doctor, ours))


LIVE = an_esnekpos_account(id=7, merchant="M4711")
LIVE = replace(LIVE, environment=Environment.LIVE, back_url="https://shop.example/back")


@pytest.fixture
def practice() -> Practice:
    return Practice(Laid(), Gateway(), MemoryStore(), AnOwnerSits())


def test_a_live_way_without_fault(practice: Practice) -> None:
    said = practice.finds()
    assert said[Check.SETUP] is Diagnosis.SETUP_FITS
    assert said[Check.CERTIFICATE] is Diagnosis.TRUSTED
    assert said[Check.CLOCK] is Diagnosis.CLOCK_UNKNOWN
    assert said[Check.CREDENTIALS] is Diagnosis.TAKEN


def test_one_answer_with_a_wrong_date_accuses_no_clock(practice: Practice) -> None:
    practice.laid.dates = [ANSWERED + timedelta(hours=1), ANSWERED]
    assert practice.finds()[Check.CLOCK] is Diagnosis.CLOCK_RIGHT


@pytest.mark.parametrize(
    ("account", "diagnosis"),
    [
        ({"merchant": "TEST1234"}, Diagnosis.TEST_MERCHANT_IN_LIVE),
        (
            {"back_url": "https://posservicetest.esnekpos.com/api/home/PhysicalPaymentLog"},
            Diagnosis.TEST_HOST_IN_LIVE,
        ),
        ({"back_url": ""}, Diagnosis.NO_BACK_URL),
    ],
)
def test_an_account_in_the_wrong_world_is_named_and_the_way_is_looked_at_all_the_same(
    practice: Practice, account: dict[str, object], diagnosis: Diagnosis
) -> None:
    said = practice.finds(**account)
    assert said[Check.SETUP] is diagnosis
    assert said[Check.CREDENTIALS] is Diagnosis.TAKEN


@pytest.mark.parametrize(
    ("check", "error", "diagnosis"),
    [
        (Check.PROXY, Unreachable(Reach.PROXY), Diagnosis.PROXY_UNUSABLE),
        (Check.NAME, Unreachable(Reach.NAME), Diagnosis.NAME_UNKNOWN),
        (Check.CONNECTION, Unreachable(Reach.CONNECT), Diagnosis.NO_CONNECTION),
        (Check.CONNECTION, Unreachable(Reach.TIMEOUT), Diagnosis.SILENCE),
        (Check.CERTIFICATE, Unreachable(Reach.TLS), Diagnosis.NO_TLS),
        (Check.CERTIFICATE, Unreachable(Reach.PROXY, "HTTP 407"), Diagnosis.PROXY_PASSWORD),
        (Check.CERTIFICATE, Unreachable(Reach.PROXY, "HTTP 403"), Diagnosis.PROXY_REFUSES),
        (Check.ANSWER, Unreachable(Reach.BROKEN), Diagnosis.NO_ANSWER),
    ],
)
def test_where_the_way_ends_the_rest_is_left_out(
    practice: Practice, check: Check, error: ServiceError, diagnosis: Diagnosis
) -> None:
    practice.laid.fails[check] = error
    said = practice.finds()
    assert said[check] is diagnosis
    assert said[Check.CREDENTIALS] is Diagnosis.LEFT_OUT
    assert not practice.gateway.queried
    assert practice.laid.gone[-1] is check


@pytest.mark.parametrize(
    ("status", "diagnosis"),
    [(200, Diagnosis.ANSWERS), (405, Diagnosis.ANSWERS), (500, Diagnosis.FAULTY), (503, Diagnosis.DOWN)],
)
def test_a_service_that_is_down_is_told_from_one_that_errs(
    practice: Practice, status: int, diagnosis: Diagnosis
) -> None:
    practice.laid.status = status
    assert practice.finds()[Check.ANSWER] is diagnosis


def test_a_certificate_that_is_not_good_keeps_the_key_at_home(practice: Practice) -> None:
    practice.laid.shows = replace(GOOD, trusted=False)
    assert practice.finds()[Check.CERTIFICATE] is Diagnosis.ISSUER_UNKNOWN
    assert not practice.gateway.queried


def test_a_name_that_leads_inside_is_worth_a_note(practice: Practice) -> None:
    practice.laid.leads_to = ("192.168.1.1",)
    assert practice.finds()[Check.NAME] is Diagnosis.NAME_INSIDE
    practice.laid.at = replace(WAY, proxy="proxy.shop.example:3128")
    said = practice.finds()
    assert (said[Check.PROXY], said[Check.NAME]) == (Diagnosis.THROUGH_PROXY, Diagnosis.NAME_FOUND)


@pytest.mark.parametrize(
    ("missing", "diagnosis"),
    [
        (Missing.UNLOCKED_KEYRING, Diagnosis.KEYRING_LOCKED),
        (Missing.REAL_KEYRING, Diagnosis.NO_KEYRING),
        (Missing.CREDENTIALS, Diagnosis.SECRETS_MISSING),
    ],
)
def test_what_the_keyring_says_is_named(
    practice: Practice, monkeypatch: pytest.MonkeyPatch, missing: Missing, diagnosis: Diagnosis
) -> None:
    def refuse(account: Account) -> None:
        raise NotConfigured(missing, account=account)

    monkeypatch.setattr(practice.store, "load", refuse)
    assert practice.finds()[Check.SECRETS] is diagnosis


def test_param_is_knocked_at_and_never_asked(practice: Practice) -> None:
    account = replace(a_param_account(), id=8)
    practice.store.save(account, param_secrets())
    said = found(examined(practice.doctor, account))
    assert said[Check.CREDENTIALS] is Diagnosis.NOT_TRIED
    assert practice.laid.gone.count(Check.ANSWER) == 1
    assert not practice.gateway.reached


def test_no_secret_is_in_what_is_passed_on(practice: Practice) -> None:
    secret = esnekpos_secrets("nobody-may-read-this")
    examination = examined(practice.doctor, LIVE, secret)
    assert "nobody-may-read-this" not in repr(examination)
    assert found(examination)[Check.SECRETS] is Diagnosis.SECRETS_TYPED
    assert examination.findings[0].health is Health.GOOD


def test_secrets_that_are_not_saved_are_tried_by_whoever_may_see_to_accounts(practice: Practice) -> None:
    class ACashierSits(AnOwnerSits):
        def require(self, right: Right) -> Operator:
            cashier = Operator(id=2, name="Can", role=Role.CASHIER)
            cashier.require(right)
            return cashier

    practice.guard = ACashierSits()
    assert practice.doctor.begin(LIVE).next is Check.SETUP
    with pytest.raises(NotAllowed) as raised:
        practice.doctor.begin(LIVE, esnekpos_secrets())
    assert raised.value.why is Denied.RIGHT
