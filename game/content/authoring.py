"""The folder that somebody writes cards in: a whole content folder, or one that leans on the content of the program."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from game.content.library import Library
from game.content.load import Loaded, load
from game.content.packs import PACK_FILE, is_pack, read_leaning
from game.content.shelves import SECTIONS, shelve


@dataclass(frozen=True)
class Own:
    """What was read in such a folder.

    Attributes:
        loaded: Its own cards, boards and formats, and all that is wrong in it.
        played: These together with what they lean on.
    """

    loaded: Loaded
    played: Library


@dataclass(frozen=True)
class Workshop:
    """A folder to write cards in.

    Attributes:
        root: The folder; it may not be there yet.
        shipped: The content folder of the program: a folder without themes of its own leans on it.
        assets: The folder that holds ``icons/NAME.svg``; without it, icons are not checked.
        page: The ``paquet.yaml`` that makes a pack of it, when nothing does yet.
    """

    root: Path
    shipped: Path
    assets: Path | None = None
    page: bytes = b""

    @property
    def is_whole(self) -> bool:
        """Whether it leans on nothing: it has themes of its own."""
        return (self.root / SECTIONS["themes"].place).is_file()

    @property
    def is_begun(self) -> bool:
        """Whether cards can be written there at once: it is a content folder, or a pack."""
        return self.is_whole or is_pack(self.root)

    @property
    def beginning(self) -> dict[str, bytes]:
        """What to write with the first card, so that the folder is a pack: nothing where it is begun."""
        return {} if self.is_begun or not self.page else {PACK_FILE: self.page}

    def read(self, drafts: Mapping[str, bytes] | None = None) -> Own:
        """Read and check it, with files that are not written yet (see `load`)."""
        if self.is_whole:
            loaded = load(self.root, assets=self.assets, drafts=drafts)
            return Own(loaded, loaded.library)
        written, played = read_leaning(self.shipped, self.root, self.assets, drafts)
        return Own(written.loaded, played)

    def taken(self) -> set[str]:
        """Return the ids that no new card can have: those that are written, even badly, and the names of the files."""
        place = SECTIONS["cards"].place
        roots = (self.root,) if self.is_whole else (self.root, self.shipped)
        declared = (shelve(root).by_name["cards"].declared for root in roots)
        return {path.stem for path in (self.root / place).rglob("*.y*ml")}.union(*declared)
