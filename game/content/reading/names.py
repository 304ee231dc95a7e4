"""Names of persons in a text: the few hundred first names that France gives most, and a word with a capital after.

The list is small on purpose. It leaves out first names that are also words or places (Rose, Pierre, Marine, Claire,
Florence, Nancy…): an author who is told a thing that is not true stops reading. It cannot find every name; the guide
says that no name is written at all.
"""

import re

_LISTED = """
Abdel Abdelkader Abdou Adama Adrien Agathe Ahmed Aïcha Alain Alassane Albert Alexandre Alexis Ali Alice Aline Amadou
Amandine Amélie Amina Amine Anaïs Anne André Andrea Anissa Anna Annick Antoine Anthony Arnaud Arthur Audrey Aurélie
Aurélien Axel Aymeric Ayoub Baptiste Bastien Béatrice Benjamin Benoît Bernadette Bernard Bertrand Bilal Boris
Boubacar Brahim Brice Brigitte Bruno Camille Carine Caroline Catherine Cécile Cédric Céline Chantal Charlotte
Christelle Christian Christine Christophe Cindy Claude Clara Coralie Corentin Cyril Damien Daniel Danielle David
Denis Didier Dimitri Djamila Dominique Dylan Édouard Éléonore Élise Élodie Emma Emmanuel Emmanuelle Enzo Éric
Estelle Étienne Eugénie Eva Fabien Fabrice Fanny Farid Fatima Fatou Fatoumata Félix Fernand Franck François
Françoise Frédéric Gabriel Gaëlle Gaëtan Geneviève Georges Gérald Gérard Germain Ghislaine Gilles Grégory Guillaume
Guy Gwenaël Habib Hakim Hamid Hamza Hassan Hélène Henri Hervé Hugo Hugues Ibrahim Idriss Inès Ingrid Irène Isabelle
Ismaël Jacqueline Jacques Jamal Jason Jean Jeanne Jennifer Jérémy Jérôme Jessica Joël Joëlle Johan Johanna Jonathan
Jordan José Joseph Josiane Julie Julien Juliette Justine Kamel Karim Karima Karine Katia Kévin Khadija Khalid
Killian Laetitia Lamine Laura Laurence Laurent Laurie Léa Léo Léon Leïla Lina Lionel Lisa Loïc Louis Louise Luc
Lucas Lucie Ludovic Lydie Maëlle Maëva Magali Mamadou Manon Manuel Marc Marcel Marguerite Marianne Marie Marilyne
Marion Martine Mathieu Mathilde Mathis Matthieu Maurice Maxime Medhi Mehdi Mélanie Mélissa Michaël Michel Michèle
Mickaël Mireille Mohamed Mohammed Monique Mouloud Moussa Mourad Mustapha Myriam Nabil Nadège Nadia Nadine Nassim
Nathalie Nathan Nicolas Nicole Noémie Nora Nordine Odile Olivier Omar Ophélie Oscar Oumar Ousmane Patrice Patricia
Patrick Paul Paulette Pauline Philippe Quentin Rachid Raphaël Raymond Redouane Régis Rémi René Richard Robert Robin
Rodolphe Roger Roland Romain Romane Ronan Ryan Sabine Sabrina Saïd Salim Salima Samia Samir Samira Samuel Sandra
Sandrine Sarah Sébastien Sékou Serge Séverine Simone Slimane Sofia Solène Sonia Sophie Stéphane Stéphanie Suzanne
Sylvain Sylvie Tanguy Tarik Théo Théodore Thibault Thierry Thomas Timothée Tony Valérie Vanessa Véronique Vincent
Virginie Wahid William Xavier Yacine Yann Yannick Yasmina Yassine Yoann Yohan Younès Youssef Yves Yvette Yvonne
Zineb Zoé Zohra
"""
_FIRST = frozenset(_LISTED.split())
_CAPITALISED = r"[A-ZÀÂÇÉÈÊÎÏÔÛ][\w’]*[a-zà-ÿ](?:-[A-ZÀ-Ý][a-zà-ÿ]+)*"
_GIVEN = re.compile(rf"(?<![\w-])({_CAPITALISED})(?![\w-])")
_FULL = re.compile(rf"(?<![\w-])({_CAPITALISED})[ \u00a0](?:(?:de|du|le|la|el|ben)[ \u00a0])?([A-ZÀ-Ý][\w-]+)")
_TITLED = re.compile(r"(?<!\w)(?:M\.|Mme|Mlle|MM\.|Monsieur|Madame|Mademoiselle)[ \u00a0][A-ZÀ-Ý][\w-]+")
_CIVIC = re.compile(
    r"(?:\b(?:rue|avenue|place|boulevard|quai|cours|square|lycée|collège|école|hôpital|stade|gare|centre|prison|maison"
    r"|résidence|fondation|association|musée|parc|foyer|tour|île|hall|théâtre|bibliothèque|loi|prix|saint|sainte"
    r"|Saint|Sainte)\s(?:(?:de|du|des|le|la)\s|d’|l’)?|[Ss]aint-|d’|l’)$"
)
"""What stands before a name that belongs to a place or a law by now."""


def given_names(text: str) -> tuple[str, ...]:
    """Return the first names of a text, in order."""
    return tuple(match[1] for match in _GIVEN.finditer(text) if _is_first(match[1]) and not _is_civic(text, match))


def full_names(text: str) -> tuple[str, ...]:
    """Return the names that tell who a person is: a first name and a surname, or a title and a surname."""
    titled = [match[0] for match in _TITLED.finditer(text)]
    found = [match[0] for match in _FULL.finditer(text) if _is_first(match[1]) and not _is_civic(text, match)]
    return tuple(titled + found)


def _is_first(word: str) -> bool:
    return any(part in _FIRST for part in (word, word.split("-", maxsplit=1)[0]))


def _is_civic(text: str, match: re.Match[str]) -> bool:
    return _CIVIC.search(text[: match.start()]) is not None
