"""An account is safe to log, and so are its secrets."""

from __future__ import annotations

from datetime import date, time

from tests.builders import an_esnekpos_account, esnekpos_secrets, istanbul, param_secrets


def test_no_secret_is_in_its_own_repr() -> None:
    written = repr([esnekpos_secrets("the key"), param_secrets(username="the user", password="the word")])
    assert "the" not in written
    assert "0c13d406" not in written


def test_an_accounts_days_end_with_its_bank() -> None:
    evening = istanbul("21.11.2026 22:00")
    assert an_esnekpos_account().days.day_of(evening) == date(2026, 11, 21)
    assert an_esnekpos_account(cutoff=time(21)).days.day_of(evening) == date(2026, 11, 22)
