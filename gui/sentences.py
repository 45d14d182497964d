"""The sentences for each thing that can go wrong, by its enum: what happened, and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import money, plain
from services.domain.errors import (
    InputProblem,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotRecorded,
    Reach,
    WhyNot,
)
from services.domain.money import Money
from services.domain.reversal import IntentState

Words = tuple[str, str]
"""A sentence and a next step; the second may be empty."""


def input_problem(problem: InputProblem, limit: Money | int | None = None, *, other: str = "") -> str:
    """Say what is wrong with something typed, to stand beside its field; `other` as in `InvalidInput`."""
    translate = QCoreApplication.translate
    sentence = {
        InputProblem.EMPTY: translate("Errors", "This can't be empty."),
        InputProblem.NOT_AN_AMOUNT: translate("Errors", "This is no amount. Write it like 1.250,00"),
        InputProblem.NOT_POSITIVE: translate("Errors", "The amount must be more than zero."),
        InputProblem.MORE_THAN_LEFT: translate("Errors", "That is more than what is left."),
        InputProblem.PAYABLE_OVER_PRODUCT: translate(
            "Errors", "A seller can't be due more than the product's amount."
        ),
        InputProblem.PAYABLE_OVER_RETURNED: translate(
            "Errors", "A seller can't be due more than what is given back here."
        ),
        InputProblem.TOO_LONG: translate("Errors", "That is too long."),
        InputProblem.NOT_A_NUMBER: translate("Errors", "Only digits can stand here."),
        InputProblem.NOT_A_GUID: translate(
            "Errors", "This is no GUID: it has 36 characters, like 0C13D406-873B-403B-9C09-A5766840D98C."
        ),
        InputProblem.NOT_HTTPS: translate("Errors", "This must be an address that begins with https://"),
        InputProblem.TEST_HOST_IN_LIVE: translate(
            "Errors", "A live account can't use the test server's address."
        ),
        InputProblem.ALREADY_THERE: translate("Errors", "This is there already."),
        InputProblem.IN_THE_FUTURE: translate("Errors", "This lies in the future."),
        InputProblem.NO_LINES: translate("Errors", "There must be at least one seller."),
        InputProblem.IN_ANOTHER_ORDER: translate(
            "Errors", "This line belongs to order {order} already: open that one instead."
        ).format(order=plain(other, limit=40)),
        InputProblem.LOCKED_BY_INTENT: translate(
            "Errors", "This can't be changed any more: money was asked back on it."
        ),
        InputProblem.NOT_LOOPBACK: translate("Errors", "A demo account's address must be on this computer."),
        InputProblem.NOT_CONFIRMED: translate("Errors", "This must be confirmed first."),
        InputProblem.TOO_SHORT: translate("Errors", "That is too short."),
        InputProblem.WRONG_CODE: translate("Errors", "This is not the code that was given."),
        InputProblem.LAST_OWNER: translate("Errors", "At least one owner with a PIN must be left."),
        InputProblem.OUT_OF_RANGE: translate("Errors", "This is outside what is allowed."),
        InputProblem.NOT_PRINTABLE: translate(
            "Errors", "It holds characters that can't be seen. Type it by hand."
        ),
    }[problem]
    if limit is None:
        return sentence
    most = money(limit) if isinstance(limit, Money) else str(limit)
    return translate("Errors", "{sentence} At most: {most}").format(sentence=sentence, most=most)


def not_recorded(error: NotRecorded) -> Words:
    """Say how it ended, since the ledger can't."""
    translate = QCoreApplication.translate
    match error.settlement.state:
        case IntentState.DONE:
            sentence = translate("Errors", "The money went back, but this could not be written down: {path}")
        case IntentState.REFUSED:
            sentence = translate("Errors", "It was refused, but this could not be written down: {path}")
        case IntentState.NOT_SENT:
            sentence = translate("Errors", "Nothing was sent, but this could not be written down: {path}")
        case _:
            sentence = translate(
                "Errors",
                "It is not known whether the money went back, and this could not be written down: {path}",
            )
    return (
        sentence.format(path=error.path),
        translate(
            "Errors",
            "It is tried again by itself: keep the program open. The order stays locked, and nothing else is"
            " sent until it is written down.",
        ),
    )


