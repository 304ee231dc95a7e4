"""The content, as the session asks for it: words, icons and colours by id."""

from game.content.cards import Card, Theme
from game.content.library import Library
from game.session.faces import SquareFace


class LibraryFaces:
    """Answers from a library of content."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._squares = {
            (board.id, square.id): square
            for board in library.boards.values()
            for square in board.squares
            if square.name
        }

    def card(self, card: str) -> Card | None:
        """Return the words of a card."""
        return self._library.cards.get(card)

    def sources(self, card: str) -> tuple[str, ...]:
        """Return where the facts of a card come from, with their year."""
        found = self._library.cards.get(card)
        facts = [self._library.facts[fact] for fact in found.facts] if found else []
        return tuple(f"{fact.source_title}, {fact.as_of}" for fact in facts)

    def theme(self, theme: str) -> Theme | None:
        """Return how a theme looks."""
        return self._library.themes.get(theme)

    def square(self, board: str, square: str) -> SquareFace | None:
        """Return how a special square looks; ``None`` for a theme square."""
        return self._squares.get((board, square))
