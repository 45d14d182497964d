"""A `ServiceError` as a person reads it: what happened, what to do next, and a technical part to pass on.

The sentences are made from an error's type and fields. A gateway's own words are untrusted: they are
made plain, and stand only where `Refused` carries them.

An error tells of one call, and may be shown beside a reversal whose end is open: so `explain` never says that
nothing happened or was sent. That is said by `explain_press` alone, over a press that came to nothing; what a
failed look means for the reversal it was about is said by `explain_look`.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication

from gui import denied_words, sentences
from gui.differing_words import differing_words
from gui.file_words import file_words
from gui.format import plain
from gui.wording import verb
from services.domain.account import Account
from services.domain.errors import (
    AddressNotRegistered,
    BadReply,
    Changed,
    ClockWrong,
    CredentialsRefused,
    InProgress,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    NotConfigured,
    NotRecorded,
    NotReversible,
    NotVouched,
    OutcomeUnknown,
    Reach,
    Refused,
    ServiceError,
    Unreachable,
    VerbChanged,
    Withdrawn,
)
from services.domain.reversal import Intent
from services.tables.faults import FileTrouble, Stopped

_STOPS_A_LOOK = (Unreachable, BadReply, Refused, NotConfigured, NotAllowed, LedgerUnavailable)
"""What a look at a reversal may fail with, and is worth saying."""


@dataclass(frozen=True, slots=True)
class Explained:
    """An error in words.

    Attributes:
        sentence: What happened.
        next_step: What to do now; may be empty.
        technical: For whoever helps: the error's name, its account, its detail. No secret in it.
        ails: Whose way to the gateway the doctor could look at; None where that would not help.
    """

    sentence: str
    next_step: str
    technical: str
    ails: Account | None = None


def explain(error: ServiceError) -> Explained:
    """Put an error into words, in the language of the screen."""
    sentence, next_step = _words(error)
    if isinstance(error, Refused) and error.text:
        sentence = (
            f"{sentence} \N{LEFT DOUBLE QUOTATION MARK}{plain(error.text)}\N{RIGHT DOUBLE QUOTATION MARK}"
        )
    return Explained(sentence, next_step, _technical(error), _ails(error))


def explain_press(error: ServiceError) -> Explained:
    """Put into words why a reversal that was pressed, or planned, was not sent."""
    translate = QCoreApplication.translate
    explained = explain(error)
    if isinstance(error, InvalidInput | NotRecorded | OutcomeUnknown):
        return explained  # not pressed yet, or sent
    nothing = translate("Errors", "Nothing was sent.")
    if isinstance(error, InProgress):
        nothing = translate("Errors", "Nothing new was sent.")
    again = explained.next_step
    if isinstance(error, Unreachable) and error.reach not in sentences.NEEDS_HELP:
        again = translate("Errors", "You can try again.")
    return replace(explained, sentence=f"{explained.sentence} {nothing}", next_step=again)


def explain_look(error: ServiceError, intent: Intent) -> Explained:
    """Put into words that a look at a reversal failed: what that leaves open, then why."""
    translate = QCoreApplication.translate
    explained = explain(error)
    if intent.state.is_open:
        sentence = translate(
            "Errors",
            "The query was not answered. The outcome is still unknown; do not send it again, and pay nothing"
            " by hand.",
        )
    else:
        sentence = translate("Errors", "The query was not answered. What was written down stays as it is.")
    why = (
        explained.sentence if isinstance(error, _STOPS_A_LOOK) and not isinstance(error, NotRecorded) else ""
    )
    return replace(explained, sentence=sentence, next_step=why)


def _ails(error: ServiceError) -> Account | None:
    """Return the account whose gateway was not reached, or does not know it."""
    if isinstance(error, Unreachable) and error.reach is Reach.CLOSED:
        return None
    reaches_badly = isinstance(error, Unreachable | CredentialsRefused | AddressNotRegistered | BadReply)
    return error.account if reaches_badly else None


def _technical(error: ServiceError) -> str:
    lines = [type(error).__name__]
    if isinstance(error, Refused):
        lines[0] += f" ({error.code})"
    if error.account is not None:
        account = error.account
        lines.append(f"{account.gateway.value} / {account.environment.value} / {account.merchant}")
    if str(error):
        lines.append(plain(str(error), limit=2000))
    return "\n".join(lines)


def _words(error: ServiceError) -> sentences.Words:  # noqa: C901, PLR0912  a table, one row a class
    translate = QCoreApplication.translate
    match error:
        case InvalidInput():
            return sentences.input_problem(error.problem, error.limit), ""
        case NotRecorded():
            return sentences.not_recorded(error)
        case LedgerUnavailable():
            return sentences.ledger(error)
        case NotConfigured():
            return sentences.lacking(error.missing)
        case NotVouched():
            return translate("Errors", "The ledger is not as its log says."), differing_words(error.what)
        case NotAllowed():
            return denied_words.denied(error)
        case ClockWrong():
            return (
                translate("Errors", "This computer's clock is wrong by {minutes} minutes.").format(
                    minutes=max(1, round(abs(error.skew.total_seconds()) / 60))
                ),
                translate("Errors", "Set the clock; void or refund is told by it."),
            )
        case FileTrouble():
            return file_words(error)
        case Stopped():
            return translate("Errors", "You stopped it. Nothing was kept of it."), ""
        case Withdrawn():
            return translate("Errors", "It was taken back in time."), ""
        case NotReversible():
            return sentences.not_reversible(error.why)
        case Changed():
            return (
                translate("Errors", "Something changed since you looked."),
                translate("Errors", "Look at what is different, then decide again."),
            )
        case VerbChanged():
            return (
                translate("Errors", "The business day has ended; this would now be: {verb}.").format(
                    verb=verb(error.now.verb)
                ),
                translate("Errors", "Close this and decide again."),
            )
        case InProgress():
            return (
                translate("Errors", "This order has a reversal whose end is still open."),
                translate("Errors", "Go to the open one and see how it ended."),
            )
        case Unreachable():
            return sentences.unreachable(error.reach)
        case OutcomeUnknown():
            return (
                translate("Errors", "It is not known whether the money went back."),
                translate("Errors", "Do not send it again. The order stays locked until it is known."),
            )
        case BadReply():
            return (
                translate("Errors", "The gateway gave an answer that can't be trusted."),
                translate(
                    "Errors", "Ask again; if it stays so, give the reference to the gateway's support."
                ),
            )
        case AddressNotRegistered():
            return sentences.unreachable(Reach.FORBIDDEN)
        case CredentialsRefused():
            return (
                translate("Errors", "The gateway does not accept this account's credentials."),
                translate("Errors", "Check the key, the user name and the password in the account."),
            )
        case Refused():
            return (
                translate("Errors", "The gateway answered no (code {code}).").format(
                    code=plain(error.code, limit=40)
                ),
                translate("Errors", "Look at the payment again before you decide what to do."),
            )
        case _:
            return translate("Errors", "Something went wrong."), ""
