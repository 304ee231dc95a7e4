"""Cards read as a careful colleague would: plain words, nobody exposed, facts still fresh, a deck that holds together.

Nothing here leaves a card out of the game, except what asks a person for the offence (`respect.asks_for_the_offence`,
which the loading of cards calls too).
"""
