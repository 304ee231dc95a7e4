"""The pages that take care of the room hold on every screen: nothing leaves it, and nothing covers anything."""

from collections.abc import Callable

import pytest
from desk import look

from game.drawing.drawlist import Box, Icon, Picture, Text
from game.drawing.geometry import Rect
from game.drawing.parts import SMALLEST
from game.screens.pages.breath_page import breath_picture
from game.screens.pages.care_pages import cadre_picture, help_picture
from game.screens.pages.poll_page import poll_picture, poll_result_picture
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.views import ActsView, AidView, BreathView, CadreView, HelpView, PollResultView, PollView

SIZES = [(1920.0, 1080.0), (1440.0, 1080.0), (2520.0, 1080.0), (1200.0, 800.0)]
ACTS = ActsView((ActKind.WELCOME, ActKind.MOOD, ActKind.GAME, ActKind.CLOSING), ("",) * 4, 1)
QUESTION = "Savez-vous vers qui orienter quelqu’un qui sort de prison et qui cherche un toit pour ce soir ?"
ANSWERS = ("Oui, plusieurs personnes", "Un peu, il faudrait que je demande", "Non", "Je ne sais pas vraiment")
LINES = ("On parle en « je ». Ce qui se dit ici reste ici. Sauf si quelqu’un est en danger.",) * 9
AID = AidView("Prévention du suicide", "116 006", "Pour soi, ou pour un proche qui inquiète", "Jour et nuit, gratuit")
PLACE = AidView("Un copilote de la maison", "Ici, après la séance, à l’étage", "Parler de ce qui pèse", "Après")

PAGES: dict[str, Callable[[Look], Picture]] = {
    "the calm screen": lambda of: breath_picture(BreathView(), of),
    "the cadre": lambda of: cadre_picture(CadreView(LINES, 8), of),
    "help": lambda of: help_picture(HelpView((PLACE, AID, AID, AID, AID, AID)), of),
    "much help": lambda of: help_picture(HelpView((PLACE, AID) * 6), of),
    "no help": lambda of: help_picture(HelpView(()), of),
    "a question": lambda of: poll_picture(PollView(ACTS, "before", 2, 3, QUESTION, ANSWERS, (0, 12, 3, 1)), of),
    "a small group": lambda of: poll_result_picture(
        PollResultView(ACTS, QUESTION, ANSWERS, (1, 2, 3, 0), (2, 3, 0, 1)), of
    ),
    "a crowd": lambda of: poll_result_picture(PollResultView(ACTS, QUESTION, ANSWERS, (), (99, 80, 3, 0)), of),
}


def lines(picture: Picture, of: Look) -> list[tuple[str, Rect]]:
    """Return what is written and where its letters stand."""
    found = []
    for item in picture.base:
        if isinstance(item, Text) and item.text.strip():
            width = of.measure.width(item.text, item.style)
            left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.anchor]
            found.append((item.text, Rect(left, item.y + item.style.size * 0.15, width, item.style.size * 0.95)))
    return found


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_nothing_leaves_the_screen_and_no_line_covers_another(name: str, size: tuple[float, float]) -> None:
    of = look(*size)
    picture = PAGES[name](of)
    for item in picture.base:
        if isinstance(item, Box | Icon):
            assert item.rect.x >= 0, item
            assert item.rect.right <= of.width, item
            assert item.rect.bottom <= of.height, item
    written = lines(picture, of)
    for index, (text, rect) in enumerate(written):
        assert rect.x >= 0, text
        assert rect.right <= of.width, text
        for other, place in written[index + 1 :]:
            apart = rect.right <= place.x or place.right <= rect.x or rect.bottom <= place.y or place.bottom <= rect.y
            assert apart, (text, other)
    assert all(item.style.size >= SMALLEST for item in picture.base if isinstance(item, Text))
    assert all(spot.label for spot in picture.spots)
