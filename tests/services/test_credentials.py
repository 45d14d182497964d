"""Secrets are in a real keyring or, for the demo, in memory: nowhere else, and in no error."""

from __future__ import annotations

import traceback
import uuid
from collections.abc import Callable, Iterator
from typing import Any

import keyring
import keyring.backends.fail
import pytest
from keyring.backend import KeyringBackend
from keyring.errors import (
    InitError,
    KeyringError,
    KeyringLocked,
    NoKeyringError,
    PasswordDeleteError,
    PasswordSetError,
)

from services.credentials import SERVICE, CredentialStore, KeyringStore, MemoryStore, SecretStore
from services.domain.account import Account, Environment, Secrets
from services.domain.errors import Missing, NotConfigured
from tests.builders import a_param_account, an_esnekpos_account, esnekpos_secrets, param_secrets

SECRET = "gizli-anahtar-4711"

each_gateway = pytest.mark.parametrize(
    ("account", "secrets"),
    [
        (an_esnekpos_account(), esnekpos_secrets()),
        (a_param_account(), param_secrets(password='ğü"\\ é')),
    ],
    ids=["esnekpos", "param"],
)


class KeyringInMemory(KeyringBackend):
    """A keyring as secure as keyring's own line asks for, that goes with the test."""

    priority: float = 1

    def __init__(self) -> None:
        super().__init__()  # type: ignore[no-untyped-call]  # the library's
        self.entries: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, username: str) -> str | None:
        return self.entries.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.entries[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        if self.entries.pop((service, username), None) is None:
            raise PasswordDeleteError("not there")


class PlainTextFile(KeyringInMemory):
    """What keyring falls back to where nothing better is installed."""

    priority = 0.5


class BrokenKeyring(KeyringInMemory):
    """A keyring that raises, whatever it is asked."""

    def __init__(self, error: Exception) -> None:
        super().__init__()
        self._error = error

    def get_password(self, *_: Any, **__: Any) -> str | None:
        raise self._error

    def set_password(self, *_: Any, **__: Any) -> None:
        raise self._error


class KeyringThatWentAway(KeyringInMemory):
    """A keyring whose daemon has ended: even asking how good it is fails.

    The library lists every backend class it hears of, and asks each as long as none went away.
    """

    went_away = False

    @property
    def priority(self) -> float:  # type: ignore[override]  # the library computes it on the class
        if self.went_away:
            raise RuntimeError("The Secret Service daemon is neither running nor activatable")
        return 0


class ContractOfAStore:
    """What every store must do."""

    @pytest.fixture
    def store(self) -> CredentialStore:
        raise NotImplementedError

    @each_gateway
    def test_gives_back_what_was_saved(
        self, store: CredentialStore, account: Account, secrets: Secrets
    ) -> None:
        store.save(account, secrets)
        assert store.load(account) == secrets

    @pytest.mark.parametrize("account", [an_esnekpos_account(), a_param_account()])
    def test_has_nothing_until_it_is_saved(self, store: CredentialStore, account: Account) -> None:
        with pytest.raises(NotConfigured) as raised:
            store.load(account)
        assert raised.value.missing is Missing.CREDENTIALS
        assert raised.value.account == account

    def test_the_newest_replaces_what_was_there(self, store: CredentialStore) -> None:
        account = an_esnekpos_account()
        store.save(account, esnekpos_secrets("old"))
        store.save(account, esnekpos_secrets("new"))
        assert store.load(account) == esnekpos_secrets("new")

    def test_keeps_merchants_and_environments_apart(self, store: CredentialStore) -> None:
        test, live = an_esnekpos_account(), an_esnekpos_account(environment=Environment.LIVE)
        other = an_esnekpos_account("OTHER")
        for account in (test, live, other):
            store.save(account, esnekpos_secrets(f"{account.environment}{account.merchant}"))
        for account in (test, live, other):
            assert store.load(account) == esnekpos_secrets(f"{account.environment}{account.merchant}")

    def test_knows_a_merchant_whatever_its_row_is_called(self, store: CredentialStore) -> None:
        store.save(an_esnekpos_account(id=1), esnekpos_secrets())
        assert store.load(an_esnekpos_account(id=7)) == esnekpos_secrets()

    def test_forgets_only_what_it_is_told_to(self, store: CredentialStore) -> None:
        one, other = an_esnekpos_account("ONE"), an_esnekpos_account("OTHER")
        for account in (one, other):
            store.save(account, esnekpos_secrets())
        store.forget(one)
        with pytest.raises(NotConfigured):
            store.load(one)
        assert store.load(other) == esnekpos_secrets()

    def test_has_nothing_to_forget_without_complaint(self, store: CredentialStore) -> None:
        store.forget(an_esnekpos_account())

    def test_recalls_what_was_kept_under_a_name(self, store: SecretStore) -> None:
        store.keep("ledger/1/audit 1", "one")
        store.keep("ledger/2/audit 1", "two")
        store.keep("ledger/1/audit 1", "three")
        assert [store.recall(f"ledger/{number}/audit 1") for number in (1, 2)] == ["three", "two"]

    def test_recalls_nothing_that_was_not_kept(self, store: SecretStore) -> None:
        assert store.recall("ledger/never/audit 1") is None

    def test_no_secret_is_in_its_repr(self, store: CredentialStore) -> None:
        store.save(an_esnekpos_account(), esnekpos_secrets(SECRET))
        assert SECRET not in repr(store) + repr(store.load(an_esnekpos_account()))


class TestMemoryStore(ContractOfAStore):
    @pytest.fixture
    def store(self) -> CredentialStore:
        return MemoryStore()


class TestKeyringStore(ContractOfAStore):
    @pytest.fixture
    def store(self) -> CredentialStore:
        return KeyringStore(KeyringInMemory())


@pytest.mark.real_keyring
class TestRealKeyring(ContractOfAStore):
    @pytest.fixture
    def store(self) -> Iterator[CredentialStore]:
        store = KeyringStore()
        ours = [
            an_esnekpos_account(),
            an_esnekpos_account(environment=Environment.LIVE),
            *(an_esnekpos_account(name) for name in ("ONE", "OTHER")),
            a_param_account(),
        ]
        for account in ours:
            store.forget(account)
        yield store
        for account in ours:
            store.forget(account)
        for name in ("ledger/1/audit 1", "ledger/2/audit 1"):
            if store.recall(name) is not None:
                keyring.delete_password(SERVICE, name)

    def test_has_a_name(self, store: KeyringStore) -> None:
        assert store.check()

    def test_keeps_secrets_where_a_person_finds_them(self, store: CredentialStore) -> None:
        store.save(an_esnekpos_account(), esnekpos_secrets(SECRET))
        assert SECRET in (keyring.get_password(SERVICE, "esnekpos/test/TEST1234") or "")

    def test_another_store_reads_it_too(self, store: CredentialStore) -> None:
        account = an_esnekpos_account()
        store.save(account, esnekpos_secrets(str(uuid.UUID(int=1))))
        assert KeyringStore().load(account) == store.load(account)


def everything_asked_of(store: KeyringStore, account: Account) -> list[NotConfigured]:
    """Load, save and forget, and return how each was refused."""
    refusals = []
    for call in (
        lambda: store.load(account),
        lambda: store.save(account, esnekpos_secrets(SECRET)),
        lambda: store.forget(account),
    ):
        with pytest.raises(NotConfigured) as raised:
            call()
        refusals.append(raised.value)
    return refusals


@pytest.mark.parametrize(
    ("backend", "missing"),
    [
        (PlainTextFile(), Missing.REAL_KEYRING),
        (BrokenKeyring(KeyringLocked("locked")), Missing.UNLOCKED_KEYRING),
        (BrokenKeyring(OSError(f"can't store {SECRET}")), Missing.REAL_KEYRING),
    ],
)
def test_what_the_program_keeps_for_itself_is_refused_the_same_way(
    backend: KeyringBackend, missing: Missing
) -> None:
    store = KeyringStore(backend)
    calls: tuple[Callable[[], object], ...] = (
        lambda: store.recall("ledger/1/audit 1"),
        lambda: store.keep("ledger/1/audit 1", SECRET),
    )
    for call in calls:
        with pytest.raises(NotConfigured) as refused:
            call()
        assert (refused.value.missing, refused.value.account) == (missing, None)
        assert SECRET not in "".join(traceback.format_exception(refused.value))


def test_a_keyring_that_went_away_is_refused() -> None:
    backend = KeyringThatWentAway()
    backend.went_away = True
    for refusal in everything_asked_of(KeyringStore(backend), an_esnekpos_account()):
        assert refusal.missing is Missing.REAL_KEYRING


@pytest.mark.parametrize("backend", [keyring.backends.fail.Keyring, PlainTextFile])
def test_a_make_do_keyring_is_refused(backend: type[KeyringBackend]) -> None:
    store = KeyringStore(backend())
    account = an_esnekpos_account()
    for refusal in everything_asked_of(store, account):
        assert refusal.missing is Missing.REAL_KEYRING
        assert refusal.account is account
    with pytest.raises(NotConfigured):
        store.check()


def test_nothing_is_written_to_a_make_do_keyring() -> None:
    backend = PlainTextFile()
    with pytest.raises(NotConfigured):
        KeyringStore(backend).save(an_esnekpos_account(), esnekpos_secrets())
    assert not backend.entries


def test_a_computer_without_a_keyring_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    none: type[KeyringBackend] = keyring.backends.fail.Keyring
    monkeypatch.setattr(keyring.core, "_keyring_backend", none())
    for refusal in everything_asked_of(KeyringStore(), an_esnekpos_account()):
        assert refusal.missing is Missing.REAL_KEYRING


@pytest.mark.parametrize(
    ("error", "missing"),
    [
        (KeyringLocked("Failed to unlock the collection!"), Missing.UNLOCKED_KEYRING),
        (InitError("Failed to create the collection"), Missing.UNLOCKED_KEYRING),
        (NoKeyringError("none"), Missing.REAL_KEYRING),
        (PasswordSetError("no"), Missing.REAL_KEYRING),
        (KeyringError("no"), Missing.REAL_KEYRING),
        (OSError("the bus hung up"), Missing.REAL_KEYRING),
        (RuntimeError("the bus hung up"), Missing.REAL_KEYRING),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_keyring_that_fails_says_what_is_missing(error: Exception, missing: Missing) -> None:
    account = an_esnekpos_account()
    for refusal in everything_asked_of(KeyringStore(BrokenKeyring(error)), account):
        assert refusal.missing is missing
        assert refusal.account is account
        assert type(error).__name__ in refusal.detail


def test_a_foreign_error_takes_no_secret_with_it() -> None:
    store = KeyringStore(BrokenKeyring(OSError(f"can't store {SECRET}")))
    for refusal in everything_asked_of(store, an_esnekpos_account()):
        assert SECRET not in "".join(traceback.format_exception(refusal))


@pytest.mark.parametrize("saved", [SECRET, "[]", "null", f'{{"other": "{SECRET}"}}', ""])
def test_an_entry_that_is_not_ours_is_missing_and_not_quoted(saved: str) -> None:
    backend = KeyringInMemory()
    backend.set_password(SERVICE, "esnekpos/test/TEST1234", saved)
    with pytest.raises(NotConfigured) as raised:
        KeyringStore(backend).load(an_esnekpos_account())
    assert raised.value.missing is Missing.CREDENTIALS
    assert SECRET not in "".join(traceback.format_exception(raised.value))


class QuickerElsewhere(KeyringInMemory):
    """Another window removes the entry just before this one does."""

    def delete_password(self, service: str, username: str) -> None:
        self.entries.clear()
        super().delete_password(service, username)


class Undeletable(KeyringInMemory):
    """The system does not let the entry be removed."""

    def delete_password(self, *_: Any, **__: Any) -> None:
        raise PasswordDeleteError("denied")


def test_forgetting_is_fine_when_another_window_was_quicker() -> None:
    store = KeyringStore(QuickerElsewhere())
    store.save(an_esnekpos_account(), esnekpos_secrets())
    store.forget(an_esnekpos_account())


def test_a_secret_that_stays_is_not_called_forgotten() -> None:
    store = KeyringStore(Undeletable())
    store.save(an_esnekpos_account(), esnekpos_secrets())
    with pytest.raises(NotConfigured):
        store.forget(an_esnekpos_account())


def test_a_person_finds_the_entry_by_the_programs_name() -> None:
    backend = KeyringInMemory()
    KeyringStore(backend).save(a_param_account(), param_secrets())
    assert list(backend.entries) == [("refund-desk", "param/test/10738")]


def test_a_real_keyring_is_named() -> None:
    assert KeyringStore(KeyringInMemory()).check()
