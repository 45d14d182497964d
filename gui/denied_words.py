"""Why a person may not do something, in words, and who may."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from gui.format import instant, money
from gui.roles import right_name, who_may
from gui.sentences import Words
from services.domain.errors import Denied, NotAllowed
from services.domain.operator import Right


def denied(error: NotAllowed) -> Words:
    """Say why a person may not do something, and who may."""
    translate = QCoreApplication.translate
    ask = translate("Errors", "Ask someone who may.")
    again = translate("Errors", "Ask for a new approval.")
    until = instant(error.until) if error.until is not None else ""
    limit = money(error.limit) if error.limit is not None else ""
    words = {
        Denied.RIGHT: (translate("Errors", "Your role does not allow this."), _who_may(error.right) or ask),
        Denied.OVER_REVERSAL_LIMIT: (
            translate("Errors", "This is more than you may give back in one go: {limit}").format(limit=limit),
            ask,
        ),
        Denied.OVER_DAY_LIMIT: (
            translate("Errors", "This is more than you may give back in one day: {limit}").format(
                limit=limit
            ),
            ask,
        ),
        Denied.EVERYTHING_OVER_LIMIT: (
            translate("Errors", "Everything of all sellers takes a person without any limit."),
            translate("Errors", "Have such a person approve it, or give it back line by line."),
        ),
        Denied.OWN_APPROVAL: (translate("Errors", "Nobody approves what they do themselves."), ask),
        Denied.OTHER_APPROVAL: (translate("Errors", "The approval is for something else."), again),
        Denied.OTHERS_APPROVAL: (translate("Errors", "The approval was given to somebody else."), again),
        Denied.FALLEN_APPROVAL: (
            translate("Errors", "The approval no longer holds: a role, limit or PIN behind it has changed."),
            again,
        ),
        Denied.USED_APPROVAL: (translate("Errors", "The approval was used already."), again),
        Denied.OLD_APPROVAL: (translate("Errors", "The approval is too old."), again),
        Denied.NOBODY: (translate("Errors", "Nobody is signed in."), translate("Errors", "Sign in first.")),
        Denied.ENDED: (
            translate("Errors", "Your session has ended: your role or your PIN has changed."),
            translate("Errors", "Sign in again."),
        ),
        Denied.WRONG_PIN: (
            translate("Errors", "The name or the PIN is not right."),
            translate("Errors", "Type it again. After five wrong ones it is locked for five minutes."),
        ),
        Denied.LOCKED_OUT: (
            translate("Errors", "Too many wrong PINs."),
            translate("Errors", "Try again after {time}.").format(time=until),
        ),
        Denied.OWNER_PROOF: (
            translate("Errors", "People sign in with PINs in this shop: an owner has to confirm this."),
            translate("Errors", "Type an owner's PIN, or the recovery code that was put away."),
        ),
        Denied.WRONG_CODE: (
            translate("Errors", "This is not the recovery code of this ledger."),
            translate("Errors", "Type it again, as it was written down; or an owner's PIN."),
        ),
    }
    return words[error.why]


def _who_may(right: str) -> str:
    try:
        which = Right(right)
    except ValueError:
        return ""
    return QCoreApplication.translate("Errors", "{right}: {roles}").format(
        right=right_name(which), roles=who_may(which)
    )
