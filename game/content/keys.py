"""What each key of the content files means, in French: for the editor that completes, and for the spreadsheet.

The schemas (`game.content.schema`) and the sheet « Lisez-moi » of the spreadsheet both take their words here.
"""

from dataclasses import dataclass

from pydantic import BaseModel

from game.content.aids import Aid
from game.content.boardrules import BoardRules, FirstThrow
from game.content.boards import BoardFile, BoardSquare, Effect, LeaveOn
from game.content.cards import Card, Choice, Consent, Fact, TeamPreset, Term, Theme, Translation
from game.content.formats import Act, Format, PollQuestion
from game.content.record_columns import RecordColumn
from game.french import unbroken


@dataclass(frozen=True, slots=True)
class KeyWords:
    """A key explained: a sentence or two, and values that are good ones.

    Attributes:
        text: In French.
        examples: As in YAML: texts, whole numbers, lists, mappings.
    """

    text: str
    examples: tuple[object, ...]


def _words(text: str, *examples: object) -> KeyWords:
    return KeyWords(unbroken(text), examples)


_PUBLICS = _words("À qui elle peut être montrée : pilotes, entreprises, etudiants, public.", ["pilotes"])
_ID_OF_CARD = "Le nom de la carte dans le programme : des minuscules sans accent, des chiffres, des tirets."

_CARD = {
    "id": _words(f"{_ID_OF_CARD} Il ne change jamais. Le fichier porte le même nom.", "trou-dans-le-cv"),
    "type": _words(
        "Ce que la carte demande à la salle : temoignage, mise-en-situation, question, defi, mot, chiffre, "
        "coup-de-pouce ou obstacle.",
        "mise-en-situation",
    ),
    "theme": _words(
        "L’id d’un thème de themes.yaml.", "emploi", "logement", "sante", "liens", "vie-quotidienne", "justice"
    ),
    "titre": _words("Ce qui s’affiche en grand, en quelques mots.", "Le premier jour"),
    "texte": _words(
        "La situation, en phrases courtes, une idée par ligne. Avec la question, 45 mots tiennent sur une page.",
        "Vous arrivez au travail.\nPersonne ne vous attend.",
    ),
    "question": _words("Ce que la salle se demande ensuite : une question ouverte.", "Que faites-vous ?"),
    "relances": _words(
        "Pour celui qui anime : des questions qui relancent l’échange, sans juger.", ["Qui peut vous aider ?"]
    ),
    "origine": _words(
        "D’où viennent les mots : collectif (écrite à plusieurs), fiction (un récit inventé, dit comme tel) ou "
        "temoignage (le récit d’une personne, avec son consentement).",
        "fiction",
    ),
    "consentement": _words(
        "L’accord de la personne qui témoigne. Obligatoire si l’origine est temoignage.",
        {"auteur": "T-012", "date": "2026-03-14", "publics": ["pilotes"], "jusqu-au": "2028-03-14"},
    ),
    "publics": _words(f"{_PUBLICS.text} Sans cette clé : tous.", ["pilotes"], ["entreprises", "etudiants", "public"]),
    "sensibilite": _words(
        "Ce que la carte peut remuer : 0 (ordinaire), 1 (à annoncer) ou 2 (dur). Dès 1, il faut un avertissement.", 1
    ),
    "avertissement": _words(
        "Ce que l’on dit à la salle avant de montrer une carte sensible.", "On parle de dettes. Chacun peut passer."
    ),
    "duree": _words("Combien de minutes dure l’échange ; 3 sans cette clé.", 4),
    "thematiques": _words(
        "Des valeurs du référentiel data.inclusion, telles quelles ; sinon celles du thème.",
        ["numerique--maitriser-les-fondamentaux-du-numerique"],
    ),
    "ressource": _words("Un lieu ou un service qui existe et qui aide.", "La mission locale"),
    "faits": _words("Les ids des faits de facts.yaml sur lesquels la carte s’appuie.", ["pension-famille"]),
    "image": _words("Le chemin d’une image, depuis le dossier du contenu.", "images/quai.png"),
    "description": _words("Ce que voit, sur l’image, quelqu’un qui ne la voit pas.", "Un quai vide, le matin."),
    "audio": _words("Le chemin d’une voix enregistrée (.ogg), depuis le dossier du contenu.", "sons/quai.ogg"),
    "choix": _words(
        "Les réponses proposées, six au plus. La bonne s’écrit après « juste: ».",
        ["Oui", {"juste": "Non"}, "Cela dépend"],
    ),
    "explication": _words("Ce que l’on dit après la réponse. Obligatoire pour une question.", "C’est gratuit."),
    "traductions": _words(
        "La carte dans d’autres langues, par code de langue.", {"en": {"titre": "First day", "texte": "You arrive."}}
    ),
    "lexique": _words("Les mots du glossaire que la carte emploie, écrits comme dans glossary.yaml.", ["SPIP"]),
    "ton": _words("Ce que la carte raconte : reussite, obstacle ou neutre. Sinon, le type le dit.", "reussite"),
}

