from dataclasses import replace
from datetime import UTC, datetime

import pytest

from gui.reversal.told import settled_line, told
from gui.theme import Tone
from services.domain.account import Environment, GatewayName
from services.domain.money import Money
from services.domain.reversal import (
    Confirmation,
    Draft,
    Intent,
    IntentState,
    MoneyRequest,
    OrderKey,
    ReturnRequest,
    SettledBy,
    Settlement,
    Verb,
    VoidRequest,
)
from services.domain.reversal import Testimony as Statement  # a class named Test... is taken for one
from tests.builders import GUIDS, lira

AT = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)


def an_intent(
    state: IntentState,
    *,
    gateway: GatewayName = GatewayName.PARAM,
    verb: Verb = Verb.REFUND,
    code: str | None = None,
    by: SettledBy = SettledBy.ANSWER,
    confirmation: Confirmation | None = None,
) -> Intent:
    amount = lira("12,50")
    request: MoneyRequest = VoidRequest("SP-1")
    if gateway is GatewayName.PARAM:
        request = ReturnRequest(siparis_id="SP-1", line=GUIDS[0], verb=verb, amount=amount, payable=Money(0))
    draft = Draft(
        order=OrderKey(gateway, Environment.TEST, "10738", "SP-1"),
        account_id=1,
        batch="b",
        position=0,
        request=request,
        verb=verb,
        amount=amount,
        sold=lira("100,00"),
        returned_there=Money(0),
        seen_snapshot=None,
        reason="iade",
        operator="ayşe",
        till="till",
        process="p",
    )
    settled = Settlement(state=state, by=by, at=AT, code=code, confirmation=confirmation)
    return Intent(id=1, draft=draft, state=state, armed_at=AT, sent_at=AT, settled=settled)


@pytest.mark.parametrize("state", IntentState)
@pytest.mark.parametrize("gateway", GatewayName)
def test_every_state_names_the_amount_and_says_something(state: IntentState, gateway: GatewayName) -> None:
    words = told(an_intent(state, gateway=gateway))

    assert "12,50" in words.title
    assert words.sentence


def test_done_and_not_seen_yet_waits_for_the_confirmation() -> None:
    pending = told(
        an_intent(IntentState.DONE, gateway=GatewayName.ESNEKPOS, confirmation=Confirmation.PENDING)
    )
    seen = told(an_intent(IntentState.DONE, gateway=GatewayName.ESNEKPOS, confirmation=Confirmation.SEEN))

    assert (pending.tone, seen.tone) == (Tone.WAITING, Tone.DONE)
    assert "confirmation" in pending.next_step


@pytest.mark.parametrize(("code", "other"), [("-213", Verb.REFUND), ("-214", Verb.VOID)])
def test_the_wrong_verb_offers_the_other_one(code: str, other: Verb) -> None:
    assert told(an_intent(IntentState.REFUSED, code=code)).other_verb is other


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("-100", "account"),
        ("-101", "account"),
        ("-216", "account"),
        ("-209", "nothing to give back"),
        ("-210", "nothing to give back"),
        ("-211", "already"),
        ("-212", "already"),
        ("-217", "amount"),
        ("-218", "amount"),
        ("-221", "more than"),
    ],
)
def test_a_code_of_the_table_is_explained(code: str, says: str) -> None:
    words = told(an_intent(IntentState.REFUSED, code=code))

    assert says in words.sentence
    assert words.other_verb is None


@pytest.mark.parametrize("code", ["-1", "-999", "0", None])
def test_a_code_of_no_table_is_not_explained(code: str | None) -> None:
    words = told(an_intent(IntentState.REFUSED, code=code))

    assert words.sentence == "No money went back."


def test_a_wrong_merchant_key_leads_to_the_account() -> None:
    words = told(an_intent(IntentState.REFUSED, gateway=GatewayName.ESNEKPOS, code="102"))

    assert "key" in words.next_step


