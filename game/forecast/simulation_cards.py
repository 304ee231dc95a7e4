"""Which card comes, in many games at once: a card not seen yet of the pile, or else the one seen longest ago.

A pile shuffled beforehand and read in its order, again and again, gives just that, as long as its cards come through
this pile alone. Where a board also draws cards by kind, games remember when each card was seen.
"""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from game.rules import Table
from game.rules.state import Due

Ints = npt.NDArray[np.int64]

NO_CARD = -1
SHUFFLES = 2_048
"""How many ways each pile is shuffled; each game takes one at random."""
_NEVER = np.iinfo(np.int32).max


@dataclass(frozen=True)
class Codes:
    """What is due, as numbers: the themes, then any card of the theme least talked about, then the kinds."""

    themes: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def least(self) -> int:
        """The code of a card of the theme least talked about."""
        return len(self.themes)

    def of(self, due: Due | None) -> int:
        """Return the code of what is due."""
        if due is None:
            return NO_CARD
        if due.theme is not None:
            return self.themes.index(due.theme)
        return self.least if due.kind is None else self.least + 1 + self.kinds.index(due.kind)


class Dealt(Protocol):
    """The cards of some games."""

    def draw(self, games: Ints, code: Ints, talked: Ints) -> tuple[Ints, Ints]:
        """Draw a card in each of these games.

        Args:
            games: their numbers, each one once.
            code: what is due in each of them; the least talked theme has been found.
            talked: [themes, games] exchanges so far, of all games.

        Returns:
            The theme and the kind of each card.
        """
        ...


@dataclass(frozen=True)
class ThemePiles:
    """Piles for boards that draw by theme alone."""

    order: npt.NDArray[np.int16]
    """[shuffles, themes, cards], flat -> kind"""
    sizes: Ints
    """[themes], cards"""
    most: int

    def deal(self, shuffle: Ints) -> Dealt:
        """Return the cards of games that have these shuffles."""
        return _FromThemes(self, shuffle * (len(self.sizes) * self.most))


@dataclass(frozen=True)
class MixedPiles:
    """Piles for boards that also draw by kind."""

    order: Ints
    """[shuffles, codes, cards] -> card; the place after the last card fills up the short piles."""
    theme: Ints
    """[cards]"""
    kind: Ints
    """[cards]"""

    def deal(self, shuffle: Ints) -> Dealt:
        """Return the cards of games that have these shuffles."""
        return _FromAll(self, shuffle)


Piles = ThemePiles | MixedPiles


def theme_piles(table: Table, codes: Codes, chance: np.random.Generator) -> ThemePiles:
    """Shuffle the pile of each theme."""
    sizes = [len(cards) for cards in table.by_theme.values()] or [1]
    order = np.zeros((SHUFFLES, len(sizes), max(sizes)), np.int16)
    for index, cards in enumerate(table.by_theme.values()):
        pile = np.array([codes.kinds.index(table.by_id[card].kind) for card in cards], np.int16)
        order[:, index, : len(pile)] = chance.permuted(np.tile(pile, (SHUFFLES, 1)), axis=1)
    return ThemePiles(order.ravel(), np.array(sizes, np.int64), max(sizes))


def mixed_piles(table: Table, codes: Codes, chance: np.random.Generator) -> MixedPiles:
    """Shuffle the pile of each theme and of each kind."""
    numbers = {card.id: number for number, card in enumerate(table.cards)}
    piles = [*table.by_theme.values(), (), *table.by_kind.values()]
    order = np.full((SHUFFLES, len(piles), max(map(len, piles))), len(numbers), np.int64)
    for index, cards in enumerate(piles):
        pile = np.array([numbers[card] for card in cards], np.int64)
        order[:, index, : len(pile)] = chance.permuted(np.tile(pile, (SHUFFLES, 1)), axis=1)
    theme = np.array([codes.themes.index(card.theme) for card in table.cards], np.int64)
    kind = np.array([codes.kinds.index(card.kind) for card in table.cards], np.int64)
    return MixedPiles(order, theme, kind)


class _FromThemes:
    """Each pile is read in its order; how far is what has been talked about."""

    def __init__(self, piles: ThemePiles, first: Ints) -> None:
        self._piles, self._first = piles, first

    def draw(self, games: Ints, code: Ints, talked: Ints) -> tuple[Ints, Ints]:
        piles = self._piles
        at = talked.take(code * talked.shape[1] + games)
        at %= piles.sizes.take(code)
        at += code * piles.most
        at += self._first.take(games)
        return code, piles.order.take(at).astype(np.int64)


class _FromAll:
    """Each card remembers when it was seen; the first of its pile that was not, or was so longest ago, comes."""

    def __init__(self, piles: MixedPiles, shuffle: Ints) -> None:
        self._piles, self._shuffle = piles, shuffle
        self._seen = np.zeros((len(shuffle), len(piles.theme) + 1), np.int32)
        self._seen[:, -1] = _NEVER
        self._draws = 0

    def draw(self, games: Ints, code: Ints, talked: Ints) -> tuple[Ints, Ints]:  # noqa: ARG002 - as the other
        piles = self._piles
        pile = piles.order[self._shuffle.take(games), code]
        first = self._seen[games[:, None], pile].argmin(axis=1)
        card = pile[np.arange(len(games)), first]
        self._draws += 1
        self._seen[games, card] = self._draws
        return piles.theme.take(card), piles.kind.take(card)
