"""Packs: a folder of cards, boards and formats that somebody made, with a page that says whose it is."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import Field

from game.content.assets import icon_names
from game.content.cards import Card
from game.content.entries import entries_of
from game.content.fields import Model, Text, Word
from game.content.ground import against, forgive_missing, ground_of
from game.content.library import Library
from game.content.load import Loaded, Written
from game.content.problems import Problem, Severity, in_reading_order
from game.content.shelves import SECTIONS, Shelves, shelve
from game.content.yamlnodes import MAX_BYTES, read
from game.french import why_refused

PACK_FILE = "paquet.yaml"
_LENT = tuple(name for name in SECTIONS if name != "columns")
"""What a pack leans on. The columns of the records are not lent: a folder that has its own replaces them all."""


class PackFile(Model):
    """What a pack says of itself, in its ``paquet.yaml``."""

    title: Text = Field(alias="titre")
    authors: Annotated[tuple[Text, ...], Field(alias="auteurs", min_length=1)]
    licence: Text
    version: Word
    language: Annotated[str, Field(alias="langue", pattern="^[a-z]{2,3}$")] = "fr"


@dataclass(frozen=True)
class Pack:
    """A pack that was read: its own cards, boards and formats, those that are good.

    Attributes:
        id: The name of its folder.
        about: What it says of itself; ``None`` when that cannot be read: the pack is not played with.
        written: What is good in it; its library holds the themes and facts that it leans on too.
        problems: What is wrong in it, in reading order.
        played: What is good in it together with all the content that it leans on: what its boards are played with.
    """

    id: str
    root: Path
    about: PackFile | None
    written: Written
    problems: tuple[Problem, ...]
    played: Library


def is_pack(root: Path) -> bool:
    """Tell whether a folder is a pack."""
    return (root / PACK_FILE).is_file()


def read_packs(content: Path, folders: Iterable[Path], assets: Path | None = None) -> tuple[Pack, ...]:
    """Read packs, each leaning on the content folder and on those before it.

    A card that has the name of one of the content, or of an earlier pack, is left out, and its pack says so.

    Args:
        content: The content folder of the program, with the themes, the facts and the glossary.
        folders: The folders of the packs.
        assets: The folder that holds ``icons/NAME.svg``; without it, icons are not checked.
    """
    icons = icon_names(assets)
    ground = ground_of(content, icons)
    packs = []
    for folder in folders:
        own = _own_shelves(folder)
        about, problems = _about(folder / PACK_FILE, own.path(PACK_FILE))
        whole = against(ground, own, icons, lent=_LENT)
        written = _alone(whole)
        told = in_reading_order([*problems, *written.loaded.problems])
        loaded = Loaded(written.loaded.library, told)
        packs.append(Pack(folder.name, own.root, about, replace(written, loaded=loaded), told, whole.loaded.library))
        if about is not None:
            _lend(ground, own)
    return tuple(packs)


def read_leaning(
    content: Path, root: Path, assets: Path | None = None, drafts: Mapping[str, bytes] | None = None
) -> tuple[Written, Library]:
    """Read a folder that leans on the content of the program: what is its own, and that with all it leans on.

    Args:
        content: The content folder of the program.
        root: The folder; what its ``paquet.yaml`` says is not looked at.
        assets: As for `load`.
        drafts: As for `load`.
    """
    own = _own_shelves(root, drafts)
    icons = icon_names(assets)
    whole = against(ground_of(content, icons), own, icons, lent=_LENT)
    return _alone(whole), whole.loaded.library


def merged(base: Library, packs: Iterable[Pack]) -> Library:
    """Return the content with that of the packs. Names never clash: the later one was left out as it was read."""
    digests, library = [base.digest], base
    for pack in packs:
        own = pack.written.loaded.library
        digests.append(own.digest)
        cards = {name: _with_media(card, pack.root) for name, card in own.cards.items()}
        library = replace(
            library,
            themes={**library.themes, **own.themes},
            boards={**library.boards, **own.boards},
            formats={**library.formats, **own.formats},
            cards={**library.cards, **cards},
            facts={**library.facts, **own.facts},
            terms=tuple(dict.fromkeys((*library.terms, *own.terms))),
            teams=tuple(dict.fromkeys((*library.teams, *own.teams))),
        )
    return replace(library, digest="-".join(digests))


def _own_shelves(folder: Path, drafts: Mapping[str, bytes] | None = None) -> Shelves:
    """Read the files of a pack; the page that says whose it is has no shelf, and others have the themes."""
    own = shelve(folder.resolve(), drafts)
    forgive_missing(own)
    own.problems = [found for found in own.problems if found.path != own.path(PACK_FILE)]
    return own


def _about(file: Path, shown: str) -> tuple[PackFile | None, list[Problem]]:
    try:
        with file.open("rb") as stream:
            document = read(shown, stream.read(MAX_BYTES + 1))
    except OSError as error:
        message = f"ce fichier ne s’ouvre pas ({why_refused(error)})."
        remedy = "Il doit dire titre, auteurs, licence et version."
        return None, [Problem(shown, 1, 1, Severity.ERROR, message, remedy)]
    found = entries_of(document, PackFile)
    problems = [*document.problems, *found.problems]
    if len(found.good) == 1:
        return found.good[0].model, problems
    if not any(problem.severity is Severity.ERROR for problem in problems):
        message = "ce fichier ne décrit pas un paquet."
        problems.append(Problem(shown, 1, 1, Severity.ERROR, message, "Écrivez titre, auteurs, licence et version."))
    return None, problems


def _alone(written: Written) -> Written:
    """Return a pack's own cards, boards and formats, with the themes and facts that they lean on."""
    library = written.loaded.library
    mine = {entry.model.id for entry in written.cards}
    cards = {name: card for name, card in library.cards.items() if name in mine}
    return replace(written, loaded=Loaded(replace(library, cards=cards), written.loaded.problems))


def _lend(ground: Shelves, own: Shelves) -> None:
    for name, shelf in own.by_name.items():
        ground.by_name[name].entries.extend(shelf.entries)
        ground.by_name[name].declared |= shelf.declared


def _with_media(card: Card, root: Path) -> Card:
    """Return a card whose image and sound are found wherever its content is merged into."""
    media = {name: str(root / getattr(card, name)) for name in ("image", "audio") if getattr(card, name)}
    return card.model_copy(update=media) if media else card


def chosen_library(library: Library, packs: Sequence[Pack], chosen: Iterable[str], base: str) -> Library:
    """Return the content with the cards of the chosen packs alone; ``base`` names those that come with the program."""
    wanted = set(chosen)
    of_packs = {name: pack.id for pack in packs for name in pack.written.loaded.library.cards}
    cards = {name: card for name, card in library.cards.items() if of_packs.get(name, base) in wanted}
    return replace(library, cards=cards)
