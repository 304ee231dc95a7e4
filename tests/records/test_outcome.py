import json
from datetime import datetime, timedelta

import pytest
from played import Play

from game.records.computing import outcome
from game.rules import Card, commands as g
from game.session import commands as c, folder
from game.session.events import TeamEntry


def test_says_when_where_and_in_which_format_the_session_was_held(play: Play) -> None:
    played = play()
    played.do(c.CloseSession(), seconds=72 * 60)

    data = json.loads(played.outcome.as_json())

    assert data["seance"] == "2026-11-23_14h05_Ripaillon"
    assert data["date"] == "2026-11-23"
    assert datetime.fromisoformat(data["debut"]).isoformat() == "2026-11-23T14:05:00+01:00"
    assert datetime.fromisoformat(data["fin"]).isoformat() == "2026-11-23T15:17:00+01:00"
    assert (data["lieu"], data["mode"]) == ("Le Ripaillon", "pilotes")
    assert (data["format"], data["format_titre"]) == ("entre-pilotes-90", "Entre pilotes, 1 h 30")
    assert data["versions"] == {"programme": "0.1.0", "contenu": "abc123"}
    assert (data["objectifs"], data["competences"]) == (["Reprendre confiance"], ["Écouter"])
    assert (data["mode_cooperatif"], data["demonstration"], data["version"]) == (False, False, 2)


def test_the_state_of_a_session_goes_from_under_way_to_closed(play: Play) -> None:
    played = play()
    assert (played.outcome.status, played.outcome.end) == ("en cours", None)

    played.do(c.CloseSession(), seconds=60)

    assert played.outcome.status == "clôturée"
    assert played.outcome.end is not None


def test_each_act_has_the_minutes_planned_and_those_it_took(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(1), seconds=12 * 60)
    played.do(c.GoToAct(2), seconds=4 * 60)
    played.do(c.GoToAct(0), seconds=90)  # back to the welcome, which goes on counting
    played.do(c.CloseSession(), seconds=3 * 60)

    acts = [(act.title, act.planned, act.minutes) for act in played.outcome.acts]

    assert acts == [
        ("Accueil", 10, 15.0),
        ("Météo", 5, 4.0),
        ("Jeu", 45, 1.5),
        ("Vos questions", 10, 0.0),
        ("Clôture", 5, 0.0),
    ]
    assert played.outcome.minutes == 20.5


def test_the_act_that_is_going_on_counts_up_to_the_last_record(play: Play) -> None:
    played = play()
    played.do(c.TurnPage(1), seconds=6 * 60)

    assert played.outcome.acts[0].minutes == 6.0


def test_pauses_and_interruptions_are_not_counted(play: Play) -> None:
    played = play()
    played.do(c.PauseSession(), seconds=10 * 60)
    played.do(c.ResumeSession(), seconds=30 * 60)
    played.do(c.TurnPage(1), seconds=5 * 60)
    played.open.close()
    played.clock.advance(3600)
    played.open = folder.reopen(played.path, played.clock)
    played.do(c.CloseSession(), seconds=60)
    played.open.close()

    assert played.outcome.minutes == 16.0
    assert played.outcome.end == played.outcome.start + timedelta(minutes=106)


def test_people_are_counted_with_those_of_a_team_that_left(play: Play) -> None:
    played = play()
    played.do(c.EnterTeam(TeamEntry("t3", "Les Marins", "boat", 2)), g.LeaveGame("t1"))

    assert [(team.name, team.people) for team in played.outcome.teams] == [
        ("Les Hérons", 3),
        ("Le Phare", 4),
        ("Les Marins", 2),
    ]
    assert played.outcome.people == 9


