from pathlib import Path

from game.content.load import load

ROOT = Path(__file__).resolve().parents[2]


def test_the_shipped_content_has_no_error() -> None:
    told = load(ROOT / "content", assets=ROOT / "assets")
    assert [str(problem) for problem in told.problems if problem.severity == "erreur"] == []
    assert told.library.cards
    assert told.library.formats
