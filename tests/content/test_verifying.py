"""`permis verifier` from end to end: the report, its formats, its exit code, and a memory that is never wrong."""

import json
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from shop import Shop

from game.checks import verifying
from game.checks.card_fit import CardFit
from game.checks.verifying import verify
from game.cli import main as cli
from game.content.cards import Card
from game.content.reading.memory import Memory
from game.session.clock import SystemClock

HERE = Path(__file__).parent
ASSETS = Path(cli.__file__).parents[2] / "assets"
DAY = date(2026, 11, 23)
ADVISED = "id: x\ntype: defi\ntheme: emploi\ntexte: On compte 25 % de sorties.\n"
WARNED = "id: x\ntype: defi\ntheme: emploi\ntexte: Un ex-détenu vous parle.\n"
MISTAKEN = "id: x\ntype: defit\ntheme: emploi\ntexte: Un\n"

Permis = Callable[..., tuple[int, str, str]]


@pytest.fixture
def permis(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Permis:
    def run(*arguments: str) -> tuple[int, str, str]:
        code = cli.main(["--donnees", str(tmp_path / "donnees"), *arguments])
        out, err = capsys.readouterr()
        return code, out, err

    return run


def test_a_deck_with_one_of_each_weakness_gives_its_report() -> None:
    told = verify(HERE / "reread" / "content", ASSETS, DAY)
    expected = (HERE / "reread" / "report.txt").read_text(encoding="utf-8")
    assert "".join(f"{problem}\n" for problem in told) == expected


def test_the_years_of_a_fact_can_be_asked_for(permis: Permis) -> None:
    for years, is_told in (("6", True), ("90", False)):
        _, out, _ = permis("verifier", str(HERE / "reread" / "content"), "--annees", years)
        assert ("le fait «\u00a0ancien\u00a0» date de 2015" in out) is is_told


@pytest.mark.parametrize(
    ("typed", "code"), [(ADVISED, 0), (WARNED, 0), (MISTAKEN, 1)], ids=["advice", "a warning", "an error"]
)
@pytest.mark.parametrize("form", ["texte", "json", "github"])
def test_only_an_error_is_an_exit_code_whatever_the_format(
    permis: Permis, shop: Shop, typed: str, code: int, form: str
) -> None:
    shop.write("cards/x.yaml", typed)
    assert permis("verifier", str(shop.root), "--format", form)[0] == code


def test_the_json_has_the_keys_that_the_help_tells(permis: Permis, shop: Shop) -> None:
    shop.write("cards/x.yaml", MISTAKEN)
    written = json.loads(permis("verifier", str(shop.root), "--format", "json")[1])
    assert written["version"] == 1
    problem = next(one for one in written["problemes"] if one["gravite"] == "erreur")
    assert (problem["fichier"], problem["ligne"], problem["colonne"]) == ("content/cards/x.yaml", 2, 7)
    assert problem["message"].startswith("valeur inconnue")
    assert written["total"]["erreurs"] == 1
    _, aide, _ = permis("verifier", "--aide")
    assert all(key in aide for key in (*problem, *written))


def test_errors_warnings_and_advice_are_told_apart_in_the_same_numbers_in_every_format(permis: Permis) -> None:
    asked = ("verifier", str(HERE / "reread" / "content"), "--format")
    text, forge = (permis(*asked, form)[1].splitlines() for form in ("texte", "github"))
    total = json.loads(permis(*asked, "json")[1])["total"]
    for level, command in (("erreur", "error"), ("avertissement", "warning"), ("conseil", "notice")):
        assert total[f"{level}s"] == sum(f"  {level}  " in line for line in text) > 0
        assert total[f"{level}s"] == sum(line.startswith(f"::{command} file=") for line in forge)
    assert (
        text[-1]
        .replace("\u00a0", " ")
        .endswith(
            f"{total['erreurs']} erreurs, {total['avertissements']} avertissements, {total['conseils']} conseils."
        )
    )


def test_a_forge_is_told_the_file_from_where_it_runs_and_special_signs_are_escaped(
    permis: Permis, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    shop.write("cards/a,b.yaml", ADVISED)
    monkeypatch.chdir(shop.root.parent)
    told = permis("verifier", "content", "--format", "github")[1].splitlines()
    (line,) = (one for one in told if "25" in one)
    assert line.startswith("::notice file=content/cards/a%2Cb.yaml,line=4,col=8::«\u00a025\u00a0%25\u00a0»")
    assert "%0A" in line, "the remedy is on a second line"


def test_corriger_mends_the_files_then_reports_on_them(permis: Permis, shop: Shop) -> None:
    shop.write("cards/x.yaml", "id: x\ntype: defi\ntheme: emploi\ntexte: L'ami ?\n")
    assert "typographie" in permis("verifier", str(shop.root))[1]
    _, out, err = permis("verifier", str(shop.root), "--corriger")
    assert "typographie" not in out
    assert err == "1\u00a0fichier mis au propre\u00a0: cards/x.yaml.\n"
    assert permis("verifier", str(shop.root), "--corriger")[2] == "Rien à mettre au propre.\n"


def test_a_folder_that_is_not_there_is_told_and_nothing_else(permis: Permis, tmp_path: Path) -> None:
    for options in ([], ["--corriger"]):
        code, out, _ = permis("verifier", str(tmp_path / "absent"), *options)
        assert code == 1
        assert "ce dossier n’existe pas." in out


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the ids of the cards that are drawn, as they are."""
    ids: list[str] = []
    draw = CardFit.__call__

    def watched(self: CardFit, card: Card) -> object:
        ids.append(card.id)
        return draw(self, card)

    monkeypatch.setattr(CardFit, "__call__", watched)
    return ids


def test_only_the_card_that_changed_is_drawn_again_and_the_report_is_that_of_a_fresh_check(
    shop: Shop, tmp_path: Path, drawn: list[str]
) -> None:
    shop.write("cards/x.yaml", ADVISED)
    first = verify(shop.root, ASSETS, DAY, cache_folder=tmp_path)
    assert sorted(drawn) == ["bonne", "x"]
    drawn.clear()
    assert verify(shop.root, ASSETS, DAY, cache_folder=tmp_path) == first
    assert drawn == []
    shop.write("cards/x.yaml", "# Une ligne de plus\n" + ADVISED.replace("25", "50"))
    again = verify(shop.root, ASSETS, DAY, cache_folder=tmp_path)
    assert drawn == ["x"]
    assert again == verify(shop.root, ASSETS, DAY)
    assert any("50\u00a0%" in problem.message and problem.line == 5 for problem in again)


def test_a_card_that_only_moves_in_its_file_is_told_at_its_new_line(shop: Shop, tmp_path: Path) -> None:
    shop.write("cards/x.yaml", ADVISED)
    lines = {p.line for p in verify(shop.root, ASSETS, DAY, cache_folder=tmp_path) if "25\u00a0%" in p.message}
    shop.write("cards/x.yaml", "\n\n" + ADVISED)
    moved = {p.line for p in verify(shop.root, ASSETS, DAY, cache_folder=tmp_path) if "25\u00a0%" in p.message}
    assert (lines, moved) == ({4}, {6})


PICTURE = "image: images/x.png\ndescription: Une porte.\n"
FACT = (
    "- {id: f, theme: emploi, fact: Un, as_of: %s, source_title: T, source_url: 'https://x.fr', confidence: high,"
    " scope: x}"
)
TERM = "- {term: %s, definition: Un, source_url: 'https://x.fr'}"
CHANGES: dict[str, Callable[[Shop], None]] = {
    "a theme": lambda shop: shop.write(
        "themes.yaml",
        (shop.root / "themes.yaml").read_text(encoding="utf-8").replace("}", ", data-inclusion: [inconnue]}"),
    ),
    "a picture that comes": lambda shop: shop.write("images/x.png", b"no picture"),
    "another card, that says the same": lambda shop: shop.write(
        "cards/y.yaml", (shop.root / "cards/x.yaml").read_text(encoding="utf-8").replace("id: x", "id: y")
    ),
    "a fact": lambda shop: shop.write("facts.yaml", FACT % "2025"),
    "the glossary": lambda shop: shop.write("glossary.yaml", TERM % "CAF"),
    "a board": lambda shop: shop.write(
        "boards/permis.yaml",
        (shop.root / "boards/permis.yaml")
        .read_text(encoding="utf-8")
        .replace("theme: emploi, id: pas-3", "libre: oui"),
    ),
    "the cards that a board deals": lambda shop: shop.write("cards/y.yaml", ADVISED.replace("id: x", "id: y")),
    "a format": lambda shop: shop.write(
        "formats/court.yaml",
        (shop.root / "formats/court.yaml").read_text(encoding="utf-8").replace("[pilotes]", "[public]"),
    ),
    "a card taken away": lambda shop: (shop.root / "cards/x.yaml").unlink(),
}


@pytest.mark.parametrize("name", CHANGES)
def test_whatever_changes_the_memory_gives_what_a_fresh_check_gives(shop: Shop, tmp_path: Path, name: str) -> None:
    shop.write("facts.yaml", FACT % "2001")
    shop.write("glossary.yaml", TERM % "SPIP")
    shop.write("cards/x.yaml", ADVISED + "question: Que dit la CAF ?\nfaits: [f]\npublics: [pilotes]\n" + PICTURE)
    before = verify(shop.root, ASSETS, DAY, cache_folder=tmp_path)
    CHANGES[name](shop)
    after = verify(shop.root, ASSETS, DAY, cache_folder=tmp_path)
    assert after == verify(shop.root, ASSETS, DAY)
    assert after != before or name == "a format", "the change is one that is told"


def test_another_day_other_years_and_another_checker_are_not_answered_from_memory(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drawn: list[str]
) -> None:
    shop.write("facts.yaml", FACT % "2019")
    shop.write("cards/x.yaml", ADVISED + "faits: [f]\n")
    assert any("2019" in p.message for p in verify(shop.root, ASSETS, DAY, cache_folder=tmp_path))
    for changes in ({"on": date(2025, 11, 23)}, {"on": DAY, "years": 7}):
        told = verify(shop.root, ASSETS, cache_folder=tmp_path, **changes)
        assert not any("2019" in problem.message for problem in told)
    drawn.clear()
    monkeypatch.setattr(verifying, "_version", lambda _: "another")
    verify(shop.root, ASSETS, DAY, cache_folder=tmp_path)
    assert "x" in drawn


@pytest.mark.parametrize("damage", ["cut", "changed", "emptied", "a folder", "deleted"])
def test_a_memory_that_is_damaged_costs_nothing_but_time(shop: Shop, tmp_path: Path, damage: str) -> None:
    shop.write("cards/x.yaml", ADVISED)
    first = verify(shop.root, ASSETS, DAY, cache_folder=tmp_path / "cache")
    (file,) = (tmp_path / "cache").iterdir()
    data = file.read_bytes()
    file.unlink()
    if damage == "a folder":
        file.mkdir()
    elif damage != "deleted":
        file.write_bytes({"cut": data[:-9], "changed": data.replace(b"25", b"99"), "emptied": b""}[damage])
    assert verify(shop.root, ASSETS, DAY, cache_folder=tmp_path / "cache") == first


def test_a_cache_that_cannot_be_written_is_done_without(shop: Shop, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where a folder is needed", encoding="utf-8")
    assert verify(shop.root, ASSETS, DAY, cache_folder=tmp_path / "cache") == verify(shop.root, ASSETS, DAY)


def test_the_checker_is_another_one_when_its_code_or_a_typeface_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    code, font = tmp_path / "game" / "plain.py", tmp_path / "assets" / "fonts" / "Room.ttf"
    for file in (code, font):
        file.parent.mkdir(parents=True)
        file.write_bytes(b"one")
    monkeypatch.setattr(verifying, "_GAME", code.parent)
    versions = [verifying._version(font.parents[1])]  # noqa: SLF001 - nothing else shows it but a slow run
    for file in (code, font):
        file.write_bytes(b"another")
        versions.append(verifying._version(font.parents[1]))  # noqa: SLF001 - as above
    assert len(set(versions)) == 3


@pytest.mark.parametrize("method", ["write_bytes", "replace"])
def test_a_cache_folder_that_may_only_be_read_or_a_full_disk_costs_nothing_and_leaves_nothing(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, method, refuse)
    assert verify(shop.root, ASSETS, DAY, cache_folder=tmp_path / "cache") == verify(shop.root, ASSETS, DAY)
    assert list((tmp_path / "cache").iterdir()) == []


def test_two_runs_at_once_say_the_same_and_leave_one_good_memory(shop: Shop, tmp_path: Path, drawn: list[str]) -> None:
    shop.write("cards/x.yaml", ADVISED)
    command = [sys.executable, "-m", "game", "--donnees", str(tmp_path / "donnees"), "verifier", str(shop.root)]
    runs = [
        subprocess.Popen(command, cwd=ASSETS.parent, stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)
    ]
    told = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], told
    assert told[0] == told[1]
    (kept,) = (tmp_path / "donnees" / "cache").iterdir()
    verify(shop.root, ASSETS, SystemClock().now().date(), cache_folder=kept.parent)
    assert drawn == [], "what they left is used"


def test_what_is_no_longer_of_use_is_forgotten(tmp_path: Path) -> None:
    file = tmp_path / "kept.json"
    memory = Memory(file)
    memory.keep("old", [1])
    memory.keep("new", [2])
    memory.save()
    memory = Memory(file)
    assert memory.recall("new") == [2]
    memory.save()
    assert Memory(file).recall("old") is None
    assert list(tmp_path.iterdir()) == [file], "no draft is left beside it"
