"""What the doctor says: each step by name, each finding in a sentence with what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.doctor.causes import on_the_way
from gui.format import instant, plain
from gui.sentences import Words
from gui.theme import Tone
from services.domain.diagnosis import Check, Diagnosis, Finding, Health

TONES = {
    Health.GOOD: Tone.DONE,
    Health.NOTE: Tone.ACCENT,
    Health.BAD: Tone.REFUSED,
    Health.SKIPPED: Tone.NEUTRAL,
}


def step_name(check: Check) -> str:
    """Name a step."""
    translate = QCoreApplication.translate
    return {
        Check.SETUP: translate("Doctor", "Account"),
        Check.SECRETS: translate("Doctor", "Credentials on this computer"),
        Check.PROXY: translate("Doctor", "Proxy"),
        Check.NAME: translate("Doctor", "Name (DNS)"),
        Check.CONNECTION: translate("Doctor", "Connection"),
        Check.CERTIFICATE: translate("Doctor", "Encryption (TLS)"),
        Check.ANSWER: translate("Doctor", "Service"),
        Check.CLOCK: translate("Doctor", "Clock"),
        Check.CREDENTIALS: translate("Doctor", "Credentials at the gateway"),
    }[check]


def health_name(health: Health) -> str:
    """Say how a step stands, in a word."""
    translate = QCoreApplication.translate
    return {
        Health.GOOD: translate("Doctor", "Good"),
        Health.NOTE: translate("Doctor", "Worth knowing"),
        Health.BAD: translate("Doctor", "Problem"),
        Health.SKIPPED: translate("Doctor", "Not looked at"),
    }[health]


def said(finding: Finding, now: datetime) -> Words:
    """Put a finding into words. What a server said of itself is made plain."""
    facts = {name: plain(fact, limit=80) for name, fact in finding.facts.items()}
    facts["now"] = instant(now)
    sentence, step = _words(finding.diagnosis)
    return _filled(sentence, facts), _filled(step, facts)


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """Put facts into a text; one that is not known stays a question mark."""
    return text.format_map(_Known(facts))


class _Known(dict[str, str]):
    def __missing__(self, _: str) -> str:
        return "?"


def _words(diagnosis: Diagnosis) -> Words:
    return on_the_way(diagnosis) or _about_ourselves(diagnosis)


def _about_ourselves(diagnosis: Diagnosis) -> Words:
    """Say what was found of the account, its credentials and the clock."""
    translate = QCoreApplication.translate
    return {
        Diagnosis.SETUP_FITS: (translate("Doctor", "The account fits its environment."), ""),
        Diagnosis.DEMO_ACCOUNT: (
            translate("Doctor", "A demo account: it asks the simulator on this computer, not a gateway."),
            "",
        ),
        Diagnosis.NO_BACK_URL: (
            translate("Doctor", "There is no BACK_URL, so voiding is not offered on this account."),
            translate("Doctor", "Enter any https page of yours as BACK_URL; the result is read by query."),
        ),
        Diagnosis.TEST_MERCHANT_IN_LIVE: (
            translate("Doctor", "{merchant} is the published test merchant, but this account is LIVE."),
            translate("Doctor", "Set the environment to test, or enter your own merchant code."),
        ),
        Diagnosis.TEST_HOST_IN_LIVE: (
            translate("Doctor", "This LIVE account has the test server's address as BACK_URL."),
            translate("Doctor", "Enter an https page of your own."),
        ),
        Diagnosis.SECRETS_THERE: (translate("Doctor", "They are in the system's keyring."), ""),
        Diagnosis.SECRETS_TYPED: (translate("Doctor", "Those just typed are tried; nothing is saved."), ""),
        Diagnosis.SECRETS_MISSING: (
            translate("Doctor", "No credentials are saved for this account on this computer."),
            translate("Doctor", "Edit the account and enter them."),
        ),
        Diagnosis.KEYRING_LOCKED: (
            translate("Doctor", "The system's keyring is locked."),
            translate("Doctor", "Unlock it, usually with the password of this computer, and look again."),
        ),
        Diagnosis.NO_KEYRING: (
            translate("Doctor", "This computer has no keyring in which secrets are safe."),
            translate("Doctor", "Set one up; on Linux that is GNOME Keyring or KWallet."),
        ),
        Diagnosis.CLOCK_RIGHT: (translate("Doctor", "This computer's clock and the gateway's agree."), ""),
        Diagnosis.CLOCK_WRONG: (
            translate("Doctor", "This computer's clock is {minutes} minutes off the gateway's."),
            translate(
                "Doctor", "Set the clock to automatic in the system's settings: void or refund is told by it."
            ),
        ),
        Diagnosis.CLOCK_UNKNOWN: (translate("Doctor", "The gateway did not say what time it is."), ""),
        Diagnosis.TAKEN: (
            translate("Doctor", "The gateway takes them. One harmless query was sent; no money moved."),
            "",
        ),
        Diagnosis.REFUSED: (
            translate("Doctor", "The gateway refuses them (code {code})."),
            translate(
                "Doctor",
                "Enter merchant and key again, and check that they belong to this environment: test keys are"
                " refused in live, and live keys in test.",
            ),
        ),
        Diagnosis.ADDRESS_REFUSED: (
            translate(
                "Doctor",
                "The gateway does not let this shop's internet address in. It says: \u201c{said}\u201d",
            ),
            translate(
                "Doctor",
                "The key is not the trouble. Give EsnekPOS the public IP address of this connection to"
                " register. It changes with the line: ask your provider for a fixed one.",
            ),
        ),
        Diagnosis.NOT_TRIED: (
            translate("Doctor", "Param's credentials can't be tried without moving money, so they were not."),
            translate(
                "Doctor",
                "Compare them with what Param gave you. A wrong password may end a return as unknown, with"
                " the order locked.",
            ),
        ),
        Diagnosis.ODD_ANSWER: (
            translate("Doctor", "The service answers, but what it says can't be read."),
            translate(
                "Doctor",
                "Something in between may be answering in its place: a sign-in page, a firewall. Try another"
                " network, or pass this report on to the gateway's support.",
            ),
        ),
        Diagnosis.LEFT_OUT: (translate("Doctor", "Not looked at, because of what was found before."), ""),
    }[diagnosis]
