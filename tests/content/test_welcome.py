"""A session begins with a welcome: it is where the room reads what is noted of it."""

from game.content.load import load
from game.content.problems import Problem, Severity
from game.places import content_folder

FORMAT = "id: bref\ntitre: Bref\nmode: pilotes\nplateau: court\npublics: [pilotes]\nactes: [{}]\n"


def told(acts: str) -> list[Problem]:
    """Return what is said of a format with these acts, that can be played."""
    loaded = load(content_folder(), drafts={"formats/bref.yaml": FORMAT.format(acts).encode()})
    assert "bref" in loaded.library.formats
    return [problem for problem in loaded.problems if problem.path.endswith("bref.yaml")]


def test_a_format_without_a_welcome_is_told_and_still_plays() -> None:
    (problem,) = told("{jeu: 20}, {cloture: 5}")
    assert problem.severity is Severity.WARNING
    assert "accueil" in problem.message
    assert problem.line == 6, "where its acts are"


def test_a_format_with_a_welcome_is_good() -> None:
    assert told("{accueil: 5}, {jeu: 20}, {cloture: 5}") == []
