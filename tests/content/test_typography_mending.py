"""`permis verifier --corriger` mends spaces, quotes and apostrophes in the file itself, and touches nothing else."""

import pytest
from hypothesis import given, strategies as st
from shop import Shop
from typed_cards import entry

from game.checks.verifying import correct
from game.content.cards import Card
from game.content.entries import entries_of
from game.content.reading.typed import badly_set, mended
from game.content.typography import french
from game.content.yamlnodes import read

TYPED = """\
# Une carte d'essai : "ne pas toucher" !
- id: un   # l'id ne change pas
  type:   defi
  theme: emploi
  titre: L'arrivee
  texte: |
    Il dit : "Revenez demain !"   \n    L'agent sourit...
  question:  "Et vous, qu'auriez-vous dit ?"
  relances: [ 'Qui aide ?',  "Ou est l'accueil ?" ]


  traductions: {en: {texte: "It's me !"}}   # laisse tel quel
  audio: sons/l'ami.ogg
"""
SET = TYPED.replace("L'arrivee", "L’arrivee").replace("L'agent sourit...", "L’agent sourit…")
SET = SET.replace('Il dit : "Revenez demain !"', "Il dit\u00a0: «\u00a0Revenez demain\u202f!\u00a0»")
SET = SET.replace("qu'auriez-vous dit ?", "qu’auriez-vous dit\u202f?").replace("Qui aide ?", "Qui aide\u202f?")
SET = SET.replace("l'accueil ?", "l’accueil\u202f?")


def test_the_texts_are_mended_and_comments_order_and_layout_stay() -> None:
    assert mended(TYPED.encode()).decode() == SET


def test_what_is_mended_already_stays_the_same_to_the_byte() -> None:
    assert mended(SET.encode()) == SET.encode()


@pytest.mark.parametrize("start", ["", "\ufeff"], ids=["plain", "with a byte order mark"])
@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["Unix", "Windows"])
def test_line_breaks_and_the_mark_of_windows_stay(start: str, end: str) -> None:
    typed, right = ((start + text).replace("\n", end).encode() for text in (TYPED, SET))
    assert mended(typed) == right


def test_a_file_with_a_mistake_is_left_alone() -> None:
    for typed in (b"titre: L'ami : le retour ?\n", "titre: L'été".encode("cp1252"), b"", b"texte: !Bravo l'ami\n"):
        assert mended(typed) == typed


def test_a_value_that_cannot_be_mended_in_place_does_not_keep_the_others_from_it() -> None:
    typed = 'titre: "Une ligne\\nL\'autre ?"\ntexte: "L\'ami\n  dit \\"oui\\" !"\nquestion: C\'est qui ?\n'
    after = mended(typed.encode()).decode()
    assert "C’est qui\u202f?" in after
    assert {key: french(value) for key, value in read("", after.encode()).value.items()} == {
        key: french(value) for key, value in read("", typed.encode()).value.items()
    }


_KEYS = ("titre", "texte", "question")
_SIGNS = st.text("aé '\"?!:;…«»%\u00a0\u202f.#-\\,[]{}&*|>1", max_size=24)


@given(texts=st.lists(_SIGNS, min_size=1, max_size=3), style=st.sampled_from(["plain", "'", '"', "|"]))
def test_whatever_is_typed_a_mended_file_says_the_same_and_needs_no_more_mending(texts: list[str], style: str) -> None:
    typed = "id: x\n" + "".join(_line(key, text, style) for text, key in zip(texts, _KEYS, strict=False))
    before = read("", typed.encode())
    after = mended(typed.encode())
    if before.problems or before.root is None:
        assert after == typed.encode()
        return
    again = read("", after.encode() if isinstance(after, str) else after)
    assert again.value.keys() == before.value.keys()
    assert all(french(again.value[key] or "") == french(before.value[key] or "") for key in before.value)
    assert mended(after) == after


def _line(key: str, text: str, style: str) -> str:
    if style == "'":
        return f"{key}: '{text.replace(chr(39), chr(39) * 2)}'\n"
    if style == '"':
        escaped = text.replace("\\", "\\\\").replace('"', '\\"')
        return f'{key}: "{escaped}"\n'
    return f"{key}: |\n  {text}\n" if style == "|" else f"{key}: {text}\n"


def test_bad_typography_is_advice_once_a_card_at_its_first_text() -> None:
    found = list(badly_set(entry("titre: Bien\ntexte: L'ami\nrelances:\n  - Bien.\n  - Qui ?\n")))
    ((steps, said),) = found
    assert steps == ("texte",)
    assert said.message == "2\u00a0textes à la typographie approximative : espaces, guillemets ou apostrophes."
    assert not list(badly_set(entry("titre: L’ami\u202f!\ntexte: Dire «\u00a0oui\u00a0»\n")))


def test_a_folder_is_corrected_where_it_has_to_be(shop: Shop) -> None:
    shop.write("cards/a.yaml", "id: a\ntype: defi\ntheme: emploi\ntexte: L'ami !\n")
    shop.write("facts.yaml", "- {id: f, fact: L'ami !}\n")
    before = {path: path.stat().st_mtime_ns for path in shop.root.rglob("*.yaml") if path.name != "a.yaml"}
    assert correct(shop.root) == ("cards/a.yaml",)
    assert (shop.root / "cards/a.yaml").read_text(encoding="utf-8").endswith("texte: L’ami\u202f!\n")
    assert {path: path.stat().st_mtime_ns for path in before} == before, "the other files are not even written"
    assert correct(shop.root) == ()


def test_what_a_mended_file_holds_is_what_was_loaded_before() -> None:
    before = entries_of(read("", TYPED.encode()), Card).good
    after = entries_of(read("", mended(TYPED.encode())), Card).good
    assert [one.model for one in before] == [one.model for one in after]
    assert before
