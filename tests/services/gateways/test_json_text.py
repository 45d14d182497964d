"""JSON that is exactly JSON, with numbers as they were written."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.gateways.json_text import Number, Unreadable, as_text, read_object

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(alphabet=st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(alphabet='abç"\\'), inner),
    max_leaves=6,
)


@given(st.dictionaries(st.text(alphabet='abç"\\'), values))
def test_what_was_read_is_written_back_the_same(value: dict[str, object]) -> None:
    assert json.loads(as_text(read_object(json.dumps(value)))) == value


@pytest.mark.parametrize(
    "number", ["0", "-0", "2.250", "1e3", "0.30000000000000004", "1" * 6000, "1e999999999", "1.5E-7"]
)
def test_a_number_is_kept_as_it_was_written_and_never_becomes_a_float(number: str) -> None:
    value = read_object(f'{{"A": {number}}}')["A"]
    assert type(value) is Number
    assert value == number
    assert as_text({"A": value}) == f'{{"A": {number}}}'


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "null",
        "[]",
        '"text"',
        "1",
        "{",
        '{"A": 1',
        "{'A': 1}",
        '{"A": 1,}',
        '{"A": 1} {"A": 2}',
        '{"A": NaN}',
        '{"A": Infinity}',
        '{"A": -Infinity}',
        '{"A": 1, "A": 2}',
        '{"B": {"A": 1, "A": 1}}',
        '{"A": "\\ud83d"}',
        '{"\\udc00": 1}',
        '{"A": 01}',
        '{"A": "a\nb"}',
        "\ufeff{}",
        '{"A": ' + "[" * 200_000,
        '{"A": ' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"A": ' * 100_000,
        "<html></html>",
    ],
)
def test_anything_less_is_unreadable(text: str) -> None:
    with pytest.raises(Unreadable):
        read_object(text)


def test_a_whole_character_of_two_halves_is_one() -> None:
    assert read_object('{"A": "\\ud83d\\ude00"}') == {"A": "😀"}
