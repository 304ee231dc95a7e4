import re

import pytest
from played import START, Play

from game.records.report import markdown
from game.rules import commands as g
from game.session import commands as c
from game.session.events import TeamEntry


@pytest.fixture
def page(play: Play) -> str:
    """A whole session, told."""
    played = play()
    played.do(c.GoToAct(1), c.CountMood(0, 3), c.CountMood(2, 4), c.GoToAct(2))
    for word in ("oser", "toit", "oser"):
        played.exchange(word)
    played.do(c.GoToAct(4), c.SetNextStep("t2", "logement", "appeler le foyer"))
    played.do(c.CloseSession(), seconds=63 * 60)
    return markdown(played.outcome)


def test_the_head_says_where_when_and_how_long(page: str) -> None:
    assert page.startswith("# Bilan de séance\n")
    assert "**Le Ripaillon**, le 23 novembre 2026, de 14\u00a0h\u00a005 à 15\u00a0h\u00a017" in page
    assert "- Format\u00a0: Entre pilotes, 1 h 30 (entre pilotes)" in page
    assert "- Durée\u00a0: 1\u00a0h\u00a012, sans les pauses" in page
    assert "- État\u00a0: clôturée" in page
    assert "- Présence\u00a0: 7\u00a0personnes, en 2\u00a0équipes" in page


def test_teams_acts_themes_words_mood_and_steps_are_told(page: str) -> None:
    assert "Les Hérons (3\u00a0personnes), Le Phare (4\u00a0personnes)" in page
    assert "| Jeu | 45\u00a0min | 9\u00a0min |" in page
    assert re.search(r"\| (Emploi|Santé) \| \d \| \d\u00a0min \|", page)
    assert "oser (×\u00a02), toit" in page
    assert "| Arrivée | 3 | 0 | 4 | 0 | 0 |" in page
    assert "|  | Soleil | Éclaircies | Nuages | Pluie | Orage |" in page
    assert "- **Le Phare** (Logement)\u00a0: appeler le foyer" in page


def test_the_foot_says_what_is_not_kept_and_which_versions_were_used(page: str) -> None:
    assert "Aucun nom de personne n’est demandé ni gardé" in page
    assert "Versions\u00a0: programme 0.1.0, contenu abc123." in page


def test_a_full_session_of_eight_teams_holds_on_one_page(play: Play) -> None:
    played = play(teams=tuple(TeamEntry(f"t{n}", f"Équipe {n}", "bird", 4) for n in range(8)))
    played.do(c.GoToAct(1), c.CountMood(0, 3), c.GoToAct(2))
    for n in range(16):
        played.exchange(f"mot {n}")
    played.do(c.GoToAct(4), *(c.SetNextStep(f"t{n}", "emploi", "écrire un CV") for n in range(8)))
    played.do(c.TurnPage(9), c.CountMood(0, 3), c.CloseSession())

    # A sheet of A4 holds some fifty lines; lines that are blank in the text are thin on paper.
    assert len([line for line in markdown(played.outcome).splitlines() if line]) <= 50


def test_french_signs_are_never_alone_at_the_end_of_a_line(page: str) -> None:
    assert not re.search(r" [:;!?»]|« |'", page.replace("---:", ""))


def test_a_session_under_way_has_no_end_and_empty_parts_are_left_out(play: Play) -> None:
    page = markdown(play().outcome)

    assert "le 23 novembre 2026, à partir de 14\u00a0h\u00a005" in page
    assert "- État\u00a0: en cours" in page
    assert "Aucun échange." in page
    assert "## Les mots du mur" not in page
    assert "## Météo" not in page
    assert "## Prochains pas" not in page


def test_a_session_that_ends_on_another_day_says_both_days(play: Play) -> None:
    played = play(start=START.replace(day=30, hour=23))
    played.do(c.CloseSession(), seconds=3600)

    assert "du 30 novembre 2026 à 23\u00a0h\u00a005 au 1er décembre 2026 à 0\u00a0h\u00a005" in markdown(played.outcome)


def test_awareness_cooperation_and_demonstration_are_said(play: Play) -> None:
    page = markdown(play(mode="sensibilisation", cooperative=True, demonstration=True).outcome)

    assert "(sensibilisation)" in page
    assert "Un seul pion pour toutes les équipes" in page
    assert "**Démonstration**" in page


def test_what_people_typed_does_not_become_markdown(play: Play) -> None:
    played = play(teams=(TeamEntry("t1", "Les *A|B*\n<i>", "bird", 1),), place="# Café [1]")
    page = markdown(played.outcome)

    assert r"Les \*A\|B\* \<i\> (1" in page
    assert r"**\# Café \[1\]**" in page


def test_passing_is_never_told(play: Play) -> None:
    passed, quiet = play(), play(id="autre")
    for played in (passed, quiet):
        played.do(c.GoToAct(2))
    passed.do(g.Pass(), g.Pass())

    assert markdown(passed.outcome) == markdown(quiet.outcome)
