"""The middle of the facilitator's page: what the room does now, and what only the facilitator reads of it."""

from collections.abc import Callable, Sequence
from typing import Any

from game.language import tr
from game.rules import Phase
from game.screens import phrases
from game.screens.pages.board_pace import pace_words
from game.screens.pages.facilitator_card import Column, card_named, card_parts, card_title, coming_parts
from game.screens.pages.facilitator_fields import mood_rows, poll_rows, step_themes, suggestions, typed_field
from game.screens.pages.facilitator_parts import Part, bullets
from game.screens.pages.wall_page import summary
from game.session.facilitator import FacilitatorView
from game.session.views import (
    BoardView,
    BrickView,
    CardView,
    ComingView,
    EndView,
    LinesView,
    MoodView,
    PausedView,
    PollResultView,
    PollView,
    StepView,
    TeamView,
    WallView,
    WordView,
)
from game.wording import counted, listed


def notes(column: Column) -> list[Part]:
    """Return the parts of the page of a view."""
    room = column.view.room
    return _NOTES[type(room)](column, room)


def title_of(view: FacilitatorView) -> str:
    """Return the title of the page: the card's own, else what happens."""
    return _TITLES[type(view.room)](view, view.room)


def _card(column: Column, _: CardView | ComingView) -> list[Part]:
    return card_parts(column)


def _board(column: Column, room: BoardView) -> list[Part]:
    view, said = column.view, []
    if room.dice and room.came_from is not None:
        said.append(tr("Dé\u00a0: {}.").format(listed([*map(str, room.dice)])))
    square = room.square
    if room.phase is Phase.EFFECT and square is not None:
        said += [text for text in (square.text, phrases.effect(square.effect, square.goes_to)) if text]
    elif room.due is not None:
        said.append(tr("Thème de la case\u00a0: {}.").format(room.due.title))
    said += [
        tr("{team}\u00a0: attend {wait}.").format(team=team.name, wait=_waits(team)) for team in view.teams if team.wait
    ]
    told = pace_words(room) or (phrases.pace(view.pace) if view.pace else "")
    said += [told] if told else []
    return [*map(column.text, said), *coming_parts(column), *_words_of(column, room.bricks)]


def _waits(team: TeamView) -> str:
    turns = counted(team.wait, "tour")
    return tr("un relais, {} au plus").format(turns) if team.is_relay else turns


def _word(column: Column, room: WordView) -> list[Part]:
    width, look = column.width, column.look
    field = typed_field(column.draft, width * 0.62, look, tr("choisi par l’équipe"))
    told = column.text(tr("Le mot de l’équipe. Jamais le nom d’une personne."))
    parts = [field, told, *suggestions(room.theme, column.draft, width, look)]
    return [*parts, column.named(tr("La carte"), card_named(column.view.card))] if column.view.card else parts


def _step(column: Column, room: StepView) -> list[Part]:
    theme, draft = column.theme, column.draft
    if theme is None and not draft and room.chosen is not None:
        theme = next((index for index, entry in enumerate(room.themes) if entry.id == room.chosen.theme), None)
        draft = room.chosen.text
    asked = column.text(tr("Sur quoi\u202f? Un petit pas, bientôt. Les flèches choisissent le thème."))
    field = typed_field(draft, column.width, column.look, tr("quelques mots, sans aucun nom"))
    return [asked, step_themes(room.themes, theme, column.width, column.look), field]


def _lines(column: Column, room: LinesView) -> list[Part]:
    parts: list[Part] = []
    if room.is_notice:
        parts.append(column.text(tr(phrases.NOTICE)))
    elif room.lines:
        parts.append(column.strong(room.lines[min(room.page, len(room.lines) - 1)]))
    if room.aside:
        parts.append(column.named(tr("Reste à l’écran"), room.aside))
    following = room.lines[room.page + 1 :]
    return [*parts, bullets(tr("Ensuite"), following, column.width, column.look)] if following else parts


