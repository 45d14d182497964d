"""How a reversal went, in words: what happened, what to do, and what their codes mean (WIRE's tables).

Pure functions of an `Intent`. Their own text is untrusted and stands apart from our words; a code that
no table names is quoted and never explained.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from gui.format import instant, money, plain
from gui.theme import Tone
from gui.wording import basis, intent_state
from services.domain.account import GatewayName
from services.domain.refusal import is_about_the_address
from services.domain.reversal import (
    CERTAIN_AFTER,
    Confirmation,
    Intent,
    IntentState,
    SettledBy,
    Testimony,
    Verb,
)


@dataclass(frozen=True, slots=True)
class Told:
    """One outcome in words.

    Attributes:
        title: What happened to how much, in a few words.
        sentence: How that is known.
        next_step: What a person does now; may be empty.
        other_verb: The gateway said that the other verb is the right one: plan again.
    """

    title: str
    tone: Tone
    sentence: str
    next_step: str = ""
    other_verb: Verb | None = None


def told(intent: Intent) -> Told:
    """Put an outcome into words, in the language of the screen."""
    if intent.settled is not None and intent.settled.by is SettledBy.PERSON:
        return _said_by_a_person(intent)
    match intent.state:
        case IntentState.DONE:
            return _done(intent)
        case IntentState.REFUSED:
            return _refused(intent)
        case IntentState.NOT_SENT:
            return _not_sent(intent)
        case IntentState.OUTCOME_UNKNOWN:
            return _unknown(intent)
        case IntentState.ARMED | IntentState.SENT:
            translate = QCoreApplication.translate
            title = translate("Outcome", "Under way: {amount}").format(amount=money(intent.draft.amount))
            return Told(
                title,
                Tone.WAITING,
                translate("Outcome", "It was written down and its end is not known yet."),
                translate("Outcome", "Wait a minute and look again. The order is locked until then."),
            )


def never_sent() -> str:
    """Say that a line's turn never came."""
    return QCoreApplication.translate("Outcome", "Never sent: the one before it did not end as done")


def _said_by_a_person(intent: Intent) -> Told:
    """What nobody could look up: the outcome is what somebody says, and is not called the gateway's word."""
    translate = QCoreApplication.translate
    if intent.state is IntentState.DONE:
        waits = intent.settled is not None and intent.settled.confirmation is Confirmation.PENDING
        return Told(
            translate("Outcome", "Settled as given back: {amount}").format(amount=money(intent.draft.amount)),
            Tone.WAITING if waits else Tone.DONE,
            translate("Outcome", "Nobody could look it up; a person says that the money went back."),
            translate("Outcome", "The gateway's own record does not show it yet; it is looked at on.")
            if waits
            else "",
        )
    return Told(
        translate("Outcome", "Settled as not given back: {amount}").format(amount=money(intent.draft.amount)),
        Tone.REFUSED,
        translate("Outcome", "Nobody could look it up; a person says that no money went back."),
        translate("Outcome", "The order is free again."),
    )


def _is_void(intent: Intent) -> bool:
    return intent.draft.verb is Verb.VOID


def _done(intent: Intent) -> Told:
    translate = QCoreApplication.translate
    said = translate("Outcome", "Voided: {amount}")
    if not _is_void(intent):
        said = translate("Outcome", "Refunded: {amount}")
    title = said.format(amount=money(intent.draft.amount))
    confirmation = intent.settled.confirmation if intent.settled is not None else None
    if confirmation is Confirmation.PENDING:
        return Told(
            title,
            Tone.WAITING,
            translate("Outcome", "The gateway said yes; its own record does not show it yet."),
            translate("Outcome", "Awaiting confirmation. The order stays shut; do not send it again."),
        )
    if confirmation is Confirmation.SEEN and _answered_no(intent):
        return Told(
            title,
            Tone.WAITING,
            translate(
                "Outcome", "The gateway's answer was no; its own record shows that the money went back."
            ),
            translate(
                "Outcome", "If the customer was paid in another way meanwhile, take that up with them."
            ),
        )
    if confirmation is Confirmation.SEEN:
        return Told(title, Tone.DONE, translate("Outcome", "The gateway's own record shows it."))
    return Told(
        title,
        Tone.DONE,
        translate("Outcome", "Param said yes. It has no query to see it with; its merchant panel shows it."),
    )


def _answered_no(intent: Intent) -> bool:
    """Whether the gateway's record contradicts its answer, which was no."""
    settled = intent.settled
    return (
        settled is not None
        and settled.by is SettledBy.QUERY
        and settled.code not in (None, "0")
        and intent.draft.order.gateway is GatewayName.ESNEKPOS
    )


def _refused(intent: Intent) -> Told:
    translate = QCoreApplication.translate
    said = translate("Outcome", "Void refused: {amount}")
    if not _is_void(intent):
        said = translate("Outcome", "Refund refused: {amount}")
    title = said.format(amount=money(intent.draft.amount))
    nothing = translate("Outcome", "No money went back.")
    if intent.settled is not None and intent.settled.by is SettledBy.QUERY:
        nothing = translate("Outcome", "No money went back: the gateway's own record says so.")
    if intent.watched_until is not None:
        watched = translate("Outcome", "In case it is booked late, it is looked at until {when}.")
        nothing = f"{nothing} {watched.format(when=instant(intent.watched_until))}"
    code = intent.settled.code if intent.settled is not None else None
    if intent.draft.order.gateway is GatewayName.ESNEKPOS:
        return Told(
            title,
            Tone.REFUSED,
            nothing,
            _esnekpos_advice(code, intent.settled.text if intent.settled else None),
        )
    sentence, next_step, other = _param_advice(code)
    return Told(title, Tone.REFUSED, sentence or nothing, next_step, other)


