"""What an earlier run of the program left behind, ended before anything is recorded in this one."""

from __future__ import annotations

import logging
from pathlib import Path

from services.audit import Audit
from services.domain.clock import Clock
from services.domain.errors import NotConfigured
from services.domain.reversal import IntentState
from services.ledger.journal import Journal
from services.owed_file import OwedFile

_log = logging.getLogger(__name__)


def end_last_run(left: OwedFile, journal: Journal, audit: Audit, clock: Clock) -> tuple[Path, ...]:
    """Take in what was owed when the program closed, then sweep; return the files that are not believed.

    While the key can't be had, what was left stays where it is.
    """
    unbelieved: tuple[Path, ...] = ()
    if left.lies_there():
        try:
            audit.trust()
            unbelieved = left.read_in()
        except NotConfigured as error:
            _log.warning("what was left beside the ledger can't be read yet: %s", error.missing.value)
    # Only what was armed reads differently in a copy: mostly the keyring need not be asked here.
    armed = journal.in_state(IntentState.ARMED)
    journal.sweep(at=clock.now(), from_a_copy=bool(armed) and not audit.is_proven())
    return unbelieved
