"""What was made last, kept as far as memory goes."""

from collections import OrderedDict
from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


class Kept(Generic[P, T]):
    """A function that remembers its last answers, up to so many bytes: lines of text differ much in size."""

    def __init__(self, make: Callable[P, T], weigh: Callable[[T], int], most: int) -> None:
        """Remember what ``make`` returns (from arguments given by place), ``most`` bytes of it as ``weigh`` counts."""
        self._make, self._weigh, self._most = make, weigh, most
        self._found: OrderedDict[tuple[object, ...], T] = OrderedDict()
        self._bytes = 0

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> T:
        """Return what ``make`` makes of these arguments."""
        found = self._found.get(args)
        if found is not None:
            self._found.move_to_end(args)
            return found
        found = self._make(*args, **kwargs)
        self._found[args] = found
        self._bytes += self._weigh(found)
        while self._bytes > self._most and len(self._found) > 1:
            self._bytes -= self._weigh(self._found.popitem(last=False)[1])
        return found
