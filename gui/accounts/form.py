"""The form of one account: every field of it, with what helps and what is wrong beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from gui import theme, wording
from gui.accounts.secret import SecretEdit
from gui.errors import explain
from gui.theme import Tone
from gui.widgets.choice import Choice
from gui.widgets.notice import Notice
from gui.widgets.row import Row
from services.accounts import TEST_BACK_URL
from services.domain.account import (
    Account,
    Environment,
    EsnekPosSecrets,
    GatewayName,
    ParamSecrets,
    Secrets,
)
from services.domain.errors import InvalidInput

_HOUR = re.compile(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", re.ASCII)
_NEW = Account(gateway=GatewayName.ESNEKPOS, environment=Environment.TEST, merchant="", name="")


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in the form. `secrets` is None where those that were saved stay."""

    account: Account
    secrets: Secrets | None


class AccountForm(QWidget):
    """Edits an account, or enters a new one.

    Changing to live or from EsnekPOS to Param changes what is asked for; what was typed stays.
    """

    changed = Signal()
    """Something was typed or chosen."""

    def __init__(
        self, account: Account | None, *, demo_address: str | None = None, parent: QWidget | None = None
    ) -> None:
        """Show an account, or an empty form.

        Args:
            account: The one to edit; None for a new one.
            demo_address: In a demo, where its simulator listens: then every new account is a demo's.
            parent: Qt's.
        """
        super().__init__(parent)
        self._before = account or _NEW
        self._in_demo = demo_address is not None
        if account is None and demo_address is not None:
            self._before = replace(_NEW, environment=Environment.DEMO, address=demo_address)
        self._is_new = account is None
        self.gateway = Choice()
        for which in GatewayName:
            self.gateway.addItem(wording.gateway(which), which)
        self.gateway.setEnabled(self._is_new)
        self.environments = QButtonGroup(self)
        self.merchant, self.name = QLineEdit(), QLineEdit()
        self.back_url, self.cutoff, self.address = QLineEdit(), QLineEdit(), QLineEdit()
        self.merchant_key = SecretEdit("MERCHANT_KEY")
        self.username, self.password = SecretEdit("CLIENT_USERNAME"), SecretEdit("CLIENT_PASSWORD")
        self.guid = SecretEdit("GUID")
        self.strict = QCheckBox(self.tr("Hold to the literal reading of Param's payable rule"))
        self.live = Notice()
        self.rows = self._make_rows()
        self._fill()
        self._lay_out()
        self._start = self._raw()
        self._connect()
        self._follow()

    @property
    def typed_gateway(self) -> GatewayName:
        """The gateway that is chosen."""
        which: GatewayName = self.gateway.currentData()
        return which

    @property
    def typed_environment(self) -> Environment:
        """The environment that is chosen."""
        return list(Environment)[self.environments.checkedId()]

    def has_unsaved(self) -> bool:
        """Whether something differs from what the form began with."""
        return self._raw() != self._start

    def read(self) -> Typed | None:
        """Return what stands in the form; None where it can't be read, which is said beside the field.

        Whether it can be so is the use case's to judge.
        """
        self.clear_problems()
        try:
            cutoff = _hour(self.cutoff.text())
        except ValueError:
            self._point_at("cutoff", self.tr("This is no time of day. Write it like 22:00"))
            return None
        esnekpos = self.typed_gateway is GatewayName.ESNEKPOS
        account = replace(
            self._before,
            gateway=self.typed_gateway,
            environment=self.typed_environment,
            merchant=self.merchant.text(),
            name=self.name.text(),
            back_url=self.back_url.text() if esnekpos else "",
            cutoff=cutoff,
            strict=not esnekpos and self.strict.isChecked(),
            address=self.address.text().strip() if self.typed_environment is Environment.DEMO else "",
            retired=False,
        )
        return Typed(account, self._secrets())

    def show_problem(self, error: InvalidInput) -> bool:
        """Say what is wrong beside its field and go there; False when it is none of ours."""
        row = self.rows.get(error.field)
        if row is None or row.isHidden():
            return False
        self._point_at(error.field, explain(error).sentence)
        return True

    def clear_problems(self) -> None:
        """Take back everything that was said to be wrong."""
        for row in self.rows.values():
            row.set_problem("")

    def forget_secrets(self) -> None:
        """Empty the secrets' fields: they are saved."""
        for secret in (self.merchant_key, self.username, self.password, self.guid):
            secret.edit.clear()

    @property
    def _keeps_secrets(self) -> bool:
        """Whether secrets are saved that fit: those of another environment do not."""
        before = self._before
        return not self._is_new and not before.retired and self.typed_environment is before.environment

    def _secrets(self) -> Secrets | None:
        esnekpos = self.typed_gateway is GatewayName.ESNEKPOS
        key, guid = self.merchant_key.typed.strip(), self.guid.typed.strip()
        typed = [key] if esnekpos else [self.username.typed, self.password.typed, guid]
        if self._keeps_secrets and not any(typed):
            return None
        if esnekpos:
            return EsnekPosSecrets(merchant_key=key)
        return ParamSecrets(username=typed[0], password=typed[1], guid=guid)

    def _point_at(self, name: str, problem: str) -> None:
        self.rows[name].set_problem(problem)
        self.rows[name].field.setFocus()

    def _raw(self) -> tuple[object, ...]:
        edits = (self.merchant, self.name, self.back_url, self.cutoff, self.address)
        secrets = (self.merchant_key, self.username, self.password, self.guid)
        return (
            self.gateway.currentIndex(),
            self.environments.checkedId(),
            *(edit.text() for edit in edits),
            *(secret.typed for secret in secrets),
            self.strict.isChecked(),
        )

    def _make_rows(self) -> dict[str, Row]:
        return {
            "gateway": Row(
                self.tr("Gateway"),
                self.gateway,
                hint=""
                if self._is_new
                else self.tr("It can't be changed; add another account for another gateway."),
            ),
            "merchant": Row("MERCHANT", self.merchant),
            "name": Row(
                self.tr("Name"),
                self.name,
                hint=self.tr("What the shop calls it; left empty, the code above."),
            ),
            "merchant_key": Row("MERCHANT_KEY", self.merchant_key),
            "username": Row("CLIENT_USERNAME", self.username),
            "password": Row("CLIENT_PASSWORD", self.password),
            "guid": Row("GUID", self.guid),
            "back_url": Row("BACK_URL", self.back_url),
            "address": Row(self.tr("Address of the simulator"), self.address),
            "cutoff": Row(
                self.tr("The bank closes its day at (optional)"),
                self.cutoff,
                hint=self.tr("The hour in Istanbul, such as 22:00. Left empty, the day ends at midnight."),
            ),
        }

    def _fill(self) -> None:
        account = self._before
        self.gateway.setCurrentIndex(self.gateway.findData(account.gateway))
        self.merchant.setText(account.merchant)
        self.name.setText(account.name)
        self.back_url.setText(TEST_BACK_URL if self._is_new and not self._in_demo else account.back_url)
        self.cutoff.setText(account.cutoff.strftime("%H:%M") if account.cutoff else "")
        self.cutoff.setPlaceholderText("22:00")
        self.back_url.setPlaceholderText("https://")
        self.address.setText(account.address)
        self.strict.setChecked(account.strict)

    def _connect(self) -> None:
        self.gateway.currentIndexChanged.connect(self._follow)
        self.environments.idToggled.connect(self._on_environment)
        edits = (self.merchant, self.name, self.back_url, self.cutoff, self.address)
        secrets = (self.merchant_key, self.username, self.password, self.guid)
        for edit in (*edits, *(secret.edit for secret in secrets)):
            edit.textChanged.connect(self.changed)
        self.strict.toggled.connect(self.changed)
        self.back_url.textChanged.connect(self._say_what_back_url_is_for)

    @Slot(int, bool)
    def _on_environment(self, _id: int, chosen: bool) -> None:  # noqa: FBT001  Qt's signature
        if not chosen:
            return
        # The document's own address is fit for a test account only: it goes with the choice.
        if self.typed_environment is Environment.LIVE and self.back_url.text() == TEST_BACK_URL:
            self.back_url.clear()
        elif self.typed_environment is Environment.TEST and not self.back_url.text():
            self.back_url.setText(TEST_BACK_URL)
        self._follow()

    @Slot()
    def _follow(self) -> None:
        """Ask for what the chosen gateway and environment need."""
        esnekpos = self.typed_gateway is GatewayName.ESNEKPOS
        for name in ("merchant_key", "back_url"):
            self.rows[name].setVisible(esnekpos)
        for name in ("username", "password", "guid"):
            self.rows[name].setVisible(not esnekpos)
        self.strict_row.setVisible(not esnekpos)
        self.rows["address"].setVisible(self.typed_environment is Environment.DEMO)
        self.rows["merchant"].set_label("MERCHANT" if esnekpos else "CLIENT_CODE")
        self.rows["merchant"].set_hint(
            ""
            if esnekpos
            else self.tr(
                "Up to five digits. Param must have registered this shop's public IP address, for tests too."
            )
        )
        self._say_what_back_url_is_for()
        self._say_what_is_saved()
        if self.typed_environment is Environment.LIVE:
            self.live.show_info(
                self.tr("LIVE: real money moves through this account."),
                Tone.REFUSED,
                next_step=self.tr("Every void and refund reaches real customers. Check the code twice."),
            )
        else:
            self.live.hide()
        self.changed.emit()

    @Slot()
    def _say_what_back_url_is_for(self) -> None:
        if self.back_url.text().strip():
            hint = self.tr("Any https page of yours will do; the result is read by query.")
        else:
            hint = self.tr(
                "Without one, voiding is not offered on this account. Any https page of yours will do;"
                " the result is read by query."
            )
        self.rows["back_url"].set_hint(hint)

    def _say_what_is_saved(self) -> None:
        for secret in (self.merchant_key, self.username, self.password, self.guid):
            secret.set_saved(self._keeps_secrets)
        together = self.tr("To change one of these three, type all three.")
        self.rows["username"].set_hint(together if self._keeps_secrets else "")

    def _lay_out(self) -> None:
        self.strict_row = Row(
            self.tr("Payable rule"),
            self.strict,
            hint=self.tr(
                "On: a seller may never be due more than what is given back. Off: you are asked each time."
            ),
        )
        form = QVBoxLayout(self)
        form.setContentsMargins(theme.L, theme.L, theme.L, theme.M)
        form.setSpacing(theme.M)
        form.addWidget(self.rows["gateway"])
        self.rows["environment"] = self._environment_row()
        form.addWidget(self.rows["environment"])
        form.addWidget(self.live)
        for name in ("merchant", "name", "merchant_key", "username", "password", "guid", "back_url"):
            form.addWidget(self.rows[name])
        for row in (self.rows["address"], self.rows["cutoff"], self.strict_row):
            form.addWidget(row)
        form.addStretch()
        for name, row in self.rows.items():
            row.field.setObjectName(name)

    def _environment_row(self) -> Row:
        """Return the choice between test and live; a demo's accounts have none."""
        choice = QWidget()
        line = QHBoxLayout(choice)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.XL)
        offered = [Environment.DEMO] if self._in_demo else [Environment.TEST, Environment.LIVE]
        if self._before.environment not in offered:
            offered.insert(0, self._before.environment)
        for which in offered:
            button = QRadioButton(wording.environment(which))
            button.setObjectName(which.value)
            self.environments.addButton(button, list(Environment).index(which))
            button.setChecked(which is self._before.environment)
            line.addWidget(button)
        line.addStretch()
        choice.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return Row(self.tr("Environment"), choice)


def _hour(text: str) -> time | None:
    """Read ``22:00``; nothing and midnight are None.

    Raises:
        ValueError: It is no time of day.
    """
    if not text.strip():
        return None
    found = _HOUR.fullmatch(text.strip())
    if found is None:
        raise ValueError(text)
    hour = time(int(found[1]), int(found[2]))
    return None if hour == time() else hour
