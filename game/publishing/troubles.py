"""What goes wrong between a laptop and a database, said in French and without any secret."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy import URL
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from game.french import unbroken

_SQLITE: Mapping[str, str] = {
    "SQLITE_READONLY": "on ne peut pas y écrire : le fichier ou son dossier est en lecture seule",
    "SQLITE_CANTOPEN": "le fichier ne s’ouvre pas : son dossier n’existe pas, ou l’accès est refusé",
    "SQLITE_FULL": "il n’y a plus de place sur le disque",
    "SQLITE_BUSY": "un autre programme y écrit depuis longtemps ; réessayez dans un moment",
    "SQLITE_NOTADB": "ce fichier n’est pas une base SQLite",
    "SQLITE_CORRUPT": "ce fichier est abîmé ; reprenez une copie, ou publiez dans un fichier neuf",
    "SQLITE_IOERR": "le disque ne répond pas, ou n’a plus de place",
}
"""By the name of SQLite’s code; the longer names begin with the shorter ones."""
_POSTGRESQL: Mapping[str, str] = {
    "28": "l’utilisateur ou le mot de passe est refusé",
    "3D000": "cette base n’existe pas sur le serveur",
    "42501": "cet utilisateur n’a pas le droit de le faire ; voyez les rôles dans « docs/publier.md »",
    "53100": "il n’y a plus de place sur le disque du serveur",
    "53300": "le serveur a trop de connexions ; réessayez dans un moment",
    "57P": "le serveur s’est arrêté",
    "25006": "cette base est en lecture seule",
    "40": "un autre programme écrivait la même chose ; réessayez",
    "55P03": "un autre programme y travaille ; réessayez dans un moment",
}
"""By the beginning of PostgreSQL’s code."""
_WORDS: Mapping[str, str] = {
    r"failed to resolve host|could not translate host name|name or service not known": "ce serveur est introuvable ; "
    "vérifiez son nom et le réseau",
    r"connection refused|no such file or directory": "le serveur ne répond pas ; est-il démarré, à ce port ?",
    r"timeout expired|timed out|timeout|unreachable": "le serveur ne répond pas ; vérifiez le réseau",
    r"password authentication failed|authentification par mot de passe|no password supplied": "l’utilisateur ou le "
    "mot de passe est refusé",
    r"role .* does not exist|le rôle .* n'existe pas": "cet utilisateur n’existe pas sur le serveur",
    r"database .* does not exist|la base de données .* n'existe pas": "cette base n’existe pas sur le serveur",
    r"no pg_hba.conf entry": "le serveur n’accepte pas cet utilisateur depuis cet ordinateur",
    r"too many connections|too many clients": "le serveur a trop de connexions ; réessayez dans un moment",
    r"server closed the connection|terminating connection|connection is (bad|lost|closed)|is shutting down": "la "
    "connexion s’est coupée ; le serveur s’est arrêté, ou le réseau",
    r"ssl|certificate": "la connexion chiffrée est refusée",
}
"""What a server that lets nobody in says has no code: only its words, in English or in French."""


class PublishingError(Exception):
    """Something cannot be published; the message is French, and holds no password."""


@contextmanager
def reached(address: URL, shown: str) -> Iterator[None]:
    """Say in a sentence what the database refuses.

    Raises:
        PublishingError: it does.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise PublishingError(unbroken(f"La base « {shown} » : {_why(error, address)}.")) from None


def _why(error: SQLAlchemyError, address: URL) -> str:
    cause: BaseException = (error.orig if isinstance(error, DBAPIError) else None) or error
    code = str(getattr(cause, "sqlite_errorname", "") or getattr(cause, "sqlstate", "") or "")
    said = str(cause)
    by_code = (told for start, told in {**_SQLITE, **_POSTGRESQL}.items() if code.startswith(start))
    by_words = (told for words, told in _WORDS.items() if re.search(words, said, re.IGNORECASE))
    return next(by_code, None) or next(by_words, None) or f"elle refuse ({_without_secrets(said, address)})"


def _without_secrets(text: str, address: URL) -> str:
    """Return the first line of what a server said, without any secret of the address."""
    secrets = (address.password, *(value for value in address.query.values() if isinstance(value, str)))
    line = text.strip().partition("\n")[0]
    for secret in filter(None, secrets):
        line = line.replace(str(secret), "…")
    return line
