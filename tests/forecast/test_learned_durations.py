"""What past sessions teach changes the forecast."""

import pytest

from game.forecast.durations import Durations, learned
from game.session import pace


def test_exchanges_last_as_long_as_they_did() -> None:
    taught = learned({"question": 60.0}, other_exchange=200.0, rest_of_turn=36.0)
    assert sum(taught.exchange_lengths("question")) / len(taught.exchange_lengths("question")) == pytest.approx(60)
    assert sum(taught.exchange_lengths("defi")) / len(taught.exchange_lengths("defi")) == pytest.approx(200)


def test_the_steps_of_a_turn_keep_their_shares_of_what_a_turn_took() -> None:
    usual, taught = Durations(), learned({}, other_exchange=100.0, rest_of_turn=72.0)
    assert taught.throw + taught.move + taught.word == pytest.approx(72)
    assert taught.throw / taught.word == pytest.approx(usual.throw / usual.word)


def test_turns_that_took_no_time_teach_nothing_about_turns() -> None:
    assert learned({}, other_exchange=100.0, rest_of_turn=0.0).throw == Durations().throw


def test_the_pace_of_a_session_begins_with_the_durations_of_the_forecast() -> None:
    usual = Durations()
    assert usual.other_exchange == pace.USUAL_EXCHANGE
    assert usual.throw + usual.move + usual.word == pace.USUAL_REST
