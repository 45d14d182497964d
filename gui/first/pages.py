"""The pages of the first start: welcome, which gateway, the credentials, tested."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme
from gui.accounts.form import AccountForm
from gui.widgets.notice import Notice
from gui.widgets.scroll import scrolled
from services.domain.account import Environment, GatewayName


class WelcomePage(QWidget):
    """Says what this is, in which language; and leads to an account or to the demo.

    Attributes:
        begin: To the first account.
        demo: Opens the demo beside.
    """

    language_chosen = Signal(str)
    """``"tr"`` or ``"en"``."""

    def __init__(self, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.begin = QPushButton(self.tr("Set up my account"))
        self.begin.setObjectName("begin")
        self.begin.setProperty("kind", "primary")
        self.demo = QPushButton(self.tr("Open the demo"))
        self.demo.setObjectName("open_demo")
        self._languages = QButtonGroup(self)
        languages = QHBoxLayout()
        languages.setSpacing(theme.L)
        # Each language is named in itself, so that a lost person finds home.
        for code, name in (("tr", "Türkçe"), ("en", "English")):
            button = QRadioButton(name)
            button.setObjectName(f"choose_{code}")
            button.setProperty("value", code)
            button.setChecked(code == language)
            self._languages.addButton(button)
            languages.addWidget(button)
        languages.addStretch()
        self._languages.buttonClicked.connect(self._on_language)
        column = _column(self)
        column.addLayout(languages)
        column.addSpacing(theme.L)
        column.addWidget(_text(self.tr("Welcome to the Refund Desk"), "title"))
        column.addWidget(
            _text(
                self.tr(
                    "Here you find a card payment by its reference, void it or give it back, once, and know"
                    " for certain how it went. For that the program has to know who your shop is to the"
                    " gateway: that takes two minutes."
                )
            )
        )
        column.addSpacing(theme.S)
        column.addWidget(self.begin, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(theme.M)
        column.addWidget(
            _text(
                self.tr(
                    "Or look around first: the demo has made-up payments and gateways of its own on this"
                    " computer. No money is real there."
                ),
                "muted",
            )
        )
        column.addWidget(self.demo, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()

    @Slot(QAbstractButton)
    def _on_language(self, button: QAbstractButton) -> None:
        self.language_chosen.emit(button.property("value"))


class WhichPage(QWidget):
    """Asks which gateway, and whether money is real.

    Attributes:
        gateways, environments: What can be chosen; the button's ``value`` is the enum.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.gateways, self.environments = QButtonGroup(self), QButtonGroup(self)
        column = _column(self)
        column.addWidget(_text(self.tr("Who takes your card payments?"), "title"))
        gateways = (
            (GatewayName.ESNEKPOS, "EsnekPOS", self.tr("Physical POS: a sale is found and voided whole.")),
            (
                GatewayName.PARAM,
                "Param",
                self.tr("Marketplace: an order goes back whole or in part, seller by seller."),
            ),
        )
        self._put(column, self.gateways, gateways)
        column.addSpacing(theme.M)
        column.addWidget(_text(self.tr("Is it for real?"), "title"))
        worlds = (
            (Environment.TEST, self.tr("A test account"), self.tr("To try it; no customer is touched.")),
            (Environment.LIVE, self.tr("My live account"), self.tr("Real money moves, real customers.")),
        )
        self._put(column, self.environments, worlds)
        column.addStretch()

    @property
    def gateway(self) -> GatewayName:
        """The gateway that is chosen."""
        return GatewayName(_chosen(self.gateways))

    @property
    def environment(self) -> Environment:
        """The environment that is chosen."""
        return Environment(_chosen(self.environments))

    def _put(
        self,
        column: QVBoxLayout,
        group: QButtonGroup,
        choices: Sequence[tuple[GatewayName | Environment, str, str]],
    ) -> None:
        for which, name, says in choices:
            button = QRadioButton(name)
            button.setObjectName(f"choose_{which.value}")
            button.setProperty("value", which.value)
            button.setChecked(not group.buttons())
            button.setAccessibleDescription(says)
            group.addButton(button)
            hint = _text(says, "muted")
            hint.setIndent(theme.XL)
            column.addWidget(button)
            column.addWidget(hint)


class CredentialsPage(QWidget):
    """The form of the account, with where its fields are found.

    Attributes:
        form: Where it is typed; a new one for each gateway and environment.
        notice: What is wrong.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form = AccountForm(None)
        self.notice = Notice()
        self._where = _text("", "muted")
        column = _column(self)
        column.addWidget(_text(self.tr("Who are you there?"), "title"))
        column.addWidget(self._where)
        column.addWidget(self.notice)
        column.addWidget(self.form, 1)

    def ask_for(self, gateway: GatewayName, environment: Environment) -> None:
        """Ask for what this gateway wants; what was typed before stays."""
        self.form.gateway.setCurrentIndex(self.form.gateway.findData(gateway))
        for button in self.form.environments.buttons():
            if button.objectName() == environment.value:
                button.setChecked(True)
        for name in ("gateway", "environment", "name", "cutoff"):
            self.form.rows[name].hide()  # chosen before, or it may wait
        self.form.strict_row.hide()
        self._where.setText(
            self.tr(
                "EsnekPOS gave you MERCHANT and MERCHANT_KEY when your account was opened; its support tells"
                " you again. The key goes into this computer's keyring and nowhere else."
            )
            if gateway is GatewayName.ESNEKPOS
            else self.tr(
                "Param gave you all four when your account was opened; its support tells you again. It must"
                " also have registered this shop's public IP address. The secrets go into this computer's"
                " keyring and nowhere else."
            )
        )


class DonePage(QWidget):
    """Says that it works, and what comes next.

    Attributes:
        notice: What the test has shown.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        column = _column(self)
        column.addWidget(_text(self.tr("Ready"), "title"))
        column.addWidget(self.notice)
        for words in (
            self.tr("Type or scan a reference at the top and press Enter."),
            self.tr("F1 shows every key; Ctrl+K goes anywhere."),
            self.tr("People with PINs, more accounts and backups are in the settings."),
        ):
            column.addWidget(_text(f"•  {words}"))
        column.addStretch()


def _chosen(group: QButtonGroup) -> str:
    button = group.checkedButton()
    assert button is not None  # the first one is from the beginning
    return str(button.property("value"))


def _column(page: QWidget) -> QVBoxLayout:
    """Return where the parts of a page go; on a small screen they are scrolled to."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(theme.XL, theme.L, theme.XL, theme.S)
    column.setSpacing(theme.S)
    around = QVBoxLayout(page)
    around.setContentsMargins(0, 0, 0, 0)
    around.addWidget(scrolled(inside, bare=False))
    return column


def _text(words: str, kind: str = "") -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    if kind:
        label.setProperty("kind", kind)
    return label
