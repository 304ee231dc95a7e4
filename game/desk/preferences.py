"""The settings of this computer, kept in one small file. A broken or partial file gives back what can be read of it."""

import json
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from game.language import tr
from game.screens.desk import Settings

_MODEL = TypeAdapter(Settings)
_RANGES = {
    "text_size": (1.0, 1.6),
    "spacing": (0.0, 0.12),
    "row_metres": (0.0, 30.0),
    "image_metres": (0.5, 6.0),
    "voice_rate": (60, 400),
}
"""The least and the most of the numbers; outside, the usual one is taken."""


def read_settings(path: Path) -> tuple[Settings, str]:
    """Return the settings that a file holds, the usual ones for the others, and what is wrong in a sentence, or empty.

    A file that is not there is not wrong: nobody has set anything yet.
    """
    try:
        held = json.loads(path.read_bytes())
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, ValueError, RecursionError):
        return Settings(), tr("Le fichier des réglages ne se lit pas\u00a0: les réglages habituels sont repris.")
    if not isinstance(held, dict):
        return Settings(), tr("Le fichier des réglages ne se lit pas\u00a0: les réglages habituels sont repris.")
    settings, wrong = Settings(), False
    for name in (field.name for field in fields(Settings)):
        if name in held:
            read_one = _field(settings, name, held[name])
            wrong = wrong or read_one is None
            settings = read_one or settings
    said = tr("Un réglage du fichier n’est pas possible\u00a0: le réglage habituel est repris.") if wrong else ""
    return settings, said


def write_settings(path: Path, settings: Settings) -> None:
    """Keep the settings.

    Raises:
        OSError: the disk refuses.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(_MODEL.dump_json(settings, indent=2))


def _field(settings: Settings, name: str, value: Any) -> Settings | None:  # noqa: ANN401 - whatever a file holds
    """Return the settings with one more read, ``None`` when it is not possible."""
    low, high = _RANGES.get(name, (float("-inf"), float("inf")))
    if isinstance(value, int | float) and not low <= value <= high:
        return None
    try:
        return replace(settings, **{name: getattr(_MODEL.validate_json(json.dumps({name: value}), strict=True), name)})
    except ValidationError:
        return None
