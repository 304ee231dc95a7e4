"""The screen of the remote: how a phone is let in, and what is said when it fails. The game goes on."""

import pytest
from pilot import Pilot, plain, watched_painter
from remotely import HERE, come_in, has_qr_code, open_remote, pairing_of, serve, until

from game.demo.offscreen import Offscreen
from game.drawing.drawlist import Text
from game.remote.interfaces import LOOPBACK, Interface
from game.remote.page import RemoteError, State, Trouble
from game.remote.pairing import RefusedError
from game.remote.server import Remote


@pytest.fixture(autouse=True)
def _one_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.interfaces.interfaces", lambda: (Interface("192.168.1.20", "Wi-Fi"), HERE))


def test_it_is_off_until_it_is_asked_for(on_board: Pilot) -> None:
    assert on_board.desk.remote.status.state is State.OFF


def test_the_menu_opens_it_and_a_network_is_chosen(on_board: Pilot) -> None:
    open_remote(on_board)
    assert on_board.sees("Par quel réseau ?")
    assert on_board.sees("Wi-Fi")
    assert on_board.sees("192.168.1.20")
    on_board.press("down", "enter")
    assert on_board.desk.remote.status.state is State.WAITING
    assert on_board.desk.remote.status.address.startswith(f"{LOOPBACK}:")


def test_with_one_window_the_code_stays_hidden_until_it_is_asked_for(on_board: Pilot) -> None:
    open_remote(on_board)
    on_board.press("down", "enter")
    code = on_board.desk.remote.status.code
    assert on_board.sees("Cachez l’image du projecteur")
    assert not on_board.sees(code[:3])
    assert not has_qr_code(on_board)
    on_board.press("enter")
    assert on_board.sees(f"{code[:3]} {code[3:]}")
    assert on_board.sees(on_board.desk.remote.status.address)
    assert has_qr_code(on_board)


def test_a_phone_that_comes_in_takes_the_code_away(on_board: Pilot) -> None:
    open_remote(on_board)
    on_board.press("down", "enter", "enter")
    come_in(on_board)
    assert on_board.sees("Le téléphone est connecté")
    assert not has_qr_code(on_board)
    on_board.press("space")
    assert on_board.stage.scene is on_board.play


def test_a_new_code_can_be_shown_and_the_remote_stopped_by_key_and_by_click(on_board: Pilot) -> None:
    open_remote(on_board)
    on_board.press("down", "enter")
    first = on_board.desk.remote.status.link
    on_board.press("n")
    second = on_board.desk.remote.status.link
    on_board.click("nouveau code")
    assert len({first, second, on_board.desk.remote.status.link}) == 3
    on_board.press("a")
    assert on_board.desk.remote.status.state is State.OFF
    assert on_board.sees("Par quel réseau")
    on_board.press("escape")
    assert on_board.stage.scene is on_board.play


def test_leaving_the_session_ends_the_remote(on_board: Pilot) -> None:
    remote = serve(on_board)
    on_board.play.leave()
    assert not remote.is_on
    assert on_board.desk.remote.status.state is State.OFF


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Trouble.NOT_INSTALLED, 'La télécommande n’est pas installée : pip install ".[telecommande]"'),
        (Trouble.ADDRESS_GONE, "Ce réseau n’est plus là"),
        (Trouble.PORT_REFUSED, "L’ordinateur refuse d’ouvrir la télécommande"),
    ],
)
def test_what_keeps_it_from_starting_is_said_and_the_game_goes_on(
    on_board: Pilot, monkeypatch: pytest.MonkeyPatch, trouble: Trouble, sentence: str
) -> None:
    def refuse(*_: object) -> None:
        raise RemoteError(trouble)

    monkeypatch.setattr(Remote, "start", refuse)
    open_remote(on_board)
    on_board.press("enter")
    assert on_board.sees(sentence)
    on_board.press("escape")
    on_board.turn(2)
    assert on_board.state.game.turns > 1


def test_a_computer_without_a_network_says_so(on_board: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("game.remote.interfaces.interfaces", lambda: (HERE,))
    open_remote(on_board)
    assert on_board.sees("Aucun réseau")
    assert on_board.sees("Cet ordinateur seulement")


def test_a_computer_without_the_extra_says_how_to_get_it(on_board: Pilot, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> None:
        raise RemoteError(Trouble.NOT_INSTALLED)

    monkeypatch.setattr("game.remote.interfaces.interfaces", missing)
    open_remote(on_board)
    assert on_board.sees('pip install ".[telecommande]"')
    on_board.press("enter")
    assert on_board.stage.scene is on_board.play


def test_wrong_codes_and_another_phone_are_told_in_the_window(on_board: Pilot) -> None:
    remote = serve(on_board)
    pairing = pairing_of(on_board)
    for left in ("encore 4 essais", "encore 3 essais", "encore 2 essais", "encore 1 essai", "Trop de codes faux"):
        with pytest.raises(RefusedError):
            pairing.enter("x")
        on_board.step()
        assert on_board.sees(left)
    assert on_board.sees("personne n’entre avant un nouveau code")
    remote.new_code()
    come_in(on_board)
    assert on_board.sees("Le téléphone est connecté")
    with pytest.raises(RefusedError):
        pairing.enter("x")
    on_board.step()
    assert on_board.sees("Un autre téléphone a voulu entrer")
    remote.new_code()
    with pytest.raises(RefusedError):
        pairing.enter("x")
    on_board.step()
    assert on_board.sees("Un code faux a été tapé"), "the phone that is there does not hide it"


def test_a_phone_that_vanishes_then_comes_back_is_told(on_board: Pilot) -> None:
    serve(on_board)
    come_in(on_board)
    pairing = pairing_of(on_board)
    pairing.left()
    pairing._left_at -= 60  # noqa: SLF001 - a minute later
    on_board.step()
    assert on_board.sees("Le téléphone ne répond plus")
    pairing.came()
    on_board.step()
    assert on_board.sees("Le téléphone est revenu")


def test_a_server_that_ends_by_itself_is_told(on_board: Pilot) -> None:
    remote = serve(on_board)
    assert remote._server is not None  # noqa: SLF001 - as a fault of the system would
    remote._server.should_exit = True  # noqa: SLF001 - as above
    until(on_board, lambda: on_board.sees("La télécommande s’est arrêtée"))
    on_board.turn(2)
    assert on_board.state.game.turns > 1


def test_with_two_windows_only_the_facilitator_sees_the_code_and_the_trouble(on_board: Pilot) -> None:
    room = watched_painter()
    on_board.stage.open_room(Offscreen((1280, 720)), room)
    seen: list[str] = []

    def look() -> None:
        on_board.step()
        items = (*room.picture.base, *room.picture.moving)
        seen.extend(plain(item.text) for item in items if isinstance(item, Text))

    open_remote(on_board)
    look()
    on_board.press("down", "enter")
    look()
    code = on_board.desk.remote.status.code
    assert on_board.sees(f"{code[:3]} {code[3:]}"), "it shows at once: the room has a screen of its own"
    assert has_qr_code(on_board)
    for _ in range(5):
        with pytest.raises(RefusedError):
            pairing_of(on_board).enter("x")
        look()
    assert on_board.sees("personne n’entre avant un nouveau code")
    told = " ".join(seen)
    assert seen
    for word in (code, code[:3] + " ", "Télécommande", "téléphone", "code", "192.168", LOOPBACK):
        assert word not in told, f"the room saw {word}"
