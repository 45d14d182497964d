"""Everything that can go wrong on the desk, sorted by one question: can the request have arrived?

```
ServiceError
  InvalidInput          something typed can't be so               -> beside the field, in words
  NotVouched            it is not as its audit log says           -> an owner looks, and lets it stand or not
  LedgerUnavailable     our own book can't be read or written     -> a sentence with the path
    NotRecorded           an outcome could not be written down    -> the order stays locked; say the answer
  NotConfigured         no credentials, no BACK_URL, no real keyring -> open the account dialog
  NotAllowed            role, limit, missing approval             -> ask someone who may
  NotReversible         declined, waiting, already voided, nothing left -> look at it
  Changed               the payment moved since you looked        -> look at it
  VerbChanged           the business day ended since you looked   -> look at it
  ClockWrong            this computer's clock is not the gateway's -> set the clock
  Withdrawn             taken back in the breath before it        -> begin again, or don't
  InProgress            this order has an open intent             -> go to it
  Unreachable           asking: no answer. moving: never left     -> try again freely
  OutcomeUnknown        moving only: everything else              -> locked; being looked up
  BadReply              asking only: unreadable, or another's     -> quote the reference to support
  Refused               answered no
    CredentialsRefused    wrong key, password, GUID
    AddressNotRegistered  right ones, from an address it does not know -> register the address
    ReversalRefused       code, their text, what to do next
```

`str(error)` is for logs: no secret, no gateway's own text. What a person reads is made in `gui.errors`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from services.domain.money import Money
from services.domain.reversal import Intent, Settlement, Verb

if TYPE_CHECKING:
    from services.domain.account import Account
    from services.domain.evidence import Difference


class ServiceError(Exception):
    """Anything a use case can answer instead of a result.

    Attributes:
        detail: For the technical part and the log; no secret, no gateway text.
        account: Whose account it is about, when known.
    """

    def __init__(self, detail: str = "", *, account: Account | None = None) -> None:
        super().__init__(detail)
        self.detail = detail
        self.account = account


class InputProblem(Enum):
    """What is wrong with something typed."""

    EMPTY = "empty"
    NOT_AN_AMOUNT = "not an amount"
    NOT_POSITIVE = "not positive"
    MORE_THAN_LEFT = "more than is left"
    PAYABLE_OVER_PRODUCT = "payable over the product amount"
    PAYABLE_OVER_RETURNED = "payable over the amount returned, in strict accounts"
    TOO_LONG = "too long"
    NOT_A_NUMBER = "not a number"
    NOT_A_GUID = "not a GUID"
    NOT_HTTPS = "not an https address"
    TEST_HOST_IN_LIVE = "a test host in a live account"
    ALREADY_THERE = "already there"
    IN_THE_FUTURE = "in the future"
    NO_LINES = "no seller lines"
    IN_ANOTHER_ORDER = "a line of another order already"
    LOCKED_BY_INTENT = "no longer editable: money was asked back"
    NOT_LOOPBACK = "a demo address must be on this computer"
    NOT_CONFIRMED = "must be confirmed first"
    TOO_SHORT = "too short"
    WRONG_CODE = "not the code that was given"
    LAST_OWNER = "somebody must be left who may do everything"
    OUT_OF_RANGE = "outside what is allowed"
    NOT_PRINTABLE = "holds characters that can't be seen, and can't be sent"


class InvalidInput(ServiceError):
    """Something typed can't be so: `field`, as the use case calls it; `other` is the order with the line."""

    def __init__(
        self, field: str, problem: InputProblem, *, limit: Money | int | None = None, other: str = ""
    ) -> None:
        super().__init__(f"{field}: {problem.value}")
        self.field = field
        self.problem = problem
        self.limit = limit
        self.other = other


class NotVouched(ServiceError):
    """The ledger is not as its audit log says of `what`, as `services.ledger.vouching` names it."""

    def __init__(self, what: tuple[str, ...]) -> None:
        super().__init__(f"{len(what)} not as the audit log says")
        self.what = what


