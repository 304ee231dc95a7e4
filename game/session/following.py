"""What comes next: the one command behind the big action, the space bar and the clicker's right button."""

from game.rules import GameState, Phase, commands as g
from game.session import commands as c
from game.session.state import SessionState

KIND_WITH_ANSWER = "question"
"""The kind of card whose answer is shown once the room has thought about it."""
KIND_WITH_SOURCES = "chiffre"
"""The kind of card that says at once where its facts come from."""


def next_command(state: SessionState, now: float) -> c.SessionCommand | g.GameCommand | None:
    """Return the command that goes on with the session at an instant (seconds since 1970).

    ``None`` where a person has to choose: a physical die to type in, or nothing left to do.
    """
    if state.is_closed:
        return None
    if state.is_paused:
        return c.ResumeSession()
    if state.interlude:
        return interlude_after(state, 1)
    if state.is_on_board:
        if is_time_for_next_act(state, now):
            return c.GoToAct(state.act + 1)
        if state.is_card_hidden:
            return c.ShowCard()
        return _in_game(state.game, physical_dice=state.opening.physical_dice)
    if state.page + 1 < state.pages:
        return c.TurnPage(state.page + 1)
    if state.act + 1 < len(state.acts):
        return c.GoToAct(state.act + 1)
    return c.CloseSession()


def interlude_after(state: SessionState, by: int) -> c.ShowInterlude:
    """Return the page of the present interlude ``by`` pages on; past its ends, the way back to where the room was."""
    page = state.interlude_page + by
    is_there = state.interlude == "cadre" and 0 <= page < len(state.cadre)
    return c.ShowInterlude(state.interlude, page) if is_there else c.ShowInterlude("")


def is_time_for_next_act(state: SessionState, now: float) -> bool:
    """Tell whether the game ends here: its time or its last round is over, and nobody is in the middle of a turn."""
    is_between_turns = state.game.phase is Phase.READY
    return state.is_on_board and is_between_turns and state.act + 1 < len(state.acts) and is_game_over(state, now)


def is_game_over(state: SessionState, now: float) -> bool:
    """Tell whether no more turn should begin: the time of the game is over, or its last round is."""
    return state.act_left(now) <= 0 or state.last_round == ()


def _in_game(game: GameState, *, physical_dice: bool) -> g.GameCommand | None:
    if game.phase is Phase.READY:
        if not game.can_move(game.turn):
            return g.DrawCard() if game.table.cards else g.Pass()
        return None if physical_dice else g.RollDice()
    if game.phase is Phase.CARD:
        return g.RevealAnswer() if has_answer_to_show(game) else g.FinishExchange()
    if game.phase is Phase.WORD:
        return g.LayBrick()
    return g.FollowEffect() if game.phase is Phase.EFFECT else g.DrawCard()


def has_answer_to_show(game: GameState) -> bool:
    """Tell whether the card on the table has an answer that the room has not seen."""
    card = game.table.by_id.get(game.card)
    return card is not None and card.kind == KIND_WITH_ANSWER and not game.is_revealed
