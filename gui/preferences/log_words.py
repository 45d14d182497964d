"""What a row of the audit log says, in the language of the screen."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from gui.format import money
from services.domain.audit import PROGRAM, Act
from services.domain.money import Money

_ENTERED = re.compile(r"entered with (\d+) lines, (\d+)\.(\d\d) TRY", re.ASCII)


def act_name(act: Act) -> str:
    """Name what somebody did; a word this version does not know stays as it is written."""
    translate = QCoreApplication.translate
    return {
        Act.SEGMENT: translate("Log", "A part of the log begins"),
        Act.SIGN_IN: translate("Log", "Sign-in"),
        Act.SIGN_OUT: translate("Log", "Sign-out"),
        Act.DENIED: translate("Log", "Denied"),
        Act.RAW: translate("Log", "Raw answer read"),
        Act.EXPORT: translate("Log", "Taken out"),
        Act.ARMED: translate("Log", "Reversal written down"),
        Act.SENT: translate("Log", "Reversal sent"),
        Act.SETTLED: translate("Log", "Outcome"),
        Act.CONFIRMED: translate("Log", "Confirmation"),
        Act.APPROVAL: translate("Log", "Approval"),
        Act.ACCOUNT: translate("Log", "Account"),
        Act.ORDER: translate("Log", "Order"),
        Act.OPERATOR: translate("Log", "Person"),
        Act.SETTING: translate("Log", "Rule"),
        Act.KEY: translate("Log", "Key of the log"),
        Act.BACKUP: translate("Log", "Backup"),
        Act.RESTORE: translate("Log", "Restoring"),
        Act.OLDER: translate("Log", "Older ledger"),
        Act.UNREADABLE: translate("Log", "Unreadable"),
    }.get(act, act.value)


def who_did(who: str) -> str:
    """Name who did it; what nobody pressed the program did."""
    return QCoreApplication.translate("Log", "The program") if who == PROGRAM else who


def result_words(result: str) -> str:
    """Say how something went; what this table does not know stays as it was written down."""
    translate = QCoreApplication.translate
    if entered := _ENTERED.fullmatch(result):
        amount = money(Money(int(entered[2]) * 100 + int(entered[3])))
        return translate("Log", "entered: {count} sellers, {amount}").format(count=entered[1], amount=amount)
    return {
        "added": translate("Log", "added"),
        "changed": translate("Log", "changed"),
        "changed, with its secrets": translate("Log", "changed, with its secrets"),
        "removed": translate("Log", "removed"),
        "retired": translate("Log", "retired"),
        "ok": translate("Log", "done"),
        "done": translate("Log", "done"),
        "refused": translate("Log", "refused"),
        "not sent": translate("Log", "not sent"),
        "outcome unknown": translate("Log", "unknown"),
        "new PIN": translate("Log", "new PIN"),
        "recovery code shown": translate("Log", "recovery code shown"),
        "signed in": translate("Log", "signed in"),
        "signed out": translate("Log", "signed out"),
        "wrong PIN": translate("Log", "wrong PIN"),
    }.get(result, result)
