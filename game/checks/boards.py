"""What the board checker finds, told to the author: in French, at the square in the file, with an example."""

from collections.abc import Callable, Iterator
from datetime import date

from game.content.boards import BoardFile
from game.content.cards import Kind
from game.content.care import cards_today
from game.content.entries import Entry
from game.content.library import Library
from game.content.messages import Sentence
from game.content.problems import Problem, Severity, in_reading_order
from game.content.written import written_boards
from game.forecast.checker import USUAL_TEAMS, Finding, check_board
from game.french import counted
from game.rules import Card, Table, board as rules

_FEW_SQUARES = 8
"""How many squares a sentence may list."""


def check_boards(library: Library, on: date) -> tuple[Problem, ...]:
    """Check the boards of a content folder, each with the cards of the formats that play on it.

    Args:
        library: What was loaded from the folder; only its boards are checked, so that a reader sees one cause once.
        on: The day of the session: some cards may only be shown until a day.

    Returns:
        The problems, in reading order.
    """
    entries = (entry for entry in written_boards(library.root) if entry.model.id in library.boards)
    return in_reading_order([problem for entry in entries for problem in _problems(entry, library, on)])


def problems_of(entry: Entry[BoardFile], found: tuple[Finding, ...]) -> tuple[Problem, ...]:
    """Return the problems of a board, located at its squares."""
    return tuple(entry.problem(_steps(entry.model, finding), _said(entry.model, finding)) for finding in found)


def full_deck(board: rules.Board) -> tuple[Card, ...]:
    """Return a deck in which no card that a board asks for is missing: one of each theme and kind."""
    themes = {square.theme: None for square in board.squares if square.theme} or {"-": None}
    return tuple(Card(f"{theme}.{kind}", theme, kind) for theme in themes for kind in Kind)


def _problems(entry: Entry[BoardFile], library: Library, on: date) -> Iterator[Problem]:
    board = entry.model.rules()
    decks = {_deck(library, script.audiences, on) for script in library.formats.values() if script.board == board.id}
    for cards in decks:
        yield from problems_of(entry, check_board(Table(board, cards)))
    if not decks:
        yield from problems_of(entry, check_alone(board))


def check_alone(board: rules.Board) -> tuple[Finding, ...]:
    """Return what is wrong with a board that no format plays on: its squares, and not how many cards there are."""
    found = check_board(Table(board, full_deck(board)))
    return tuple(finding for finding in found if finding.code != "few_cards")


def _deck(library: Library, audiences: tuple[str, ...], on: date) -> tuple[Card, ...]:
    return cards_today(library, audiences, on)


def _steps(board: BoardFile, finding: Finding) -> tuple[int | str, ...]:
    """Return the keys that lead to a square; those of the board itself for its start."""
    if not finding.position:
        return ("cases",) if finding.code in _ON_SQUARES else ("id",)
    index = finding.position - 1
    has_effect = board.squares[index].effect is not None and finding.code in _ON_EFFECTS
    return ("cases", index, "effet") if has_effect else ("cases", index)


def _said(board: BoardFile, finding: Finding) -> Sentence:
    return _SENTENCES[finding.code](board, finding)


def place_name(board: BoardFile, position: int) -> str:
    """Return how one names a position: « la case 12 », « la case 12 (Détour) », « le départ », « l’arrivée »."""
    if not position:
        return "le départ"
    if position > len(board.squares):
        return "l’arrivée"
    name = board.squares[position - 1].name
    return f"la case {position} ({name})" if name else f"la case {position}"


def example(finding: Finding) -> str:
    """Return the shortest game that shows a finding: « depuis le départ, lancers 5, puis 3 et 4 »."""
    origin = f"depuis la case {finding.origin}" if finding.origin else "depuis le départ"
    throws = [" et ".join(map(str, dice)) if dice else "un tour d’attente" for dice in finding.throws]
    if not throws:
        return f"Exemple : {origin}."
    return f"Exemple : {origin}, lancer {', puis '.join(throws)}."


def _list(squares: tuple[int, ...]) -> str:
    names = [str(at) if at else "le départ" for at in squares[:_FEW_SQUARES]]
    return ", ".join(names) + ("…" if len(squares) > _FEW_SQUARES else "")


def _end_out_of_reach(_: BoardFile, finding: Finding) -> Sentence:
    squares = finding.params["squares"]
    which = "cette case" if len(squares) == 1 else f"ces {len(squares)} cases"
    message = f"de {which}, on n’atteint jamais l’arrivée : {_list(squares)}. {example(finding)}"
    return Sentence(message, "Changez ou retirez un effet qui ramène en arrière, ou la règle de fin.")


