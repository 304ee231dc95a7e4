"""Who is let in: one phone, with a code that serves once, after few tries."""

import pytest

from game.remote.page import MOST_TRIES, State
from game.remote.pairing import VANISHED_SECONDS, Pairing, RefusedError

ADDRESS = "192.168.1.20:41234"


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def pairing(clock: Clock) -> Pairing:
    return Pairing(clock)


def refusal(pairing: Pairing, given: str) -> str:
    with pytest.raises(RefusedError) as refused:
        pairing.enter(given)
    return str(refused.value)


def wrong(pairing: Pairing) -> str:
    return "000001" if pairing.status(ADDRESS).code == "000000" else "000000"


def test_a_code_of_six_digits_and_a_link_are_shown_first(pairing: Pairing) -> None:
    status = pairing.status(ADDRESS)
    assert status.state is State.WAITING
    assert len(status.code) == 6
    assert status.code.isdigit()
    assert status.link.startswith(f"http://{ADDRESS}/#")
    assert len(status.link.partition("#")[2]) >= 32, "the link cannot be guessed"


@pytest.mark.parametrize("spaced", [False, True])
def test_the_code_lets_one_phone_in_and_dies(pairing: Pairing, spaced: bool) -> None:  # noqa: FBT001
    code = pairing.status(ADDRESS).code
    known_as = pairing.enter(f"{code[:3]} {code[3:]}" if spaced else code)
    assert pairing.knows(known_as)
    assert not pairing.knows(known_as[:-1])
    assert not pairing.knows("")
    assert pairing.status(ADDRESS).link == pairing.status(ADDRESS).code == ""
    assert refusal(pairing, code) == "taken"
    assert pairing.status(ADDRESS).is_refused, "the facilitator is told that another phone knocked"


def test_the_token_of_the_link_lets_in_too(pairing: Pairing) -> None:
    assert pairing.knows(pairing.enter(pairing.status(ADDRESS).link.partition("#")[2]))


def test_five_wrong_codes_lock_the_door_even_for_the_right_one(pairing: Pairing) -> None:
    code = pairing.status(ADDRESS).code
    told = [refusal(pairing, wrong(pairing)) for _ in range(MOST_TRIES)]
    assert told == ["wrong"] * (MOST_TRIES - 1) + ["locked"]
    assert refusal(pairing, code) == "locked"
    assert pairing.status(ADDRESS).state is State.LOCKED
    assert pairing.status(ADDRESS).wrong == MOST_TRIES


def test_a_new_code_opens_a_locked_door_and_the_old_one_stays_dead(pairing: Pairing) -> None:
    old = pairing.status(ADDRESS).link.partition("#")[2]
    for _ in range(MOST_TRIES):
        refusal(pairing, wrong(pairing))
    pairing.new_code()
    assert pairing.status(ADDRESS).state is State.WAITING
    assert refusal(pairing, old) == "wrong"
    assert pairing.knows(pairing.enter(pairing.status(ADDRESS).code))


def test_the_phone_that_is_there_stays_until_another_one_comes_with_a_new_code(pairing: Pairing) -> None:
    first = pairing.enter(pairing.status(ADDRESS).code)
    pairing.new_code()
    assert pairing.knows(first)
    second = pairing.enter(pairing.status(ADDRESS).code)
    assert pairing.knows(second)
    assert not pairing.knows(first)


def test_wrong_codes_do_not_put_out_the_phone_that_is_there(pairing: Pairing) -> None:
    known_as = pairing.enter(pairing.status(ADDRESS).code)
    pairing.came()
    pairing.new_code()
    for _ in range(MOST_TRIES):
        refusal(pairing, wrong(pairing))
    assert pairing.knows(known_as)
    assert pairing.status(ADDRESS).state is State.CONNECTED


def test_a_phone_that_sleeps_is_asleep_then_vanished_and_can_come_back(pairing: Pairing, clock: Clock) -> None:
    known_as = pairing.enter(pairing.status(ADDRESS).code)
    pairing.came()
    assert pairing.status(ADDRESS).state is State.CONNECTED
    pairing.left()
    clock.now += VANISHED_SECONDS - 1
    assert pairing.status(ADDRESS).state is State.ASLEEP
    clock.now += 1
    assert pairing.status(ADDRESS).state is State.VANISHED
    assert pairing.knows(known_as), "it comes back with its pass"
    pairing.came()
    assert pairing.status(ADDRESS).state is State.CONNECTED


@pytest.mark.parametrize("odd", ["", " ", "é", "\ud800", "1" * 10_000, "\0"])
def test_odd_codes_are_wrong_codes(pairing: Pairing, odd: str) -> None:
    assert refusal(pairing, odd) == "wrong"
