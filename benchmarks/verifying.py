"""``permis verifier`` on 2,000 varied cards, drawn, boards included: the whole command, from start to end.

Then again when one card changed, with what was found remembered in the user's cache.
"""

import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from benchmarks.content import CARDS_IN_FILE, FILES, THEMES, write_cards  # noqa: E402 - the checkout is run in place

ROUNDS = 3
WHO = (
    "Un voisin",
    "Ma sœur",
    "Le gardien du stade",
    "Une collègue",
    "Le chauffeur du bus",
    "Une bénévole",
    "Mon conseiller",
    "La boulangère",
    "Un ancien ami",
    "L’infirmière",
    "Le facteur",
    "Une élève",
)
DOES = (
    "m’attend",
    "me prête un vélo",
    "m’appelle",
    "me montre le chemin",
    "m’écoute",
    "me répond",
    "m’écrit",
    "me parle",
)
WHERE = ("devant la gare", "au marché", "à la mairie", "au foyer", "sur le chantier", "au guichet", "dans la cour")
WHEN = ("un lundi", "avant midi", "à la pause", "sous la pluie", "en hiver", "après l’atelier", "deux fois", "ce soir")
ASKED = ("Qui vous a déjà aidé", "Que dites-vous", "Que faites-vous", "Qu’est-ce qui change", "À quoi pensez-vous")
BOARD = "id: permis\ntitre: Permis\ncases:\n" + "".join(f"  - theme: {name}\n" for name in THEMES * 4)
FORMAT = (
    "id: court\ntitre: Court\nmode: pilotes\nplateau: permis\npublics: [pilotes]\nactes:\n  - jeu: 10\n  - cloture: 5\n"
)


def write_deck(folder: Path, chance: random.Random) -> None:
    """Write 2,000 cards of which no two say the same, a board and a format."""
    write_cards(folder, chance)
    for path, text in (("boards/permis.yaml", BOARD), ("formats/court.yaml", FORMAT)):
        (folder / path).parent.mkdir()
        (folder / path).write_text(text, encoding="utf-8")
    for file in range(FILES):
        cards = folder / "cards" / f"lot-{file:02}.yaml"
        lines = cards.read_text(encoding="utf-8").split("\n")
        varied = [_line(chance) if line.startswith("    ") and line[4].isupper() else line for line in lines]
        cards.write_text("\n".join(varied), encoding="utf-8")


def _line(chance: random.Random) -> str:
    return f"    {chance.choice(WHO)} {chance.choice(DOES)} {chance.choice(WHERE)}, {chance.choice(WHEN)}."


def change_one(folder: Path, number: int) -> None:
    """Change the title and a line of one card."""
    path = folder / "cards" / f"lot-{number:02}.yaml"
    text = path.read_text(encoding="utf-8")
    title = text.replace("titre: Carte n°", f"titre: Carte {number} n°", 1)
    path.write_text(title.replace("  texte: |\n", f"  texte: |\n    Ligne {number}.\n", 1), encoding="utf-8")


def verify(folder: Path, data: Path) -> tuple[float, float]:
    """Run the command, and return how long it takes, and how much of a processor, in seconds."""
    environment = {**os.environ, "PERMIS_DONNEES": str(data), "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    start, before = time.perf_counter(), os.times()
    done = subprocess.run(
        [sys.executable, "-m", "game", "verifier", str(folder)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=False,
    )
    if done.returncode or b"lot-" not in done.stdout:
        raise SystemExit(f"the cards of the benchmark are not checked: {done.stdout[-500:]!r}{done.stderr[-500:]!r}")
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    return time.perf_counter() - start, used


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "content"
        write_deck(folder, random.Random(1))  # noqa: S311 - varied, and the same every time
        first = min(verify(folder, Path(name) / f"data-{turn}") for turn in range(ROUNDS))
        changed = []
        for turn in range(ROUNDS):
            change_one(folder, turn)
            changed.append(verify(folder, Path(name) / "data-0"))
    count = FILES * CARDS_IN_FILE
    return [
        (f"permis verifier, {count:,} cards drawn, nothing remembered", _told(first), "under 6 s"),
        (f"permis verifier, {count:,} cards, one changed", _told(min(changed)), "under 1 s"),
    ]


def _told(measured: tuple[float, float]) -> str:
    return f"{measured[0]:.2f} s ({measured[1]:.2f} s of a processor)"


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
