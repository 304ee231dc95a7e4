"""What French authors type, and what they are told."""

from collections.abc import Callable

import pytest
from shop import Shop

Say = Callable[[str], list[str]]
HEAD = "id: x\ntype: defi\ntheme: emploi\n"

TRAPS = {
    "a colon in a sentence": (
        "texte: Attention : danger\n",
        "4:8  erreur  « texte: Attention : danger » : un deux-points suivi d’une espace coupe la phrase.",
    ),
    "a no-break space before the colon": (
        "texte: Attention\u00a0: danger\n",
        "4:8  erreur  « texte: Attention : danger » : un deux-points suivi d’une espace coupe la phrase.",
    ),
    "a hash after a space": (
        "texte: logement #1 en IDF\n",
        "4:17  avertissement  « #1 en IDF » est coupé : après une espace, « # » commence un commentaire.",
    ),
    "an exclamation mark first": (
        "texte: !Bravo\n",
        "4:8  erreur  « !Bravo » : un point d’exclamation en début de valeur est lu comme une consigne.",
    ),
    "a bracket first": (
        "texte: [Prénom] a trouvé un toit.\n",
        "4:8  erreur  « [Prénom] a trouvé un toit. » : une valeur qui commence par un crochet est lue comme une liste.",
    ),
    "an apostrophe between straight quotes": (
        "texte: 'L'avenir'\n",
        "4:8  erreur  « 'L'avenir' » : l’apostrophe ferme le guillemet : la fin de la phrase est perdue.",
    ),
    "a pasted no-break space": (
        "texte: Un\n\u00a0titre: Deux\n",
        "5:1  erreur  espace insécable collée dans l’alignement : YAML la prend pour une lettre de la clé.",
    ),
    "a no-break space after the key": (
        "titre:\u00a0Bonjour\ntexte: Un\n",
        "4:7  erreur  l’espace après le deux-points est insécable.",
    ),
    "a key given twice": ("texte: Un\ntexte: Deux\n", "5:1  erreur  clé « texte » donnée deux fois."),
    "no space after the key": ("titre:Bonjour\ntexte: Un\n", "4:7  erreur  il manque une espace après le deux-points."),
    "a tab": ("texte: Un\n\ttitre: x\n", "5:1  erreur  tabulation dans l’alignement : YAML n’accepte que des espaces."),
    "typed quotes around a key": (
        "“texte”: Un\n",
        "4:1  erreur  une clé s’écrit sans guillemets ni caractère invisible.",
    ),
    "guillemets around a key": (
        "« texte » : Un\n",
        "4:1  erreur  une clé s’écrit sans guillemets ni caractère invisible.",
    ),
    "an accent in a key": (
        "texte: Un\nthème: x\n",
        "5:1  erreur  clé inconnue « thème » : vouliez-vous dire « theme » ?",
    ),
    "a capital at a key": ("Texte: Un\n", "4:1  erreur  clé inconnue « Texte » : vouliez-vous dire « texte » ?"),
    "a tab before an item": (
        "texte: Un\nrelances:\n\t- Qui ?\n",
        "6:1  erreur  tabulation dans l’alignement : YAML n’accepte que des espaces.",
    ),
    "a bullet of a word processor": ("texte: Un\nrelances:\n  • Qui ?\n", "6:3  erreur  une liste est attendue."),
    "a unit after a number": ("texte: Un\nduree: 5 min\n", "5:8  erreur  « 5 min » n’est pas un nombre entier."),
    "a decimal comma": ("texte: Un\nduree: 2,5\n", "5:8  erreur  « 2,5 » n’est pas un nombre entier."),
    "a quote that is never closed": (
        'texte: "Bonjour\n',
        '4:8  erreur  « "Bonjour » : le guillemet droit ferme la valeur trop tôt, ou ne la ferme jamais.',
    ),
    "a star first": (
        "texte: *Attention*\n",
        "4:8  erreur  « *Attention* » : une valeur ne peut pas commencer par « * ».",
    ),
    "a list on the line of its key": (
        "texte: Un\nrelances: - Qui ?\n",
        "5:11  erreur  « - Qui ? » : une liste commence à la ligne suivante, pas après la clé.",
    ),
    "a text that goes on without a key": (
        "texte: Un jour,\nil est parti.\n",
        "5:1  erreur  « il est parti. » : cette ligne n’a pas de clé.",
    ),
}


@pytest.mark.parametrize("name", TRAPS)
def test_each_trap_is_named_where_it_stands(name: str, say_of_card: Say) -> None:
    typed, told = TRAPS[name]
    assert say_of_card(HEAD + typed)[0] == told


