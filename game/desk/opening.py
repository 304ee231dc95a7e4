"""From what was chosen before play to what a session begins with: acts, board and cards of the day."""

from datetime import date
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING

from game.content.care import audiences_there, board_today, cards_today
from game.content.formats import Act as ScriptedAct, Format
from game.content.library import Library
from game.rules import RULES_VERSION, Board, Card
from game.screens.desk import FormatChoice, SessionChoice, ThemeChoice
from game.session.agenda import Act, ActKind, PollQuestion
from game.session.events import Opening
from game.session.sheet import CardTerms, ThemeTerms

if TYPE_CHECKING:
    from game.content.boards import BoardFile


def program_version() -> str:
    """Return the version of the program, as installed."""
    try:
        return version("permis-de-se-reconstruire")
    except PackageNotFoundError:
        return "sans installation"


def acts_of(script: Format) -> tuple[Act, ...]:
    """Return the acts of a format, with what each of them shows."""
    return tuple(_act(ActKind(act.kind), act) for act in script.acts)


def format_choice(script: Format) -> FormatChoice:
    """Return what the set-up screens show of a format."""
    return FormatChoice(script.id, script.title, script.mode, acts_of(script), tuple(map(str, script.audiences)))


def board_and_cards(library: Library, choice: SessionChoice, on: date) -> tuple[Board, tuple[Card, ...]]:
    """Return the board and the cards of a session on a day: what is forecast is what is played."""
    script = library.formats[choice.format]
    board: BoardFile = library.boards[script.board]
    there = audiences_there(script, choice.audiences)
    cards = cards_today(library, there, on, choice.sensitivity, choice.left_out)
    return board_today(board.rules(), choice.left_out), cards


def theme_choices(library: Library, choice: SessionChoice, on: date) -> tuple[ThemeChoice, ...]:
    """Return the themes with how many cards of each may come up, those of the themes left out included."""
    there = audiences_there(library.formats[choice.format], choice.audiences)
    themes = [card.theme for card in cards_today(library, there, on, choice.sensitivity)]
    return tuple(
        ThemeChoice(theme.id, theme.title, theme.icon, themes.count(theme.id)) for theme in library.themes.values()
    )


def opening_of(
    library: Library,
    choice: SessionChoice,
    on: date,
    *,
    name: str,
    seed: int,
    demonstration: bool = False,
    packs: dict[str, str] | None = None,
) -> Opening:
    """Return all that is fixed when a session begins on a day; ``name`` is that of its folder.

    ``packs`` has the versions of those that are played with.
    """
    script = library.formats[choice.format]
    board, cards = board_and_cards(library, choice, on)
    return Opening(
        id=name,
        place=choice.place.strip(),
        mode=script.mode,
        format=script.id,
        format_title=script.title,
        acts=acts_of(script),
        board=board,
        board_title=library.boards[script.board].title,
        cards=cards,
        warned=tuple(card.id for card in library.cards.values() if card.warning or card.sensitivity),
        themes={theme.id: theme.title for theme in library.themes.values() if theme.id not in choice.left_out},
        seed=seed,
        cooperative=choice.cooperative,
        physical_dice=choice.physical_dice,
        demonstration=demonstration,
        rehearsal=choice.rehearsal,
        sounds=script.sounds,
        aims=script.aims,
        skills=script.skills,
        versions={"programme": program_version(), "regles": RULES_VERSION, "contenu": library.digest},
        audiences=audiences_there(script, choice.audiences),
        sensitivity=choice.sensitivity,
        left_out=choice.left_out,
        packs=packs or {},
        theme_terms=theme_terms(library),
        card_terms=card_terms(library),
        poll=tuple(PollQuestion(asked.question, asked.answers) for asked in script.poll),
    )


def theme_terms(library: Library) -> tuple[ThemeTerms, ...]:
    """Return the words that other tools use for the themes, for the record of a session."""
    return tuple(
        ThemeTerms(theme.id, theme.data_inclusion, theme.france_travail, theme.aims, theme.skills)
        for theme in library.themes.values()
    )


def card_terms(library: Library) -> tuple[CardTerms, ...]:
    """Return the values of data.inclusion of the cards that have their own."""
    return tuple(CardTerms(card.id, card.topics) for card in library.cards.values() if card.topics)


def _act(kind: ActKind, act: ScriptedAct) -> Act:
    """Return what an act shows: questions one by one where there are some, else its sentences."""
    asks = kind in (ActKind.MOOD, ActKind.DEBRIEF, ActKind.QUESTIONS, ActKind.CLOSING) and (
        act.questions or kind is ActKind.CLOSING
    )
    if asks:
        return Act(kind, act.minutes, act.questions, act.title, act.say)
    return Act(kind, act.minutes, (*act.say, *act.questions), act.title)
