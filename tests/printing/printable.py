"""A small content folder to print from: two themes, a board, a format, and the cards that a test writes."""

from pathlib import Path

from game.content.library import Library
from game.content.load import load
from game.places import content_folder

THEMES = (
    '- {id: emploi, titre: Emploi, icone: briefcase, couleur: "#0F2A66", pilier: job}\n'
    '- {id: liens, titre: Liens, icone: users-three, couleur: "#F59ACF", pilier: tete}\n'
)
SQUARES = "".join(f"  - {{theme: {'emploi' if number % 2 else 'liens'}}}\n" for number in range(11))
SPECIAL = "  - nom: Passerelle\n    icone: bridge\n    texte: Une porte s’ouvre.\n    effet: {avancer: 2}\n"
FORMAT = (
    "id: court\ntitre: Séance courte\nmode: pilotes\nplateau: petit\npublics: [pilotes]\n"
    "objectifs: [Prendre la parole]\n"
    "actes:\n  - accueil: 5\n    dire: [Bienvenue.]\n  - meteo: 5\n  - jeu: 10\n  - cloture: 5\n"
)
TEAMS = "- {nom: Les Hérons, icone: bird}\n- {nom: Le Phare, icone: lighthouse}\n"


class Deck:
    """A content folder that a test writes cards in."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.write("themes.yaml", THEMES)
        self.write("boards/petit.yaml", f"id: petit\ntitre: Le petit plateau\ncases:\n{SQUARES}{SPECIAL}")
        self.write("formats/court.yaml", FORMAT)
        self.write("equipes.yaml", TEAMS)

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def card(self, name: str, text: str = "Dites bonjour.", **more: str) -> None:
        """Write a card; ``more`` are lines of YAML by key."""
        keys = {"type": "defi", "theme": "emploi", "texte": f'"{text}"'} | more
        lines = "".join(f"{key}: {value}\n" for key, value in {"id": name, **keys}.items())
        self.write(f"cards/{name}.yaml", lines)

    def cards(self, number: int) -> list[str]:
        """Write so many cards, and return their ids: one word each, that no other text holds."""
        names = [f"carte{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(number)]
        for name in names:
            self.card(name, titre=f"Titre{name}")
        return names

    def testimony(self, name: str, consent: str, **more: str) -> None:
        """Write a testimony with its consent, as a mapping of YAML on one line."""
        self.card(name, type="temoignage", origine="temoignage", titre=f"Récit {name}", consentement=consent, **more)

    def library(self) -> Library:
        return load(self.root).library


def shipped() -> Library:
    """Return the content that comes with the program."""
    return load(content_folder()).library
