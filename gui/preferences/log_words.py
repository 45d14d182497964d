"""What a row of the audit log says, in the language of the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.domain.audit import PROGRAM, Act


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
        Act.SLIP: translate("Log", "Slip"),
        Act.DAY_END: translate("Log", "Day end"),
        Act.PETITION: translate("Log", "Left for approval"),
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