@pytest.mark.parametrize("name", [name for name in TRAPS if name not in ("a tab", "a pasted no-break space")])
def test_one_trap_gives_one_problem(name: str, say_of_card: Say) -> None:
    assert len(say_of_card(HEAD + TRAPS[name][0])) == 1


def test_a_colon_in_an_item_of_a_list_is_the_same_trap(say_of_card: Say) -> None:
    told = say_of_card(HEAD + "texte: Un\nrelances:\n  - Attention : danger\n")
    assert told == ["6:5  erreur  « Attention : danger » : un deux-points suivi d’une espace coupe la phrase."]


def test_all_the_traps_of_a_file_are_told_at_once(say_of_card: Say) -> None:
    told = say_of_card(HEAD + "titre: Un : deux\ntexte: 'L'avenir'\nquestion: [Qui] le sait ?\n")
    assert [line.split("  ")[0] for line in told] == ["4:8", "5:8", "6:11"]


def test_a_trap_in_one_card_leaves_the_others_of_the_file(shop: Shop) -> None:
    lines = "- id: {}\n  type: defi\n  theme: emploi\n  texte: {}\n"
    shop.write("cards/x.yaml", lines.format("une", "Attention : danger") + lines.format("deux", "Tout va bien."))
    assert set(shop.load().library.cards) == {"bonne", "deux"}


def test_a_real_comment_is_left_in_peace(say_of_card: Say) -> None:
    assert say_of_card(HEAD + "texte: Un    # une idée\n# une note\ntitre: Le n°1 #\nquestion: 'Un #2 ?'\n") == []


def test_scalars_stay_what_was_typed(shop: Shop) -> None:
    body = "texte: on\ntitre: 14:30\nquestion: 0612345678\navertissement: 01000\nrelances: [yes, no, 1e3, ~]\n"
    shop.write("cards/x.yaml", HEAD + body)
    card = shop.load().library.cards["x"]
    assert (card.text, card.title, card.question, card.warning) == ("on", "14:30", "0612345678", "01000")
    assert card.prompts == ("yes", "no", "1e3", "~")


def test_a_remedy_says_what_to_type(shop: Shop) -> None:
    shop.write("cards/x.yaml", HEAD + "texte: Attention : danger\n")
    assert shop.report()[0].endswith(
        "\n    Mettez la phrase entre guillemets, ou écrivez-la à la ligne après « texte: | »."
    )


def test_the_report_itself_is_in_french_typography(shop: Shop) -> None:
    shop.write("cards/x.yaml", HEAD + "tittre: Un\n")
    told = [problem.message for problem in shop.load().problems]
    assert "clé inconnue «\u00a0tittre\u00a0»\u00a0: vouliez-vous dire «\u00a0titre\u00a0»\u202f?" in told


LENT = (
    "id: x\ntype: temoignage\ntheme: emploi\norigine: temoignage\ntexte: Un\n"
    "consentement: {auteur: T-1, publics: [pilotes], jusqu-au: 2099-01-01, date: %s}\n"
)


@pytest.mark.parametrize("typed", ["20260314", "46095", "14/03/2026", "14-3-26", "mars 2026", "2026-02-30", "2026"])
def test_a_date_that_is_a_number_or_that_is_no_day_is_told_with_the_way_to_write_it(shop: Shop, typed: str) -> None:
    shop.write("cards/x.yaml", LENT % typed)
    (told,) = shop.report()
    assert told.startswith(f"content/cards/x.yaml:6:77  erreur  « {typed} » n’est pas une date.\n")
    assert "2026-03-14" in told
    assert "x" not in shop.load().library.cards


@pytest.mark.parametrize(
    ("encoding", "place", "told"),
    [
        ("cp1252", "4:9", "octet 0x92 : ce fichier n’est pas en UTF-8."),
        ("mac_roman", "4:9", "octet 0xD5 : ce fichier n’est pas en UTF-8."),
        ("utf-16", "1:1", "ce fichier est en UTF-16 (l’« Unicode » du Bloc-notes), pas en UTF-8."),
    ],
)
def test_a_file_saved_in_another_code_page_is_told_at_the_first_letter_that_is_wrong(
    shop: Shop, encoding: str, place: str, told: str
) -> None:
    shop.write("cards/x.yaml", (HEAD + "texte: L’ami est là\n").encode(encoding))
    assert shop.first_lines() == [f"content/cards/x.yaml:{place}  erreur  {told}"]
