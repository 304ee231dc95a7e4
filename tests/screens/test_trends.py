from pathlib import Path

from desk import NOW, FakeDesk, Played, click, look, press, said, summary, texts
from pilot import piloted
from test_propose import begin, to_the_end

from game.screens.desk import Trends
from game.screens.scene import Pop, Push, Scene
from game.screens.scenes.sessions import SessionsScene

YEAR = Trends(
    year=NOW.year,
    sessions=12,
    minutes=1080,
    presences=143,
    months=(0, 1, 2, 0, 1, 1, 0, 0, 2, 2, 3, 0),
    themes=(("emploi", "Emploi", 40), ("logement", "Logement", 25), ("sante", "Santé", 12)),
    steps=(("emploi", "Emploi", 9),),
    at_start=(3, 12, 30, 8, 2),
    at_end=(14, 25, 12, 2, 0),
    words=("oser", "toit", "confiance"),
)


def trends(desk: FakeDesk) -> Scene:
    step = press(SessionsScene(desk, Played), "a")
    assert isinstance(step, Push)
    return step.scene


def desk(**parts: object) -> FakeDesk:
    return FakeDesk(sessions=(summary(),), years=(YEAR,), **parts)


def test_a_year_tells_its_sessions_hours_presences_moods_and_words() -> None:
    lines = texts(trends(desk()).picture(look(), 0))
    assert "12 séances, 18 h, 143 présences" in lines
    assert [line for line in lines if line in ("Emploi", "Logement", "Santé")] == [
        "Emploi",
        "Logement",
        "Santé",
        "Emploi",
    ]
    assert "30" in lines, "hands for the clouds, on arrival"
    assert "oser · toit · confiance" in lines


def test_arrows_go_to_the_years_before_and_back_and_not_beyond_this_one() -> None:
    scene = trends(desk())
    press(scene, "left")
    assert "Aucune séance clôturée cette année-là." in said(scene)
    press(scene, "right")
    assert "12 séances" in said(scene)
    press(scene, "right")
    assert str(NOW.year) in said(scene)


def test_the_mouse_goes_where_the_keys_go() -> None:
    scene = trends(desk())
    said(scene)
    click(scene, "before")
    assert str(NOW.year - 1) in said(scene)
    assert click(scene, "back") == Pop()


def test_a_clicker_gets_out_again() -> None:
    assert press(trends(desk()), "pageup") == Pop()


def test_a_disk_that_refuses_is_said() -> None:
    scene = trends(desk(refusal="Le disque ne répond pas."))
    assert "Le disque ne répond pas." in said(scene)


def test_the_year_of_a_session_that_was_just_closed(tmp_path: Path) -> None:
    with piloted(tmp_path) as pilot:
        begin(pilot)
        to_the_end(pilot)
        pilot.press("space", "space", "b", "a")
        assert pilot.sees("2026")
        assert pilot.sees("1 séance, ")
        assert pilot.sees("Séances de chaque mois")
