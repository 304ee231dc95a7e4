"""Putting right what went wrong on the board: a die that was typed or read wrong, a pawn on the wrong square."""

from typing import TYPE_CHECKING

from game.language import tr
from game.rules import Phase, commands as g
from game.screens import phrases
from game.screens.scene import Pop, Push, Replace, Step
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.story import team_names
from game.wording import listed

if TYPE_CHECKING:
    from game.screens.play import PlayScene


def correcting(play: "PlayScene") -> Step | None:
    """Return the list of what can be put right; where nothing can, say why and return ``None``."""
    state = play.state
    refusal = play.opened.session.refusal(g.PlacePawn(state.game.turn, 0))
    if refusal is not None:
        play.say(phrases.refused(refusal, team_names(state)), play.opened.session.now)
        return None
    return Push(_what(play))


def _what(play: "PlayScene") -> ChoiceScene:
    state = play.state
    game = state.game
    entries: list[Entry] = []
    is_thrown = game.before_roll is not None and game.phase in (Phase.EFFECT, Phase.LANDED)
    if is_thrown:
        told = listed([*map(str, game.dice)])
        entries.append(Entry(tr("Le dé\u00a0: {}").format(told), tr("ce n’était pas ça"), "dice-five"))
    teams = game.teams[:1] if game.table.cooperative else game.teams
    for team in teams:
        name = tr("Le pion de tous") if game.table.cooperative else state.teams[team].name
        where = phrases.square(game.position_of(team), game.table.board.end)
        entries.append(Entry(name, where, state.teams[team].icon))

    def choose(index: int) -> Step:
        if is_thrown and index == 0:
            return Replace(_die(play))
        return Replace(_squares(play, teams[index - is_thrown]))

    return ChoiceScene(tr("Que faut-il corriger\u202f?"), entries, choose)


def _die(play: "PlayScene") -> ChoiceScene:
    def choose(index: int) -> Step:
        play.type_die(index + 1, play.opened.session.now)
        return Pop()

    faces = range(1, play.state.game.table.board.faces + 1)
    return ChoiceScene(tr("Qu’y avait-il sur le dé\u202f?"), [Entry(str(face)) for face in faces], choose)


def _squares(play: "PlayScene", team: str) -> ChoiceScene:
    """Return the squares of the board, the keyboard on the one where the pawn stands now."""
    game = play.state.game
    end = game.table.board.end
    entries = []
    for position in range(end + 1):
        words = phrases.square(position, end)
        theme = game.table.board.squares[position - 1].theme if 0 < position < end else None
        title = play.state.opening.themes.get(theme, "") if theme else ""
        entries.append(Entry(words[:1].upper() + words[1:], title))

    def choose(index: int) -> Step:
        return Replace(_reasons(play, team, index))

    return ChoiceScene(tr("Sur quelle case doit être ce pion\u202f?"), entries, choose, chosen=game.position_of(team))


def _reasons(play: "PlayScene", team: str, position: int) -> ChoiceScene:
    def choose(index: int) -> Step:
        play.give(g.PlacePawn(team, position, phrases.REASONS[index][0]), play.opened.session.now)
        return Pop()

    entries = [Entry(tr(words)) for _, words in phrases.REASONS]
    return ChoiceScene(tr("Qu’est-ce qui n’allait pas\u202f?"), entries, choose)
