"""The keys that a person has chosen, kept in one small file: actions, each with its keys, without the usual ones."""

import json
from pathlib import Path

from game.language import tr
from game.screens.keymap import USUAL_KEYS, KeyChoiceError, Keymap

KEYS_NAME = "touches.json"


def read_keys(path: Path) -> tuple[Keymap, str]:
    """Return the keys that a file holds, and what is wrong in a sentence, or empty.

    A file that is not there is not wrong. With a broken one, or with one key for two actions, all keys are the usual
    ones: half a map would be a surprise.
    """
    try:
        held = json.loads(path.read_bytes())
        return Keymap(_chosen(held)), ""
    except FileNotFoundError:
        return USUAL_KEYS, ""
    except KeyChoiceError as error:
        said = tr("Le fichier des touches a une erreur. {error} Les touches habituelles sont reprises.")
        return USUAL_KEYS, said.format(error=error)
    except (OSError, ValueError, RecursionError):
        return USUAL_KEYS, tr("Le fichier des touches ne se lit pas\u00a0: les touches habituelles sont reprises.")


def write_keys(path: Path, keys: Keymap) -> None:
    """Keep the keys; the usual ones need no file.

    Raises:
        OSError: the disk refuses.
    """
    if not keys.chosen:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(keys.chosen, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def _chosen(held: object) -> dict[str, tuple[str, ...]]:
    """Return what a file holds, as a map of keys.

    Raises:
        ValueError: it is something else.
    """
    if not isinstance(held, dict):
        raise ValueError  # noqa: TRY004 - the file is wrong, not the program
    for keys in held.values():
        if not isinstance(keys, list) or not keys or not all(isinstance(key, str) for key in keys):
            raise ValueError
    return {action: tuple(keys) for action, keys in held.items()}
