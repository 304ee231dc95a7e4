"""What a keyboard, Word or a spreadsheet puts in a file is told with exactly what to type instead."""

from collections.abc import Callable

import pytest
from shop import Shop

HEAD = "id: x\ntype: defi\ntheme: emploi\n"
CONSENT = HEAD + (
    "texte: Un\norigine: temoignage\nconsentement: {auteur: T-1, date: %s, publics: [pilotes], jusqu-au: 2099-01-01}\n"
)
TYPED = {
    "a key in curly quotes": (HEAD + "“texte”: Un\n", "4:1", "une clé s’écrit sans guillemets", "retapez « texte: »"),
    "a key in guillemets": (HEAD + "« texte »: Un\n", "4:1", "une clé s’écrit sans guillemets", "retapez « texte: »"),
    "a key with a letter of no width": (HEAD + "te\u200bxte: Un\n", "4:1", "ni caractère invisible", "« texte: »"),
    "a list with the dashes of Word": (
        HEAD + "texte: Un\nrelances:\n  – Qui aide ?\n  – Et vous ?\n",
        "6:3",
        "une liste est attendue.",
        "Écrivez « - Qui aide ? ».",
    ),
    "a list with bullets": (HEAD + "texte: Un\nrelances:\n  • Qui ?\n", "6:3", "une liste", "Écrivez « - Qui ? »."),
    "a list without spaces": (HEAD + "texte: Un\nrelances:\n  -Qui ?\n  -Et ?\n", "6:3", "une liste", "« - Qui ? »"),
    "one value for a list": (HEAD + "texte: Un\npublics: pilotes\n", "5:10", "une liste", "Écrivez « [pilotes] »."),
    "values with commas": (HEAD + "texte: Un\npublics: pilotes, public\n", "5:10", "une liste", "[pilotes, public]"),
    "a colon away from its key": (HEAD + "texte :Un\n", "4:6", "le deux-points n’est pas collé", "« texte: »"),
    "a colon of another alphabet": (HEAD + "texte： Un\n", "4:6", "le deux-points n’est pas collé", "« texte: »"),
    "a day of a spreadsheet": (CONSENT % "46095", "6:35", "« 46095 » n’est pas une date", "Écrivez 2026-03-14."),
    "a day in figures": (CONSENT % "20260314", "6:35", "n’est pas une date", "Écrivez 2026-03-14."),
    "a day as one says it": (CONSENT % "14/03/2026", "6:35", "n’est pas une date", "Écrivez 2026-03-14."),
    "a day with the dashes of Word": (CONSENT % "2026–03–14", "6:35", "n’est pas une date", "Écrivez 2026-03-14."),
    "a day that is in no calendar": (CONSENT % "2026-02-30", "6:35", "n’est pas une date", "année-mois-jour"),
    "minutes with their unit": (HEAD + "texte: Un\nduree: 3 min\n", "5:8", "« 3 min » n’est pas", "en chiffres : 3."),
}


@pytest.mark.parametrize("name", TYPED)
def test_what_is_typed_is_told_with_what_to_type(shop: Shop, name: str) -> None:
    typed, place, message, remedy = TYPED[name]
    shop.write("cards/x.yaml", typed)
    (told,) = shop.report()
    assert told.startswith(f"content/cards/x.yaml:{place}  erreur  "), told
    first, second = told.split("\n")
    assert message in first
    assert remedy in second


def test_a_file_in_utf_16_is_called_by_its_name(shop: Shop) -> None:
    shop.write("cards/x.yaml", (HEAD + "texte: Un\n").encode("utf-16"))
    (told,) = shop.first_lines()
    assert told.endswith("1:1  erreur  ce fichier est en UTF-16 (l’« Unicode » du Bloc-notes), pas en UTF-8.")


def test_soft_hyphens_and_spaces_of_no_width_never_reach_the_screen(shop: Shop) -> None:
    shop.write("cards/x.yaml", HEAD + "texte: Un accom\u00adpa\u200bgnement\n")
    assert shop.load().library.cards["x"].text == "Un accompagnement"


def test_after_a_misplaced_colon_the_next_mistakes_are_told_too(say_of_card: Callable[[str], list[str]]) -> None:
    told = say_of_card(HEAD + "texte :Un\nduree: long\n")
    assert [line.split("  ")[0] for line in told] == ["4:6", "5:8"]
