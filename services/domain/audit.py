"""The audit log: what a row is, how it is chained to the one before, and how a break in it is found.

Every row carries a keyed hash (HMAC-SHA256) of itself and of the row before it. Who has no key can't
write a row that fits, nor take one out; that the end was cut off shows by what was remembered of it
elsewhere: in the keyring, and as a short code on sheets and slips.

A key that was lost is not replaced in silence: a new **segment** begins with a row that names the end
of the one before. Rows of a segment whose key is gone can't be checked any more, and that is said.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import Self

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O and U, so that what was printed is read back as it was."""

_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1", "İ": "1", "-": "", " ": "", "\t": "", "\n": ""})
_GROUP = 4
_BITS = 5
_KEY_BYTES = 20
_KEY_LETTERS = _KEY_BYTES * 8 // _BITS
_CHECK_LETTERS = 4
_HEAD_BYTES = 5
_HEAD_LETTERS = _HEAD_BYTES * 8 // _BITS


class Act(Enum):
    """What somebody did."""

    SEGMENT = "segment"
    SIGN_IN = "sign in"
    SIGN_OUT = "sign out"
    DENIED = "denied"
    RAW = "raw answer"
    EXPORT = "export"
    SLIP = "slip"
    DAY_END = "day end"
    ARMED = "armed"
    SENT = "sent"
    SETTLED = "settled"
    CONFIRMED = "confirmed"
    APPROVAL = "approval"
    PETITION = "wish for approval"
    ACCOUNT = "account"
    ORDER = "order"
    OPERATOR = "operator"
    SETTING = "setting"
    KEY = "key"
    BACKUP = "backup"
    RESTORE = "restore"
    OLDER = "older ledger"
    VOUCHED = "stands as it is"
    UNREADABLE = "unreadable"
    """Never written: what a row reads as whose word is none of these."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that was done. Holds no secret and no gateway's text.

    Attributes:
        at: Aware, UTC.
        who: A name; `PROGRAM` for what nobody pressed.
        subject: What it was done to.
        result: How it went.
    """

    at: datetime
    who: str
    act: Act
    subject: str
    result: str


PROGRAM = "refund-desk"
"""Who did what nobody pressed."""


@dataclass(frozen=True, slots=True)
class AuditKey:
    """The key that chains one segment. Safe to log: the secret is not in its repr."""

    secret: bytes = field(repr=False)

    @classmethod
    def make(cls) -> Self:
        """Return a new one, from the system's source of chance."""
        return cls(secrets.token_bytes(_KEY_BYTES))

    @classmethod
    def from_code(cls, code: str) -> Self:
        """Read a recovery code as a person typed it: any case, any spaces, O for 0 and I for 1.

        Raises:
            ValueError: It is none, or has a slip in it.
        """
        letters = code.upper().translate(_READ_AS)
        if len(letters) != _KEY_LETTERS + _CHECK_LETTERS:
            raise ValueError("a recovery code has nine groups of four")
        key = cls(_bytes(letters[:_KEY_LETTERS]))
        if not hmac.compare_digest(key._check(), letters[_KEY_LETTERS:]):
            raise ValueError("a recovery code with a slip in it")
        return key

    @property
    def code(self) -> str:
        """The recovery code: to be printed and put away. It is the key itself, with a checksum."""
        return _grouped(_letters(self.secret) + self._check())

    def _check(self) -> str:
        return _letters(hashlib.sha256(b"refund-desk audit key " + self.secret).digest())[:_CHECK_LETTERS]


@dataclass(frozen=True, slots=True)
class Row:
    """A row as it lies in the file: bytes, for a damaged one may hold anything.

    Attributes:
        said: When, who, what, subject and result.
        mac: The keyed hash in hexadecimal.
    """

    seq: int
    segment: int
    said: tuple[bytes, ...]
    mac: bytes


def mac_of(key: AuditKey, *, seq: int, segment: int, said: tuple[bytes, ...], before: bytes) -> str:
    """Return a row's keyed hash; each part with its length, so that no two rows read alike."""
    parts = (str(segment).encode(), str(seq).encode(), *said, before)
    text = b"".join(len(part).to_bytes(4, "big") + part for part in parts)
    return hmac.digest(key.secret, text, "sha256").hex()


