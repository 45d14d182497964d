"""Plant every wrong, room by room, and say which went by unnoticed.

All of them: what a function does, and what is worked out once while its module is imported, such as tables,
the members of enums and the defaults of fields (see `workshop` for how).
"""

from __future__ import annotations

import json
import sys
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pytest

from tests.campaigns.mutation.rooms import Room
from tests.campaigns.mutation.survey import Survey
from tests.campaigns.mutation.workshop import (
    BROKEN,
    CAUGHT,
    ENDLESS,
    MISSED,
    ROOT,
    Only,
    StopsAtFirst,
    Workshop,
    affordable,
    forked,
    import_wrong,
    pytest_of,
)
from tests.campaigns.mutation.wrongs import Wrong, wrongs_in
from tests.campaigns.report import Report, drawn

MUST_BE_CAUGHT = 85
"""In a hundred, of every file."""

SURVIVORS = Path(__file__).with_name("survivors.toml")

_LONGEST = 1800.0
"""Seconds of the processor that a whole room's tests may take."""

_IMPORTING = 120.0
"""The same, of the few that are run for one wrong, with all that they import."""

_IMPORTED_FIRST = (
    *("argon2", "httpx", "hypothesis.stateful", "keyring", "lxml.etree", "pyexpat"),
    *("PySide6.QtTest", "PySide6.QtWidgets", "werkzeug", "zeep"),
)


@dataclass
class Figures:
    """How one file stood up."""

    source: str
    ends: Counter[int] = field(default_factory=Counter)
    unnoticed: list[Wrong] = field(default_factory=list)

    @property
    def planted(self) -> int:
        return sum(self.ends.values())

    @property
    def caught(self) -> int:
        return self.ends[CAUGHT] + self.ends[ENDLESS]

    @property
    def share(self) -> float:
        return 100 * self.caught / max(self.planted, 1)


def known_survivors() -> dict[str, dict[tuple[str, str, str], str]]:
    """Return why each known survivor does no harm, by file and name."""
    known: dict[str, dict[tuple[str, str, str], str]] = {}
    for row in tomllib.loads(SURVIVORS.read_text("utf-8"))["survivor"]:
        known.setdefault(row["file"], {})[row["in"], row["was"], row["now"]] = row["why"]
    return known


def run(rooms: Iterable[Room], scratch: Path, *, sample: int | None = None, seed: int = 1) -> Report:
    """Plant all wrongs, or of each file a sample: the same one for the same seed."""
    sys.dont_write_bytecode, sys.pycache_prefix = False, str(scratch / "compiled")  # by one fork for the next
    for name in _IMPORTED_FIRST:
        __import__(name)  # so that no fork has to
    report = Report("mutation")
    known = known_survivors()
    for room in rooms:
        wrongs: list[tuple[int, Path, Wrong]] = []
        for source in room.sources:
            path = ROOT / source
            found = wrongs_in(path)
            if sample is not None and sample < len(found):
                found = sorted(drawn(seed, source).sample(found, sample), key=lambda one: one.lines.start)
            wrongs += [(len(wrongs) + number, path, wrong) for number, wrong in enumerate(found)]
        ends = _try_all(room, wrongs, scratch, report)
        for source in room.sources:
            figures = Figures(source)
            for number, path, wrong in wrongs:
                if path == ROOT / source and number in ends:
                    figures.ends[ends[number]] += 1
                    if ends[number] not in (CAUGHT, ENDLESS):
                        figures.unnoticed.append(wrong)
            _tell(figures, known.get(source, {}), report, whole=sample is None)
    return report


