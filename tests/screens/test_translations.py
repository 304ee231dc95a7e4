"""Cards in other languages: beside French or instead of it, right to left where it is read so, kept by the session."""

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest
from pilot import Pilot, piloted, plain, watched_painter
from reading import FakeVoice, deck_of, pick

from game.drawing.drawlist import Icon, Picture, Text
from game.drawing.script import is_rtl
from game.drawing.theme import TextStyle
from game.places import assets_folder
from game.rules import Phase
from game.screens.lettering import Lettering
from game.session.commands import ShowLanguage

TITLE = "ثلاثة أنفاس"
QUESTION = "ما الذي يهدّئكم خلال اليوم؟"


@pytest.fixture
def on_card(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Pilot]:
    """Begin a session and draw a card that is translated."""
    with piloted(tmp_path, loaded=deck_of(getattr(request, "param", "trois-respirations"))) as pilot:
        pilot.desk.voice = FakeVoice()  # type: ignore[assignment]  # what the scenes ask of a voice
        pilot.begin()
        pilot.to_board()
        pilot.to_phase(Phase.CARD)
        yield pilot


def choose(pilot: Pilot, label: str) -> None:
    pilot.press("m")
    pick(pilot, "Langue des cartes")
    pick(pilot, label)


def lines(pilot: Pilot) -> list[Text]:
    return [item for item in pilot.picture.base if isinstance(item, Text)]


def ink(surface: pygame.Surface) -> pygame.Rect:
    """Return the place of all that is drawn on a transparent surface."""
    return surface.get_bounding_rect(min_alpha=40)


def test_both_languages_show_side_by_side_french_on_the_left(on_card: Pilot) -> None:
    choose(on_card, "Français et arabe, côte à côte")
    middle = 1920 / 2
    french, arabic = (
        next(item for item in lines(on_card) if item.text == text) for text in ("Trois respirations", TITLE)
    )
    assert (french.anchor, arabic.anchor) == ("left", "right")
    assert french.x < middle < arabic.x
    edges = {item.x for item in lines(on_card) if is_rtl(item.text)}
    assert len(edges) == 1, "every Arabic line begins at the right edge"


def test_a_language_shows_instead_of_french(on_card: Pilot) -> None:
    choose(on_card, "Arabe, sans le français")
    assert on_card.sees(QUESTION)
    assert not on_card.sees("respirations")
    question = next(item for item in lines(on_card) if item.text == QUESTION)
    icon = next(item for item in on_card.picture.base if isinstance(item, Icon) and item.name == "chats-circle")
    assert question.anchor == "right"
    assert icon.rect.x > question.x, "the sign of the question stands before it: at its right"


def test_left_to_right_languages_keep_their_side(on_card: Pilot) -> None:
    choose(on_card, "Anglais, sans le français")
    assert on_card.sees("Three breaths")
    assert all(item.anchor == "left" for item in lines(on_card) if "breath" in item.text)


def test_french_comes_back(on_card: Pilot) -> None:
    choose(on_card, "Arabe, sans le français")
    choose(on_card, "Français")
    assert on_card.sees("Trois respirations")
    assert not on_card.sees(TITLE)


def test_going_back_keeps_the_language_and_a_session_that_resumes_too(on_card: Pilot, tmp_path: Path) -> None:
    choose(on_card, "Français et arabe, côte à côte")
    on_card.press("pageup")
    assert on_card.state.language == "ar"
    on_card.desk.close()
    with piloted(tmp_path, loaded=deck_of("trois-respirations")) as again:
        again.press("r")
        assert again.state.language == "ar"


@pytest.mark.parametrize("on_card", ["des-lunettes-sans-payer"], indirect=True)
def test_choices_and_the_answer_show_in_both_languages_once_it_is_revealed(on_card: Pilot) -> None:
    choose(on_card, "Français et anglais, côte à côte")
    assert on_card.sees("No, never")
    assert on_card.sees("Non, jamais")
    while not on_card.state.game.is_revealed:
        assert not on_card.sees("top-up insurance")
        on_card.press("space")
    assert on_card.sees("top-up")
    assert on_card.sees("mutuelle dite responsable")
    assert on_card.sees("Source :")
    assert not on_card.sees("No, never")


