"""The traps that YAML lays for French authors: what they typed, why it fails, what to type instead.

The parser's own messages are in English and often point far from the cause, so the line is read again here.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

import yaml

from game.content.problems import MOST_IN_A_FILE, Problem, Severity

QUOTE = 'Mettez la valeur entre guillemets droits doubles : "…".'
PASTED_SPACE = "espace insécable collée dans l’alignement : YAML la prend pour une lettre de la clé."
PLAIN_SPACES = "Remplacez-la par des espaces ordinaires (effacez le début de la ligne et retapez-le)."

_ODD_SPACES = "\u00a0\u202f\u2007\u2009\u3000\ufeff"
_LINE = re.compile(r"(?P<lead>\s*(?:-[ ]+)*)(?P<key>[a-z][a-z0-9-]*[ ]?:(?:[ ]+|$))?(?P<value>.*)")
_GLUED = re.compile(rf"(?P<key>\s*(?:-[ ]+)*[a-z][a-z0-9-]*:)(?P<space>[{_ODD_SPACES}]*)(?=[^\s:/])")
_MISPLACED_COLON = re.compile(rf"(?P<key>\s*(?:-[ ]+)*[a-z][a-z0-9-]*)[ {_ODD_SPACES}]*(?:[：]|[ {_ODD_SPACES}]:)[ ]*")
_COMMENT = re.compile(r"[ \t]#(?=[^\s#])")
_SHOWN = 60

_FIRST_SIGNS = {
    "[": "une valeur qui commence par un crochet est lue comme une liste.",
    "{": "une valeur qui commence par une accolade est lue comme un groupe de clés.",
    "'": "l’apostrophe ferme le guillemet : la fin de la phrase est perdue.",
    '"': "le guillemet droit ferme la valeur trop tôt, ou ne la ferme jamais.",
    "*": "une valeur ne peut pas commencer par « * ».",
    "&": "une valeur ne peut pas commencer par « & ».",
    "@": "une valeur ne peut pas commencer par « @ ».",
    "`": "une valeur ne peut pas commencer par un accent grave.",
    "%": "une valeur ne peut pas commencer par « % ».",
    "!": "un point d’exclamation en début de valeur est lu comme une consigne.",
    "-": "une liste commence à la ligne suivante, pas après la clé.",
    "?": "une valeur ne peut pas commencer par « ? » suivi d’une espace.",
    ">": "après « > », le texte commence à la ligne.",
    "|": "après « | », le texte commence à la ligne.",
}
_REMEDIES = {
    "'": 'Écrivez l’apostrophe courbe ’, ou mettez la phrase entre guillemets doubles : "L\'avenir".',
    '"': "Fermez le guillemet en fin de valeur ; à l’intérieur, écrivez « … ».",
    "-": "Allez à la ligne, avec deux espaces puis « - ».",
    ">": "Allez à la ligne après « > », et décalez le texte de deux espaces.",
    "|": "Allez à la ligne après « | », et décalez le texte de deux espaces.",
}


class Mark(Protocol):
    """A position as either of PyYAML's parsers gives it, counted from 0."""

    line: int
    column: int
    index: int


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place (line and column counted from 0), and the text as it was probably meant."""

    line: int
    column: int
    message: str
    remedy: str
    repaired: str | None = None
    severity: Severity = Severity.ERROR

    def problem(self, path: str) -> Problem:
        """Return the problem to show, in the file at that path."""
        return Problem(path, self.line + 1, self.column + 1, self.severity, self.message, self.remedy)


def anchored(text: str, mark: Mark) -> Fault:
    """Return the fault of an anchor or an alias, which are no part of the format."""
    sign = text[mark.index] if mark.index < len(text) else "&"
    message = f"« {sign} » en début de valeur est un renvoi : le format n’en a pas."
    return Fault(mark.line, mark.column, message, QUOTE)


def too_deep(mark: Mark) -> Fault:
    """Return the fault of lists in lists in lists."""
    message = "trop de niveaux les uns dans les autres."
    return Fault(mark.line, mark.column, message, "Fermez les crochets et les accolades ouverts.")


def diagnose(text: str, error: Exception) -> Fault:
    """Say in French, and at the place of its cause, why a text is not YAML."""
    if isinstance(error, yaml.reader.ReaderError):
        return _control_character(text)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return Fault(0, 0, "ce fichier n’est pas lisible.", "Partez d’une carte qui fonctionne.")
    return _Reading(text, error).fault()


def cut_by_comments(text: str, root: yaml.Node | None) -> Iterator[Fault]:
    """Find the values that `` #`` cuts in silence: « logement #1 ». A real comment has a space after its #."""
    if root is None or not (" #" in text or "\t#" in text):
        return
    found = list(islice(_COMMENT.finditer(text), MOST_IN_A_FILE))
    if not found:
        return
    scalars = sorted(_scalars(root))
    for match in found:
        place = match.start() + 1
        before = bisect_right(scalars, (place, len(text))) - 1
        if before >= 0 and place < scalars[before][1]:
            continue
        line = text.count("\n", 0, place)
        start = text.rfind("\n", 0, place) + 1
        cut = _shown(text[place:].split("\n", maxsplit=1)[0])
        message = f"« {cut} » est coupé : après une espace, « # » commence un commentaire."
        remedy = "Mettez la valeur entre guillemets ; pour un commentaire, laissez une espace après « # »."
        yield Fault(line, place - start, message, remedy, severity=Severity.WARNING)


