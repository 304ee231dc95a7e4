"""The words of a card as the page writes them."""

from game.french import NO_BREAK, THIN
from game.language import tr
from game.session.views import CardView

SIZES = (64.0, 60.0, 56.0, 52.0)
"""Of a card's words, in logical px; what does not fit at the least one goes on another page."""


def shown_title(view: CardView) -> str:
    """Return the title of a card; that of a testimony is quoted."""
    return f"«{NO_BREAK}{view.title}{NO_BREAK}»" if view.kind == "temoignage" and view.title else view.title


def shown_sources(view: CardView) -> str:
    """Return where the facts of a card come from, on one line; those of a question are there with its answer."""
    return tr("Source\u00a0: {sources}").format(sources=f"{THIN}; ".join(view.sources)) if view.sources else ""