_CONSENT = {
    "auteur": _words("Un code, jamais un nom. La liste qui dit qui c’est reste à l’association.", "T-012"),
    "date": _words("Le jour de l’accord : année-mois-jour.", "2026-03-14"),
    "publics": _words("À qui la personne accepte que son récit soit montré.", ["pilotes", "entreprises"]),
    "jusqu-au": _words("Le dernier jour de l’accord : année-mois-jour.", "2028-03-14"),
    "retire": _words("oui quand la personne a repris son accord : la carte ne sort plus.", "non"),
}

_TRANSLATION = {
    "titre": _words("Le titre, dans cette langue.", "First day"),
    "texte": _words("Le texte, dans cette langue.", "You arrive at work."),
    "question": _words("La question, dans cette langue.", "What do you do?"),
    "choix": _words("Les choix, dans le même ordre que ceux de la carte.", ["Yes", "No"]),
    "explication": _words("L’explication, dans cette langue.", "It is free."),
}

_THEME = {
    "id": _words("Le nom du thème dans le programme. Il ne change jamais.", "vie-quotidienne"),
    "titre": _words("Le nom affiché.", "Vie quotidienne"),
    "icone": _words("Le nom d’un dessin de assets/icons, sans .svg.", "briefcase"),
    "couleur": _words("La couleur du thème, entre guillemets.", "#0F2A66"),
    "pilier": _words("Bien dans sa tête, sa vie, son corps ou son job : tete, vie, corps ou job.", "job"),
    "data-inclusion": _words(
        "Les thématiques de data.inclusion, telles quelles.",
        ["trouver-un-emploi--repondre-a-des-offres-demploi"],
    ),
    "france-travail": _words("Les contraintes et besoins de France Travail, tels quels.", ["Trouver un emploi"]),
    "objectifs-france-travail": _words(
        "Les objectifs du diagnostic de France Travail, tels quels\u00a0: un prochain pas en porte un.",
        ["Accéder à un logement"],
    ),
    "carnet-de-bord": _words("Les mots du carnet de bord, tels quels.", ["emploi"]),
    "objectifs": _words(
        "Ce qu’une carte de ce thème fait chercher, pour le bilan de séance.", ["Connaître ses droits"]
    ),
    "competences": _words("Ce qu’une carte de ce thème fait exercer, pour le bilan de séance.", ["S’orienter"]),
    "mots": _words("Quelques mots à proposer à une équipe pour sa brique.", ["oser", "confiance"]),
}

_FACT = {
    "id": _words("Le nom du fait, que les cartes citent. Il ne change jamais.", "pension-famille"),
    "theme": _words("L’id d’un thème.", "logement"),
    "fact": _words("Le fait, en une phrase.", "La demande de logement social est gratuite."),
    "as_of": _words("L’année pour laquelle le fait est vrai.", 2024),
    "source_title": _words("Le titre de la page où il a été lu.", "Service-Public – Demande de logement social"),
    "source_url": _words("L’adresse de cette page.", "https://www.service-public.fr/"),
    "confidence": _words("La confiance : high, medium ou low.", "high"),
    "scope": _words("Où le fait est vrai.", "france", "nantes"),
    "note": _words("Ce qui fait douter : un chiffre ancien, deux sources en désaccord.", "Chiffre de 2016."),
}

