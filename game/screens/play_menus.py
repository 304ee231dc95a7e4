"""The lists of a session: acts to go to, teams that come and go, steps to go back to, the way out."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from game.drawing import keycaps
from game.french import NO_BREAK
from game.language import tr
from game.rules import Phase, commands as g
from game.screens import phrases
from game.screens.play_care import aids_menu, breathe_or_go_on, cadre_or_back
from game.screens.play_corrections import correcting
from game.screens.play_keys import pause_or_go_on, takes_dice
from game.screens.scene import Pop, Push, Replace, Step
from game.screens.scenes.choose import ChoiceScene, Entry
from game.screens.scenes.handover import HandoverScene
from game.screens.scenes.propose import proposing
from game.screens.scenes.record_sheet import sheet_of_play
from game.screens.scenes.remote import RemoteScene
from game.screens.story import told
from game.session import commands as c
from game.session.events import TeamEntry
from game.session.history import is_undoable
from game.session.pace import pace
from game.wording import counted

if TYPE_CHECKING:
    from game.screens.play import PlayScene

_MOST_HEADS = 12
"""People in a team that arrives; a larger group makes two teams."""


def menu_for_key(key: str, play: "PlayScene") -> Step | None:
    """Return the list behind a key, or ``None`` when the key opens none."""
    if key == "d":
        return Push(dice_menu(play)) if takes_dice(play.state) else None
    if key == "c" and play.state.page_kind == "wall" and play.state.game.bricks:
        return Push(words_menu(play))
    if key == "i":
        return correcting(play)
    if key == "u":
        return aids_menu(play)
    if key == "z":
        return Push(HandoverScene(play))
    if key == "w":
        proposed = proposing(play)
        return Push(proposed) if proposed else None
    if key == "r" and play.state.is_closed:
        return None if play.state.opening.rehearsal else Push(sheet_of_play(play))
    menu = _MENUS.get(key)
    return Push(menu(play)) if menu else None


def acts_menu(play: "PlayScene") -> ChoiceScene:
    """Return the acts, to go to any of them."""
    acts = play.state.acts
    entries = [
        Entry(phrases.act_title(act), f"{act.minutes}{NO_BREAK}min", "check" if done else None)
        for act, done in zip(acts, (index < play.state.act for index in range(len(acts))), strict=True)
    ]
    return ChoiceScene(tr("Aller à un acte"), entries, _giving(play, [c.GoToAct(index) for index in range(len(acts))]))


def teams_menu(play: "PlayScene") -> ChoiceScene:
    """Return the teams: who leaves, who is free to go on, who arrives."""
    state = play.state
    entries: list[Entry] = []
    commands: list[c.Command] = []
    arrivals: list[TeamEntry] = []
    for team in state.game.teams:
        entry = state.teams[team]
        if state.game.wait_of(team):
            freed = tr("{team}\u00a0: repartir sans attendre").format(team=entry.name)
            entries.append(Entry(freed, tr("libérer"), entry.icon))
            commands.append(g.FreeTeam(team))
        entries.append(Entry(entry.name, tr("quitter le jeu"), entry.icon))
        commands.append(g.LeaveGame(team))
    names = {state.teams[team].name for team in state.game.teams}
    for index, (name, icon) in enumerate(play.desk.team_presets()):
        if name not in names:
            entries.append(Entry(name, tr("arriver"), icon))
            arrivals.append(TeamEntry(f"{len(state.teams) + 1}-{index}", name, icon, 0))

    def choose(index: int) -> Step | None:
        if index < len(commands):
            return _giving(play, commands)(index)
        return Replace(heads_menu(play, arrivals[index - len(commands)]))

    return ChoiceScene(tr("Les équipes"), entries, choose, chosen=len(commands) if arrivals else 0)


def heads_menu(play: "PlayScene", team: TeamEntry) -> ChoiceScene:
    """Return how many people a team that arrives may have."""
    heads = range(1, _MOST_HEADS + 1)
    entries = [Entry(counted(count, "personne")) for count in heads]
    commands: list[c.Command] = [c.EnterTeam(replace(team, heads=count)) for count in heads]
    asked = tr("{team}\u00a0: combien de personnes").format(team=team.name)
    return ChoiceScene(asked, entries, _giving(play, commands))


def dice_menu(play: "PlayScene") -> ChoiceScene:
    """Return the faces of a die, for the mouse and for dice of more than nine faces."""

    def choose(index: int) -> Step | None:
        play.type_die(index + 1, play.opened.session.now)
        return Pop()

    faces = play.state.game.table.board.faces
    return ChoiceScene(tr("Le dé lancé"), [Entry(str(face)) for face in range(1, faces + 1)], choose)


def history_menu(play: "PlayScene") -> ChoiceScene:
    """Return what happened, the latest first, to go back to any step."""
    history = play.opened.session.history
    entries: list[Entry] = []
    commands: list[c.Command] = []
    steps = [(r, s) for r, s in zip(history.effective, history.states, strict=True) if is_undoable(r)]
    for record, after in reversed(steps):
        entries.append(Entry(told(record, after, play.desk.faces), record.at.strftime("%H:%M")))
        commands.append(c.Undo(record.seq))
    return ChoiceScene(tr("Revenir juste avant…"), entries, _giving(play, commands))


def words_menu(play: "PlayScene") -> ChoiceScene:
    """Return the bricks of the wall, to write the word of one again."""

    def choose(index: int) -> Step | None:
        play.rewrite(index)
        return Pop()

    bricks = play.state.game.bricks
    themes = play.state.opening.themes
    entries = [Entry(brick.word or tr("sans mot"), themes.get(brick.theme, brick.theme)) for brick in bricks]
    return ChoiceScene(tr("Changer un mot du mur"), entries, choose)


def main_menu(play: "PlayScene") -> ChoiceScene:
    """Return what can be done beside playing."""
    chosen: list[tuple[Entry, Callable[[], Step | None]]] = [
        (Entry(tr("Revenir d’un pas"), tr("touche Page précédente"), "arrow-left"), lambda: _given(play, c.Undo())),
        (Entry(tr("Pause"), _key("S"), "pause"), lambda: _given(play, pause_or_go_on(play.state))),
        (Entry(tr("Respiration"), _key("A"), "hand-heart"), lambda: _given(play, breathe_or_go_on(play.state))),
        (Entry(tr("Le cadre"), _key("K"), "chats-circle"), lambda: _given(play, cadre_or_back(play.state))),
        (Entry(tr("De l’aide"), _key("U"), "handshake"), lambda: aids_menu(play)),
        (Entry(tr("Lire à voix haute"), _key("L"), "speaker-high"), lambda: _read(play)),
        (
            Entry(tr("Langue des cartes"), phrases.language(play.state.language or "fr"), "translate"),
            lambda: Replace(languages_menu(play)),
        ),
        (Entry(tr("Aller à un acte"), _key("G"), "list-checks"), lambda: Push(acts_menu(play))),
        (Entry(tr("Les équipes"), _key("E"), "users-three"), lambda: Push(teams_menu(play))),
        (Entry(tr("Ce qui s’est passé"), _key("J"), "arrow-counter-clockwise"), lambda: Push(history_menu(play))),
        (Entry(tr("Plateau au sol, ou à l’écran"), _key("O"), "path"), lambda: _on_floor(play)),
        (
            Entry(tr("Télécommande"), tr("un téléphone"), "device-mobile"),
            lambda: Replace(RemoteScene(play.desk.remote)),
        ),
        (Entry(tr("Passer la main"), _key("Z"), "handshake"), lambda: Replace(HandoverScene(play))),
        (_sounds_entry(play), lambda: _toggle_sounds(play)),
        (Entry(tr("Revenir à l’accueil"), _what_stays(play), "house-line"), play.leave),
    ]
    if not play.state.opening.rehearsal:
        proposal = (Entry(tr("Proposer une carte"), _key("W"), "pencil-simple"), lambda: _proposed(play))
        chosen.insert(len(chosen) - 1, proposal)
    if play.state.game.phase is Phase.CARD and play.state.is_on_board:
        swap = (Entry(tr("Autre carte"), _key("C"), "shuffle"), lambda: _given(play, g.SwapCard()))
        chosen.insert(0, swap)
    if play.state.is_on_board:
        told = _pace_told(play)
        chosen.insert(3, (Entry(tr("Dernier tour"), _key("N"), "flag", told), lambda: _given(play, c.LastRound())))
    return ChoiceScene(tr("Menu"), [entry for entry, _ in chosen], lambda index: chosen[index][1]())


def languages_menu(play: "PlayScene") -> ChoiceScene:
    """Return the languages in which cards can show, beside French or instead of it."""
    entries = [Entry(tr("Français"))]
    commands: list[c.Command] = [c.ShowLanguage("")]
    for language in play.desk.faces.languages():
        name = phrases.language(language)
        beside = tr("Français et {language}, côte à côte").format(language=name)
        alone = tr("{language}, sans le français").format(language=f"{name[:1].upper()}{name[1:]}")
        entries += [Entry(beside), Entry(alone)]
        commands += [c.ShowLanguage(language), c.ShowLanguage(language, is_alone=True)]
    shown = c.ShowLanguage(play.state.language, play.state.is_language_alone)
    chosen = commands.index(shown) if shown in commands else 0
    return ChoiceScene(tr("Langue des cartes"), entries, _giving(play, commands), chosen=chosen)


def _key(cap: str) -> str:
    return tr("touche {key}").format(key=keycaps.shown(cap))


def _read(play: "PlayScene") -> Step:
    play.windows.read_aloud(play.opened.session.now)
    return Pop()


def _on_floor(play: "PlayScene") -> Step:
    play.windows.play_on_floor(play.opened.session.now)
    return Pop()


def _sounds_entry(play: "PlayScene") -> Entry:
    return Entry(tr("Sons du jeu"), tr("allumés") if play.sounds.is_on else tr("coupés"), "speaker-high")


def _proposed(play: "PlayScene") -> Step | None:
    scene = proposing(play)
    return Replace(scene) if scene else Pop()


def _toggle_sounds(play: "PlayScene") -> Step:
    play.sounds.toggle(play.opened.session.now)
    return Pop()


def _what_stays(play: "PlayScene") -> str:
    return tr("la répétition s’efface") if play.state.opening.rehearsal else tr("la séance reste en cours")


def _pace_told(play: "PlayScene") -> str:
    """Return what still fits in the time of the game; empty while nothing can be said of it."""
    if play.state.last_round is not None:
        return phrases.last_round(play.state.last_round)
    foreseen = pace(play.state, play.opened.session.now)
    return phrases.pace(foreseen) if foreseen else ""


def _giving(play: "PlayScene", commands: list[c.Command]) -> Callable[[int], Step | None]:
    def choose(index: int) -> Step | None:
        return _given(play, commands[index])

    return choose


def _given(play: "PlayScene", command: c.Command) -> Step | None:
    play.give(command, play.opened.session.now)
    return Pop()


_MENUS: dict[str, Callable[["PlayScene"], ChoiceScene]] = {
    "g": acts_menu,
    "e": teams_menu,
    "j": history_menu,
    "m": main_menu,
}
