"""The codes of facilitators, the only ones that a laptop can read: find them, and erase them from the journals.

A journal is sealed line by line, and grows only. To erase a code it is written again without it, sealed anew, in one
move: this is the one case where the past of a session changes, because the law asks for it.
"""

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.french import why_refused
from game.records.files import JSON_NAME, TEXT_NAME, write_outcome, write_whole
from game.records.outcome import Outcome
from game.records.shelf import Unreadable, browse
from game.session.codec import from_json, to_json
from game.session.folder import JOURNAL, SessionFolderError, is_busy, read_records
from game.session.records import Record, encode

_OPEN = "cette séance est ouverte dans une autre fenêtre"
_UNREAD = "ce journal ne se lit pas"
_STILL = "le code y est encore, dans un nom ou un texte que le programme ne change pas\u00a0: effacez-le à la main"
_WRITTEN = (JOURNAL, JSON_NAME, TEXT_NAME)
_SET_ASIDE = ("journal-abime_", "ligne-incomplete_")
_PLAIN = (".jsonl", ".json", ".md", ".txt", ".csv")
_GONE = "[effacé]"
_TEXTS = ("note", "title", "text", "word", "name", "place")
"""Fields where somebody may have typed a code among words."""


@dataclass(frozen=True)
class Cleared:
    """The sessions that were written again without a code, and what still holds it, with why."""

    sessions: tuple[Path, ...]
    kept: tuple[tuple[Path, str], ...]


def facilitated(sessions: Path, code: str) -> list[Outcome]:
    """Return the records of the sessions that somebody facilitated, by code, the latest first."""
    found = (item.outcome for item in browse(sessions) if not isinstance(item, Unreadable))
    return [one for one in found if code in (known.upper() for known in one.facilitation.codes)]


def clear(sessions: Path, code: str) -> Cleared:
    """Erase a code from the journals, the records and the texts of all sessions of a folder.

    A session that is open elsewhere, or whose disk refuses, is told; the others are done.
    """
    done: list[Path] = []
    kept: list[tuple[Path, str]] = []
    for folder in sorted(path for path in sessions.glob("*") if path.is_dir()):
        try:
            held = _holding(folder, code)
            if held and is_busy(folder):
                kept.append((folder, _OPEN))
            elif held:
                kept += ((file, _STILL) for file in _clear(folder, held, code))
                done.append(folder)
        except SessionFolderError:
            kept.append((folder, _UNREAD))
        except OSError as error:
            kept.append((folder, why_refused(error)))
    return Cleared(tuple(done), tuple(kept))


def _holding(folder: Path, code: str) -> list[Path]:
    """Return the plain files of a session that hold a code, as a word of its own."""
    word = re.compile(_word(code).pattern.encode(), re.IGNORECASE)
    return [
        path for path in folder.iterdir() if path.suffix in _PLAIN and path.is_file() and word.search(path.read_bytes())
    ]


def _clear(folder: Path, held: list[Path], code: str) -> list[Path]:
    """Write a session again without a code, and return the files that still hold it: what somebody else put there.

    What was set aside of a damaged journal goes whole: nothing can be taken out of it safely.
    """
    if folder / JOURNAL in held:
        write_whole(folder / JOURNAL, _without(folder, code))
    if any(file.name in _WRITTEN for file in held):
        write_outcome(folder, read_records(folder).records)
    for file in held:
        if file.name.startswith(_SET_ASIDE):
            file.unlink()
    return _holding(folder, code)


def _without(folder: Path, code: str) -> bytes:
    """Return a journal without a code, sealed anew; a damaged end is dropped, as it would keep the code."""
    lines, previous = [], ""
    for record in read_records(folder).records:
        line, previous = encode(_cleaned(record, code), previous)
        lines.append(line + b"\n")
    return b"".join(lines)


def _cleaned(record: Record, code: str) -> Record:
    values = json.loads(json.dumps([record.command, list(record.events)], default=to_json))
    command, events = _swept(values, _word(code))
    return Record(record.seq, record.at, from_json(command), from_json(events))


def _swept(value: Any, word: re.Pattern[str], key: str = "") -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return {name: _swept(item, word, name) for name, item in value.items()}
    if isinstance(value, list):
        kept = [item for item in value if not (key == "codes" and isinstance(item, str) and word.fullmatch(item))]
        return [_swept(item, word, key) for item in kept]
    return word.sub(_GONE, value) if isinstance(value, str) and key in _TEXTS else value


def _word(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){re.escape(code)}(?![\w-])", re.IGNORECASE)
