"""The file for the gateway's support holds all that is known of one reversal, and no secret."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from services.domain.audit import Act, head_code
from services.domain.errors import InputProblem, InvalidInput, NotAllowed
from services.domain.reversal import Intent, IntentState
from services.simulator.faults import Fault, Operation
from services.tables.faults import FileTrouble
from tests.canary import ESNEKPOS, found_in
from tests.services.staff import CASHIER, MANAGER, sit, staffed
from tests.shop import Shop

_READ_ME = {"README.txt": b"what is what"}


def an_unknown_one(shop: Shop) -> Intent:
    shop.simulator.faults.next(Fault.HTML, operation=Operation.MOVE)
    for _ in range(2):
        shop.simulator.faults.next(Fault.NOT_YET_VISIBLE, operation=Operation.ASK)  # the looks before it
    shop.simulator.faults.next(Fault.HTTP_500, operation=Operation.ASK)
    (intent,) = shop.void(shop.a_sale()).intents
    assert intent.state is IntentState.OUTCOME_UNKNOWN
    return intent


def written(shop: Shop, intent: Intent, file: Path) -> dict[str, str]:
    """Write one intent's file, and read every file in it."""
    case = shop.desk.office().support.gather(intent.id)
    shop.desk.office().support.write(case, file, attached=_READ_ME)
    with zipfile.ZipFile(file) as zipped:
        assert zipped.testzip() is None
        return {name: zipped.read(name).decode() for name in zipped.namelist()}


def read(files: dict[str, str], name: str) -> Any:
    return json.loads(files[name])


def test_it_tells_what_was_asked_and_how_it_was_answered(shop: Shop, tmp_path: Path) -> None:
    intent = an_unknown_one(shop)

    files = written(shop, intent, tmp_path / "case.zip")

    case = read(files, "case.json")
    assert (case["state"], case["reference"], case["merchant"]) == (
        "unknown",
        intent.draft.order.reference,
        ESNEKPOS.merchant,
    )
    assert read(files, "request.json")["ORDER_REF_NUMBER"] == intent.draft.order.reference
    assert [step["state"] for step in read(files, "steps.json")] == ["armed", "sent", "unknown"]
    assert "<html" in files["answer-step-3.xml"].lower()


def test_the_gateways_own_clock_stands_beside_ours(shop: Shop, tmp_path: Path) -> None:
    intent = shop.void(shop.a_sale()).intents[0]

    files = written(shop, intent, tmp_path / "case.zip")

    answered = [step for step in read(files, "steps.json") if step["gateway_date"]]
    noon = shop.clock.now().replace(microsecond=0).isoformat()
    assert [step["gateway_date"] for step in answered] == [noon]
    assert read(files, "case.json")["payment_before"]["gateway_date"] == noon


def test_the_payment_before_and_after_is_in_it(shop: Shop, tmp_path: Path) -> None:
    intent = shop.void(shop.a_sale()).intents[0]

    files = written(shop, intent, tmp_path / "case.zip")

    before = read(files, "payment-before.json")["TRANSACTIONS"]
    after = read(files, "payment-last-answered.json")["TRANSACTIONS"]
    assert (len(before), len(after)) == (1, 2)


def test_the_rows_of_the_audit_log_are_linked(shop: Shop, tmp_path: Path) -> None:
    intent = shop.void(shop.a_sale()).intents[0]

    proof = read(written(shop, intent, tmp_path / "case.zip"), "audit.json")

    assert [row["what"] for row in proof["rows"]] == ["armed", "sent", "settled", "confirmed"]
    assert proof["whole_log_checked"]["whole"] is True
    for earlier, later in zip(proof["rows"], proof["rows"][1:], strict=False):
        assert later["row"] == earlier["row"] + 1
        assert later["hash_before"] == earlier["hash"]
    last = proof["rows"][-1]
    assert shop.desk.audit.holds(head_code(last["row"], last["hash"]))


def test_that_it_left_is_written_down(shop: Shop, tmp_path: Path) -> None:
    intent = an_unknown_one(shop)
    written(shop, intent, tmp_path / "case.zip")

    ((_, newest),) = shop.desk.audit.entries(limit=1)

    assert (newest.act, newest.subject, newest.result) == (
        Act.EXPORT,
        f"#{intent.id} support file",
        "case.zip",
    )


@pytest.mark.parametrize("fault", [Fault.HTML, Fault.ANSWER_LOST_AFTER_BOOKING, Fault.UNLISTED_CODE])
def test_no_secret_is_in_it(shop: Shop, tmp_path: Path, fault: Fault) -> None:
    shop.simulator.faults.next(fault, operation=Operation.MOVE)
    order = shop.an_order("100,00")
    intents = [*shop.void(shop.a_sale()).intents, *shop.give_back(order, (0, "10,00", "90,00")).intents]

    for intent in intents:
        for name, text in written(shop, intent, tmp_path / f"{intent.id}.zip").items():
            assert found_in(text.encode()) == [], name


def test_a_secret_that_somebody_typed_is_taken_out_by_its_value(shop: Shop) -> None:
    case = shop.desk.office().support.gather(an_unknown_one(shop).id)

    assert case.redact(f"the key is {ESNEKPOS.key}, said he") == "the key is ***, said he"
    assert case.redact('{"MERCHANT_KEY": "another"}') == '{"MERCHANT_KEY": "***"}'


def test_a_cashier_takes_nothing_out(shop: Shop, tmp_path: Path) -> None:
    intent = an_unknown_one(shop)
    staffed(shop, sits=MANAGER)
    case = shop.desk.office().support.gather(intent.id)
    sit(shop, CASHIER)

    with pytest.raises(NotAllowed):
        shop.desk.office().support.gather(intent.id)
    with pytest.raises(NotAllowed):
        shop.desk.office().support.write(case, tmp_path / "case.zip", attached={})
    assert list(tmp_path.glob("*.zip")) == []


def test_a_file_that_is_there_is_replaced_only_when_asked(shop: Shop, tmp_path: Path) -> None:
    case = shop.desk.office().support.gather(an_unknown_one(shop).id)
    file = tmp_path / "case.zip"
    file.write_text("another's")

    with pytest.raises(InvalidInput) as refused:
        shop.desk.office().support.write(case, file, attached={})

    assert refused.value.problem is InputProblem.ALREADY_THERE
    assert file.read_text() == "another's"
    assert shop.desk.office().support.write(case, file, attached={}, replace=True) == file
    assert zipfile.is_zipfile(file)


def test_a_folder_that_is_gone_is_a_sentence_and_leaves_nothing(shop: Shop, tmp_path: Path) -> None:
    case = shop.desk.office().support.gather(an_unknown_one(shop).id)

    with pytest.raises(FileTrouble):
        shop.desk.office().support.write(case, tmp_path / "gone" / "case.zip", attached={})
