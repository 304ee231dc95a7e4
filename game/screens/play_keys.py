"""The keys of a session, and the commands behind them."""

from game.french import unbroken
from game.language import mark
from game.rules import Phase, commands as g
from game.screens.play_care import breathe_or_go_on, cadre_or_back
from game.screens.scene import Binding
from game.session import commands as c
from game.session.following import is_game_over
from game.session.state import SessionState

BINDINGS = (
    Binding(("Espace", "→", "Pg suiv."), "continuer"),
    Binding(("←", "Pg préc."), "revenir d’un pas"),
    Binding(("1", "à", "6"), "taper le dé lancé"),
    Binding(("D",), "choisir le dé dans une liste"),
    Binding(("P",), "passer, sans se justifier"),
    Binding(("C",), "changer de carte"),
    Binding(("R",), "relancer un dé contesté"),
    Binding(("H",), "aider une équipe en relais"),
    Binding(("L",), "lire à voix haute, ou se taire"),
    Binding(("S",), "pause"),
    Binding(("A",), "respiration : un écran calme"),
    Binding(("K",), "relire le cadre"),
    Binding(("U",), "à qui demander de l’aide"),
    Binding(("B", "."), "écran noir"),
    Binding(("N",), "dernier tour"),
    Binding(("G",), "aller à un acte"),
    Binding(("E",), unbroken("équipes : arriver, partir")),
    Binding(("I",), "corriger un pion ou un dé"),
    Binding(("O",), mark("le plateau au sol, ou à l’écran")),
    Binding(("T",), "horloge pour la salle, ou pas"),
    Binding(("V",), "vos notes, avec un seul écran"),
    Binding(("↓", "↑"), "suite des notes"),
    Binding(("F",), "figer l’image de la salle"),
    Binding(("X",), "échanger les deux écrans"),
    Binding(("Z",), mark("passer la main à quelqu’un")),
    Binding(("W",), mark("proposer une carte")),
    Binding(("J",), "ce qui s’est passé, revenir là"),
    Binding(("Ctrl", "Z"), "annuler"),
    Binding(("Ctrl", "Y"), "refaire"),
    Binding(("M",), "menu, quitter"),
    Binding(("F11",), "plein écran"),
    Binding(("F12",), mark("remettre l’affichage d’origine")),
    Binding(("?",), "toutes les touches"),
)
_SIMPLE: dict[str, c.Command] = {
    "p": g.Pass(),
    "c": g.SwapCard(),
    "r": g.RerollDice(),
    "n": c.LastRound(),
    "undo": c.Undo(),
    "redo": c.Redo(),
}


def command_for_key(key: str, state: SessionState, now: float) -> c.Command | None:
    """Return the command behind a key, or ``None`` when the key means nothing here."""
    if key in _SIMPLE:
        return _SIMPLE[key]
    if key in ("s", "pause"):
        return pause_or_go_on(state)
    if key == "a":
        return breathe_or_go_on(state)
    if key == "k":
        return cadre_or_back(state)
    if not state.is_on_board:
        return None
    if key == "h":
        waiting = next((team for team in state.game.teams if _waits_for_relay(state, team)), None)
        return g.HelpTeam(waiting) if waiting else None
    if key == "enter" and state.game.phase is Phase.READY and is_game_over(state, now):
        return g.RollDice() if state.game.can_move(state.game.turn) else g.DrawCard()
    return None


def pause_or_go_on(state: SessionState) -> c.Command:
    """Return the pause, or its end."""
    return c.ResumeSession() if state.is_paused else c.PauseSession()


def takes_dice(state: SessionState) -> bool:
    """Tell whether a physical die can be typed now: before the throw, or after it to put a wrong die right."""
    if not state.is_on_board or state.is_paused:
        return False
    is_thrown = state.game.phase in (Phase.LANDED, Phase.EFFECT) and state.game.before_roll is not None
    return state.game.phase is Phase.READY or is_thrown


def throw_of(dice: tuple[int, ...], state: SessionState) -> c.Command:
    """Return the throw of physical dice; typed after the throw, they take its place."""
    return g.RollDice(dice) if state.game.phase is Phase.READY else g.RerollDice(dice)


def _waits_for_relay(state: SessionState, team: str) -> bool:
    wait = state.game.wait_of(team)
    return wait is not None and wait.relay
