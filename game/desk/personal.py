"""The personal layer for the screens: what may be noted of a person, by code, and the envelope that closes on it.

Sealing is loaded only where a key is installed: most laptops never need it.
"""

from pathlib import Path
from typing import TYPE_CHECKING, cast, get_args

from game.content.library import Library
from game.records.computing import half_days
from game.records.outcome import HalfDay
from game.screens.desk import DeskError, KeptSession, PersonalLayer, PersonNote
from game.session.clock import Clock

if TYPE_CHECKING:
    from game.sealed.envelopes import Layer
    from game.sealed.payload import Presence


def offered(data: Path, kept: KeptSession, library: Library) -> PersonalLayer | None:
    """Return what may be noted of a person of a session; ``None`` where nothing is.

    Raises:
        DeskError: the key that is installed cannot be read.
    """
    if _layer(data, kept) is None:
        return None
    from game.sealed.payload import Presence  # noqa: PLC0415 - see above

    aims = tuple((theme.id, theme.title, theme.france_travail_aims) for theme in library.themes.values())
    usual = half_days(kept.began, kept.began)[0]
    return PersonalLayer(get_args(Presence), get_args(HalfDay), usual, tuple(aim for aim in aims if aim[2]))


def seal(data: Path, kept: KeptSession, note: PersonNote, library: Library, clock: Clock) -> None:
    """Close envelopes on the attendance of a person, and on her next step where there is one.

    Raises:
        DeskError: it is no code, the person has not agreed, or the disk refuses; the sentence says which.
    """
    layer = _layer(data, kept)
    if layer is None:
        return
    from game.sealed.envelopes import seal_attendance, seal_step  # noqa: PLC0415 - see above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - see above

    known = {theme.id: theme.france_travail_aims for theme in library.themes.values()}
    now = clock.now()
    try:
        if note.theme:  # first: what is refused for want of consent leaves nothing at all
            seal_step(layer, note.code, (note.theme, note.aim), now, agreed=note.agreed, known=known)
        seal_attendance(layer, note.code, cast("Presence", note.status), cast("HalfDay", note.half_day), now)
    except SealedError as error:
        raise DeskError(str(error)) from error


def _layer(data: Path, kept: KeptSession) -> "Layer | None":
    if kept.state.opening.mode != "pilotes":
        return None
    from game.sealed.envelopes import layer_of  # noqa: PLC0415 - see above
    from game.sealed.errors import SealedError  # noqa: PLC0415 - see above

    try:
        return layer_of(data, kept.folder, kept.state, kept.began.date())
    except SealedError as error:
        raise DeskError(str(error)) from error
