"""The sentences of the checks, in French: pydantic's own never reach the author."""

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any, NamedTuple, get_args

import yaml
from pydantic import BaseModel
from pydantic_core import ErrorDetails

from game.content.formats import ActKind
from game.content.hints import day_meant, key_meant, list_meant, number_meant
from game.content.problems import Severity


class Sentence(NamedTuple):
    """What is wrong, what to do, and how much it matters."""

    message: str
    remedy: str = ""
    severity: Severity = Severity.ERROR


_LISTED = 12
"""How many known words are worth listing when none is near."""

_EXAMPLES = {
    "id": "id: trou-dans-le-cv",
    "type": "type: mise-en-situation",
    "theme": "theme: emploi",
    "titre": "titre: Le premier jour",
    "publics": "publics: [pilotes]",
    "jusqu-au": "jusqu-au: 2028-03-14",
    "date": "date: 2026-03-14",
    "auteur": "auteur: T-012",
    "actes": "actes: puis « - accueil: 10 »",
    "cases": "cases: puis « - theme: emploi »",
}

_PATTERNS = {
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$": "des minuscules sans accent, des chiffres et des traits d’union : trou-dans-le-cv",
    r"^#[0-9A-Fa-f]{6}$": 'une couleur entre guillemets : "#0F2A66"',
    r"^https?://\S+$": "une adresse entière : https://…",
    r"^[A-Z]{1,4}-?[0-9]{1,6}$": "un code, jamais un nom : T-012",
    r"^\+?[0-9]+(?: [0-9]+)*$": "un numéro, des chiffres et des espaces : 116 006",
    "^[a-z]{2,3}$": "le code d’une langue : en, ar, es",
}

RULES = {
    "yes_or_no": Sentence(
        "« {given} » n’est pas « oui » ou « non ».", "Écrivez oui ou non, en minuscules, sans guillemets."
    ),
    "day": Sentence("« {given} » n’est pas une date.", "Écrivez-la année-mois-jour : 2026-03-14."),
    "consent_ends_before": Sentence(
        "le consentement finit avant d’avoir commencé.", "Vérifiez « date » et « jusqu-au »."
    ),
    "choice": Sentence("un choix est une phrase, ou « juste: » et une phrase.", "Écrivez « - juste: Oui, souvent »."),
    "one_right_choice": Sentence(
        "{count} choix justes : il en faut exactement un.",
        "Écrivez « - juste: » devant la bonne réponse, et elle seule.",
    ),
    "text_or_question": Sentence("cette carte ne dit rien.", "Ajoutez « texte: » ou « question: »."),
    "origin_of_testimony": Sentence(
        "un témoignage doit dire d’où il vient.",
        "Ajoutez « origine: fiction », « origine: collectif » ou « origine: temoignage » (avec un consentement).",
    ),
    "consent_of_testimony": Sentence(
        "un témoignage réel demande le consentement de son auteur.",
        "Ajoutez « consentement: » avec auteur (un code), date, publics et jusqu-au.",
    ),
    "warning_of_sensitive": Sentence(
        "une carte de sensibilité {level} doit prévenir la salle.",
        "Ajoutez « avertissement: » et une phrase sur ce dont elle parle.",
    ),
    "explanation_of_question": Sentence("une question demande une explication.", "Ajoutez « explication: »."),
    "description_of_image": Sentence(
        "une image demande une description.", "Ajoutez « description: » : ce que voit quelqu’un qui ne la voit pas."
    ),
    "choices_of_translation": Sentence(
        "une traduction a autant de choix que la carte : {count}.",
        "Traduisez tous les choix, dans le même ordre, ou retirez « choix: » de la traduction.",
    ),
    "empty_translation": Sentence(
        "une traduction est vide.", "Ajoutez « titre: », « texte: » ou « question: », ou retirez-la."
    ),
    "letter_without_typeface": Sentence(
        "le programme n’a pas de quoi dessiner « {letter} ».",
        "Il sait écrire en alphabets latin, grec, cyrillique et arabe. Pour un autre, imprimez la carte à part.",
    ),
    "one_effect": Sentence(
        "un effet a exactement une clé ; il y en a {count}.",
        "Gardez-en une : avancer, reculer, aller, relancer, attendre, relais, releve, sortir-sur, oie ou carte.",
    ),
    "effect_no": Sentence("« {key}: non » ne fait rien.", "Écrivez « oui », ou retirez l’effet."),
    "theme_or_name": Sentence(
        "une case a un thème, ou un nom, ou elle est libre.",
        "Gardez « theme: », ou bien « nom: », « icone: » et « texte: », ou « libre: oui ».",
    ),
    "special_square": Sentence(
        "la case « {name} » doit avoir une icône et un texte.", "Ajoutez « icone: » et « texte: »."
    ),
    "act": Sentence(
        "un acte commence par son nom et ses minutes.",
        "Écrivez par exemple « - accueil: 10 ». Les actes : " + ", ".join(ActKind) + ".",
    ),
    "one_game": Sentence("{count} acte « jeu » : il en faut exactement un.", "Gardez une seule ligne « - jeu: 45 »."),
    "poll_of_three": Sentence(
        "{count} dans ce sondage : il faut {wanted} questions, ni plus ni moins.",
        "Complétez, raccourcissez, ou retirez « sondage: ».",
    ),
    "poll_before_game": Sentence(
        "le sondage se pose à la fin de l’acte d’avant le jeu, et le jeu est le premier acte.",
        "Ajoutez un acte avant « jeu » (accueil ou meteo), ou retirez « sondage: ».",
    ),
    "aid_reach": Sentence("on ne sait pas comment joindre cette aide.", "Ajoutez « telephone: » ou « lieu: »."),
    "closing": Sentence("la séance n’a pas de clôture.", "Ajoutez « - cloture: 5 » à la fin des actes."),
}


