"""On every kind of screen, each place to click has a name, and Tab comes to all of them in the order one reads."""

from itertools import pairwise

import pytest
from gallery import Gallery, Shot, gallery
from pilot import plain

from game.drawing.drawlist import Spot
from game.screens.inputs import Click
from game.screens.reading_order import doors, point_of, stops
from game.screens.scene import clicked

ENGLISH = {"minus", "more", "fewer", "next", "back", "close", "up", "down"}


@pytest.fixture(scope="module")
def shown() -> Gallery:
    return gallery((1280, 720))


def told(shot: Shot, *more: object) -> str:
    return f"{shot.kind}: {' '.join(map(str, more))}"


def test_each_place_to_click_has_a_name_in_words(shown: Gallery) -> None:
    wrong = {
        told(shot, spot.action, repr(spot.label))
        for shot in shown.shots
        for spot in shot.picture.spots
        if not any(letter.isalnum() for letter in spot.label) or set(plain(spot.label).split()) & ENGLISH
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_two_places_with_the_same_name_do_the_same(shown: Gallery) -> None:
    wrong = set()
    for shot in shown.shots:
        named: dict[str, str] = {}
        for spot in doors(shot.picture).values():
            if named.setdefault(spot.label, spot.action) != spot.action:
                wrong.add(told(shot, spot.label, named[spot.label], spot.action))
    assert not wrong, "\n".join(sorted(wrong))


def test_tab_comes_to_all_that_a_click_can_do(shown: Gallery) -> None:
    wrong = set()
    for shot in shown.shots:
        order = {spot.action for spot in stops(shot.picture, shown.painter, shot.canvas)}
        left = {spot.action for spot in shot.picture.spots} - order
        wrong |= {told(shot, action) for action in left if not _is_any_click(shot, action)}
    assert not wrong, "\n".join(sorted(wrong))


def test_enter_does_what_the_ring_is_around(shown: Gallery) -> None:
    wrong = set()
    for shot in shown.shots:
        for spot in stops(shot.picture, shown.painter, shot.canvas):
            point = point_of(spot, shot.picture)
            done = clicked(shot.picture, Click(*point)) if point else None
            if done != spot.action:
                wrong.add(told(shot, spot.action, done))
    assert not wrong, "\n".join(sorted(wrong))


def test_tab_never_climbs_back_within_a_column(shown: Gallery) -> None:
    wrong = set()
    for shot in shown.shots:
        order = stops(shot.picture, shown.painter, shot.canvas)
        for place, later in enumerate(order):
            climbed = [sooner for sooner in order[:place] if _is_under(sooner, later)]
            wrong |= {told(shot, sooner.label, "before", later.label) for sooner in climbed}
    assert not wrong, "\n".join(sorted(wrong))


def test_tab_goes_along_a_row_from_the_left(shown: Gallery) -> None:
    wrong = set()
    for shot in shown.shots:
        order = stops(shot.picture, shown.painter, shot.canvas)
        for sooner, later in pairwise(order):
            same_row = sooner.rect.y == later.rect.y and sooner.rect.h == later.rect.h
            if same_row and later.rect.x < sooner.rect.x:
                wrong.add(told(shot, sooner.label, "before", later.label))
    assert not wrong, "\n".join(sorted(wrong))


def _is_any_click(shot: Shot, action: str) -> bool:
    """Tell whether a click anywhere does it: any key does, and Tab has no place to go to."""
    spots = [spot for spot in shot.picture.spots if spot.action == action]
    return len(shot.picture.spots) == len(spots) == 1 and spots[0].rect == shot.canvas


def _is_under(sooner: Spot, later: Spot) -> bool:
    """Tell whether what Tab comes to sooner stands right under what it comes to later."""
    overlap = min(sooner.rect.right, later.rect.right) - max(sooner.rect.x, later.rect.x)
    return sooner.rect.y >= later.rect.bottom and overlap > 0.5 * min(sooner.rect.w, later.rect.w)
