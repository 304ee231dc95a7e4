"""The poll in what a session leaves: hands, before and after, question by question; nothing where there is no poll."""

import json

from played import Play

from game.records.report import markdown
from game.session import commands as c
from game.session.agenda import PollQuestion

POLL = tuple(PollQuestion(question, ("Oui", "Un peu | beaucoup", "Non")) for question in ("Un ?", "Deux ?", "Trois ?"))


def test_the_record_has_the_hands_of_each_question_before_and_after(play: Play) -> None:
    played = play(poll=POLL)
    played.do(c.GoToAct(1), c.TurnPage(1), c.CountPoll(0, 0, 4), c.CountPoll(0, 2, 9))
    played.do(c.GoToAct(4), c.TurnPage(4), c.CountPoll(0, 0, 11))
    found = json.loads(played.outcome.as_json())["sondage"]
    assert found[0] == {
        "question": "Un ?",
        "reponses": ["Oui", "Un peu | beaucoup", "Non"],
        "avant": [4, 0, 9],
        "apres": [11, 0, 0],
    }
    assert found[1]["avant"] == [0, 0, 0]
    told = markdown(played.outcome)
    assert "| Oui | 4 | 11 |" in told
    assert "Un peu \\| beaucoup" in told, "what staff wrote does not break the table"


def test_a_moment_that_nobody_counted_is_empty_and_not_zero(play: Play) -> None:
    played = play(poll=POLL)
    played.do(c.GoToAct(1), c.TurnPage(1), c.CountPoll(0, 0, 4))
    assert json.loads(played.outcome.as_json())["sondage"][0]["apres"] is None
    assert "| Oui | 4 | – |" in markdown(played.outcome)


def test_a_session_without_a_poll_says_nothing_of_one(play: Play) -> None:
    played = play()
    assert json.loads(played.outcome.as_json())["sondage"] == []
    assert "Sondage" not in markdown(played.outcome)
