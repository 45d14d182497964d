"""The chain: whatever is done to it without the key shows, and codes survive being typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from services.domain.audit import (
    AuditKey,
    Break,
    Remembered,
    Row,
    head_code,
    mac_of,
    read_head_code,
    verify,
)

KEY, OTHER_KEY = AuditKey(bytes(range(20))), AuditKey(bytes(20))


def a_log(*lengths: int) -> list[Row]:
    """Rows as they are written: so many in each segment, all with one key."""
    rows: list[Row] = []
    before = b""
    for segment, length in enumerate(lengths, start=1):
        for number in range(length):
            what = b"segment" if number == 0 else b"sign in"
            said = (b"2026-11-20", b"Can", what, str(number).encode(), b"ok")
            seq = len(rows) + 1
            mac = mac_of(KEY, seq=seq, segment=segment, said=said, before=before).encode()
            rows.append(Row(seq, segment, said, mac))
            before = mac
    return rows


def end_of(rows: list[Row]) -> Remembered:
    return Remembered(intents=0, rows=len(rows), head=rows[-1].mac.decode())


def test_a_log_that_nobody_touched_is_whole() -> None:
    rows = a_log(4, 3)

    found = verify(rows, {1: KEY, 2: KEY}, end_of(rows))

    assert (found.whole, found.rows, found.unchecked) == (True, 7, ())
    assert found.head == head_code(7, rows[-1].mac.decode())


def test_an_empty_log_is_whole_unless_more_is_remembered() -> None:
    assert verify([], {}).whole
    assert verify([], {}, end_of(a_log(3))).why is Break.CUT


@pytest.mark.parametrize("cut", range(1, 7))
def test_a_cut_end_shows_by_what_is_remembered(cut: int) -> None:
    rows = a_log(7)

    found = verify(rows[:-cut], {1: KEY}, end_of(rows))

    assert (found.bad, found.why) == (8 - cut, Break.CUT)


def test_an_end_that_was_cut_and_grew_again_shows_too() -> None:
    """The program itself would go on writing good rows after a cut: the row remembered is another one."""
    rows = a_log(5)
    last = rows[3]
    said = (*last.said[:3], b"something else", b"ok")
    mac = mac_of(KEY, seq=4, segment=1, said=said, before=rows[2].mac).encode()

    found = verify([*rows[:3], Row(4, 1, said, mac)], {1: KEY}, replace(end_of(rows[:4])))

    assert (found.bad, found.why) == (4, Break.REPLACED)


@pytest.mark.parametrize("gone", range(1, 7))
def test_a_row_taken_out_is_named(gone: int) -> None:
    rows = a_log(7)

    found = verify([row for row in rows if row.seq != gone], {1: KEY})

    assert (found.bad, found.why) == (gone, Break.MISSING)


def test_rows_renumbered_over_a_gap_do_not_fit() -> None:
    rows = a_log(7)
    closed = [*rows[:3], *(replace(row, seq=row.seq - 1) for row in rows[4:])]

    assert verify(closed, {1: KEY}).bad == 4


def test_a_row_written_with_another_key_does_not_fit() -> None:
    rows = a_log(3)
    mac = mac_of(OTHER_KEY, seq=4, segment=1, said=rows[1].said, before=rows[-1].mac).encode()

    found = verify([*rows, Row(4, 1, rows[1].said, mac)], {1: KEY})

    assert (found.bad, found.why) == (4, Break.ALTERED)


def test_a_segment_begun_with_another_key_is_not_vouched_for() -> None:
    rows = a_log(3)
    said = (b"2026-11-20", b"Can", b"segment", b"", b"ok")
    mac = mac_of(OTHER_KEY, seq=4, segment=2, said=said, before=rows[-1].mac).encode()

    found = verify([*rows, Row(4, 2, said, mac)], {1: KEY})

    assert (found.bad, found.why) == (4, Break.NO_KEY)


def test_a_segment_whose_key_is_lost_is_said_and_the_next_one_checked() -> None:
    rows = a_log(4, 3)

    found = verify(rows, {2: KEY})
    broken = verify([*rows[:5], replace(rows[5], said=rows[6].said), rows[6]], {2: KEY})

    assert (found.whole, found.unchecked) == (True, ((1, 4),))
    assert (broken.bad, broken.why) == (6, Break.ALTERED)


def test_the_end_of_a_segment_whose_key_is_lost_is_held_by_the_next() -> None:
    rows = a_log(4, 3)
    forged = replace(rows[3], mac=b"0" * 64)

    assert verify([*rows[:3], forged, *rows[4:]], {2: KEY}).bad == 5


@given(st.data())
def test_no_row_can_be_changed_anywhere(data: st.DataObject) -> None:
    rows = a_log(5, 4)
    at = data.draw(st.integers(0, 8))
    row = rows[at]
    parts = [*row.said, row.mac]
    part = data.draw(st.integers(0, len(parts) - 1).filter(lambda one: parts[one] != b""))
    changed = bytearray(parts[part])
    bit = data.draw(st.integers(0, len(changed) * 8 - 1))
    changed[bit // 8] ^= 1 << (bit % 8)
    parts[part] = bytes(changed)

    found = verify(
        [*rows[:at], Row(row.seq, row.segment, tuple(parts[:5]), parts[5]), *rows[at + 1 :]], {1: KEY, 2: KEY}
    )

    assert found.bad in (at + 1, at + 2)


@given(st.binary(min_size=20, max_size=20))
def test_a_recovery_code_is_read_back_however_it_is_typed(secret: bytes) -> None:
    key = AuditKey(secret)
    careless = key.code.lower().replace("-", " ").replace("0", "o").replace("1", "l")

    assert AuditKey.from_code(key.code) == key
    assert AuditKey.from_code(careless) == key


@pytest.mark.parametrize("letter", ["ı", "İ", "i", "I", "l"])
def test_a_turkish_keyboard_types_a_one(letter: str) -> None:
    key = AuditKey(bytes(20))
    code = next(code for code in (AuditKey(bytes([n]) * 20).code for n in range(256)) if "1" in code)

    assert AuditKey.from_code(code.replace("1", letter)).code == code
    assert key.code.startswith("0000-")


@given(st.binary(min_size=20, max_size=20), st.data())
def test_a_slip_in_a_recovery_code_is_noticed(secret: bytes, data: st.DataObject) -> None:
    code = AuditKey(secret).code
    at = data.draw(st.integers(0, len(code) - 1).filter(lambda one: code[one] != "-"))
    slip = data.draw(st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ").filter(lambda one: one != code[at]))

    with pytest.raises(ValueError, match="slip"):
        AuditKey.from_code(code[:at] + slip + code[at + 1 :])


@pytest.mark.parametrize("text", ["", "ABCD", "U" * 36, "?" * 36, AuditKey(bytes(20)).code + "0"])
def test_what_is_no_recovery_code_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        AuditKey.from_code(text)


def test_no_key_is_in_a_repr() -> None:
    assert KEY.secret.hex() not in repr(KEY)
    assert repr(KEY) == "AuditKey()"


def test_a_short_code_names_a_row_and_is_read_back() -> None:
    code = head_code(1042, "ff" * 32)

    assert code == "1042-ZZZZ-ZZZZ"
    assert read_head_code(" 1042-zzzz zzzz ") == (1042, code)


@pytest.mark.parametrize("text", ["", "1042", "1042-ZZZZ", "-ZZZZ-ZZZZ", "x-ZZZZ-ZZZZ", "1042-ZZZZ-ZZZZ-Z"])
def test_what_is_no_short_code_is_said(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        read_head_code(text)