_TERM = {
    "term": _words("Le mot ou le sigle.", "SPIP"),
    "full": _words("Le sigle en entier.", "service pénitentiaire d’insertion et de probation"),
    "definition": _words("En mots simples, 25 au plus.", "Service qui suit les personnes condamnées."),
    "source_url": _words("L’adresse de la page où la définition a été lue.", "https://www.justice.fr/"),
}

_AID = {
    "nom": _words("Qui aide : un service ou un lieu, jamais une personne privée.", "Hébergement d’urgence"),
    "telephone": _words("Le numéro, comme on le lit à voix haute. Sans lui, il faut un lieu.", "116 006"),
    "lieu": _words("Comment joindre ceux qui n’ont pas de numéro.", "À l’accueil"),
    "pour": _words("Pour quoi on y va.", "Un toit pour ce soir"),
    "quand": _words("Quand on peut appeler ou venir.", "Jour et nuit, gratuit"),
    "source": _words("Où cela a été lu.", "Service-Public (service-public.fr)"),
    "annee": _words("L’année pour laquelle la source est vraie.", 2024),
}

_BOARD = {
    "id": _words("Le nom du plateau, que les formats citent. Il ne change jamais.", "permis"),
    "titre": _words("Le nom affiché.", "Permis de se reconstruire"),
    "de": _words("Combien de dés on lance : 1, 2 ou 3.", 1),
    "faces": _words("Combien de faces a un dé.", 6),
    "fin": _words(
        "Ce que fait un lancer trop grand à l’arrivée : depasser (il suffit), rester, rebondir, ou un-de (un seul dé "
        "près de l’arrivée).",
        "depasser",
    ),
    "regles": _words("Les règles qui changent d’un plateau à l’autre.", {"rencontre": "echanger"}),
    "cases": _words("Les cases dans l’ordre, de 12 à 100.", [{"theme": "emploi"}, {"libre": "oui"}]),
}

_SQUARE = {
    "id": _words("Un nom, pour qu’un effet y mène ; case-1, case-2… sans cette clé.", "colocation"),
    "theme": _words("Le thème des cartes que l’on y tire.", "emploi", "logement"),
    "libre": _words("oui pour une case où il ne se passe rien.", "oui"),
    "nom": _words("Le nom d’une case spéciale.", "Passerelle"),
    "icone": _words("Le nom d’un dessin de assets/icons, sans .svg.", "bridge"),
    "texte": _words("Ce que dit une case spéciale.", "Quelqu’un vous ouvre sa porte."),
    "effet": _words("Ce que fait la case : une seule clé.", {"avancer": 2}, {"relancer": "oui"}),
}

_EFFECT = {
    "avancer": _words("Avancer d’autant de cases.", 2),
    "reculer": _words("Reculer d’autant de cases.", 2),
    "aller": _words("Aller à la case qui a cet id ; depart : au départ.", "colocation", "depart"),
    "relancer": _words("Lancer encore.", "oui"),
    "attendre": _words("Passer autant de tours.", 1),
    "relais": _words("Attendre autant de tours, ou moins si une équipe arrive : les deux repartent.", 2),
    "releve": _words("Attendre autant de tours, ou moins si une équipe arrive : elle prend la place.", 2),
    "sortir-sur": _words("Attendre un total de dés.", {"totaux": [6], "tours": 2}),
    "oie": _words("Avancer encore du même lancer.", "oui"),
    "carte": _words("Tirer une carte de ce type.", "coup-de-pouce"),
}

_FORMAT = {
    "id": _words("Le nom du format. Il ne change jamais.", "entre-pilotes-90"),
    "titre": _words("Le nom affiché.", "Entre pilotes, 1 h 30"),
    "mode": _words("pilotes (on peut garder des traces) ou sensibilisation (on ne garde que des nombres).", "pilotes"),
    "plateau": _words("L’id d’un plateau.", "permis"),
    "publics": _words("Qui est dans la salle : seules sortent les cartes faites pour tous ceux-là.", ["pilotes"]),
    "objectifs": _words("Ce que l’on cherche.", ["Reprendre confiance"]),
    "competences": _words("Ce que l’on y exerce.", ["Écouter", "Coopérer"]),
    "sondage": _words(
        "Trois questions posées avant et après le jeu, à main levée.",
        [{"question": f"Question {number}", "reponses": ["Oui", "Un peu", "Non"]} for number in (1, 2, 3)],
    ),
    "actes": _words(
        "Les moments de la séance : leur nom et leurs minutes.", [{"accueil": 10}, {"jeu": 45}, {"cloture": 5}]
    ),
    "sons": _words("non pour commencer sans les sons du jeu.", "non"),
}

