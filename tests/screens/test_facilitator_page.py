"""Two windows: the facilitator reads what only they may read, and none of it comes to the room's."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest
from decks import questions, warned
from pilot import Pilot, WatchedPainter, piloted, plain, watched_painter

from game.demo.offscreen import Offscreen
from game.drawing.drawlist import Picture, Spot, Text
from game.drawing.geometry import Rect
from game.rules import Phase
from game.screens.inputs import Click
from game.screens.pages.facilitator_page import Noted, facilitator_picture
from game.screens.scene import Look
from game.session.facilitator import notes_of

COUNTDOWN = re.compile(r"Encore \d|Temps prévu|\b\d+:\d\d\b")


class Two:
    """A person with two windows: what each of them shows."""

    def __init__(self, pilot: Pilot) -> None:
        self.pilot = pilot
        self.painter: WatchedPainter = watched_painter()
        self.painter.paints = False
        pilot.stage.open_room(Offscreen((1280, 720)), self.painter)
        pilot.stage.draw()

    @property
    def room(self) -> str:
        """All that is written on the room's window."""
        self.pilot.stage.draw()
        return written(self.painter.picture)

    @property
    def own(self) -> str:
        """All that is written on the facilitator's."""
        self.pilot.stage.draw()
        return self.pilot.text_on_screen()

    def click_in_room(self, label: str) -> None:
        """Click in the room's window."""
        self.pilot.wait(0.4)
        spot = next(spot for spot in self.painter.picture.spots if plain(spot.label) == label)
        scale, (x, y) = self.painter.scale, spot.rect.centre
        self.pilot.stage.give(Click(x * scale, y * scale, in_room=True))
        self.pilot.wait(3.5)


def written(picture: Picture) -> str:
    items = (*picture.base, *picture.moving)
    return plain(" ".join(item.text for item in items if isinstance(item, Text)))


def squeezed(text: str) -> str:
    """Return a text without its spaces and signs, however its lines were broken."""
    return re.sub(r"\W", "", plain(text))


@pytest.fixture
def two(tmp_path: Path) -> Iterator[Two]:
    """Stand on the board, with two windows; all cards are questions without a warning."""
    with piloted(tmp_path, loaded=questions()) as pilot:
        yield on_board(pilot)


@pytest.fixture
def of_warnings(tmp_path: Path) -> Iterator[Two]:
    """Stand there with cards that all have a warning."""
    with piloted(tmp_path, loaded=warned()) as pilot:
        yield on_board(pilot)


@pytest.fixture
def of_all_cards(tmp_path: Path) -> Iterator[Two]:
    """Stand there with the whole shipped deck."""
    with piloted(tmp_path) as pilot:
        yield on_board(pilot)


def on_board(pilot: Pilot) -> Two:
    pilot.begin()
    pilot.to_board()
    return Two(pilot)


def card_of(pilot: Pilot) -> object:
    return pilot.desk.faces.card(pilot.state.game.card)


def test_the_prompts_the_answer_and_its_source_are_for_the_facilitator_alone(two: Two) -> None:
    pilot = two.pilot
    pilot.press("1", "space")
    face = pilot.desk.faces.card(pilot.state.game.card)
    assert face is not None
    assert face.kind == "question"
    own = all_notes(two)
    secrets = (*face.prompts, face.explanation, *pilot.desk.faces.sources(pilot.state.game.card))
    for secret in secrets:
        assert squeezed(secret) in own, f"the facilitator reads: {secret}"
        assert squeezed(secret) not in squeezed(two.room), f"the room does not: {secret}"


def all_notes(two: Two) -> str:
    """Return what the facilitator reads on all pages of the notes."""
    pilot = two.pilot
    pages = [two.own]
    for _ in range(6):
        pilot.press("down", then=0.1)
        pages.append(two.own)
    for _ in range(6):
        pilot.press("up", then=0.1)
    assert pilot.play.drafts.notes_page == 0, "the arrows turn the notes back"
    return squeezed(" ".join(pages))


def test_the_next_card_is_told_and_is_true(of_all_cards: Two) -> None:
    pilot = of_all_cards.pilot
    pilot.press("1")
    assert "Carte suivante" in of_all_cards.own
    told = of_all_cards.own
    pilot.press("space")
    face = pilot.desk.faces.card(pilot.state.game.card)
    assert face is not None
    assert plain(face.title or face.question) in told
    assert "Carte suivante" not in of_all_cards.room


