"""What can be wrong on the way to a gateway, and what each step of looking for it has found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from types import MappingProxyType


class Check(Enum):
    """One step on the way to a gateway, in the order they are looked at."""

    SETUP = "setup"
    SECRETS = "secrets"
    PROXY = "proxy"
    NAME = "name"
    CONNECTION = "connection"
    CERTIFICATE = "certificate"
    ANSWER = "answer"
    CLOCK = "clock"
    CREDENTIALS = "credentials"


class Health(Enum):
    """How a step stands."""

    GOOD = "good"
    NOTE = "note"
    BAD = "bad"
    SKIPPED = "skipped"


class Diagnosis(Enum):
    """What was found. What a person reads and does about each is the window's to say."""

    SETUP_FITS = "the account fits its environment"
    DEMO_ACCOUNT = "the account is a demo's: no gateway is asked"
    NO_BACK_URL = "there is no BACK_URL, so nothing can be voided"
    TEST_MERCHANT_IN_LIVE = "the published test merchant in a live account"
    TEST_HOST_IN_LIVE = "the test server's address in a live account"

    SECRETS_THERE = "the secrets are in the keyring"
    SECRETS_TYPED = "the secrets are those just typed"
    SECRETS_MISSING = "there are no secrets"
    KEYRING_LOCKED = "the keyring is locked"
    NO_KEYRING = "there is no keyring to be trusted"

    DIRECT = "no proxy stands in between"
    THROUGH_PROXY = "the way leads through a proxy"
    PROXY_UNUSABLE = "the proxy's setting can't be used"
    PROXY_PASSWORD = "the proxy wants a password"  # noqa: S105  a diagnosis, no password
    PROXY_REFUSES = "the proxy lets nothing through to it"

    NAME_FOUND = "the name leads to an address"
    NAME_UNKNOWN = "the name was not found"
    NAME_INSIDE = "the name leads to an address inside this network"

    CONNECTED = "the connection stands"
    NO_CONNECTION = "the connection was refused, or there is no way there"
    SILENCE = "nobody answers"

    TRUSTED = "the certificate is good"
    NO_TLS_NEEDED = "it is on this computer, where nothing is encrypted"
    NOT_LOOKED_AT = "it could not be looked at this way"
    INTERCEPTED = "a program or a firewall opens the connection"
    ISSUER_UNKNOWN = "nobody vouches for whoever signed the certificate"
    CERTIFICATE_TIME = "the certificate is not valid today, or the clock is wrong"
    ANOTHERS_CERTIFICATE = "the certificate is another server's"
    NO_TLS = "whoever answers does not encrypt"

    ANSWERS = "the service answers"
    ADDRESS_NOT_REGISTERED = "this shop's address is not registered there"
    FORBIDDEN = "the service lets nobody in from here"
    REDIRECTED = "the network leads elsewhere"
    FAULTY = "the service answers with an error of its own"
    DOWN = "the service is down"
    NO_ANSWER = "no answer came"

    CLOCK_RIGHT = "the clocks agree"
    CLOCK_WRONG = "the clocks differ"
    CLOCK_UNKNOWN = "the service did not say what time it is"

    TAKEN = "the credentials are right"
    REFUSED = "the credentials are wrong"
    ADDRESS_REFUSED = "this shop's address is refused, not the credentials"
    NOT_TRIED = "they can't be tried without moving money"
    ODD_ANSWER = "the answer can't be read"

    LEFT_OUT = "not looked at, for what came before"


_GOOD = frozenset(
    {
        Diagnosis.SETUP_FITS,
        Diagnosis.SECRETS_THERE,
        Diagnosis.SECRETS_TYPED,
        Diagnosis.DIRECT,
        Diagnosis.NAME_FOUND,
        Diagnosis.CONNECTED,
        Diagnosis.TRUSTED,
        Diagnosis.ANSWERS,
        Diagnosis.CLOCK_RIGHT,
        Diagnosis.TAKEN,
    }
)
_NOTES = frozenset(
    {
        Diagnosis.DEMO_ACCOUNT,
        Diagnosis.NO_BACK_URL,
        Diagnosis.THROUGH_PROXY,
        Diagnosis.NAME_INSIDE,
        Diagnosis.NO_TLS_NEEDED,
        Diagnosis.NOT_LOOKED_AT,
        Diagnosis.INTERCEPTED,
        Diagnosis.FAULTY,
        Diagnosis.CLOCK_UNKNOWN,
        Diagnosis.NOT_TRIED,
    }
)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one step has found.

    Attributes:
        facts: What belongs into its sentence, by name: a host, an issuer, minutes. Some of it was said
            by a server: untrusted, to be shown as plain text only. No secret.
        detail: For the technical part: names of what failed. No secret, no server's text.
    """

    check: Check
    diagnosis: Diagnosis
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    detail: str = ""

    @property
    def health(self) -> Health:
        """How the step stands."""
        if self.diagnosis is Diagnosis.LEFT_OUT:
            return Health.SKIPPED
        if self.diagnosis in _GOOD:
            return Health.GOOD
        return Health.NOTE if self.diagnosis in _NOTES else Health.BAD


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What a server showed of itself, before anything was said to it.

    Attributes:
        trusted: Whether this computer vouches for it.
        issuer: Who signed it; untrusted text, empty where it can't be read.
        names: The hosts it is for; untrusted text.
        begins, ends: When it is valid; aware, UTC; None where that can't be read.
    """

    trusted: bool
    issuer: str
    names: tuple[str, ...]
    begins: datetime | None
    ends: datetime | None

    def is_for(self, host: str) -> bool:
        """Whether it names a host; ``*.example.com`` names every one right below it."""
        below = host.partition(".")[2].lower()
        return any(name.lower() in {host.lower(), f"*.{below}"} for name in self.names)

    def is_valid_at(self, now: datetime) -> bool:
        """Whether it is valid at an instant, as far as that can be read."""
        begun = self.begins is None or self.begins <= now
        return begun and (self.ends is None or now <= self.ends)


_READERS = (
    "avast", "avg ", "bitdefender", "blue coat", "check point", "cisco", "dr.web", "eset", "forcepoint",
    "fortinet", "fortigate", "kaspersky", "mcafee", "netskope", "palo alto", "sonicwall", "sophos",
    "symantec web", "trend micro", "umbrella", "watchguard", "zscaler",
)  # fmt: skip
"""Who signs certificates of his own to read what others send: virus scanners and company firewalls."""


def judge_certificate(shown: Certificate, host: str, now: datetime) -> Diagnosis:
    """Say what a certificate that was shown for `host` means. The likeliest cause comes first."""
    issuer = shown.issuer.lower()
    if shown.trusted:
        return Diagnosis.INTERCEPTED if any(name in issuer for name in _READERS) else Diagnosis.TRUSTED
    if not shown.is_valid_at(now):
        return Diagnosis.CERTIFICATE_TIME
    if shown.names and not shown.is_for(host):
        return Diagnosis.ANOTHERS_CERTIFICATE
    return Diagnosis.ISSUER_UNKNOWN
