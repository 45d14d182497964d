"""What the log may hold, who may read it, and how large it grows."""

from __future__ import annotations

import logging
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from services import logs


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    before = logging.getLogger().level
    yield logs.start(tmp_path / "data")
    logs.stop()
    logging.getLogger().setLevel(before)


def test_writes_what_our_rooms_say_and_not_what_libraries_chat_about(log: Path) -> None:
    logging.getLogger("services.lookup").info("asked account 3")
    logging.getLogger("zeep.transports").info("a whole request")

    text = log.read_text(encoding="utf-8")
    assert "asked account 3" in text
    assert "a whole request" not in text


@pytest.mark.parametrize(
    "said",
    [
        '{"MERCHANT_KEY": "4oK26hK8MOXrIV1bzTRVPA=="}',
        "{'merchant_key': '4oK26hK8MOXrIV1bzTRVPA=='}",
        "<CLIENT_PASSWORD>4oK26hK8MOXrIV1bzTRVPA==</CLIENT_PASSWORD>",
        "&lt;GUID&gt;4oK26hK8MOXrIV1bzTRVPA==&lt;/GUID&gt;",
        "GUID=4oK26hK8MOXrIV1bzTRVPA==&x=1",
        "EsnekPosSecrets(merchant_key='4oK26hK8MOXrIV1bzTRVPA==')",
    ],
)
def test_keeps_no_secret_whatever_its_clothes(log: Path, said: str) -> None:
    logging.getLogger("services").info("%s", said)

    assert "4oK26" not in log.read_text(encoding="utf-8")


def test_takes_secrets_out_of_tracebacks_too(log: Path, caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise ValueError("PASSWORD=verysecret")  # noqa: TRY301  the traceback is what is tested
    except ValueError:
        logging.getLogger("gui").exception("it broke")

    assert caplog.records
    text = log.read_text(encoding="utf-8")
    assert "Traceback" in text
    assert "verysecret" not in text


@pytest.mark.skipif(sys.platform == "win32", reason="the user's folders are private there by inheritance")
def test_is_readable_by_this_user_only(log: Path) -> None:
    assert stat.S_IMODE(log.stat().st_mode) == 0o600
    assert stat.S_IMODE(log.parent.stat().st_mode) == 0o700


def test_does_not_grow_without_end(log: Path) -> None:
    logger = logging.getLogger("services")
    for _ in range(60):
        logger.info("x" * 100_000)

    files = list(log.parent.glob(f"{logs.FILE}*"))
    assert len(files) == 4
    assert sum(file.stat().st_size for file in files) < 5_000_000
