"""The picture of a card and the people of a figure: seen beside the words, told in words, never in the way."""

import struct
import threading
import zlib
from dataclasses import replace
from pathlib import Path

import pygame
import pytest
from pilot import piloted, shipped
from reading import FakeVoice, deck_of

from game.app import make_painter
from game.content.images import shown_image
from game.desk.faces import LibraryFaces
from game.drawing.drawlist import Box, Disc, Photo, Picture, Text
from game.drawing.figures import figures_in
from game.drawing.geometry import Rect
from game.drawing.theme import LIGHT
from game.places import assets_folder
from game.rules import Phase
from game.screens.pages.card_page import card_pages, card_picture
from game.screens.pages.facilitator_card import Column, card_parts
from game.screens.painter import Painter
from game.screens.photos import Photos
from game.screens.reading import found, lit, passages, said_words
from game.screens.reading_order import Words, parts
from game.screens.scene import Look
from game.session.agenda import ActKind
from game.session.chance import seeded
from game.session.facilitator import facilitator_view, notes_of
from game.session.views import ActsView, CardView, PictureView, TeamView, ThemeView

WITH_PICTURE = "un-banc-au-soleil"
FIGURE = "chiffre-travailler-en-prison"
LEAST = 52.0
"""Of the words of a card, in logical px."""


def look(**more: float) -> Look:
    return replace(Look(LIGHT, make_painter(), 1920, 1080), **more)


def view(**more: object) -> CardView:
    fields = {"kind": "defi", "title": "Un banc", "text": "Un banc.\nUn rayon de soleil.", "question": "Où ?"} | more
    theme = ThemeView("sante", "Santé", "heartbeat", "#137067")
    return CardView(ActsView((ActKind.GAME,), ("",), 0), "x", TeamView("", "", "flag", 0, 0), theme, **fields)  # type: ignore[arg-type]  # whatever a test says


def picture_of(file: str = "") -> PictureView:
    return PictureView(file, "Un banc de bois vide.")


def texts(page: Picture) -> list[Text]:
    return [item for item in page.base if isinstance(item, Text)]


def photos(page: Picture) -> list[Photo]:
    return [item for item in page.base if isinstance(item, Photo)]


def png(width: int, height: int, pixels: bytes = b"") -> bytes:
    """Return a PNG that says its size, and whose pixels are what they are."""
    head = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = b"IDAT" + zlib.compress(pixels)
    chunks = (struct.pack(">I", len(part) - 4) + part + struct.pack(">I", zlib.crc32(part)) for part in (head, data))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def test_a_picture_stands_beside_words_that_stay_large(tmp_path: Path) -> None:
    with piloted(tmp_path, paints=True, loaded=deck_of(WITH_PICTURE)) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        page = pilot.picture
        (photo,) = photos(page)
        assert Path(photo.file).is_file()
        words = [item for item in texts(page) if item.text.startswith(("Un banc,", "Vingt"))]
        assert words
        assert all(item.style.size >= LEAST for item in words)
        assert all(item.x + pilot.painter.width(item.text, item.style) < photo.rect.x for item in words)


