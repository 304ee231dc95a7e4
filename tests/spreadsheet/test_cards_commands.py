"""``permis cartes`` and ``permis carte``: what one types, what it answers, what it writes."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from deck import FIRST, Deck, put

from game.cli import main as cli
from game.content import saving
from game.content.cards import Card
from game.content.load import load

Permis = Callable[..., tuple[int, str]]


@pytest.fixture
def permis(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Permis:
    """Run the command, with what is typed: its exit code, and all that it prints with plain spaces."""

    def run(*arguments: object, typed: str = "") -> tuple[int, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(typed))
        code = cli.main(["--donnees", str(tmp_path / "donnees"), *map(str, arguments)])
        return code, "".join(capsys.readouterr()).replace("\u00a0", " ").replace("\u202f", " ")

    return run


def test_cards_go_out_and_come_back_by_two_commands(permis: Permis, deck: Deck) -> None:
    code, said = permis("cartes", "exporter", "--xlsx", deck.workbook, "--dossier", deck.root)
    assert (code, said) == (0, f"4 cartes dans « {deck.workbook} ».\n")
    deck.fill(lambda sheet: put(sheet, "premiere", "Titre", "Le second jour"))
    code, said = permis("cartes", "importer", deck.workbook, "--dossier", deck.root)
    assert code == 0
    assert "0 carte nouvelle, 1 changée, 3 sans changement." in said
    assert "content/cards/emploi/premiere.yaml" in said
    assert deck.cards()["premiere"].title == "Le second jour"


def test_a_trial_says_what_would_be_done_and_does_nothing(permis: Permis, deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Titre", "Le second jour"))
    code, said = permis("cartes", "importer", deck.workbook, "--dossier", deck.root, "--essai")
    assert code == 0
    assert "1 changée" in said
    assert "C’est un essai : rien n’est écrit." in said
    assert deck.read("cards/emploi/premiere.yaml") == FIRST


def test_an_error_stops_the_import_and_says_that_nothing_is_written(permis: Permis, deck: Deck) -> None:
    deck.fill(lambda sheet: put(sheet, "premiere", "Durée (minutes)", "long"))
    code, said = permis("cartes", "importer", deck.workbook, "--dossier", deck.root)
    assert code == 1
    assert "feuille Cartes, ligne 2, case Q2, colonne Durée (minutes) : erreur" in said
    assert "Rien n’est écrit." in said
    assert deck.read("cards/emploi/premiere.yaml") == FIRST


@pytest.mark.parametrize("command", [("exporter", "--xlsx"), ("importer",)])
def test_a_workbook_held_by_another_program_is_told(
    permis: Permis, deck: Deck, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    deck.export()
    real = Path.open

    def locked(self: Path, *arguments: object, **options: object) -> object:
        if "cartes.xlsx" in self.name:
            raise PermissionError(13, "Permission denied")
        return real(self, *arguments, **options)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", locked)
    code, said = permis("cartes", *command, deck.workbook, "--dossier", deck.root)
    assert code == 1
    assert "l’accès est refusé. S’il est ouvert dans Excel, fermez-le." in said


def test_a_workbook_has_the_name_of_a_workbook(permis: Permis, deck: Deck) -> None:
    code, said = permis("cartes", "exporter", "--xlsx", "cartes.csv", "--dossier", deck.root)
    assert code == 1
    assert "le nom d’un classeur finit par .xlsx" in said


@pytest.mark.parametrize("group", ["carte", "cartes"])
def test_a_group_of_commands_alone_shows_its_help(permis: Permis, group: str) -> None:
    code, said = permis(group)
    assert code == 0
    assert f"Usage : permis {group}" in said
    assert "Commandes :" in said


SITUATION = [
    "2",
    "1",
    "Le bus : parti!",
    "",
    "Le bus est parti.",
    "",
    "Que faites-vous ?",
    "Qui aide ?",
    "",
    "",
    "",
    "",
    "",
]
TESTIMONY = [
    *("temoignage", "sante", "Un récit", "", "J’ai repris le sport.", "", "", ""),
    *("temoignage", "Farid", "T-7", "2026-03-14", "pilotes", "2028-03-14"),
    *("1", "On parle de santé.", "", ""),
]
QUESTION = [
    *("3", "emploi", "La copie", "", "Peut-on garder une copie ?", "", "Oui", "Non", "", "2"),
    *("Non, jamais.", "", "", "2", "", "", "", ""),
]


def interview(permis: Permis, deck: Deck, answers: list[str]) -> tuple[int, str]:
    return permis("carte", "nouvelle", "--dossier", deck.root, typed="".join(f"{line}\n" for line in answers))


def card_of(deck: Deck, name: str) -> Card:
    return load(deck.root).library.cards[name]


def test_a_few_answers_make_a_clean_file(permis: Permis, deck: Deck) -> None:
    code, said = interview(permis, deck, SITUATION)
    assert code == 0, said
    assert "permis verifier" in said
    written = deck.read("cards/emploi/le-bus-parti.yaml")
    assert written == (
        "id: le-bus-parti\ntype: mise-en-situation\ntheme: emploi\ntitre: 'Le bus\u00a0: parti\u202f!'\n"
        "texte: Le bus est parti.\n"
        "question: Que faites-vous\u202f?\n# Pour celui qui anime\u00a0: la salle ne les voit pas.\nrelances:\n"
        "  - Qui aide\u202f?\nduree: 4\n"
    )


def test_a_testimony_asks_for_its_consent_by_a_code(permis: Permis, deck: Deck) -> None:
    code, said = interview(permis, deck, TESTIMONY)
    assert code == 0, said
    assert "Écrivez un code, jamais un nom" in said
    consent = card_of(deck, "un-recit").consent
    assert consent
    assert (consent.author, str(consent.until)) == ("T-7", "2028-03-14")
    assert list(card_of(deck, "un-recit").audiences) == ["pilotes"], "it goes where its author agreed to"


def test_a_question_asks_for_its_choices_and_the_right_one(permis: Permis, deck: Deck) -> None:
    code, said = interview(permis, deck, QUESTION)
    assert code == 0, said
    card = card_of(deck, "la-copie")
    assert [(choice.text, choice.right) for choice in card.choices] == [("Oui", False), ("Non", True)]


def test_an_id_that_is_taken_is_refused_and_another_asked(permis: Permis, deck: Deck) -> None:
    answers = [*SITUATION]
    answers[2:4] = ["Première", "", "deuxieme"]
    code, said = interview(permis, deck, answers)
    assert code == 0, said
    assert "« premiere » existe déjà." in said
    assert card_of(deck, "deuxieme").title == "Première"


@pytest.mark.parametrize("title", ["Récit faux", "Déjà là", "Nul"])
def test_no_file_is_ever_written_over(permis: Permis, deck: Deck, title: str) -> None:
    deck.write("cards/faux.yaml", "id: recit-faux\ntype: conte\n")
    deck.write("cards/emploi/deja-la.yaml", "id: autre\ntype: defi\ntheme: emploi\ntexte: Un.\n")
    answers = [*SITUATION]
    answers[2:4] = [title, ""] if title == "Nul" else [title, "", "un-autre-nom"]
    before = deck.files()
    code, said = interview(permis, deck, answers)
    assert code == 0, said
    assert {name: content for name, content in deck.files().items() if name in before} == before
    # Windows has no file named « nul ».
    assert set(deck.files()) - set(before) == {f"cards/emploi/{'nul-1' if title == 'Nul' else 'un-autre-nom'}.yaml"}


@pytest.mark.parametrize("answered", range(0, len(SITUATION) - 1, 3))
def test_an_interview_that_stops_leaves_nothing_behind(permis: Permis, deck: Deck, answered: int) -> None:
    before = deck.files()
    code, said = interview(permis, deck, SITUATION[:answered])
    assert code == 1
    assert "C’est abandonné : rien n’est écrit." in said
    assert deck.files() == before


def test_control_c_leaves_nothing_behind(permis: Permis, deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupted)
    before = deck.files()
    code, said = permis("carte", "nouvelle", "--dossier", deck.root)
    assert code == 1
    assert "C’est abandonné : rien n’est écrit." in said
    assert deck.files() == before


def test_a_disk_that_refuses_gives_the_card_back(permis: Permis, deck: Deck, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError(13, "no")

    monkeypatch.setattr(saving, "_write", refused)
    code, said = interview(permis, deck, SITUATION)
    assert code == 1
    assert "l’accès est refusé" in said
    assert "id: le-bus-parti" in said, "what was typed is not lost"
