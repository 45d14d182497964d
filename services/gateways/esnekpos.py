"""The EsnekPOS gateway: finds a sale, and voids it whole."""

from __future__ import annotations

from types import MappingProxyType

import httpx

from services.domain.account import Account, Environment, EsnekPosSecrets, Secrets
from services.domain.errors import BadReply, Missing, NotConfigured, NotReversible, Refused, WhyNot
from services.domain.payment import Payment
from services.domain.reversal import MoneyRequest, VoidRequest
from services.gateways.addresses import address_of
from services.gateways.base import Answer, Queried
from services.gateways.doors import asking, moving
from services.gateways.esnekpos_wire import is_own_word, read_payment, read_void, write_query, write_void
from services.gateways.http import Http
from services.gateways.judgement import UNREADABLE, answer_of
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

    An answer is judged as it came, and redacted before anything of it leaves: no snapshot, no evidence and
    no error ever holds a secret.
    """

    def __init__(self, http: Http) -> None:
        self._http = http

    def door(self, account: Account) -> httpx.URL:
        """Return the address that answers questions and moves nothing; see `CanProbe.knock`."""
        return address_of(account, _HOSTS, _QUERY)

    def query(self, account: Account, secrets: Secrets, reference: str, *, fresh: bool = False) -> Queried:
        """Ask ProcessQuery about one reference, as typed (S 001).

        Raises:
            InvalidInput: There is no reference. Nothing was sent.
            Unreachable: No answer came.
            BadReply: It can't be read, is about another reference, or did not come alone.
            CredentialsRefused: The key is wrong.
            AddressNotRegistered: This computer's public address is.
        """
        ours = _ours(account, secrets)
        body = write_query(account, ours, reference)
        url = address_of(account, _HOSTS, _QUERY)
        with asking(account, fresh=fresh) as flight:
            reply = self._http.send(flight, "POST", url, content=body, headers=_HEADERS)
            if reply.status != _OK:
                raise BadReply(f"HTTP {reply.status}")
            if not reply.is_text:
                raise BadReply("not UTF-8")
            if not reply.alone:
                raise BadReply("more than one answer")
            redact = Redactor(ours, own=is_own_word)
            exchange = reply.kept(redact)
            return Queried(_payment(reply.text, exchange.body, reference, redact), exchange)

    def read(self, body: str, reference: str) -> Payment | None:
        """Read a kept answer about a reference again; pure.

        Raises:
            BadReply: It can't be read.
            CredentialsRefused, AddressNotRegistered: It was no answer about a payment at all.
        """
        return read_payment(body, reference, kept=True)

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
            said = UNREADABLE
            if reply.is_text and reply.alone:
                said = read_void(reply.status, reply.text, void.reference, refno=void.refno)
            redact = Redactor(ours)
            return answer_of(said, reply.kept(redact), redact)

    def close(self) -> None:
        """End every question under way; see `Http.close`."""
        self._http.close()


def _payment(came: str, kept: str, reference: str, redact: Redactor) -> Payment | None:
    """Judge an answer as it came; return what its redacted form says, which is what is compared later.

    Raises:
        BadReply: It can't be read, or not any more once it was redacted.
        CredentialsRefused, AddressNotRegistered: With their words redacted.
    """
    try:
        payment = read_payment(came, reference)
    except Refused as error:
        kind, code, text = type(error), error.code, error.text
    else:
        again = None if payment is None else read_payment(kept, reference, kept=True)
        if payment is not None and again is None:
            raise BadReply("it can't be kept without a secret in it")
        return again
    # Outside of what was caught: what is raised here has nothing of the answer behind it.
    raise kind(redact(code), None if text is None else redact(text))


def _ours(account: Account, secrets: Secrets) -> EsnekPosSecrets:
    if not isinstance(secrets, EsnekPosSecrets):
        raise NotConfigured(Missing.CREDENTIALS, account=account)
    return secrets


def _void(account: Account, request: MoneyRequest) -> VoidRequest:
    if not isinstance(request, VoidRequest):
        raise NotReversible(WhyNot.NOT_OFFERED, account=account)
    return request
