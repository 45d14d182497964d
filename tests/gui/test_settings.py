"""What a person chose is there the next time; what can't be read counts as not chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QByteArray

from gui.settings import FILE, Appearance, Settings


def test_choices_are_there_the_next_time(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    settings.language = "en"
    settings.appearance = Appearance.DARK
    settings.account_id = 7
    settings.geometry = QByteArray(b"where it stood")
    settings.save()

    again = Settings(tmp_path)

    assert again.language == "en"
    assert again.appearance is Appearance.DARK
    assert again.account_id == 7
    assert again.geometry == QByteArray(b"where it stood")


def test_at_first_nothing_is_chosen(tmp_path: Path) -> None:
    settings = Settings(tmp_path)
    assert settings.language is None
    assert settings.appearance is Appearance.SYSTEM
    assert settings.account_id is None
    assert settings.geometry.isEmpty()


def test_nonsense_in_the_file_counts_as_not_chosen(tmp_path: Path) -> None:
    (tmp_path / FILE).write_text("[General]\nlanguage=klingon\nappearance=pink\naccount=-1;\n")
    settings = Settings(tmp_path)
    assert settings.language is None
    assert settings.appearance is Appearance.SYSTEM
    assert settings.account_id is None
