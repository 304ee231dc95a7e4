"""Nobody is asked for the offence, nobody can be recognised, nobody is named: with the sentences that are welcome."""

import pytest
from shop import Shop
from typed_cards import card

from game.content.problems import Severity
from game.content.reading.respect import asks_for_the_offence, may_identify, names_somebody

ASKS = (
    "Pourquoi étiez-vous en prison ?",
    "Pourquoi étais-tu en prison ?",
    "Pourquoi as-tu été condamné ?",
    "Pourquoi est-ce que vous avez été incarcéré ?",
    "Pour quel motif avez-vous été condamné ?",
    "Pour quoi êtes-vous en prison ?",
    "Quel est ton délit ?",
    "Quelle était votre peine ?",
    "Quel délit avez-vous commis ?",
    "Quelle peine avez-vous eue ?",
    "Racontez votre délit au groupe.",
    "Parle-nous de ta condamnation.",
    "Dites votre peine en un mot.",
    "Qu’avez-vous fait pour aller en prison ?",
    "Qu’as-tu fait pour en arriver là ?",
    "De quoi étiez-vous accusé ?",
    "Combien de temps avez-vous passé en prison ?",
    "Combien avez-vous pris ?",
    "Avez-vous déjà été en prison ?",
    "As-tu fait de la prison ?",
    "C’était quoi, ton délit ?",
    "Qu’est-ce qui vous a amené en prison ?",
    "Parlez de ce qui t’a conduit en détention.",
    "Avez-vous commis un crime ?",
    "Étiez-vous vraiment coupable ?",
    "Vous êtes tombé pour quoi ?",
    "T’es tombée pour quelle affaire ?",
    "Tu as pris combien ?",
    "T’as fait quoi pour être là ?",
    "De quoi vous accuse-t-on ?",
    "Pourquoi étais-tu dedans ?",
    "Quelle était la raison de votre incarcération ?",
)
WELCOME = (
    "Que répondre si on vous demande votre peine ?",
    "Que dire à qui demande pourquoi vous avez été en prison ?",
    "Qui vous a aidé à sortir de prison ?",
    "Comment parler de votre absence dans un entretien ?",
    "Pourquoi la prison est-elle si loin des familles ?",
    "Quel est ton métier ?",
    "Qu’avez-vous fait pour trouver un logement ?",
    "Quelle aide avez-vous reçue ?",
    "Combien coûte une journée de prison ?",
    "Combien de temps avez-vous attendu la réponse ?",
    "Racontez votre premier jour de travail.",
    "Avez-vous déjà visité un musée ?",
    "Le recruteur a demandé : « Pourquoi étiez-vous en prison ? » Et après ?",
    "À quoi sert une peine ?",
    "Le juge explique la peine à la famille.",
    "Cela fait de la peine à votre mère.",
    "Êtes-vous déjà tombé pour quelqu’un ?",
    "Qu’est-ce qui vous a amené ici, ce soir ?",
    "Qu’est-ce qui vous a conduit vers ce métier ?",
    "Avez-vous commis une erreur au travail ? Comment la réparer ?",
    "Vous avez pris le bus. Combien de temps restez-vous dedans ?",
    "De quoi vous a-t-on parlé à l’accueil ?",
)


@pytest.mark.parametrize("question", ASKS)
def test_what_asks_for_the_offence_or_the_sentence_is_refused(question: str) -> None:
    ((steps, said),) = asks_for_the_offence(card(f'question: "{question}"\n'))
    assert (steps, said.severity) == (("question",), Severity.ERROR), question


@pytest.mark.parametrize("question", WELCOME)
def test_what_asks_for_something_else_is_welcome(question: str) -> None:
    assert not list(asks_for_the_offence(card(f'question: "{question}"\n'))), question


def test_a_prompt_of_the_facilitator_is_read_too_and_told_at_its_line(shop: Shop) -> None:
    shop.write(
        "cards/x.yaml",
        "id: x\ntype: defi\ntheme: emploi\ntexte: Un\nrelances:\n  - Qui aide ?\n  - Quel est ton délit ?\n",
    )
    (told,) = shop.first_lines()
    assert told.startswith("content/cards/x.yaml:7:5  erreur  « Quel est ton délit »")


def test_a_card_that_asks_for_the_offence_never_reaches_the_table(shop: Shop) -> None:
    shop.write("cards/x.yaml", "id: x\ntype: defi\ntheme: emploi\nquestion: Pourquoi étais-tu en prison ?\n")
    assert set(shop.load().library.cards) == {"bonne"}


TOLD = "Je suis entré chez Dupuis à Rezé en mars 2019, après deux ans de prison."


def test_place_date_employer_and_sentence_together_can_tell_who_it_is() -> None:
    ((steps, said),) = may_identify(card(f"texte: {TOLD}\n", type="temoignage"))
    assert (steps, said.severity) == (("texte",), Severity.WARNING)
    assert said.message.startswith("un lieu, une date, un employeur et une peine")


@pytest.mark.parametrize(
    "text",
    [
        "En 2019, à Nantes, je travaillais chez Dupuis.",
        "À Rezé, après six mois fermes, l’usine Dupuis m’a pris.",
        "Le 12 juin 2021, à Rezé, j’ai pris deux ans.",
        "D’Ancenis à Rezé, en 2020, je conduisais pour l’entreprise Dupuis.",
    ],
)
def test_any_three_of_them_are_enough_to_recognise_somebody(text: str) -> None:
    assert len(list(may_identify(card(f"texte: {text}\n", type="temoignage")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Je suis entré chez Dupuis à Rezé.",
        "En mars 2019, après deux ans de prison, j’ai retrouvé un travail.",
        "À Nantes, un garage m’a pris en mars.",
        "Dans une ville, un hiver, une entreprise m’a dit oui.",
    ],
)
def test_one_or_two_of_them_tell_nobody(text: str) -> None:
    assert not list(may_identify(card(f"texte: {text}\n", type="temoignage")))


def test_a_fact_about_a_law_is_no_story_about_a_person() -> None:
    assert not list(may_identify(card(f"texte: {TOLD}\n", type="chiffre")))


@pytest.mark.parametrize("text", ["Karim arrive en retard.", "J’en parle à Sophie.", "Jean-Claude rit."])
def test_a_first_name_is_told_in_what_is_not_a_fiction(text: str) -> None:
    ((_, said),) = names_somebody(card(f"texte: {text}\n"))
    assert said.severity is Severity.WARNING
    assert not list(names_somebody(card(f"texte: {text}\n", origine="fiction"))), "a character may have a first name"


@pytest.mark.parametrize("text", ["Karim Benali arrive.", "J’écris à Mme Leroux.", "Monsieur Martin dit oui."])
def test_a_whole_name_is_told_in_a_fiction_too(text: str) -> None:
    assert len(list(names_somebody(card(f"texte: {text}\n", origine="fiction")))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "La rue Paul Bellamy est longue.",
        "L’hôpital de Saint-Nazaire.",
        "Madame la juge écoute.",
        "Rose et Pierre sont des mots. Une pierre, une rose.",
        "France Travail et la Mission locale.",
        "Nantes, Rezé, Angers.",
        "Le lycée Jean Moulin.",
        "L’abbé Pierre disait oui. Emmaüs aussi.",
    ],
)
def test_places_and_services_are_no_names_of_persons(text: str) -> None:
    assert not list(names_somebody(card(f"texte: {text}\n"))), text
