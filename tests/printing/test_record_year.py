"""The pages of a period: two of them, every sum on them, and what is left out counted."""

import re
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import START
from paper import fonts, needs_poppler, pictures, sizes, texts, tight
from printable import shipped
from recorded import MOOD, keep, said

from game.cli.main import main
from game.content.cards import Theme
from game.places import assets_folder
from game.printing.records.year import print_year
from game.printing.words import NOTICE
from game.records.rollup import Count, Group, LabelTotal, MoodTotal, Report, ThemeTotal
from game.session.sheet import Sheet

A4 = (210, 297)


@pytest.fixture(scope="module")
def themes() -> dict[str, Theme]:
    return dict(shipped().themes)


def group(key: str, sessions: int) -> Group:
    return Group(key=key, title=f"Groupe {key}", sessions=sessions, minutes=sessions * 70.0, people=9, exchanges=12)


def months(first: int, last: int) -> tuple[Group, ...]:
    """Return the months from January of a year to December of another, none in August."""
    names = [(year, month) for year in range(first, last + 1) for month in range(1, 13)]
    return tuple(group(f"{year}-{month:02}", 0 if month == 8 else 4) for year, month in names)


def filled(themes: dict[str, Theme], places: int = 3, years: tuple[int, int] = (2026, 2026)) -> Report:
    terms = [term for one in themes.values() for term in one.data_inclusion]
    return Report(
        since=date(years[0], 1, 1),
        until=date(years[1], 12, 31),
        sessions=1044,
        minutes=3080,
        hours=51.3,
        people=1204,
        newcomers=99,
        newcomers_unsaid=2,
        by_mode=(group("pilotes", 44),),
        by_month=months(*years),
        by_place=tuple(group(f"lieu {at}", 2) for at in range(places)),
        exchanges=500,
        themes=tuple(
            ThemeTotal(id=one.id, title=one.title, sessions=9, exchanges=70 + at, minutes=200.0)
            for at, one in enumerate(themes.values())
        ),
        by_data_inclusion=tuple(LabelTotal(label=term, sessions=1, exchanges=3, minutes=9.0) for term in terms),
        cards_by_kind=(Count(name="temoignage", count=33),),
        mood=MoodTotal(at_start=(80, 71, 62, 53, 44), at_end=(91, 82, 73, 64, 55), asked_at_start=40, asked_at_end=38),
        next_steps=77,
        steps_by_theme=(Count(name="Emploi", count=41), Count(name="Logement", count=36)),
        words=tuple(Count(name=f"mot{at}", count=2) for at in range(places * 10)),
        words_laid=480,
        aims=tuple(Count(name=f"But {at}", count=3) for at in range(places * 4)),
        incidents=1,
        incidents_unsaid=4,
        not_closed=("a", "b"),
    )


def test_a_year_is_two_pages_with_all_its_sums(themes: dict[str, Theme]) -> None:
    pdf = print_year(assets_folder(), filled(themes), themes)
    assert sizes(pdf) == [A4, A4]
    first, second = map(tight, texts(pdf))
    for words in (
        "Bilan de l’année 2026",
        "1 044 séances",
        "51 h 20",
        "1 204 présences dont 99 nouvelles",
        "août",
        "75 échanges, 3 h 20",
        "41 pas",
        "Départ (38 séances)",
        "91",
    ):
        assert tight(words) in first, words
    for words in ("Groupe lieu 2", "Témoignage 33", "mot29 × 2", "Incidents : 1 ; non renseigné dans 4 séances."):
        assert tight(words) in second, words
    assert tight("jamais clôturées : 2 séances") in second
    for page in (first, second):
        assert tight(" ".join(NOTICE)) in page
    assert [name for name, inside in fonts(pdf) if not inside] == []


def test_what_has_no_room_is_counted(themes: dict[str, Theme]) -> None:
    page = texts(print_year(assets_folder(), filled(themes, places=60), themes))[1]
    left = 60 - sum(bool(re.search(f"lieu {at}(?!\\d)", page)) for at in range(60))
    told = [int(number) for number in re.findall(r"et\s(\d+) autres", page)]
    assert left
    assert left in told


@pytest.mark.parametrize(("years", "label"), [((2024, 2026), "T3 2025"), ((2018, 2026), "2021")])
def test_a_long_period_has_a_bar_a_quarter_or_a_year(
    themes: dict[str, Theme], years: tuple[int, int], label: str
) -> None:
    pdf = print_year(assets_folder(), filled(themes, years=years), themes)
    assert sizes(pdf) == [A4, A4]
    page = texts(pdf)[0]
    assert "Bilan d’activités" in page
    assert label in page
    assert "janv." not in page


@needs_poppler
def test_grey_print_reaches_no_edge_and_shows_the_bars(themes: dict[str, Theme], tmp_path: Path) -> None:
    for page in pictures(print_year(assets_folder(), filled(themes), themes), tmp_path, 50):
        edge = round(4 * 50 / 25.4)
        assert min(side.min() for side in (page[:edge], page[-edge:], page[:, :edge], page[:, -edge:])) == 255


def test_the_command_adds_up_the_sessions_of_the_period(tmp_path: Path) -> None:
    for weeks in range(3):
        keep(tmp_path, START + timedelta(weeks=weeks), sheet=Sheet(newcomers=2, pilots=1, staff=1, incident=False))
    keep(tmp_path, START + timedelta(weeks=60))
    file = tmp_path / "a.pdf"
    typed = ["imprimer", "annee", "--du", "2026-01-01", "--au", "31/12/2026", "--vers", str(file)]
    assert main(["--donnees", str(tmp_path), *typed]) == 0
    page = tight(texts(file.read_bytes())[0])
    for words in ("3 séances", "3 h ensemble", "36 présences dont 6 nouvelles", "12 échanges", f"{3 * MOOD[0]}"):
        assert tight(words) in page


def test_a_period_without_a_session_prints_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keep(tmp_path, closed=False)
    file = tmp_path / "a.pdf"
    typed = ["imprimer", "annee", "--du", "2026-01-01", "--au", "2026-12-31", "--vers", str(file)]
    assert main(["--donnees", str(tmp_path), *typed]) == 1
    assert "Aucune séance clôturée entre le 01/01/2026 et le 31/12/2026 (1 séance jamais clôturée)" in said(
        capsys.readouterr()
    )
    assert not file.exists()


def test_a_session_that_cannot_be_read_is_told_and_the_others_are_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    keep(tmp_path)
    lost = keep(tmp_path, START + timedelta(days=1))
    (lost / "journal.jsonl").write_bytes(b"rien de lisible\n")
    file = tmp_path / "a.pdf"
    typed = ["imprimer", "annee", "--du", "2026-01-01", "--au", "2026-12-31", "--vers", str(file)]
    assert main(["--donnees", str(tmp_path), *typed]) == 0
    assert f"Pas comptée : {lost.name} : le journal de cette séance est vide ou abîmé" in said(capsys.readouterr())
    first, second = map(tight, texts(file.read_bytes()))
    assert tight("1 séance") in first
    assert tight("leur journal ne se lit pas : 1 séance.") in second


def test_a_folder_of_sessions_that_cannot_be_listed_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seances").write_text("un fichier", encoding="utf-8")
    typed = ["imprimer", "annee", "--du", "2026-01-01", "--au", "2026-12-31"]
    assert main(["--donnees", str(tmp_path), *typed]) == 1
    assert "ce dossier de séances ne s’ouvre pas" in said(capsys.readouterr())
