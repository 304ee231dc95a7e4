"""What the ``permis`` command says about a board: where throws lead, how long it takes."""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from game.cli.errors import CommandError
from game.cli.images import png_file, write_picture
from game.cli.usage import FrenchCommand
from game.french import unbroken, why_refused
from game.places import assets_folder, content_folder, sessions_folder

if TYPE_CHECKING:
    from game.content.boards import BoardFile
    from game.content.entries import Entry
    from game.forecast.tables import Moves

PIPE_WIDTH = 400
"""Columns of a table that no terminal shows."""

Board = Annotated[
    str, typer.Argument(metavar="PLATEAU", help="Un fichier YAML, ou l’id d’un plateau du programme\u00a0: permis.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Écrire du JSON, pour un autre programme.")]
Teams = Annotated[int, typer.Option("--equipes", metavar="N", min=1, max=8, help="Combien d’équipes jouent.")]


def register(app: typer.Typer) -> None:
    """Add the commands about boards to the ``permis`` command."""
    app.command("plateau", cls=FrenchCommand)(show_board)
    app.command("simuler", cls=FrenchCommand)(simulate)


def show_board(
    plateau: Board,
    *,
    arrivees: Annotated[
        bool, typer.Option("--arrivees", help="Dire où mène chaque lancer, depuis chaque case.")
    ] = False,
    image: Annotated[
        Path | None, typer.Option(metavar="FICHIER", callback=png_file, help="Où dessiner le plateau (PNG).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Vérifie un plateau. Avec --arrivees, dit où mène chaque lancer depuis chaque case.

    Avec --image, le dessine aussi comme la salle le voit, après deux manches tirées au sort, toujours les mêmes.

    Clés du JSON (--arrivees --json), pour chaque lancer de « lancers » :
      case      d’où l’on part, 0 pour le départ
      des       les dés, dans l’ordre croissant
      chances   la chance de ce lancer, en fraction
      arrivee   où le pion s’arrête à la fin du lancer et de ses effets
      arrets    chaque case où il s’est posé, dans l’ordre
      tours     tours de l’équipe que le lancer termine, attentes comprises ; 0 : elle relance
      cartes    les thèmes ou les genres des cartes à tirer
    Sans --arrivees, « problemes » : la liste de ce qui ne va pas.
    """
    entry = read_board(plateau)
    if image is not None:
        _draw(entry.model, image)
    if arrivees:
        _show_arrivals(entry.model, as_json=as_json)
    else:
        _show_problems(entry, as_json=as_json)


def simulate(
    ctx: typer.Context,
    plateau: Annotated[
        str | None, typer.Argument(metavar="PLATEAU", help="Un fichier YAML, ou l’id d’un plateau\u00a0: permis.")
    ] = None,
    *,
    exact: Annotated[bool, typer.Option("--exact", help="Calculer au lieu de tirer au sort.")] = False,
    fractions: Annotated[bool, typer.Option("--fractions", help="Avec --exact\u00a0: en fractions.")] = False,
    equipes: Teams = 4,
    format_: Annotated[
        str, typer.Option("--format", metavar="FORMAT", help="Le format de la séance simulée.")
    ] = "entre-pilotes-90",
    parties: Annotated[
        int, typer.Option(metavar="N", min=1, max=10_000_000, help="Combien de séances simuler.")
    ] = 20_000,
    graine: Annotated[int, typer.Option(metavar="NOMBRE", help="Le même nombre donne les mêmes séances.")] = 0,
    image: Annotated[
        Path | None, typer.Option(metavar="FICHIER", callback=png_file, help="Où écrire l’histogramme (PNG).")
    ] = None,
    durees_usuelles: Annotated[
        bool, typer.Option("--durees-usuelles", help="Ne pas tenir compte des séances passées de cet ordinateur.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Dit combien de temps dure un plateau : par le calcul (--exact), ou en simulant des séances entières.

    Clés du JSON de --exact, pour une équipe seule :
      tours.moyenne, tours.ecart_type   tours jusqu’à l’arrivée ; un tour passé à attendre compte
      tours.variance                    le carré de l’écart type
      tours.repartition                 chances d’arriver au tour 1, 2, …
      tours.reste                       chance de ne pas être arrivé au dernier de ces tours
      tours.quantiles                   tours en lesquels 10, 25, 50, 75, 90, 95 % des parties finissent ;
                                        null : jamais, ou après le dernier tour de la liste
      lancers.moyenne, lancers.ecart_type, lancers.variance   de même, en lancers de dés
      manches.premiere, manches.derniere   manches jusqu’à la première et la dernière arrivée (--equipes) ;
                                        null : infini, ou la liste est trop courte pour le dire
      manches.independantes             faux si les équipes peuvent agir les unes sur les autres
      cases                             visites de chaque case, en moyenne ; vide si la moyenne est infinie
      themes                            cartes de chaque thème, en moyenne ; de même
      infini                            pourquoi la moyenne est infinie (raison), la chance d’arriver quand même
                                        (chance), et d’où l’on n’arrive plus (cases) ; sinon null
      trop_long                         ce que la liste laisse de côté (raison), et où elle s’arrête (tours),
                                        quand le jeu peut continuer longtemps après elle ; sinon null
    La liste s’arrête quand il reste moins d’une chance sur mille milliards de jouer encore, au plus tard au
    tour 10 000. Ce reste vaut alors 0, ou la chance de ne jamais arriver.

    Avec --fractions, tout ce qui est rationnel est un texte « p/q » : moyennes, variances, répartition, reste,
    visites, cartes, chance d’arriver. La liste va jusqu’au bout si le nombre de tours a une limite, sinon aussi
    loin que sans --fractions, sans dépasser le tour 1 000 ni 2 400 chiffres. Elle et le reste font exactement 1.
    L’écart type est une racine : un nombre. Les manches sont des fractions si leur nombre a une limite, sinon
    des nombres. Une fraction de plus de 2 400 chiffres est donnée comme un nombre.

    Clés du JSON sans --exact, pour des séances entières :
      plateau, format, equipes, parties, graine   ce qui est simulé
      pas_a_pas                         vrai si le plateau ne tient pas en tables : moins de parties, jouées une à une
      jeu.secondes                      le temps du jeu dans ce format
      durees.origine                    « seances » : apprises des séances passées de cet ordinateur ; « usuelles »
      durees.seances, durees.echanges   les séances qui les ont apprises, et combien d’échanges ; vide et 0 sinon
      echanges.moyenne, echanges.ecart_type   échanges de la séance
      echanges.quantiles, echanges.repartition   ceux que 10, 50, 90 % des séances ne dépassent pas ; chances de 0, 1, …
      tours.moyenne                     tours joués, toutes équipes comprises
      arrivee.chance                    chance qu’une équipe arrive
      themes.abordes, themes.echanges   thèmes abordés en moyenne, et échanges de chacun
      cases.jamais_visitees             pour chaque case, la part des séances où aucun pion ne s’y pose
    """
    if exact:
        if plateau is None:
            raise CommandError("Il manque le plateau\u00a0: permis simuler PLATEAU --exact.")
        _show_exact(read_board(plateau).model, equipes, as_json=as_json, fractions=fractions)
        return
    from game.cli.simulation import simulate_command  # noqa: PLC0415 - loaded only to simulate

    board = read_board(plateau).model if plateau else None
    past = None if durees_usuelles else sessions_folder(ctx.obj.data)
    simulate_command(board, format_, equipes, parties, graine, as_json, image, past)


def read_board(name: str) -> "Entry[BoardFile]":
    """Return a board from the path of its file, or from its id among those that are shipped.

    Raises:
        CommandError: there is no such board, or its file is not right.
    """
    from game.checks.boards import problems_of  # noqa: PLC0415 - reading YAML is slow to set up
    from game.forecast.checker import broken_effects  # noqa: PLC0415

    file = Path(name)
    entry = _of_file(file) if file.is_file() else _shipped(name)
    nowhere = tuple(broken_effects(entry.model.rules()))
    if nowhere:
        raise CommandError("\n".join(map(str, problems_of(entry, nowhere))))
    return entry


def _shipped(name: str) -> "Entry[BoardFile]":
    from game.content.messages import suggestion  # noqa: PLC0415 - as above
    from game.content.written import written_boards  # noqa: PLC0415

    shipped = {entry.model.id: entry for entry in written_boards(content_folder())}
    if name in shipped:
        return shipped[name]
    near = suggestion(name, shipped) or f"à choisir parmi : {', '.join(shipped)}, ou donnez un fichier."
    raise CommandError(unbroken(f"Aucun plateau « {name} » : {near}"))


def _of_file(file: Path) -> "Entry[BoardFile]":
    from game.content.written import boards_of_file  # noqa: PLC0415 - as above

    try:
        found = boards_of_file(file)
    except OSError as error:
        raise CommandError(f"{file} ne s’ouvre pas\u00a0: {why_refused(error)}.") from error
    if not found.good:
        raise CommandError("\n".join(str(problem) for problem in found.problems) or f"{file}\u00a0: aucun plateau.")
    entry: Entry[BoardFile] = found.good[0]
    return entry


def _draw(board: "BoardFile", image: Path) -> None:
    from game.cli.board_picture import played_board  # noqa: PLC0415 - the windows are loaded only to draw
    from game.content.load import load  # noqa: PLC0415 - as above

    library = load(content_folder(), assets=assets_folder()).library
    write_picture(image, lambda measure: played_board(board, library, measure))


def _show_problems(entry: "Entry[BoardFile]", *, as_json: bool) -> None:
    from game.checks.boards import check_alone, problems_of  # noqa: PLC0415 - numpy is loaded only to count

    board = entry.model.rules()
    problems = problems_of(entry, check_alone(board))
    if as_json:
        _write({"plateau": board.id, "problemes": [str(problem) for problem in problems]})
    else:
        for problem in problems:
            typer.echo(str(problem))
        if not problems:
            typer.echo(f"«\u00a0{entry.model.title}\u00a0»\u00a0: de chaque case, on atteint l’arrivée.")
    raise typer.Exit(1 if problems else 0)


def _moves(board: "BoardFile") -> "Moves":
    from game.checks.boards import full_deck  # noqa: PLC0415 - as above
    from game.forecast.tables import explore, standing  # noqa: PLC0415
    from game.rules import Table  # noqa: PLC0415

    rules = board.rules()
    table = Table(rules, full_deck(rules))
    with _told():
        return explore([standing(table, position) for position in range(rules.end)])


def _show_arrivals(board: "BoardFile", *, as_json: bool) -> None:
    moves = _moves(board)
    if as_json:
        _write({"plateau": board.id, "lancers": list(_arrivals(moves, len(board.squares)))})
        return
    from game.cli.tables import print_table  # noqa: PLC0415 - few commands print a table

    totals = range(board.dice, board.dice * board.faces + 1)
    rows = []
    for position in range(len(board.squares) + 1):
        ends: dict[int, dict[str, None]] = {total: {} for total in totals}
        for throw in moves.throws[position]:
            rest = throw.rests[-1] if throw.rests else position
            ends[sum(throw.dice)][_short(rest, len(board.squares)) + ("+" if not throw.turns else "")] = None
        rows.append((_short(position, len(board.squares)), *("/".join(names) for names in ends.values())))
    print_table(dict.fromkeys(("Case", *map(str, totals)), "right"), rows, PIPE_WIDTH)
    typer.echo(
        "Une colonne par total des dés. D\u00a0: départ\u202f; A\u00a0: arrivée\u202f; +\u00a0: l’équipe relance."
    )


def _arrivals(moves: "Moves", squares: int) -> Iterator[dict[str, Any]]:
    for position in range(squares + 1):
        for throw in moves.throws[position]:
            yield {
                "case": position,
                "des": throw.dice,
                "chances": str(Fraction(throw.weight, moves.total)),
                "arrivee": throw.rests[-1] if throw.rests else position,
                "arrets": throw.rests,
                "tours": throw.turns,
                "cartes": throw.cards,
            }


def _short(position: int, squares: int) -> str:
    return "D" if not position else "A" if position > squares else str(position)


def _show_exact(board: "BoardFile", teams: int, *, as_json: bool, fractions: bool) -> None:
    from game.checks.boards import full_deck  # noqa: PLC0415
    from game.cli.board_report import as_data, as_text  # noqa: PLC0415 - as above
    from game.forecast.exact import analyse  # noqa: PLC0415
    from game.forecast.waiting import interacts  # noqa: PLC0415
    from game.rules import Table  # noqa: PLC0415

    rules = board.rules()
    table = Table(rules, full_deck(rules))
    with _told():
        found = analyse(table, in_whole_fractions=fractions)
    report = as_data(board, found, teams, is_alone=not interacts(table))
    if as_json:
        _write(report)
    else:
        typer.echo("\n".join(as_text(board, report, found)))


@contextmanager
def _told() -> Iterator[None]:
    """Say in one sentence why a board cannot be counted."""
    from game.forecast.tables import EndlessTurnError, TooManyStatesError  # noqa: PLC0415 - as above

    try:
        yield
    except TooManyStatesError as error:
        raise CommandError("Ce plateau a trop d’états possibles pour être calculé\u00a0: simulez-le.") from error
    except EndlessTurnError as error:
        dice = " et ".join(map(str, error.dice))
        raise CommandError(f"Depuis la case {error.position}, le lancer {dice} ne finit pas.") from error


def _write(report: Mapping[str, Any]) -> None:
    typer.echo(json.dumps(report, ensure_ascii=False, indent=2))
