import json
from dataclasses import asdict
from pathlib import Path

import pytest

from game.desk.preferences import read_settings, write_settings
from game.screens.desk import Settings


def held(tmp_path: Path, text: str) -> tuple[Settings, str]:
    file = tmp_path / "reglages.json"
    file.write_text(text, encoding="utf-8")
    return read_settings(file)


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    settings = Settings(theme="contrast", text_size=1.3, spacing=0.06, row_metres=8, image_metres=2.1, sounds=False)
    write_settings(tmp_path / "new" / "reglages.json", settings)
    assert read_settings(tmp_path / "new" / "reglages.json") == (settings, "")


def test_on_the_first_day_nothing_is_wrong(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "reglages.json") == (Settings(), "")


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", "null", "3", '"clair"', "\0\0\0", "[" * 100_000])
def test_a_broken_file_gives_the_usual_settings_and_says_so(tmp_path: Path, text: str) -> None:
    settings, said = held(tmp_path, text)
    assert settings == Settings()
    assert "habituels" in said


@pytest.mark.parametrize(
    "wrong",
    [
        {"theme": "vert"},
        {"theme": 3},
        {"text_size": 80},
        {"text_size": "grand"},
        {"text_size": float("nan")},
        {"spacing": -1},
        {"row_metres": float("inf")},
        {"image_metres": 0},
        {"full_screen": "oui"},
        {"voice_rate": 0},
    ],
    ids=str,
)
def test_a_value_that_is_not_possible_costs_only_itself(tmp_path: Path, wrong: dict[str, object]) -> None:
    settings, said = held(tmp_path, json.dumps({"reduced_motion": True, **wrong, "sounds": False}))
    assert settings == Settings(reduced_motion=True, sounds=False)
    assert "réglage" in said


def test_a_partial_file_and_unknown_names_are_not_wrong(tmp_path: Path) -> None:
    assert held(tmp_path, '{"theme": "dark", "is_dark": true}') == (Settings(theme="dark"), "")


def test_the_display_of_the_first_day_keeps_voice_and_sounds() -> None:
    changed = Settings("contrast", 1.6, 0.12, 12, 3, sounds=False, voice="fr", voice_rate=120, one_window=True)
    usual = asdict(changed.with_usual_display())
    assert usual == asdict(Settings(sounds=False, voice="fr", voice_rate=120))
