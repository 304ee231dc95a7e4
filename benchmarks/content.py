"""Load, check and locate 2,000 cards, against libyaml's safe loader alone on the same bytes."""

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[1]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

from game.content.load import load  # noqa: E402 - the checkout is run in place

FILES, CARDS_IN_FILE, ROUNDS = 50, 40, 5
THEMES = ("emploi", "logement", "sante", "vie-quotidienne", "liens", "justice")
LINES = (
    "Je suis arrivé en avance à l'entretien.",
    "J’avais préparé ma réponse sur mes deux ans d’absence.",
    "Il n’a pas posé la question !",
    "Le guichet fermait à 16:30, il me manquait un papier.",
    "Elle m’a dit : « Revenez demain, on va le faire ensemble. »",
    "Mon voisin m'a prêté ses outils pour le week-end.",
    "J’ai gardé la clé dans ma main toute la journée...",
)
QUESTIONS = ("Et vous, qu’auriez-vous répondu ?", "Qui peut aider, près de chez vous ?", "Que dit-on à l'équipe?")


def write_cards(folder: Path, chance: random.Random) -> None:
    """Write the themes and 2,000 varied cards, one list a file."""
    (folder / "cards").mkdir(parents=True)
    themes = [
        f'- {{id: {name}, titre: {name.title()}, icone: scales, couleur: "#0F2A66", pilier: vie}}\n' for name in THEMES
    ]
    (folder / "themes.yaml").write_text("".join(themes), encoding="utf-8")
    for file in range(FILES):
        cards = "".join(_card(file * CARDS_IN_FILE + number, chance) for number in range(CARDS_IN_FILE))
        (folder / "cards" / f"lot-{file:02}.yaml").write_text(cards, encoding="utf-8")


def _card(number: int, chance: random.Random) -> str:
    kind = chance.choice(("temoignage", "mise-en-situation", "question", "defi"))
    text = "".join(f"    {line}\n" for line in chance.sample(LINES, 3))
    prompts = "".join(f"    - {line}\n" for line in chance.sample(QUESTIONS, 2))
    card = (
        f"- id: carte-{number}\n  type: {kind}\n  theme: {chance.choice(THEMES)}\n  titre: Carte n° {number}\n"
        f"  texte: |\n{text}  question: {chance.choice(QUESTIONS)}\n  relances:\n{prompts}  origine: fiction\n"
    )
    if kind == "question":
        card += "  choix:\n    - Non, jamais\n    - juste: Oui, souvent\n    - Après dix ans\n"
        card += "  explication: Il ne porte que les peines les plus lourdes.\n"
    if chance.random() < 0.3:
        card += "  sensibilite: 1\n  avertissement: On y parle d’argent.\n  publics: [pilotes, public]\n"
    return card


def best(action: Callable[[], object]) -> float:
    """Return the shortest time of a few rounds, in seconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        action()
        times.append(time.perf_counter() - start)
    return min(times)


def run() -> list[tuple[str, str, str]]:
    """Measure, and return (what, measured, compared to)."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "content"
        write_cards(folder, random.Random(1))  # noqa: S311 - varied, and the same every time
        files = sorted(folder.rglob("*.yaml"))

        def parse_alone() -> None:
            for file in files:
                yaml.load(file.read_bytes(), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506

        if len(load(folder).library.cards) != FILES * CARDS_IN_FILE:
            raise SystemExit("the cards of the benchmark are not all good")
        ours, theirs = best(lambda: load(folder)), best(parse_alone)
    measured = f"{ours * 1000:.0f} ms"
    compared = f"{theirs * 1000:.0f} ms for yaml.CSafeLoader alone: {ours / theirs:.2f} x (under 1.3 x)"
    return [("load, check and locate 2,000 cards", measured, compared)]


if __name__ == "__main__":
    for row in run():
        print(*row, sep=" | ")
