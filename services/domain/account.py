"""Who we are to a gateway: one merchant, at one gateway, in one environment."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import time
from enum import Enum

from services.domain.clock import BusinessDays


class GatewayName(Enum):
    """The payment gateways the desk speaks to."""

    ESNEKPOS = "esnekpos"
    PARAM = "param"


class Environment(Enum):
    """Which world an account lives in. Money is real in one of them."""

    DEMO = "demo"
    TEST = "test"
    LIVE = "live"


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One merchant (üye iş yeri). Holds no secret; safe to log.

    Attributes:
        id: The ledger's number for it; 0 until it is saved.
        merchant: EsnekPOS `MERCHANT` or Param `CLIENT_CODE`: an identifier, not a secret.
        name: What the shop calls it.
        address: Where a demo account's simulator listens, on loopback. Empty otherwise: the hosts
            of test and live are constants.
        back_url: EsnekPOS only: where the gateway posts the result of a void. Empty: none, and
            voiding is not offered.
        cutoff: The hour of Istanbul at which the bank closes its day; None is midnight.
        strict: Param only: the literal reading of the payable rule blocks instead of asking.
        retired: Its intents stay, nothing new is done with it.
    """

    gateway: GatewayName
    environment: Environment
    merchant: str
    name: str
    id: int = 0
    address: str = ""
    back_url: str = ""
    cutoff: time | None = None
    strict: bool = False
    retired: bool = False

    @property
    def days(self) -> BusinessDays:
        """The business days of this account."""
        return BusinessDays(self.cutoff)


@dataclass(frozen=True, slots=True, kw_only=True)
class EsnekPosSecrets:
    """What EsnekPOS wants besides the merchant. Safe to log: the secret is not in its repr."""

    merchant_key: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamSecrets:
    """What Param wants besides the client code. Safe to log: no secret is in its repr."""

    username: str = field(repr=False)
    password: str = field(repr=False)
    guid: str = field(repr=False)


Secrets = EsnekPosSecrets | ParamSecrets