def test_cards_talked_through_are_there_with_their_minutes(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    first = played.exchange(minutes=3)
    second = played.exchange(minutes=4.5)

    cards = {card.id: (card.theme, card.kind, card.minutes) for card in played.outcome.cards}

    assert list(cards) == [first, second]
    assert cards[first] == (first.split("-")[0], "question", 3.0)
    assert cards[second][2] == 4.5
    assert played.outcome.exchanges == 2


def test_a_card_that_comes_back_is_one_card_with_the_minutes_of_both_exchanges(play: Play) -> None:
    played = play(cards=(Card("sante-0", "sante", "question"),))
    played.do(c.GoToAct(2))
    played.exchange(minutes=2)
    played.exchange(minutes=3)

    assert [(card.id, card.minutes) for card in played.outcome.cards] == [("sante-0", 5.0)]
    assert [(theme.title, theme.exchanges, theme.minutes) for theme in played.outcome.themes] == [("Santé", 2, 5.0)]


def test_themes_follow_the_order_of_the_content_and_only_those_seen_are_there(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    for _ in range(4):
        played.exchange()

    seen = [theme.id for theme in played.outcome.themes]

    assert seen == sorted({card.theme for card in played.outcome.cards}, key=["emploi", "logement", "sante"].index)
    assert "logement" not in seen
    assert sum(theme.exchanges for theme in played.outcome.themes) == 4
    assert sum(theme.minutes for theme in played.outcome.themes) == 12.0


def test_passing_leaves_no_trace_in_the_outcome(play: Play) -> None:
    passed = play()
    passed.do(c.GoToAct(2), g.Pass())
    card = passed.draw()
    passed.do(g.Pass(), g.Pass(), g.Pass())
    quiet = play(id="autre")
    quiet.do(c.GoToAct(2))

    assert card not in passed.outcome.as_json()
    assert passed.outcome.as_json() == quiet.outcome.as_json().replace('"autre"', '"2026-11-23_14h05_Ripaillon"')


def test_a_card_put_aside_for_another_is_not_seen(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    aside = played.draw()
    played.do(g.SwapCard())
    kept = played.open.session.state.game.card
    played.do(g.FinishExchange(), g.LayBrick("oser"))

    assert [card.id for card in played.outcome.cards] == [kept]
    assert aside != kept


def test_nobody_can_tell_which_team_drew_a_card_or_said_a_word(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    played.exchange("oser")

    data = json.loads(played.outcome.as_json())

    assert set(data["cartes"][0]) == {"id", "theme", "type", "minutes"}
    assert data["mots"] == ["oser"]


def test_words_are_those_of_the_wall_corrected_and_without_empty_bricks(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    for word in ("osser", "", "toit"):
        played.exchange(word)
    played.do(c.ChangeWord(0, "oser"))

    assert played.outcome.words == ("oser", "toit")


def test_what_was_undone_is_not_in_the_outcome(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(2))
    played.exchange("oser")
    played.exchange("erreur")
    played.do(c.Undo())

    assert played.outcome.words == ("oser",)
    assert played.outcome.exchanges == 1


def test_mood_is_counted_at_both_ends_and_absent_when_it_was_not_asked(play: Play) -> None:
    played = play()
    played.do(c.GoToAct(1), c.CountMood(1, 4), c.CountMood(4, 2))
    assert json.loads(played.outcome.as_json())["meteo"] == {"arrivee": [0, 4, 0, 0, 2], "depart": None}

    played.do(c.GoToAct(4), c.TurnPage(3), c.CountMood(0, 6))

    assert json.loads(played.outcome.as_json())["meteo"]["depart"] == [6, 0, 0, 0, 0]


def test_next_steps_have_the_name_of_the_team_and_the_last_thing_it_said(play: Play) -> None:
    played = play()
    played.do(c.SetNextStep("t1", "emploi", "un CV"), c.SetNextStep("t1", "sante", "un médecin"))

    assert json.loads(played.outcome.as_json())["prochains_pas"] == [
        {"equipe": "Les Hérons", "theme": "sante", "theme_titre": "Santé", "texte": "un médecin"}
    ]


def test_a_journal_without_a_record_has_no_outcome() -> None:
    with pytest.raises(ValueError, match="at least one record"):
        outcome(())
