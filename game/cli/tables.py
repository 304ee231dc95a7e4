"""Tables in the terminal: they alone need Rich, which is slow to load, and few commands print one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from rich import box
from rich.console import Console
from rich.table import Table
from rich.text import Text


def print_table(
    columns: Mapping[str, Literal["left", "right"]], rows: Iterable[Sequence[str]], pipe_width: int
) -> None:
    """Print a table whose first column is never cut.

    Args:
        columns: The titles, each with the side that its cells keep to.
        rows: Their cells, written as they are.
        pipe_width: Columns of text where no terminal shows them: names stay whole for the program that reads them.
    """
    table = Table(box=box.SIMPLE)
    for index, (title, side) in enumerate(columns.items()):
        table.add_column(title, justify=side, overflow="ellipsis" if index else "fold")
    for row in rows:
        table.add_row(*(Text(cell) for cell in row))
    console = Console(highlight=False)
    if not console.is_terminal:
        console.width = pipe_width
    console.print(table)
