"""Use case: who works here, how they sign in, and how a second person agrees.

A PIN is tried only after the attempt was counted in the ledger: five wrong ones lock for five minutes,
whatever is started again in between. It is kept as an argon2id hash, and is in no log, error or repr.
Blocking, for the hash is slow on purpose: call on a worker thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from services.authority import digest_of_plan, digest_of_statement, rights_for
from services.domain.audit import Act, Entry
from services.domain.clock import Clock
from services.domain.errors import (
    Denied,
    InputProblem,
    InvalidInput,
    LedgerUnavailable,
    NotAllowed,
    NotConfigured,
)
from services.domain.identity import person_name
from services.domain.operator import (
    NOBODY_SIGNS_IN,
    Approval,
    Limits,
    Operator,
    Right,
    Role,
    require_may_approve,
)
from services.domain.reversal import Intent, IntentState, Testimony
from services.domain.settings import Settings, check
from services.ledger.approvals import Approvals
from services.ledger.audit import Trail
from services.ledger.operators import Kept, Register
from services.ledger.settings import SettingsBook
from services.owner_proof import LOCKED_FOR, MOST_WRONG
from services.pins import Pins
from services.plans import Plan
from services.seat import Seat, Session

if TYPE_CHECKING:
    from argon2 import PasswordHasher

_LONGEST_NAME = 60


class Operators:
    """Signs people in and out, and keeps who they are, what they may, and what the shop has chosen."""

    def __init__(
        self,
        *,
        register: Register,
        approvals: Approvals,
        settings: SettingsBook,
        trail: Trail,
        seat: Seat,
        clock: Clock,
        hashes: PasswordHasher | None = None,
        keep_owners: Callable[[], None] = lambda: None,
        require_keyring: Callable[[], None] = lambda: None,
    ) -> None:
        self._keep_owners = keep_owners
        self._require_keyring = require_keyring
        self._register = register
        self._approvals = approvals
        self._settings = settings
        self._trail = trail
        self._seat = seat
        self._clock = clock
        self._pins = Pins(hashes)

    @property
    def session(self) -> Session | None:
        """Who signed in, and since when; None where nobody has, or nobody need."""
        return self._seat.session

    def who(self) -> Operator:
        """Return who is at the desk.

        Raises:
            NotAllowed: NOBODY: somebody has to sign in.
        """
        return self._seat.who()

    def names(self) -> list[str]:
        """Return the names of those who work here: what is chosen from before anybody has signed in."""
        return [operator.name for operator in self._register.all()]

    def approvers(self) -> list[str]:
        """Return the names of those who may agree to what whoever is at the desk wants."""
        here = self._seat.require(Right.LOOK)
        return [one.name for one in self._register.all() if one.may(Right.APPROVE) and one.id != here.id]

    def all(self, *, gone: bool = False) -> list[Operator]:
        """Return who works here; those who no longer do as well, if asked.

        Raises:
            NotAllowed: Only an owner sees to operators.
        """
        self._seat.require(Right.OPERATORS)
        return self._register.all(gone=gone)

    def sign_in(self, name: str, pin: str) -> Session:
        """Let somebody sit down, in whoever's place.

        Raises:
            NotAllowed: WRONG_PIN, also for a name that is nobody's; LOCKED_OUT, with `until`.
            LedgerUnavailable: The attempt can't be counted, so it is not made.
        """
        operator = self._register.named(name)
        if operator is None or not operator.active:
            self._tell("?", Act.SIGN_IN, "nobody of that name")  # what was typed may well be a PIN
            raise NotAllowed(Denied.WRONG_PIN)
        proven = self._prove(operator, pin, Act.SIGN_IN)
        note = self._entry(operator.name, Act.SIGN_IN, "", "ok")
        session = self._seat.take(self._register.forgive(operator.id, note=note), proven.proof)
        if session.operator.role is Role.OWNER:
            with suppress(NotConfigured, LedgerUnavailable):  # looking goes on; the next change says it
                self._keep_owners()
        return session

    def sign_out(self, *, idle: bool = False) -> None:
        """Leave the desk; by oneself, or because nobody touched it for so long."""
        left = self._seat.leave()
        if left is not None:
            self._tell(left.operator.name, Act.SIGN_OUT, "idle" if idle else "ok")

    def add(self, name: str, role: Role, pin: str, *, limits: Limits | None = None) -> Operator:
        """Let somebody new work here.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``name`` (EMPTY, TOO_LONG, ALREADY_THERE), ``pin`` (see `set_pin`),
                ``per_reversal`` or ``per_day`` (NOT_POSITIVE).
        """
        self._seat.require(Right.OPERATORS)
        if not (name := person_name(name)):
            raise InvalidInput("name", InputProblem.EMPTY)
        if len(name) > _LONGEST_NAME:
            raise InvalidInput("name", InputProblem.TOO_LONG, limit=_LONGEST_NAME)
        limits = _checked(limits or Limits())
        hashed = self._pins.hashed(pin)
        note = self._seat.entry(Act.OPERATOR, name, f"added as {role.value}, {_told(limits)}")
        with self._kept_in_keyring(concerns=role is Role.OWNER):
            return self._register.add(name, role, limits, pin=hashed, note=note)

    def change(self, operator: Operator) -> Operator:
        """Change somebody's role, limits, or whether they work here; a name is kept for good.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``role``: LAST_OWNER; ``per_reversal`` or ``per_day``: NOT_POSITIVE.
            KeyError: There is none of that number.
        """
        self._seat.require(Right.OPERATORS)
        _checked(operator.limits)
        works = "works here" if operator.active else "no longer works here"
        said = f"{operator.role.value}, {_told(operator.limits)}, {works}"
        before = self._register.get(operator.id)
        name = before.name
        note = self._seat.entry(Act.OPERATOR, name, said)
        with self._kept_in_keyring(concerns=Role.OWNER in {operator.role, before.role}):
            return self._register.change(replace(operator, name=name), note=note)

    def set_pin(self, operator_id: int, pin: str) -> None:
        """Give somebody another PIN; what was typed wrong is forgiven.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: ``pin``: NOT_A_NUMBER, TOO_SHORT, TOO_LONG.
            KeyError: There is none of that number.
        """
        self._seat.require(Right.OPERATORS)
        operator = self._register.get(operator_id)
        hashed = self._pins.hashed(pin)
        note = self._seat.entry(Act.OPERATOR, operator.name, "new PIN")
        with self._kept_in_keyring(concerns=operator.role is Role.OWNER):
            self._register.set_pin(operator_id, hashed, note=note)

    def change_own_pin(self, old: str, new: str) -> None:
        """Change the PIN of whoever is at the desk.

        Raises:
            NotAllowed: NOBODY signed in; WRONG_PIN; LOCKED_OUT.
            InvalidInput: ``pin``: see `set_pin`.
        """
        session = self._seat.session
        if session is None:
            raise NotAllowed(Denied.NOBODY)
        operator = self._register.get(session.operator.id)
        hashed = self._pins.hashed(new)
        self._prove(operator, old, Act.OPERATOR)
        note = self._entry(operator.name, Act.OPERATOR, operator.name, "changed their own PIN")
        with self._kept_in_keyring(concerns=operator.role is Role.OWNER):
            self._register.set_pin(operator.id, hashed, note=note)
        self._seat.renew(session)

    def approve(self, plan: Plan, approver_name: str, pin: str) -> Approval:
        """A second person agrees to exactly this plan, in place, for ten minutes and one use.

        Raises:
            NotAllowed: OWN_APPROVAL; RIGHT: the approver's role does not allow it, or not what the plan
                takes; OVER_REVERSAL_LIMIT, OVER_DAY_LIMIT, EVERYTHING_OVER_LIMIT: it is above the approver's
                own; WRONG_PIN; LOCKED_OUT.
        """
        approver = self._approver(approver_name)
        self._require_may_approve(approver, plan)
        asker = self._seat.who()
        return self._give(digest_of_plan(plan), approver, pin, f"{plan.reference}: {plan.amount}", asker)

    def approve_left(self, plan: Plan, asker: int, pin: str) -> Approval:
        """Whoever is at the desk agrees to exactly this plan, which somebody else left for approval.

        Raises:
            NotAllowed: OWN_APPROVAL: it is their own; and as for `approve`.
        """
        approver = self._seat.require(Right.APPROVE)
        if approver.id in {asker, NOBODY_SIGNS_IN}:
            raise NotAllowed(Denied.OWN_APPROVAL)
        self._require_may_approve(approver, plan)
        return self._give(
            digest_of_plan(plan), approver, pin, f"{plan.reference}: {plan.amount}", self._register.get(asker)
        )

    def approve_statement(self, intent: Intent, outcome: IntentState, said: Testimony, pin: str) -> Approval:
        """The second person that `said` names agrees to exactly what it says of an unknown outcome.

        Raises:
            NotAllowed: OWN_APPROVAL; RIGHT; WRONG_PIN; LOCKED_OUT.
        """
        approver = self._approver(said.approver or "")
        approver.require(Right.SETTLE_UNKNOWN)
        subject = f"#{intent.id} is {outcome.value}"
        asker = self._seat.who()
        return self._give(digest_of_statement(intent, outcome, said), approver, pin, subject, asker)

    def who_agreed(self, approval_id: int) -> str:
        """Return the name of who gave an approval.

        Raises:
            NotAllowed: Nobody is at the desk.
        """
        self._seat.require(Right.LOOK)
        return self._approvals.get(approval_id).approver_name

    def settings(self) -> Settings:
        """Return what the shop has chosen."""
        return self._settings.read()

    def change_settings(self, chosen: Settings) -> Settings:
        """Choose otherwise. Switching PINs on or off signs everybody out.

        Raises:
            NotAllowed: Only an owner may.
            InvalidInput: OUT_OF_RANGE, with the attribute's name; ``pins``: LAST_OWNER: nobody who works here
                is an owner, and with PINs on nobody could change anything any more.
        """
        self._seat.require(Right.OPERATORS)
        before = self._settings.read()
        check(chosen)
        if chosen.pins and not any(one.role is Role.OWNER for one in self._register.all()):
            raise InvalidInput("pins", InputProblem.LAST_OWNER)
        said = ", ".join(
            f"{name}={getattr(chosen, name)}"
            for name in chosen.__dataclass_fields__
            if getattr(chosen, name) != getattr(before, name)
        )
        note = self._seat.entry(Act.SETTING, "shop", said or "as before")
        with self._kept_in_keyring(concerns=chosen.pins is not before.pins):
            self._settings.change(chosen, note)
        if chosen.pins is not before.pins:
            self._seat.leave()
        return chosen

    @contextmanager
    def _kept_in_keyring(self, *, concerns: bool) -> Iterator[None]:
        """Keep in the keyring what is changed inside, where it concerns who proves to be an owner.

        Raises:
            NotConfigured: The keyring can't be asked; nothing is changed then.
        """
        if concerns:
            self._require_keyring()
        yield
        if concerns:
            self._keep_owners()

    def _approver(self, name: str) -> Operator:
        here = self._seat.who()
        approver = self._register.named(name)
        if approver is None or not approver.active:
            raise NotAllowed(Denied.WRONG_PIN)
        if approver.id == here.id:
            raise NotAllowed(Denied.OWN_APPROVAL)
        approver.require(Right.APPROVE)
        return approver

    def _require_may_approve(self, approver: Operator, plan: Plan) -> None:
        since = plan.account.days.start_of(self._clock.now())
        given = self._register.given_back(approver.id, since=since)
        require_may_approve(approver, rights_for(plan), plan.amount, given_today=given)

    def _give(self, digest: str, approver: Operator, pin: str, subject: str, asker: Operator) -> Approval:
        self._prove(approver, pin, Act.APPROVAL)
        self._register.forgive(approver.id, note=self._entry(approver.name, Act.APPROVAL, subject, "PIN ok"))
        note = self._entry(approver.name, Act.APPROVAL, subject, f"given to {asker.name}")
        at = self._clock.now()
        return self._approvals.give(digest, approver, asker=asker.id, at=at, note=note)

    def _prove(self, operator: Operator, pin: str, act: Act) -> Kept:
        """Try a PIN, once it is counted that it was tried; return whose it was, as they were then."""
        now = self._clock.now()
        until = now + LOCKED_FOR
        kept = self._register.count_attempt(operator.id, now=now, most=MOST_WRONG, locked_until=until)
        if kept.locked_until is not None:
            self._tell(operator.name, act, Denied.LOCKED_OUT.value)
            raise NotAllowed(Denied.LOCKED_OUT, until=kept.locked_until)
        if self._pins.is_right(kept.pin, pin):
            return kept
        if kept.failed + 1 >= MOST_WRONG:
            self._tell(operator.name, act, f"{Denied.WRONG_PIN.value}; {Denied.LOCKED_OUT.value}")
            raise NotAllowed(Denied.LOCKED_OUT, until=until)
        self._tell(operator.name, act, Denied.WRONG_PIN.value)
        raise NotAllowed(Denied.WRONG_PIN)

    def _tell(self, who: str, act: Act, result: str) -> None:
        self._trail.note(self._entry(who, act, "", result))

    def _entry(self, who: str, act: Act, subject: str, result: str) -> Entry:
        return Entry(at=self._clock.now(), who=who, act=act, subject=subject, result=result)


def _checked(limits: Limits) -> Limits:
    for name, limit in (("per_reversal", limits.per_reversal), ("per_day", limits.per_day)):
        if limit is not None and limit.kurus < 0:
            raise InvalidInput(name, InputProblem.NOT_POSITIVE)
    return limits


def _told(limits: Limits) -> str:
    once = "no limit" if limits.per_reversal is None else f"{limits.per_reversal} in one go"
    day = "no limit a day" if limits.per_day is None else f"{limits.per_day} a day"
    return f"{once}, {day}"
