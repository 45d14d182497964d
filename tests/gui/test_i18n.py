"""Which language is spoken, and that it is."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from gui import i18n
from gui.wording import environment, payment_state, verb
from services.domain.account import Environment
from services.domain.payment import PaymentState
from services.domain.reversal import Verb


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[QApplication]:
    before = QLocale()
    yield qapp
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_what_is_asked_for_comes_before_what_was_chosen() -> None:
    assert i18n.language_for("en", "tr", demo=False) == "en"
    assert i18n.language_for(None, "en", demo=True) == "en"


def test_the_demo_speaks_turkish_wherever_it_runs() -> None:
    assert i18n.language_for(None, None, demo=True) == "tr"


@pytest.mark.parametrize("system", ["de_DE", "en_US", "C"])
def test_elsewhere_english_is_spoken(system: str) -> None:
    assert i18n.language_for(None, None, demo=False, system=QLocale(system)) == "en"


def test_a_turkish_computer_is_spoken_to_in_turkish() -> None:
    assert i18n.language_for(None, None, demo=False, system=QLocale("tr_TR")) == "tr"


def test_the_words_of_the_trade_are_the_shops(speaking: QApplication) -> None:
    assert speaking
    i18n.speak("tr")
    assert verb(Verb.VOID) == "İptal"
    assert verb(Verb.REFUND) == "İade"
    assert payment_state(PaymentState.PAID)[0] == "Ödendi"
    assert environment(Environment.LIVE) == "CANLI"


def test_a_language_is_left_as_it_was_entered(speaking: QApplication) -> None:
    assert speaking
    i18n.speak("tr")
    i18n.speak("en")
    assert verb(Verb.VOID) == "Void"
    assert QLocale().language() is QLocale.Language.English


@pytest.mark.parametrize("count", [1, 3])
def test_english_counts_in_two_ways(speaking: QApplication, count: int) -> None:
    assert speaking
    i18n.speak("en")
    told = QCoreApplication.translate("Places", "%n reversal(s) whose end is not known", "", count)
    assert told == f"{count} reversal{'' if count == 1 else 's'} whose end is not known"
