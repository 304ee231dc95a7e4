"""What leaves an entry out: twins, references to nothing, missing files, cards that cannot be shown."""

from collections import Counter
from collections.abc import Callable, Iterator, KeysView
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.content.assets import icon_fault, sound_fault
from game.content.boards import START, BoardFile
from game.content.cards import Card, Fact, TeamPreset, Theme
from game.content.entries import Entry
from game.content.findings import Finding, Steps
from game.content.formats import ActKind, Format
from game.content.images import image_fault
from game.content.messages import Sentence, unknown
from game.content.problems import Problem, Severity
from game.content.reading.respect import asks_for_the_offence
from game.content.shelves import SECTIONS, Shelf, Shelves

MOST_WORDS = 120
"""Above it a card is refused without looking at it: `game.content.reading` says on how many pages the others show."""


@dataclass(frozen=True, slots=True)
class Reference:
    """What an entry leans on: the section, the id, where it is written, and how to name it."""

    section: str
    target: str
    steps: Steps
    what: str


def check(shelves: Shelves, icons: frozenset[str] | None) -> list[Problem]:
    """Leave out of the shelves what cannot be used, and say why.

    Args:
        shelves: What was read; changed in place.
        icons: The names of the icons there are, or ``None`` when they are not to be checked.
    """
    checking = _Checking(shelves, icons)
    for name in SECTIONS:
        checking.look_over(name)
    told = shelves.problems + checking.problems
    return checking.problems + [
        _waiting(shelves, name, count) for name, count in checking.waiting.items() if _has_error(shelves, name, told)
    ]


def _has_error(shelves: Shelves, name: str, problems: list[Problem]) -> bool:
    """Say whether a section has an error of its own, and is not just waiting for another one."""
    place = shelves.path(SECTIONS[name].place)
    return any(found.severity is Severity.ERROR and found.path.startswith(place) for found in problems)


class _Checking:
    """Goes through the shelves, each one after those that it leans on."""

    def __init__(self, shelves: Shelves, icons: frozenset[str] | None) -> None:
        self.shelves = shelves
        self.icons = icons
        self.names: dict[str, KeysView[str]] = {name: shelf.by_id.keys() for name, shelf in shelves.by_name.items()}
        self.problems: list[Problem] = []
        self.waiting: Counter[str] = Counter()

    def look_over(self, name: str) -> None:
        """Keep what can be used of the shelf of a section."""
        shelf = self.shelves.by_name[name]
        references, look = _REFERENCES.get(shelf.section.model), _LOOKS.get(shelf.section.model)
        twins = self._twins(shelf)
        kept = shelf.entries[: shelf.lent]
        for entry in shelf.entries[shelf.lent :]:
            usable = id(entry) not in twins
            if references:
                usable = self._stands(entry, references(entry.model)) and usable
            if look:
                findings = list(look(entry.model, self.shelves.root, self.icons))
                self.problems.extend(entry.problem(steps, said) for steps, said in findings)
                usable = usable and all(said.severity is not Severity.ERROR for _, said in findings)
            if usable:
                kept.append(entry)
        shelf.entries = kept
        self.names[name] = shelf.by_id.keys()
        for entry in shelf.rejected:
            if isinstance(entry.model, dict):
                self._stands(entry, _of_rejected(entry.model), count_waiting=False)

    def _twins(self, shelf: Shelf) -> set[int]:
        section = shelf.section
        firsts: dict[str, Entry[Any]] = {}
        twins = set()
        for entry in shelf.entries:
            name = getattr(entry.model, section.attribute)
            first = firsts.setdefault(name, entry)
            if first is not entry:
                where = f"{first.document.path}, ligne {first.node.start_mark.line + 1}"
                said = Sentence(f"« {name} » existe déjà : {where}.", "Donnez un autre nom à l’un des deux.")
                self.problems.append(entry.problem((section.key,), said))
                twins.add(id(entry))
        return twins

    def _stands(self, entry: Entry[Any], references: Iterator[Reference], *, count_waiting: bool = True) -> bool:
        """Say whether all that an entry leans on is there; report what is nowhere."""
        awaited = set()
        stands = True
        for found in references:
            if found.target in self.names[found.section]:
                continue
            stands = False
            other = self.shelves.by_name[found.section]
            if other.complete and found.target not in other.declared:
                said = unknown(found.what, found.target, self.names[found.section])
                self.problems.append(entry.problem(found.steps, said))
            else:
                awaited.add(found.section)
        if count_waiting:
            self.waiting.update(awaited)
        return stands


def _waiting(shelves: Shelves, name: str, count: int) -> Problem:
    lean, stay = ("1 entrée s’appuie", "reste") if count == 1 else (f"{count} entrées s’appuient", "restent")
    message = f"{lean} sur ce qui est en erreur ici, et {stay} de côté en attendant."
    path = shelves.path(SECTIONS[name].place)
    return Problem(path, 1, 1, Severity.WARNING, message, "Corrigez d’abord les erreurs de cette partie.")


