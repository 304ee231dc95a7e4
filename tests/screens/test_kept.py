"""What was drawn last is kept as far as memory goes."""

from game.screens.kept import Kept


def kept(most: int) -> tuple[Kept[[int], bytes], list[int]]:
    """Return what keeps strings of so many bytes, and the list of those that were made."""
    made: list[int] = []

    def make(size: int) -> bytes:
        made.append(size)
        return bytes(size)

    return Kept(make, len, most), made


def test_what_was_made_is_not_made_again() -> None:
    keeper, made = kept(100)
    assert [len(keeper(40)), len(keeper(40))] == [40, 40]
    assert made == [40]


def test_what_was_used_longest_ago_goes_when_there_is_no_room() -> None:
    keeper, made = kept(100)
    for size in (40, 50, 40, 30, 40, 50):
        keeper(size)
    assert made == [40, 50, 30, 50], "50 gave way to 30; 40 had been used since"


def test_one_thing_too_large_is_kept_until_the_next_one() -> None:
    keeper, made = kept(100)
    for size in (500, 500, 10, 500):
        keeper(size)
    assert made == [500, 10, 500]
