"""A small content folder without a mistake, to which a test adds its own."""

from pathlib import Path

from game.content.load import Loaded, load

THEMES = '- {id: emploi, titre: Emploi, icone: briefcase, couleur: "#0F2A66", pilier: job}\n'
CARD = "id: bonne\ntype: defi\ntheme: emploi\ntexte: Dites bonjour.\n"
SQUARES = "".join(f"  - {{theme: emploi, id: pas-{number}}}\n" for number in range(12))
BOARD = f"id: permis\ntitre: Permis\ncases:\n{SQUARES}"
FORMAT = (
    "id: court\ntitre: Court\nmode: pilotes\nplateau: permis\npublics: [pilotes]\n"
    "actes:\n  - accueil: 5\n  - jeu: 10\n  - cloture: 5\n"
)


class Shop:
    """A small content folder without a mistake, to which a test adds its own."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("themes.yaml", THEMES)
        self.write("boards/permis.yaml", BOARD)
        self.write("formats/court.yaml", FORMAT)
        self.write("cards/bonne.yaml", CARD)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def load(self) -> Loaded:
        return load(self.root)

    def report(self) -> list[str]:
        """What is printed, with plain spaces: the tests of typography look at the others."""
        return [str(problem).replace("\u00a0", " ").replace("\u202f", " ") for problem in self.load().problems]

    def first_lines(self) -> list[str]:
        return [text.splitlines()[0] for text in self.report()]
