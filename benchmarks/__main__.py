"""Run all that is measured, and print one table: what, measured, compared to."""

import importlib
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

HERE = Path(__file__).resolve().parent
_NOT_MEASURES = {"__init__", "__main__", "displays", "postgres"}


def main() -> int:
    """Print a row for each thing that is measured; return 1 when one of the benchmarks could not be run."""
    console = Console()
    table = Table("what", "measured", "compared to")
    failed = []
    for name in sorted(path.stem for path in HERE.glob("*.py") if path.stem not in _NOT_MEASURES):
        with console.status(f"measuring {name}…"):
            try:
                rows = importlib.import_module(f"benchmarks.{name}").run()
            except Exception as error:  # noqa: BLE001 - the others are still worth their time
                failed.append(f"{name}: {error}")
                continue
        for row in rows:
            table.add_row(*row)
        table.add_section()
    console.print(table)
    for line in failed:
        console.print(line, style="red", markup=False)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
