"""What an installed copy needs besides Qt, tried one by one: for `refund-desk --self-test`.

Nothing is sent beyond this computer, and nothing of the shop's is touched.
"""

from __future__ import annotations

import ssl
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import truststore

from services.credentials import KeyringStore
from services.demo import open_demo
from services.desk import Desk
from services.domain.account import Account, GatewayName
from services.domain.reversal import Everything
from services.plans import plan_return

_REFERENCE = "9.54251311 1595848596|999"
"""The payment of EsnekPOS's own sample answer (S 001), which the simulator keeps."""


@dataclass(frozen=True, slots=True)
class Checked:
    """One thing that was tried, whether it works, and what was seen."""

    name: str
    ok: bool
    saw: str


def run(name: str, try_it: Callable[[], str]) -> Checked:
    """Try one thing; whatever breaks is the finding."""
    try:
        return Checked(name, ok=True, saw=try_it())
    except Exception as error:  # noqa: BLE001  a check reports what broke, whatever it is
        return Checked(name, ok=False, saw=f"{type(error).__name__}: {error}")


def check_services() -> Iterator[Checked]:
    """Try the certificate store, the keyring, the ledger, the WSDL and a query, in that order."""
    yield run("certificate store", _certificates)
    yield run("keyring", KeyringStore().check)
    with tempfile.TemporaryDirectory(prefix="refund-desk-check-") as folder:
        opened: list[Desk] = []
        yield run("ledger", lambda: _ledger(Path(folder) / "demo", opened))
        if not opened:
            return
        desk = opened[0]
        try:
            yield run("wsdl", lambda: _wsdl(desk))
            yield run("simulated query", lambda: _query(desk))
        finally:
            desk.close()


def _certificates() -> str:
    context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    return f"{ssl.OPENSSL_VERSION}, {context.verify_mode.name}"


def _ledger(folder: Path, opened: list[Desk]) -> str:
    opened.append(open_demo(folder))
    return f"{len(opened[0].lookup.in_ledger(''))} orders in a temporary ledger"


def _wsdl(desk: Desk) -> str:
    order = next(hit for hit in desk.lookup.in_ledger("") if hit.order_id is not None)
    view = desk.lookup.order(order.order_id or 0)
    (envelope,) = desk.reversals.preview(plan_return(view, Everything.ALL_SELLERS, desk.clock.now()))
    return f"an envelope of {len(envelope)} characters"


def _query(desk: Desk) -> str:
    view = desk.lookup.ask(_account(desk, GatewayName.ESNEKPOS), _REFERENCE)
    if view is None:
        raise LookupError("the documents' own sample was not found")
    return f"{view.payment.charged} {view.payment.state.value}"


def _account(desk: Desk, gateway: GatewayName) -> Account:
    return next(account for account in desk.accounts.all() if account.gateway is gateway)
