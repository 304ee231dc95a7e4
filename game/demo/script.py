"""What the demonstration presses, and says. It looks at the screen that is there, as a person would."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from game.french import unbroken
from game.rules import Chance, Phase
from game.screens.inputs import Input, Press, Typed
from game.screens.play import PlayScene
from game.screens.stage import Stage
from game.session.agenda import ActKind
from game.session.following import has_answer_to_show

TALK_SECONDS = 150.0
"""How long the room talks about a card, in time of session."""
_WORDS = ("oser", "un toit", "écouter", "115", "dormir", "papiers", "ensemble", "droits", "équipe", "patience")
_STEPS = ("appeler la mission locale", "faire la liste des papiers", "rappeler une amie", "aller au point-justice")


@dataclass(frozen=True)
class Beat:
    """One thing done, after a time to look: ``seconds`` on the screen, then ``talk`` seconds of session skipped."""

    given: Input | None
    caption: str
    seconds: float = 2.5
    talk: float = 0.0
    shot: str = ""
    """Name of the picture to keep of the screen before anything is pressed."""
    shot_in_motion: str = ""
    """Name of the picture to keep while what was pressed moves."""
    motion_seconds: float = 0.45
    """How long after the key that picture is taken."""


def press(key: str, caption: str, **more: object) -> Beat:
    """Return the beat of a key."""
    return Beat(Press(key), caption, **more)  # type: ignore[arg-type]  # the fields of Beat


def script(stage: Stage, chance: Chance) -> Iterator[Beat]:
    """Yield the beats of a whole demonstration, from home to the record."""
    yield from _around_home()
    yield from _set_up()
    play = _playing(stage)
    asides = dict(_ASIDES)
    while not play.state.is_closed:
        kind = play.state.current_act.kind
        yield from _game(play, chance, asides) if kind is ActKind.GAME else _ACTS[kind](play, chance)
    yield Beat(None, "La séance est clôturée. Le bilan est écrit, sans aucun nom.", 4, shot="seance-cloturee")
    yield press("space", "Retour à l’accueil.")
    yield press("b", "Tout se retrouve dans les bilans.", shot="accueil-apres")
    yield Beat(None, "Les séances de cet ordinateur.", 4, shot="bilans")
    yield press("escape", "La démonstration est finie.")


def _playing(stage: Stage) -> PlayScene:
    scene = stage.scene
    if not isinstance(scene, PlayScene):
        raise TypeError(f"the demonstration expected a session, and found {type(scene).__name__}")
    return scene


def _around_home() -> Iterator[Beat]:
    yield press("c", "L’accueil. D’abord, un tour par les cartes.", shot="accueil")
    yield press("escape", "Toutes les cartes, par thème.", shot="cartes")
    yield press("g", "Les réglages.")
    yield press("escape", unbroken("Les réglages : tout s’applique aussitôt."), shot="reglages")
    yield press("n", "Une nouvelle séance.")


def _set_up() -> Iterator[Beat]:
    yield press(
        "pagedown",
        unbroken("Quelle séance ? Entre pilotes, une heure et demie."),
        shot="nouvelle-seance-1",
    )
    yield press("pagedown", unbroken("Prendre soin : les sujets difficiles que l’on garde, ou pas."))
    yield press(
        "pagedown",
        unbroken("Qui joue ? Des équipes, et des personnes comptées."),
        shot="nouvelle-seance-2",
    )
    yield press("pagedown", "Tout est prêt.", shot="nouvelle-seance-3")


def _lines(play: PlayScene, _: Chance) -> Iterator[Beat]:
    act = play.state.act
    kind = play.state.current_act.kind
    caption = {
        ActKind.WELCOME: unbroken("L’accueil : le cadre, une phrase à la fois."),
        ActKind.DEBRIEF: unbroken("Le débrief : des questions préparées."),
    }.get(kind, "Les questions aux pilotes.")
    while play.state.act == act:
        is_last = play.state.page + 1 >= play.state.pages
        name = "ce-qui-est-note" if kind is ActKind.WELCOME and is_last else kind
        shot = name if is_last or play.state.page == 1 else ""
        yield press("space", caption, talk=30 if kind is ActKind.WELCOME else 120, shot=shot)


def _mood(play: PlayScene, chance: Chance) -> Iterator[Beat]:
    act, page = play.state.act, play.state.page
    for hand in range(6):
        yield press(
            str(chance(900 + hand + 10 * act, 4) + 1),
            unbroken("La météo : des mains levées, comptées."),
            seconds=0.7,
        )
    moment = play.state.mood_moment
    yield press("space", "La météo du groupe.", talk=60, shot="meteo-arrivee" if moment == "in" else "meteo-depart")
    if (play.state.act, play.state.page) == (act, page):
        raise RuntimeError("the demonstration is stuck on the mood")


def _game(play: PlayScene, chance: Chance, asides: dict[int, tuple[Beat, ...]]) -> Iterator[Beat]:
    state = play.state
    if not state.is_on_board:
        shot = "regles-du-jeu" if state.page == state.pages - 2 else ""
        yield press("space", "Les règles, une phrase à la fois.", talk=10, shot=shot)
        return
    if state.game.phase is Phase.READY and state.game.turns in asides:
        yield from asides.pop(state.game.turns)
        return
    if state.act_left(play.opened.session.now) <= 0 and state.game.phase is Phase.READY:
        yield press(
            "space",
            unbroken("Le temps du jeu est passé : l’horloge finit le jeu, pas la course."),
            shot="fin-du-jeu",
        )
        return
    yield _PHASES[state.game.phase](play, chance)


def _ready(play: PlayScene, _: Chance) -> Beat:
    name = play.state.teams[play.state.game.turn].name
    if play.state.game.turns == 2:  # noqa: PLR2004 - the second turn shows the foam die
        caption = unbroken(f"{name}, un dé en mousse : on tape 6.")
        return press("6", caption, shot_in_motion="pion-en-route", motion_seconds=1.2)
    return press("space", f"C’est à vous\u00a0: {name}.", shot="plateau", shot_in_motion="de-lance", talk=8)


def _effect(_play: PlayScene, _: Chance) -> Beat:
    return press(
        "space", "Une case qui aide, ou qui retarde un peu.", talk=20, shot="case-speciale", shot_in_motion="effet"
    )


def _landed(_play: PlayScene, _: Chance) -> Beat:
    return press("space", unbroken("La case donne un thème : une carte."), talk=5, shot="arrivee-sur-une-case")


def _card(play: PlayScene, chance: Chance) -> Beat:
    game = play.state.game
    if play.state.is_card_hidden:
        return press(
            "space", "Un sujet sensible\u00a0: la carte attend, on peut la montrer ou pas.", shot="carte-sensible"
        )
    kind = game.table.by_id[game.card].kind
    if has_answer_to_show(game):
        return press(
            "space",
            unbroken("Une question : on en parle, puis la réponse."),
            talk=60,
            shot="carte-question",
        )
    if game.is_revealed:
        return press("space", "La réponse, avec sa source et son année.", talk=60, shot="carte-reponse")
    if len(game.bricks) == 3 and chance(700 + game.draws, 2) == 0:  # noqa: PLR2004 - once or twice
        return press("c", "On peut changer de carte.", talk=5)
    if len(game.bricks) == 5 and chance(800 + game.draws, 2) == 0:  # noqa: PLR2004 - once or twice
        return press("p", "On peut passer, sans dire pourquoi.", talk=5)
    return press("space", "On lit à voix haute, on en parle.", seconds=4, talk=TALK_SECONDS, shot=f"carte-{kind}")


def _word(play: PlayScene, chance: Chance) -> Beat:
    if not play.drafted_words:
        word = _WORDS[chance(500 + len(play.state.game.bricks), len(_WORDS))]
        return Beat(Typed(word), "L’équipe choisit un mot.", 1.5)
    return press(
        "enter", "Le mot devient une brique du mur.", talk=15, shot="mot", shot_in_motion="brique", motion_seconds=0.2
    )


def _closing(play: PlayScene, chance: Chance) -> Iterator[Beat]:
    kind = play.state.page_kind
    if kind == "wall":
        yield press("space", "Le mur que le groupe a construit.", seconds=4, talk=40, shot="mur")
    elif kind == "step":
        yield press("down", "Chaque équipe dit son prochain pas.", seconds=1)
        for _ in range(chance(600 + play.state.page, 5)):
            yield press("down", "Un thème…", seconds=0.4)
        yield Beat(Typed(_STEPS[play.state.page % len(_STEPS)]), "… et quelques mots, sans aucun nom.", 1.5)
        yield press("enter", "Un petit pas, bientôt.", talk=30, shot="prochain-pas")
    elif kind == "mood":
        yield from _mood(play, chance)
    else:
        yield press("space", "Merci. On clôture.", seconds=4, shot="fin")


_ASIDES: dict[int, tuple[Beat, ...]] = {
    4: (
        press("left", unbroken("Une erreur ? On revient d’un pas, même à travers le dé.")),
        press("redo", unbroken("Et on refait : rien n’est perdu."), shot="retour-en-arriere"),
    ),
    5: (
        press("s", unbroken("Une pause : les horloges s’arrêtent.")),
        press("space", "La salle voit un écran neutre.", talk=60, shot="pause"),
    ),
    6: (
        press("m", "Le menu."),
        press("escape", "Les actes, les équipes, ce qui s’est passé.", shot="menu"),
        press("g", "On peut aller à un acte à tout moment."),
        press("escape", "Chaque acte a sa durée.", shot="actes"),
        press("j", "Tout ce qui s’est passé, en phrases."),
        press("escape", "On peut revenir juste avant n’importe quel pas.", shot="revenir-la"),
        press("e", "Des équipes arrivent, d’autres partent."),
        press("escape", "Sans rien casser.", shot="equipes"),
    ),
    7: (
        press("f1", "Toutes les touches."),
        press("escape", "Tout se fait au clavier, à la télécommande ou à la souris.", shot="touches"),
        press("b", "L’écran noir, d’une touche."),
        press("b", "", shot="ecran-noir"),
    ),
}
_PHASES: dict[Phase, Callable[[PlayScene, Chance], Beat]] = {
    Phase.READY: _ready,
    Phase.EFFECT: _effect,
    Phase.LANDED: _landed,
    Phase.CARD: _card,
    Phase.WORD: _word,
}
_ACTS: dict[ActKind, Callable[[PlayScene, Chance], Iterator[Beat]]] = {
    ActKind.WELCOME: _lines,
    ActKind.DEBRIEF: _lines,
    ActKind.QUESTIONS: _lines,
    ActKind.MOOD: _mood,
    ActKind.CLOSING: _closing,
}