def _esnekpos_advice(code: str | None, text: str | None) -> str:
    translate = QCoreApplication.translate
    if code == "102" and is_about_the_address(text):
        return translate(
            "Outcome",
            "EsnekPOS does not know this shop's internet address. Have it registered there, then try again.",
        )
    if code == "102":
        return translate("Outcome", "The merchant key is wrong. Correct it in the account, then try again.")
    return translate(
        "Outcome",
        "Look at the payment again. If it can still be voided you may try once more; else void it in "
        "EsnekPOS's merchant panel.",
    )


def _param_advice(code: str | None) -> tuple[str, str, Verb | None]:
    """Return what a code means, what to do, and the verb Param would take instead (WIRE)."""
    translate = QCoreApplication.translate
    match code:
        case "-100" | "-101" | "-216":
            return (
                translate("Outcome", "No money went back: Param does not accept this account."),
                translate("Outcome", "Correct the user name, the password and the GUID in the account."),
                None,
            )
        case "-209" | "-210":
            return (
                translate("Outcome", "No money went back: Param finds nothing to give back here."),
                translate("Outcome", "Compare the order number and the seller's GUID with Param's panel."),
                None,
            )
        case "-211" | "-212":
            return (
                translate("Outcome", "Nothing new went back: Param says it was given back already."),
                translate(
                    "Outcome", "See in Param's panel who did it and when, before you tell the customer."
                ),
                None,
            )
        case "-213":
            return (
                translate("Outcome", "No money went back: for Param the day of this sale has ended."),
                _plan_again(Verb.REFUND),
                Verb.REFUND,
            )
        case "-214":
            return (
                translate("Outcome", "No money went back: for Param this sale is still of today."),
                _plan_again(Verb.VOID),
                Verb.VOID,
            )
        case "-217" | "-218":
            return (
                translate("Outcome", "No money went back: Param does not accept the amount."),
                translate("Outcome", "Compare the seller's amounts with Param's panel, then try again."),
                None,
            )
        case "-221":
            return (
                translate("Outcome", "No money went back: that is more than Param still has of it."),
                translate("Outcome", "See in Param's panel what is left, then give back no more than that."),
                None,
            )
        case _:
            return "", translate("Outcome", "Look the order up in Param's panel before you try again."), None


def _plan_again(verb: Verb) -> str:
    translate = QCoreApplication.translate
    if verb is Verb.REFUND:
        return translate("Outcome", "It takes a refund instead: plan it again, review and confirm it anew.")
    return translate("Outcome", "It takes a void instead: plan it again, review and confirm it anew.")


def _not_sent(intent: Intent) -> Told:
    translate = QCoreApplication.translate
    title = translate("Outcome", "Not sent: {amount}").format(amount=money(intent.draft.amount))
    return Told(
        title,
        Tone.NEUTRAL,
        translate("Outcome", "Not a byte of it left this computer. No money went back."),
        translate("Outcome", "You can try again."),
    )


def _unknown(intent: Intent) -> Told:
    translate = QCoreApplication.translate
    title = translate("Outcome", "Unknown: {amount}").format(amount=money(intent.draft.amount))
    if intent.draft.order.gateway is GatewayName.ESNEKPOS:
        keep_off = translate(
            "Outcome", "Do not send it again, and pay nothing by hand. The order stays locked."
        )
        if intent.certain_from is not None:
            seconds = int(CERTAIN_AFTER.total_seconds())
            words = translate("Outcome", "The answer was no; it becomes certain {seconds} s after it.")
            return Told(title, Tone.UNKNOWN, words.format(seconds=seconds), keep_off)
        if intent.settled is not None and intent.settled.by is SettledBy.QUERY:
            return Told(
                title,
                Tone.UNKNOWN,
                translate(
                    "Outcome", "The gateway's record contradicts what was known: a person says what happened."
                ),
                keep_off,
            )
        return Told(
            title,
            Tone.UNKNOWN,
            translate("Outcome", "We are waiting for the bank to confirm: it may have gone back, or not."),
            keep_off,
        )
    return Told(
        title,
        Tone.UNKNOWN,
        translate("Outcome", "We are waiting for the bank to confirm: it may have gone back, or not."),
        translate(
            "Outcome",
            "Param has no query: look the order up in Param's panel, then settle it under Unknown. Do not "
            "send it again; the order stays locked.",
        ),
    )


def settled_line(intent: Intent) -> str:
    """Say what the outcome rests on, and since when: one quiet line."""
    translate = QCoreApplication.translate
    settled = intent.settled
    if settled is None:
        return translate("Outcome", "Written down {when}").format(when=instant(intent.armed_at))
    line = translate("Outcome", "{state}, {when}, {basis}").format(
        state=intent_state(intent)[0], when=instant(settled.at), basis=basis(settled.by)
    )
    return line if settled.testimony is None else f"{line}\n{_testimony(settled.testimony)}"


def _testimony(said: Testimony) -> str:
    """Say who says so, why, what the panel shows, and who agreed."""
    translate = QCoreApplication.translate
    agreed = translate("Outcome", "one person, nobody else agreed")
    if said.approver is not None:
        agreed = translate("Outcome", "{name} agreed").format(name=plain(said.approver, limit=60))
    return translate("Outcome", "{person} ({agreed}): {reason} In the panel: {reference}").format(
        person=plain(said.person, limit=60),
        agreed=agreed,
        reason=plain(said.reason),
        reference=plain(said.reference),
    )
