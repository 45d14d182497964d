"""What stands on a day's sheet, in Turkish or English, for A4 or a roll. Pure; no Qt but the words' own.

What is not known is named on it, and in no sum. Names that others have chosen are made plain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from gui.format import clock_time, day, instant, instant_exact, money, plain
from gui.paper.blocks import Block, Gap, Grid, Heading, Line, Pairs, Paper, Rule, Signatures, Size, Stamp
from gui.paper.tongue import Tongue
from services.domain.account import Environment, GatewayName
from services.domain.day_sheet import DaySheet, Fate, OpenLine, SheetLine, Subject, Sums
from services.domain.reversal import Verb

_DASH = "\N{EM DASH}"
_DOT = " \N{MIDDLE DOT} "


def sheet_blocks(
    sheet: DaySheet, paper: Paper, tongue: Tongue, *, most: int | None = None
) -> tuple[Block, ...]:
    """Return a sheet, block by block.

    Args:
        sheet: What stands on it.
        paper: What it is written on.
        tongue: In which language.
        most: How many rows of a list are written; how many more there are is said then. None for all.
    """
    return tuple(_Sheet(sheet, paper, tongue, most).blocks())


def sheet_title(sheet: DaySheet, tongue: Tongue) -> str:
    """Return what a reader of the PDF calls it."""
    translate = tongue.translate
    return translate("DaySheet", "Day end {day}").format(day=day(sheet.day))


def sheet_foot(sheet: DaySheet, tongue: Tongue) -> str:
    """Return what stands at the bottom of every page of A4."""
    parts = [sheet_title(sheet, tongue)]
    if sheet.closing is not None:
        translate = tongue.translate
        parts.append(translate("DaySheet", "No. {n}").format(n=sheet.closing.number))
        parts.append(sheet.closing.code)
    return _DOT.join(part for part in parts if part)


class _Sheet:
    """One sheet, on one kind of paper, in one language."""

    def __init__(self, sheet: DaySheet, paper: Paper, tongue: Tongue, most: int | None) -> None:
        self._sheet = sheet
        self._most = most
        self._roll = paper is Paper.ROLL_80
        self._translate = tongue.translate

    def blocks(self) -> Iterator[Block]:
        sheet, translate = self._sheet, self._translate
        yield Line(
            translate("DaySheet", "This sheet covers what was voided and refunded here, with this program."),
            Size.SMALL,
        )
        yield Gap()
        yield Heading(translate("DaySheet", "Day end {day}").format(day=day(sheet.day)), Size.HUGE)
        if sheet.closing is None:
            yield Stamp(translate("DaySheet", "NOT CLOSED YET"))
        else:
            yield Heading(translate("DaySheet", "No. {n}").format(n=sheet.closing.number))
        if not sheet.environments:
            yield Gap()
            yield Line(
                translate("DaySheet", "Nothing was voided or refunded, and nothing is open."), bold=True
            )
        for world in sheet.environments:
            yield from self._world(world)
        yield Gap()
        yield Rule()
        yield self._record()
        yield Signatures(
            (translate("DaySheet", "Prepared by, signature"), translate("DaySheet", "Manager, signature"))
        )

    def _world(self, world: Environment) -> Iterator[Block]:
        sheet, translate = self._sheet, self._translate
        yield Gap()
        if world is not Environment.LIVE:
            demo = world is Environment.DEMO
            yield Stamp(
                translate("DaySheet", "DEMO: NOT REAL MONEY")
                if demo
                else translate("DaySheet", "TEST: NOT REAL MONEY")
            )
        yield from self._sums(sheet.sums(world))
        yield from self._by(translate("DaySheet", "By account"), _account, world)
        yield from self._by(translate("DaySheet", "By operator"), _operator, world)
        if any(line.subject.approver and line.subject.environment is world for line in sheet.lines):
            without = translate("DaySheet", "No approval needed")
            title = translate("DaySheet", "By approver")
            yield from self._by(title, lambda subject: _approver(subject) or without, world)
        lines = [line for line in sheet.lines if line.subject.environment is world]
        if lines:
            yield from self._titled(translate("DaySheet", "What became known on this day"))
            yield self._lines(lines[: self._most])
            yield from self._rest(len(lines))
        for awaits, title in (
            (False, translate("DaySheet", "Result not known, in no sum; carried over until it is settled")),
            (True, translate("DaySheet", "Counted above, and not yet shown by the gateway")),
        ):
            left = [
                one
                for one in sheet.open
                if one.subject.environment is world and one.awaits_confirmation is awaits
            ]
            if left:
                yield from self._titled(title)
                yield self._open(left[: self._most])
                yield from self._rest(len(left))

    def _rest(self, rows: int) -> Iterator[Block]:
        """Say how many rows are not shown here."""
        if self._most is not None and rows > self._most:
            translate = self._translate
            said = translate("DaySheet", "… and {n} more: all of them are printed and in the PDF.")
            yield Line(said.format(n=rows - self._most), bold=True)

    def _sums(self, sums: Sums) -> tuple[Block, ...]:
        translate = self._translate
        grid = Grid(
            head=("", translate("DaySheet", "Number"), translate("DaySheet", "Amount")),
            rows=(
                (translate("DaySheet", "Voids"), str(sums.voids), money(sums.voided)),
                (translate("DaySheet", "Refunds"), str(sums.refunds), money(sums.refunded)),
                (translate("DaySheet", "Given back"), str(sums.voids + sums.refunds), money(sums.net)),
            ),
            widths=(46, 20, 34),
            numbers=frozenset({1, 2}),
            totals=1,
        )
        if not sums.refusals:
            return (grid,)
        refused = translate("DaySheet", "Refused, in no sum: {n}, {amount}")
        return grid, Line(refused.format(n=sums.refusals, amount=money(sums.refused)), Size.SMALL)

    def _by(self, title: str, key: Callable[[Subject], str], world: Environment) -> Iterator[Block]:
        groups = self._sheet.by(key, world)
        if not groups:
            return
        translate = self._translate
        yield from self._titled(title)
        ordered = sorted(groups.items())
        if self._roll:
            yield Grid(
                head=("", translate("DaySheet", "Given back")),
                rows=tuple((name or _DASH, money(sums.net)) for name, sums in ordered),
                widths=(62, 38),
                numbers=frozenset({1}),
            )
            return
        yield Grid(
            head=(
                "",
                translate("DaySheet", "Voids"),
                translate("DaySheet", "Refunds"),
                translate("DaySheet", "Given back"),
                translate("DaySheet", "Refused"),
            ),
            rows=tuple(
                (name or _DASH, money(sums.voided), money(sums.refunded), money(sums.net), str(sums.refusals))
                for name, sums in ordered
            ),
            widths=(36, 18, 18, 18, 10),
            numbers=frozenset({1, 2, 3, 4}),
        )

    def _lines(self, lines: list[SheetLine]) -> Grid:
        translate = self._translate
        if self._roll:
            return Grid(
                head=(translate("DaySheet", "What"), translate("DaySheet", "Amount")),
                rows=tuple(
                    (
                        "\n".join(
                            (
                                f"{clock_time(line.at)} {self._fate(line)}",
                                _name(line.subject),
                                *self._of_another_day(line.subject),
                            )
                        ),
                        self._amount(line),
                    )
                    for line in lines
                ),
                widths=(66, 34),
                numbers=frozenset({1}),
            )
        return Grid(
            head=(
                translate("DaySheet", "Time"),
                translate("DaySheet", "Outcome"),
                translate("DaySheet", "Reference"),
                translate("DaySheet", "Who"),
                translate("DaySheet", "Amount"),
            ),
            rows=tuple(
                (
                    clock_time(line.at),
                    "\n".join((self._fate(line), *self._of_another_day(line.subject))),
                    _name(line.subject),
                    _people(line.subject, line.said_by),
                    self._amount(line),
                )
                for line in lines
            ),
            widths=(8, 20, 41, 16, 15),
            numbers=frozenset({4}),
        )

    def _open(self, lines: list[OpenLine]) -> Grid:
        translate = self._translate
        if self._roll:
            return Grid(
                head=(translate("DaySheet", "What"), translate("DaySheet", "Amount")),
                rows=tuple(
                    (
                        "\n".join((instant(line.since), _name(line.subject), _people(line.subject, ""))),
                        money(line.subject.amount),
                    )
                    for line in lines
                ),
                widths=(66, 34),
                numbers=frozenset({1}),
            )
        return Grid(
            head=(
                translate("DaySheet", "Reference"),
                translate("DaySheet", "Since"),
                translate("DaySheet", "Amount"),
            ),
            rows=tuple(
                (
                    "\n".join((_name(line.subject), _people(line.subject, ""))),
                    instant(line.since),
                    money(line.subject.amount),
                )
                for line in lines
            ),
            widths=(52, 26, 22),
            numbers=frozenset({2}),
        )

    def _fate(self, line: SheetLine) -> str:
        translate, void = self._translate, line.subject.verb is Verb.VOID
        match line.fate:
            case Fate.DONE:
                return translate("DaySheet", "Voided") if void else translate("DaySheet", "Refunded")
            case Fate.IN_DOUBT:
                return translate("DaySheet", "Counted before, not certain any more: taken off")
            case Fate.REFUSED:
                refused = translate("DaySheet", "Refused")
                return f"{refused} ({plain(line.code, limit=20)})" if line.code else refused
            case Fate.NOT_SENT:
                return translate("DaySheet", "Not sent")

    def _of_another_day(self, subject: Subject) -> tuple[str, ...]:
        if subject.belongs_to == self._sheet.day:
            return ()
        translate = self._translate
        return (translate("DaySheet", "belongs to {day}").format(day=day(subject.belongs_to)),)

    def _amount(self, line: SheetLine) -> str:
        match line.fate:
            case Fate.DONE:
                return money(line.subject.amount)
            case Fate.IN_DOUBT:
                return f"\N{MINUS SIGN}{money(line.subject.amount)}"
            case Fate.REFUSED | Fate.NOT_SENT:
                return f"({money(line.subject.amount)})"

    def _titled(self, text: str) -> Iterator[Block]:
        yield Gap(8)
        yield Line(text, bold=True)

    def _record(self) -> Pairs:
        translate, closing = self._translate, self._sheet.closing
        made = (translate("DaySheet", "As of"), instant_exact(self._sheet.made_at))
        if closing is None:
            return Pairs((made,))
        return Pairs(
            (
                (translate("DaySheet", "Closed"), instant_exact(closing.at)),
                (translate("DaySheet", "Closed by"), plain(closing.by, limit=60)),
                (translate("DaySheet", "Log code"), closing.code),
            )
        )


def gateway_name(gateway: GatewayName) -> str:
    """Return a gateway as it calls itself."""
    return "Param" if gateway is GatewayName.PARAM else "EsnekPOS"


def _account(subject: Subject) -> str:
    return f"{gateway_name(subject.gateway)}{_DOT}{plain(subject.account, limit=40)}"


def _operator(subject: Subject) -> str:
    return plain(subject.operator, limit=60)


def _approver(subject: Subject) -> str:
    return plain(subject.approver, limit=60)


def _name(subject: Subject) -> str:
    parts = [plain(subject.reference, limit=80), plain(subject.line, limit=40)]
    return "\n".join(part for part in parts if part)


def _people(subject: Subject, said_by: str) -> str:
    names = dict.fromkeys(name for name in (subject.operator, subject.approver, said_by) if name)
    return "\n".join(plain(name, limit=40) for name in names)
