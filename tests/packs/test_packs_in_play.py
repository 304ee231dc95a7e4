from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from brought import ABOUT, CARD, folder_of

from game.app import load_content
from game.cli import main as cli
from game.content.load import Loaded
from game.content.packs import merged, read_packs
from game.content.problems import Severity
from game.desk.stock import Stock
from game.places import assets_folder, content_folder
from game.screens.desk import USUAL_PACK

TODAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_content()


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    def run(*arguments: str) -> tuple[int, str]:
        code = cli.main(["--donnees", str(tmp_path / "donnees"), *arguments])
        out, err = capsys.readouterr()
        return code, (out + err).replace("\u00a0", " ").replace("\u202f", " ")

    return run


def test_a_pack_leans_on_the_themes_of_the_game(tmp_path: Path, loaded: Loaded) -> None:
    [pack] = read_packs(content_folder(), [folder_of(tmp_path / "mien")])
    assert pack.problems == ()
    assert pack.about is not None
    assert pack.about.title == "Nos cartes"
    library = merged(loaded.library, [pack])
    assert library.cards["a-nous"].theme == "emploi"
    assert len(library.cards) == len(loaded.library.cards) + 1
    assert library.digest != loaded.library.digest


def test_a_card_with_the_name_of_one_of_the_game_is_left_out_and_said(tmp_path: Path, loaded: Loaded) -> None:
    taken = next(iter(loaded.library.cards))
    theirs = folder_of(tmp_path / "mien", {"paquet.yaml": ABOUT, "cards/x.yaml": CARD.replace("a-nous", taken)})
    [pack] = read_packs(content_folder(), [theirs])
    [problem] = pack.problems
    assert problem.severity is Severity.ERROR
    assert (problem.path, problem.line) == ("mien/cards/x.yaml", 1)
    assert "existe déjà" in problem.message
    library = merged(loaded.library, [pack])
    assert library.cards[taken] == loaded.library.cards[taken], "the card of a pack took the place of one of the game"


def test_of_two_packs_with_the_same_card_the_second_one_says_so(tmp_path: Path) -> None:
    one, two = (folder_of(tmp_path / name) for name in ("un", "deux"))
    first, second = read_packs(content_folder(), [one, two])
    assert first.problems == ()
    assert "un/cards/a-nous.yaml, ligne 1" in second.problems[0].message


def test_a_wrong_theme_and_a_page_without_its_licence_are_located(tmp_path: Path) -> None:
    about, card = ABOUT.replace("licence: CC BY-SA 4.0\n", ""), CARD.replace("emploi", "emplois")
    wrong = {"paquet.yaml": about, "cards/x.yaml": card}
    [pack] = read_packs(content_folder(), [folder_of(tmp_path / "mien", wrong)])
    told = [str(problem) for problem in pack.problems]
    assert pack.about is None, "nobody knows under which licence it may be shown"
    assert any(line.startswith("mien/paquet.yaml:1:1") and "licence" in line for line in told), told
    assert any(line.startswith("mien/cards/x.yaml:3:8") and "emploi" in line for line in told), told


def test_only_the_cards_of_the_chosen_packs_are_in_play(tmp_path: Path, loaded: Loaded) -> None:
    folder_of(tmp_path / "mien")
    stock = Stock(loaded, tmp_path, lambda: TODAY)
    named = [(pack.id, pack.title) for pack in stock.choices()]
    assert named == [(USUAL_PACK, "Cartes du jeu"), ("mien", "Nos cartes")]
    assert set(stock.chosen(["mien"]).cards) == {"a-nous"}
    assert "a-nous" not in stock.chosen([USUAL_PACK]).cards
    assert len(stock.chosen([USUAL_PACK, "mien"]).cards) == len(loaded.library.cards) + 1
    assert stock.versions([USUAL_PACK, "mien"])["mien"].startswith("2 (")


def test_without_packs_there_is_nothing_to_choose(tmp_path: Path, loaded: Loaded) -> None:
    stock = Stock(loaded, tmp_path / "nowhere", lambda: TODAY)
    assert stock.choices() == ()
    assert stock.chosen([USUAL_PACK]) is loaded.library


def test_a_pack_that_is_added_meanwhile_is_there_at_the_next_session(tmp_path: Path, loaded: Loaded) -> None:
    stock = Stock(loaded, tmp_path, lambda: TODAY)
    assert not stock.take_in()
    folder_of(tmp_path / "mien")
    assert stock.take_in()
    assert "a-nous" in stock.library.cards
    assert not stock.take_in()


def test_a_card_that_is_written_meanwhile_is_there_at_the_next_session(tmp_path: Path, loaded: Loaded) -> None:
    theirs = folder_of(tmp_path / "mien")
    stock = Stock(loaded, tmp_path, lambda: TODAY)
    folder_of(theirs, {"cards/b.yaml": CARD.replace("a-nous", "a-vous")})
    assert stock.take_in()
    assert set(stock.chosen(["mien"]).cards) == {"a-nous", "a-vous"}


def test_the_picture_of_a_card_of_a_pack_is_found_in_the_pack(tmp_path: Path, loaded: Loaded) -> None:
    picture = (assets_folder().parent / "docs/images/plateau-court.png").read_bytes()
    card = CARD + "image: images/porte.png\ndescription: Une porte ouverte.\n"
    files = {"paquet.yaml": ABOUT, "cards/x.yaml": card, "images/porte.png": picture}
    [pack] = read_packs(content_folder(), [folder_of(tmp_path / "mien", files)])
    assert [found for found in pack.problems if found.severity is Severity.ERROR] == []
    shown = merged(loaded.library, [pack])
    assert (shown.root / shown.cards["a-nous"].image).read_bytes() == picture


def test_a_new_pack_has_every_kind_of_card_and_nothing_to_say_about(
    tmp_path: Path, permis: Callable[..., tuple[int, str]]
) -> None:
    code, told = permis("paquet", "creer", 'Les "Hérons" de Nantes', "--dossier", str(tmp_path))
    assert code == 0
    made = tmp_path / "les-herons-de-nantes"
    assert str(made) in told
    assert permis("verifier", str(made)) == (0, "Aucun problème.\n")
    [pack] = read_packs(content_folder(), [made])
    kinds = {card.kind for card in pack.written.loaded.library.cards.values()}
    assert len(kinds) == 8, "each kind has its example"
    assert pack.about is not None


def test_a_new_pack_is_added_listed_and_never_written_over(
    tmp_path: Path, permis: Callable[..., tuple[int, str]]
) -> None:
    permis("paquet", "creer", "Le Ripaillon", "--dossier", str(tmp_path))
    code, told = permis("paquet", "creer", "Le Ripaillon", "--dossier", str(tmp_path))
    assert code == 1
    assert "ce dossier existe déjà" in told
    assert "8 cartes" in permis("paquet", "ajouter", str(tmp_path / "le-ripaillon"))[1]
    assert "« Le Ripaillon », version 1, 8 cartes" in permis("paquet", "liste")[1]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("paquet", "ajouter", "nulle-part.zip"), "Ce fichier n’existe pas"),
        (("paquet", "creer", "…"), "ni lettre ni chiffre"),
    ],
)
def test_what_cannot_be_done_is_said_in_french(
    permis: Callable[..., tuple[int, str]], arguments: tuple[str, ...], said: str
) -> None:
    code, told = permis(*arguments)
    assert code == 1
    assert said in told


def test_the_list_says_that_there_is_no_pack(permis: Callable[..., tuple[int, str]]) -> None:
    assert permis("paquet", "liste")[1].startswith("Aucun paquet dans")