class LedgerFault(Enum):
    """Why our own book can't be used."""

    LOCKED = "another program holds it"
    READ_ONLY = "read-only"
    CORRUPT = "corrupt"
    NEWER = "from a newer version of this program"
    BEFORE_RELEASE = "from before the first release of this program"
    NETWORK_FOLDER = "on a network folder"
    SYNCED_FOLDER = "in a synced folder"
    DISK_FULL = "the disk is full"
    NOT_OURS = "holds a real ledger, not a demo's"
    OLDER = "older than this computer remembers it"
    COPIED = "a copy, or moved: not the one that moves money on this computer"
    REPLACED = "not in its place any more"
    ELSEWHERE = "not the one that moves money for this merchant on this computer"
    CROWDED = "not the only one: another window works for this merchant"
    OTHER = "can't be used"


class LedgerUnavailable(ServiceError):
    """Our own book can't be read or written; nothing is sent without it.

    Attributes:
        path: The file or folder.
        kept_aside: Where a corrupt file was kept, if it was moved.
    """

    def __init__(
        self, path: Path, fault: LedgerFault, detail: str = "", *, kept_aside: Path | None = None
    ) -> None:
        super().__init__(f"{path}: {fault.value}" + (f": {detail}" if detail else ""))
        self.path = path
        self.fault = fault
        self.kept_aside = kept_aside


class NotRecorded(LedgerUnavailable):
    """An intent's outcome could not be written down; its order stays locked until it is.

    Attributes:
        intent: As the ledger has it.
        settlement: What was to be written; true, if only in memory.
    """

    def __init__(self, cause: LedgerUnavailable, intent: Intent, settlement: Settlement) -> None:
        super().__init__(cause.path, cause.fault, cause.detail)
        self.intent = intent
        self.settlement = settlement


class Missing(Enum):
    """What an account lacks, or the desk itself."""

    CREDENTIALS = "credentials"
    BACK_URL = "BACK_URL"
    REAL_KEYRING = "a real keyring"
    UNLOCKED_KEYRING = "an unlocked keyring"
    AUDIT_KEY = "the key of the audit log"


class NotConfigured(ServiceError):
    """Something must be set up first. Nothing was sent."""

    def __init__(self, missing: Missing, detail: str = "", *, account: Account | None = None) -> None:
        super().__init__(detail or missing.value, account=account)
        self.missing = missing


class Denied(Enum):
    """Why a person may not do something."""

    RIGHT = "the role does not allow it"
    OVER_REVERSAL_LIMIT = "more than the operator may give back in one go"
    OVER_DAY_LIMIT = "more than the operator may give back in a day"
    EVERYTHING_OVER_LIMIT = "everything of all sellers takes a person without any limit"
    OWN_APPROVAL = "nobody approves their own"
    OTHER_APPROVAL = "the approval is for something else"
    USED_APPROVAL = "the approval was used already"
    OLD_APPROVAL = "the approval is too old"
    OTHERS_APPROVAL = "the approval was given to somebody else"
    FALLEN_APPROVAL = "what the approval stood on is no more"
    NOBODY = "nobody is signed in"
    ENDED = "the session has ended: the PIN, the role or the person is another by now"
    WRONG_PIN = "wrong PIN"
    LOCKED_OUT = "too many wrong PINs"
    OWNER_PROOF = "an owner's PIN or the recovery code is needed"
    WRONG_CODE = "not this ledger's recovery code"


class NotAllowed(ServiceError):
    """The person may not do that. Nothing was sent.

    Attributes:
        why: What is in the way.
        right: The right that is missing, as `operator.Right` calls it.
        limit: The limit that is passed.
        until: When a lock-out ends; aware, UTC.
    """

    def __init__(
        self,
        why: Denied = Denied.RIGHT,
        *,
        right: str = "",
        limit: Money | None = None,
        until: datetime | None = None,
    ) -> None:
        super().__init__(f"{why.value}{f': {right}' if right else ''}")
        self.why = why
        self.right = right
        self.limit = limit
        self.until = until


