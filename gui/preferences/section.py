"""The sections of the settings: what each is called, and who may see to it."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from services.domain.operator import Right


class Section(Enum):
    """One section, in the order they stand."""

    ACCOUNTS = "accounts"
    PEOPLE = "people"
    RULES = "rules"
    BACK_URL = "back_url"
    LOOK = "look"
    DATA = "data"
    LOG = "log"
    ABOUT = "about"


DRAWINGS = {
    Section.ACCOUNTS: "account",
    Section.PEOPLE: "person",
    Section.RULES: "rules",
    Section.BACK_URL: "import",
    Section.LOOK: "appearance",
    Section.DATA: "folder",
    Section.LOG: "log",
    Section.ABOUT: "info",
}

NEEDS = dict.fromkeys((Section.PEOPLE, Section.RULES, Section.BACK_URL, Section.LOG), Right.OPERATORS)
"""The right without which a section shows nothing but why."""


def section_name(section: Section) -> str:
    """Name a section."""
    translate = QCoreApplication.translate
    return {
        Section.ACCOUNTS: translate("Settings", "Accounts"),
        Section.PEOPLE: translate("Settings", "People and PINs"),
        Section.RULES: translate("Settings", "Rules"),
        Section.BACK_URL: translate("Settings", "Results by BACK_URL"),
        Section.LOOK: translate("Settings", "Appearance and language"),
        Section.DATA: translate("Settings", "Data and backup"),
        Section.LOG: translate("Settings", "Log"),
        Section.ABOUT: translate("Settings", "About"),
    }[section]


def section_says(section: Section) -> str:
    """Say in a sentence what a section is for."""
    translate = QCoreApplication.translate
    return {
        Section.ACCOUNTS: translate("Settings", "Who the shop is to EsnekPOS and to Param."),
        Section.PEOPLE: translate("Settings", "Who works here, up to what amount, and who may do what."),
        Section.RULES: translate(
            "Settings",
            "What holds for everybody. Limits stand with each person, the hour at which the day ends with"
            " each account.",
        ),
        Section.BACK_URL: translate("Settings", "Whether this computer is told when a result is there."),
        Section.LOOK: translate("Settings", "How this computer shows the program."),
        Section.DATA: translate("Settings", "Where the ledger is, and how it is kept safe."),
        Section.LOG: translate("Settings", "Who did what here, newest first. Nothing in it can be changed."),
        Section.ABOUT: translate("Settings", "What this program promises, and whose work is inside."),
    }[section]
