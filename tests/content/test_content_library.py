from datetime import date

import pytest
from shop import Shop

from game.rules.board import Back, Finish, Forward, GoTo, RollAgain

TODAY = date(2026, 6, 1)
TESTIMONY = """id: vrai
type: temoignage
theme: emploi
texte: Il m'a dit "oui".
origine: temoignage
publics: [pilotes, entreprises]
consentement:
  auteur: T-012
  date: 2026-03-14
  publics: [pilotes]
  jusqu-au: 2026-06-01
  retire: non
"""


def shown(shop: Shop, audiences: list[str], on: date = TODAY) -> list[str]:
    return [card.id for card in shop.load().library.cards_for(audiences, on)]


def test_a_testimony_is_shown_only_to_those_it_was_given_for(shop: Shop) -> None:
    shop.write("cards/vrai.yaml", TESTIMONY)
    assert shown(shop, ["pilotes"]) == ["bonne", "vrai"]
    assert shown(shop, ["entreprises"]) == ["bonne"]
    assert shown(shop, ["pilotes", "entreprises"]) == ["bonne"]


@pytest.mark.parametrize("day", [date(2026, 3, 13), date(2026, 6, 2)])
def test_a_testimony_is_not_shown_outside_of_its_dates(shop: Shop, day: date) -> None:
    shop.write("cards/vrai.yaml", TESTIMONY)
    assert shown(shop, ["pilotes"], day) == ["bonne"]


def test_a_withdrawn_testimony_is_never_shown(shop: Shop) -> None:
    shop.write("cards/vrai.yaml", TESTIMONY.replace("retire: non", "retire: oui"))
    assert shown(shop, ["pilotes"]) == ["bonne"]


def test_a_card_must_suit_every_audience_in_the_room(shop: Shop) -> None:
    shop.write("cards/x.yaml", "id: x\ntype: defi\ntheme: emploi\ntexte: Un\npublics: [etudiants, public]\n")
    assert shown(shop, ["etudiants"]) == ["bonne", "x"]
    assert shown(shop, ["etudiants", "pilotes"]) == ["bonne"]


def test_texts_are_in_french_typography_once_loaded(shop: Shop) -> None:
    shop.write("cards/vrai.yaml", TESTIMONY)
    assert shop.load().library.cards["vrai"].text == "Il m’a dit «\u00a0oui\u00a0»."


def test_a_board_becomes_what_the_rules_play(shop: Shop) -> None:
    special = "  - {{nom: Pont, icone: bridge, texte: Un pont., effet: {{{}}}}}\n"
    effects = ("avancer: 2", "reculer: 1", "aller: pas-3", "relancer: oui")
    text = (shop.root / "boards/permis.yaml").read_text(encoding="utf-8")
    shop.write("boards/permis.yaml", "fin: rebondir\nde: 2\n" + text + "".join(map(special.format, effects)))
    board = shop.load().library.boards["permis"].rules()
    assert (board.dice, board.finish, board.end) == (2, Finish.BOUNCE, 17)
    assert [square.effect for square in board.squares[12:]] == [Forward(2), Back(1), GoTo("pas-3"), RollAgain()]
    assert (board.positions["pas-3"], board.squares[12].id, board.squares[0].theme) == (4, "case-13", "emploi")


def test_a_question_has_one_right_choice(shop: Shop) -> None:
    text = "id: q\ntype: question\ntheme: emploi\nquestion: Vrai ?\nexplication: Oui.\nchoix: [Non, {juste: Oui}]\n"
    shop.write("cards/q.yaml", text)
    choices = shop.load().library.cards["q"].choices
    assert [(choice.text, choice.right) for choice in choices] == [("Non", False), ("Oui", True)]


def test_the_digest_follows_the_words_and_not_the_line_ends(shop: Shop) -> None:
    before = shop.load().library.digest
    card = (shop.root / "cards/bonne.yaml").read_bytes()
    shop.write("cards/bonne.yaml", card.replace(b"\n", b"\r\n"))
    assert shop.load().library.digest == before
    shop.write("cards/bonne.yaml", card.replace(b"Dites", b"Disons"))
    assert shop.load().library.digest != before


def test_an_act_knows_its_minutes_and_its_words(shop: Shop) -> None:
    script = shop.load().library.formats["court"]
    assert [(act.kind, act.minutes) for act in script.acts] == [("accueil", 5), ("jeu", 10), ("cloture", 5)]
    assert script.minutes == 20
