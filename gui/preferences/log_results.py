"""How something went, as the audit log keeps it, in the language of the screen.

The log is written once, in English, and never changed; what is known of its sentences stands here. What is
not known here is shown as it was written down.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from gui.format import money
from gui.roles import role_name
from gui.wording import basis, verb
from services.domain.errors import Denied
from services.domain.money import Money
from services.domain.operator import Role
from services.domain.reversal import SettledBy, Verb

_AMOUNT = r"(\d+\.\d\d TRY)"
_TRY = re.compile(r"(?<![\d.])(\d+)\.(\d\d) TRY", re.ASCII)


def result_words(result: str) -> str:
    """Say how something went."""
    known = (_states() | _answers()).get(result)
    if known is not None:
        return known
    for pattern, say in _SENTENCES:
        if found := pattern.fullmatch(result):
            return say(found)
    denied, _, about = result.partition(": ")
    known = _denied().get(denied)
    if known is not None:
        return f"{known}: {about}" if about else known
    return _in_lira(result)


def _states() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "done": translate("Log", "done"),
        "refused": translate("Log", "refused"),
        "not sent": translate("Log", "not sent"),
        "not_sent": translate("Log", "not sent"),
        "unknown": translate("Log", "unknown"),
        "outcome unknown": translate("Log", "unknown"),
        "armed": translate("Log", "written down"),
        "sent": translate("Log", "sent"),
    }


def _answers() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "added": translate("Log", "added"),
        "changed": translate("Log", "changed"),
        "changed, with its secrets": translate("Log", "changed, with its secrets"),
        "removed": translate("Log", "removed"),
        "retired": translate("Log", "retired"),
        "ok": translate("Log", "done"),
        "new PIN": translate("Log", "new PIN"),
        "PIN ok": translate("Log", "PIN right"),
        "recovery code shown": translate("Log", "recovery code shown"),
        "recovery code put away": translate("Log", "recovery code put away"),
        "restored from its recovery code": translate("Log", "taken back by its recovery code"),
        "signed in": translate("Log", "signed in"),
        "ended": translate("Log", "ended: the PIN, the role or the person has changed"),
        "signed out": translate("Log", "signed out"),
        "goes on with this copy": translate("Log", "goes on with this copy"),
        "day sheet": translate("Log", "sheet of the day"),
        "as before": translate("Log", "as before"),
        "does not listen": translate("Log", "does not listen"),
        "wanted: the desk is closed for it": translate("Log", "wanted: the desk is closed for it"),
    }


def _denied() -> dict[str, str]:
    translate = QCoreApplication.translate
    wrong_pin, locked = translate("Log", "wrong PIN"), translate("Log", "too many wrong PINs")
    return {
        Denied.RIGHT.value: translate("Log", "the role does not allow it"),
        Denied.OVER_REVERSAL_LIMIT.value: translate("Log", "over the limit in one go"),
        Denied.OVER_DAY_LIMIT.value: translate("Log", "over the limit of a day"),
        Denied.EVERYTHING_OVER_LIMIT.value: translate("Log", "everything, with a limit"),
        Denied.OWN_APPROVAL.value: translate("Log", "nobody approves their own"),
        Denied.OTHER_APPROVAL.value: translate("Log", "the approval was for something else"),
        Denied.OTHERS_APPROVAL.value: translate("Log", "the approval was somebody else's"),
        Denied.FALLEN_APPROVAL.value: translate("Log", "the approval no longer held"),
        Denied.USED_APPROVAL.value: translate("Log", "the approval was used already"),
        Denied.OLD_APPROVAL.value: translate("Log", "the approval was too old"),
        Denied.NOBODY.value: translate("Log", "nobody was signed in"),
        Denied.ENDED.value: translate("Log", "the session had ended"),
        Denied.WRONG_PIN.value: wrong_pin,
        Denied.LOCKED_OUT.value: locked,
        f"{Denied.WRONG_PIN.value}; {Denied.LOCKED_OUT.value}": f"{wrong_pin}; {locked}",
    }


def _moved(found: re.Match[str]) -> str:
    said = f"{verb(Verb(found[1]))}, {_in_lira(found[2])}"
    if found[3] is None:
        return said
    return QCoreApplication.translate("Log", "{said}, approval {n}").format(said=said, n=found[3])


def _settled(found: re.Match[str]) -> str:
    return f"{_states()[found[1]]}, {basis(SettledBy(found[2]))}"


def _testified(found: re.Match[str]) -> str:
    translate = QCoreApplication.translate
    who = (
        translate("Log", "alone")
        if found[3] == "alone"
        else translate("Log", "agreed by {name}").format(name=found[4])
    )
    return f"{_states()[found[1]]}, {basis(SettledBy(found[2]))}, {who}: {found[5]}"


def _entered(found: re.Match[str]) -> str:
    said = QCoreApplication.translate("Log", "entered: {count} sellers, {amount}")
    return said.format(count=found[1], amount=_in_lira(found[2]))


def _imported(found: re.Match[str]) -> str:
    said = QCoreApplication.translate("Log", "imported: {orders} orders, {lines} sellers, {amount}")
    return said.format(orders=found[1], lines=found[2], amount=_in_lira(found[3]))


def _exported(found: re.Match[str]) -> str:
    said = QCoreApplication.translate("Log", "{rows} rows, {form}: {file}")
    return said.format(rows=found[1], form=found[2].upper(), file=found[3])


def _slip(found: re.Match[str]) -> str:
    translate = QCoreApplication.translate
    form = translate("Log", "printed") if found[1] == "print" else "PDF"
    outcomes = ", ".join(_states().get(one, one) for one in found[2].split(","))
    return translate("Log", "{form}: {outcome}, No. {n}").format(form=form, outcome=outcomes, n=found[3])


def _person(found: re.Match[str]) -> str:
    translate = QCoreApplication.translate
    added, role, limits, works = found.groups()
    parts = [translate("Log", "added")] if added else []
    parts.append(role_name(Role(role)))
    for english, said in (
        ("no limit a day", translate("Log", "no limit a day")),
        ("no limit", translate("Log", "no limit")),
        (" in one go", translate("Log", " in one go")),
        (" a day", translate("Log", " a day")),
    ):
        limits = limits.replace(english, said)
    parts.append(_in_lira(limits))
    if works:
        here = works == "works here"
        parts.append(translate("Log", "works here") if here else translate("Log", "no longer works here"))
    return ", ".join(parts)


def _simple(found: re.Match[str]) -> str:
    """What one sentence says with one or two words put into it; told apart by which pattern it was."""
    translate = QCoreApplication.translate
    template = {
        _ANSWER: translate("Log", "answer No. {0}"),
        _NUMBER: translate("Log", "No. {0}"),
        _LEFT: translate("Log", "left for approval: {0}"),
        _GIVEN: translate("Log", "given to {0}"),
        _SEGMENT: translate("Log", "part {0} of the log begins"),
        _BEGUN_WITHOUT: translate("Log", "part {0} of the log begins; what was in {1} is not known"),
        _COPIED: translate("Log", "{0} reversals in it"),
        _RESTORED: translate("Log", "{0} reversals in it; what was there before was put aside as {1}"),
        _RESTORED_FIRST: translate("Log", "{0} reversals in it; nothing was there before"),
        _OLDER: translate("Log", "goes on with {0} reversals instead of {1}"),
        _TAKEN_OVER: translate("Log", "goes on here instead of in ledger {0}"),
        _LISTENS: translate("Log", "listens at {0}"),
        _TOLD: translate("Log", "columns chosen by hand"),
    }[found.re]
    return _in_lira(template.format(*found.groups()))


def _petition(found: re.Match[str]) -> str:
    translate = QCoreApplication.translate
    state = {
        "declined": translate("Log", "declined"),
        "dropped": translate("Log", "taken off the list"),
        "sent": translate("Log", "sent"),
    }.get(found[1], found[1])
    return translate("Log", "{state}, asked for by {name}").format(state=state, name=found[2])


def _in_lira(text: str) -> str:
    """Write amounts as they are written on the screen."""
    return _TRY.sub(lambda found: money(Money(int(found[1]) * 100 + int(found[2]))), text)


_ANSWER = re.compile(r"answer (\d+)")
_NUMBER = re.compile(r"number (\d+)")
_LEFT = re.compile(rf"left for approval: {_AMOUNT}")
_GIVEN = re.compile(r"given to (.+)", re.DOTALL)
_SEGMENT = re.compile(r"segment (\d+) begins")
_BEGUN_WITHOUT = re.compile(r"segment (\d+) begins, without (.+)", re.DOTALL)
_COPIED = re.compile(r"(\d+) intents")
_RESTORED = re.compile(r"(\d+) intents; the one before is (.+)", re.DOTALL)
_RESTORED_FIRST = re.compile(r"(\d+) intents; nothing was there before")
_OLDER = re.compile(r"goes on with (\d+) intents instead of (\d+)")
_TAKEN_OVER = re.compile(r"goes on here instead of in ledger (\S+)")
_LISTENS = re.compile(r"listens at (\S+)")
_TOLD = re.compile(r"\S+ told by hand")
_STATE = "(done|refused|not_sent|unknown)"
_ROLES = "|".join(role.value for role in Role)

_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
    (re.compile(rf"(void|refund) {_AMOUNT}(?:, approval (\d+))?"), _moved),
    (re.compile(rf"{_STATE} by (answer|transport|query|restart)"), _settled),
    (re.compile(rf"{_STATE} by (person), (alone|agreed by (.*?)): (.*)", re.DOTALL), _testified),
    (re.compile(rf"entered with (\d+) lines, {_AMOUNT}"), _entered),
    (re.compile(rf"imported (\d+) orders with (\d+) lines, {_AMOUNT}"), _imported),
    (re.compile(r"(\d+) rows as (xlsx|csv): (.*)", re.DOTALL), _exported),
    (re.compile(r"(print|pdf): ([a-z_,]+), number (\d+)"), _slip),
    (re.compile(rf"(added as )?({_ROLES}), (.*? a day)(?:, (works here|no longer works here))?"), _person),
    (re.compile(r"(declined|dropped|sent), asked by (.+)", re.DOTALL), _petition),
    *(
        (pattern, _simple)
        for pattern in (
            _ANSWER,
            _NUMBER,
            _LEFT,
            _GIVEN,
            _SEGMENT,
            _BEGUN_WITHOUT,
            _COPIED,
            _RESTORED,
            _RESTORED_FIRST,
            _OLDER,
            _TAKEN_OVER,
            _LISTENS,
            _TOLD,
        )
    ),
)
