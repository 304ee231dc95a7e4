"""Where the bricks of the shared wall are."""

from __future__ import annotations

from game.drawing.geometry import Rect


def bricks(count_laid: int, area: Rect, per_row: int, rows: int, gap: float = 8.0) -> tuple[Rect, ...]:
    """Fill `area` with bricks in running bond, in the order they are laid: from the bottom left, row by row.

    Every other row is half a brick to the right. There are `per_row` x `rows` places; when more bricks than
    that are laid, they all shrink to make room for more columns and rows.
    """
    columns, lines = per_row, rows
    while columns * lines < count_laid:
        # Grow the side that is the furthest behind, so that a brick keeps its proportions.
        if columns * rows <= lines * per_row:
            columns += 1
        else:
            lines += 1
    width = (area.w - gap * (columns - 1)) / (columns + 0.5)
    height = (area.h - gap * (lines - 1)) / lines
    return tuple(
        Rect(
            area.x + column * (width + gap) + (width / 2 if line % 2 else 0.0),
            area.bottom - height - line * (height + gap),
            width,
            height,
        )
        for line in range(lines)
        for column in range(columns)
    )
