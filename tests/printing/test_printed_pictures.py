"""Pictures, figures as people and other languages on printed cards."""

from pathlib import Path

import pygame
import pytest
from paper import fonts, needs_poppler, pictures, texts, tight
from printable import Deck, shipped

from game.cli.main import main
from game.content.library import Library
from game.places import assets_folder
from game.printing.cards import Making, print_cards
from game.printing.pages import Printed


def made(library: Library, language: str = "") -> Printed:
    return print_cards(assets_folder(), library, tuple(library.cards.values()), Making(language=language))


def drawn(deck: Deck, name: str, size: tuple[int, int] = (60, 40)) -> None:
    """Put a picture in the content folder."""
    file = deck.root / "images" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    surface = pygame.Surface(size)
    surface.fill("#000000")
    pygame.image.save(surface, file)


@needs_poppler
@pytest.mark.parametrize("name", ["x.png", "x.jpg"])
def test_a_picture_is_printed_on_the_front_alone(deck: Deck, tmp_path: Path, name: str) -> None:
    drawn(deck, name)
    deck.card("une", image=f"images/{name}", description="Un mur noir.")
    found = made(deck.library())
    assert found.lacking == ()
    front, back = pictures(found.pdf, tmp_path, 30)
    assert (front < 40).sum() > 4 * (back < 40).sum() + 200, "a black picture"
    assert "Un mur noir" not in texts(found.pdf)[0]


@pytest.mark.parametrize("content", [None, b"", b"not a picture", b"\x89PNG\r\n\x1a\n cut"])
def test_a_picture_that_cannot_be_shown_leaves_its_words(deck: Deck, content: bytes | None) -> None:
    if content is not None:
        (deck.root / "images").mkdir()
        (deck.root / "images" / "x.png").write_bytes(content)
    deck.card("une", titre="Le mur", image="images/x.png", description="Un mur noir.")
    deck.card("deux", titre="Sans image")
    found = made(deck.library())
    assert found.lacking == ("Le mur",)
    assert tight("Image : Un mur noir.") in tight(texts(found.pdf)[0])


def test_the_command_tells_which_picture_is_missing(
    deck: Deck, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deck.card("une", titre="Le mur", image="images/x.png", description="Un mur noir.")
    assert main(["imprimer", "cartes", "--contenu", str(deck.root), "--vers", str(tmp_path / "c.pdf")]) == 0
    told = capsys.readouterr().err.replace("\u00a0", " ")
    assert "Sans leur image, introuvable ou abîmée : « Le mur »." in told


@needs_poppler
def test_a_figure_is_printed_as_people(deck: Deck, tmp_path: Path) -> None:
    deck.card("une", text="Environ 9 personnes sur 10.", type="chiffre")
    with_people = pictures(made(deck.library()).pdf, tmp_path, 40)[0]
    deck.card("une", text="Environ 9 personnes sur 10.", type="defi")
    without = pictures(made(deck.library()).pdf, tmp_path, 40)[0]
    assert (with_people < 90).sum() > (without < 90).sum() + 150


def test_a_figure_says_its_source_and_its_year_on_its_front() -> None:
    library = shipped()
    card = library.cards["chiffre-travailler-en-prison"]
    pdf = print_cards(assets_folder(), library, (card,)).pdf
    fact = library.facts[card.facts[0]]
    assert tight(fact.source_title) in tight(texts(pdf)[0])
    assert str(fact.as_of) in texts(pdf)[0]


def test_a_front_in_another_language_has_its_back_in_french() -> None:
    library = shipped()
    card = library.cards["trois-respirations"]
    english = card.translations["en"]
    pdf = print_cards(assets_folder(), library, (card,), Making(language="en")).pdf
    front, back = texts(pdf)
    assert tight(english.title) in tight(front)
    assert tight(card.question) not in tight(front)
    assert tight(card.prompts[0]) in tight(back)


def test_arabic_is_written_from_the_right_with_its_own_typeface_inside() -> None:
    library = shipped()
    pdf = print_cards(assets_folder(), library, (library.cards["trois-respirations"],), Making(language="ar")).pdf
    assert any("\u0600" <= letter <= "\u06ff" or "\ufb50" <= letter <= "\ufeff" for letter in texts(pdf)[0])
    inside = dict(fonts(pdf))
    assert any("Arabic" in name for name in inside), inside
    assert all(inside.values())


@pytest.fixture
def translated(deck: Deck) -> Deck:
    deck.card("une", titre="Bonjour", traductions="{en: {titre: Hello, texte: Say hello.}}")
    deck.card("deux", titre="Autre")
    return deck


def test_only_translated_cards_are_printed_in_a_language(translated: Deck, tmp_path: Path) -> None:
    file = tmp_path / "c.pdf"
    arguments = ["cartes", "--langue", "EN", "--contenu", str(translated.root), "--vers", str(file)]
    assert main(["imprimer", *arguments]) == 0
    front = texts(file.read_bytes())[0]
    assert "Hello" in front
    assert "Say hello." in front
    assert "Autre" not in front


@pytest.mark.parametrize(
    ("what", "language", "expected"),
    [
        ("cartes", "zh", "Aucune carte n’est traduite en « zh ». Langues du paquet : en."),
        ("plateau", "en", "Seules les cartes s’impriment dans une autre langue"),
    ],
)
def test_a_language_that_is_not_there_is_refused(
    translated: Deck, capsys: pytest.CaptureFixture[str], what: str, language: str, expected: str
) -> None:
    assert main(["imprimer", what, "--langue", language, "--contenu", str(translated.root)]) == 1
    assert expected in capsys.readouterr().err.replace("\u00a0", " ").replace("\u202f", " ")


def test_french_is_a_language_too(translated: Deck, tmp_path: Path) -> None:
    file = tmp_path / "c.pdf"
    arguments = ["cartes", "--langue", "fr", "--contenu", str(translated.root), "--vers", str(file)]
    assert main(["imprimer", *arguments]) == 0
    assert "Autre" in texts(file.read_bytes())[0]
