"""``permis saisir``: a session played on paper, typed in from the sheet on which it was noted by hand."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from game.cli.answers import NotUnderstoodError, ask, counts, day, hour, number, one_of, words, yes
from game.cli.errors import CommandError
from game.cli.kept_answers import KeptAnswers
from game.cli.usage import FrenchCommand
from game.french import NO_BREAK, counted, duration, long_date, unbroken, why_refused
from game.places import assets_folder, content_folder, sessions_folder
from game.session.clock import SystemClock

if TYPE_CHECKING:
    from game.content.formats import Format
    from game.content.library import Library
    from game.desk.paper_session import Noted, PaperSession
    from game.session.events import TeamEntry
    from game.session.state import NextStep

_UNFINISHED = "saisie-en-cours.json"
"""In the data folder: numbers and words of a session that is being typed in, erased once it is written."""
_USUAL_FORMAT = "entre-pilotes-90"
_MOST_MINUTES = 600
_LONGEST_PLACE = 60
_LONGEST_TEAM = 40
_MOST_CARDS = 200


def register(app: typer.Typer) -> None:
    """Add the command to the others."""
    app.command("saisir", cls=FrenchCommand)(note_session)


def note_session(ctx: typer.Context) -> None:
    """Saisit une séance jouée sur papier, à partir du relevé : le même journal, le même bilan.

    Suivez le relevé de haut en bas. Entrée garde la valeur entre crochets, ou laisse vide.
    Ctrl-C s’arrête là : la fois suivante, la saisie reprend où elle en était.
    """
    from game.content.load import load  # noqa: PLC0415 - reading YAML is slow to set up, and few commands do it
    from game.desk.paper_session import PaperSessionError, keep  # noqa: PLC0415 - likewise

    library = load(content_folder(), assets=assets_folder()).library
    if not library.formats:
        raise CommandError(unbroken("Aucun format de séance : permis verifier dit ce qui ne va pas."))
    typer.echo(unbroken("Des nombres et des mots, jamais le nom d’une personne. Ctrl-C : s’arrêter."))
    answers = _answers(ctx.obj.data)
    paper = _asked(answers, library)
    typer.echo("\n" + "\n".join(map(unbroken, _told(library, paper))) + "\n")
    if not ask("Écrire cette séance ? (oui, non)", yes):
        answers.forget()
        typer.echo("Rien n’est écrit.")
        return
    sessions = sessions_folder(ctx.obj.data)
    try:
        folder = keep(library, paper, sessions)
    except OSError as error:
        said = f"La séance n’est pas écrite : « {sessions} » ({why_refused(error)})."
        raise CommandError(unbroken(said)) from error
    except PaperSessionError as error:
        raise CommandError(unbroken(f"La séance n’est pas écrite : elle ne se tient pas ({error.code}).")) from error
    answers.forget()
    typer.echo(unbroken(f"C’est écrit : « {folder} ». Le bilan : permis bilan {folder.name}"))


def _answers(data: Path) -> KeptAnswers:
    """Return what asks, with the answers of a session that was not finished if one wants them back."""
    answers = KeptAnswers(data / _UNFINISHED)
    if answers.before:
        began = " ; ".join(filter(None, answers.before[:2]))
        typer.echo(unbroken(f"Une saisie n’est pas finie : {began} ({counted(len(answers.before), 'réponse')})."))
        if not ask("La reprendre ? (oui, non)", yes, "oui"):
            answers.forget()
    return answers


def _asked(answers: KeptAnswers, library: "Library") -> "PaperSession":
    from game.desk.paper_session import PaperSession  # noqa: PLC0415 - as above

    now = SystemClock().now()
    place = answers.ask("Lieu (jamais le nom d’une personne)", words(_LONGEST_PLACE))
    on = answers.ask("Date", day(now.date()), now.strftime("%d/%m/%Y"))
    formats = {script.id: (script.title, script.id) for script in library.formats.values()}
    usual = _USUAL_FORMAT if _USUAL_FORMAT in formats else next(iter(formats))
    script = library.formats[answers.ask(f"Format ({', '.join(formats)})", one_of(formats), usual)]
    began = datetime.combine(on, answers.ask("Heure du début", hour, "14h00")).astimezone()
    minutes = _minutes(answers, script)
    teams = _teams(answers, library)
    moods, polls = _moods(answers, script), _polls(answers, script)
    draft = PaperSession(place, script.id, began, minutes, teams, moods, polls)
    return PaperSession(
        place,
        script.id,
        began,
        minutes,
        teams,
        moods,
        polls,
        _exchanges(answers, library, draft),
        _steps(answers, library, teams),
    )


def _minutes(answers: KeptAnswers, script: "Format") -> tuple[int, ...]:
    from game.printing.words import act_title  # noqa: PLC0415 - as above

    typer.echo("\nLes actes, en minutes")
    understand = number(0, _MOST_MINUTES)
    return tuple(answers.ask(f"  {act_title(act)}", understand, str(act.minutes)) for act in script.acts)


def _teams(answers: KeptAnswers, library: "Library") -> tuple["TeamEntry", ...]:
    from game.rules.legal import MOST_TEAMS  # noqa: PLC0415 - as above
    from game.session.decide import MOST_HEADS  # noqa: PLC0415
    from game.session.events import TeamEntry  # noqa: PLC0415

    typer.echo(unbroken("\nLes équipes ; Entrée sans nom quand elles y sont toutes"))
    icons = {team.name.lower(): team.icon for team in library.teams}
    spare = [team.icon for team in library.teams] or ["flag"]
    teams: list[TeamEntry] = []
    while len(teams) < MOST_TEAMS:
        name = answers.ask(f"  Équipe {len(teams) + 1}", words(_LONGEST_TEAM, may_be_empty=bool(teams)))
        if not name:
            break
        heads = answers.ask("    Combien de personnes", number(0, MOST_HEADS))
        icon = icons.get(name.lower()) or spare[len(teams) % len(spare)]
        teams.append(TeamEntry(f"e{len(teams) + 1}", name, icon, heads))
    return tuple(teams)


def _moods(answers: KeptAnswers, script: "Format") -> dict[str, tuple[int, ...]]:
    from game.content.formats import ActKind  # noqa: PLC0415 - as above
    from game.records.outcome import WEATHER_NAMES  # noqa: PLC0415
    from game.session.decide import MOST_HEADS  # noqa: PLC0415

    kinds = [act.kind for act in script.acts]
    is_asked_first = ActKind.MOOD in kinds[: kinds.index(ActKind.GAME)]
    moments = {"in": "à l’arrivée", "out": "au départ"} if is_asked_first else {"out": "au départ"}
    typer.echo(unbroken(f"\nLa météo : {counted(len(WEATHER_NAMES), 'nombre')} ({', '.join(WEATHER_NAMES)})"))
    understand = counts(len(WEATHER_NAMES), MOST_HEADS)
    found = {moment: answers.ask(f"  Mains levées {when}", understand) for moment, when in moments.items()}
    return {moment: hands for moment, hands in found.items() if hands is not None}


def _polls(answers: KeptAnswers, script: "Format") -> dict[str, tuple[tuple[int, ...], ...]]:
    from game.session.decide import MOST_HEADS  # noqa: PLC0415 - as above

    if not script.poll:
        return {}
    found: dict[str, tuple[tuple[int, ...], ...]] = {}
    for moment, when in (("before", "avant le jeu"), ("after", "à la fin")):
        typer.echo(unbroken(f"\nLe sondage, {when} ; Entrée à la première question s’il n’a pas été fait"))
        hands: list[tuple[int, ...]] = []
        for asked in script.poll:
            given = answers.ask(
                f"  {asked.question} ({' / '.join(asked.answers)})", counts(len(asked.answers), MOST_HEADS)
            )
            if given is None and not hands:
                break
            hands.append(given or (0,) * len(asked.answers))
        if hands:
            found[moment] = tuple(hands)
    return found


def _exchanges(answers: KeptAnswers, library: "Library", draft: "PaperSession") -> tuple["Noted", ...]:
    from game.desk.paper_session import Noted, paper_opening  # noqa: PLC0415 - as above
    from game.session.decide import LONGEST_WORD  # noqa: PLC0415

    cards = [library.cards[card.id] for card in paper_opening(library, draft).cards]
    named = one_of({card.id: (card.title or card.id, card.id) for card in cards}, may_be_empty=True)
    withdrawn = {card.id: (card.title or card.id, card.id) for card in library.cards.values() if card not in cards}

    def understand(typed: str) -> str:
        try:
            return named(typed)
        except NotUnderstoodError as error:
            _refuse_other(typed, withdrawn)
            raise error from None

    typer.echo(unbroken("\nLes cartes, dans l’ordre : le titre, ou son début ; Entrée quand elles y sont toutes"))
    noted: list[Noted] = []
    while len(noted) < _MOST_CARDS:
        card = answers.ask(f"  Carte {len(noted) + 1}", understand)
        if not card:
            break
        typer.echo(f"    {library.cards[card].title or card}")
        noted.append(Noted(card, answers.ask("    Mot de la brique", words(LONGEST_WORD, may_be_empty=True))))
    return tuple(noted)


def _refuse_other(typed: str, others: dict[str, Sequence[str]] | dict[str, tuple[str, str]]) -> None:
    """Say of a card that is in the deck, and not for this session, that it is there."""
    try:
        title = others[one_of(others)(typed)][0]
    except NotUnderstoodError:
        return
    raise NotUnderstoodError(f"« {title} » n’est pas pour ce public, ou son auteur l’a retirée. Elle n’est pas notée.")


def _steps(answers: KeptAnswers, library: "Library", teams: Sequence["TeamEntry"]) -> dict[str, "NextStep"]:
    from game.session.decide import LONGEST_STEP  # noqa: PLC0415 - as above
    from game.session.state import NextStep  # noqa: PLC0415

    themes = {theme.id: (theme.title, theme.id) for theme in library.themes.values()}
    titles = ", ".join(theme.title for theme in library.themes.values())
    typer.echo(unbroken(f"\nLes prochains pas, par thème ({titles}) ; Entrée s’il n’y en a pas"))
    steps = {}
    for team in teams:
        theme = answers.ask(f"  {team.name}, thème", one_of(themes, may_be_empty=True))
        if theme:
            text = answers.ask("    En quelques mots, sans nom", words(LONGEST_STEP, may_be_empty=True))
            steps[team.id] = NextStep(theme, text)
    return steps


def _told(library: "Library", paper: "PaperSession") -> list[str]:
    """Return the session in a few lines, to be read before it is written."""
    people = sum(team.heads for team in paper.teams)
    teams = ", ".join(f"{team.name} ({team.heads})" for team in paper.teams)
    noted = [
        f"  {library.cards[noted.card].title or noted.card}" + (f" : {noted.word}" if noted.word else "")
        for noted in paper.exchanges
    ]
    moods = [
        f"Météo {when} : {' '.join(map(str, paper.moods[moment]))}"
        for moment, when in (("in", "à l’arrivée"), ("out", "au départ"))
        if moment in paper.moods
    ]
    steps = [f"  {library.themes[step.theme].title} : {step.text or '—'}" for step in paper.steps.values()]
    at = paper.began.strftime(f"%H{NO_BREAK}h{NO_BREAK}%M")
    return [
        f"{paper.place}, le {long_date(paper.began)} à {at}, sur papier",
        f"{library.formats[paper.format].title}, {duration(sum(paper.minutes))}",
        f"{counted(people, 'personne')} : {teams}",
        *moods,
        f"{counted(len(paper.exchanges), 'échange')}" + (" :" if noted else ""),
        *noted,
        f"{counted(len(steps), 'prochain pas', 'prochains pas')}" + (" :" if steps else ""),
        *steps,
    ]
