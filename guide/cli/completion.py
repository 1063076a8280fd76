"""``guide completion``: scripts that complete commands, options and choices, made from the table of commands."""

import re
from collections.abc import Iterable

from guide.cli.arguments import Parsed
from guide.cli.commands import COMMANDS, COMMON, PROGRAM, Argument, Command, Option
from guide.cli.streams import out
from guide.errors import Exit
from guide.i18n import Tongue

_PATHS = ("PATH", "DIR", "FILE", "OLD", "NEW")


def completion(parsed: Parsed, tongue: Tongue) -> int:
    """Prints the script for a shell; nothing is installed."""
    out(script(parsed.words[0], tongue), end="")
    return Exit.OK


def script(shell: str, tongue: Tongue) -> str:
    """The completion script for bash, zsh, fish or powershell; KeyError for another."""
    return {"bash": _bash, "zsh": _zsh, "fish": _fish, "powershell": _powershell}[shell](tongue)


def _options(command: Command) -> tuple[Option, ...]:
    return (*command.options, *COMMON)


def _positional(command: Command) -> tuple[tuple[str, ...], bool]:
    """The choices of a command's first argument, and whether one of its arguments is a path."""
    choices = command.arguments[0].choices if command.arguments else ()
    return choices, any(map(_is_path, command.arguments))


def _is_path(argument: Argument) -> bool:
    return argument.metavar in _PATHS


def _unique(options: Iterable[Option]) -> list[Option]:
    return list(dict.fromkeys(options))


def _bash_value(option: Option) -> str:
    if option.path:
        return 'COMPREPLY=($(compgen -f -- "$word")); '
    words = " ".join(option.choices)
    if option.listed:
        return (
            'local done="${word%"${word##*,}"}"\n'
            f'            COMPREPLY=($(compgen -P "$done" -W "{words}" -- "${{word##*,}}")); '
        )
    return f'COMPREPLY=($(compgen -W "{words}" -- "$word")); ' if words else ""


def _bash(tongue: Tongue) -> str:
    values = []
    for option in _unique(option for command in COMMANDS for option in _options(command)):
        if option.takes_value:
            # Options of one name take other values with other commands.
            having = ["*"] if option in COMMON else [command.name for command in COMMANDS if option in command.options]
            pattern = "|".join(f"{name}:{flag}" for name in having for flag in option.flags)
            values.append(f"        {pattern}) {_bash_value(option)}return ;;")
    cases = []
    for command in COMMANDS:
        flags = " ".join(flag for option in _options(command) for flag in option.flags)
        choices, path = _positional(command)
        files = '\n            [[ "$word" != -* ]] && COMPREPLY+=($(compgen -f -- "$word"))' if path else ""
        words = " ".join([flags, *choices])
        cases.append(f'        {command.name}) COMPREPLY=($(compgen -W "{words}" -- "$word")){files} ;;')
    names = " ".join(command.name for command in COMMANDS)
    flags = " ".join(flag for option in COMMON for flag in option.flags)
    newline = "\n"
    return f"""\
# bash completion of {PROGRAM}
_{PROGRAM}() {{
    local word="${{COMP_WORDS[COMP_CWORD]}}" before="${{COMP_WORDS[COMP_CWORD-1]}}" command="" at
    COMPREPLY=()
    for ((at = 1; at < COMP_CWORD; at++)); do
        case "${{COMP_WORDS[at]}}" in
        {names.replace(" ", "|")}) command="${{COMP_WORDS[at]}}"; break ;;
        esac
    done
    case "$command:$before" in
{newline.join(values)}
    esac
    case "$command" in
{newline.join(cases)}
        *) COMPREPLY=($(compgen -W "{names} {flags}" -- "$word")) ;;
    esac
}}
complete -o filenames -F _{PROGRAM} {PROGRAM}
"""


def _zsh(tongue: Tongue) -> str:
    def quoted(text: str) -> str:
        return "'" + text.replace("'", "'\\''") + "'"

    def said(text: str) -> str:
        # A colon ends a field, and brackets end a description.
        return re.sub(r"([\[\]:\\])", r"\\\1", tongue.t(text))

    def arguments(options: Iterable[Option]) -> list[str]:
        specs = []
        for option in options:
            group = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
            if option.path:
                value = f":{option.metavar}:_files"
            elif option.listed:
                value = f":{option.dest}:_sequence compadd - {' '.join(option.choices)}"
            elif option.choices:
                value = f":{option.dest}:({' '.join(option.choices)})"
            else:
                value = f":{option.metavar}: " if option.takes_value else ""
            specs += [quoted(f"{group}{flag}[{said(option.help)}]{value}") for flag in option.flags]
        return specs

    def positional(command: Command) -> list[str]:
        specs = []
        for at, argument in enumerate(command.arguments, 1):
            if argument.choices:
                specs.append(quoted(f"{at}:{argument.metavar}:({' '.join(argument.choices)})"))
            elif _is_path(argument):
                which = "*" if argument.times in ("*", "+") else at
                specs.append(quoted(f"{which}:{argument.metavar}:_files"))
        return specs

    indent = " \\\n                "
    cases = "\n".join(
        f"        {command.name})\n            _arguments -s{indent}"
        + indent.join([*arguments(_options(command)), *positional(command)])
        + "\n            ;;"
        for command in COMMANDS
    )
    names = "\n        ".join(quoted(f"{command.name}:{said(command.summary)}") for command in COMMANDS)
    common = " \\\n        ".join(arguments(COMMON))
    return f"""\
#compdef {PROGRAM}
# zsh completion of {PROGRAM}
_{PROGRAM}() {{
    local context state state_descr line
    typeset -A opt_args
    local -a commands
    commands=(
        {names}
    )
    _arguments -C -s \\
        {common} \\
        '1: :->command' '*:: :->rest'
    case $state in
    command) _describe -t commands command commands ;;
    rest)
        case $words[1] in
{cases}
        esac
        ;;
    esac
}}
if [ "$funcstack[1]" = "_{PROGRAM}" ]; then
    _{PROGRAM} "$@"
else
    compdef _{PROGRAM} {PROGRAM}
fi
"""