def _mood(column: Column, room: MoodView) -> list[Part]:
    asked = room.aside or tr("Une main levée pour le ciel qui vous ressemble. Personne n’est nommé.")
    total = counted(sum(room.counts), "main levée", "mains levées")
    return [column.text(asked), *mood_rows(room.counts, column.width, column.look), column.strong(total)]


def _wall(column: Column, room: WallView | EndView) -> list[Part]:
    return [column.text(summary(room)), *_words_of(column, room.bricks)]


def _words_of(column: Column, bricks: Sequence[BrickView]) -> list[Part]:
    told = ", ".join(brick.word for brick in bricks if brick.word)
    return [column.named(tr("Les mots du mur"), told)] if told else []


def _end(column: Column, room: EndView) -> list[Part]:
    said = tr("{name}\u00a0: {words}")
    steps = [said.format(name=team, words=words or title) for team, title, words in room.steps]
    told = [bullets(tr("Les prochains pas"), steps, column.width, column.look)] if steps else []
    return [*(column.text(text) for text in room.asides if text), *told, *_wall(column, room)]


def _paused(column: Column, _: PausedView) -> list[Part]:
    return [column.text(tr("La salle voit un écran neutre. Prenez le temps qu’il faut."))]


def _poll(column: Column, room: PollView) -> list[Part]:
    asked = tr("Question {page} sur {pages}, à mains levées. Personne n’est nommé.")
    asked = asked.format(page=room.index + 1, pages=room.total)
    rows = poll_rows(room.answers, room.counts, column.width, column.look)
    total = counted(sum(room.counts), "main levée", "mains levées")
    return [column.text(asked), *rows, column.strong(total)]


def _poll_result(column: Column, room: PollResultView) -> list[Part]:
    def hands(counts: tuple[int, ...], index: int) -> str:
        return counted(counts[index], "main", "mains") if index < len(counts) else tr("pas compté")

    said = tr("avant\u00a0: {before}, après\u00a0: {after}")
    return [
        column.named(answer, said.format(before=hands(room.before, index), after=hands(room.after, index)))
        for index, answer in enumerate(room.answers)
    ]


def _board_title(view: FacilitatorView, room: BoardView) -> str:
    if room.is_game_over_time:
        return tr("Le dernier tour est joué") if room.last_round == () else tr("Le temps du jeu est passé")
    if room.phase is Phase.EFFECT and room.square is not None:
        return room.square.name
    return (
        tr("Au tour de l’équipe {}").format(view.teams[view.turn].name)
        if view.turn >= 0
        else tr("Personne ne joue encore")
    )


def _lines_title(_view: FacilitatorView, room: LinesView) -> str:
    if room.is_notice:
        return tr("Ce qui est noté")
    return tr("À lire à voix haute, {page} sur {count}").format(page=room.page + 1, count=max(1, len(room.lines)))


def _card_title(view: FacilitatorView, _: CardView | ComingView) -> str:
    return card_title(view.card) if view.card else tr("Carte")


_TITLES: dict[type, Callable[[FacilitatorView, Any], str]] = {
    BoardView: _board_title,
    CardView: _card_title,
    ComingView: _card_title,
    WordView: lambda _view, _room: tr("Un mot pour le mur"),
    LinesView: _lines_title,
    MoodView: lambda _view, room: room.question or tr("La météo du groupe"),
    WallView: lambda _view, _room: tr("Le mur de notre séance"),
    StepView: lambda _view, room: tr("Prochain pas\u00a0: {}").format(room.team.name),
    EndView: lambda _view, room: tr("Séance clôturée") if room.is_closed else tr("Merci à toutes et à tous"),
    PausedView: lambda _view, _room: tr("Pause"),
    PollView: lambda _view, room: room.question,
    PollResultView: lambda _view, room: room.question,
}
_NOTES: dict[type, Callable[[Column, Any], list[Part]]] = {
    BoardView: _board,
    CardView: _card,
    ComingView: _card,
    WordView: _word,
    LinesView: _lines,
    MoodView: _mood,
    WallView: _wall,
    StepView: _step,
    EndView: _end,
    PausedView: _paused,
    PollView: _poll,
    PollResultView: _poll_result,
}
