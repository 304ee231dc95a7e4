import pytest
from desk import BULLETIN, CV, THEMES, FakeCard, FakeDesk, click, press, said
from fakeproofs import FakeProofs, proof_of

from game.screens.desk import CardEntry
from game.screens.proofs import Fault, Proof
from game.screens.scene import Push
from game.screens.scenes.cards import CardsScene
from game.screens.scenes.cards_search import Filters, plain
from game.screens.scenes.preview import PreviewScene

HOUSE = FakeCard("obstacle", "logement", "Le garant", "Le propriétaire veut un garant.\nŒuvrer ensemble\u202f?")
PROOFS = (
    proof_of(CardEntry("cv", CV), THEMES["emploi"], audiences=("pilotes",), sensitivity=1),
    proof_of(CardEntry("bulletin", BULLETIN), THEMES["emploi"], audiences=("entreprises", "public")),
    proof_of(CardEntry("garant", HOUSE), THEMES["logement"], audiences=("pilotes", "public"), sensitivity=2),
)


class Browsed(FakeDesk):
    """A desk whose cards a test may save."""

    def __init__(self) -> None:
        super().__init__()
        self.live = FakeProofs(PROOFS)

    def proofs(self) -> FakeProofs:
        return self.live


@pytest.fixture
def desk() -> Browsed:
    return Browsed()


@pytest.fixture
def scene(desk: Browsed) -> CardsScene:
    return CardsScene(desk)


def chosen(scene: CardsScene, key: str, *down: str) -> None:
    """Open a list of the browser, go down in it, and choose."""
    step = press(scene, key)
    assert isinstance(step, Push)
    press(step.scene, *down, "enter")


def test_words_are_found_without_their_accents_nor_their_capitals(scene: CardsScene) -> None:
    press(scene, "r", *"PROPRIETAIRE")
    told = said(scene)
    assert "1 carte" in told
    assert "Le garant" in told
    assert "Le trou dans mon CV" not in told


@pytest.mark.parametrize("words", ["oeuvrer", "logement garant", "garant obst", "garan"])
def test_every_word_counts_wherever_it_stands_even_unfinished(scene: CardsScene, words: str) -> None:
    press(scene, "r", *words)
    assert "1 carte" in said(scene)
    assert HOUSE.text.split("\n")[0] in said(scene)


def test_letters_are_words_to_find_until_enter(scene: CardsScene) -> None:
    press(scene, "r")
    assert scene.is_typing
    press(scene, *"t", "space", *"p")
    assert scene.is_typing, "a letter opened a list while one was typing"
    press(scene, "enter")
    assert not scene.is_typing


def test_escape_forgets_the_words_and_e_forgets_all_that_was_asked(scene: CardsScene) -> None:
    press(scene, "r", *"garant", "escape")
    assert "3 cartes" in said(scene)
    press(scene, "r", *"garant", "enter")
    chosen(scene, "s", "end")
    press(scene, "e")
    assert "3 cartes" in said(scene)


def test_backspace_takes_one_letter_back(scene: CardsScene) -> None:
    press(scene, "r", *"garantx")
    assert "Aucune carte ne répond à cela." in said(scene)
    press(scene, "backspace")
    assert "1 carte" in said(scene)


def test_a_kind_an_audience_and_a_sensitivity_can_be_asked_together(scene: CardsScene) -> None:
    chosen(scene, "p", "down")
    assert "2 cartes · Pilotes" in said(scene)
    chosen(scene, "s", "down", "down", "down")
    told = said(scene)
    assert "1 carte · Pilotes · Très sensible" in told
    assert "Le garant" in told
    chosen(scene, "t", "down")
    assert "Aucune carte ne répond à cela." in said(scene)


def test_the_lists_say_how_many_cards_each_choice_leaves(scene: CardsScene) -> None:
    step = press(scene, "p")
    assert isinstance(step, Push)
    told = said(step.scene)
    assert "Tous les publics 3 cartes" in told or "3 cartes" in told
    assert "Grand public" in told
    assert "2 cartes" in told


def test_a_card_that_is_saved_again_shows_its_new_words(desk: Browsed, scene: CardsScene) -> None:
    press(scene, "end")
    changed = FakeCard("obstacle", "logement", "Le garant", "Un voisin se porte garant.")
    desk.live.save(*PROOFS[:2], proof_of(CardEntry("garant", changed), THEMES["logement"]))
    assert "Un voisin se porte garant." in said(scene), "the card that was read is not the one that shows"


def test_what_is_wrong_is_said_under_the_card_and_leads_to_the_card_in_large(desk: Browsed, scene: CardsScene) -> None:
    desk.live.told[PROOFS[0].file] = (Fault("avertissement", 4, 1, "phrase trop longue."), Fault("conseil", 5, 1, "x"))
    assert "Ligne 4 : phrase trop longue." in said(scene)
    step = click(scene, "open")
    assert isinstance(step, Push)
    assert isinstance(step.scene, PreviewScene)
    assert "phrase trop longue." in said(step.scene)
    assert PROOFS[0].file in said(step.scene)


def test_advice_alone_leaves_the_card_in_peace(desk: Browsed, scene: CardsScene) -> None:
    desk.live.told[PROOFS[0].file] = (Fault("conseil", 5, 1, "deux pages."),)
    assert "deux pages." not in said(scene)


def test_what_changed_while_the_card_was_in_large_is_seen_on_the_way_back(desk: Browsed, scene: CardsScene) -> None:
    step = press(scene, "enter")
    assert isinstance(step, Push)
    desk.live.save(*PROOFS[1:])
    said(step.scene)
    assert "2 cartes" in said(scene)


def test_a_file_without_a_card_is_in_the_list_by_its_name(desk: Browsed, scene: CardsScene) -> None:
    desk.live.save(*PROOFS, Proof("content/cards/emploi/brouillon.yaml", level="erreur"))
    press(scene, "end")
    told = said(scene)
    assert "brouillon.yaml" in told
    assert "Rien à montrer" in told


def test_the_answer_of_a_question_is_found_by_nobody() -> None:
    assert not Filters("ne peut pas").keeps(PROOFS[1]), "a search for the answer would show it to the room"


def test_plain_letters_are_what_one_types_in_a_hurry() -> None:
    assert plain("L’Œuvre À Nîmes") == "l'oeuvre a nimes"
