"""The board on paper: A3, sheets of A4 that overlap, floor tiles; every square with its number and its word."""

from pathlib import Path

import numpy as np
import pytest
from paper import DARK, fonts, longest_run, needs_poppler, pictures, sizes, texts, tight
from printable import Deck, shipped

from game.content.boards import BoardFile
from game.content.library import Library
from game.places import assets_folder
from game.printing.boards import OVERLAP, FloorSize, print_board, print_floor
from game.printing.pages import PrintError
from game.printing.words import NOTICE

LONG_NAME = "Rendez-vous à la préfecture"
BOARDS = sorted(shipped().boards)


@pytest.fixture
def library(deck: Deck) -> Library:
    return deck.library()


@pytest.fixture
def board(library: Library) -> BoardFile:
    return library.boards["petit"]


def test_the_board_is_one_page_of_a3(library: Library, board: BoardFile) -> None:
    assert sizes(print_board(assets_folder(), board, library.themes)) == [(420, 297)]


@pytest.mark.parametrize("name", BOARDS)
def test_each_square_of_a_shipped_board_has_its_number_and_its_word(name: str) -> None:
    library = shipped()
    board = library.boards[name]
    page = texts(print_board(assets_folder(), board, library.themes))[0]
    for position, square in enumerate(board.squares, start=1):
        assert str(position) in page, f"square {position}"
        assert tight(square.name or (library.themes[square.theme].title if square.theme else "")) in tight(page)
    assert "Départ" in page
    assert "Arrivée" in page
    assert tight(" ".join(NOTICE)) in tight(page)


def test_a_special_square_says_what_it_does(library: Library, board: BoardFile) -> None:
    page = texts(print_board(assets_folder(), board, library.themes))[0]
    assert "12. Passerelle Une porte s’ouvre. Avancez de 2\u00a0cases." in page


def test_the_typefaces_are_inside(library: Library, board: BoardFile) -> None:
    assert all(inside for _, inside in fonts(print_board(assets_folder(), board, library.themes)))


def test_a_hundred_squares_with_long_names_still_have_room_for_them(library: Library, board: BoardFile) -> None:
    squares = [board.squares[-1].model_copy(update={"id": f"s{at}", "name": LONG_NAME}) for at in range(100)]
    page = texts(print_board(assets_folder(), board.model_copy(update={"squares": tuple(squares)}), library.themes))[0]
    assert tight(page).count(tight(LONG_NAME)) >= 100


def test_a_name_that_no_square_can_hold_is_told(library: Library, board: BoardFile) -> None:
    square = board.squares[-1].model_copy(update={"name": "Anticonstitutionnellement" * 12})
    with pytest.raises(PrintError) as caught:
        print_board(
            assets_folder(), board.model_copy(update={"squares": (*board.squares[:-1], square)}), library.themes
        )
    assert caught.value.cut == (square.name,)


def test_the_same_content_makes_the_same_file(library: Library, board: BoardFile) -> None:
    one, other = (print_board(assets_folder(), board, library.themes) for _ in range(2))
    assert one == other


@needs_poppler
def test_sheets_of_a4_show_the_same_where_they_overlap(library: Library, board: BoardFile, tmp_path: Path) -> None:
    pdf = print_board(assets_folder(), board, library.themes, on_a4=True)
    assert sizes(pdf) == [(297, 210)] * 4
    dots = 100 / 25.4
    wide, high = (420 + OVERLAP) / 2, (297 + OVERLAP) / 2
    left, right, low, _ = pictures(pdf, tmp_path, 100)
    # Half a millimetre inside of the shared strip: the dashed line to glue along is on its edge.
    rows = slice(round(11 * dots), round((9 + high - OVERLAP) * dots))
    strip = round((OVERLAP - 1) * dots)
    end, start = round((10 + wide - OVERLAP + 0.5) * dots), round(10.5 * dots)
    assert same(left[rows, end : end + strip], right[rows, start : start + strip])
    columns = slice(round(11 * dots), round((9 + wide - OVERLAP) * dots))
    end = round((10 + high - OVERLAP + 0.5) * dots)
    assert same(left[end : end + strip, columns], low[start : start + strip, columns])


def same(one: np.ndarray, other: np.ndarray) -> bool:
    """Tell whether two strips hold ink, at the same places but for the edges of its shapes."""
    dark, also = one < DARK, other < DARK
    return bool(dark.any()) and np.count_nonzero(dark != also) < 0.15 * np.count_nonzero(dark | also)


@needs_poppler
def test_the_line_of_ten_centimetres_measures_ten_centimetres(
    library: Library, board: BoardFile, tmp_path: Path
) -> None:
    page = pictures(print_board(assets_folder(), board, library.themes), tmp_path, 300)[0]
    foot = page[round(289.5 * 300 / 25.4) :]
    assert max(longest_run(row) for row in foot) * 25.4 / 300 == pytest.approx(100, abs=0.3), "mm"


@pytest.mark.parametrize(("size", "expected"), [(FloorSize.A4, (210, 297)), (FloorSize.A3, (297, 420))])
def test_there_is_a_floor_tile_for_each_square_the_start_and_the_arrival(
    library: Library, board: BoardFile, size: FloorSize, expected: tuple[int, int]
) -> None:
    pdf = print_floor(assets_folder(), board, library.themes, size)
    assert sizes(pdf) == [expected] * (len(board.squares) + 2)
    pages = texts(pdf)
    assert "Départ" in pages[0]
    assert "Arrivée" in pages[-1]
    assert all(word in pages[12] for word in ("12", "Passerelle", "Une porte s’ouvre.", "Avancez de 2"))


def test_a_square_without_its_icon_is_printed_without_it(library: Library, board: BoardFile) -> None:
    squares = (*board.squares[:-1], board.squares[-1].model_copy(update={"icon": "nulle-part"}))
    changed = board.model_copy(update={"squares": squares})
    assert "Passerelle" in texts(print_board(assets_folder(), changed, library.themes))[0]
    assert "Passerelle" in texts(print_floor(assets_folder(), changed, library.themes, FloorSize.A4))[12]