def test_an_address_that_is_not_registered_leads_to_registering_it_and_not_to_the_key() -> None:
    text = "10.0.0.1 ıp adresinden erişim izniniz yok"
    intent = an_intent(IntentState.REFUSED, gateway=GatewayName.ESNEKPOS, code="102")
    assert intent.settled is not None
    words = told(replace(intent, settled=replace(intent.settled, text=text)))

    assert "address" in words.next_step
    assert "key" not in words.next_step


def test_an_unknown_one_forbids_sending_again_and_at_param_sends_to_the_panel() -> None:
    esnekpos = told(an_intent(IntentState.OUTCOME_UNKNOWN, gateway=GatewayName.ESNEKPOS))
    param = told(an_intent(IntentState.OUTCOME_UNKNOWN))

    assert "Do not send it again" in esnekpos.next_step
    assert "Do not send it again" in param.next_step
    assert "Param's panel" in param.next_step


@pytest.mark.parametrize(
    ("state", "confirmation", "tone"),
    [
        (IntentState.DONE, Confirmation.NOT_OFFERED, Tone.DONE),
        (IntentState.DONE, Confirmation.PENDING, Tone.WAITING),
        (IntentState.REFUSED, None, Tone.REFUSED),
    ],
)
def test_what_a_person_said_is_never_called_the_gateways_word(
    state: IntentState, confirmation: Confirmation | None, tone: Tone
) -> None:
    words = told(an_intent(state, by=SettledBy.PERSON, code="-207", confirmation=confirmation))
    assert "a person says" in words.sentence
    assert words.tone is tone


@pytest.mark.parametrize(("approver", "said"), [("Fatma", "Fatma agreed"), (None, "one person")])
def test_who_said_it_why_and_who_agreed_stands_beside_it(approver: str | None, said: str) -> None:
    intent = an_intent(IntentState.DONE, by=SettledBy.PERSON)
    assert intent.settled is not None
    statement = Statement(person="Ayşe", reason="Panelde.", reference="PNL-77", approver=approver)

    line = settled_line(replace(intent, settled=replace(intent.settled, testimony=statement)))

    assert all(part in line for part in ("Ayşe", "Panelde.", "PNL-77", said))


def of_esnekpos(state: IntentState, code: str | None = "100", **more: Confirmation) -> Intent:
    by = SettledBy.ANSWER if state is IntentState.OUTCOME_UNKNOWN else SettledBy.QUERY
    return an_intent(state, gateway=GatewayName.ESNEKPOS, verb=Verb.VOID, code=code, by=by, **more)


def test_a_no_that_is_not_certain_yet_says_when_it_is() -> None:
    unknown = of_esnekpos(IntentState.OUTCOME_UNKNOWN)
    assert unknown.settled is not None
    words = told(replace(unknown, settled=replace(unknown.settled, absence_settles=True)))

    assert words.tone is Tone.UNKNOWN
    assert words.sentence == "The answer was no; it becomes certain 60 s after it."
    assert "pay nothing by hand" in words.next_step


def test_a_refusal_that_rests_on_a_query_says_until_when_it_is_watched() -> None:
    assert "21.11.2026 12:00" in told(of_esnekpos(IntentState.REFUSED)).sentence


def test_money_that_went_back_after_a_no_is_not_told_as_if_all_were_well() -> None:
    words = told(of_esnekpos(IntentState.DONE, confirmation=Confirmation.SEEN))

    assert words.tone is Tone.WAITING
    assert "in another way" in words.next_step


def test_a_record_that_contradicts_what_was_known_is_for_a_person() -> None:
    opened = an_intent(
        IntentState.OUTCOME_UNKNOWN, gateway=GatewayName.ESNEKPOS, by=SettledBy.QUERY, code="0"
    )

    assert "contradicts" in told(opened).sentence
    assert "pay nothing by hand" in told(opened).next_step
