"""A voice that only remembers, and a deck where every card says the same: for the tests of what is read aloud."""

from dataclasses import replace

from pilot import Pilot, plain, shipped

from game.content.load import Loaded


class FakeVoice:
    """Speaks as long as the test wants, at the word that the test says."""

    def __init__(self) -> None:
        self.read_texts: list[tuple[str, str, str]] = []
        self.is_speaking = False
        self.position: int | None = None
        self.trouble = ""
        self.stops = 0

    def read(self, text: str, language: str, card: str = "") -> None:
        self.read_texts.append((text, language, card))
        self.is_speaking = True
        self.position = None

    def stop(self) -> None:
        self.stops += 1
        self.is_speaking = False

    def take_trouble(self) -> str:
        trouble, self.trouble = self.trouble, ""
        return trouble

    def hear(self, word: str) -> None:
        """Let this word be the one that is heard."""
        self.position = self.read_texts[-1][0].index(word)


def deck_of(card: str) -> Loaded:
    """Return the shipped content with the words of one card on all of its cards."""
    loaded = shipped()
    assert loaded.library is not None
    one = loaded.library.cards[card]
    cards = {
        found.id: one.model_copy(update={"id": found.id, "theme": found.theme})
        for found in loaded.library.cards.values()
    }
    return replace(loaded, library=replace(loaded.library, cards=cards))


def pick(pilot: Pilot, label: str) -> None:
    """Click an entry of the list that is open, further down if need be."""
    for _ in range(30):
        if any(plain(spot.label) == label for spot in pilot.picture.spots):
            break
        pilot.press("down", then=0)
    pilot.click(label)
