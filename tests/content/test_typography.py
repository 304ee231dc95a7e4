import pytest
from hypothesis import given, strategies as st

from game.content.typography import french

PAIRS = {
    "L'avenir d'Aïcha": "L’avenir d’Aïcha",
    'Il dit "oui" et "non".': "Il dit «\u00a0oui\u00a0» et «\u00a0non\u00a0».",
    "«Bonjour» « Salut »": "«\u00a0Bonjour\u00a0» «\u00a0Salut\u00a0»",
    "Quoi ? Non ! Si ; bon": "Quoi\u202f? Non\u202f! Si\u202f; bon",
    "Quoi? Non! Si; bon": "Quoi\u202f? Non\u202f! Si\u202f; bon",
    "Quoi\u00a0? Quoi ?!": "Quoi\u202f? Quoi\u202f?!",
    "Attention : danger": "Attention\u00a0: danger",
    "Attention: danger": "Attention\u00a0: danger",
    "À 14:30, sur https://x.fr/?a=b;c ?": "À 14:30, sur https://x.fr/?a=b;c\u202f?",
    "Il attend...": "Il attend…",
    "Bulletin n° 3, n°2": "Bulletin n°\u00a03, n°\u00a02",
    "64 % et 12 €": "64\u00a0% et 12\u00a0€",
    "06 12 34 56 78": "06 12 34 56 78",
    "(?)": "(?)",
    "  une ligne  \n  deux  ": "une ligne\n  deux",
}


@pytest.mark.parametrize("typed", PAIRS)
def test_what_a_keyboard_has_becomes_french(typed: str) -> None:
    assert french(typed) == PAIRS[typed]


@given(st.text("aé1 '\"«»:;!?.…n°%€\u00a0\u202f\n\tw/()-", max_size=40))
def test_doing_it_twice_changes_nothing_more(text: str) -> None:
    once = french(text)
    assert french(once) == once


@given(st.text(max_size=60))
def test_no_letter_and_no_digit_is_ever_lost(text: str) -> None:
    def letters(words: str) -> str:
        return "".join(sign for sign in words if sign.isalnum())

    assert letters(french(text)) == letters(text)


@given(st.lists(st.sampled_from(["oui", "?", "!", ";", ":", "»", "«"]), max_size=8).map(" ".join))
def test_no_plain_space_is_left_where_a_line_must_not_break(text: str) -> None:
    found = french(text)
    assert not any(f" {sign}" in found for sign in "?!;:»")
    assert "« " not in found
