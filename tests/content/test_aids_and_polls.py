"""The list of real help and the poll of a format, as staff write them: what is good, and where a mistake stands."""

import pytest
from shop import FORMAT, Shop

AID = "- nom: Toit\n  telephone: 115\n  pour: Un toit\n  quand: Jour et nuit\n  source: SIAO\n  annee: 2024\n"
QUESTION = "  - {question: Et vous ?, reponses: [Oui, Un peu, Non]}\n"
POLL = f"sondage:\n{QUESTION * 3}"

AID_MISTAKES = {
    "a number with letters": (
        AID.replace("115", "0800 OUI"),
        ["2:14  erreur  « 0800 OUI » ne convient pas."],
    ),
    "no way to reach it": (
        AID.replace("  telephone: 115\n", ""),
        ["1:3  erreur  on ne sait pas comment joindre cette aide."],
    ),
    "no source": (AID.replace("  source: SIAO\n", ""), ["1:3  erreur  il manque « source »."]),
    "a year in letters": (AID.replace("2024", "hier"), ["6:10  erreur  « hier » n’est pas un nombre entier."]),
    "an unknown key": (
        AID.replace("telephone", "telefone"),
        ["2:3  erreur  clé inconnue « telefone » : vouliez-vous dire « telephone » ?"],
    ),
    "twins": (AID * 2, ["7:8  erreur  « Toit » existe déjà"]),
}
POLL_MISTAKES = {
    "two questions": (
        f"sondage:\n{QUESTION * 2}",
        "7:3  erreur  2 dans ce sondage : il faut 3 questions, ni plus ni moins.",
    ),
    "two answers": (
        f"sondage:\n{QUESTION * 2}  - {{question: Et vous ?, reponses: [Oui, Non]}}\n",
        "9:37  erreur  2 dans cette liste : il en faut au moins 3.",
    ),
    "five answers": (
        f"sondage:\n{QUESTION * 2}  - {{question: Et vous ?, reponses: [A, B, C, D, E]}}\n",
        "9:37  erreur  5 dans cette liste : il en faut au plus 4.",
    ),
}


@pytest.mark.parametrize("name", AID_MISTAKES)
def test_a_mistake_in_the_list_of_help_is_told_where_it_stands(shop: Shop, name: str) -> None:
    text, expected = AID_MISTAKES[name]
    shop.write("aide.yaml", text)
    found = [line.removeprefix(f"{shop.root.name}/aide.yaml:") for line in shop.first_lines()]
    for line in expected:
        assert any(told.startswith(line) for told in found), (line, found)
    assert len(found) >= len(expected)


def test_a_good_list_of_help_keeps_the_order_of_its_file(shop: Shop) -> None:
    shop.write("aide.yaml", AID + AID.replace("Toit", "Autre").replace("telephone: 115", "lieu: Ici"))
    assert shop.report() == []
    assert [(aid.name, aid.phone, aid.year) for aid in shop.load().library.aids] == [
        ("Toit", "115", 2024),
        ("Autre", "Ici", 2024),
    ]


def with_poll(poll: str) -> str:
    return FORMAT.replace("actes:\n", f"{poll}actes:\n")


@pytest.mark.parametrize("name", POLL_MISTAKES)
def test_a_mistake_in_a_poll_is_told_where_it_stands(shop: Shop, name: str) -> None:
    text, expected = POLL_MISTAKES[name]
    shop.write("formats/court.yaml", with_poll(text))
    assert [line.removeprefix(f"{shop.root.name}/formats/court.yaml:") for line in shop.first_lines()] == [expected]


def test_a_poll_has_three_questions_and_an_act_before_the_game(shop: Shop) -> None:
    shop.write("formats/court.yaml", with_poll(POLL))
    assert shop.report() == []
    assert [asked.answers for asked in shop.load().library.formats["court"].poll] == [("Oui", "Un peu", "Non")] * 3
    shop.write("formats/court.yaml", with_poll(POLL).replace("  - accueil: 5\n", ""))
    assert ["le sondage se pose" in line for line in shop.first_lines()] == [True]
