"""Every state has a word and a tone, and none of them reads as another."""

from __future__ import annotations

from enum import Enum

import pytest

from gui import wording
from gui.theme import Tone
from services.domain.account import Environment
from services.domain.payment import PaymentState, TransactionStatus
from services.domain.reversal import IntentState
from tests.gui.intents import an_intent


@pytest.mark.parametrize(
    ("say", "kind"),
    [(wording.payment_state, PaymentState), (wording.transaction_status, TransactionStatus)],
    ids=["payments", "movements"],
)
def test_every_state_has_a_word_of_its_own(say: object, kind: type[Enum]) -> None:
    assert callable(say)
    words = [say(state) for state in kind]
    assert len({word for word, _ in words}) == len(kind)
    assert all(word and isinstance(tone, Tone) for word, tone in words)


@pytest.mark.parametrize("state", IntentState)
def test_only_a_done_reversal_looks_done(state: IntentState) -> None:
    _, tone = wording.intent_state(an_intent(state))
    assert (tone is Tone.DONE) == (state is IntentState.DONE)


def test_an_unknown_outcome_looks_like_nothing_else() -> None:
    tones = {state: wording.intent_state(an_intent(state))[1] for state in IntentState}
    assert [state for state, tone in tones.items() if tone is Tone.UNKNOWN] == [IntentState.OUTCOME_UNKNOWN]


def test_no_environment_is_called_like_another() -> None:
    assert len({wording.environment(which) for which in Environment}) == len(Environment)