_ACT = {
    "accueil": _words("On se dit bonjour : les minutes.", 10),
    "meteo": _words("Chacun dit son humeur : les minutes.", 5),
    "jeu": _words("La partie : les minutes. Une fois par séance.", 45),
    "questions-aux-pilotes": _words("La salle questionne les pilotes : les minutes.", 15),
    "debrief": _words("On regarde ce qui s’est dit : les minutes.", 20),
    "cloture": _words("On se quitte : les minutes. Toujours présente.", 5),
    "dire": _words("Ce que l’on dit, une phrase par ligne.", ["Bienvenue."]),
    "questions": _words("Ce que l’on demande, une question par ligne.", ["Quel temps fait-il pour vous ?"]),
    "titre": _words("Un autre nom pour cet acte.", "Tour de parole"),
}

WORDS: dict[type[BaseModel], dict[str, KeyWords]] = {
    Card: _CARD,
    Consent: _CONSENT,
    Choice: {"juste": _words("La bonne réponse.", "Non, c’est gratuit")},
    Translation: _TRANSLATION,
    Theme: _THEME,
    Fact: _FACT,
    Term: _TERM,
    TeamPreset: {
        "nom": _words("Le nom de l’équipe.", "Les Hérons"),
        "icone": _words("Le dessin de son pion, dans assets/icons, sans .svg.", "bird"),
    },
    Aid: _AID,
    RecordColumn: {
        "cle": _words("Ce que la colonne dit ; « groupe- » : un regroupement de la synthèse.", "seance-date"),
        "titre": _words("Le titre de la colonne, avec les mots de la maison ou du financeur.", "Date"),
        "explication": _words("Ce qu’on y lit, pour la feuille « Lisez-moi ».", "Le jour de la séance."),
        "garder": _words("La montrer, ou non ?", "oui", "non"),
    },
    BoardFile: _BOARD,
    BoardSquare: _SQUARE,
    Effect: _EFFECT,
    LeaveOn: {
        "totaux": _words("Les totaux des dés qui font sortir.", [6]),
        "tours": _words("Combien de tours on attend, au plus.", 2),
    },
    FirstThrow: {
        "des": _words("Ce que montrent les dés.", [4, 5]),
        "case": _words("L’id de la case où ce lancer mène.", "case-26"),
    },
    BoardRules: {
        "oies": _words("Ce que fait une oie : avancer encore du même lancer, ou relancer.", "meme-sens"),
        "enchainement": _words("Une case où mène un effet agit-elle à son tour ?", "oui"),
        "effets-en-reculant": _words("Les cases agissent-elles sur un pion qui rebondit ?", "oui"),
        "premiers-lancers": _words(
            "Des lancers du départ qui mènent à une case choisie.", [{"des": [4, 5], "case": "case-53"}]
        ),
        "premiers-lancers-quand": _words("Au premier lancer, ou chaque fois au départ.", "premier"),
        "rencontre": _words("Deux pions sur une case : partager, échanger, ou revenir.", "partager"),
        "cases-calmes": _words("Des cases où deux pions partagent toujours.", ["colocation"]),
        "ordre": _words("L’ordre des équipes : celui des inscriptions, l’inverse, ou un tirage au sort.", "tirage"),
        "tour-en-plus": _words("Le lancer qui donne un tour de plus.", "double"),
        "arrivee": _words("Une équipe arrivée tire encore des cartes, ou s’arrête.", "aide"),
    },
    Format: _FORMAT,
    Act: _ACT,
    PollQuestion: {
        "question": _words("La question posée.", "Vous sentez-vous prêt ?"),
        "reponses": _words("Trois ou quatre réponses, à main levée.", ["Oui", "Un peu", "Non"]),
    },
}