def ledger(error: LedgerUnavailable) -> Words:  # noqa: C901, PLR0912  a table, one row a fault
    """Say why our own book can't be used."""
    translate = QCoreApplication.translate
    match error.fault:
        case LedgerFault.LOCKED:
            words = (
                translate("Errors", "Another program holds the ledger: {path}"),
                translate("Errors", "Close the other one, then try again. Until then you can only look."),
            )
        case LedgerFault.READ_ONLY:
            words = (
                translate("Errors", "The ledger can't be written: {path}"),
                translate("Errors", "Give this user the right to write there. Nothing is sent until then."),
            )
        case LedgerFault.CORRUPT:
            words = (
                translate("Errors", "The ledger is damaged: {path}"),
                translate(
                    "Errors",
                    "Nothing was overwritten. Bring back a backup, or ask for help before you go on.",
                ),
            )
        case LedgerFault.NEWER:
            words = (
                translate("Errors", "A newer version of this program made the ledger: {path}"),
                translate("Errors", "Install the newer version. Nothing was changed."),
            )
        case LedgerFault.BEFORE_RELEASE:
            words = (
                translate("Errors", "A test version from before the first release made the ledger: {path}"),
                translate(
                    "Errors",
                    "This version can't read it, and left it whole. Choose another folder, or move it away.",
                ),
            )
        case LedgerFault.NETWORK_FOLDER:
            words = (
                translate("Errors", "The ledger can't be kept on a network folder: {path}"),
                translate("Errors", "Choose a folder on this computer."),
            )
        case LedgerFault.SYNCED_FOLDER:
            words = (
                translate("Errors", "The ledger can't be kept in a synced folder: {path}"),
                translate("Errors", "Choose a folder that no cloud service keeps in step."),
            )
        case LedgerFault.DISK_FULL:
            words = (
                translate("Errors", "The disk is full: {path}"),
                translate("Errors", "Make room. Nothing is sent until the ledger can be written."),
            )
        case LedgerFault.NOT_OURS:
            words = (
                translate("Errors", "This folder holds a real ledger, not a demo's: {path}"),
                translate("Errors", "Choose another folder for the demo. Nothing was changed."),
            )
        case LedgerFault.OLDER:
            words = (
                translate("Errors", "This ledger is older than this computer remembers it: {path}"),
                translate(
                    "Errors",
                    "It may have forgotten reversals. Nothing is sent until an owner looked and confirms.",
                ),
            )
        case LedgerFault.COPIED:
            words = (
                translate("Errors", "This ledger is a copy, or its folder was moved: {path}"),
                translate(
                    "Errors",
                    "Only one ledger sends for a merchant. Nothing is sent from this one until an owner"
                    " confirms that it is the one to go on with.",
                ),
            )
        case LedgerFault.REPLACED:
            words = (
                translate("Errors", "The ledger is not in its place any more: {path}"),
                translate(
                    "Errors",
                    "It was moved, deleted or replaced while it was open. Nothing is sent. Close the program,"
                    " put the folder back and start again.",
                ),
            )
        case LedgerFault.ELSEWHERE:
            words = (
                translate(
                    "Errors", "Another ledger on this computer sends for this merchant, not this one: {path}"
                ),
                translate(
                    "Errors",
                    "Two ledgers can pay the same sale twice. Nothing is sent from here until an owner"
                    " confirms that this is the one to go on with.",
                ),
            )
        case LedgerFault.CROWDED:
            words = (
                translate("Errors", "Another window of this program works for this merchant."),
                translate("Errors", "Nothing is sent from here. Go on there, or close it and try again."),
            )
        case LedgerFault.OTHER:
            words = (
                translate("Errors", "The ledger can't be used: {path}"),
                translate(
                    "Errors", "Nothing is sent without it. Pass the technical part on to whoever helps you."
                ),
            )
    sentence, next_step = words
    if error.kept_aside is not None:
        kept = translate("Errors", "The damaged file was kept: {path}").format(path=error.kept_aside)
        next_step = f"{next_step} {kept}"
    return sentence.format(path=error.path), next_step


def lacking(missing: Missing) -> Words:
    """Say what an account lacks."""
    translate = QCoreApplication.translate
    match missing:
        case Missing.CREDENTIALS:
            return (
                translate("Errors", "This account has no credentials on this computer."),
                translate("Errors", "Open the account and enter them."),
            )
        case Missing.BACK_URL:
            return (
                translate("Errors", "This account has no BACK_URL, and EsnekPOS voids nothing without one."),
                translate("Errors", "Open the account and enter an https page of yours."),
            )
        case Missing.REAL_KEYRING:
            return (
                translate("Errors", "This computer has no safe place for credentials (a keyring)."),
                translate(
                    "Errors",
                    "Set up the system's keyring, then try again. They are never written into a file.",
                ),
            )
        case Missing.UNLOCKED_KEYRING:
            return (
                translate("Errors", "The system's keyring is locked."),
                translate("Errors", "Unlock it, then try again."),
            )
        case Missing.AUDIT_KEY:
            return (
                translate("Errors", "The key of the audit log is lost."),
                translate("Errors", "An owner enters the recovery code, or begins a new part of the log."),
            )


