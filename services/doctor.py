"""Use case: why a gateway can't be reached, step by step, each with a name that words can be found for.

It looks, and never moves money: of EsnekPOS it asks one harmless query, at Param's door it only knocks.
Each step blocks for some seconds, or until a person has unlocked the keyring: call on a worker thread,
one step after the other, and show what was found in between.
"""

from __future__ import annotations

import ipaddress
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from urllib.parse import urlsplit

from services.accounts import HARMLESS_REFERENCE, is_test_host
from services.credentials import CredentialStore
from services.domain.account import Account, Environment, GatewayName, Secrets
from services.domain.clock import Clock
from services.domain.diagnosis import Check, Diagnosis, Finding, Health, judge_certificate
from services.domain.errors import (
    AddressNotRegistered,
    BadReply,
    CredentialsRefused,
    InvalidInput,
    Missing,
    NotConfigured,
    Reach,
    ServiceError,
    Unreachable,
)
from services.domain.operator import Right
from services.gateways.base import Exchange, Gateways
from services.gateways.way import CanProbe, Way
from services.seat import Guard
from services.skew import MOST_SKEW, Skews, skew_of

_ORDER = tuple(Check)
_PUBLISHED = MappingProxyType({GatewayName.ESNEKPOS: "TEST1234", GatewayName.PARAM: "10738"})
"""The merchants that the documents publish for tests (S 000, S 003)."""

_NEEDS_WAY = frozenset({Check.NAME, Check.CONNECTION, Check.CERTIFICATE, Check.ANSWER})
_FORBIDDEN, _PROXY_PASSWORD, _ERROR = 403, 407, 500
_REDIRECTS = range(300, 400)
_AWAY = frozenset({502, 503, 504})


@dataclass(frozen=True, slots=True, kw_only=True)
class Examination:
    """How far the doctor has come with one account. A value: `Doctor.step` returns the next one.

    Attributes:
        typed: Secrets that are not saved yet; None for those in the keyring.
        findings: What the steps so far have found, in order.
        way: How the gateway is reached, once that is known.
        exchange: The last answer of the gateway, for its clock.
    """

    account: Account
    typed: Secrets | None = field(default=None, repr=False)
    findings: tuple[Finding, ...] = ()
    way: Way | None = None
    exchange: Exchange | None = None
    secrets: Secrets | None = field(default=None, repr=False)

    @property
    def next(self) -> Check | None:
        """The step that comes next; None when all were done."""
        return _ORDER[len(self.findings)] if len(self.findings) < len(_ORDER) else None

    @property
    def worst(self) -> Finding | None:
        """The first thing that is wrong; None while nothing is."""
        return next((one for one in self.findings if one.health is Health.BAD), None)


