"""What the personal layer cannot do."""

from enum import StrEnum

from game.french import unbroken

LOST = unbroken(
    "Sans la clé privée et sa phrase, personne ne peut ouvrir les enveloppes : ni l’association, ni ceux qui ont écrit "
    "ce programme. Il n’existe pas de secours."
)


class SealedError(Exception):
    """The personal layer is not offered, or cannot do what is asked; the message is French, and names nobody."""


class Unopened(StrEnum):
    """Why an envelope stays closed. The value is the end of a French sentence."""

    FOREIGN = "elle est fermée pour une autre clé, ou son en-tête est abîmé"
    DAMAGED = "elle est abîmée ou incomplète"
    NEWER = "elle vient d’une version plus récente du programme"
    UNKNOWN = "elle s’ouvre, mais ce n’est pas une enveloppe de ce programme"
    UNREAD = "le disque ne la donne pas"