def _fish(tongue: Tongue) -> str:
    def quoted(text: str) -> str:
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    def option_line(option: Option, condition: str) -> str:
        parts = [f"complete -c {PROGRAM}"]
        if condition:
            parts.append(f"-n {quoted(condition)}")
        for flag in option.flags:
            parts.append(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}")
        if option.path:
            parts.append("-r -F")
        elif option.listed:
            parts.append(f"-x -a '(__fish_append , {' '.join(option.choices)})'")
        elif option.choices:
            parts.append(f"-x -a {quoted(' '.join(option.choices))}")
        elif option.takes_value:
            parts.append("-x")
        return " ".join([*parts, f"-d {quoted(tongue.t(option.help))}"])

    lines = [f"# fish completion of {PROGRAM}", f"complete -c {PROGRAM} -f"]
    names = " ".join(command.name for command in COMMANDS)
    for command in COMMANDS:
        lines.append(
            f"complete -c {PROGRAM} -n {quoted(f'not __fish_seen_subcommand_from {names}')} "
            f"-a {command.name} -d {quoted(tongue.t(command.summary))}"
        )
    lines += [option_line(option, "") for option in COMMON]
    for command in COMMANDS:
        seen = f"__fish_seen_subcommand_from {command.name}"
        lines += [option_line(option, seen) for option in command.options]
        choices, path = _positional(command)
        if choices:
            lines.append(f"complete -c {PROGRAM} -n {quoted(seen)} -a {quoted(' '.join(choices))}")
        if path:
            lines.append(f"complete -c {PROGRAM} -n {quoted(seen)} -F")
    return "\n".join(lines) + "\n"


def _powershell(tongue: Tongue) -> str:
    def quoted(text: str) -> str:
        # PowerShell takes the curly apostrophes as quotation marks too.
        return "'" + re.sub("(['‘’‚‛])", r"\1\1", text) + "'"

    def table(pairs: Iterable[tuple[str, str]]) -> str:
        return "@(" + ", ".join(f"@({quoted(word)}, {quoted(tongue.t(said))})" for word, said in pairs) + ")"

    def words(choices: Iterable[str]) -> str:
        return "@(" + ", ".join(quoted(choice) for choice in choices) + ")"

    every = _unique(option for command in COMMANDS for option in _options(command))
    values = "\n".join(
        f"        {quoted(flag)} = {words(option.choices)}"
        for option in every
        if option.takes_value
        for flag in option.flags
    )
    common = [(flag, option.help) for option in COMMON for flag in option.flags]
    commands = "\n".join(
        f"        {quoted(command.name)} = "
        + table([(flag, option.help) for option in command.options for flag in option.flags]
                + [(choice, choice) for choice in _positional(command)[0]])
        for command in COMMANDS
    )  # fmt: skip
    return f"""\
# PowerShell completion of {PROGRAM}
Register-ArgumentCompleter -Native -CommandName {PROGRAM} -ScriptBlock {{
    param($wordToComplete, $commandAst, $cursorPosition)
    $names = {table((command.name, command.summary) for command in COMMANDS)}
    $common = {table(common)}
    $values = @{{
{values}
    }}
    $commands = @{{
{commands}
    }}
    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 |
        Where-Object {{ $_.Extent.EndOffset -lt $cursorPosition }} | ForEach-Object {{ $_.ToString() }})
    $last = if ($typed.Count) {{ $typed[-1] }} else {{ '' }}
    if ($values.ContainsKey($last)) {{
        $found = @($values[$last] | ForEach-Object {{ ,@($_, $_) }})
    }} else {{
        $command = $typed | Where-Object {{ $commands.ContainsKey($_) }} | Select-Object -First 1
        $found = if ($command) {{ @($commands[$command]) + $common }} else {{ $names + $common }}
    }}
    $found | Where-Object {{ $_[0] -like "$wordToComplete*" }} | ForEach-Object {{
        [System.Management.Automation.CompletionResult]::new($_[0], $_[0], 'ParameterValue', $_[1])
    }}
}}
"""
