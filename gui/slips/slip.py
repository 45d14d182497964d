"""What stands on a slip, in Turkish or English, for a sheet or a roll. Pure; no Qt but the words' own.

A slip of an unknown outcome says so first and largest, and never the word for done. Names and references
that others have chosen are made plain.
"""

from __future__ import annotations

from gui.format import instant_exact, money, plain
from gui.paper.blocks import Block, Gap, Grid, Heading, Line, Pairs, Paper, Rule, Signatures, Size, Stamp
from gui.paper.tongue import Tongue
from gui.words import in_words
from services.domain.account import Environment, GatewayName
from services.domain.paper import Slip, SlipLine
from services.domain.reversal import IntentState, Verb

_SEEN = (IntentState.OUTCOME_UNKNOWN, IntentState.DONE, IntentState.REFUSED)
"""The sums of a slip, in the order they stand there."""


def slip_blocks(slip: Slip, paper: Paper, tongue: Tongue) -> tuple[Block, ...]:
    """Return a slip, block by block."""
    translate = tongue.translate
    blocks: list[Block] = [Heading(plain(slip.shop, limit=60))]
    if slip.environment is not Environment.LIVE:
        blocks.append(Stamp(_no_money(slip, tongue)))
    if slip.copy:
        blocks.append(Stamp(translate("Slip", "COPY {n}").format(n=slip.copy)))
    if slip.state is IntentState.OUTCOME_UNKNOWN:
        blocks.append(Stamp(translate("Slip", "RESULT PENDING")))
    blocks += [
        Gap(),
        Heading(_title(slip, tongue)),
        *_sums(slip, tongue),
        Gap(),
        Rule(),
        _facts(slip, tongue),
    ]
    if len(slip.lines) > 1 or slip.lines[0].guid or slip.lines[0].all_sellers:
        blocks += [Rule(), *_lines(slip, paper, tongue)]
    blocks += [Rule(), _record(slip, tongue), Gap(), Line(_meaning(slip, tongue), Size.SMALL)]
    who = (translate("Slip", "Customer, signature"), translate("Slip", "For the shop, signature"))
    blocks.append(Signatures(who))
    return tuple(blocks)


def slip_title(slip: Slip, tongue: Tongue) -> str:
    """Return what a reader of the PDF calls it."""
    return f"{_title(slip, tongue)} - {plain(slip.reference, limit=60)}"


def slip_foot(slip: Slip) -> str:
    """Return what stands at the bottom of a sheet."""
    return " \N{MIDDLE DOT} ".join(part for part in (plain(slip.shop, limit=60), slip.code) if part)


def _no_money(slip: Slip, tongue: Tongue) -> str:
    translate = tongue.translate
    if slip.environment is Environment.DEMO:
        return translate("Slip", "DEMO: NOT REAL MONEY")
    return translate("Slip", "TEST: NOT REAL MONEY")


def _title(slip: Slip, tongue: Tongue) -> str:
    translate, void = tongue.translate, slip.verb is Verb.VOID
    match slip.state:
        case IntentState.DONE:
            return translate("Slip", "Void slip") if void else translate("Slip", "Refund slip")
        case IntentState.REFUSED:
            return translate("Slip", "Void refused") if void else translate("Slip", "Refund refused")
        case _:
            return translate("Slip", "Void asked for") if void else translate("Slip", "Refund asked for")


def _sums(slip: Slip, tongue: Tongue) -> list[Block]:
    """Each way its lines ended, with the amount in figures and words; what was refused only in figures."""
    blocks: list[Block] = []
    for state in _SEEN:
        amount = slip.of_state(state)
        if not amount.kurus:
            continue
        ended = _ended(state, slip.verb, tongue)
        if state is IntentState.DONE and any(line.awaits_confirmation for line in slip.lines):
            ended = _awaiting(ended, tongue)
        blocks += [Gap(4), Line(ended, bold=True), Heading(money(amount), Size.HUGE)]
        if state is not IntentState.REFUSED:
            blocks.append(Line(in_words(amount, tongue.is_turkish)))
    return blocks


def _ended(state: IntentState, verb: Verb, tongue: Tongue) -> str:
    translate = tongue.translate
    match state:
        case IntentState.DONE:
            return translate("Slip", "Voided") if verb is Verb.VOID else translate("Slip", "Refunded")
        case IntentState.REFUSED:
            return translate("Slip", "Refused, no money went back")
        case IntentState.OUTCOME_UNKNOWN:
            return translate("Slip", "Result pending")
        case _:
            return translate("Slip", "Not sent")


def _line_ended(line: SlipLine, verb: Verb, tongue: Tongue) -> str:
    ended = _ended(line.state, verb, tongue)
    return _awaiting(ended, tongue) if line.awaits_confirmation else ended


