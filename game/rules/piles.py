"""Which card comes: one of the pile that is due, never a card seen while others of that pile remain.

When the whole pile has been seen, the card seen longest ago comes back.
"""

from game.rules.state import Due, GameState


def pile(state: GameState, due: Due) -> tuple[str, ...]:
    """Return the ids of the cards that are due, in the order of the deck; all of them when that pile is empty."""
    table = state.table
    if due.theme is not None:
        cards = table.by_theme.get(due.theme, ())
    elif due.kind is not None:
        cards = table.by_kind.get(due.kind, ())
    else:
        cards = table.by_theme[least_talked_theme(state)]
    return cards or tuple(card.id for card in table.cards)


def least_talked_theme(state: GameState) -> str:
    """Return the theme with the fewest bricks; the first one of the deck where several are equal."""
    laid = [brick.theme for brick in state.bricks]
    return min(state.table.by_theme, key=laid.count)


def pick_card(state: GameState, due: Due, outcome: int) -> str:
    """Return the card that the outcome of chance (any whole number) picks from the pile that is due.

    A card that is put aside is not its own successor: where its pile has no other, one of the whole deck comes.
    """
    cards = pile(state, due)
    if cards == (state.card,):
        cards = tuple(card.id for card in state.table.cards)
    seen = set(state.seen)
    fresh = [card for card in cards if card not in seen]
    return fresh[outcome % len(fresh)] if fresh else min(cards, key=state.seen.index)
