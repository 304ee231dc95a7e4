"""What the facilitator has to know now about the screens, said under the picture of the facilitator's window."""

from game.french import unbroken
from game.language import mark, tr
from game.screens.outlet import Notice

SWAP, FREEZE, LIGHT, UNDERSTOOD = "press:x", "press:f", "light", "understood"
"""What a click does to the windows, on every scene; a page may offer the first two."""
NO_ROOM = mark("La salle voit cette fenêtre : il n’y a pas d’autre image à figer.")
USUAL_DISPLAY = mark("L’affichage est de nouveau celui du premier jour.")
UNPLUGGED = mark("La manette est débranchée. Clavier, souris et télécommande marchent\u202f; rebranchée, elle repart.")
PLUGGED = mark("La manette est de nouveau là.")
_SECONDS = 6.0
_DARK = mark("Écran noir dans la salle"), "B", mark("rallumer"), LIGHT
_FROZEN = mark("Image figée dans la salle"), "F", mark("libérer"), FREEZE


class News:
    """One sentence at a time: the last told, until it is old or understood; else what the room does not see."""

    def __init__(self) -> None:
        self._told: tuple[tuple[str, str, str, str], float] | None = None

    def tell(self, sentence: str, now: float, *, stays: bool = False) -> None:
        """Say a sentence for a few seconds, or until it is understood; ``now`` in seconds since 1970."""
        until = float("inf") if stays else now + _SECONDS
        self._told = (sentence, mark("Échap"), mark("compris"), UNDERSTOOD), until

    def is_understood(self) -> bool:
        """Put the last sentence away. Tell whether there was one."""
        told, self._told = self._told, None
        return told is not None

    def left(self, now: float) -> float | None:
        """Return how many seconds the last sentence still shows; ``None`` when there is none."""
        if self._told is not None and now >= self._told[1]:
            self._told = None
        return None if self._told is None else self._told[1] - now

    def notice(self, now: float, *, is_dark: bool, is_frozen: bool) -> Notice | None:
        """Return what to show: the last sentence, else that the room's screen is dark or frozen."""
        if self.left(now) is not None and self._told is not None:
            return _spoken(*self._told[0])
        return _spoken(*_DARK) if is_dark else _spoken(*_FROZEN) if is_frozen else None


def _spoken(sentence: str, key: str, label: str, action: str) -> Notice:
    """Return a notice in the language spoken now."""
    return Notice(unbroken(tr(sentence)), tr(key), tr(label), action)
