"""What people are called in a shop, and what each of their rights is."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from services.domain.operator import RIGHTS, Right, Role


def role_name(which: Role) -> str:
    """Name a role."""
    translate = QCoreApplication.translate
    match which:
        case Role.CASHIER:
            return translate("Seat", "Cashier")
        case Role.MANAGER:
            return translate("Seat", "Manager")
        case Role.OWNER:
            return translate("Seat", "Owner")


def right_name(which: Right) -> str:  # noqa: C901  a table, one row a right
    """Say what a right allows."""
    translate = QCoreApplication.translate
    match which:
        case Right.LOOK:
            return translate("Seat", "Look at payments")
        case Right.EXPORT:
            return translate("Seat", "Take data out of the program")
        case Right.VOID_TODAY:
            return translate("Seat", "Void on the day of the sale")
        case Right.VOID_LATE:
            return translate("Seat", "Void after the day of the sale")
        case Right.REFUND_PART:
            return translate("Seat", "Refund a part")
        case Right.REFUND_WHOLE:
            return translate("Seat", "Refund the whole")
        case Right.ALL_SELLERS:
            return translate("Seat", "Give back for all sellers at once")
        case Right.SETTLE_UNKNOWN:
            return translate("Seat", "Settle what is unknown")
        case Right.APPROVE:
            return translate("Seat", "Approve for others")
        case Right.ACCOUNTS:
            return translate("Seat", "Change the accounts")
        case Right.OPERATORS:
            return translate("Seat", "People, rules and safekeeping")


def who_may(right: Right) -> str:
    """Name the roles that have a right."""
    return ", ".join(role_name(role) for role in Role if right in RIGHTS[role])
