"""The command line in French: help pages, and what to say about a command that cannot be understood.

Typer writes both in English and offers no other language.
"""

import re
from difflib import get_close_matches
from typing import Any

import typer
from typer.core import TyperCommand, TyperGroup

FromTyper = Any
"""A context, a command, a parameter or an error of Typer's parser.

Versions of Typer carry their parser outside or inside the package: the attributes are the same, the types are not.
"""
HELP_NAMES = ["--aide", "--help", "-h"]
"""The options that show the help; the first one is the one that is told."""
PARSER_ERROR: type[Exception] = typer.BadParameter.__mro__[1]
"""What the parser raises: the class above all errors of usage."""
_HELP = "Montrer cette aide."
_ROW_WIDTH = 24


class UsageError(Exception):
    """A command that cannot be understood; the message is French, ``where`` is the command that was typed."""

    def __init__(self, message: str, where: str) -> None:
        super().__init__(message)
        self.where = where


class FrenchCommand(TyperCommand):
    """A command whose help page is French."""

    def get_help(self, ctx: FromTyper) -> str:
        """Return the help page."""
        return help_page(self, ctx)


class FrenchGroup(TyperGroup):
    """A group of commands whose help page is French, and so is what it says about an unknown command."""

    def get_help(self, ctx: FromTyper) -> str:
        """Return the help page."""
        return help_page(self, ctx)

    def get_command(self, ctx: FromTyper, cmd_name: str) -> FromTyper:
        """Return a command by its name.

        Raises:
            UsageError: there is no such command.
        """
        if cmd_name not in self.commands:
            near = get_close_matches(cmd_name.lower(), self.commands, n=1)
            hint = f"\u00a0: vouliez-vous dire «\u00a0{near[0]}\u00a0»\u202f?" if near else "."
            raise UsageError(f"Commande inconnue «\u00a0{cmd_name}\u00a0»{hint}", ctx.command_path)
        return super().get_command(ctx, cmd_name)


def help_page(command: TyperCommand | TyperGroup, ctx: FromTyper) -> str:
    """Return the help page of a command: how it is typed, what it does, its arguments, options and commands."""
    params = [param for param in command.get_params(ctx) if not getattr(param, "hidden", False)]
    arguments = [param for param in params if param.param_type_name == "argument"]
    options = [param for param in params if param.param_type_name == "option"]
    commands = command.commands if isinstance(command, TyperGroup) else {}
    names = [_argument(param) for param in arguments] + (["[COMMANDE]"] if commands else [])
    parts = [" ".join(["Usage\u00a0:", ctx.command_path, "[OPTIONS]", *names]), command.help or ""]
    parts += _section("Arguments", [(_argument(param), _help_of(param)) for param in arguments])
    parts += _section("Options", [(_option(param), _help_of(param)) for param in options])
    shown = {name: entry for name, entry in commands.items() if not entry.hidden}
    parts += _section("Commandes", [(name, (entry.help or "").split("\n")[0]) for name, entry in shown.items()])
    return "\n\n".join(part for part in parts if part)


def explained(error: FromTyper) -> UsageError:
    """Return what to say, in French, about an error of the parser."""
    ctx = error.ctx
    where = ctx.command_path if ctx else "permis"
    sentence = _SENTENCES.get(type(error).__name__, _general)
    return UsageError(sentence(error), where)


def _section(title: str, rows: list[tuple[str, str]]) -> list[str]:
    if not rows:
        return []
    return ["\n".join([f"{title}\u00a0:", *(f"  {name:<{_ROW_WIDTH}}  {text}" for name, text in rows)])]


def _argument(param: FromTyper) -> str:
    name = param.metavar or str(param.name).upper()
    return name if param.required else f"[{name}]"


def _option(param: FromTyper) -> str:
    names = HELP_NAMES if _is_help(param) else param.opts
    return " ".join([", ".join(names), *([param.metavar] if param.metavar and not param.is_flag else [])])


def _help_of(param: FromTyper) -> str:
    return _HELP if _is_help(param) else str(param.help or "")


def _is_help(param: FromTyper) -> bool:
    return bool(set(HELP_NAMES) & set(param.opts))


def _unknown_option(error: FromTyper) -> str:
    name = error.option_name
    parent = error.ctx.parent if error.ctx else None
    if parent and any(name in param.opts for param in parent.command.params):
        return f"L’option «\u00a0{name}\u00a0» se place avant la commande\u00a0: {parent.command_path} {name} …"
    hint = f"\u00a0: vouliez-vous dire «\u00a0{error.possibilities[0]}\u00a0»\u202f?" if error.possibilities else "."
    return f"Option inconnue «\u00a0{name}\u00a0»{hint}"


def _missing(error: FromTyper) -> str:
    return f"Il manque {_argument(error.param)}." if error.param else "Il manque quelque chose."


def _misused_option(error: FromTyper) -> str:
    name = error.option_name
    if "does not take" in error.message:
        return f"L’option «\u00a0{name}\u00a0» ne prend pas de valeur."
    return f"L’option «\u00a0{name}\u00a0» attend une valeur après elle."


def _refused(error: FromTyper) -> str:
    name = error.param.opts[0] if error.param and error.param.param_type_name == "option" else ""
    return f"La valeur donnée à «\u00a0{name}\u00a0» ne convient pas." if name else "Une valeur ne convient pas."


def _general(error: FromTyper) -> str:
    extra = re.search(r"\(([^()]+)\)\.?$", error.message)
    return f"En trop\u00a0: «\u00a0{extra[1]}\u00a0»." if extra else "Cette commande n’est pas comprise."


_SENTENCES = {
    "NoSuchOption": _unknown_option,
    "MissingParameter": _missing,
    "BadOptionUsage": _misused_option,
    "BadParameter": _refused,
}
