"""Where secrets are kept: the system's keyring, or memory for the demo. Nowhere else.

Every method may block, while a person unlocks the keyring: call it on a worker thread.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from typing import TYPE_CHECKING, Protocol

from services.domain.account import Account, EsnekPosSecrets, GatewayName, ParamSecrets, Secrets
from services.domain.errors import Missing, NotConfigured

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

SERVICE = "refund-desk"
"""The name under which a person finds our entries in their keyring."""

_NONE_FOUND = "no keyring was found; on Linux install and start a Secret Service, such as gnome-keyring"


class CredentialStore(Protocol):
    """Keeps the secrets of accounts."""

    def load(self, account: Account) -> Secrets:
        """Return what was saved.

        Raises:
            NotConfigured: There is nothing, or no keyring fit to ask.
        """

    def save(self, account: Account, secrets: Secrets) -> None:
        """Replace what was saved before.

        Raises:
            NotConfigured: There is no keyring fit to hold it.
        """

    def forget(self, account: Account) -> None:
        """Remove what was saved; nothing to remove is fine.

        Raises:
            NotConfigured: There is no keyring fit to ask.
        """


class Vault(Protocol):
    """Keeps what the program itself must not lose with its ledger: each under a name of its own."""

    def recall(self, name: str) -> str | None:
        """Return what was kept under a name; None when nothing was.

        Raises:
            NotConfigured: There is no keyring fit to ask.
        """

    def keep(self, name: str, text: str) -> None:
        """Replace what was kept under a name.

        Raises:
            NotConfigured: There is no keyring fit to hold it.
        """


class SecretStore(CredentialStore, Vault, Protocol):
    """Both in one: a person unlocks one keyring."""

    def drop(self, name: str) -> None:
        """Remove what was kept under a name; nothing to remove is fine.

        Raises:
            NotConfigured: There is no keyring fit to ask.
        """


class KeyringStore:
    """Secrets in Keychain, Credential Manager or Secret Service.

    Refuses a keyring that is not a real one. A plain-text file is no place for the key to a
    merchant's money, and a silent fall-back to one is worse.
    """

    def __init__(self, backend: KeyringBackend | None = None) -> None:
        self._given = backend

    def load(self, account: Account) -> Secrets:
        """See `CredentialStore.load`."""
        with _border(account):
            saved = self._backend(account).get_password(SERVICE, _entry(account))
        if saved is None:
            raise NotConfigured(Missing.CREDENTIALS, account=account)
        return secrets_from_text(saved, account)

    def save(self, account: Account, secrets: Secrets) -> None:
        """See `CredentialStore.save`."""
        with _border(account):
            self._backend(account).set_password(SERVICE, _entry(account), secrets_to_text(secrets))

    def forget(self, account: Account) -> None:
        """See `CredentialStore.forget`."""
        self._drop(account, _entry(account))

    def recall(self, name: str) -> str | None:
        """See `Vault.recall`."""
        with _border(None):
            return self._backend(None).get_password(SERVICE, name)

    def keep(self, name: str, text: str) -> None:
        """See `Vault.keep`."""
        with _border(None):
            self._backend(None).set_password(SERVICE, name, text)

    def drop(self, name: str) -> None:
        """See `SecretStore.drop`."""
        self._drop(None, name)

    def check(self) -> str:
        """Return the name of the keyring that would be used.

        Raises:
            NotConfigured: It is none, or a make-do one.
        """
        with _border(None):
            return str(self._backend(None).name)

    def _drop(self, account: Account | None, name: str) -> None:
        from keyring.errors import PasswordDeleteError  # noqa: PLC0415  as below

        with _border(account):
            backend = self._backend(account)
            if backend.get_password(SERVICE, name) is None:
                return
            try:
                backend.delete_password(SERVICE, name)
            except PasswordDeleteError:
                # Gone already where another window was quicker; still there is another matter.
                if backend.get_password(SERVICE, name) is not None:
                    raise

    def _backend(self, account: Account | None) -> KeyringBackend:
        import keyring  # noqa: PLC0415  slow to load: a search in the ledger needs no secret

        backend = self._given or keyring.get_keyring()
        if backend.priority < 1:  # keyring's own line between real and make-do
            none_there = type(backend).__module__ in {"keyring.backends.fail", "keyring.backends.null"}
            detail = _NONE_FOUND if none_there else f"{backend.name} is not secure"
            raise NotConfigured(Missing.REAL_KEYRING, detail, account=account)
        return backend


class MemoryStore:
    """Secrets in memory, for the demo: gone when it closes."""

    def __init__(self) -> None:
        self._saved: dict[str, Secrets] = {}
        self._kept: dict[str, str] = {}

    def load(self, account: Account) -> Secrets:
        """See `CredentialStore.load`."""
        try:
            return self._saved[_entry(account)]
        except KeyError:
            raise NotConfigured(Missing.CREDENTIALS, account=account) from None

    def save(self, account: Account, secrets: Secrets) -> None:
        """See `CredentialStore.save`."""
        self._saved[_entry(account)] = secrets

    def forget(self, account: Account) -> None:
        """See `CredentialStore.forget`."""
        self._saved.pop(_entry(account), None)

    def recall(self, name: str) -> str | None:
        """See `Vault.recall`."""
        return self._kept.get(name)

    def keep(self, name: str, text: str) -> None:
        """See `Vault.keep`."""
        self._kept[name] = text

    def drop(self, name: str) -> None:
        """See `SecretStore.drop`."""
        self._kept.pop(name, None)


def _entry(account: Account) -> str:
    return f"{account.gateway.value}/{account.environment.value}/{account.merchant}"


def secrets_to_text(secrets: Secrets) -> str:
    """Write secrets as a keyring keeps them."""
    return json.dumps(asdict(secrets))


def secrets_from_text(saved: str, account: Account) -> Secrets:
    """Read an account's secrets as a keyring keeps them.

    Raises:
        NotConfigured: They can't be read.
    """
    kind = EsnekPosSecrets if account.gateway is GatewayName.ESNEKPOS else ParamSecrets
    try:
        return kind(**json.loads(saved))
    except (TypeError, ValueError):
        # Nothing of the entry may travel on in a chained exception: it is a secret, if a broken one.
        raise NotConfigured(
            Missing.CREDENTIALS, "the entry in the keyring can't be read", account=account
        ) from None


@contextmanager
def _border(account: Account | None) -> Iterator[None]:
    """Turn whatever a keyring raises into our own error.

    Raises:
        NotConfigured: Locked, or not to be used; the library's own words go to the technical part.
    """
    from keyring.errors import InitError, KeyringError, KeyringLocked  # noqa: PLC0415  as above

    try:
        yield
    except NotConfigured:
        raise
    except KeyringError as exc:
        locked = isinstance(exc, KeyringLocked | InitError)
        missing = Missing.UNLOCKED_KEYRING if locked else Missing.REAL_KEYRING
        raise NotConfigured(missing, f"{type(exc).__name__}: {exc}", account=account) from exc
    except Exception as exc:  # noqa: BLE001  each system's backend lets through errors of its own
        # What a foreign error holds is not known: a secret, perhaps. Only its name travels on.
        raise NotConfigured(Missing.REAL_KEYRING, type(exc).__name__, account=account) from None