def _awaiting(ended: str, tongue: Tongue) -> str:
    return tongue.translate("Slip", "{ended}, awaiting confirmation").format(ended=ended)


def _facts(slip: Slip, tongue: Tongue) -> Pairs:
    translate = tongue.translate
    order = translate("Slip", "Reference")
    if slip.gateway is GatewayName.PARAM:
        order = translate("Slip", "Order")
    done = [line.at for line in slip.lines if line.state is IntentState.DONE]
    gateway = "Param" if slip.gateway is GatewayName.PARAM else "EsnekPOS"
    return Pairs(
        (
            (order, plain(slip.reference, limit=120)),
            (translate("Slip", "Card"), plain(slip.card, limit=30)),
            (translate("Slip", "Asked for"), instant_exact(slip.asked_at)),
            (translate("Slip", "Done"), instant_exact(max(done)) if done else ""),
            (translate("Slip", "Gateway"), f"{gateway} \N{MIDDLE DOT} {plain(slip.merchant, limit=40)}"),
            (translate("Slip", "Environment"), _environment(slip, tongue)),
            (translate("Slip", "Reason"), plain(slip.reason, limit=200)),
            (translate("Slip", "Operator"), plain(slip.operator, limit=60)),
            (translate("Slip", "Approved by"), plain(slip.approver, limit=60)),
            (translate("Slip", "Settled by"), _said_by(slip)),
        )
    )


def _environment(slip: Slip, tongue: Tongue) -> str:
    translate = tongue.translate
    match slip.environment:
        case Environment.DEMO:
            return translate("Slip", "Demo")
        case Environment.TEST:
            return translate("Slip", "Test")
        case Environment.LIVE:
            return translate("Slip", "Live")


def _said_by(slip: Slip) -> str:
    """Name who said how it ended, where no gateway could."""
    said = [line.testimony for line in slip.lines if line.testimony is not None]
    names = {f"{one.person} / {one.approver}" if one.approver else one.person for one in said}
    return plain(", ".join(sorted(names)), limit=120)


def _lines(slip: Slip, paper: Paper, tongue: Tongue) -> list[Block]:
    """Each seller's part; on a roll the seller and the GUID stand above the amount."""
    translate = tongue.translate
    amounts = [(money(line.amount), _line_ended(line, slip.verb, tongue)) for line in slip.lines]
    names = [_seller(line, tongue) for line in slip.lines]
    if paper is Paper.ROLL_80:
        return [
            Grid(
                head=(translate("Slip", "Seller"), translate("Slip", "Amount")),
                rows=tuple(
                    ("\n".join(part for part in (name, line.guid, ended) if part), amount)
                    for line, name, (amount, ended) in zip(slip.lines, names, amounts, strict=True)
                ),
                widths=(68, 32),
                numbers=frozenset({1}),
            )
        ]
    return [
        Grid(
            head=(
                translate("Slip", "Seller"),
                "PYSiparis_GUID",
                translate("Slip", "Amount"),
                translate("Slip", "Outcome"),
            ),
            rows=tuple(
                (name, line.guid, amount, ended)
                for line, name, (amount, ended) in zip(slip.lines, names, amounts, strict=True)
            ),
            widths=(22, 44, 16, 18),
            numbers=frozenset({2}),
        )
    ]


def _seller(line: SlipLine, tongue: Tongue) -> str:
    if line.all_sellers:
        return tongue.translate("Slip", "All sellers")
    return plain(line.seller, limit=80) or "\N{EM DASH}"


def _record(slip: Slip, tongue: Tongue) -> Pairs:
    translate = tongue.translate
    return Pairs(
        (
            (translate("Slip", "Record"), ", ".join(f"#{line.intent}" for line in slip.lines)),
            (translate("Slip", "Log code"), slip.code),
            (translate("Slip", "Printed"), instant_exact(slip.printed_at)),
        )
    )


def _meaning(slip: Slip, tongue: Tongue) -> str:
    """Say what the customer may expect of it."""
    translate = tongue.translate
    match slip.state:
        case IntentState.OUTCOME_UNKNOWN:
            return translate(
                "Slip",
                "We are waiting for the bank to confirm. This paper does not say that money went back. "
                "Please keep it; we look it up.",
            )
        case IntentState.REFUSED:
            return translate("Slip", "The gateway refused it: no money went back.")
        case _ if any(line.awaits_confirmation for line in slip.lines):
            return translate(
                "Slip",
                "The gateway accepted it; its own record does not show it yet. When it is seen on the card's "
                "statement depends on the bank.",
            )
        case _:
            return translate(
                "Slip",
                "It goes back to the card that was charged. When it is seen on the statement depends on the "
                "bank.",
            )
