import pytest
from desk import BULLETIN, CV, THEMES, click, look, press, said
from fakeproofs import FakeProofs, proof_of

from game.screens.desk import CardEntry
from game.screens.inputs import Scroll
from game.screens.proofs import Fault, Proof
from game.screens.scene import Pop, Quit
from game.screens.scenes.preview import PreviewScene

EMPLOI = THEMES["emploi"]
FIRST, SECOND = (proof_of(CardEntry(name, card), EMPLOI) for name, card in (("cv", CV), ("bulletin", BULLETIN)))
FAULTS = tuple(Fault("avertissement", line, 1, f"Remarque {line}.", "Raccourcissez.") for line in range(1, 13))


@pytest.fixture
def proofs() -> FakeProofs:
    return FakeProofs((FIRST, SECOND))


def preview(proofs: FakeProofs, *keys: str, **choices: object) -> PreviewScene:
    scene = PreviewScene(proofs, **choices)
    said(scene)
    press(scene, *keys)
    return scene


def test_a_card_shows_as_the_room_sees_it_with_the_name_of_its_file(proofs: FakeProofs) -> None:
    told = said(preview(proofs))
    assert "content/cards/cv.yaml" in told
    assert "Témoignage" in told
    assert "Le trou dans mon CV" in told
    assert "Histoire inspirée · fiction" in told
    assert "Rien à redire." in told
    assert "1 sur 2" in told


def test_what_is_wrong_stands_beside_the_card_with_its_line_and_what_to_do(proofs: FakeProofs) -> None:
    proofs.told[FIRST.file] = (Fault("erreur", 3, 8, "thème inconnu « emplois ».", "Écrivez « emploi »."),)
    told = said(preview(proofs))
    assert "1 erreur" in told
    assert "Erreur · ligne 3" in told
    assert "thème inconnu « emplois »." in told
    assert "Écrivez « emploi »." in told


def test_a_save_is_drawn_at_the_next_look(proofs: FakeProofs) -> None:
    scene = preview(proofs)
    assert "Peut-il en garder une copie" not in said(scene)
    proofs.save(SECOND)
    assert "Peut-il en garder une copie" in said(scene)


def test_the_last_good_version_says_that_it_is_one(proofs: FakeProofs) -> None:
    scene = preview(proofs)
    proofs.save(Proof(FIRST.file, FIRST.id, CV, EMPLOI, is_stale=True, level="erreur"), SECOND)
    told = said(scene)
    assert "Le fichier a une erreur : voici la dernière version qui se lit." in told
    assert "Le trou dans mon CV" in told


def test_a_file_without_any_good_card_shows_its_faults_alone(proofs: FakeProofs) -> None:
    proofs.save(Proof("content/cards/x.yaml", level="erreur"))
    proofs.told["content/cards/x.yaml"] = (Fault("erreur", 1, 1, "ce fichier est vide."),)
    told = said(preview(proofs))
    assert "Pas encore de carte à montrer ici." in told
    assert "ce fichier est vide." in told


def test_an_empty_folder_says_what_to_do() -> None:
    scene = preview(FakeProofs(()), "right", "space", "down", "end")
    assert "Enregistrez un fichier YAML dans ce dossier." in said(scene)


def test_arrows_go_from_card_to_card_and_stop_at_the_ends(proofs: FakeProofs) -> None:
    scene = preview(proofs, "right")
    assert "content/cards/bulletin.yaml" in said(scene)
    press(scene, "right", "right")
    assert "2 sur 2" in said(scene)
    press(scene, "left", "left")
    assert "1 sur 2" in said(scene)


def test_a_clicker_goes_from_card_to_card(proofs: FakeProofs) -> None:
    scene = preview(proofs, "pagedown")
    assert "2 sur 2" in said(scene)
    press(scene, "pageup")
    assert "1 sur 2" in said(scene)


def test_one_stays_on_the_same_card_when_others_come_before_it(proofs: FakeProofs) -> None:
    scene = preview(proofs, "right")
    third = proof_of(CardEntry("avant", CV), EMPLOI)
    proofs.save(third, FIRST, SECOND)
    told = said(scene)
    assert "content/cards/bulletin.yaml" in told
    assert "3 sur 3" in told


def test_one_stays_on_the_same_file_when_the_id_of_its_card_changes(proofs: FakeProofs) -> None:
    scene = preview(proofs, "right")
    proofs.save(FIRST, Proof(SECOND.file, "autre-id", BULLETIN, EMPLOI))
    assert "content/cards/bulletin.yaml" in said(scene)


def test_space_turns_to_the_answer_where_nobody_else_looks(proofs: FakeProofs) -> None:
    scene = preview(proofs, "right")
    assert BULLETIN.explanation not in said(scene)
    press(scene, "space")
    assert BULLETIN.explanation in said(scene)
    press(scene, "space")
    assert BULLETIN.explanation not in said(scene)


def test_the_answer_never_shows_where_the_room_may_look(proofs: FakeProofs) -> None:
    scene = preview(proofs, "right", has_notes=False)
    for _ in range(4):
        assert BULLETIN.explanation not in said(scene)
        press(scene, "space")


def test_remarks_that_do_not_fit_come_with_the_arrow_or_the_wheel(proofs: FakeProofs) -> None:
    proofs.told[FIRST.file] = FAULTS
    scene = preview(proofs)
    assert "Remarque 12." not in said(scene)
    assert "Encore" in said(scene)
    press(scene, *["down"] * 20)
    assert "Remarque 12." in said(scene)
    scene.handle(Scroll(-1), 0)
    assert "Remarque 11." in said(scene)


def test_a_click_does_what_its_key_does(proofs: FakeProofs) -> None:
    scene = preview(proofs)
    assert click(scene, "right") is None
    assert "2 sur 2" in said(scene)
    assert click(scene, "page") is None
    assert BULLETIN.explanation in said(scene)
    assert click(scene, "back") == Pop()


def test_escape_ends_the_command_and_leaves_the_browser(proofs: FakeProofs) -> None:
    assert press(preview(proofs), "escape") == Pop()
    assert press(preview(proofs, is_alone=True), "escape") == Quit()


@pytest.mark.parametrize("width", [1440, 1920, 2560])
def test_nothing_is_drawn_out_of_the_window(proofs: FakeProofs, width: float) -> None:
    proofs.told[FIRST.file] = FAULTS
    picture = PreviewScene(proofs).picture(look(width), 0)
    for spot in picture.spots:
        assert spot.rect.x >= 0
        assert spot.rect.right <= width
        assert spot.rect.bottom <= 1080
