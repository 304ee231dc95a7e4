"""The wall of a session as a poster: every word, where and when, and nobody's name."""

from pathlib import Path

import pytest
from paper import fonts, needs_poppler, pictures, sizes, texts, tight, words_of
from printable import shipped
from recorded import exchanges, keep, said, taken

from game.cli.main import main
from game.content.cards import Theme
from game.places import assets_folder
from game.printing.records.wall import print_wall
from game.printing.words import NOTICE
from game.records.outcome import Outcome

A3 = (420, 297)
LONGEST = "anticonstitutionnellemen"


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    return dict(shipped().themes)


@pytest.fixture
def record(tmp_path: Path) -> Outcome:
    return taken(keep(tmp_path))[0]


@pytest.mark.parametrize("count", [1, 9, 22, 60])
def test_every_word_is_on_a_poster_of_one_page(record: Outcome, themes: dict[str, Theme], count: int) -> None:
    words = [f"mot{chr(97 + at // 26)}{chr(97 + at % 26)}" for at in range(count)]
    pdf = print_wall(assets_folder(), record, exchanges(words), themes)
    assert sizes(pdf) == [A3]
    page = texts(pdf)[0]
    assert [word for word in words if word not in page] == []
    assert f"{count}\u00a0échange" in page
    assert "Ripaillon, 23 novembre 2026" in page
    assert tight(" ".join(NOTICE)) in tight(page)
    assert [name for name, inside in fonts(pdf) if not inside] == []


def test_the_longest_words_are_whole_on_the_fullest_wall(record: Outcome, themes: dict[str, Theme]) -> None:
    words = [LONGEST, "se lever tôt le matin, l"] * 30
    page = tight(texts(print_wall(assets_folder(), record, exchanges(words), themes))[0])
    assert page.count(LONGEST) == 30
    assert page.count(tight("se lever tôt le matin, l")) == 30


def test_each_theme_has_its_word_once_under_the_wall(record: Outcome, themes: dict[str, Theme]) -> None:
    page = texts(print_wall(assets_folder(), record, exchanges(["a"] * 12), themes))[0]
    for title in ("Emploi", "Logement", "Santé"):
        assert page.count(title) == 1
    assert "Justice" not in page, "nobody talked about it"


def test_the_wall_names_no_team(tmp_path: Path, themes: dict[str, Theme]) -> None:
    record, laid = taken(keep(tmp_path))
    page = texts(print_wall(assets_folder(), record, laid, themes))[0]
    assert "Équipe" not in page


@needs_poppler
def test_bricks_are_laid_from_the_bottom_left_in_running_bond(
    record: Outcome, themes: dict[str, Theme], tmp_path: Path
) -> None:
    words = ["oser", "CMP", "amis", "clé"]
    found = words_of(print_wall(assets_folder(), record, exchanges(words), themes), tmp_path, 1)
    place = {word.text: word for word in found if word.text in words}
    assert place["oser"].x < place["CMP"].x < place["amis"].x
    assert place["clé"].y < place["oser"].y - 40, "mm: on the row above"
    assert place["oser"].x + 30 < place["clé"].x < place["CMP"].x + 40, "mm: half a brick to the right"


@needs_poppler
def test_a_brick_without_a_word_has_the_icon_of_its_theme(
    record: Outcome, themes: dict[str, Theme], tmp_path: Path
) -> None:
    bare = pictures(print_wall(assets_folder(), record, exchanges([""]), themes), tmp_path, 20)[0]
    brick = bare[round(200 * 20 / 25.4) : round(240 * 20 / 25.4), round(18 * 20 / 25.4) : round(120 * 20 / 25.4)]
    assert (brick < 100).any(), "the colour of the theme"
    assert (brick > 200).any(), "its icon"


@needs_poppler
def test_nothing_is_printed_where_printers_do_not_reach(
    record: Outcome, themes: dict[str, Theme], tmp_path: Path
) -> None:
    page = pictures(print_wall(assets_folder(), record, exchanges(["mot"] * 60), themes), tmp_path, 30)[0]
    edge = round(4 * 30 / 25.4)
    assert min(side.min() for side in (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])) == 255


def test_a_session_without_a_brick_has_no_poster(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, words=())
    assert main(["--donnees", str(tmp_path), "imprimer", "mur", "2026", "--vers", str(tmp_path / "m.pdf")]) == 1
    assert "n’a pas encore de brique" in said(capsys.readouterr())
    assert not (tmp_path / "m.pdf").exists()
