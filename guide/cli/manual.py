"""The help of the command line, laid out from the table of commands in the person's language."""

import shutil
import textwrap
from collections.abc import Iterable

from guide.cli.commands import ABOUT, AFTER, COMMANDS, COMMON, PROGRAM, Argument, Command, Option
from guide.i18n import Tongue

_MOST, _LEFT = 100, 26  # columns of a line, and of what is explained


def manual(tongue: Tongue, command: Command | None = None, width: int | None = None) -> str:
    """The help of one command, or of all; lines of at most ``width`` columns (the terminal's)."""
    t = tongue.t
    width = max(40, min(width or shutil.get_terminal_size().columns, _MOST))
    title, shape = t("Usage:"), usage(command, t("options"), t("command"))
    lines: list[str] = [*_wrapped(f"{title} {shape}", width), ""]
    lines += _wrapped(t(command.about if command else ABOUT), width)
    if command is None:
        lines += _table(t("Commands:"), ((one.name, t(one.summary)) for one in COMMANDS), width)
        lines += ["", *_wrapped(t("“guide COMMAND --help” says more of one command."), width)]
    else:
        lines += _table(t("Arguments:"), ((one.metavar, _argument(tongue, one)) for one in command.arguments), width)
        lines += _table(t("Options:"), ((_flags(one), _option(tongue, one)) for one in command.options), width)
    lines += _table(t("Options of every command:"), ((_flags(one), _option(tongue, one)) for one in COMMON), width)
    if command is None:
        lines += ["", *_wrapped(t(AFTER), width)]
    return "\n".join(lines) + "\n"


def usage(command: Command | None, options: str = "options", word: str = "command") -> str:
    """The usage of a command in one line."""
    if command is None:
        return f"{PROGRAM} [{word}] [{options}]"
    shapes = {"": "{}", "?": "[{}]", "*": "{}…", "+": "{}…"}
    arguments = [shapes[argument.times].format(argument.metavar) for argument in command.arguments]
    return " ".join([PROGRAM, command.name, *arguments, f"[{options}]"])


def _flags(option: Option) -> str:
    value = option.metavar or ("|".join(option.choices) if len(option.choices) < 4 else option.dest.upper())
    return ", ".join(option.flags) + (f" {value}" if option.takes_value else "")


def _option(tongue: Tongue, option: Option) -> str:
    said = tongue.t(option.help)
    return f"{said}: {', '.join(option.choices)}" if len(option.choices) >= 4 else said


def _argument(tongue: Tongue, argument: Argument) -> str:
    said = tongue.t(argument.help)
    return f"{said}: {', '.join(argument.choices)}" if argument.choices else said


def _table(title: str, rows: Iterable[tuple[str, str]], width: int) -> list[str]:
    lines: list[str] = []
    for left, right in rows:
        explained = _wrapped(right, width - _LEFT)
        if len(left) > _LEFT - 4:
            lines.append(f"  {left}")
        else:
            lines.append(f"  {left:<{_LEFT - 2}}{explained.pop(0)}")
        lines += [" " * _LEFT + line for line in explained]
    return ["", title, *lines] if lines else []


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, max(width, 20), break_on_hyphens=False) or [""]