def _scalars(node: yaml.Node) -> Iterator[tuple[int, int]]:
    if isinstance(node, yaml.ScalarNode):
        yield node.start_mark.index, node.end_mark.index
    elif isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _scalars(item)
    else:
        for key, value in node.value:
            yield from _scalars(key)
            yield from _scalars(value)


def _control_character(text: str) -> Fault:
    found = yaml.reader.Reader.NON_PRINTABLE.search(text)
    place = found.start() if found else 0
    lines = text[:place].split("\n")
    message = f"caractère invisible (U+{ord(text[place]):04X}) au milieu du texte."
    repaired = yaml.reader.Reader.NON_PRINTABLE.sub(" ", text)
    return Fault(len(lines) - 1, len(lines[-1]), message, "Effacez-le et retapez le mot.", repaired)


def _shown(words: str) -> str:
    words = words.strip()
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1].rstrip() + "…"


class _Reading:
    """Reads again the lines around an error of the parser, to name its cause."""

    def __init__(self, text: str, error: yaml.MarkedYAMLError) -> None:
        self.text = text
        self.lines = text.split("\n")
        self.problem = str(error.problem or "")
        self.context = str(error.context or "")
        mark = error.problem_mark
        self.line = min(mark.line, len(self.lines) - 1) if mark else 0
        self.column = mark.column if mark else 0
        while self.line and not self.lines[self.line].strip():  # at the end of the file there is nothing to show
            self.line, self.column = self.line - 1, 0
        begun = error.context_mark
        # Something opened and never closed is to be shown where it was opened.
        inside = self.context.startswith(("while scanning", "while parsing a flow", "while parsing a quoted"))
        self.cause = min(begun.line, self.line) if begun and inside else self.line

    def fault(self) -> Fault:
        return (
            self._second_document()
            or self._pasted_space()
            or self._tab()
            or self._glued_key()
            or self._cut_by_colon()
            or self._cut_by_comment()
            or self._first_sign()
            or self._misplaced_colon()
            or self._without_key()
            or self._misaligned()
        )

    def _second_document(self) -> Fault | None:
        if "another document" not in self.problem:
            return None
        message = "« --- » commence un second document dans le même fichier."
        return Fault(self.line, 0, message, "Écrivez une liste (chaque carte commence par « - »), ou deux fichiers.")

    def _pasted_space(self) -> Fault | None:
        for number in (self.cause, self.line, self.line - 1):
            line = self.lines[number] if number >= 0 else ""
            lead = line[: len(line) - len(line.lstrip())]
            odd = [place for place, sign in enumerate(lead) if sign in _ODD_SPACES]
            if odd:
                repaired = self._with(number, " " * len(lead) + line[len(lead) :])
                return Fault(number, odd[0], PASTED_SPACE, PLAIN_SPACES, repaired)
        return None

    def _tab(self) -> Fault | None:
        line = self.lines[self.line]
        lead = line[: len(line) - len(line.lstrip())]
        if "\t" not in lead:
            return None
        message = "tabulation dans l’alignement : YAML n’accepte que des espaces."
        repaired = self._with(self.line, lead.replace("\t", "  ") + line[len(lead) :])
        return Fault(self.line, lead.index("\t"), message, "Remplacez-la par deux espaces.", repaired)

    def _glued_key(self) -> Fault | None:
        if "':'" not in self.problem and "mapping values" not in self.problem:
            return None
        for number in (self.cause, self.line, self.line - 1):
            match = _GLUED.match(self.lines[number]) if number >= 0 else None
            if match:
                key, rest = match["key"], self.lines[number][match.end() :]
                wrong = (
                    "l’espace après le deux-points est insécable"
                    if match["space"]
                    else "il manque une espace après le deux-points"
                )
                remedy = f"Écrivez « {key.strip(' -')} » puis une espace ordinaire."
                return Fault(number, match.end("key"), f"{wrong}.", remedy, self._with(number, f"{key} {rest}"))
        return None

    def _cut_by_colon(self) -> Fault | None:
        if "mapping values" not in self.problem:
            return None
        line = self.lines[self.line]
        match = _LINE.match(line)
        if match is None or self.column < match.start("value"):
            return None
        shown = _shown(line[match.end("lead") :])
        message = f"« {shown} » : un deux-points suivi d’une espace coupe la phrase."
        key = (match["key"] or "texte").rstrip(" :")
        remedy = f"Mettez la phrase entre guillemets, ou écrivez-la à la ligne après « {key}: | »."
        return Fault(self.line, match.start("value"), message, remedy, self._quoted(self.line, match))

    def _cut_by_comment(self) -> Fault | None:
        """Find the `` #`` that hides the bracket which closes a list or a group of keys."""
        line = self.lines[self.cause]
        match = _COMMENT.search(line) if "flow" in self.context else None
        if match is None:
            return None
        end = next((place for place in range(match.end(), len(line)) if line[place] in ",]}"), len(line))
        cut = line[match.end() - 1 : end]
        message = f"« {_shown(cut)} » est coupé : après une espace, « # » commence un commentaire."
        repaired = self._with(self.cause, f'{line[: match.end() - 1]}"{cut}"{line[end:]}')
        return Fault(self.cause, match.end() - 1, message, QUOTE, repaired)

    def _first_sign(self) -> Fault | None:
        for number in dict.fromkeys((self.cause, self.line)):
            match = _LINE.match(self.lines[number])
            sign = match["value"][:1] if match else ""
            if match and sign in _FIRST_SIGNS and (match["key"] or match["lead"].strip()):
                message = f"« {_shown(match['value'])} » : {_FIRST_SIGNS[sign]}"
                remedy = _REMEDIES.get(sign, QUOTE)
                return Fault(number, match.start("value"), message, remedy, self._quoted(number, match))
        return None

    def _misplaced_colon(self) -> Fault | None:
        """Find a key whose colon is glued to what follows, or is that of another alphabet: « texte :Un »."""
        line = self.lines[self.cause]
        match = _MISPLACED_COLON.match(line) if "':'" in self.problem else None
        if match is None:
            return None
        key = match["key"].strip(" -")
        message = f"« {_shown(line)} » : le deux-points n’est pas collé à la clé, ou il n’a pas d’espace après lui."
        repaired = self._with(self.cause, f"{match['key']}: {line[match.end() :]}")
        return Fault(self.cause, match.end("key"), message, f"Écrivez « {key}: » puis une espace ordinaire.", repaired)

    def _without_key(self) -> Fault | None:
        if "':'" not in self.problem:
            return None
        line = self.lines[self.cause]
        message = f"« {_shown(line)} » : cette ligne n’a pas de clé."
        remedy = "Un texte sur plusieurs lignes s’écrit après « texte: | », décalé de deux espaces."
        return Fault(self.cause, len(line) - len(line.lstrip()), message, remedy, self._left_out(self.cause))

    def _misaligned(self) -> Fault:
        line = self.lines[self.line]
        message = f"« {_shown(line)} » : cette ligne n’est pas à sa place."
        remedy = (
            "Alignez les clés d’une même carte ; vérifiez aussi les guillemets et les crochets de la ligne d’avant."
        )
        return Fault(self.line, min(self.column, len(line)), message, remedy, self._left_out(self.line))

    def _quoted(self, number: int, match: re.Match[str]) -> str:
        """Return the text with one value between quotes, as the remedy says."""
        value = match["value"].strip().strip("'\"").replace("\\", "\\\\").replace('"', '\\"')
        key = match["key"] or ""
        space = "" if not key or key.endswith(" ") else " "
        return self._with(number, f'{match["lead"]}{key}{space}"{value}"')

    def _left_out(self, number: int) -> str | None:
        """Return the text without a line that means nothing, so that the rest of a list is read."""
        return self._with(number, "") if "\n- " in self.text else None

    def _with(self, number: int, line: str) -> str:
        return "\n".join([*self.lines[:number], line, *self.lines[number + 1 :]])