def suggestion(given: str, known: Iterable[str]) -> str:
    """Return « vouliez-vous dire … ? », or nothing when no known word is near."""
    near = get_close_matches(given.lower(), tuple(known), n=1, cutoff=0.6)
    return f"vouliez-vous dire « {near[0]} » ?" if near else ""


def unknown(what: str, given: str, known: Iterable[str]) -> Sentence:
    """Return the sentence for a word that is not one of the known ones; ``what`` begins the sentence."""
    known = tuple(known)
    near = suggestion(given, known)
    listed = ", ".join(known) if len(known) <= _LISTED else f"{', '.join(known[:_LISTED])}…"
    remedy = "" if near or not known else f"À choisir parmi : {listed}."
    return Sentence(f"{what} « {given} »" + (f" : {near}" if near else "."), remedy)


def sentences(error: ErrorDetails, model: type[BaseModel], node: yaml.Node) -> list[Sentence]:
    """Return all that there is to say about an error found by a model, at a node of the file."""
    if error["type"] == "rules":
        return [_rule(code, error["ctx"]) for code in error["ctx"]["codes"]]
    return [_sentence(error, model, node)]


def _rule(code: str, values: dict[str, Any]) -> Sentence:
    rule = RULES[code]
    return Sentence(rule.message.format_map(values), rule.remedy)


def _sentence(error: ErrorDetails, model: type[BaseModel], node: yaml.Node) -> Sentence:
    kind, given, context = error["type"], error["input"], error.get("ctx", {})
    if kind in RULES:
        return _broken_rule(kind, given, context, node)
    if kind == "missing":
        key = str(error["loc"][-1])
        return Sentence(f"il manque « {key} ».", f"Ajoutez une ligne « {_EXAMPLES.get(key, key + ': …')} ».")
    if kind == "extra_forbidden":
        return _unknown_key(str(error["loc"][-1]), keys_at(model, error["loc"][:-1]))
    if given is None:
        return Sentence("valeur vide.", "Écrivez une valeur après le deux-points, ou retirez la ligne.")
    return _wrong_value(kind, given, context, node)


def _unknown_key(given: str, known: tuple[str, ...]) -> Sentence:
    meant = key_meant(given, known)
    if meant:
        message = "une clé s’écrit sans guillemets ni caractère invisible."
        return Sentence(message, f"Effacez ce début de ligne, et retapez « {meant}: ».")
    return unknown("clé inconnue", given, known)