def test_a_picture_is_drawn_as_large_as_its_place_and_not_stretched(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    red = pygame.Surface((40, 20))
    red.fill("#FF0000")
    pygame.image.save(red, file)
    surface = pygame.Surface((200, 200))
    make_painter().paint(
        surface, Picture("#FFFFFF", (Photo(Rect(0, 0, 200, 200), str(file), "Rouge", "#000000"),)), 1.0
    )
    assert surface.get_at((100, 100)) == surface.get_at((5, 60)) == surface.get_at((195, 140)) == (255, 0, 0, 255)
    assert surface.get_at((100, 40)) == surface.get_at((100, 160)) == (255, 255, 255, 255)


def test_a_picture_that_is_missing_is_told_in_its_place() -> None:
    page = card_picture(view(picture=picture_of()), look(), 0)
    assert "Un banc de bois vide." in " ".join(item.text for item in texts(page)).replace("\u00a0", " ")
    surface = pygame.Surface((1920, 1080))
    make_painter().paint(surface, page, 1.0)


def test_a_picture_whose_pixels_are_broken_leaves_a_frame(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(png(40, 20, b"no pixels"))
    assert shown_image(tmp_path, "x.png"), "its header is good: only its pixels are broken"
    surface = pygame.Surface((200, 200))
    make_painter().paint(
        surface, Picture("#FFFFFF", (Photo(Rect(20, 20, 160, 160), str(file), "Rien", "#000000"),)), 1.0
    )
    assert any(surface.get_at((x, 21)) == (0, 0, 0, 255) for x in range(60, 140)), "a dashed frame"


def test_a_hundred_million_pixels_are_refused_by_the_first_bytes_of_the_file(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(png(10_000, 10_000))
    assert shown_image(tmp_path, "x.png") == ""
    library = shipped().library
    card = library.cards[WITH_PICTURE].model_copy(update={"image": "x.png"})
    faces = LibraryFaces(replace(library, root=tmp_path, cards={card.id: card}))
    assert faces.image(card.id) == ""


def test_the_description_is_read_aloud_after_the_words() -> None:
    shown = view(picture=picture_of("x.png"))
    page = card_picture(shown, look(), 0)
    read = found(passages(shown), page.base)
    assert " ".join(said_words(read[-1])).replace("\u00a0", " ") == "Image : Un banc de bois vide."
    assert all(lit(place, look().measure) == () for place in read[-1].places), "nothing lights up: it is not written"


def test_a_screen_reader_says_what_the_picture_shows() -> None:
    page = card_picture(view(picture=picture_of("x.png")), look(), 0)
    told = [part.text for part in parts(page, look().measure, Rect(0, 0, 1920, 1080)) if isinstance(part, Words)]
    assert "Un banc de bois vide." in told


@pytest.mark.parametrize("lines", [2, 4, 6, 9])
@pytest.mark.parametrize("least", [0.0, 64.0, 90.0])
def test_a_picture_costs_a_page_of_its_own_at_most_and_no_word(lines: int, least: float) -> None:
    text = "\n".join(f"Une phrase {number} longue comme un jour de pluie." for number in range(lines))
    alone, beside = view(text=text), view(text=text, picture=picture_of("x.png"))
    large = look(least=least)
    pages = card_pages(beside, large)
    assert pages - card_pages(alone, large) in (0, 1)
    shown = [card_picture(beside, large, page) for page in range(pages)]
    written = "".join(item.text.replace(" ", "") for page in shown for item in texts(page))
    assert all(line.replace(" ", "") in written for line in text.splitlines())
    assert len(photos(shown[-1])) == 1
    assert all(item.style.size >= max(LEAST, least) for page in shown for item in texts(page) if "phrase" in item.text)


def test_words_too_long_for_a_neighbour_leave_the_picture_the_last_page() -> None:
    text = "\n".join(f"Une phrase {number} longue comme un jour de pluie." for number in range(7))
    beside = view(text=text, picture=picture_of("x.png"))
    found_on = [bool(photos(card_picture(beside, look(), page))) for page in range(card_pages(beside, look()))]
    assert found_on == [False, True]


def test_a_window_goes_on_while_a_picture_is_read_and_shows_it_once_it_is_there(tmp_path: Path) -> None:
    file = tmp_path / "x.png"
    red = pygame.Surface((40, 40))
    red.fill("#FF0000")
    pygame.image.save(red, file)
    come = threading.Event()
    painter = Painter(assets_folder() / "fonts", assets_folder() / "icons", photos=Photos(come.set))
    surface = pygame.Surface((100, 100))
    page = Picture("#FFFFFF", (Photo(Rect(0, 0, 100, 100), str(file), "Rouge", "#000000"),))
    painter.paint(surface, page, 1.0)
    assert come.wait(10)
    assert painter.paint(surface, page, 1.0) or surface.get_at((50, 50)) == (255, 0, 0, 255)
    assert surface.get_at((50, 50)) == (255, 0, 0, 255)
    assert not painter.is_due
    assert painter.paint(surface, page, 1.0) == []


def test_a_figure_is_people_of_which_some_are_full_and_says_its_source_at_once(tmp_path: Path) -> None:
    loaded = deck_of(FIGURE)
    with piloted(tmp_path, paints=True, loaded=loaded) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        page = pilot.picture
        card = loaded.library.cards[pilot.state.game.card]
        (figure,) = figures_in(card.text)
        heads = [item for item in page.base if isinstance(item, Disc)]
        assert len(heads) == figure.people
        full = [head for head in heads if head.fill == loaded.library.themes[card.theme].colour]
        assert len(full) == figure.full
        thick, thin = {head.stroke_width for head in full}, {head.stroke_width for head in heads if head not in full}
        assert min(thick) > max(thin), "colours may be lost: the edge tells them apart"
        fact = loaded.library.facts[card.facts[0]]
        written = " ".join(item.text for item in texts(page)).replace("\u00a0", " ")
        assert f"{fact.as_of}" in written
        assert fact.source_title.split()[0] in written


def test_no_more_people_than_the_place_holds() -> None:
    for text in ("1 sur 2", "19 sur 20", "6 sur 100", "2 hommes sur 3, et 3 femmes sur 4"):
        page = card_picture(view(kind="chiffre", text=text), look(), 0)
        panel = max((item.rect for item in page.base if isinstance(item, Box)), key=lambda rect: rect.w * rect.h)
        for item in page.base:
            if isinstance(item, Disc):
                assert panel.x < item.x - item.radius
                assert panel.right > item.x + item.radius
                assert panel.y < item.y - item.radius


@pytest.mark.parametrize("kind", ["defi", "question", "mot"])
def test_only_a_card_of_that_kind_shows_people(kind: str) -> None:
    page = card_picture(view(kind=kind, text="Environ 3 personnes sur 10."), look(), 0)
    assert not [item for item in page.base if isinstance(item, Disc)]


def test_the_voice_is_asked_for_the_description(tmp_path: Path) -> None:
    with piloted(tmp_path, paints=True, loaded=deck_of(WITH_PICTURE)) as pilot:
        voice = FakeVoice()
        pilot.desk.voice = voice  # type: ignore[assignment]  # what the scenes ask of a voice
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        pilot.press("l")
        assert "Un banc de bois vide, dans l’herbe" in voice.read_texts[-1][0]


def test_the_facilitator_reads_what_the_picture_shows(tmp_path: Path) -> None:
    with piloted(tmp_path, paints=True, loaded=deck_of(WITH_PICTURE)) as pilot:
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        notes = notes_of(pilot.state, pilot.desk.faces, pilot.state.game.card)
        assert notes.image.startswith("Un banc de bois vide")
        chance = seeded(1)
        seen = facilitator_view(pilot.state, pilot.desk.faces, pilot.clock.now().timestamp(), "2026-11-20", chance)
        items = [item for part in card_parts(Column(seen, 900.0, look())) for item in part.draw(0.0, 0.0)[0]]
        written = " ".join(item.text for item in items if isinstance(item, Text))
        assert "Un banc de bois vide" in written
