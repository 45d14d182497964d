"""The words of the trade, as the screen says them: states, verbs, gateways, environments.

Pure functions of the domain's enums. A status is always a word with a tone.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gui.format import plain
from gui.theme import Tone
from services.domain.account import Account, Environment, GatewayName
from services.domain.evidence import Finding
from services.domain.payment import PaymentState, TransactionStatus, status_named
from services.domain.reversal import Confirmation, Intent, IntentState, SettledBy, Verb

if TYPE_CHECKING:
    from services.ledger.intents import Event

_MINUTE = timedelta(minutes=1)
_HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)

Status = tuple[str, Tone]
"""A word and its tone."""


def payment_state(state: PaymentState) -> Status:
    """Say what a payment has come to."""
    translate = QCoreApplication.translate
    match state:
        case PaymentState.PAID:
            return translate("Wording", "Paid"), Tone.DONE
        case PaymentState.VOIDED:
            return translate("Wording", "Voided"), Tone.NEUTRAL
        case PaymentState.PARTLY_REFUNDED:
            return translate("Wording", "Partly refunded"), Tone.ACCENT
        case PaymentState.REFUNDED:
            return translate("Wording", "Refunded"), Tone.NEUTRAL
        case PaymentState.DECLINED:
            return translate("Wording", "Declined"), Tone.REFUSED
        case PaymentState.WAITING:
            return translate("Wording", "Waiting"), Tone.WAITING
        case PaymentState.UNCLEAR:
            return translate("Wording", "Unclear"), Tone.UNKNOWN


def transaction_status(status: TransactionStatus) -> Status:
    """Say what a movement is and how it ended."""
    translate = QCoreApplication.translate
    match status:
        case TransactionStatus.WAITING:
            return translate("Wording", "Payment, waiting"), Tone.WAITING
        case TransactionStatus.WAITING_FOR_3D:
            return translate("Wording", "Payment, waiting for 3-D"), Tone.WAITING
        case TransactionStatus.PAID:
            return translate("Wording", "Payment, done"), Tone.DONE
        case TransactionStatus.PAYMENT_FAILED:
            return translate("Wording", "Payment, failed"), Tone.REFUSED
        case TransactionStatus.VOIDED:
            return translate("Wording", "Void, done"), Tone.DONE
        case TransactionStatus.VOID_FAILED:
            return translate("Wording", "Void, failed"), Tone.REFUSED
        case TransactionStatus.REFUNDED:
            return translate("Wording", "Refund, done"), Tone.DONE
        case TransactionStatus.REFUND_FAILED:
            return translate("Wording", "Refund, failed"), Tone.REFUSED
        case TransactionStatus.UNRECOGNISED:
            return translate("Wording", "Not a known movement"), Tone.UNKNOWN


def movement_name(status: TransactionStatus, name: str | None) -> str:
    """Name a movement; with the gateway's own words behind it where they do not say the same."""
    words = transaction_status(status)[0]
    if not name or status_named(name) is status:
        return words
    return f"{words} \N{LEFT DOUBLE QUOTATION MARK}{plain(name, limit=60)}\N{RIGHT DOUBLE QUOTATION MARK}"


def intent_state(intent: Intent) -> Status:
    """Say how a reversal stands."""
    translate = QCoreApplication.translate
    match intent.state:
        case IntentState.ARMED:
            return translate("Wording", "Written down"), Tone.WAITING
        case IntentState.SENT:
            return translate("Wording", "Being sent"), Tone.WAITING
        case IntentState.DONE:
            if intent.settled is not None and intent.settled.confirmation is Confirmation.PENDING:
                return translate("Wording", "Done, awaiting confirmation"), Tone.WAITING
            return translate("Wording", "Done"), Tone.DONE
        case IntentState.REFUSED:
            return translate("Wording", "Refused"), Tone.REFUSED
        case IntentState.NOT_SENT:
            return translate("Wording", "Not sent"), Tone.NEUTRAL
        case IntentState.OUTCOME_UNKNOWN:
            return translate("Wording", "Unknown"), Tone.UNKNOWN


def verb(which: Verb) -> str:
    """Name a verb, as a noun."""
    translate = QCoreApplication.translate
    return translate("Wording", "Void") if which is Verb.VOID else translate("Wording", "Refund")


def environment(which: Environment) -> str:
    """Name an environment, as its badge does."""
    translate = QCoreApplication.translate
    match which:
        case Environment.DEMO:
            return translate("Wording", "DEMO")
        case Environment.TEST:
            return translate("Wording", "TEST")
        case Environment.LIVE:
            return translate("Wording", "LIVE")


def gateway(which: GatewayName) -> str:
    """Name a gateway, as it writes itself; the same in every language."""
    return "EsnekPOS" if which is GatewayName.ESNEKPOS else "Param"


def age(passed: timedelta) -> str:
    """Say roughly how long: ``3 min``, ``2 h``, ``4 d``. What lies ahead is no time at all."""
    translate = QCoreApplication.translate
    if passed < _MINUTE:
        return translate("Doubts", "less than a minute")
    if passed < _HOUR:
        return translate("Doubts", "{count} min").format(count=passed // _MINUTE)
    if passed < _DAY:
        return translate("Doubts", "{count} h").format(count=passed // _HOUR)
    return translate("Doubts", "{count} d").format(count=passed // _DAY)


def step_name(event: Event) -> str:
    """Name one step of an intent."""
    translate = QCoreApplication.translate
    if event.confirmation is Confirmation.SEEN:
        return translate("Doubts", "Seen in the gateway's own record")
    match event.state:
        case IntentState.ARMED:
            return translate("Doubts", "Written down")
        case IntentState.SENT:
            return translate("Doubts", "Sent")
        case IntentState.DONE:
            return translate("Doubts", "Done")
        case IntentState.REFUSED:
            return translate("Doubts", "Refused")
        case IntentState.NOT_SENT:
            return translate("Doubts", "Not sent")
        case IntentState.OUTCOME_UNKNOWN:
            return translate("Doubts", "Unknown")


def finding_words(finding: Finding) -> str:
    """Say what a look found."""
    translate = QCoreApplication.translate
    return {
        Finding.GIVEN_BACK: translate("Doubts", "Looked: the money went back"),
        Finding.FAILED: translate("Doubts", "Looked: a movement says that it failed"),
        Finding.NOTHING_NEW: translate("Doubts", "Looked: nothing new"),
        Finding.FOR_A_PERSON: translate("Doubts", "Looked: it can be read in more than one way"),
    }[finding]


def basis(by: SettledBy) -> str:
    """Say what an outcome rests on."""
    translate = QCoreApplication.translate
    return {
        SettledBy.ANSWER: translate("Outcome", "by the gateway's answer"),
        SettledBy.TRANSPORT: translate("Outcome", "by how the connection ended"),
        SettledBy.QUERY: translate("Outcome", "by a later query"),
        SettledBy.RESTART: translate("Outcome", "the program ended before it could be written down"),
        SettledBy.PERSON: translate("Outcome", "by a person's word"),
    }[by]


def called(account: Account) -> str:
    """Name an account so that it can't be taken for another: ``Merkez · EsnekPOS · LIVE``."""
    name = plain(account.name, limit=60)
    return f"{name} · {gateway(account.gateway)} · {environment(account.environment)}"
