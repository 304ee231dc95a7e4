"""``permis carte nouvelle``: a few questions, and a card is written. Nothing is written before the last answer."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from game.cli.asking import Questions, asked, picked
from game.cli.errors import CommandError
from game.cli.workshop import FOLDER_HELP, what_next, workshop
from game.french import unbroken, why_refused
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from game.content.authoring import Workshop
    from game.content.library import Library
    from game.content.writing import Values

_INTRODUCTION = (
    "Quelques questions, et la carte est écrite. Entrée garde la réponse entre crochets ou passe une question "
    "facultative. Ctrl-C abandonne : rien n’est écrit."
)
_KINDS = {
    "temoignage": "un récit à la première personne",
    "mise-en-situation": "une scène, et ce que l’on y ferait",
    "question": "une question avec sa réponse",
    "defi": "quelque chose à faire ensemble",
    "mot": "un mot du milieu, expliqué",
    "chiffre": "un chiffre dit avec des personnes",
    "coup-de-pouce": "une bonne nouvelle",
    "obstacle": "un empêchement, et qui peut aider",
}
_MINUTES = {"question": 2, "mot": 2, "chiffre": 2, "mise-en-situation": 4, "temoignage": 4}
_AUDIENCES = {
    "tous": "tout le monde",
    "pilotes": "entre pilotes",
    "sensibilisation": "entreprises, étudiants et public",
}
_CONSENT_DAYS = 730
_COMMENTS = {
    "relances": "Pour celui qui anime : la salle ne les voit pas.",
    "consentement": "Un code, jamais un nom : la liste reste à l’association.",
    "thematiques": "Valeurs de data.inclusion, telles quelles.",
}


def new_card(
    ctx: typer.Context,
    *,
    dossier: Annotated[
        Path | None,
        typer.Option("--dossier", metavar="DOSSIER", help=FOLDER_HELP),
    ] = None,
) -> None:
    """Pose quelques questions, et écrit une carte dans cards/THÈME/IDENTIFIANT.yaml."""
    shop = workshop(ctx.obj.data, dossier)
    library = shop.read().played
    if not library.themes:
        raise CommandError(unbroken(f"Aucun thème dans « {shop.root} » : lancez d’abord « permis verifier »."))
    typer.echo(unbroken(f"La carte ira dans « {shop.root} »."))
    try:
        values = _Interview(library, shop.taken(), SystemClock().now().date()).card()
    except (KeyboardInterrupt, EOFError) as error:
        typer.echo("")
        raise CommandError("C’est abandonné : rien n’est écrit.") from error
    _save(ctx.obj.data, shop, values)


def _save(data: Path, shop: "Workshop", values: "Values") -> None:
    """Check the card with all the others, and write it.

    Raises:
        CommandError: there is something to correct, or the file cannot be written.
    """
    from game.content.problems import Severity  # noqa: PLC0415 - reading YAML is slow to set up
    from game.content.saving import write_together  # noqa: PLC0415 - as above
    from game.content.writing import as_yaml  # noqa: PLC0415 - as above

    file = f"cards/{values['theme']}/{values['id']}.yaml"
    text = as_yaml(values, comments={key: unbroken(said) for key, said in _COMMENTS.items()})
    draft = {file: text.encode()}
    here = [found for found in shop.read(draft).loaded.problems if found.path == f"{shop.root.name}/{file}"]
    for problem in here:
        typer.echo(str(problem))
    if any(problem.severity is Severity.ERROR for problem in here):
        raise CommandError(f"{unbroken('La carte n’est pas écrite. La voici, pour ne rien perdre :')}\n\n{text}")
    try:
        write_together(shop.root, {**shop.beginning, **draft})
    except OSError as error:
        said = f"Impossible d’écrire « {shop.root / file} » : {why_refused(error)}. La voici, pour ne rien perdre :"
        raise CommandError(f"{unbroken(said)}\n\n{text}") from error
    typer.echo(unbroken(f"\nC’est écrit : « {shop.root / file} »."))
    typer.echo(unbroken(f'Pour la voir : permis apercu "{shop.root / file}"'))
    typer.echo(what_next(data, shop))


class _Interview(Questions):
    """Asks what a card of its kind needs, in the order of its keys. Each answer is checked as it comes."""

    def __init__(self, library: "Library", taken: set[str], today: date) -> None:
        super().__init__()
        self.library = library
        self.taken = taken
        self.today = today

    def card(self) -> "Values":
        """Ask everything, and return the values of the card."""
        typer.echo(unbroken(_INTRODUCTION))
        kind = self.pick("type", "Quel genre de carte ?", _KINDS, "mise-en-situation")
        themes = {name: theme.title for name, theme in self.library.themes.items()}
        self.pick("theme", "Quel thème ?", themes, next(iter(themes)))
        self.text("titre", "Titre, en quelques mots", is_needed=True)
        self._identify()
        if kind == "question":
            self._ask_question()
        else:
            self.lines("texte", _TEXTS.get(kind, "Texte, une phrase par ligne"), is_needed=True)
            self.text("question", "Question ouverte, pour en parler")
        self.lines("relances", "Relances de celui qui anime, une par ligne")
        if kind == "temoignage":
            self._ask_origin()
        self._ask_audiences()
        self._ask_sensitivity()
        self.number("duree", "Combien de minutes d’échange ?", _MINUTES.get(kind, 3), (1, 240))
        self.text("ressource", "Un lieu ou un service qui aide", is_needed=kind == "obstacle")
        if kind in ("question", "chiffre"):
            self.known("faits", "Faits de facts.yaml (leurs ids, séparés par des virgules)", self.library.facts)
        if kind == "mot":
            terms = [term.term for term in self.library.terms]
            self.known("lexique", "Mots du glossaire (séparés par des virgules)", terms)
        return self._in_order()

    def _in_order(self) -> "Values":
        from game.content.cards import Card  # noqa: PLC0415 - as above

        order = [field.alias or name for name, field in Card.model_fields.items()]
        return {key: self.values[key] for key in order if key in self.values}

    def _identify(self) -> None:
        """Make the id from the title; ask for another one while it is taken."""
        from game.content.writing import slug  # noqa: PLC0415 - as above

        proposed = slug(self.values["titre"])
        while True:
            given = slug(asked("Identifiant, qui ne changera plus", proposed))
            if given and given not in self.taken:
                self.values["id"] = given
                return
            typer.echo(unbroken(f"« {given} » existe déjà." if given else "Il faut des lettres ou des chiffres."))
            proposed = ""

    def _ask_question(self) -> None:
        self.lines("texte", "La question posée à la salle, une phrase par ligne", is_needed=True)
        choices = self.lines("choix", "Choix, un par ligne (aucun : question ouverte ; sinon deux à six)", count=(2, 6))
        if choices:
            shown = {str(number): choice for number, choice in enumerate(choices, start=1)}
            right = int(picked("Lequel est juste ?", shown, "1")) - 1
            self.values["choix"] = [{"juste": text} if place == right else text for place, text in enumerate(choices)]
        self.text("explication", "Explication, dite après la réponse", is_needed=True)
        self.text("question", "Question ouverte, pour en parler ensuite")

    def _ask_origin(self) -> None:
        origins = {
            "fiction": "un récit inventé, montré comme tel",
            "collectif": "un récit écrit à plusieurs",
            "temoignage": "le récit d’une personne, avec son accord écrit",
        }
        if self.pick("origine", "D’où vient ce récit ?", origins, "fiction") != "temoignage":
            return
        code = self.text("auteur", "Code de la personne (jamais son nom), comme T-012", is_needed=True)
        day = self.text("date", "Jour de l’accord", self.today.isoformat())
        audiences = _audiences(picked("À qui accepte-t-elle qu’on le montre ?", _AUDIENCES, "pilotes"))
        end = (date.fromisoformat(day) + timedelta(days=_CONSENT_DAYS)).isoformat()
        until = self.text("jusqu-au", "Dernier jour de l’accord", end)
        for key in ("auteur", "date", "jusqu-au"):
            del self.values[key]
        self.values["consentement"] = {"auteur": code, "date": day, "publics": audiences, "jusqu-au": until}

    def _ask_audiences(self) -> None:
        consent = self.values.get("consentement")
        if consent:  # a testimony goes where its author agreed to
            self.values["publics"] = list(consent["publics"])
            return
        chosen = picked("Pour qui ?", _AUDIENCES, "tous")
        if chosen != "tous":
            self.values["publics"] = _audiences(chosen)

    def _ask_sensitivity(self) -> None:
        levels = {"0": "ordinaire", "1": "à annoncer", "2": "dur"}
        level = int(picked("Ce que la carte peut remuer ?", levels, "0"))
        if level:
            self.values["sensibilite"] = level
            self.text("avertissement", "Ce que l’on dit avant de la montrer", is_needed=True)


_TEXTS = {
    "temoignage": "Le récit, une phrase par ligne",
    "mise-en-situation": "La scène, une phrase par ligne",
    "defi": "Ce qu’il y a à faire, une phrase par ligne",
    "mot": "Le mot expliqué simplement, une phrase par ligne",
    "chiffre": "Le chiffre, dit en personnes (1 personne sur 4), une phrase par ligne",
    "coup-de-pouce": "La bonne nouvelle, une phrase par ligne",
    "obstacle": "L’empêchement et sa cause, une phrase par ligne",
}


def _audiences(chosen: str) -> list[str]:
    groups = {"sensibilisation": ["entreprises", "etudiants", "public"], "pilotes": ["pilotes"]}
    return groups.get(chosen, ["pilotes", "entreprises", "etudiants", "public"])
