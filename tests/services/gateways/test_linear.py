"""No text from outside makes the program stand still: work grows with its length, and no faster."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from functools import partial
from html import escape
from types import FrameType
from typing import Any
from urllib.parse import quote

import pytest

from services.domain import escapes
from services.domain.account import EsnekPosSecrets
from services.domain.text import normalized
from services.domain.words import says
from services.gateways import redaction
from services.gateways.redaction import Redactor

KEY = "4oK26hK8MOXrIV1bzTRVPA=="
BARE = KEY.rstrip("=")
MEBIBYTE = 2**20

HOSTILE = {
    "the key without its end": BARE,
    "the key, encoded twice": quote(quote(KEY, safe=""), safe=""),
    "the key, its end masked": BARE[:-2] + "**",
    "every letter of it escaped, but for the last": "".join(f"%{ord(sign):02x}" for sign in BARE[:-1]) + "!",
    "backslashes": "\\",
    "backslashes before a name": '\\\\\\"guid',
    "names": '"guid"',
    "names of tags": "<guid ",
    "names of tags, escaped": "&lt;guid ",
    "open tags": "<guid>",
    "names with a prefix": "<aaaaaaaa:guid",
    "prefixes": "a:",
    "closing tags that are none": "<guid></aaaa",
    "names and their quotes": '"guid":"',
    "quotes of another spelling": '\\"guid":"',
    "names and spaces": "guid     ",
    "spaces": "<guid>x</guid          ",
    "ampersands": "&amp;",
    "ampersands of ampersands": "&amp;amp;amp;amp;",
    "percents of percents": "%2525",
    "zeros": "&#00000000",
    "numbers without an end": "&#9",
    "half characters": "\\ud800",
    "questions": "?",
    "nearly under way": "devam ede?",
    "brackets": "<",
    "marks": "\u0301\u0316",
}


def json_of(text: str) -> str:
    """The same within JSON, with a name and a key that make it worth a look."""
    return json.dumps({"guid": "x", "a": text, "b": KEY})


SHAPES: dict[str, Callable[[str], str]] = {
    "plain": lambda text: text + f" guid {KEY}",
    "html": lambda text: escape(text) + f" guid {KEY}",
    "json": json_of,
}


def steps_of(call: Callable[[], object]) -> int:
    """Count the lines of Python that a call runs through."""
    count = 0

    def trace(_frame: FrameType, event: str, _arg: Any) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def repeated(part: str, length: int) -> str:
    return part * (length // len(part))


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work_to_redact(part: str, shape: str) -> None:
    redact, shaped = Redactor(EsnekPosSecrets(merchant_key=KEY)), SHAPES[shape]
    once, twice = (steps_of(partial(redact, shaped(repeated(part, length)))) for length in (6_000, 12_000))
    assert twice <= 2.5 * once + 500


@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE)
def test_twice_the_text_is_twice_the_work_to_search_it_for_words(part: str) -> None:
    once, twice = (
        steps_of(partial(says, [repeated(part, length)], "devam eden")) for length in (3_000, 6_000)
    )
    assert twice <= 2.5 * once + 500


@pytest.mark.parametrize("part", HOSTILE.values(), ids=HOSTILE)
def test_a_mebibyte_of_it_is_redacted(part: str) -> None:
    text = repeated(part, MEBIBYTE) + f" {KEY}"
    cleaned = Redactor(EsnekPosSecrets(merchant_key=KEY))(text)
    assert KEY not in cleaned
    assert redaction.HIDDEN in cleaned


@pytest.mark.parametrize("pattern", [escapes.ESCAPE, redaction.NAME, redaction.BRACKET, redaction.CLOSING])
def test_no_pattern_looks_further_than_a_few_signs(pattern: re.Pattern[str]) -> None:
    """`re` counts no steps: what never looks beyond a fixed width takes no more than that at each place."""
    parser = __import__("re._parser", fromlist=["parse"])
    assert parser.parse(pattern.pattern).getwidth()[1] <= 160


@pytest.mark.parametrize("form", ["NFC", "NFKD"])
def test_a_letter_with_a_megabyte_of_marks_is_normalised(form: Any) -> None:
    text = "a" + "\u0301\u0316" * 400_000
    assert len(normalized(form, text)) >= 800_000


def test_short_runs_of_marks_are_normalised_as_ever() -> None:
    assert normalized("NFC", "s\u0327ube I\u0307zmir") == "şube İzmir"
    assert normalized("NFKD", "ﬁş") == "fis\u0327"