def _dead_end(board: BoardFile, finding: Finding) -> Sentence:
    message = f"impasse : de {place_name(board, finding.position)}, aucun lancer ne fait avancer. {example(finding)}"
    return Sentence(message, "Écrivez « fin: depasser » ou « fin: rebondir », ou jouez avec un seul dé.")


def _endless_chain(board: BoardFile, finding: Finding) -> Sentence:
    squares = finding.params["squares"]
    names = f" : {', '.join(place_name(board, at) for at in squares[:_FEW_SQUARES])}" if squares else ""
    message = f"les effets s’enchaînent sans fin{names}. {example(finding)}"
    return Sentence(message, "Retirez l’effet de l’une de ces cases, ou menez-le à une case sans effet.")


def _endless_wait(board: BoardFile, finding: Finding) -> Sentence:
    message = f"des équipes peuvent s’attendre sans fin sur {place_name(board, finding.position)}."
    return Sentence(message, "Donnez à cette attente un nombre de tours.")


def _endless_meetings(_: BoardFile, finding: Finding) -> Sentence:
    teams = counted(finding.params["teams"], "équipe")
    message = (
        f"à {teams}, les pions se chassent sans fin l’un l’autre et n’arrivent jamais : "
        f"{_list(finding.params['squares'])}. {example(finding)}"
    )
    return Sentence(message, "Écrivez « rencontre: partager », ou retirez un effet qui mène toujours à la même case.")


def _meetings_unproved(_: BoardFile, finding: Finding) -> Sentence:
    teams = finding.params["teams"]
    known = f"c’est vérifié jusqu’à {teams} équipes, pas au-delà" if teams > 1 else "rien n’est vérifié dès 2 équipes"
    message = f"les pions qui se rencontrent pourraient se chasser sans fin : {known}."
    advice = "Écrivez « rencontre: partager » ou « revenir », ou variez les cases où mènent les lancers."
    return Sentence(message, advice, Severity.WARNING)


def _effect_to_nowhere(_: BoardFile, finding: Finding) -> Sentence:
    return Sentence(f"l’effet mène à « {finding.params['square']} », qui n’existe pas.", "Corrigez le nom de la case.")


def _effect_past_edge(_: BoardFile, finding: Finding) -> Sentence:
    squares = counted(finding.params["by"], "case")
    message = f"l’effet de {squares} sort du plateau : le pion s’arrête au bord."
    return Sentence(message, "Donnez un nombre plus petit.", Severity.WARNING)


def _no_card(_: BoardFile, finding: Finding) -> Sentence:
    message = f"aucune carte « {finding.params['name']} » pour les séances de ce plateau : rien ne se passe ici."
    return Sentence(message, "Écrivez des cartes, ou changez le thème de la case.", Severity.WARNING)


def _few_cards(_: BoardFile, finding: Finding) -> Sentence:
    params = finding.params
    needed, deck = counted(round(params["needed"]), "carte"), counted(params["cards"], "carte")
    teams = counted(params["teams"], "équipe")
    message = f"« {params['name']} » : jusqu’à l’arrivée {teams} en tirent {needed} en moyenne, et il y en a {deck}."
    return Sentence(message, "Écrivez de ces cartes, ou donnez-leur moins de cases.", Severity.WARNING)


def _too_long(_: BoardFile, finding: Finding) -> Sentence:
    turns = counted(round(finding.params["turns"]), "tour")
    message = f"une équipe met {turns} en moyenne à arriver : la partie ne finit pas."
    return Sentence(message, "Retirez des effets qui ramènent en arrière.", Severity.WARNING)


def _too_many_states(_board: BoardFile, _: Finding) -> Sentence:
    message = "ce plateau a trop d’états possibles pour être vérifié."
    return Sentence(message, "Retirez des cases à effet, ou des règles.", Severity.WARNING)


_ON_SQUARES = frozenset({"end_out_of_reach", "dead_end", "endless_chain"})
_ON_EFFECTS = frozenset(
    {"endless_chain", "endless_wait", "endless_meetings", "effect_to_nowhere", "effect_past_edge", "no_card"}
)
_SENTENCES: dict[str, Callable[[BoardFile, Finding], Sentence]] = {
    "end_out_of_reach": _end_out_of_reach,
    "dead_end": _dead_end,
    "endless_chain": _endless_chain,
    "endless_wait": _endless_wait,
    "endless_meetings": _endless_meetings,
    "meetings_unproved": _meetings_unproved,
    "effect_to_nowhere": _effect_to_nowhere,
    "effect_past_edge": _effect_past_edge,
    "no_card": _no_card,
    "few_cards": _few_cards,
    "too_long": _too_long,
    "too_many_states": _too_many_states,
}
__all__ = ["USUAL_TEAMS", "check_alone", "check_boards", "example", "full_deck", "place_name", "problems_of"]
