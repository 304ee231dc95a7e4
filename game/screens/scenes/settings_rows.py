"""What can be set: each row with its values in order, the words for each of them, and one sentence that helps."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from game.drawing.legibility import ACUITY, image_needed, least_size, needed_size
from game.language import mark, tr

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from game.screens.desk import Settings

CHECK, KEYS, FOLDER = "check", "keys", "folder"
"""Rows that do something instead of changing a value."""


@dataclass(frozen=True)
class Choice:
    """A setting: its name in `Settings`, its label, the values it goes through, what each is called, its help."""

    name: str
    label: str
    values: tuple[Any, ...]
    told: Callable[[Any], str]
    help: str
    is_display: bool = True
    """Whether the sample of a page says more of it than words."""

    def place(self, settings: Settings) -> int:
        """Return which of the values is set, or the closest of the numbers."""
        value = getattr(settings, self.name)
        if value in self.values:
            return self.values.index(value)
        if not isinstance(value, int | float):
            return 0
        return min(range(len(self.values)), key=lambda index: abs(self.values[index] - value))

    def changed(self, settings: Settings, by: int, *, turns: bool = False) -> Settings:
        """Return the settings with the next value, or the one before; with ``turns``, the first follows the last."""
        place = self.place(settings) + by
        place = place % len(self.values) if turns else max(0, min(place, len(self.values) - 1))
        return replace(settings, **{self.name: self.values[place]})

    def says(self, settings: Settings) -> str:
        """Return what the value that is set is called."""
        return self.told(self.values[self.place(settings)])


_THEMES = {"light": mark("clair"), "dark": mark("sombre"), "contrast": mark("très contrasté")}
_LANGUAGES = {"fr": "Français", "en": "English"}
"""Each in its own words: one who does not read the present language finds hers."""
_SPACINGS = {0.0: mark("habituel"), 0.03: mark("un peu écarté"), 0.06: mark("écarté"), 0.12: mark("très écarté")}


def _metres(value: float) -> str:
    return tr("{metres}\u00a0m").format(metres=f"{value:g}".replace(".", tr(",")))


def _row(value: float) -> str:
    return _metres(value) if value else tr("pas mesuré")


def _yes_no(value: object) -> str:
    return tr("oui") if value else tr("non")


def choices(voices: Sequence[tuple[str, str]]) -> tuple[Choice, ...]:
    """Return the settings that go through values; ``voices`` are those of this computer, by id and name."""
    names = {"": tr("habituelle"), **dict(voices)}
    return (*_OF_THE_PAGE, *_OF_THE_COMPUTER, _voice(names), _RATE, _SPOKEN, _LANGUAGE)


def _voice(names: dict[str, str]) -> Choice:
    return Choice(
        "voice",
        mark("Voix"),
        tuple(names),
        lambda value: names.get(value, value),
        mark("La voix qui lit à voix haute. Entrée la fait entendre."),
        is_display=False,
    )


_OF_THE_PAGE = (
    Choice(
        "theme",
        mark("Couleurs"),
        ("light", "dark", "contrast"),
        lambda value: tr(_THEMES[value]),
        mark("Clair pour une salle éclairée, sombre pour une salle sans lumière, très contrasté pour mieux lire."),
    ),
    Choice(
        "text_size",
        mark("Taille du texte"),
        (1.0, 1.15, 1.3, 1.45, 1.6),
        lambda value: tr("{percent}\u00a0%").format(percent=round(value * 100)),
        mark("Les pages de la salle sont écrites plus grand. Une carte trop longue continue sur une autre page."),
    ),
    Choice(
        "spacing",
        mark("Lettres et mots"),
        tuple(_SPACINGS),
        lambda value: tr(_SPACINGS[value]),
        mark("Les lettres et les mots s’écartent ensemble. Cela aide certaines personnes à lire."),
    ),
    Choice(
        "row_metres",
        mark("Dernier rang"),
        (0.0, *(float(metres) for metres in range(2, 21))),
        _row,
        mark("De l’image jusqu’à la dernière chaise. Le texte est alors assez grand pour elle."),
    ),
    Choice(
        "image_metres",
        mark("Hauteur de l’image"),
        tuple(tenths / 10 for tenths in range(5, 41)),
        _metres,
        mark("L’image sur le mur ou l’écran, de bas en haut."),
    ),
    Choice(
        "reduced_motion",
        mark("Mouvements réduits"),
        (False, True),
        _yes_no,
        mark("Le dé, les pions et les briques ne sont plus animés."),
        is_display=False,
    ),
)
_OF_THE_COMPUTER = (
    Choice(
        "full_screen",
        mark("Plein écran"),
        (False, True),
        _yes_no,
        mark("La fenêtre remplit l’écran. La touche F11 le fait aussi."),
        is_display=False,
    ),
    Choice(
        "one_window",
        mark("Une seule image"),
        (False, True),
        _yes_no,
        mark("La salle et vous voyez la même fenêtre, même avec un projecteur."),
        is_display=False,
    ),
    Choice(
        "sounds",
        mark("Sons"),
        (False, True),
        _yes_no,
        mark("Le dé, les pas, les briques. Rien n’est dit par un son seul."),
        is_display=False,
    ),
)
_LANGUAGE = Choice(
    "language",
    mark("Langue (language)"),
    tuple(_LANGUAGES),
    lambda value: _LANGUAGES[value],
    mark("Celle des écrans. Les cartes restent comme elles sont écrites."),
    is_display=False,
)
_RATE = Choice(
    "voice_rate",
    mark("Vitesse de la voix"),
    tuple(range(80, 261, 20)),
    lambda value: tr("{words} mots par minute").format(words=value),
    mark("Plus lentement, c’est souvent plus clair. Entrée la fait entendre."),
    is_display=False,
)

_SPOKEN = Choice(
    "speak_focus",
    mark("Touches dites"),
    (False, True),
    _yes_no,
    mark("La voix dit ce qui se passe, et le nom de ce qui est choisi au clavier."),
    is_display=False,
)


def distance_says(settings: Settings, width: float) -> str:
    """Return what the distance of the last row asks for; that it is too much, when no page of a width can do it."""
    row, image = settings.row_metres, settings.image_metres
    if not row:
        return tr("Mesurez en pas\u00a0: un grand pas fait presque un mètre.")
    if needed_size(row, image) > least_size(row, image, width):
        closest = int(10 * row * image / image_needed(row, width)) / 10
        return tr(
            "L’image est trop petite pour ce rang\u00a0: il lui faut {image} de haut, ou des chaises à {row}. "
            "Le texte est aussi grand que possible."
        ).format(image=_metres(-(-10 * image_needed(row, width) // 1) / 10), row=_metres(closest))
    return tr("Sur le mur, un petit «\u00a0e\u00a0» fera au moins {height}\u00a0cm.").format(
        height=f"{100 * row / ACUITY:.1f}".replace(".", tr(","))
    )
