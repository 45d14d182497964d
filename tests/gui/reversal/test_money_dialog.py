"""Whatever `execute` raises, the dialog knows whether it may be pressed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from gui.reversal.money_dialog import Stage
from services.domain.errors import (
    BadReply,
    Changed,
    CredentialsRefused,
    LedgerFault,
    LedgerUnavailable,
    Missing,
    NotAllowed,
    NotConfigured,
    NotReversible,
    OutcomeUnknown,
    Reach,
    ServiceError,
    Unreachable,
    VerbChanged,
    VerbNow,
    WhyNot,
    Withdrawn,
)
from services.domain.evidence import Difference, What
from services.domain.reversal import Verb
from services.reversals import Reversals
from tests.gui.reversal.conftest import Finish, OpenVoid
from tests.shop import Shop

NEVER_LEFT = [
    *(Unreachable(reach) for reach in Reach),
    NotConfigured(Missing.UNLOCKED_KEYRING),
    Withdrawn(),
    LedgerUnavailable(Path("ledger"), LedgerFault.DISK_FULL),
]
NEEDS_A_FRESH_LOOK = [
    Changed((Difference(What.ACCOUNT),)),
    VerbChanged(VerbNow(Verb.REFUND, late=True)),
    NotReversible(WhyNot.NOT_FOUND),
    NotAllowed(),
    BadReply(),
    CredentialsRefused("102", "no"),
    OutcomeUnknown(),
    ServiceError(),
]


def name(error: ServiceError) -> str:
    return f"{type(error).__name__} {error}"


@pytest.mark.parametrize("error", NEVER_LEFT, ids=name)
def test_what_surely_never_left_may_be_pressed_again(
    shop: Shop, open_void: OpenVoid, finish: Finish, monkeypatch: pytest.MonkeyPatch, error: ServiceError
) -> None:
    dialog = open_void(shop.a_sale())
    monkeypatch.setattr(Reversals, "execute", raising(error))
    dialog.reason.setCurrentText("müşteri vazgeçti")

    dialog.confirm.click()
    finish(dialog)

    assert dialog.stage is Stage.ASKING
    assert dialog.confirm.isEnabled()
    assert dialog.hindrance.notice.isVisible()


@pytest.mark.parametrize("error", NEEDS_A_FRESH_LOOK, ids=name)
def test_anything_else_needs_a_fresh_look_first(
    shop: Shop, open_void: OpenVoid, finish: Finish, monkeypatch: pytest.MonkeyPatch, error: ServiceError
) -> None:
    dialog = open_void(shop.a_sale())
    calls: list[object] = []
    monkeypatch.setattr(Reversals, "execute", raising(error, calls))
    dialog.reason.setCurrentText("müşteri vazgeçti")
    dialog.confirm.click()
    finish(dialog)

    dialog.confirm.click()
    dialog.confirm.clicked.emit()

    assert dialog.stage is Stage.OVER
    assert not dialog.confirm.isVisible()
    assert dialog.hindrance.notice.isVisible()
    assert len(calls) == 1


def raising(error: ServiceError, calls: list[object] | None = None) -> object:
    def execute(_reversals: Reversals, plan: object, **_: object) -> None:
        if calls is not None:
            calls.append(plan)
        raise error

    return execute
