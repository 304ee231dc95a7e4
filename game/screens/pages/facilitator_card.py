"""What the facilitator reads of a card: its words, the prompts, the warning, the answer and its source, the terms."""

from dataclasses import dataclass

from game.french import NO_BREAK, THIN
from game.language import mark, tr
from game.screens import phrases
from game.screens.pages.facilitator_parts import STRONG, Part, banner, bullets, labelled, paragraph
from game.screens.scene import Look
from game.session.facilitator import CardNotes, FacilitatorView

PROMPTS = mark("Pour relancer — vous seul·e voyez ceci")
_CHARTER = (("passer", mark("Chacun peut passer.")), ("faits", mark("Pas de question sur les faits.")))
"""What goes with every warning, unless it says so itself: the word by which one sees it, and the sentence."""
_LETTERS = "ABCDEF"


@dataclass(frozen=True)
class Column:
    """What notes are written from, and how wide (logical px); ``draft`` and ``theme``: what is typed and chosen."""

    view: FacilitatorView
    width: float
    look: Look
    draft: str = ""
    theme: int | None = None

    def text(self, words: str) -> Part:
        """Return a paragraph."""
        return paragraph(words, self.width, self.look)

    def strong(self, words: str) -> Part:
        """Return a paragraph that stands out."""
        return paragraph(words, self.width, self.look, STRONG)

    def named(self, label: str, words: str) -> Part:
        """Return a label, and a paragraph under it."""
        return labelled(label, words, self.width, self.look)


def card_title(card: CardNotes) -> str:
    """Return the title of a card; without one, what kind of card it is."""
    if not card.title:
        return tr(phrases.KINDS.get(card.kind, mark("Carte")))
    return f"«{NO_BREAK}{card.title}{NO_BREAK}»" if card.kind == "temoignage" else card.title


def card_named(card: CardNotes) -> str:
    """Return a card on one line: « Emploi · Question · Le casier »."""
    parts = (card.theme.title, tr(phrases.KINDS.get(card.kind, "")), card.title or card.question or card.text)
    return " · ".join(part for part in parts if part)


def card_parts(column: Column) -> list[Part]:
    """Return the notes on the card of the view; the warning comes first as long as the room has not seen the card."""
    view, card = column.view, column.view.card
    if card is None:
        return []
    if not card.is_known:
        return [column.text(tr("Cette carte n’est plus dans le jeu."))]
    said = [column.text(card.text.replace("\n", " "))] if card.text else []
    said += [column.named(tr("Image"), card.image)] if card.image else []
    said += _choices(column, card)
    said += [column.strong(card.question)] if card.question else []
    warning, prompts = warning_parts(column, card), _prompts(column, card)
    answer = _answer(column, card)
    if view.is_hidden:
        first = [*warning, *said, *prompts, *answer]
    else:
        first = [*said, *(answer if card.choices else ()), *prompts, *warning, *(() if card.choices else answer)]
    aid = [column.named(tr("Aide"), card.resource)] if card.resource else []
    return [*first, *aid, *_terms(column, card), *coming_parts(column)]


def warning_parts(column: Column, card: CardNotes) -> list[Part]:
    """Return the warning of a card in its band."""
    if not card.warning:
        return []
    always = (tr(sentence) for word, sentence in _CHARTER if word not in card.warning)
    return [banner(tr(phrases.SENSITIVE), " ".join((card.warning, *always)), column.width, column.look)]


def coming_parts(column: Column) -> list[Part]:
    """Return the card that a draw would give now; while one is on the table, the one that would take its place."""
    coming = column.view.coming
    if coming is None:
        return []
    if column.view.card is not None:
        return [column.named(tr("Si vous changez de carte"), card_named(coming))]
    return [column.named(tr("Carte suivante"), card_named(coming)), *warning_parts(column, coming)]


def _prompts(column: Column, card: CardNotes) -> list[Part]:
    return [bullets(tr(PROMPTS), card.prompts, column.width, column.look)] if card.prompts else []


def _choices(column: Column, card: CardNotes) -> list[Part]:
    """Return the choices of a question on one line, each after its letter."""
    told = (f"{letter}.{NO_BREAK}{text}" for letter, text in zip(_LETTERS, card.choices, strict=False))
    return [column.text(" · ".join(told))] if card.choices else []


def _answer(column: Column, card: CardNotes) -> list[Part]:
    """Return the answer of a question, why, and where it comes from, before the room has them."""
    right = f"{_LETTERS[card.right]}.{NO_BREAK}{card.choices[card.right]}. " if card.right is not None else ""
    parts: list[Part] = []
    if right or card.explanation:
        told = mark("La réponse, que la salle voit"), mark("La réponse, que vous seul·e voyez")
        seen = tr(told[not column.view.is_revealed])
        parts.append(column.named(seen, f"{right}{card.explanation}"))
    if card.sources:
        parts.append(column.named(tr("Source"), f"{THIN}; ".join(card.sources)))
    return parts


def _terms(column: Column, card: CardNotes) -> list[Part]:
    return [
        column.named(f"{term.term} ({term.full})" if term.full else term.term, term.definition) for term in card.terms
    ]
