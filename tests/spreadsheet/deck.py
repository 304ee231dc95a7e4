"""A small content folder and its spreadsheet, as staff would fill it."""

from collections.abc import Callable
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from game.content.cards import Card
from game.content.load import load
from game.spreadsheet.bringing import Plan, plan_import
from game.spreadsheet.export import CARDS_SHEET, workbook_of
from game.spreadsheet.reading import read_sheet

THEMES = (
    '- {id: emploi, titre: Emploi, icone: briefcase, couleur: "#0F2A66", pilier: job}\n'
    '- {id: sante, titre: Santé, icone: heartbeat, couleur: "#137067", pilier: corps}\n'
)
FIRST = """\
# Écrite avec l'atelier de mars.
id: premiere
type: mise-en-situation
theme: emploi
titre:   "Le premier jour"   # à relire
texte: |
  Vous arrivez.
  Personne n'attend.

# Les relances viennent de Farid, du samedi.
relances: [Qui aide ?, "Que dire ?"]
duree: 4
"""
LIST = """\
# Deux cartes dans un fichier.
- id: seconde
  type: defi
  theme: sante
  texte: Respirez.   # trois fois

- {id: troisieme, type: defi, theme: sante, texte: Marchez.}
"""
TESTIMONY = """\
id: recit
type: temoignage
theme: emploi
origine: temoignage
texte: J’ai retrouvé du travail.
consentement:
  auteur: T-012
  date: 2026-03-14
  publics: [pilotes]
  jusqu-au: 2028-03-14
publics: [pilotes]
"""


class Deck:
    """A small content folder, and the workbook made from it."""

    def __init__(self, folder: Path) -> None:
        self.root = folder / "content"
        self.workbook = folder / "cartes.xlsx"
        self.write("themes.yaml", THEMES)
        self.write("cards/emploi/premiere.yaml", FIRST)
        self.write("cards/groupe.yaml", LIST)
        self.write("cards/emploi/recit.yaml", TESTIMONY)

    def write(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())

    def read(self, path: str) -> str:
        return (self.root / path).read_bytes().decode()

    def files(self) -> dict[str, bytes]:
        """Every file of the folder, to see that none has changed."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in self.root.rglob("*") if path.is_file()}

    def cards(self) -> dict[str, Card]:
        return dict(load(self.root).library.cards)

    def export(self) -> None:
        cards = list(self.cards().values())
        self.workbook.write_bytes(workbook_of(cards, ["emploi", "sante"])[0])

    def fill(self, change: Callable[[Worksheet], None]) -> None:
        """Export, then change the sheet of cards as somebody would."""
        self.export()
        book = load_workbook(self.workbook)
        change(book[CARDS_SHEET])
        book.save(self.workbook)

    def plan(self) -> Plan:
        return plan_import(self.root, read_sheet(self.workbook))

    def bring(self) -> Plan:
        """Import the workbook, and check that nothing stood in the way."""
        plan = self.plan()
        assert [str(problem) for problem in plan.problems if problem.severity == "erreur"] == []
        plan.carry_out(self.root)
        return plan

    def refusals(self) -> list[str]:
        """What is said of the workbook, the first lines, with plain spaces; nothing is to be written."""
        plan = self.plan()
        assert plan.has_errors
        assert plan.files == {}, "an import with an error would write something"
        told = [str(problem).splitlines()[0] for problem in plan.problems if problem.severity == "erreur"]
        return [line.replace("\u00a0", " ").replace("\u202f", " ") for line in told]


def row_of(sheet: Worksheet, card: str) -> int:
    """The row of a card, by its id."""
    return next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == card)


def column_of(sheet: Worksheet, title: str) -> int:
    """The number of a column, by its title."""
    return next(cell.column for cell in sheet[1] if cell.value == title)


def put(sheet: Worksheet, card: str | int, title: str, value: object) -> None:
    """Type a value in the row of a card (or a row by its number), in a column by its title."""
    row = card if isinstance(card, int) else row_of(sheet, card)
    sheet.cell(row, column_of(sheet, title)).value = value
