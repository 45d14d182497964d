import json
from pathlib import Path

import pytest

import resources
from gui.payment.raw import indented

SAMPLES = Path(resources.__file__).parent / "samples"


def test_the_documents_sample_is_indented_and_says_the_same() -> None:
    body = (SAMPLES / "001_answer.json").read_text(encoding="utf-8")
    compact = json.dumps(json.loads(body), separators=(",", ":"), ensure_ascii=False)

    shown = indented(compact)

    assert json.loads(shown) == json.loads(body)
    assert '\n  "AMOUNT": "1250,00",\n' in shown


def test_numbers_and_letters_are_spelt_as_they_came() -> None:
    assert indented('{"a":2.50,"b":1e3,"a":"\\u015f"}') == '{\n  "a": 2.50,\n  "b": 1e3,\n  "a": "\\u015f"\n}'


def test_nothing_inside_is_written_on_one_line() -> None:
    assert indented('{"a":[],"b":{}}') == '{\n  "a": [],\n  "b": {}\n}'


@pytest.mark.parametrize("body", ["<html>403</html>", "", '{"cut":', "[" * 5000])
def test_what_is_no_json_is_shown_as_it_is(body: str) -> None:
    assert indented(body) == body


def test_letters_that_turn_the_writing_are_spelt_out() -> None:
    assert indented('{"a":"\u202e00,21"}') == '{\n  "a": "\\u202e00,21"\n}'