class Doctor:
    """Examines one account's way to its gateway. Usable from any thread.

    Args:
        probe: Hands out what goes there, loaded when it is first wanted.
    """

    def __init__(
        self,
        *,
        probe: Callable[[], CanProbe],
        gateways: Gateways,
        credentials: CredentialStore,
        skews: Skews,
        guard: Guard,
        clock: Clock,
    ) -> None:
        self._probe = probe
        self._gateways = gateways
        self._credentials = credentials
        self._skews = skews
        self._guard = guard
        self._clock = clock

    def begin(self, account: Account, typed: Secrets | None = None) -> Examination:
        """Begin with an account, as it is kept or as it would be saved; nothing is looked at yet.

        Raises:
            NotAllowed: Nobody is at the desk; or it is not saved, and they may not see to accounts.
        """
        self._guard.require(Right.ACCOUNTS if typed is not None or not account.id else Right.LOOK)
        return Examination(account=account, typed=typed)

    def step(self, so_far: Examination) -> Examination:
        """Take the next step. Whatever is wrong is found, not raised.

        Raises:
            NotAllowed: Nobody is at the desk any more.
        """
        check = so_far.next
        if check is None:
            return so_far
        self._guard.require(Right.LOOK)
        if self._is_left_out(check, so_far):
            return _found(so_far, Finding(check, Diagnosis.LEFT_OUT))
        match check:
            case Check.SETUP:
                return _found(so_far, _setup(so_far.account))
            case Check.SECRETS:
                return self._look_for_secrets(so_far)
            case Check.PROXY:
                return self._look_for_the_way(so_far)
            case Check.CLOCK:
                return _found(so_far, self._clock_of(so_far))
            case Check.CREDENTIALS:
                return _found(so_far, self._credentials_of(so_far))
            case _:
                return self._go(check, so_far)

    def _is_left_out(self, check: Check, so_far: Examination) -> bool:
        """Whether what came before keeps a step from saying anything."""
        if check in _NEEDS_WAY or check is Check.CREDENTIALS:
            wrong = [one.check for one in so_far.findings if one.health is Health.BAD]
            in_the_way = any(one not in {Check.SETUP, Check.SECRETS, Check.CLOCK} for one in wrong)
            return in_the_way or (check is Check.CREDENTIALS and so_far.secrets is None)
        return check is Check.CLOCK and so_far.exchange is None

    def _look_for_secrets(self, so_far: Examination) -> Examination:
        if so_far.typed is not None:
            there = Finding(Check.SECRETS, Diagnosis.SECRETS_TYPED)
            return replace(_found(so_far, there), secrets=so_far.typed)
        try:
            secrets = self._credentials.load(so_far.account)
        except NotConfigured as error:
            diagnosis = {
                Missing.UNLOCKED_KEYRING: Diagnosis.KEYRING_LOCKED,
                Missing.REAL_KEYRING: Diagnosis.NO_KEYRING,
            }.get(error.missing, Diagnosis.SECRETS_MISSING)
            return _found(so_far, Finding(Check.SECRETS, diagnosis))
        return replace(_found(so_far, Finding(Check.SECRETS, Diagnosis.SECRETS_THERE)), secrets=secrets)

    def _look_for_the_way(self, so_far: Examination) -> Examination:
        try:
            way = self._probe().way(so_far.account)
        except (Unreachable, InvalidInput) as error:
            return _found(so_far, Finding(Check.PROXY, Diagnosis.PROXY_UNUSABLE, detail=error.detail))
        diagnosis = Diagnosis.THROUGH_PROXY if way.proxy else Diagnosis.DIRECT
        return replace(_found(so_far, Finding(Check.PROXY, diagnosis, _facts(way))), way=way)

    def _go(self, check: Check, so_far: Examination) -> Examination:
        way = so_far.way
        assert way is not None  # else its steps are left out
        try:
            match check:
                case Check.NAME:
                    return _found(so_far, _name(way, self._probe().addresses(way)))
                case Check.CONNECTION:
                    self._probe().connect(way)
                    return _found(so_far, Finding(check, Diagnosis.CONNECTED, _facts(way)))
                case Check.CERTIFICATE:
                    return _found(so_far, self._certificate_of(way))
                case _:
                    exchange = self._knock(so_far.account)
        except Unreachable as error:
            return _found(so_far, Finding(check, _unreachable(error), _facts(way), error.detail))
        return replace(_found(so_far, _answer(so_far.account, way, exchange)), exchange=exchange)

    def _knock(self, account: Account) -> Exchange:
        """Knock, and once more where the answer says that a clock is wrong: the second one counts."""
        exchange = self._probe().knock(account)
        skew = self._skews.note(account, exchange)
        if skew is not None and skew.is_wrong:
            exchange = self._probe().knock(account)
            self._skews.note(account, exchange)
        return exchange

    def _certificate_of(self, way: Way) -> Finding:
        if not way.secure:
            return Finding(Check.CERTIFICATE, Diagnosis.NO_TLS_NEEDED, _facts(way))
        shown = self._probe().certificate(way)
        if shown is None:
            return Finding(Check.CERTIFICATE, Diagnosis.NOT_LOOKED_AT, _facts(way))
        diagnosis = judge_certificate(shown, way.host, self._clock.now())
        facts = {**_facts(way), "issuer": shown.issuer or "?", "names": ", ".join(shown.names[:3]) or "?"}
        return Finding(Check.CERTIFICATE, diagnosis, MappingProxyType(facts))

    def _clock_of(self, so_far: Examination) -> Finding:
        skew = None if so_far.exchange is None else skew_of(so_far.exchange)
        if skew is None:
            return Finding(Check.CLOCK, Diagnosis.CLOCK_UNKNOWN)
        minutes = max(1, round(abs(skew).total_seconds() / 60))
        wrong = abs(skew) > MOST_SKEW
        facts = MappingProxyType({"minutes": str(minutes)})
        return Finding(Check.CLOCK, Diagnosis.CLOCK_WRONG if wrong else Diagnosis.CLOCK_RIGHT, facts)

    def _credentials_of(self, so_far: Examination) -> Finding:
        account, secrets, check = so_far.account, so_far.secrets, Check.CREDENTIALS
        assert secrets is not None  # else the step is left out
        queries = self._gateways.queries.get(account.gateway)
        if queries is None:
            return Finding(check, Diagnosis.NOT_TRIED)
        try:
            queries.query(account, secrets, HARMLESS_REFERENCE)
        except AddressNotRegistered as error:
            return Finding(check, Diagnosis.ADDRESS_REFUSED, MappingProxyType({"said": error.text or "?"}))
        except CredentialsRefused as error:
            return Finding(check, Diagnosis.REFUSED, MappingProxyType({"code": error.code}))
        except BadReply as error:
            return Finding(check, Diagnosis.ODD_ANSWER, detail=error.detail)
        except Unreachable as error:
            return Finding(check, _unreachable(error), detail=error.detail)
        except ServiceError as error:
            return Finding(check, Diagnosis.ODD_ANSWER, detail=type(error).__name__)
        return Finding(check, Diagnosis.TAKEN)


