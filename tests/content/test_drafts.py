from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from shop import Shop

from game.cli import main as cli
from game.content import drafts
from game.content.authoring import Workshop
from game.content.cards import Card
from game.content.drafts import DraftError, Proposal, accept, draft_files, find_draft, set_aside, write_draft
from game.content.entries import entries_of
from game.content.load import load
from game.content.yamlnodes import read

ON = date(2026, 11, 23)
DEED = Proposal("defi", "emploi", "Dire merci", "Dites merci à quelqu'un. Souriez !", ON)
LIVED = Proposal("temoignage", "emploi", "", "Un voisin m'a prêté son vélo.", ON)
CONSENTED = "consentement:\n  auteur: T-007\n  date: 2026-11-23\n  publics: [pilotes]\n  jusqu-au: 2028-11-23\n"

Permis = Callable[..., tuple[int, str]]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "brouillons"


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Permis:
    def run(*arguments: str) -> tuple[int, str]:
        code = cli.main(["--donnees", str(tmp_path), *arguments])
        out, err = capsys.readouterr()
        return code, (out + err).replace("\u00a0", " ").replace("\u202f", " ")

    return run


def taken(draft: Path, shop: Shop) -> Path:
    return accept(draft, Workshop(shop.root, shop.root))


def test_a_proposal_is_a_card_that_the_checker_can_read(folder: Path) -> None:
    file = write_draft(folder, DEED)
    [entry] = entries_of(read("x", file.read_bytes()), Card).good
    assert (entry.model.id, entry.model.kind, entry.model.theme) == ("dire-merci", "defi", "emploi")
    assert entry.model.text == "Dites merci à quelqu’un.\nSouriez\u202f!", "one sentence a line, in French typography"


def test_a_draft_says_its_day_and_reminds_of_names(folder: Path) -> None:
    file = write_draft(folder, DEED)
    assert file.name == "2026-11-23_dire-merci.yaml"
    text = file.read_text(encoding="utf-8")
    assert "23 novembre 2026" in text
    assert "aucun nom" in text


def test_two_proposals_with_the_same_title_are_both_kept(folder: Path) -> None:
    assert write_draft(folder, DEED) != write_draft(folder, DEED)
    assert len(draft_files(folder)) == 2


def test_a_title_that_is_no_name_of_a_file_is_no_danger(folder: Path) -> None:
    file = write_draft(folder, Proposal("defi", "emploi", "../../etc : [x] # {y}", "Texte.", ON))
    assert file.parent == folder
    assert write_draft(folder, Proposal("defi", "emploi", "?!", "Texte.", ON)).name == "2026-11-23_carte.yaml"
    for path in draft_files(folder):
        assert len(entries_of(read("x", path.read_bytes()), Card).good) == 1


def test_an_accepted_draft_is_in_the_deck_with_its_comments_and_no_longer_a_draft(folder: Path, shop: Shop) -> None:
    file = write_draft(folder, DEED)
    words = file.read_bytes()
    assert taken(file, shop) == shop.root / "cards/emploi/dire-merci.yaml"
    assert (shop.root / "cards/emploi/dire-merci.yaml").read_bytes() == words
    assert "dire-merci" in load(shop.root).library.cards
    assert draft_files(folder) == ()


def test_a_testimony_waits_for_its_consent(folder: Path, shop: Shop) -> None:
    file = write_draft(folder, LIVED)
    with pytest.raises(DraftError, match="consentement de son auteur"):
        taken(file, shop)
    assert file.exists()
    file.write_text(file.read_text(encoding="utf-8") + CONSENTED, encoding="utf-8")
    taken(file, shop)
    assert load(shop.root).library.cards["un-voisin-m-a-prete-son"].consent is not None


def test_the_consent_to_fill_in_is_written_there_as_a_comment(folder: Path, shop: Shop) -> None:
    file = write_draft(folder, LIVED)
    lines = file.read_text(encoding="utf-8").splitlines()
    start = next(index for index, line in enumerate(lines) if line.startswith("# consentement:"))
    filled = [line.removeprefix("# ") if index >= start else line for index, line in enumerate(lines)]
    file.write_text("\n".join(filled) + "\n", encoding="utf-8")
    taken(file, shop)


def test_a_draft_with_an_error_stays_and_the_error_is_located(folder: Path, shop: Shop) -> None:
    file = write_draft(folder, Proposal("defi", "logements", "Un toit", "Une phrase.", ON))
    with pytest.raises(DraftError, match=r"un-toit\.yaml:\d+:\d+"):
        taken(file, shop)
    assert file.exists()
    assert not (shop.root / "cards/logements").exists()


def test_a_card_of_the_deck_is_never_written_over(folder: Path, shop: Shop) -> None:
    shop.write("cards/emploi/dire-merci.yaml", "id: dire-merci\ntype: defi\ntheme: emploi\ntexte: Déjà là.\n")
    with pytest.raises(DraftError, match="déjà dans le jeu"):
        taken(write_draft(folder, DEED), shop)
    shop.write("cards/liste.yaml", (shop.root / "cards/emploi/dire-merci.yaml").read_bytes())
    (shop.root / "cards/emploi/dire-merci.yaml").unlink()
    with pytest.raises(DraftError, match="déjà dans le jeu"):
        taken(find_draft(folder, "dire-merci"), shop)


def test_a_disk_that_refuses_leaves_the_draft(folder: Path, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_draft(folder, DEED)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(drafts, "write_together", full)
    with pytest.raises(DraftError, match="plus de place sur le disque"):
        taken(file, shop)
    assert file.exists()


def test_a_draft_set_aside_is_not_lost(folder: Path) -> None:
    file = write_draft(folder, DEED)
    assert set_aside(file).read_bytes()
    assert draft_files(folder) == ()


def test_the_command_lists_shows_accepts_and_sets_aside(permis: Permis, folder: Path, shop: Shop) -> None:
    assert permis("brouillons")[1].startswith("Aucun brouillon dans")
    write_draft(folder, DEED)
    write_draft(folder, LIVED)
    told = permis("brouillons")[1]
    assert "2 brouillons" in told
    assert "2026-11-23_dire-merci" in told
    assert "titre: Dire merci" in permis("brouillons", "merci")[1]
    code, told = permis("brouillons", "merci", "--accepter", "--dossier", str(shop.root))
    assert code == 0
    assert "cards/emploi/dire-merci.yaml" in told.replace("\\", "/")
    assert permis("brouillons", "voisin", "--ecarter")[0] == 0
    assert permis("brouillons")[1].startswith("Aucun brouillon dans")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rien",), "Aucun brouillon « rien »."),
        (("2026",), "Plusieurs brouillons"),
        (("--accepter",), "Dites quel brouillon"),
        (("merci", "--accepter", "--ecarter"), "Choisissez --accepter ou --ecarter."),
        (("voisin", "--accepter"), "consentement de son auteur"),
    ],
)
def test_what_the_command_cannot_do_is_said(
    permis: Permis, folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    write_draft(folder, DEED)
    write_draft(folder, LIVED)
    code, told = permis("brouillons", *arguments)
    assert code == 1
    assert said in told