def test_a_card_without_this_language_shows_in_french(on_card: Pilot) -> None:
    on_card.play.give(ShowLanguage("es", is_alone=True), on_card.opened.session.now)
    on_card.step()
    assert on_card.sees("Trois respirations")


def test_the_voice_reads_each_language_in_its_own_voice(on_card: Pilot) -> None:
    choose(on_card, "Français et arabe, côte à côte")
    voice = on_card.desk.voice
    assert isinstance(voice, FakeVoice)
    on_card.press("l")
    voice.is_speaking = False
    on_card.step()
    (french, fr, _), (arabic, ar, _) = voice.read_texts
    assert (fr, ar) == ("fr", "ar")
    assert french.startswith("Trois respirations.")
    assert arabic.startswith(f"{TITLE}.")
    voice.hear("أنفاس")
    on_card.step()
    marked = on_card.picture.moving[-1]
    assert isinstance(marked, Text)
    title = next(item for item in lines(on_card) if item.text == TITLE)
    left = title.x - on_card.painter.width(TITLE, title.style)
    assert marked.text == "أنفاس"
    assert marked.x == pytest.approx(left), "the second word is the leftmost one"


@pytest.fixture
def lettering() -> Lettering:
    pygame.font.init()
    return Lettering(assets_folder() / "fonts")


def test_the_first_arabic_word_is_drawn_at_the_right_and_letters_join(lettering: Lettering) -> None:
    first, line = "ثلاثة", TITLE
    alone, _ = lettering.render(first, "regular", 80, "#000000")
    whole, _ = lettering.render(line, "regular", 80, "#000000")
    right = whole.subsurface(
        whole.get_rect(left=0).move(whole.get_width() - alone.get_width(), 0).clip(whole.get_rect())
    )
    assert pygame.image.tobytes(right, "RGBA") == pygame.image.tobytes(alone, "RGBA")
    apart = sum(lettering.width(letter, "regular", 80) for letter in first)
    assert lettering.width(first, "regular", 80) < 0.9 * apart, "letters that join are narrower"


def test_a_number_in_an_arabic_line_is_not_turned_over(lettering: Lettering) -> None:
    line, _ = lettering.render("رقم 115", "regular", 80, "#000000")
    number, _ = lettering.render("115", "regular", 80, "#000000")
    box = ink(number)
    there = line.subsurface((0, 0, number.get_width(), line.get_height()))
    place = ink(there)
    assert place.size == box.size
    assert pygame.image.tobytes(there.subsurface(place), "RGBA") == pygame.image.tobytes(number.subsurface(box), "RGBA")


@pytest.mark.parametrize("text", [TITLE, "كرّروا ذلك ثلاث مرات، كلٌّ على مهله.", "Добрий день", "Trois respirations"])
def test_a_line_is_as_wide_as_it_is_measured_in_every_script(lettering: Lettering, text: str) -> None:
    for face in ("title", "regular", "semibold", "bold"):
        assert lettering.render(text, face, 64, "#000000")[0].get_width() == lettering.width(text, face, 64)


def test_tall_letters_are_drawn_whole_and_on_the_line_of_the_others() -> None:
    painter = watched_painter()
    painter.scale = 1.0
    surface = pygame.Surface((900, 300))
    style = TextStyle("regular", 64)
    painter.paint(surface, Picture("#FFFFFF", (Text(880, 100, "كلٌّ على مهله", style, "#000000", "right"),)), 1.0)
    mask = pygame.mask.from_threshold(surface, (0, 0, 0), (90, 90, 90))
    drawn = mask.get_bounding_rects()
    top, bottom = min(rect.top for rect in drawn), max(rect.bottom for rect in drawn)
    assert top > 64, "no higher than half a line above its box"
    assert bottom < 100 + 1.35 * 64, "no lower than the next line of a card begins"


def test_words_of_the_menu_name_the_languages_of_the_deck(on_card: Pilot) -> None:
    on_card.press("m")
    pick(on_card, "Langue des cartes")
    text = plain(on_card.text_on_screen())
    for name in ("Français", "arabe", "anglais"):
        assert name in text
