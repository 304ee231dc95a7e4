import pytest

from game.drawing.legibility import DIGIT, LETTER, image_needed, least_for, least_size, needed_size

WIDE, NARROW = 1920.0, 1440.0


@pytest.mark.parametrize(
    ("row", "image", "share"),
    [(10.5, 1.5, 0.035), (6, 1, 0.03), (8, 1, 0.04), (4, 1, 0.02)],
    ids=["the example of DISCAS", "6 images away", "8 images away", "4 images away"],
)
def test_a_lower_case_letter_has_the_share_of_the_image_that_discas_asks_for(
    row: float, image: float, share: float
) -> None:
    assert needed_size(row, image) * LETTER / 1080 == pytest.approx(share)


@pytest.mark.parametrize(("row", "image"), [(0, 1.5), (-2, 1.5), (5, 0), (5, -1)])
def test_without_a_measure_there_is_no_least_size(row: float, image: float) -> None:
    assert needed_size(row, image) == least_size(row, image, WIDE) == 0


def test_a_last_row_at_twelve_metres_of_an_image_of_one_and_a_half_is_served_in_full_on_a_wide_screen() -> None:
    assert least_size(12, 1.5, WIDE) == needed_size(12, 1.5)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_what_is_too_far_gets_as_much_as_a_page_holds_and_the_image_that_it_would_take(width: float) -> None:
    assert least_size(30, 1, width) < needed_size(30, 1)
    enough = image_needed(30, width)
    assert least_size(30, enough, width) == pytest.approx(needed_size(30, enough))
    assert least_size(30, enough - 0.1, width) < needed_size(30, enough - 0.1)


def test_a_number_may_be_a_little_smaller_than_words() -> None:
    assert least_for("14", 66) == pytest.approx(66 * LETTER / DIGIT)
    assert least_for("14:05", 66) < 66
    assert least_for("case 14", 66) == 66
