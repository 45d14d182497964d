"""Who is at the desk, and what they may do there: asked by every use case before it does anything.

With PINs on somebody signs in and sits until they sign out or the desk locks itself; what they are
allowed is read from the ledger each time, and a session ends with what it was begun by: another PIN, another
role, or that they no longer work here. With PINs off the
person at the computer is the owner, alone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime
from threading import Lock
from typing import Protocol

from services.domain.audit import PROGRAM, Act, Entry
from services.domain.clock import Clock
from services.domain.errors import Denied, NotAllowed
from services.domain.operator import NOBODY_SIGNS_IN, Operator, Right, Role
from services.ledger.audit import Trail
from services.ledger.operators import Register
from services.ledger.settings import SettingsBook


class Guard(Protocol):
    """Asked what is allowed, and told what was done."""

    def require(self, right: Right) -> Operator:
        """Return who is at it, if they may.

        Raises:
            NotAllowed: They may not, or nobody is there.
        """

    def note(self, act: Act, subject: str, result: str) -> None:
        """Write a row of the audit log in their name.

        Raises:
            NotAllowed: Nobody is there.
            LedgerUnavailable: It can't be written.
        """


@dataclass(frozen=True, slots=True)
class Session:
    """Somebody at the desk, since when.

    Attributes:
        proof: What it stands on; see `Kept.proof`. It ends at the next act once that is another.
    """

    operator: Operator
    since: datetime
    proof: str = field(repr=False)


class Seat:
    """The one place at the desk, and a `Guard`. Usable from any thread.

    Args:
        register, settings, trail: The ledger's.
        clock: For the audit log.
        alone: What the person is called where nobody signs in: the computer's name for its user.
    """

    def __init__(
        self, *, register: Register, settings: SettingsBook, trail: Trail, clock: Clock, alone: str
    ) -> None:
        self._register = register
        self._settings = settings
        self._trail = trail
        self._clock = clock
        self._alone = Operator(id=NOBODY_SIGNS_IN, name=alone, role=Role.OWNER)
        self._guard = Lock()
        self._session: Session | None = None

    @property
    def session(self) -> Session | None:
        """Who signed in, as they were then; None where nobody has, or nobody need."""
        with self._guard:
            return self._session

    @property
    def sitting(self) -> Operator:
        """Who pressed whatever is pressed now, without asking the ledger: for `presser` to check."""
        session = self.session
        return self._alone if session is None else session.operator

    def take(self, operator: Operator, proof: str) -> Session:
        """Let somebody sit down, whoever sat there before.

        Args:
            operator: Who.
            proof: What they were let in by; see `Kept.proof`.
        """
        with self._guard:
            self._session = Session(operator, self._clock.now(), proof)
            return self._session

    def renew(self, session: Session) -> None:
        """Let a session go on though its person has just changed their own PIN; not one that is over."""
        proof = self._register.kept(session.operator.id).proof
        with self._guard:
            if self._session is session:
                self._session = replace(session, proof=proof)

    def leave(self) -> Session | None:
        """Leave the seat empty; return who sat there."""
        with self._guard:
            left, self._session = self._session, None
            return left

    def who(self) -> Operator:
        """Return who is at the desk, as the ledger has them now.

        Raises:
            NotAllowed: NOBODY; ENDED: the PIN, the role or the person is another than when they sat down,
                and the seat is empty from now on.
            LedgerUnavailable: It can't be read.
        """
        if not self._settings.read().pins:
            return self._alone
        session = self.session
        if session is None:
            raise NotAllowed(Denied.NOBODY)
        kept = self._register.kept(session.operator.id)
        if kept.proof != session.proof or not kept.operator.active:
            self._end(session)
            raise NotAllowed(Denied.ENDED)
        return kept.operator

    def _end(self, session: Session) -> None:
        with self._guard:
            if self._session is not session:
                return
            self._session = None
        self._trail.note(self._entry(session.operator.name, Act.SIGN_OUT, "", "ended"))

    def presser(self, said: Operator | str) -> Operator:
        """Return who pressed, if it is who sits here.

        Args:
            said: Who it was when they pressed. A bare name is what the person alone goes by, and nobody's
                where people sign in.

        Raises:
            NotAllowed: NOBODY: it is somebody else, or nobody sits here any more.
        """
        now = self.who()
        if isinstance(said, str):
            if now.id != NOBODY_SIGNS_IN:
                raise NotAllowed(Denied.NOBODY)
            return replace(now, name=said)
        if said.id != now.id:
            raise NotAllowed(Denied.NOBODY)
        return now

    def require(self, right: Right) -> Operator:
        """See `Guard.require`. That somebody was denied is written down."""
        operator = self.who()
        if not operator.may(right):
            self._trail.note(self._entry(operator.name, Act.DENIED, right.value, Denied.RIGHT.value))
        operator.require(right)
        return operator

    def note(self, act: Act, subject: str, result: str) -> None:
        """See `Guard.note`."""
        self._trail.note(self._entry(self.who().name, act, subject, result))

    def entry(self, act: Act, subject: str, result: str) -> Entry:
        """Return a row in the name of who sits here, to be written with what it tells of."""
        return self._entry(self.who().name, act, subject, result)

    def _entry(self, who: str, act: Act, subject: str, result: str) -> Entry:
        return Entry(at=self._clock.now(), who=who, act=act, subject=subject, result=result)


class Program:
    """A `Guard` for what nobody at the desk presses: looking at what is unknown, and nothing else.

    Args:
        trail, clock: For the audit log.
        name: Who it is there.
        right: The one thing it may do.
    """

    def __init__(self, trail: Trail, clock: Clock, *, name: str = PROGRAM, right: Right = Right.LOOK) -> None:
        self._trail = trail
        self._clock = clock
        self._right = right
        self._itself = Operator(id=NOBODY_SIGNS_IN, name=name, role=Role.CASHIER)

    def require(self, right: Right) -> Operator:
        """See `Guard.require`."""
        if right is not self._right:
            raise NotAllowed(Denied.RIGHT, right=right.value)
        return self._itself

    def note(self, act: Act, subject: str, result: str) -> None:
        """See `Guard.note`."""
        who = self._itself.name
        entry = Entry(at=self._clock.now(), who=who, act=act, subject=subject, result=result)
        self._trail.note(entry)
