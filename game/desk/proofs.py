"""The cards that somebody writes, as the screens show them: from the content's files to `game.screens.proofs`."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path

from game.content.cards import Card
from game.content.images import shown_image
from game.content.library import Library
from game.content.live import LiveCards, LiveFile
from game.content.problems import Problem, Severity
from game.content.reading.pages import Pages
from game.screens.proofs import Fault, Proof

_NOT_TODAY = Fault(
    str(Severity.ERROR),
    1,
    1,
    "ce témoignage ne peut pas être montré : il est retiré, ou le consentement ne couvre pas ce jour.",
    "Voyez « consentement: » avec la personne qui a écrit.",
)
_WORST = (Severity.ERROR, Severity.WARNING)


class LiveProofs:
    """Follows the cards of some files and folders, for the screens."""

    def __init__(
        self,
        root: Path,
        places: Mapping[Path, Path],
        today: Callable[[], date],
        pages: Callable[[Library], Callable[[Card], Pages]] | None = None,
    ) -> None:
        """Take the places as `LiveCards` does."""
        self._live = LiveCards(root, places, today, pages)
        self._today = today
        self._proofs: tuple[Proof, ...] = ()
        self._files: dict[str, LiveFile] = {}
        self._faults: dict[str, tuple[Fault, ...]] = {}

    def follow(self, now: float) -> bool:
        """Read again what was saved since the last time. Tell whether something changed."""
        if not self._live.follow(now):
            return False
        self._faults.clear()
        self._files = {_shown(file, self._live.places): file for file in self._live.files}
        found = [proof for name, file in self._files.items() for proof in self._of(name, file)]
        themes = list(next((file.library.themes for file in self._live.files), ()))
        last = len(themes)
        order = {theme: index for index, theme in enumerate(themes)}
        found.sort(key=lambda proof: order.get(proof.face.theme, last) if proof.face else last)
        self._proofs = tuple(found)
        return True

    def left(self, now: float) -> float:
        """Return after how many seconds there is to look again."""
        return self._live.left(now)

    def all(self) -> tuple[Proof, ...]:
        """Return every card, by theme, then the files in which there is none."""
        return self._proofs

    def faults(self, proof: Proof) -> tuple[Fault, ...]:
        """Return all that there is to say about the file of a card; computed once for each version of it."""
        if proof.file not in self._faults:
            told = self._live.problems_of(self._files[proof.file])
            self._faults[proof.file] = tuple(map(_fault, told))
        barred = proof.id and proof.face is None
        return (*((_NOT_TODAY,) if barred else ()), *self._faults[proof.file])

    def _of(self, name: str, file: LiveFile) -> Iterator[Proof]:
        level = _worst(file.problems)
        if not file.cards:
            yield Proof(name, level=level or str(Severity.WARNING))
        for card in file.cards:
            is_allowed = card.allows((), self._today())
            facts = [file.library.facts[fact] for fact in card.facts if fact in file.library.facts]
            yield Proof(
                name,
                card.id,
                card if is_allowed else None,
                file.library.themes.get(card.theme),
                tuple(fact.source for fact in facts),
                shown_image(_base(file, self._live.places), card.image),
                tuple(map(str, card.audiences)),
                card.sensitivity,
                file.is_stale,
                level if is_allowed else str(Severity.ERROR),
            )


def _worst(problems: tuple[Problem, ...]) -> str:
    levels = {found.severity for found in problems}
    return str(next((level for level in _WORST if level in levels), ""))


def _fault(found: Problem) -> Fault:
    return Fault(str(found.severity), found.line, found.column, found.message, found.remedy)


def _base(file: LiveFile, places: Mapping[Path, Path]) -> Path:
    """Return the folder that the images and sounds of a file are found from."""
    bases = [base for place, base in places.items() if file.path.is_relative_to(place)]
    return bases[0] if bases else file.path.parent


def _shown(file: LiveFile, places: Mapping[Path, Path]) -> str:
    """Return how one names a file: from the folder that holds the content folder."""
    base = _base(file, places)
    inside = file.path.relative_to(base).as_posix() if file.path.is_relative_to(base) else file.path.name
    return f"{base.name}/{inside}"