def fits(row: Row, key: AuditKey, *, before: bytes) -> bool:
    """Whether a row was written with a key, after the row whose keyed hash is `before`."""
    right = mac_of(key, seq=row.seq, segment=row.segment, said=row.said, before=before)
    return hmac.compare_digest(right.encode(), row.mac)


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was remembered of a ledger outside of it, when it stood there.

    Attributes:
        intents: How many there were.
        rows: How many rows the audit log had; 0 for none.
        head: The last one's keyed hash; empty for none.
    """

    intents: int
    rows: int
    head: str


class Break(Enum):
    """How a log is broken at a row."""

    ALTERED = "the row, or one beside it, was changed, exchanged or put in"
    MISSING = "rows before it are missing"
    NO_BEGINNING = "it says it begins a segment and does not, or the other way round"
    CUT = "it was the last one remembered, and the log ends before it"
    REPLACED = "it is not the one that was remembered"
    NO_KEY = "the key of the newest segment is missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of the whole log found.

    Attributes:
        rows: How many there are.
        head: The code of the last one; empty for an empty log.
        bad: The first row that does not fit; None where all fit.
        why: How.
        unchecked: Segments whose key is lost, as first and last row: they can't be vouched for.
        differing: What does not stand as its newest row says, as `services.ledger.vouching` names it.
    """

    rows: int
    head: str
    bad: int | None = None
    why: Break | None = None
    unchecked: tuple[tuple[int, int], ...] = ()
    differing: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is broken, and all stands as it says."""
        return self.bad is None and not self.differing


def verify(
    rows: Iterable[Row], keys: Mapping[int, AuditKey], remembered: Remembered | None = None
) -> Verified:
    """Check every row against the one before it, and the end against what is remembered.

    Args:
        rows: By their numbers.
        keys: Of each segment, as far as they are at hand.
        remembered: What was remembered elsewhere.
    """
    count, segment, before = 0, 0, b""
    unchecked: dict[int, tuple[int, int]] = {}
    bad: tuple[int, Break] | None = None
    for row in rows:
        broken = _broken(row, count, segment, before, keys)
        if broken is None and remembered is not None and row.seq == remembered.rows:
            broken = None if row.mac == remembered.head.encode() else Break.REPLACED
        if broken is not None and bad is None:
            bad = row.seq if broken is not Break.MISSING else count + 1, broken
        if row.segment not in keys:
            unchecked[row.segment] = unchecked.get(row.segment, (row.seq, 0))[0], row.seq
        count, segment, before = row.seq, row.segment, row.mac
    if bad is None and remembered is not None and count < remembered.rows:
        bad = count + 1, Break.CUT
    if bad is None and segment in unchecked:
        bad = unchecked[segment][0], Break.NO_KEY
    return Verified(
        rows=count,
        head=head_code(count, before.decode("ascii", "replace")) if count else "",
        bad=bad[0] if bad else None,
        why=bad[1] if bad else None,
        unchecked=tuple(unchecked.values()),
    )


def _broken(row: Row, count: int, segment: int, before: bytes, keys: Mapping[int, AuditKey]) -> Break | None:
    if row.seq != count + 1:
        return Break.MISSING
    begins = len(row.said) > 2 and row.said[2] == Act.SEGMENT.value.encode()  # noqa: PLR2004  when, who, what
    if row.segment != segment + begins:
        return Break.NO_BEGINNING
    key = keys.get(row.segment)
    return None if key is None or fits(row, key, before=before) else Break.ALTERED


def head_code(seq: int, mac: str) -> str:
    """Return a row's short code, for sheets and slips: ``1042-7K3Q-9ZPT``."""
    try:
        start = bytes.fromhex(mac[: _HEAD_BYTES * 2])
    except ValueError:
        start = b""
    return f"{seq}-{_grouped(_letters(start))}"


def read_head_code(code: str) -> tuple[int, str]:
    """Return the row's number and the letters of a short code, as a person typed it.

    Raises:
        ValueError: It is none.
    """
    seq, _, letters = code.strip().partition("-")
    letters = letters.upper().translate(_READ_AS)
    known = len(letters) == _HEAD_LETTERS and set(letters) <= set(_ALPHABET)
    if not (known and seq.isascii() and seq.isdigit()):
        raise ValueError("a short code looks like 1042-7K3Q-9ZPT")
    return int(seq), f"{int(seq)}-{_grouped(letters)}"


def _letters(data: bytes) -> str:
    number, count = int.from_bytes(data, "big"), len(data) * 8 // _BITS
    number >>= len(data) * 8 - count * _BITS
    return "".join(_ALPHABET[(number >> (_BITS * place)) & 31] for place in reversed(range(count)))


def _bytes(letters: str) -> bytes:
    number = 0
    for letter in letters:
        number = number * 32 + _ALPHABET.index(letter)  # ValueError for a letter of no code
    return number.to_bytes(len(letters) * _BITS // 8, "big")


def _grouped(letters: str) -> str:
    return "-".join(_groups(letters))


def _groups(letters: str) -> Iterator[str]:
    for start in range(0, len(letters), _GROUP):
        yield letters[start : start + _GROUP]