class WhyNot(Enum):
    """Why money can't go back."""

    DECLINED = "the payment was declined"
    WAITING = "the payment is waiting"
    UNCLEAR = "the payment's state is not clear"
    CONTRADICTORY = "one part of the answer says paid, another does not"
    ALREADY_VOIDED = "already voided"
    ALREADY_REFUNDED = "already refunded"
    PARTLY_REFUNDED = "partly refunded; a void knows no part"
    NOTHING_LEFT = "nothing is left"
    SALE_TIME_UNKNOWN = "when it was sold is not certain"
    AMOUNT_UNKNOWN = "how much was charged is not certain"
    REFERENCE_TOO_LONG = "the reference is longer than 24 characters"
    RETIRED_ACCOUNT = "the account is retired"
    NOT_FOUND = "the gateway no longer knows it"
    NOT_OFFERED = "this gateway offers no such thing"


class NotReversible(ServiceError):
    """Money can't go back on this one. Nothing was sent."""

    def __init__(self, why: WhyNot, *, left: Money | None = None, account: Account | None = None) -> None:
        super().__init__(why.value, account=account)
        self.why = why
        self.left = left


class Changed(ServiceError):
    """The world moved since the person looked. Nothing was sent."""

    def __init__(self, differences: tuple[Difference, ...], *, account: Account | None = None) -> None:
        super().__init__(f"{len(differences)} differences", account=account)
        self.differences = differences


@dataclass(frozen=True, slots=True)
class VerbNow:
    """Which verb it is at an instant, and whether the day of the sale has passed."""

    verb: Verb
    late: bool


class VerbChanged(ServiceError):
    """The business day ended since the person looked. Nothing was sent."""

    def __init__(self, now: VerbNow, *, account: Account | None = None) -> None:
        super().__init__(f"now {now.verb.value}{', late' if now.late else ''}", account=account)
        self.now = now


class ClockWrong(ServiceError):
    """Void or refund can't be told by a clock that is this wrong. Nothing was sent.

    Attributes:
        skew: How far the gateway's clock is ahead of ours; negative when ours is ahead.
    """

    def __init__(self, skew: timedelta, *, account: Account | None = None) -> None:
        super().__init__(f"the gateway is {skew.total_seconds():+.0f} s from here", account=account)
        self.skew = skew


class Withdrawn(ServiceError):
    """The person, or the closing program, took it back before the last look. Nothing was sent."""


class InProgress(ServiceError):
    """This order has an open intent already. Nothing was sent."""

    def __init__(self, intent: Intent) -> None:
        super().__init__(f"intent {intent.id} is {intent.state.value}")
        self.intent = intent


class Reach(Enum):
    """How far a request came."""

    NAME = "the host's name was not found"
    CONNECT = "no connection"
    TLS = "the connection is not trustworthy"
    PROXY = "the proxy refused"
    TIMEOUT = "no answer in time"
    BROKEN = "the connection broke"
    FORBIDDEN = "this computer's address is not registered there"
    CLOSED = "the program was closing"


class Unreachable(ServiceError):
    """Asking: no answer came. Moving: not a byte of it left this computer. Try again freely."""

    def __init__(self, reach: Reach, detail: str = "", *, account: Account | None = None) -> None:
        super().__init__(detail or reach.value, account=account)
        self.reach = reach


class OutcomeUnknown(ServiceError):
    """Money may have moved. Raised by the border of a money request only."""


class BadReply(ServiceError):
    """A question was answered unreadably, or with another payment's answer. Nothing has happened."""


class Refused(ServiceError):
    """The gateway answered no.

    Attributes:
        code, text: The gateway's own; untrusted, to be shown as plain text only.
    """

    def __init__(self, code: str, text: str | None, *, account: Account | None = None) -> None:
        super().__init__(f"refused with code {code}", account=account)
        self.code = code
        self.text = text


class CredentialsRefused(Refused):
    """The key, the password or the GUID is wrong."""


class AddressNotRegistered(Refused):
    """The gateway does not let this computer's public address in; what was sent with it may well be right."""


class ReversalRefused(Refused):
    """The reversal itself was refused."""
