"""What a person may do next, once something was not sent: press again, ask somebody, or leave it. Pure."""

from __future__ import annotations

from services.domain.errors import (
    Denied,
    LedgerUnavailable,
    NotAllowed,
    NotConfigured,
    ServiceError,
    Unreachable,
    Withdrawn,
)


def surely_never_left(error: ServiceError) -> bool:
    """Whether pressing again is harmless, and may help without a fresh look."""
    return isinstance(error, Unreachable | NotConfigured | LedgerUnavailable | Withdrawn)


def can_be_left(error: ServiceError) -> bool:
    """Whether somebody else may do what this person may not."""
    return isinstance(error, NotAllowed) and error.why in {
        Denied.RIGHT,
        Denied.OVER_REVERSAL_LIMIT,
        Denied.OVER_DAY_LIMIT,
        Denied.EVERYTHING_OVER_LIMIT,
    }


def takes_a_second_person(error: ServiceError) -> bool:
    """Whether it is too much for one person alone, or the other's yes was no good."""
    return isinstance(error, NotAllowed) and error.why in {
        Denied.OVER_REVERSAL_LIMIT,
        Denied.OVER_DAY_LIMIT,
        Denied.EVERYTHING_OVER_LIMIT,
        Denied.OWN_APPROVAL,
        Denied.OTHER_APPROVAL,
        Denied.OTHERS_APPROVAL,
        Denied.FALLEN_APPROVAL,
        Denied.USED_APPROVAL,
        Denied.OLD_APPROVAL,
    }
