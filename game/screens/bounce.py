"""A button pressed twice by a nervous thumb does not skip a card."""

from game.screens.inputs import CONFIRM, NEXT

DEBOUNCE_SECONDS = 0.25
_HASTY = NEXT | CONFIRM | {"click"}


class Bounce:
    """Tells a key or a click that came twice too fast. Typing and counting hands are never too fast."""

    def __init__(self) -> None:
        self._last: tuple[str, float] = ("", 0.0)

    def is_hasty(self, key: str, now: float) -> bool:
        """Tell whether a key that goes on came again less than `DEBOUNCE_SECONDS` after itself; ``now`` in seconds."""
        last, at = self._last
        self._last = (key, now)
        return key in _HASTY and key == last and 0 <= now - at < DEBOUNCE_SECONDS

    def is_hasty_click(self, action: str | None, now: float) -> bool:
        """Tell the same of a click; ``action`` is what it stands for."""
        return self.is_hasty("count" if action and action.endswith(("+", "-")) else "click", now)
