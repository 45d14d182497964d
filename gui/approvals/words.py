"""A petition in words: what is asked for, line by line, and whose turn it is."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from gui.errors import explain
from gui.format import clock_time, money, plain
from gui.theme import Tone
from gui.wording import Status, verb
from services.domain.errors import Changed
from services.domain.petition import PetitionState
from services.domain.reversal import Everything, MoneyRequest, ReturnRequest, Verb
from services.lookup import OrderView
from services.petitions import NextStep, Waiting


def how_it_stands(waiting: Waiting, now: datetime) -> Status:
    """Say how a petition stands."""
    translate = QCoreApplication.translate
    petition = waiting.petition
    if petition.state is PetitionState.DECLINED:
        return translate("Petition", "Declined"), Tone.REFUSED
    if waiting.plan is None:
        return translate("Petition", "Out of date"), Tone.NEUTRAL
    if waiting.fell:
        return translate("Petition", "Approval no longer holds"), Tone.WAITING
    if petition.is_approved(now):
        return translate("Petition", "Approved"), Tone.DONE
    if petition.state is PetitionState.APPROVED:
        return translate("Petition", "Approval ran out"), Tone.WAITING
    return translate("Petition", "Awaiting approval"), Tone.WAITING


def verb_of(request: MoneyRequest) -> Verb:
    """Return which way money would go back."""
    return request.verb if isinstance(request, ReturnRequest) else Verb.VOID


def lines_of(waiting: Waiting) -> list[str]:
    """Say what is asked for, a line for each request."""
    translate = QCoreApplication.translate
    petition, view = waiting.petition, waiting.view
    names = {line.guid: line.seller for line in view.order.lines} if isinstance(view, OrderView) else {}
    said = []
    for request in petition.requests:
        what = verb(verb_of(request))
        if not isinstance(request, ReturnRequest):
            said.append(translate("Petition", "{verb}, the whole sale").format(verb=what))
        elif isinstance(request.amount, Everything):
            said.append(translate("Petition", "{verb}, all of every seller").format(verb=what))
        else:
            said.append(
                translate("Petition", "{verb}, {seller}: {amount}; due afterwards {payable}").format(
                    verb=what,
                    seller=plain(names.get(request.line, request.line), limit=40),
                    amount=money(request.amount),
                    payable=money(request.payable),
                )
            )
    return said


def what_next(waiting: Waiting, now: datetime) -> str:
    """Say whose turn it is, or why it can only be taken off the list."""
    translate = QCoreApplication.translate
    petition = waiting.petition
    if petition.state is PetitionState.DECLINED:
        return translate("Petition", "{name} declined it: {why}").format(
            name=plain(petition.decided_by, limit=40), why=plain(petition.said, limit=200)
        )
    if waiting.plan is None:
        return _why_stale(waiting)
    if waiting.asker_left:
        return translate(
            "Petition",
            "{name}, who asked, no longer works here. Send it yourself if you may, or ask anew.",
        ).format(name=plain(petition.asker_name, limit=40))
    if waiting.fell:
        return translate(
            "Petition",
            "The approval no longer holds: the role, limit or PIN of who asked or who approved has changed."
            " It can be approved again.",
        )
    until = petition.approved_until
    if until is not None and now <= until and petition.approval is not None:
        return translate("Petition", "{name} approved it. It can be sent until {time}.").format(
            name=plain(petition.approval.approver_name, limit=40), time=clock_time(until)
        )
    if waiting.step is NextStep.WAIT and any(_is_everything(request) for request in petition.requests):
        return translate("Petition", "Everything of all sellers is approved by somebody without any limit.")
    return {
        NextStep.APPROVE: translate("Petition", "Compare it with the sale, then agree with your PIN."),
        NextStep.SEND_ALONE: translate(
            "Petition", "The role of {name} does not allow this, approved or not. You may send it yourself."
        ).format(name=plain(petition.asker_name, limit=40)),
    }.get(waiting.step, translate("Petition", "Somebody who may approve has to look at it."))


def _is_everything(request: MoneyRequest) -> bool:
    return isinstance(request, ReturnRequest) and isinstance(request.amount, Everything)


def _why_stale(waiting: Waiting) -> str:
    translate = QCoreApplication.translate
    if waiting.obstacle is None:
        return ""
    if isinstance(waiting.obstacle, Changed):
        return translate("Petition", "The sale is not as it was when this was asked for. Nothing was sent.")
    words = explain(waiting.obstacle)
    return " ".join(part for part in (words.sentence, words.next_step) if part)
