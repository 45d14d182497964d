"""What the accounts dialog says of an account: its state, what it lacks, what a test has shown."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QCoreApplication

from gui.errors import Explained, explain
from gui.theme import Tone
from gui.wording import Status, called
from services.accounts import Proof, Tested
from services.domain.account import Account
from services.domain.errors import InvalidInput, Missing, NotConfigured, ServiceError

_CLOCKS_AGREE = timedelta(minutes=2)


def state(account: Account, missing: NotConfigured | None) -> Status:
    """Say how an account stands."""
    translate = QCoreApplication.translate
    if account.retired:
        return translate("Accounts", "Retired"), Tone.NEUTRAL
    if missing is None:
        return translate("Accounts", "Ready"), Tone.DONE
    match missing.missing:
        case Missing.UNLOCKED_KEYRING:
            return translate("Accounts", "Keyring locked"), Tone.WAITING
        case Missing.REAL_KEYRING:
            return translate("Accounts", "No keyring"), Tone.REFUSED
        case _:
            return translate("Accounts", "Credentials missing"), Tone.REFUSED


def about(account: Account, error: ServiceError) -> Explained:
    """Put an error into words, naming the account it is about."""
    explained = explain(error)
    sentence = explained.sentence
    if isinstance(error, InvalidInput):
        sentence = f"{error.field}: {sentence}"
    return replace(explained, sentence=f"{called(account)}: {sentence}")


def proven(account: Account, tested: Tested, now: datetime) -> tuple[str, str]:
    """Say what a test has shown, and what it has not."""
    translate = QCoreApplication.translate
    if tested.proof is Proof.CREDENTIALS:
        sentence = translate("Accounts", "{account}: the gateway answered and took the credentials.")
        rest = translate("Accounts", "One harmless query was sent; no money moved.")
    else:
        sentence = translate("Accounts", "{account}: Param's service answers this computer.")
        rest = translate(
            "Accounts",
            "Param's credentials can't be proven without moving money, so they were not tried. A wrong"
            " password may end a return as unknown, with the order locked: check them twice.",
        )
    if tested.server_date is not None and abs(tested.server_date - now) > _CLOCKS_AGREE:
        minutes = round(abs(tested.server_date - now) / timedelta(minutes=1))
        rest += " " + translate(
            "Accounts",
            "This computer's clock is {minutes} minutes off the gateway's: set it, since void or refund is"
            " decided by the time.",
        ).format(minutes=minutes)
    return sentence.format(account=called(account)), rest
