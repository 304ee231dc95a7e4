"""The content of this laptop: that of the program, the packs that were added, and what is being written now."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from game.content.cards import Card
from game.content.library import Library
from game.content.load import Loaded, load
from game.content.packs import Pack, chosen_library, merged, read_packs
from game.content.reading.pages import Pages
from game.content.shelves import content_files
from game.desk.opening import format_choice
from game.desk.proofs import LiveProofs
from game.language import tr
from game.packs.shelf import pack_folders
from game.places import assets_folder
from game.screens.desk import USUAL_PACK, CardEntry, FormatChoice, PackChoice

_USUAL_FORMAT = "entre-pilotes-90"
Fits = Callable[[Library], Callable[[Card], Pages]]
"""Makes, for a library, what counts on how many pages a card shows."""


class Stock:
    """What there is to play with. What was written or added since is taken in by `take_in`, between two sessions."""

    def __init__(self, loaded: Loaded, shelf: Path, today: Callable[[], date], fits: Fits | None = None) -> None:
        """Begin with the content of the program as loaded, and the packs of a folder."""
        self._loaded, self._shelf, self._today, self._fits = loaded, shelf, today, fits
        self._folders = pack_folders(shelf)
        self._added = (self._folders, tuple(map(_saved, self._folders)))
        self._content = _saved(loaded.library.root)
        self._proofs: LiveProofs | None = None
        self.packs: tuple[Pack, ...] = ()
        self.library = loaded.library
        self._merge()

    @property
    def problems(self) -> tuple[str, ...]:
        """What is wrong in the content, each in one sentence."""
        found = (*self._loaded.problems, *(problem for pack in self.packs for problem in pack.problems))
        return tuple(map(str, found))

    def choices(self) -> tuple[PackChoice, ...]:
        """Return what may be chosen before play, the cards of the program first; nothing where there is no pack."""
        played = [pack for pack in self.packs if pack.about is not None]
        if not played:
            return ()
        own = PackChoice(USUAL_PACK, tr("Cartes du jeu"), len(self._loaded.library.cards))
        return (own, *(PackChoice(pack.id, _title(pack), len(pack.written.cards)) for pack in played))

    def chosen(self, packs: Iterable[str]) -> Library:
        """Return the content with the cards of the chosen packs."""
        return chosen_library(self.library, self.packs, packs, USUAL_PACK) if self.packs else self.library

    def versions(self, packs: Iterable[str]) -> dict[str, str]:
        """Return the version of each chosen pack, with the digest of its words: authors forget to change the first."""
        wanted = set(packs)
        return {
            pack.id: f"{pack.about.version} ({pack.written.loaded.library.digest})"
            for pack in self.packs
            if pack.id in wanted and pack.about is not None
        }

    def formats(self) -> list[FormatChoice]:
        """Return the formats whose board is there, the usual one first."""
        usual_first = sorted(self.library.formats.values(), key=lambda item: (item.id != _USUAL_FORMAT, item.id))
        return [format_choice(item) for item in usual_first]

    def cards(self) -> list[CardEntry]:
        """Return the deck, by theme, without what its author has withdrawn or given until a day that is over."""
        order = list(self.library.themes)
        allowed = self.library.cards_for((), self._today())
        return [CardEntry(card.id, card) for card in sorted(allowed, key=lambda card: order.index(card.theme))]

    def proofs(self) -> LiveProofs:
        """Return all the cards as their files are now."""
        if self._proofs is None:
            root = self._loaded.library.root
            roots = (root, *(pack.root for pack in self.packs))
            self._proofs = LiveProofs(root, {each / "cards": each for each in roots}, self._today, self._fits)
        return self._proofs

    def take_in(self) -> bool:
        """Load again what was written or added since. Tell whether something was."""
        folders, content = pack_folders(self._shelf), _saved(self._loaded.library.root)
        added = (folders, tuple(map(_saved, folders)))
        if added == self._added and content == self._content:
            return False
        if content != self._content:
            self._loaded = load(self._loaded.library.root, assets=assets_folder())
        if folders != self._folders:
            self._proofs = None
        self._folders, self._added, self._content = folders, added, content
        self._merge()
        return True

    def _merge(self) -> None:
        root = self._loaded.library.root
        self.packs = read_packs(root, self._folders) if self._folders else ()
        played = [pack for pack in self.packs if pack.about is not None]
        self.library = merged(self._loaded.library, played) if played else self._loaded.library


def _saved(root: Path) -> int:
    """Return what changes when a file of a folder is saved, added or taken away."""
    found = []
    for name in content_files(root):
        with suppress(OSError):  # taken away meanwhile
            state = (root / name).stat()
            found.append((name, state.st_mtime_ns, state.st_size))
    return hash(tuple(found))


def _title(pack: Pack) -> str:
    return pack.about.title if pack.about else pack.id
