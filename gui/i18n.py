"""Which language the window speaks, and teaching it to."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import resources

LANGUAGES = ("tr", "en")
"""The languages there are. The sources are English."""

FOLDER = Path(resources.__file__).parent / "i18n"

_SPEAKS = "refund_desk_speaks"
"""Set once there is something to take back: to look for it costs the first paint some milliseconds."""


def language_for(asked: str | None, chosen: str | None, *, demo: bool, system: QLocale | None = None) -> str:
    """Return the language: asked for on the command line, chosen before, or the system's.

    The desk is a Turkish shop's: the demo speaks Turkish wherever it runs.
    """
    if asked or chosen:
        return asked or chosen or ""
    spoken = (system or QLocale.system()).language()
    return "tr" if demo or spoken == QLocale.Language.Turkish else "en"


def speak(language: str) -> None:
    """Have the program speak a language from now on; windows made before keep theirs.

    Raises:
        FileNotFoundError: The translation is missing: the program is not installed whole.
    """
    application = QCoreApplication.instance()
    if application is None:
        raise RuntimeError("a language needs an application")
    if application.property(_SPEAKS):
        for old in application.findChildren(QTranslator):
            application.removeTranslator(old)
            old.deleteLater()
    application.setProperty(_SPEAKS, True)
    QLocale.setDefault(QLocale(language))
    ours = QTranslator(application)
    if not ours.load(str(FOLDER / f"refund_desk_{language}.qm")):
        raise FileNotFoundError(FOLDER / f"refund_desk_{language}.qm")
    application.installTranslator(ours)
    # Qt's own words (a text field's menu). Where they are missing, that menu speaks English.
    qt = QTranslator(application)
    if qt.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        application.installTranslator(qt)
