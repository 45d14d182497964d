"""The Param gateway: gives a marketplace order back, whole or in part, seller by seller."""

from __future__ import annotations

from functools import partial
from types import MappingProxyType

import httpx

from services.domain.account import Account, Environment, ParamSecrets, Secrets
from services.domain.errors import Missing, NotConfigured, Reach, Unreachable
from services.domain.reversal import MoneyRequest
from services.gateways.addresses import address_of
from services.gateways.base import Answer, Exchange
from services.gateways.doors import Flight, asking, moving
from services.gateways.http import Http, Reply
from services.gateways.judgement import UNREADABLE, answer_of
from services.gateways.param_wire import OPERATION, fields_of, read_answer
from services.gateways.redaction import HIDDEN, Redactor
from services.gateways.soap import Soap

_HOSTS = MappingProxyType(
    {
        Environment.LIVE: "https://posws.param.com.tr/turkpos.ws/service_pazaryeri.asmx",
        Environment.TEST: "https://testposws.param.com.tr/turkpos.ws/service_pazaryeri.asmx",
    }
)
_FORBIDDEN = 403
_HIDDEN = ParamSecrets(username=HIDDEN, password=HIDDEN, guid=HIDDEN)


class Param:
    """`CanMove` and `CanReach`; see there for threads and errors.

    An answer is judged as it came, and redacted before anything of it leaves: no evidence and no error
    ever holds a secret.
    """

    def __init__(self, http: Http) -> None:
        self._http = http
        self._soap = Soap("pazaryeri.wsdl", "{https://turkpos.com.tr/}PazaryeriSoap")

    def door(self, account: Account) -> httpx.URL:
        """Return the service's address, where a GET asks for nothing; see `CanProbe.knock`."""
        return address_of(account, _HOSTS)

    def reach(self, account: Account) -> Exchange:
        """GET the service address: tells DNS, TLS and an unregistered IP apart from a lost answer.

        Any status but 403 counts as reached. The body is not waited for and stays empty.

        Raises:
            Unreachable: And how far it came; `Reach.FORBIDDEN` for HTTP 403.
        """
        url = address_of(account, _HOSTS)
        with asking(account) as flight:
            reply = self._http.send(flight, "GET", url, read=False)
            if reply.status == _FORBIDDEN:
                raise Unreachable(Reach.FORBIDDEN)
            return reply.kept(Redactor())

    def preview(self, account: Account, request: MoneyRequest) -> str:
        """Return the envelope as it would be sent, the secrets hidden; pure.

        Raises:
            NotReversible: It would not be sent at all.
        """
        return self._soap.write(OPERATION, fields_of(account, _HIDDEN, request)).decode()

    def send(self, account: Account, secrets: Secrets, request: MoneyRequest) -> Answer:
        """Send `Pazaryeri_TP_Iptal_Iade` (S 003). One request, one attempt, a fresh connection of its own.

        Raises:
            InvalidInput, NotConfigured, NotReversible: It was not sent at all.
            Unreachable: Not a byte of it left this computer.
            OutcomeUnknown: It may have arrived and nothing came back.
        """
        if not isinstance(secrets, ParamSecrets):
            raise NotConfigured(Missing.CREDENTIALS, account=account)
        fields = fields_of(account, secrets, request)
        url = address_of(account, _HOSTS)
        with moving(account) as flight:
            reply = self._soap.call(OPERATION, fields, partial(self._post, flight, url))
            readable = reply.is_text and reply.alone
            said = read_answer(reply.status, reply.text) if readable else UNREADABLE
            redact = Redactor(secrets)
            return answer_of(said, reply.kept(redact), redact)

    def close(self) -> None:
        """End every question under way; see `Http.close`."""
        self._http.close()

    def _post(self, flight: Flight, url: httpx.URL, content: bytes, headers: dict[str, str]) -> Reply:
        return self._http.send(flight, "POST", url, content=content, headers=headers)