def test_a_whole_session_never_shows_the_room_what_is_not_for_it(of_all_cards: Two) -> None:
    pilot = of_all_cards.pilot
    shown = 0
    for _ in range(400):
        state = pilot.state
        room = squeezed(of_all_cards.room)
        face = pilot.desk.faces.card(state.game.card) if state.game.card else None
        if face is not None and state.is_on_board:
            secrets = [*face.prompts, face.warning]
            if not state.game.is_revealed:
                secrets += [face.explanation] if face.kind == "question" else []
            if state.is_card_hidden:
                secrets += [face.title, face.text, face.question]
            shown += 1
            for secret in filter(None, secrets):
                assert squeezed(secret) not in room, f"the room must not read: {secret}"
        assert not COUNTDOWN.search(of_all_cards.room), f"no time is told to the room: {of_all_cards.room}"
        assert "vous seul·e" not in of_all_cards.room
        if state.is_closed:
            break
        pilot.press("enter" if pilot.play.is_typing else "space", then=40)
    assert shown > 10, "the session went through cards"
    assert pilot.state.is_closed, "and to its end"


def test_the_facilitator_always_has_both_clocks_and_the_acts(two: Two) -> None:
    pilot = two.pilot
    assert "Acte Séance · fin 15:35 45 min 1 h 30" in two.own
    pilot.press("1", "space", then=65)
    assert re.search(r"1:\d\d", two.own), "the stopwatch of the card runs"
    for name in ("Accueil", "Météo", "Jeu", "Débrief", "Clôture", "Les Hérons", "Le Phare", "case 1"):
        assert name in two.own


def test_the_room_sees_a_clock_only_when_it_is_asked_for(two: Two) -> None:
    pilot = two.pilot
    assert not COUNTDOWN.search(two.room)
    pilot.press("t")
    assert "Encore 45 min" in two.room
    pilot.press("1", "space", then=65)
    assert re.search(r"1:\d\d", two.room)
    pilot.press("t")
    assert not COUNTDOWN.search(two.room)
    assert pilot.journal.count(b"clock") == 0, "it is no part of the session"


def test_a_card_with_a_warning_is_read_by_the_facilitator_before_the_room(of_warnings: Two) -> None:
    pilot = of_warnings.pilot
    pilot.press("1", "space")
    assert pilot.state.is_card_hidden
    assert "Une carte arrive." in of_warnings.room
    assert "Sujet sensible" in of_warnings.own
    labels = [plain(spot.label) for spot in pilot.picture.spots]
    assert {"Montrer", "Passer", "Autre carte"} <= set(labels)
    assert same_line(pilot, "Montrer", "Passer", "Autre carte"), "none of the three is in front of the others"
    title = plain(getattr(card_of(pilot), "title", ""))
    assert title
    assert title in of_warnings.own
    assert title not in of_warnings.room
    pilot.press("space")
    assert title in of_warnings.room


def same_line(pilot: Pilot, *labels: str) -> bool:
    places = [pilot.spot(label).rect for label in labels]
    return len({(place.y, place.h, round(place.w)) for place in places}) == 1


@pytest.mark.parametrize(("key", "label"), [("p", "Passer"), ("c", "Autre carte")])
@pytest.mark.parametrize("by_mouse", [False, True])
def test_passing_or_another_card_before_it_is_shown(of_warnings: Two, key: str, label: str, *, by_mouse: bool) -> None:
    pilot = of_warnings.pilot
    pilot.press("1", "space")
    first = pilot.state.game.card
    if by_mouse:
        pilot.click(label)
    else:
        pilot.press(key)
    assert pilot.state.game.card != first
    assert pilot.state.exchanges == ()
    face = pilot.desk.faces.card(first)
    assert face is not None
    assert plain(face.title) not in of_warnings.room


def test_the_word_is_typed_in_the_facilitators_window_and_seen_in_the_rooms(two: Two) -> None:
    pilot = two.pilot
    pilot.press("1", "space", "space", "space")
    assert pilot.state.game.phase is Phase.WORD
    pilot.type("tenir")
    assert "tenir" in two.own
    assert "tenir" in two.room
    assert "Poser la brique" in two.own
    pilot.press("enter")
    assert pilot.state.game.bricks[-1].word == "tenir"


def test_letters_of_a_word_are_text_but_a_button_that_is_clicked_is_not(two: Two) -> None:
    pilot = two.pilot
    pilot.press("1", "space", "space", "space")
    pilot.click("Pause")
    assert pilot.state.is_paused
    assert "Pause" in two.room
    assert "Reprendre" in two.own


def test_what_is_clicked_in_a_window_is_what_that_window_shows(two: Two) -> None:
    pilot = two.pilot
    two.click_in_room("lancer le dé")
    assert pilot.state.game.dice
    pilot.click("Annuler")
    assert not pilot.state.game.dice
    pilot.click("Lancer le dé")
    assert pilot.state.game.dice


def test_every_act_has_a_page_with_one_big_action(two: Two) -> None:
    pilot = two.pilot
    for act in pilot.state.acts:
        pilot.press("g", str(pilot.state.acts.index(act) + 1))
        filled = [spot for spot in pilot.picture.spots if spot.action in ("press:space", "press:enter", "press:d")]
        assert filled, f"{act.kind}: something to do next"
        assert "Ce que voit la salle" in two.own
        assert pilot.picture.mirror is not None