def _broken_rule(kind: str, given: Any, context: dict[str, Any], node: yaml.Node) -> Sentence:  # noqa: ANN401
    if kind == "choice" and isinstance(given, dict) and len(given) == 1:
        return _not_text(given, node)
    if kind == "act" and suggestion(context["given"], ActKind):
        return unknown("acte inconnu", context["given"], ActKind)
    rule = _rule(kind, {"given": "" if given is None else given, **context})
    meant = day_meant(str(given)) if kind == "day" else ""
    return rule._replace(remedy=f"Écrivez {meant}.") if meant else rule


def _wrong_value(kind: str, given: Any, context: dict[str, Any], node: yaml.Node) -> Sentence:  # noqa: ANN401
    if kind == "string_type":
        return _not_text(given, node)
    if kind in ("tuple_type", "list_type"):
        meant = list_meant(given) if isinstance(given, str) else ""
        remedy = f"Écrivez « {meant} »." if meant else "Écrivez « [un, deux] », ou une ligne « - » pour chacun."
        return Sentence("une liste est attendue.", remedy)
    if kind in ("dict_type", "model_type", "model_attributes_type"):
        return Sentence(
            "des clés sont attendues ici.", "Écrivez « clé: valeur », une par ligne, décalées de deux espaces."
        )
    if kind in ("enum", "literal_error"):
        return unknown("valeur inconnue", str(given), re.findall(r"'([^']+)'", context["expected"]))
    if kind == "string_pattern_mismatch":
        return Sentence(f"« {given} » ne convient pas.", f"Écrivez {_PATTERNS[context['pattern']]}.")
    if kind == "string_too_short":
        return Sentence("valeur vide.", "Écrivez une valeur après le deux-points, ou retirez la ligne.")
    if kind.startswith("int_"):
        meant = number_meant(str(given)) or "5"
        return Sentence(f"« {given} » n’est pas un nombre entier.", f"Écrivez-le en chiffres : {meant}.")
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = f"au moins {context['ge']}" if kind == "greater_than_equal" else f"au plus {context['le']}"
        return Sentence(f"{given} : il faut {bound}.", "Changez ce nombre.")
    if kind in ("too_short", "too_long"):
        bound = f"au moins {context['min_length']}" if kind == "too_short" else f"au plus {context['max_length']}"
        return Sentence(
            f"{context['actual_length']} dans cette liste : il en faut {bound}.", "Complétez ou raccourcissez la liste."
        )
    return Sentence("valeur refusée.", "Comparez avec une carte qui fonctionne.")


def _not_text(given: Any, node: yaml.Node) -> Sentence:  # noqa: ANN401 - YAML holds anything
    if isinstance(node, yaml.CollectionNode) and node.flow_style:
        sign = "un crochet" if isinstance(node, yaml.SequenceNode) else "une accolade"
        return Sentence(f"un texte est attendu, et {sign} fait une liste.", "Mettez la valeur entre guillemets.")
    if isinstance(given, dict) and len(given) == 1:
        words = " : ".join(str(part) for part in next(iter(given.items())))
        return Sentence(
            f"« {words} » : un deux-points suivi d’une espace coupe la phrase.", "Mettez la phrase entre guillemets."
        )
    return Sentence("un texte est attendu ici.", "Écrivez une phrase, sans liste ni sous-clés.")


def keys_at(model: type[BaseModel], steps: tuple[int | str, ...]) -> tuple[str, ...]:
    """Return the French keys that are allowed at a place of an entry."""
    for step in steps:
        for name, field in model.model_fields.items():
            if step in (name, field.alias):
                model = _model_in(field.annotation) or model
    if "minutes" in model.model_fields and "kind" in model.model_fields and "say" in model.model_fields:
        return (*ActKind, "dire", "questions", "titre")
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _model_in(annotation: Any) -> type[BaseModel] | None:  # noqa: ANN401 - any annotation of a field
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
