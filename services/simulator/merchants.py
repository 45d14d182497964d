"""Who may call the simulator: the test accounts that both gateways publish in their documents."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class EsnekposMerchant:
    """What EsnekPOS knows a merchant by (S 000, 001)."""

    merchant: str = "TEST1234"
    key: str = field(default="4oK26hK8MOXrIV1bzTRVPA==", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParamMerchant:
    """What Param knows a merchant by (S 003)."""

    client_code: str = "10738"
    username: str = field(default="Test", repr=False)
    password: str = field(default="Test", repr=False)
    guid: str = field(default="0c13d406-873b-403b-9c09-a5766840d98c", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Merchants:
    """One merchant at each gateway; as it stands, the published test accounts."""

    esnekpos: EsnekposMerchant = field(default_factory=EsnekposMerchant)
    param: ParamMerchant = field(default_factory=ParamMerchant)
