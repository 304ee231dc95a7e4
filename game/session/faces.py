"""What the room may need to read, asked by id: words, icons, colours. The content answers, the session only asks."""

from typing import Protocol


class ThemeFace(Protocol):
    """How a theme looks."""

    @property
    def title(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def colour(self) -> str: ...
    @property
    def words(self) -> tuple[str, ...]: ...


class SquareFace(Protocol):
    """How a special square looks, and what it says."""

    @property
    def name(self) -> str: ...
    @property
    def icon(self) -> str | None: ...
    @property
    def text(self) -> str: ...


class ChoiceFace(Protocol):
    """One of the choices of a question."""

    @property
    def text(self) -> str: ...
    @property
    def right(self) -> bool: ...


class TermFace(Protocol):
    """A term of the glossary, explained in plain words."""

    @property
    def term(self) -> str: ...
    @property
    def full(self) -> str: ...
    @property
    def definition(self) -> str: ...


class CardFace(Protocol):
    """The words of a card."""

    @property
    def kind(self) -> str: ...
    @property
    def theme(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def choices(self) -> "tuple[ChoiceFace, ...]": ...
    @property
    def explanation(self) -> str: ...
    @property
    def origin(self) -> str: ...
    @property
    def resource(self) -> str: ...
    @property
    def prompts(self) -> tuple[str, ...]: ...
    @property
    def warning(self) -> str: ...
    @property
    def image(self) -> str: ...
    @property
    def image_description(self) -> str: ...


class AidFace(Protocol):
    """Somebody who can help."""

    @property
    def name(self) -> str: ...
    @property
    def phone(self) -> str: ...
    @property
    def purpose(self) -> str: ...
    @property
    def when(self) -> str: ...
    @property
    def source(self) -> str: ...
    @property
    def year(self) -> int: ...


class TranslationFace(Protocol):
    """The words of a card in another language; empty where it is not translated."""

    @property
    def title(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def question(self) -> str: ...
    @property
    def choices(self) -> tuple[str, ...]: ...
    @property
    def explanation(self) -> str: ...


class Faces(Protocol):
    """Answers for everything that is shown. What it does not know (a card withdrawn since), it says with ``None``."""

    def card(self, card: str, audiences: tuple[str, ...] = ()) -> CardFace | None:
        """Return the words of a card; ``None`` when they may not be shown today, or not to all these audiences."""
        ...

    def aids(self) -> "tuple[AidFace, ...]":
        """Return who can help, in the order they are shown."""
        ...

    def translation(self, card: str, language: str) -> TranslationFace | None:
        """Return the words of a card in another language (``ar``)."""
        ...

    def languages(self) -> tuple[str, ...]:
        """Return the languages that some cards are translated into, beside French."""
        ...

    def image(self, card: str) -> str:
        """Return the file of the picture of a card; empty where it has none, or one that cannot be shown."""
        ...

    def sources(self, card: str) -> tuple[str, ...]:
        """Return where the facts of a card come from, with their year."""
        ...

    def terms(self, card: str) -> "tuple[TermFace, ...]":
        """Return the terms of the glossary that a card uses."""
        ...

    def theme(self, theme: str) -> ThemeFace | None:
        """Return how a theme looks."""
        ...

    def square(self, board: str, square: str) -> SquareFace | None:
        """Return how a special square looks; ``None`` for a theme square."""
        ...