def _of_rejected(value: dict[str, Any]) -> Iterator[Reference]:
    for key, section, what in (("theme", "themes", "thème inconnu"), ("plateau", "boards", "plateau inconnu")):
        if isinstance(value.get(key), str):
            yield Reference(section, value[key], (key,), what)


def _of_card(card: Card) -> Iterator[Reference]:
    yield Reference("themes", card.theme, ("theme",), "thème inconnu")
    for index, fact in enumerate(card.facts):
        yield Reference("facts", fact, ("faits", index), "fait inconnu")
    for index, term in enumerate(card.lexicon):
        yield Reference("terms", term, ("lexique", index), "terme absent du glossaire")


def _of_fact(fact: Fact) -> Iterator[Reference]:
    yield Reference("themes", fact.theme, ("theme",), "thème inconnu")


def _of_board(board: BoardFile) -> Iterator[Reference]:
    for index, square in enumerate(board.squares):
        if square.theme:
            yield Reference("themes", square.theme, ("cases", index, "theme"), "thème inconnu")


def _of_format(script: Format) -> Iterator[Reference]:
    yield Reference("boards", script.board, ("plateau",), "plateau inconnu")


def _look_at_card(card: Card, root: Path, _icons: frozenset[str] | None) -> Iterator[Finding]:
    yield from _length(card)
    yield from asks_for_the_offence(card)
    for key, name, fault in (("image", card.image, image_fault), ("audio", card.audio, sound_fault)):
        said = fault(root, name) if name else None
        if said:
            yield (key,), said


def _length(card: Card) -> Iterator[Finding]:
    words = len(card.text.split()) + len(card.question.split())
    if words > MOST_WORDS:
        steps: Steps = ("texte",) if card.text else ("question",)
        message = f"{words} mots : la carte ne tient pas à l’écran ({MOST_WORDS} au plus)."
        yield steps, Sentence(message, "Gardez une idée, ou faites-en deux cartes.")


def _look_at_board(board: BoardFile, _root: Path, icons: frozenset[str] | None) -> Iterator[Finding]:
    ids = [square.id for square in board.squares]
    for index, square in enumerate(board.squares):
        if square.id in ids[:index]:
            said = Sentence(f"deux cases s’appellent « {square.id} ».", "Donnez un autre id à l’une des deux.")
            yield ("cases", index, "id"), said
        if square.effect and square.effect.go_to and square.effect.go_to not in [*ids, START]:
            yield ("cases", index, "effet", "aller"), _unknown_square(square.effect.go_to, ids)
        if square.icon:
            yield from _icon(square.icon, ("cases", index, "icone"), icons)
    yield from _look_at_options(board, ids)


def _look_at_options(board: BoardFile, ids: list[str]) -> Iterator[Finding]:
    for index, quiet in enumerate(board.options.quiet):
        if quiet not in ids:
            yield ("regles", "cases-calmes", index), _unknown_square(quiet, ids)
    for index, first in enumerate(board.options.first_throws):
        if first.square not in ids:
            yield ("regles", "premiers-lancers", index, "case"), _unknown_square(first.square, ids)
        if len(first.dice) != board.dice or max(first.dice) > board.faces:
            dice = "un dé" if board.dice == 1 else f"{board.dice} dés"
            said = Sentence(f"ce lancer ne peut pas sortir : {dice} de {board.faces} faces.", "Corrigez « des: ».")
            yield ("regles", "premiers-lancers", index, "des"), said
    if board.options.extra_turn == "double" and board.dice == 1:
        said = Sentence("« double » demande deux dés.", "Écrivez « de: 2 », ou « tour-en-plus: le-plus-haut ».")
        yield ("regles", "tour-en-plus"), said


def _unknown_square(name: str, ids: list[str]) -> Sentence:
    return unknown("case inconnue", name, [known for known in ids if not known.startswith("case-")])


def _look_at_format(script: Format, _root: Path, _icons: frozenset[str] | None) -> Iterator[Finding]:
    if all(act.kind is not ActKind.WELCOME for act in script.acts):
        message = "sans acte « accueil », personne ne lit à la salle ce qui est noté d’elle."
        said = Sentence(message, "Ajoutez « - accueil: 5 » en premier : la notice s’y montre.")
        yield ("actes",), said._replace(severity=Severity.WARNING)


def _look_at_icon(model: Theme | TeamPreset, _root: Path, icons: frozenset[str] | None) -> Iterator[Finding]:
    yield from _icon(model.icon, ("icone",), icons)


def _icon(name: str, steps: Steps, icons: frozenset[str] | None) -> Iterator[Finding]:
    said = icon_fault(name, icons)
    if said:
        yield steps, said


_REFERENCES: dict[type, Callable[[Any], Iterator[Reference]]] = {
    Card: _of_card,
    Fact: _of_fact,
    BoardFile: _of_board,
    Format: _of_format,
}
_LOOKS: dict[type, Callable[[Any, Path, frozenset[str] | None], Iterator[Finding]]] = {
    Card: _look_at_card,
    BoardFile: _look_at_board,
    Format: _look_at_format,
    Theme: _look_at_icon,
    TeamPreset: _look_at_icon,
}
