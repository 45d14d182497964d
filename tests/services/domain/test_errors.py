"""An error's text is for the log: no secret, and never a gateway's own words."""

from __future__ import annotations

import inspect
from datetime import timedelta
from pathlib import Path

import pytest

from services.domain import errors
from services.domain.errors import (
    BadReply,
    ClockWrong,
    CredentialsRefused,
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotConfigured,
    NotRecorded,
    NotReversible,
    OutcomeUnknown,
    Reach,
    Refused,
    ReversalRefused,
    ServiceError,
    Unreachable,
    VerbChanged,
    VerbNow,
    WhyNot,
)
from services.domain.reversal import Verb
from tests.builders import an_esnekpos_account


def the_tree() -> list[type[ServiceError]]:
    found = [member for _, member in inspect.getmembers(errors, inspect.isclass)]
    return [member for member in found if issubclass(member, ServiceError)]


@pytest.mark.parametrize("error", the_tree())
def test_every_error_is_drawn_in_the_tree(error: type[ServiceError]) -> None:
    drawn = (errors.__doc__ or "").split("```")[1].splitlines()
    (line,) = [line for line in drawn if line.split()[:1] == [error.__name__]]
    depth = len(error.__mro__) - len(ServiceError.__mro__)
    assert len(line) - len(line.lstrip()) == 2 * depth


@pytest.mark.parametrize("refusal", [Refused, CredentialsRefused, ReversalRefused])
def test_a_gateways_own_words_stay_out_of_the_text(refusal: type[Refused]) -> None:
    error = refusal("102", "<b>your key 4oK26</b>")
    assert str(error) == "refused with code 102"
    assert "key" not in repr(error)
    assert error.text == "<b>your key 4oK26</b>"


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (InvalidInput("guid:0", InputProblem.NOT_A_GUID), "guid:0: not a GUID"),
        (LedgerUnavailable(Path("l.db"), LedgerFault.CORRUPT), "l.db: corrupt"),
        (LedgerUnavailable(Path("l.db"), LedgerFault.OTHER, "why"), "l.db: can't be used: why"),
        (NotConfigured(Missing.BACK_URL), "BACK_URL"),
        (NotConfigured(Missing.REAL_KEYRING, "none"), "none"),
        (NotReversible(WhyNot.DECLINED), "the payment was declined"),
        (Unreachable(Reach.TLS), "the connection is not trustworthy"),
        (VerbChanged(VerbNow(Verb.VOID, late=True)), "now void, late"),
        (VerbChanged(VerbNow(Verb.REFUND, late=False)), "now refund"),
        (ClockWrong(timedelta(seconds=90)), "the gateway is +90 s from here"),
        (ClockWrong(timedelta(hours=-1)), "the gateway is -3600 s from here"),
        (BadReply("not JSON"), "not JSON"),
        (OutcomeUnknown(""), ""),
    ],
)
def test_the_log_reads(error: ServiceError, text: str) -> None:
    assert str(error) == text


def test_an_error_says_whose_account_it_is_about() -> None:
    account = an_esnekpos_account()
    assert NotConfigured(Missing.CREDENTIALS, account=account).account is account
    assert Unreachable(Reach.NAME).account is None


def test_not_recorded_is_the_ledgers_fault() -> None:
    assert issubclass(NotRecorded, LedgerUnavailable)
