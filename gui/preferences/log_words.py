"""What a row of the audit log says, in the language of the screen."""

from __future__ import annotations

import re

from PySide6.QtCore import QCoreApplication

from gui.roles import right_name
from services.domain.audit import PROGRAM, Act, Entry
from services.domain.operator import Right

_SEGMENT = re.compile(r"segment (\d+)")
_SUPPORT = re.compile(r"#(\d+) support file")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?: (\S+))?")
_RIGHTS = {right.value: right for right in Right}


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
        Act.VOUCHED: translate("Log", "Stands as it is"),
        Act.OLDER: translate("Log", "Older ledger"),
        Act.UNREADABLE: translate("Log", "Unreadable"),
    }.get(act, act.value)


def about_what(entry: Entry) -> str:
    """Say what a row is about: references stay as they are, what the program itself named is translated."""
    translate = QCoreApplication.translate
    if entry.subject == "shop":
        return translate("Log", "the shop")
    if entry.act is Act.DENIED and entry.subject in _RIGHTS:
        return right_name(_RIGHTS[entry.subject])
    if part := _SEGMENT.fullmatch(entry.subject):
        return translate("Log", "part {n}").format(n=part[1])
    if support := _SUPPORT.fullmatch(entry.subject):
        return translate("Log", "#{n}, support file").format(n=support[1])
    if sheet := _DAY.fullmatch(entry.subject):
        paper = f", {sheet[4].upper().replace('-', ' ')}" if sheet[4] else ""
        return f"{sheet[3]}.{sheet[2]}.{sheet[1]}{paper}"
    return entry.subject


def who_did(who: str) -> str:
    """Name who did it; what nobody pressed the program did."""
    return QCoreApplication.translate("Log", "The program") if who == PROGRAM else who
