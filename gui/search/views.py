"""Searches that were saved by name. Days stay as they were said: "yesterday" is another day tomorrow."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from gui.settings import Settings
from services.domain.money import Money
from services.domain.payment import PaymentState
from services.domain.question import Added, Amounts, Asked, AtAccount, Days, DayWord, InState

LONGEST = 40
"""Letters of a name."""


@dataclass(frozen=True, slots=True)
class View:
    """One saved search."""

    name: str
    asked: Asked


class SavedViews:
    """The saved searches, in the order they were saved; kept in the person's settings.

    What can't be read there counts as not saved. For the GUI thread.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    @property
    def all(self) -> list[View]:
        """Every saved search."""
        try:
            stored = json.loads(self._settings.views or "[]")
        except ValueError:
            return []
        views = [_read(one) for one in stored] if isinstance(stored, list) else []
        return [view for view in views if view is not None]

    def save(self, name: str, asked: Asked) -> None:
        """Save a search; one of the same name is replaced where it stands.

        Raises:
            ValueError: It has no name.
        """
        name = name.strip()[:LONGEST]
        if not name:
            raise ValueError("a saved search has a name")
        new, views = View(name, asked), self.all
        names = [view.name.casefold() for view in views]
        if name.casefold() in names:
            views[names.index(name.casefold())] = new
        else:
            views.append(new)
        self._write(views)

    def remove(self, name: str) -> None:
        """Forget one."""
        self._write([view for view in self.all if view.name != name])

    def _write(self, views: list[View]) -> None:
        self._settings.views = json.dumps([_written(view) for view in views], ensure_ascii=False)
        self._settings.save()


def _written(view: View) -> dict[str, Any]:
    return {
        "name": view.name,
        "text": view.asked.text,
        "dropped": sorted(list(pair) for pair in view.asked.dropped),
        "added": [_added_written(one) for one in view.asked.added],
    }


def _added_written(added: Added) -> dict[str, Any]:
    match added:
        case DayWord():
            return {"day": added.value}
        case Days(first, last):
            return {"from": first.isoformat(), "to": last.isoformat()}
        case Amounts(least, most):
            return {"least": least.kurus, "most": most.kurus}
        case InState(state):
            return {"state": state.value if state is not None else "open"}
        case AtAccount(account_id):
            return {"account": account_id}


def _read(stored: Any) -> View | None:
    try:
        dropped = frozenset((str(word), str(kind)) for word, kind in stored["dropped"])
        added = tuple(_added_read(one) for one in stored["added"])
        return View(str(stored["name"]), Asked(str(stored["text"]), dropped, added))
    except (KeyError, TypeError, ValueError):
        return None  # of another version, or written by hand


def _added_read(stored: dict[str, Any]) -> Added:
    if "day" in stored:
        return DayWord(stored["day"])
    if "from" in stored:
        return Days(date.fromisoformat(stored["from"]), date.fromisoformat(stored["to"]))
    if "least" in stored:
        return Amounts(Money(stored["least"]), Money(stored["most"]))
    if "state" in stored:
        return InState(None if stored["state"] == "open" else PaymentState(stored["state"]))
    return AtAccount(int(stored["account"]))