def not_reversible(why: WhyNot) -> Words:  # noqa: C901, PLR0912  a table, one row a reason
    """Say why money can't go back."""
    translate = QCoreApplication.translate
    match why:
        case WhyNot.DECLINED:
            return translate("Errors", "This payment was declined; the customer was not charged."), ""
        case WhyNot.WAITING:
            return (
                translate("Errors", "This payment is still waiting; nothing was charged yet."),
                translate("Errors", "Look again in a while."),
            )
        case WhyNot.UNCLEAR:
            return (
                translate("Errors", "What became of this payment is not clear from the answer."),
                translate("Errors", "Look at its movements, or ask the gateway's support."),
            )
        case WhyNot.CONTRADICTORY:
            return (
                translate(
                    "Errors",
                    "The gateway's answer contradicts itself: one part says paid, another part does not.",
                ),
                translate(
                    "Errors",
                    "See in the gateway's merchant panel whether it is still paid, and void it there.",
                ),
            )
        case WhyNot.ALREADY_VOIDED:
            return translate("Errors", "This payment was voided already."), ""
        case WhyNot.ALREADY_REFUNDED:
            return translate("Errors", "This was refunded already."), ""
        case WhyNot.PARTLY_REFUNDED:
            return (
                translate(
                    "Errors", "A part of this payment was refunded already, and a void takes the whole."
                ),
                translate("Errors", "Give the rest back in the gateway's merchant panel."),
            )
        case WhyNot.NOTHING_LEFT:
            return translate("Errors", "There is nothing left to give back."), ""
        case WhyNot.SALE_TIME_UNKNOWN:
            return (
                translate("Errors", "When this was sold is not certain."),
                translate("Errors", "Say which day it was sold on."),
            )
        case WhyNot.AMOUNT_UNKNOWN:
            return (
                translate("Errors", "How much was charged is not certain."),
                translate("Errors", "Void it in the gateway's merchant panel."),
            )
        case WhyNot.REFERENCE_TOO_LONG:
            return (
                translate(
                    "Errors", "The reference is longer than the 24 characters EsnekPOS takes for a void."
                ),
                translate("Errors", "Void it in the gateway's merchant panel."),
            )
        case WhyNot.RETIRED_ACCOUNT:
            return translate("Errors", "This account is retired; nothing new is done with it."), ""
        case WhyNot.NOT_FOUND:
            return (
                translate("Errors", "The gateway does not know this reference."),
                translate("Errors", "Check the reference and the account."),
            )
        case WhyNot.NOT_OFFERED:
            return (
                translate("Errors", "This gateway does not offer that."),
                translate("Errors", "Use the gateway's merchant panel."),
            )


NEEDS_HELP = frozenset({Reach.TLS, Reach.FORBIDDEN})
"""How far a request came where trying again changes nothing until the connection is put right."""


def unreachable(how_far: Reach) -> Words:
    """Say how far a request came."""
    translate = QCoreApplication.translate
    again = translate("Errors", "You can ask again.")
    match how_far:
        case Reach.NAME:
            return translate(
                "Errors", "The gateway's address could not be found: is the internet there?"
            ), again
        case Reach.CONNECT:
            return translate("Errors", "No connection to the gateway."), again
        case Reach.TLS:
            return (
                translate("Errors", "The connection to the gateway is not trustworthy, so it was not used."),
                translate(
                    "Errors", "Check this computer's date, and whether something looks into its connections."
                ),
            )
        case Reach.PROXY:
            return translate("Errors", "The proxy let nothing through to the gateway."), again
        case Reach.TIMEOUT:
            return translate("Errors", "The gateway did not answer in time."), again
        case Reach.BROKEN:
            return translate("Errors", "The connection to the gateway broke."), again
        case Reach.FORBIDDEN:
            return (
                translate("Errors", "The gateway does not let this computer's address in."),
                translate("Errors", "Have this shop's internet address registered at the gateway."),
            )
        case Reach.CLOSED:
            return translate("Errors", "The program was closing."), ""
