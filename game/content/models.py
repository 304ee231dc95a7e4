"""All that the content is made of, in one import: ``from game.content.models import Card, BoardFile``."""

from game.content.aids import Aid
from game.content.boards import BoardFile, BoardSquare, Effect
from game.content.cards import (
    Audience,
    Card,
    Choice,
    Consent,
    Fact,
    Kind,
    Origin,
    Pillar,
    TeamPreset,
    Term,
    Theme,
    Tone,
    Translation,
)
from game.content.formats import Act, ActKind, Format, Mode, PollQuestion

__all__ = [
    "Act",
    "ActKind",
    "Aid",
    "Audience",
    "BoardFile",
    "BoardSquare",
    "Card",
    "Choice",
    "Consent",
    "Effect",
    "Fact",
    "Format",
    "Kind",
    "Mode",
    "Origin",
    "Pillar",
    "PollQuestion",
    "TeamPreset",
    "Term",
    "Theme",
    "Tone",
    "Translation",
]