def test_the_mood_is_counted_on_the_facilitators_page(two: Two) -> None:
    pilot = two.pilot
    pilot.press("g", "2")
    pilot.click("Nuages, une de plus")
    pilot.click("Nuages, une de plus")
    pilot.click("Nuages, une de moins")
    assert pilot.state.moods["in"][2] == 1
    assert "1 main levée" in two.own


def test_a_trouble_is_told_to_the_facilitator_and_not_to_the_room(two: Two) -> None:
    pilot = two.pilot
    journal = pilot.opened.session.journal
    journal._durable -= 2  # noqa: SLF001 - as after two writes that the disk refused
    assert "Le disque ne répond plus" in two.own
    assert "Le disque ne répond plus" not in two.room
    journal._durable += 2  # noqa: SLF001
    pilot.press("i", "down", "enter", "enter", "enter", then=0.1)
    pilot.press("1", "space", "i", then=1)
    assert "Une carte est sur la table" in two.own, "so is a key that is refused"
    assert "Une carte est sur la table" not in two.room


def test_every_button_is_named_and_each_name_is_there_once(two: Two) -> None:
    pilot = two.pilot
    for keys in ((), ("1",), ("space",), ("space",), ("space",)):
        pilot.press(*keys)
        spots = pilot.picture.spots
        assert all(spot.label.strip() for spot in spots)
        assert not doubles(spots), doubles(spots)


def doubles(spots: tuple[Spot, ...]) -> list[str]:
    names: dict[str, set[str]] = {}
    for spot in spots:
        names.setdefault(plain(spot.label), set()).add(spot.action)
    return [name for name, actions in names.items() if len(actions) > 1]


def test_drawing_again_without_a_change_makes_no_new_page(two: Two) -> None:
    pilot = two.pilot
    pilot.press("1", "space", then=1)
    pilot.stage.draw()
    base = pilot.picture.base
    pilot.wait(1)
    assert pilot.picture.base is base, "the stopwatch moves over a page that stays"


@pytest.mark.parametrize("size", [(1920, 1080), (1440, 1080)])
def test_every_card_of_the_deck_is_told_whole_and_nothing_is_cut(of_all_cards: Two, size: tuple[int, int]) -> None:
    """On as many pages as it needs, over the actions, which stay where they are."""
    pilot = of_all_cards.pilot
    pilot.press("1", "space")
    look = replace(pilot.stage.main.look(pilot.desk.settings), width=size[0], height=size[1], is_private=True)
    view = pilot.play.windows.private.view(pilot.stage.now)
    for card in pilot.state.opening.cards:
        notes = notes_of(pilot.state, pilot.desk.faces, card.id)
        whole, pages = "", 1
        page = 0
        while page < pages:
            picture, pages = facilitator_picture(replace(view, card=notes), look, Noted(page))
            whole += squeezed(written(picture))
            assert "…" not in written(picture).replace(plain(notes.text), ""), f"{card.id}: nothing is cut"
            assert not overlaps(picture, look), f"{card.id}: notes stay over the actions"
            page += 1
        for words in (notes.title, notes.text, notes.question, notes.explanation, *notes.prompts, *notes.sources):
            assert squeezed(words) in whole, f"{card.id}: {words}"
        for term in notes.terms:
            assert squeezed(term.definition) in whole, f"{card.id}: {term.term}"


def overlaps(picture: Picture, look: Look) -> list[tuple[str, str]]:
    """Return the lines that cover each other."""
    lines = [(item.text, letters(item, look)) for item in picture.base if isinstance(item, Text) and item.text.strip()]
    return [
        (first, second)
        for (first, one), (second, other) in combinations(lines, 2)
        if one.x < other.right - 1 and other.x < one.right - 1 and one.y < other.bottom - 1 and other.y < one.bottom - 1
    ]


def letters(item: Text, look: Look) -> Rect:
    """Return where the letters of a line are, without the air over and under them."""
    width, height = look.measure.width(item.text, item.style), look.measure.line_height(item.style)
    left = item.x - {"left": 0.0, "centre": width / 2, "right": width}[item.anchor]
    return Rect(left, item.y + (height - 0.95 * item.style.size) / 2, width, 0.95 * item.style.size)


def test_eight_teams_have_their_place_and_the_room_its_small_picture(two: Two) -> None:
    pilot = two.pilot
    look = replace(pilot.stage.main.look(pilot.desk.settings), is_private=True)
    view = pilot.play.windows.private.view(pilot.stage.now)
    names = ("Les Hérons", "Les Marins", "Les Bâtisseurs", "Le Phare", "Les Jardiniers", "La Boussole", "Le Pont", "Là")
    teams = tuple(replace(view.teams[0], id=name, name=name, wait=2) for name in names)
    picture, _ = facilitator_picture(replace(view, teams=teams), look)
    text = written(picture)
    assert all(name in text for name in names)
    assert "…" not in text
    assert not overlaps(picture, look)
    assert picture.mirror is not None
    assert picture.mirror.h >= 100, "the room's screen can still be made out"
    assert picture.mirror.bottom <= look.height
