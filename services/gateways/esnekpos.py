"""The EsnekPOS gateway: finds a sale, and voids it whole."""

from __future__ import annotations

from types import MappingProxyType

import httpx

from services.domain.account import Account, Environment, EsnekPosSecrets, Secrets
from services.domain.errors import BadReply, Missing, NotConfigured, NotReversible, WhyNot
from services.domain.payment import Payment
from services.domain.reversal import MoneyRequest, VoidRequest
from services.gateways.addresses import address_of
from services.gateways.base import Answer, Queried
from services.gateways.doors import asking, moving
from services.gateways.esnekpos_wire import read_payment, read_void, write_query, write_void
from services.gateways.http import Http
from services.gateways.judgement import UNREADABLE
from services.gateways.redaction import HIDDEN, Redactor

_HOSTS = MappingProxyType(
    {
        Environment.LIVE: "https://posservice.esnekpos.com",
        Environment.TEST: "https://posservicetest.esnekpos.com",
    }
)
_QUERY = "/api/services/ProcessQuery"
_VOID = "/api/services/OrderReturnPhysical"
_HEADERS = MappingProxyType({"Content-Type": "application/json; charset=utf-8", "Accept": "application/json"})
_OK = 200


class EsnekPos:
    """`CanQuery` and `CanMove`; see there for threads and errors.

    What is read has been redacted before: no snapshot, no evidence and no error ever held a secret.
    """

    def __init__(self, http: Http) -> None:
        self._http = http

    def door(self, account: Account) -> httpx.URL:
        """Return the address that answers questions and moves nothing; see `CanProbe.knock`."""
        return address_of(account, _HOSTS, _QUERY)

    def query(self, account: Account, secrets: Secrets, reference: str) -> Queried:
        """Ask ProcessQuery about one reference, as typed (S 001).

        Raises:
            InvalidInput: There is no reference. Nothing was sent.
            Unreachable: No answer came.
            BadReply: It can't be read, or is about another reference.
            CredentialsRefused: The key is wrong.
        """
        ours = _ours(account, secrets)
        body = write_query(account, ours, reference)
        url = address_of(account, _HOSTS, _QUERY)
        with asking(account) as flight:
            reply = self._http.send(flight, "POST", url, content=body, headers=_HEADERS)
            if reply.status != _OK:
                raise BadReply(f"HTTP {reply.status}")
            if not reply.is_text:
                raise BadReply("not UTF-8")
            exchange = reply.kept(Redactor(ours))
            return Queried(read_payment(exchange.body, reference), exchange)

    def read(self, body: str, reference: str) -> Payment | None:
        """Read a stored, redacted answer again; pure.

        Raises:
            BadReply: It can't be read, or is about another reference.
            CredentialsRefused: It says that the key is wrong.
        """
        return read_payment(body, reference)

    def preview(self, account: Account, request: MoneyRequest) -> str:
        """Return the body as it would be sent, the key hidden; pure.

        Raises:
            InvalidInput, NotConfigured, NotReversible: It would not be sent at all.
        """
        return write_void(
            account, EsnekPosSecrets(merchant_key=HIDDEN), _void(account, request).reference
        ).decode()

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        """Void by OrderReturnPhysical (S 000). One request, one attempt, a fresh connection of its own.

        Raises:
            InvalidInput, NotConfigured, NotReversible: It was not sent at all.
            Unreachable: Not a byte of it left this computer.
            OutcomeUnknown: It may have arrived and nothing came back.
        """
        ours = _ours(account, secrets)
        void = _void(account, request)
        body = write_void(account, ours, void.reference)
        url = address_of(account, _HOSTS, _VOID)
        with moving(account) as flight:
            reply = self._http.send(flight, "POST", url, content=body, headers=_HEADERS)
            exchange = reply.kept(Redactor(ours))
            said = UNREADABLE
            if reply.is_text:
                said = read_void(reply.status, exchange.body, void.reference, refno=void.refno)
            return Answer(verdict=said.verdict, code=said.code, text=said.text, exchange=exchange)

    def close(self) -> None:
        """End every question under way; see `Http.close`."""
        self._http.close()


def _ours(account: Account, secrets: Secrets) -> EsnekPosSecrets:
    if not isinstance(secrets, EsnekPosSecrets):
        raise NotConfigured(Missing.CREDENTIALS, account=account)
    return secrets


def _void(account: Account, request: MoneyRequest) -> VoidRequest:
    if not isinstance(request, VoidRequest):
        raise NotReversible(WhyNot.NOT_OFFERED, account=account)
    return request
