"""The content, as the session asks for it: words, icons and colours by id."""

from collections.abc import Callable
from datetime import date

from game.content.aids import Aid
from game.content.cards import Card, Term, Theme, Translation
from game.content.images import shown_image
from game.content.library import Library
from game.session.clock import SystemClock
from game.session.faces import SquareFace


class LibraryFaces:
    """Answers from a library of content."""

    def __init__(self, library: Library, today: Callable[[], date] = lambda: SystemClock().now().date()) -> None:
        """Answer for the day that ``today`` tells: some testimonies are given until a day."""
        self._today = today
        self.use(library)

    def use(self, library: Library) -> None:
        """Answer from another library from now on: what staff write has changed."""
        self._library = library
        self._images: dict[str, str] = {}
        self._squares = {
            (board.id, square.id): square
            for board in library.boards.values()
            for square in board.squares
            if square.name
        }

    def card(self, card: str, audiences: tuple[str, ...] = ()) -> Card | None:
        """Return the words of a card; ``None`` when it is not there, or may not be shown to all of these, today."""
        found = self._library.cards.get(card)
        return found if found is not None and found.allows(audiences, self._today()) else None

    def aids(self) -> tuple[Aid, ...]:
        """Return who can help, in the order of the file."""
        return self._library.aids

    def translation(self, card: str, language: str) -> Translation | None:
        """Return the words of a card in another language."""
        found = self.card(card)
        return found.translations.get(language) if found else None

    def languages(self) -> tuple[str, ...]:
        """Return the languages that some cards are translated into, in the order of their codes."""
        return tuple(sorted({language for card in self._library.cards.values() for language in card.translations}))

    def image(self, card: str) -> str:
        """Return the file of the picture of a card, judged once by its first bytes; empty for one not to be shown."""
        if card not in self._images:
            found = self._library.cards.get(card)
            self._images[card] = shown_image(self._library.root, found.image) if found and found.image else ""
        return self._images[card]

    def sources(self, card: str) -> tuple[str, ...]:
        """Return where the facts of a card come from, with their year."""
        found = self._library.cards.get(card)
        facts = [self._library.facts[fact] for fact in found.facts] if found else []
        return tuple(fact.source for fact in facts)

    def terms(self, card: str) -> tuple[Term, ...]:
        """Return the terms of the glossary that a card uses."""
        found = self._library.cards.get(card)
        used = found.lexicon if found else ()
        return tuple(term for term in self._library.terms if term.term in used)

    def theme(self, theme: str) -> Theme | None:
        """Return how a theme looks."""
        return self._library.themes.get(theme)

    def square(self, board: str, square: str) -> SquareFace | None:
        """Return how a special square looks; ``None`` for a theme square."""
        return self._squares.get((board, square))
