"""All that ``permis verifier`` says of a content folder: what does not load, the boards played, the cards read.

What was found in a card, or in the boards, is remembered in the user's cache: when one card changed, one card is read
and drawn again, and neither numpy nor the painter is loaded for the rest.
"""

import hashlib
import sys
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from game.collector import collector_paused
from game.content.cards import Card
from game.content.care import cards_today
from game.content.library import Library
from game.content.load import load_written
from game.content.packs import is_pack, read_packs
from game.content.problems import Problem, Severity, in_reading_order
from game.content.reading.colleague import Reading, read_deck
from game.content.reading.memory import Memory
from game.content.reading.pages import Pages
from game.content.reading.sources import USUAL_YEARS
from game.content.reading.typed import mended
from game.content.saving import write_together
from game.content.shelves import content_files
from game.places import content_folder

_GAME = Path(__file__).resolve().parents[1]
_ON_PEOPLE = ("boards", "cards", "formats")
"""The folders whose texts are mended; the other files are the house's referentials."""


def verify(
    root: Path, assets: Path, on: date, *, years: int = USUAL_YEARS, cache_folder: Path | None = None
) -> tuple[Problem, ...]:
    """Return all the problems of a content folder, in reading order.

    Args:
        root: The content folder.
        assets: The folder of the fonts and icons, to draw the cards with.
        on: The day of the check: facts are old, and testimonies end, from a day.
        years: How old a fact may be.
        cache_folder: Where what was found is remembered; without it, nothing is.
    """
    with collector_paused():
        return _verified(root, assets, on, years, cache_folder)


def _verified(root: Path, assets: Path, on: date, years: int, cache_folder: Path | None) -> tuple[Problem, ...]:
    pack = read_packs(content_folder(), (root.resolve(),), assets)[0] if is_pack(root) else None
    written = pack.written if pack else load_written(root, assets=assets)
    played = pack.played if pack else written.loaded.library
    version = _version(assets)
    name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
    memory = Memory(cache_folder / f"cartes-{name}.json" if cache_folder else None)
    reading = Reading(on.year, years, _pages(written.loaded.library, assets), version, memory)
    problems = [*written.loaded.problems, *read_deck(written, reading), *_boards(played, on, version, memory)]
    memory.save()
    return in_reading_order(problems)


def correct(root: Path) -> tuple[str, ...]:
    """Mend the French typography of the cards, boards and formats of a folder; return the files that changed.

    Raises:
        OSError: a file cannot be read or written; all of them are as they were.
    """
    found = {}
    for file in content_files(root):
        if file.split("/", 1)[0] in _ON_PEOPLE and (root / file).resolve().is_relative_to(root.resolve()):
            data = (root / file).read_bytes()
            better = mended(data)
            if better != data:
                found[file] = better
    write_together(root.resolve(), found)
    return tuple(found)


def _pages(library: Library, assets: Path) -> Callable[[Card], Pages]:
    """Return what draws a card; the painter is loaded for the first one."""

    @cache
    def fit() -> Callable[[Card], Pages]:
        from game.checks.card_fit import CardFit  # noqa: PLC0415 - a card that is remembered needs no painter
        from game.screens.painter import Painter  # noqa: PLC0415 - as above

        return CardFit(library, Painter(assets / "fonts", assets / "icons"))

    def pages(card: Card) -> Pages:
        return fit()(card)

    return pages


def _boards(library: Library, on: date, version: str, memory: Memory) -> list[Problem]:
    key = _boards_key(library, on, version)
    known = memory.recall(key)
    if known is not None:
        return [_problem(*told) for told in known]
    from game.checks.boards import check_boards  # noqa: PLC0415 - numpy is loaded only to count

    found = check_boards(library, on)
    memory.keep(key, [(p.path, p.line, p.column, p.severity, p.message, p.remedy) for p in found])
    return list(found)


def _boards_key(library: Library, on: date, version: str) -> str:
    """Return the digest of all that the boards depend on: their files, and the cards that each format deals."""
    digest = hashlib.sha256(f"{version}{library.root.name}".encode())
    for file in content_files(library.root) if library.root.is_dir() else ():
        if file.startswith("boards/"):
            digest.update(f"{file}\0".encode() + (library.root / file).read_bytes())
    digest.update(repr(sorted(library.boards)).encode())
    for script in library.formats.values():
        digest.update(repr((script.board, cards_today(library, script.audiences, on))).encode())
    return digest.hexdigest()


def _problem(path: str, line: int, column: int, severity: str, message: str, remedy: str) -> Problem:
    return Problem(path, line, column, Severity(severity), message, remedy)


def _version(assets: Path) -> str:
    """Return what changes whenever the checker could find something else: its code, and the typefaces."""
    digest = hashlib.sha256(sys.version.encode())
    sources = sorted(_GAME.rglob("*.py"))
    for path in sources:
        digest.update(path.read_bytes())
    frozen = () if sources else (Path(sys.executable),)
    for path in (*sorted((assets / "fonts").glob("*.ttf")), *frozen):
        known = path.stat()
        digest.update(f"{path.name} {known.st_size} {known.st_mtime_ns}".encode())
    return digest.hexdigest()


def told(problem: Problem) -> dict[str, Any]:
    """Return a problem as the keys of the JSON."""
    return {
        "fichier": problem.path,
        "ligne": problem.line,
        "colonne": problem.column,
        "gravite": str(problem.severity),
        "message": problem.message,
        "remede": problem.remedy,
    }
