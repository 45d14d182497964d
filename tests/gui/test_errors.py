"""Every error has words of its own, and none of them is a gateway's or a secret."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import Enum
from pathlib import Path

import pytest

from gui.errors import explain
from gui.sentences import input_problem
from services.domain import errors
from services.domain.account import Account, Environment, GatewayName
from services.domain.errors import (
    AddressNotRegistered,
    BadReply,
    Changed,
    ClockWrong,
    CredentialsRefused,
    Denied,
    InProgress,
    InputProblem,
    InvalidInput,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotAllowed,
    NotConfigured,
    NotRecorded,
    NotReversible,
    NotVouched,
    OutcomeUnknown,
    Reach,
    ReversalRefused,
    ServiceError,
    Unreachable,
    VerbChanged,
    VerbNow,
    WhyNot,
    Withdrawn,
)
from services.domain.money import Money
from services.domain.reversal import IntentState, SettledBy, Settlement, Verb
from services.tables.faults import FileFault, FileTrouble, Stopped
from tests.gui.intents import an_intent

AT = datetime(2026, 11, 20, 9, tzinfo=UTC)
PATH = Path("data") / "ledger.sqlite3"


def _not_recorded(state: IntentState) -> NotRecorded:
    settlement = Settlement(state=state, by=SettledBy.ANSWER, at=AT)
    return NotRecorded(
        LedgerUnavailable(PATH, LedgerFault.DISK_FULL), an_intent(IntentState.OUTCOME_UNKNOWN), settlement
    )


ENDS = (IntentState.DONE, IntentState.REFUSED, IntentState.NOT_SENT, IntentState.OUTCOME_UNKNOWN)

EVERY: list[ServiceError] = [
    *(InvalidInput("amount", problem) for problem in InputProblem),
    *(FileTrouble(PATH, fault) for fault in FileFault),
    Stopped(),
    *(LedgerUnavailable(PATH, fault) for fault in LedgerFault),
    *(_not_recorded(state) for state in ENDS),
    *(NotConfigured(missing) for missing in Missing),
    *(NotAllowed(why, limit=Money(50000), until=AT) for why in Denied),
    ClockWrong(timedelta(minutes=-7)),
    Withdrawn(),
    NotVouched(("operator/2",)),
    *(NotReversible(why) for why in WhyNot),
    Changed(()),
    VerbChanged(VerbNow(Verb.REFUND, late=True)),
    InProgress(an_intent(IntentState.OUTCOME_UNKNOWN)),
    *(Unreachable(reach) for reach in Reach),
    OutcomeUnknown(),
    BadReply(),
    CredentialsRefused("102", None),
    AddressNotRegistered("102", "IP adresinden"),
    ReversalRefused("-217", None),
]


def test_no_error_was_forgotten_here() -> None:
    def leaves(kind: type[ServiceError]) -> Iterator[type[ServiceError]]:
        yield kind
        for child in kind.__subclasses__():
            yield from leaves(child)

    ours = {kind for kind in leaves(ServiceError) if kind.__module__ == errors.__name__}
    shown = {type(error) for error in EVERY}
    assert ours - shown == {ServiceError, errors.Refused}


def _named(error: ServiceError) -> str:
    details = [str(value.value) for value in vars(error).values() if isinstance(value, Enum)]
    return " ".join([type(error).__name__, *details])


@pytest.mark.parametrize("error", EVERY, ids=_named)
def test_every_error_says_what_happened(error: ServiceError) -> None:
    explained = explain(error)
    assert len(explained.sentence) > len("Nobody")
    assert "{" not in explained.sentence + explained.next_step
    assert type(error).__name__ in explained.technical


@pytest.mark.parametrize(
    "kind", [InputProblem, LedgerFault, Missing, Denied, WhyNot, Reach], ids=lambda kind: kind.__name__
)
def test_no_two_reasons_are_told_alike(kind: type[Enum]) -> None:
    told = [explain(error).sentence for error in EVERY if kind in {type(v) for v in vars(error).values()}]
    plain = [sentence for sentence in told if "could not be written down" not in sentence]
    assert len(set(plain)) == len(plain) == len(kind)


@pytest.mark.parametrize("state", ENDS)
def test_what_could_not_be_written_down_is_told_as_it_was_answered(state: IntentState) -> None:
    told = {explain(_not_recorded(one)).sentence for one in ENDS}
    assert len(told) == len(ENDS)
    assert str(PATH) in explain(_not_recorded(state)).sentence


def test_an_unknown_outcome_says_not_to_send_again() -> None:
    assert "Do not send it again" in explain(OutcomeUnknown()).next_step


def test_a_kept_aside_ledger_is_named() -> None:
    error = LedgerUnavailable(PATH, LedgerFault.CORRUPT, kept_aside=Path("ledger.damaged-1"))
    assert "ledger.damaged-1" in explain(error).next_step


def test_a_limit_stands_beside_the_problem() -> None:
    assert "1.250,00" in input_problem(InputProblem.MORE_THAN_LEFT, Money(125000))
    assert "5" in input_problem(InputProblem.TOO_LONG, 5)


def test_a_gateways_own_words_are_quoted_and_made_harmless() -> None:
    error = ReversalRefused("-217", "Yetersiz\u202e bakiye\x00" + "x" * 5000)
    explained = explain(error)
    assert "“Yetersiz bakiye" in explained.sentence
    assert "\u202e" not in explained.sentence
    assert len(explained.sentence) < 500
    assert "Yetersiz" not in explained.technical


def test_the_technical_part_names_the_account_by_its_identifiers() -> None:
    account = Account(
        gateway=GatewayName.ESNEKPOS, environment=Environment.LIVE, merchant="TEST1234", name="Merkez"
    )
    assert "esnekpos / live / TEST1234" in explain(BadReply("cut short", account=account)).technical
