"""Motion tells what happened, then stops: dice tumble, a pawn hops square by square, a brick drops.

A motion is made from the events of one record; where things are at a moment is computed, never stored.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from game.rules import GameState, commands as g, events as e

TUMBLE_SECONDS = 0.9
HOP_SECONDS = 0.18
JUMP_SECONDS = 0.5
DROP_SECONDS = 0.35
_FACES_A_SECOND = 14


@dataclass(frozen=True)
class Tumble:
    """Dice roll until they show their faces."""

    dice: tuple[int, ...]
    seconds: float = TUMBLE_SECONDS


@dataclass(frozen=True)
class Hop:
    """A pawn goes from one position to the next."""

    pawn: str
    start: int
    end: int
    seconds: float = HOP_SECONDS


@dataclass(frozen=True)
class Drop:
    """The last brick falls into its place."""

    seconds: float = DROP_SECONDS


Beat = Tumble | Hop | Drop


@dataclass(frozen=True)
class Motion:
    """Beats one after the other, from an instant on (seconds since 1970)."""

    beats: tuple[Beat, ...]
    began: float

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return sum(beat.seconds for beat in self.beats)

    def is_over(self, now: float) -> bool:
        """Tell whether all of it has been seen."""
        return now - self.began >= self.seconds

    def beat_at(self, now: float) -> tuple[Beat, float]:
        """Return the beat at an instant, and how much of it is done, from 0 to 1."""
        left = max(0.0, now - self.began)
        for beat in self.beats:
            if left < beat.seconds:
                return beat, left / beat.seconds
            left -= beat.seconds
        return self.beats[-1], 1.0

    def dice_at(self, now: float, shown: tuple[int, ...]) -> tuple[int, ...]:
        """Return the faces that the dice show at an instant; ``shown`` is what they showed before."""
        faces = shown
        left = max(0.0, now - self.began)
        for beat in self.beats:
            if isinstance(beat, Tumble):
                faces = beat.dice if left >= beat.seconds * 0.85 else _tumbling(beat.dice, left)
            if left < beat.seconds:
                break
            left -= beat.seconds
        return faces

    def position_at(self, now: float, pawn: str, stood: int) -> tuple[int, int, float]:
        """Return between which positions a pawn is, and how far from 0 to 1; ``stood`` is where it was before."""
        place = (stood, stood, 0.0)
        left = max(0.0, now - self.began)
        for beat in self.beats:
            if isinstance(beat, Hop) and beat.pawn == pawn:
                place = (beat.start, beat.end, min(1.0, left / beat.seconds))
            if left < beat.seconds:
                break
            left -= beat.seconds
        return place


def _tumbling(dice: tuple[int, ...], seconds: float) -> tuple[int, ...]:
    """Return faces that change a few times a second, never the same twice in a row, the same for the same instant."""
    step = int(seconds * _FACES_A_SECOND)
    return tuple((face + 2 * step + index * 3) % 6 + 1 for index, face in enumerate(dice))


def motion_of(events: Iterable[object], positions: dict[str, int], now: float) -> Motion | None:
    """Return the motion of what happened; ``positions`` says where each pawn stood before. ``None``: nothing moves."""
    beats: list[Beat] = []
    stood = dict(positions)
    for event in events:
        if isinstance(event, e.DiceRolled):
            beats.append(Tumble(event.dice))
        elif isinstance(event, e.PawnMoved):
            beats += _hops(event, stood.get(event.pawn, 0))
            stood[event.pawn] = event.path[-1]
        elif isinstance(event, e.BrickLaid):
            beats.append(Drop())
    return Motion(tuple(beats), now) if beats else None


def stood_before(command: object, game: GameState) -> dict[str, int]:
    """Return where each pawn stands before a command; before a disputed throw is thrown again, where it stood then."""
    if isinstance(command, g.RerollDice) and game.before_roll is not None:
        return dict(game.before_roll.positions)
    return dict(game.positions)


def _hops(event: e.PawnMoved, start: int) -> list[Beat]:
    hops: list[Beat] = []
    for end in event.path:
        hops.append(Hop(event.pawn, start, end, HOP_SECONDS if abs(end - start) == 1 else JUMP_SECONDS))
        start = end
    return hops
