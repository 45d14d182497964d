"""What stands on the sheet of a support file: one reversal from beginning to end, on A4.

In the language of the window. Whatever a gateway said is plain text, and marked as its words. Texts are
redacted once more when the blocks are made, for the sheet leaves the house.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from gui.difference_words import words_of
from gui.format import instant_exact, money, plain
from gui.paper.blocks import Block, Gap, Grid, Heading, Line, Pairs, Rule, Size, Stamp, with_texts
from gui.payment.labels import row_label
from gui.payment.outline import Row, outline
from gui.wording import basis, environment, gateway, intent_state, step_name, verb
from services.domain.account import Environment
from services.domain.audit import head_code
from services.domain.payment import Payment
from services.domain.reversal import Intent
from services.support import SupportCase

_LONGEST = 6000
"""Characters of a request or an answer that are printed; the whole of it is in the file beside."""

_DASH = "\N{EM DASH}"
_INDENT = "\N{NO-BREAK SPACE}" * 4


def support_blocks(case: SupportCase) -> tuple[Block, ...]:
    """Return the sheet, block by block, without a secret."""
    return with_texts(_blocks(case), case.redact)


def support_title(intent: Intent) -> str:
    """Return what a reader of the PDF calls it."""
    translate = QCoreApplication.translate
    title = translate("Support", "Support file")
    return f"{title} #{intent.id} - {plain(intent.draft.order.reference, limit=60)}"


def _blocks(case: SupportCase) -> Iterator[Block]:
    translate, evidence = QCoreApplication.translate, case.evidence
    yield Heading(support_title(evidence.intent))
    if evidence.intent.draft.order.environment is not Environment.LIVE:
        yield Stamp(environment(evidence.intent.draft.order.environment))
    yield _facts(case)
    yield from _titled(translate("Support", "What was sent"))
    yield Line(_as_sent(case.request), Size.SMALL)
    yield from _answers(case)
    yield from _titled(translate("Support", "Step by step"))
    yield _steps(case)
    if evidence.before is not None:
        yield from _titled(translate("Support", "The payment before it was sent"))
        yield _tree(evidence.before)
    if evidence.now is not None:
        when = instant_exact(evidence.now.snapshot.taken_at)
        yield from _titled(translate("Support", "The payment as last answered, {when}").format(when=when))
        yield _tree(evidence.now.payment)
    if evidence.differences:
        yield from _titled(translate("Support", "What is different"))
        head = (translate("Support", "What"), translate("Support", "Before"), translate("Support", "Now"))
        rows = tuple(words_of(difference) for difference in evidence.differences)
        yield Grid(head=head, rows=rows, widths=(30, 35, 35))
    yield from _titled(translate("Support", "The log of who did what"))
    yield _log(case)
    yield Gap()
    yield Line(_checked(case), Size.SMALL)
    yield Line(f"{plain(case.program, limit=120)}, {instant_exact(case.made_at)}", Size.SMALL)


def _titled(text: str) -> tuple[Block, ...]:
    return Gap(8), Rule(), Line(text, bold=True)


def _facts(case: SupportCase) -> Pairs:
    translate = QCoreApplication.translate
    intent, account = case.evidence.intent, case.evidence.account
    draft, order, settled = intent.draft, intent.draft.order, intent.settled
    dates = [event.server_date for event in case.evidence.events if event.server_date is not None]
    who_and_why = f"{plain(draft.operator, limit=60)}: {plain(draft.reason)}"
    return Pairs(
        (
            (translate("Support", "Gateway"), f"{gateway(order.gateway)}, {environment(order.environment)}"),
            (translate("Support", "Account"), plain(account.name, limit=60)),
            (translate("Support", "Merchant"), plain(order.merchant, limit=60)),
            (translate("Support", "Reference"), plain(order.reference, limit=120)),
            ("PYSiparis_GUID", draft.line or ""),
            (translate("Support", "What"), f"{verb(draft.verb)}, {money(draft.amount)}"),
            (translate("Support", "State"), intent_state(intent)[0]),
            (translate("Support", "Written down"), instant_exact(intent.armed_at)),
            (translate("Support", "Sent"), instant_exact(intent.sent_at) if intent.sent_at else ""),
            (translate("Support", "Decided"), instant_exact(settled.at) if settled else ""),
            (translate("Support", "Gateway's own clock"), ", ".join(instant_exact(date) for date in dates)),
            (translate("Support", "Who and why"), who_and_why),
        )
    )


def _as_sent(text: str) -> str:
    """Keep the lines of a request or an answer, each of them plain."""
    whole = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return "\n".join(_INDENT[: len(line) - len(line.lstrip())] + plain(line) for line in whole.splitlines())


def _answers(case: SupportCase) -> Iterator[Block]:
    translate = QCoreApplication.translate
    for event in case.evidence.events:
        if event.evidence:
            title = translate("Support", "What was answered, or how it broke: {when}")
            yield from _titled(title.format(when=instant_exact(event.at)))
            yield Line(_as_sent(event.evidence), Size.SMALL)


def _steps(case: SupportCase) -> Grid:
    translate = QCoreApplication.translate
    rows = []
    for event in case.evidence.events:
        said = [basis(event.by)] if event.by is not None else []
        if event.code:
            said.append(translate("Support", "their code {code}").format(code=plain(event.code, limit=40)))
        if event.text:
            said.append(translate("Support", "their words: {text}").format(text=plain(event.text)))
        clock = instant_exact(event.server_date) if event.server_date else _DASH
        rows.append((instant_exact(event.at), step_name(event), clock, ", ".join(said)))
    head = (
        translate("Support", "When"),
        translate("Support", "Step"),
        translate("Support", "Gateway's own clock"),
        translate("Support", "Known by"),
    )
    return Grid(head=head, rows=tuple(rows), widths=(20, 20, 20, 40))


def _tree(payment: Payment) -> Grid:
    translate = QCoreApplication.translate
    head = (translate("Support", "What"), translate("Support", "Amount"), translate("Support", "When"))
    return Grid(
        head=head, rows=tuple(_rows(outline(payment), 0)), widths=(50, 22, 28), numbers=frozenset({1})
    )


def _rows(row: Row, depth: int) -> Iterator[tuple[str, str, str]]:
    """Give a row of the tree and those below it, each a little further to the right."""
    amount = money(row.amount) if row.amount is not None else _DASH
    yield _INDENT * depth + row_label(row), amount, instant_exact(row.at.at) if row.at else _DASH
    for child in row.children:
        yield from _rows(child, depth + 1)


def _log(case: SupportCase) -> Grid:
    translate = QCoreApplication.translate
    head = (
        translate("Support", "When"),
        translate("Support", "Who"),
        translate("Support", "What"),
        translate("Support", "Result"),
        translate("Support", "Proof"),
    )
    rows = tuple(
        (
            instant_exact(row.entry.at),
            plain(row.entry.who, limit=40),
            row.entry.act.value,
            plain(row.entry.result, limit=200),
            head_code(row.seq, row.mac),
        )
        for row in case.rows
    )
    return Grid(head=head, rows=rows, widths=(20, 16, 12, 34, 18))


def _checked(case: SupportCase) -> str:
    translate, found = QCoreApplication.translate, case.verified
    if found is None:
        return translate("Support", "The key of the log could not be read: its rows were not checked.")
    if found.whole:
        return translate("Support", "The whole log was checked: {rows} rows fit, the last is {head}.").format(
            rows=found.rows, head=found.head
        )
    return translate("Support", "The log is broken at row {row}.").format(row=found.bad)
