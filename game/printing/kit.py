"""The paper kit: all that a session needs where no computer goes, from the same content as the screens."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from game.content.boards import BoardFile
from game.content.formats import Format
from game.content.library import Library
from game.printing.boards import FloorSize, print_board, print_floor
from game.printing.cards import LARGE, SMALL, Chosen, Flip, Making, Wanted, choose, print_cards
from game.printing.help_sheet import AIDS_NAME, make_aids
from game.printing.pages import Printed, PrintError, keep_pdf
from game.printing.pieces import print_pieces, print_record_sheet
from game.printing.sheets import Play, print_facilitation, print_notice, print_security, print_tool_sheet

T = TypeVar("T")


@dataclass(frozen=True)
class Kit:
    """What to print, and with which content."""

    assets: Path
    library: Library
    on: date
    """The day for which consents have to hold."""
    script: Format | None = None
    """The format that sheets follow; cards, pawns and the notice need none, nor a board."""
    board: BoardFile | None = None
    wanted: Wanted = field(default_factory=Wanted)
    large: bool = False
    flip: Flip = Flip.LONG
    on_a4: bool = False
    floor: FloorSize = FloorSize.A4

    @property
    def chosen(self) -> Chosen:
        """The cards that are wanted, and the testimonies that are refused."""
        return choose(self.library, self.wanted, self.on)

    @property
    def play(self) -> Play:
        """What is played with these cards."""
        return Play(self.library, _needed(self.script), _needed(self.board), self.chosen.cards)


def _needed(found: T | None) -> T:
    if found is None:
        raise PrintError("no format, or no board")
    return found


def _cards(kit: Kit) -> Printed:
    making = Making(LARGE if kit.large else SMALL, kit.flip, kit.wanted.language)
    return print_cards(kit.assets, kit.library, kit.chosen.cards, making)


def _board(kit: Kit) -> Printed:
    return Printed(print_board(kit.assets, _needed(kit.board), kit.library.themes, on_a4=kit.on_a4))


def _floor(kit: Kit) -> Printed:
    return Printed(print_floor(kit.assets, _needed(kit.board), kit.library.themes, kit.floor))


PRINTERS: Mapping[str, Callable[[Kit], Printed]] = {
    "cartes": _cards,
    "plateau": _board,
    "cases": _floor,
    "pions": lambda kit: Printed(print_pieces(kit.assets, kit.library)),
    "fiche-animation": lambda kit: Printed(print_facilitation(kit.assets, kit.play)),
    "fiche-surete": lambda kit: Printed(print_security(kit.assets, kit.play)),
    "fiche-outil": lambda kit: Printed(print_tool_sheet(kit.assets, kit.play)),
    "notice": lambda kit: Printed(print_notice(kit.assets)),
    "releve": lambda kit: Printed(print_record_sheet(kit.assets, _needed(kit.script))),
}
"""What can be printed, by the name that one types."""
KIT = "kit"
WITHOUT_FORMAT = frozenset({"cartes", "pions", "notice"})
WITH_CARDS = frozenset({"cartes", "fiche-animation", "fiche-surete", "fiche-outil", KIT})
"""What the choice of cards changes."""


def print_one(kit: Kit, what: str, output: Path) -> Printed:
    """Write one PDF, and return it with what there is to say about its cards.

    Raises:
        PrintError: a page could not be made or written.
        KeyError: there is nothing of this name to print.
    """
    made = PRINTERS[what](kit)
    keep_pdf(output, made.pdf)
    return made


def print_kit(kit: Kit, folder: Path) -> tuple[list[Path], Printed]:
    """Write all that there is to print in a folder; nothing is written unless all is made.

    Returns:
        The files, and the cards with what there is to say about them.

    Raises:
        PrintError: a page could not be made or written.
    """
    made = {what: printer(kit) for what, printer in PRINTERS.items() if what != "plateau"}
    files = {f"{what}.pdf": one.pdf for what, one in made.items()}
    files["plateau-a3.pdf"] = _board(replace(kit, on_a4=False)).pdf
    files["plateau-a4.pdf"] = _board(replace(kit, on_a4=True)).pdf
    if kit.library.aids:
        files[AIDS_NAME] = make_aids(kit.library.aids)
    for name, content in files.items():
        keep_pdf(folder / name, content)
    return [folder / name for name in sorted(files)], made["cartes"]
