"""Print 200 cards of the shipped deck, front and back; and the whole command, as one types it."""

import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.content.load import load  # noqa: E402 - the checkout is run in place
from game.places import assets_folder, content_folder  # noqa: E402
from game.printing.cards import SMALL, Wanted, choose, print_cards  # noqa: E402

CARDS, LIMIT = 200, 5
_DAY = date(2026, 11, 23)
_COMPARED = f"under {LIMIT} s"


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    library = load(content_folder()).library
    deck = choose(library, Wanted(), _DAY).cards
    cards = [deck[at % len(deck)] for at in range(CARDS)]
    started = time.perf_counter()
    made = print_cards(assets_folder(), library, cards).pdf
    seconds = time.perf_counter() - started
    sheets = -(-CARDS // (SMALL.columns * SMALL.rows))
    measured = f"{seconds:.1f} s, {len(made) / 1e6:.1f} MB"
    return [
        (f"PDF of {CARDS} cards, {sheets} sheets of A4 front and back", measured, _COMPARED),
        (f"permis imprimer cartes, {len(deck)} cards, whole command", f"{_command():.1f} s", _COMPARED),
    ]


def _command() -> float:
    """Return how long the command takes that prints the whole deck, in seconds."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cartes.pdf"
        started = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "game", "imprimer", "cartes", "--vers", file],
            cwd=ROOT,
            check=True,
            capture_output=True,
        )
        return time.perf_counter() - started


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
