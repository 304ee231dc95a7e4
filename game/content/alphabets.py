"""The alphabets that the program can draw: those of the typefaces under ``assets/fonts``."""

import unicodedata

_DRAWN = ("LATIN", "GREEK", "CYRILLIC", "ARABIC")


def is_drawn(letter: str) -> bool:
    """Tell whether a typeface of the game has this letter; signs, digits and spaces are all taken to be there."""
    if not unicodedata.category(letter).startswith("L"):
        return True
    return unicodedata.name(letter, "").startswith((*_DRAWN, "FEMININE ORDINAL", "MASCULINE ORDINAL"))