def _try_all(
    room: Room, wrongs: Sequence[tuple[int, Path, Wrong]], scratch: Path, report: Report
) -> dict[int, int]:
    noted, ended = scratch / "survey.json", scratch / "ended"
    survey = Survey([ROOT / source for source in room.sources], noted)
    forked(partial(pytest_of, room.tests, scratch, survey), seconds=_LONGEST)
    seen, failing = json.loads(noted.read_text("utf-8")) if noted.exists() else ({}, [])
    report.hold(seen, f"{room.name}: none of its tests passes")
    for test in failing:
        report.violation(f"fails without a wrong, and so says nothing: {test}")
    ended.write_text("")

    def tell(number: int, how: int) -> None:
        with ended.open("a") as file:
            file.write(f"{number} {how}\n")

    in_functions = [one for one in wrongs if one[2].function is not None]
    workshop = Workshop(in_functions, seen, tell, scratch)
    forked(partial(pytest_of, room.tests, scratch, workshop), seconds=_LONGEST)
    rows = (line.split() for line in ended.read_text().splitlines())
    ends = {int(number): int(how) for number, how in rows}
    left = [one for one in wrongs if one[0] not in ends]  # done at import, or in a function nobody can reach
    told = scratch / "caught-by"
    tests: list[str] = []
    asked: Path | None = None
    for number, path, wrong in left:
        if path != asked:
            tests, asked = _believed(affordable(list(seen), seen, source=path), scratch, told), path
        ends[number] = BROKEN
        for few in _by_turns(tests):
            ends[number] = forked(partial(_import_and_try, few, scratch, path, wrong), seconds=_IMPORTING)
            if ends[number] != MISSED:
                break
        if told.exists():
            tests.sort(key=partial(_is_another, told.read_text("utf-8")))  # it is the next one's first
            told.unlink()
    noted.unlink(missing_ok=True)
    return ends


def _by_turns(tests: list[str]) -> list[list[str]]:
    """Part the tests of the first one's file from the others, which then need not even be imported."""
    file = tests[0].partition("::")[0] if tests else ""
    own = [test for test in tests if test.startswith(f"{file}::")]
    others = [test for test in tests if not test.startswith(f"{file}::")]
    return [few for few in (own, others) if few]


def _believed(tests: list[str], scratch: Path, told: Path) -> list[str]:
    """Return the tests that pass by themselves, in this order, without a wrong."""
    while tests and forked(partial(_import_and_try, tests, scratch), seconds=_IMPORTING) != MISSED:
        if not told.exists():
            return []
        tests = [test for test in tests if test != told.read_text("utf-8")]
        told.unlink()
    return tests


def _is_another(test: str, one: str) -> bool:
    return test != one


def _import_and_try(
    tests: Sequence[str], scratch: Path, path: Path | None = None, wrong: Wrong | None = None
) -> int:
    if path is not None and wrong is not None:
        import_wrong(path, wrong)
    try:
        files = dict.fromkeys(test.partition("::")[0] for test in tests)
        said = pytest_of(files, scratch, Only(tests), StopsAtFirst(scratch / "caught-by"))
    except Exception:  # noqa: BLE001  without the wrong these tests run: it can't even be imported
        return CAUGHT
    return MISSED if said == pytest.ExitCode.OK else CAUGHT  # not even a conftest can be imported, say


def _tell(figures: Figures, known: dict[tuple[str, str, str], str], report: Report, *, whole: bool) -> None:
    source = figures.source
    report.count("planted", figures.planted)
    report.count("caught", figures.caught)
    named = [wrong for wrong in figures.unnoticed if wrong.name in known]
    report.count("went by, named harmless", len(named))
    sys.stdout.write(
        f"{source:32} {figures.planted:5} planted {figures.caught:5} caught {figures.share:5.1f} %"
        f" {len(named):4} named\n"
    )
    unnamed = [wrong for wrong in figures.unnoticed if wrong.name not in known]
    for wrong in unnamed:
        sys.stdout.write(f"    {wrong.lines.start}: {wrong}\n")
    report.hold(not unnamed, f"{source}: {len(unnamed)} that nobody noticed have no name")
    report.hold(not figures.ends[BROKEN], f"{source}: {figures.ends[BROKEN]} could not be planted")
    report.hold(figures.share >= MUST_BE_CAUGHT, f"{source}: only {figures.share:.1f} % caught")
    sys.stdout.flush()
    if whole:
        names = {wrong.name for wrong in figures.unnoticed}
        for name in known.keys() - names:
            report.violation(f"{source}: named a survivor, and is none: {name[0]}: {name[1]}  ->  {name[2]}")
