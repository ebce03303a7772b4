"""Write the completion scripts in skillgap/completions from the command line's own parser.

Run `python tools/completions.py` after a change of commands or options; a test compares.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from skillgap.cli.parser import build

FOLDER = Path(__file__).parents[1] / "skillgap" / "completions"
FILES = {"ANSWERS", "ASSESSMENT", "DIR", "FILE", "FILE.csv", "ID_OR_PATH", "NEW", "OLD", "PATH", "REPORT"}
"""What a value is called when it is a file or folder."""
NOTE = "Completion of skillgap for {}. Made by tools/completions.py."


@dataclass(frozen=True)
class Value:
    """What follows an option, or stands alone."""

    name: str
    choices: tuple[str, ...] = ()

    @property
    def is_file(self) -> bool:
        """It names a file or folder."""
        return self.name in FILES


@dataclass(frozen=True)
class Option:
    """One option with all its spellings."""

    flags: tuple[str, ...]
    help: str
    value: Value | None


@dataclass(frozen=True)
class Command:
    """A command, or the program itself with an empty path."""

    path: tuple[str, ...]
    help: str
    options: tuple[Option, ...]
    values: tuple[Value, ...]
    inner: tuple[Command, ...]

    def all(self) -> Iterator[Command]:
        """Give this command and all below it."""
        yield self
        for command in self.inner:
            yield from command.all()


def read(parser: argparse.ArgumentParser, path: tuple[str, ...] = (), text: str = "") -> Command:
    """Read what a parser takes."""
    options, values, inner = [], [], []
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            inner += [read(sub, (*path, name), helps[name]) for name, sub in action.choices.items()]
        elif action.option_strings:
            value = None if action.nargs == 0 else _value(action)
            options.append(Option(tuple(action.option_strings), action.help or "", value))
        else:
            values.append(_value(action))
    return Command(path, text, tuple(options), tuple(values), tuple(inner))


def _value(action: argparse.Action) -> Value:
    return Value(str(action.metavar or action.dest), tuple(map(str, action.choices or ())))


def _flags_with(root: Command, *, files: bool) -> list[str]:
    """Spellings of the options whose value is a file, or is none."""
    found = {
        flag: option.value.is_file
        for command in root.all()
        for option in command.options
        if option.value
        for flag in option.flags
    }
    return sorted(flag for flag, is_file in found.items() if is_file == files)


def _steps(root: Command) -> list[str]:
    """Every `command word` that leads one command deeper."""
    return [f"{' '.join(command.path[:-1])} {command.path[-1]}" for command in root.all() if command.path]


def bash(root: Command) -> str:
    """Give the script for bash."""
    quoted = "|".join(f'"{step}"' for step in _steps(root))
    lines = [
        f"# {NOTE.format('bash')}",
        "_skillgap() {",
        '    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command="" word index',
        "    COMPREPLY=()",
        "    # --option=value arrives as three words",
        '    if [[ $prev == "=" ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}; fi',
        '    if [[ $cur == "=" ]]; then cur=""; fi',
        "    for (( index = 1; index < COMP_CWORD; index++ )); do",
        "        word=${COMP_WORDS[index]}",
        '        case "$command $word" in',
        f'            {quoted}) command=${{command:+"$command "}}$word ;;',
        "        esac",
        '        case "$word" in',
        f"            {'|'.join(sorted(_flags_with(root, files=True) + _flags_with(root, files=False)))})",
        '                (( index++ )); [[ ${COMP_WORDS[index]} == "=" ]] && (( index++ )) ;;',
        "        esac",
        "    done",
        '    case "$prev" in',
        f"        {'|'.join(_flags_with(root, files=True))}) compopt -o default 2> /dev/null; return ;;",
        f"        {'|'.join(_flags_with(root, files=False))}) return ;;",
        "    esac",
        '    case "$command" in',
        *(line for command in root.all() for line in _bash_case(command)),
        "    esac",
        "}",
        "complete -F _skillgap skillgap",
    ]
    return "\n".join(lines) + "\n"


def _bash_case(command: Command) -> Iterator[str]:
    words = [name for inner in command.inner for name in inner.path[-1:]]
    words += [choice for value in command.values for choice in value.choices]
    flags = [flag for option in command.options for flag in option.flags]
    yield f'        "{" ".join(command.path)}")'
    yield "            if [[ $cur == -* ]]; then"
    yield f"                COMPREPLY=($(compgen -W '{' '.join(flags)}' -- \"$cur\"))"
    if words:
        yield "            else"
        yield f"                COMPREPLY=($(compgen -W '{' '.join(words)}' -- \"$cur\"))"
    elif any(value.is_file for value in command.values):
        yield "            else"
        yield "                compopt -o default 2> /dev/null"
    yield "            fi ;;"


def zsh(root: Command) -> str:
    """Give the script for zsh."""
    lines = ["#compdef skillgap", f"# {NOTE.format('zsh')}", ""]
    for command in root.all():
        lines += [*_zsh_function(command), ""]
    lines += [
        'if [[ "${zsh_eval_context[-1]}" == loadautofunc ]]; then',
        '    _skillgap "$@"',
        "else",
        "    compdef _skillgap skillgap",
        "fi",
    ]
    return "\n".join(lines) + "\n"


def _zsh_function(command: Command) -> Iterator[str]:
    name = "_".join(("_skillgap", *command.path))
    yield f"{name}() {{"
    specs = [spec for option in command.options for spec in _zsh_option(option)]
    if command.inner:
        yield "    local curcontext=$curcontext state line"
        yield "    typeset -A opt_args"
        rows = " ".join(f"{inner.path[-1]}\\:{_zsh_quoted(inner.help)}" for inner in command.inner)
        specs += [f"'1:command:(({rows}))'", "'*::argument:->rest'"]
        yield "    _arguments -C \\"
    else:
        specs += [f"'{place}:{value.name}:{_zsh_action(value)}'" for place, value in enumerate(command.values, 1)]
        yield "    _arguments \\"
    yield from (f"        {spec} \\" for spec in specs[:-1])
    yield f"        {specs[-1]}"
    if command.inner:
        yield '    case "$state:$words[1]" in'
        yield from (f"        rest:{inner.path[-1]}) {name}_{inner.path[-1]} ;;" for inner in command.inner)
        yield "    esac"
    yield "}"


def _zsh_option(option: Option) -> Iterator[str]:
    others = f"({' '.join(option.flags)})" if len(option.flags) > 1 else ""
    tail = f":{option.value.name}:{_zsh_action(option.value)}" if option.value else ""
    help_text = option.help.replace("'", "'\\''").replace("[", "\\[").replace("]", "\\]").replace(":", "\\:")
    yield from (f"'{others}{flag}[{help_text}]{tail}'" for flag in option.flags)


def _zsh_action(value: Value) -> str:
    return f"({' '.join(value.choices)})" if value.choices else "_files" if value.is_file else " "


def _zsh_quoted(text: str) -> str:
    return '"' + text.replace("'", "'\\''").replace(":", "\\:").replace('"', '\\"') + '"'


def fish(root: Command) -> str:
    """Give the script for fish."""
    takes_value = " ".join(sorted(_flags_with(root, files=True) + _flags_with(root, files=False)))
    steps = " ".join(f"'{step}'" for step in _steps(root))
    lines = [
        f"# {NOTE.format('fish')}",
        "function __skillgap_at",
        "    set -l command ''",
        "    set -l skip 0",
        "    for word in (commandline -opc)[2..]",
        "        if test $skip = 1",
        "            set skip 0",
        f"        else if contains -- $word {takes_value}",
        "            set skip 1",
        f'        else if contains -- "$command $word" {steps}',
        '            set command (string trim -- "$command $word")',
        "        end",
        "    end",
        '    test "$command" = "$argv[1]"',
        "end",
        "complete -c skillgap -f",
        *(line for command in root.all() for line in _fish_lines(command)),
    ]
    return "\n".join(lines) + "\n"


def _fish_lines(command: Command) -> Iterator[str]:
    here = f"complete -c skillgap -n \"__skillgap_at '{' '.join(command.path)}'\""
    for inner in command.inner:
        yield f"{here} -a {inner.path[-1]} -d {_fish_quoted(inner.help)}"
    for value in command.values:
        if value.choices:
            yield f"{here} -a '{' '.join(value.choices)}'"
        elif value.is_file:
            yield f"{here} -F"
    for option in command.options:
        names = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
        tail = "" if option.value is None else " -r -F" if option.value.is_file else " -x"
        yield f"{here} {names}{tail} -d {_fish_quoted(option.help)}"


def _fish_quoted(text: str) -> str:
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"


def scripts() -> dict[str, str]:
    """Give the scripts by the name of their file."""
    root = read(build())
    return {"skillgap.bash": bash(root), "skillgap.zsh": zsh(root), "skillgap.fish": fish(root)}


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for file, text in scripts().items():
        (FOLDER / file).write_text(text, encoding="utf-8")