def _found(so_far: Examination, finding: Finding) -> Examination:
    return replace(so_far, findings=(*so_far.findings, finding))


def _setup(account: Account) -> Finding:
    """Look at an account by itself: does it belong to the world it says it lives in?"""
    if account.environment is Environment.DEMO:
        return Finding(Check.SETUP, Diagnosis.DEMO_ACCOUNT)
    if account.environment is Environment.LIVE:
        if account.merchant == _PUBLISHED[account.gateway]:
            facts = MappingProxyType({"merchant": account.merchant})
            return Finding(Check.SETUP, Diagnosis.TEST_MERCHANT_IN_LIVE, facts)
        if is_test_host(_host_of(account.back_url)):
            return Finding(Check.SETUP, Diagnosis.TEST_HOST_IN_LIVE)
    if account.gateway is GatewayName.ESNEKPOS and not account.back_url:
        return Finding(Check.SETUP, Diagnosis.NO_BACK_URL)
    return Finding(Check.SETUP, Diagnosis.SETUP_FITS)


def _host_of(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _name(way: Way, addresses: tuple[str, ...]) -> Finding:
    facts = MappingProxyType({**_facts(way), "address": ", ".join(addresses[:2])})
    inside = way.secure and not way.proxy and any(_is_inside(one) for one in addresses)
    return Finding(Check.NAME, Diagnosis.NAME_INSIDE if inside else Diagnosis.NAME_FOUND, facts)


def _is_inside(address: str) -> bool:
    try:
        return ipaddress.ip_address(address.partition("%")[0]).is_private
    except ValueError:
        return False


def _answer(account: Account, way: Way, exchange: Exchange) -> Finding:
    status, check = exchange.status, Check.ANSWER
    facts = MappingProxyType({**_facts(way), "status": str(status)})
    if status == _FORBIDDEN:
        param = account.gateway is GatewayName.PARAM
        return Finding(check, Diagnosis.ADDRESS_NOT_REGISTERED if param else Diagnosis.FORBIDDEN, facts)
    if status in _REDIRECTS:
        return Finding(check, Diagnosis.REDIRECTED, facts)
    if status in _AWAY:
        return Finding(check, Diagnosis.DOWN, facts)
    return Finding(check, Diagnosis.FAULTY if status >= _ERROR else Diagnosis.ANSWERS, facts)


def _unreachable(error: Unreachable) -> Diagnosis:
    if error.reach is Reach.PROXY and error.detail == f"HTTP {_PROXY_PASSWORD}":
        return Diagnosis.PROXY_PASSWORD
    return {
        Reach.NAME: Diagnosis.NAME_UNKNOWN,
        Reach.CONNECT: Diagnosis.NO_CONNECTION,
        Reach.TIMEOUT: Diagnosis.SILENCE,
        Reach.TLS: Diagnosis.NO_TLS,
        Reach.PROXY: Diagnosis.PROXY_REFUSES,
        Reach.FORBIDDEN: Diagnosis.FORBIDDEN,
    }.get(error.reach, Diagnosis.NO_ANSWER)


def _facts(way: Way) -> MappingProxyType[str, str]:
    return MappingProxyType({"host": way.host, "port": str(way.port), "proxy": way.proxy})
