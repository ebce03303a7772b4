"""The commands and their options. Importing this costs argparse and nothing else."""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from skillgap import __version__
from skillgap.cli.parser_plan import choice_options, time_options

TYPE_CHECKING = False  # typing is not worth its import to say --help
if TYPE_CHECKING:
    from typing import Any, NoReturn, TypeAlias

    from _typeshed import SupportsWrite

_EPILOG = """\
exit codes: 0 done, 1 bad input (each error on stderr as file:line:column: error: what; remedy),
2 usage, 3 cannot read or write, 4 a mistake of skillgap itself. Results go to stdout, everything else to stderr.

example:
  skillgap score examples/backend-engineer.toml --role ai-engineer --grade senior --hours 8 -o out
"""


_PLACES = ("home", "rate", "check", "results", "plan")
"""Where the app and the conversation can begin."""


class Parser(argparse.ArgumentParser):
    """A parser whose messages show what was typed without letting it act on the terminal, and what was meant."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and where help is, on stderr and leave with 2; all options before it would hide it."""
        from skillgap.core.text import shown

        usage = argparse.HelpFormatter(f"{self.prog} [options]")
        usage.add_usage(None, self._get_positional_actions(), [])
        what = f"{self.prog}: error: {shown(message, limit=1000)}; see '{self.prog} --help'"
        self.exit(2, f"{usage.format_help()}{what}\n")

    def parse_known_args(  # type: ignore[override]  # argparse's own overloads let any object be the namespace
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Refuse what is not known by the command that it was said to, not by the program as a whole."""
        options, unknown = super().parse_known_args(args, namespace)
        if unknown:
            from skillgap.core.names import nearest

            flags = [flag for flag in self._option_string_actions if flag.startswith("--")]
            name = next((word.partition("=")[0] for word in unknown if word.startswith("-")), "")
            guess = nearest(name, flags)
            self.error(f"unrecognized arguments: {' '.join(unknown)}{f'; did you mean {guess}?' if guess else ''}")
        return options, unknown

    def _get_values(self, action: argparse.Action, arg_strings: list[str]) -> Any:
        """Refuse an empty word, as a shell makes of a variable that is not set: it would count as not given."""
        if "" in arg_strings and action.nargs != argparse.PARSER:
            raise argparse.ArgumentError(action, "expected a value, not an empty one")
        return super()._get_values(action, arg_strings)

    def _check_value(self, action: argparse.Action, value: object) -> None:
        """Refuse a word that is none of the choices with the nearest one, else with all of them."""
        if action.choices is None or value in action.choices:
            return
        from skillgap.core.names import nearest

        guess = nearest(str(value), action.choices)
        remedy = f'did you mean "{guess}"?' if guess else f"there are {', '.join(action.choices)}"
        raise argparse.ArgumentError(action, f'there is no "{value}"; {remedy}')

    def print_help(self, file: SupportsWrite[str] | None = None) -> None:
        """Print the help; argparse's own way hides that the output is full."""
        print(self.format_help(), end="", file=file)


def build() -> Parser:
    """Give the parser of the whole program."""
    parser = Parser(
        prog="skillgap",
        description="Where do I stand, what exactly is missing, what do I do next week? Offline, in a terminal.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"skillgap {__version__}")
    _app_options(parser, None)
    parser.add_argument(
        "--at", metavar="PLACE", choices=_PLACES, help=f"where to begin: {', '.join(_PLACES[:-1])} or {_PLACES[-1]}"
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for add in (_rate, _check, _score, _plan, _show, _roles, _pack, _serve, _where, _completions):
        add(commands)
    return parser


_Commands: TypeAlias = "argparse._SubParsersAction[Parser]"
Default: TypeAlias = str | None


def _command(commands: _Commands, name: str, text: str) -> Parser:
    parser: Parser = commands.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
    return parser


def _pack_option(parser: Parser, default: Default = argparse.SUPPRESS) -> None:
    """Add --pack. It may stand before a command too, so a command has no default that would undo it there."""
    parser.add_argument(
        "--pack", metavar="ID_OR_PATH", default=default, help="the rubric pack: an id, a folder or a file"
    )


def _target_options(parser: Parser) -> None:
    parser.add_argument("--role", metavar="R", help="id of the role, see 'skillgap roles'")
    parser.add_argument("--grade", metavar="G", help="id of the grade")


def _app_options(parser: Parser, default: Default = argparse.SUPPRESS) -> None:
    _pack_option(parser, default)
    parser.add_argument(
        "--assessment", metavar="FILE", default=default, help="the answers to open; see 'skillgap where'"
    )
    _look_options(parser, default)


def _look_options(parser: Parser, default: Default = argparse.SUPPRESS) -> None:
    parser.add_argument("--theme", metavar="NAME", default=default, help="colour theme of the app")
    parser.add_argument("--no-mouse", action="store_true", default=default, help="leave the mouse to the terminal")
    parser.add_argument(
        "--plain", action="store_true", default=default, help="talk line by line, without escape codes or redraws"
    )


def _rate(commands: _Commands) -> None:
    parser = _command(commands, "rate", "rate yourself, straight away")
    _app_options(parser)
    _target_options(parser)
    parser.add_argument("--again", action="store_true", help="start a re-assessment: rate every skill again")
    parser.add_argument(
        "--quick", action="store_true", help="about three minutes: the skills that decide most, the rest inferred"
    )


def _check(commands: _Commands) -> None:
    parser = _command(commands, "check", "check your ratings by questions, one after the other")
    parser.add_argument("answers", metavar="ASSESSMENT", help="an assessment file; every answer is saved in it at once")
    _pack_option(parser)
    _target_options(parser)
    _look_options(parser)


def _score(commands: _Commands) -> None:
    parser = _command(commands, "score", "score an answers file: report.toml, plan.toml and a summary")
    parser.add_argument("answers", metavar="ANSWERS", help="an assessment file")
    _pack_option(parser)
    _target_options(parser)
    time_options(parser)
    parser.add_argument("-o", "--output", metavar="DIR", default=".", help="folder for the two files (here)")
    parser.add_argument("--force", action="store_true", help="overwrite report.toml and plan.toml")
    parser.add_argument("--json", action="store_true", help="print report and plan as JSON")


def _plan(commands: _Commands) -> None:
    parser = _command(commands, "plan", "plan again from a report, keeping what is done")
    parser.add_argument("report", metavar="REPORT", help="a report.toml, as 'skillgap score' writes it")
    _pack_option(parser)
    time_options(parser)
    choice_options(parser)
    parser.add_argument(
        "-o", "--output", metavar="FILE", help="the plan to write or renew (plan.toml beside the report)"
    )
    parser.add_argument(
        "--what-if", action="store_true", help="compare half, the same and double the hours; write nothing"
    )
    parser.add_argument("--ics", metavar="FILE", help="write a calendar of the steps as well (RFC 5545)")
    parser.add_argument("--markdown", metavar="FILE", help="write a checklist of the steps as well")
    parser.add_argument("--force", action="store_true", help="overwrite files that are not a plan for this report")
    parser.add_argument("--json", action="store_true", help="print the plan as JSON")


def _show(commands: _Commands) -> None:
    parser = _command(commands, "show", "show an assessment, a report or a plan")
    parser.add_argument("file", metavar="FILE")
    _pack_option(parser)
    parser.add_argument("--today", metavar="DATE", help="the day whose week of a plan is shown (today)")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _roles(commands: _Commands) -> None:
    parser = _command(commands, "roles", "list the roles and grades of the pack")
    _pack_option(parser)
    parser.add_argument("--json", action="store_true", help="print them as JSON")


def _pack(commands: _Commands) -> None:
    parser = _command(commands, "pack", "list, check, show or describe rubric packs")
    inner = parser.add_subparsers(dest="pack_command", metavar="ACTION", required=True)
    listing = _command(inner, "list", "list the packs that are found by id")
    listing.add_argument("--json", action="store_true", help="print them as JSON")
    _pack_check(inner)
    schema = _command(inner, "schema", "print the JSON Schema of a pack, for editors")
    schema.add_argument("--part", action="store_true", help="that of one file of a pack of several files")
    _command(inner, "new", "write a small commented pack to start from").add_argument("path", metavar="DIR")
    _pack_diff(inner)
    _pack_import(inner)
    showing = _command(inner, "show", "show a pack as a person reads it")
    showing.add_argument("id", metavar="ID_OR_PATH", nargs="?", help="the pack (the shipped one)")
    showing.add_argument("--json", action="store_true", help="print it as JSON")


def _pack_check(commands: _Commands) -> None:
    parser = _command(commands, "check", "check a pack: every error, and what would mislead the people who use it")
    parser.add_argument("path", metavar="PATH", help="the pack: a folder, a file or an id")
    parser.add_argument("--strict", action="store_true", help="exit 1 on warnings too")
    parser.add_argument(
        "--select", metavar="CODES", action="append", help="only these codes or prefixes, as in SG1,SG804"
    )
    parser.add_argument("--ignore", metavar="CODES", action="append", help="none of these codes or prefixes")
    parser.add_argument("--json", action="store_true", help="print the findings as JSON, structure errors included")


def _pack_diff(commands: _Commands) -> None:
    parser = _command(commands, "diff", "list what is different between two versions of a pack")
    parser.add_argument("old", metavar="OLD")
    parser.add_argument("new", metavar="NEW")
    parser.add_argument("--answers", metavar="FILE", help="answers to OLD: say what becomes of them in NEW")
    parser.add_argument("--exit-code", action="store_true", help="leave with 1 when something is different")
    parser.add_argument("--json", action="store_true", help="print it as JSON")


def _pack_import(commands: _Commands) -> None:
    parser = _command(commands, "import", "make a pack of a competency matrix in CSV")
    parser.add_argument("file", metavar="FILE.csv")
    parser.add_argument("--accept", action="store_true", help="use the mapping that is shown without other options")
    columns = {
        "skill": "the names of the skills",
        "area": "the areas",
        "definition": "definitions",
        "weight": "weights",
    }
    for name, what in columns.items():
        parser.add_argument(f"--{name}", metavar="COLUMN", help=f"column with {what}")
    parser.add_argument(
        "--level", metavar="COLUMN", action="append", help="column of anchors; once for each level, lowest first"
    )
    parser.add_argument("--row-level", metavar="COLUMN", help="a row for each level of a skill: column that says which")
    parser.add_argument("--row-text", metavar="COLUMN", help="and the column that says what that level does")
    parser.add_argument("--level-zero", action="store_true", help="the first --level describes level 0")
    parser.add_argument(
        "--target", metavar="ROLE/GRADE=COLUMN", action="append", help="column with required levels; once for each"
    )
    parser.add_argument("--ladder", metavar="ROLE", help="each level is also a grade of ROLE that asks for it")
    parser.add_argument("--mark", metavar="LEVEL", type=int, help="level that an x in a --target column stands for")
    parser.add_argument("--fill-down", action="store_true", help="an empty area is the one above (merged cells)")
    parser.add_argument("--area-rows", action="store_true", help="a row with a single filled cell names an area")
    parser.add_argument(
        "--separator", metavar="NAME", choices=["comma", "semicolon", "tab", "bar"], help="what parts the cells"
    )
    parser.add_argument("--heading-row", metavar="N", type=int, help="row of the headings, counted from 1")
    parser.add_argument("-o", "--output", metavar="DIR", help="folder for the pack (named after the file)")
    parser.add_argument("--force", action="store_true", help="overwrite a pack.toml that is there")


def _serve(commands: _Commands) -> None:
    parser = _command(commands, "serve", "show the app in a browser on this machine")
    parser.add_argument("--host", metavar="ADDRESS", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", metavar="N", type=int, default=8765, help="port to listen on (8765); 0 for any")
    parser.add_argument("--expose", action="store_true", help="yes, let other machines in by --host")
    parser.add_argument(
        "--guests", action="store_true", help="give every connection a session of its own that nothing remains of"
    )
    _pack_option(parser)
    parser.add_argument(
        "--assessment", metavar="FILE", default=argparse.SUPPRESS, help="the answers to open; see 'skillgap where'"
    )
    parser.add_argument("--theme", metavar="NAME", default=argparse.SUPPRESS, help="colour theme of the app")


def _where(commands: _Commands) -> None:
    _command(commands, "where", "print where files are kept")


def _completions(commands: _Commands) -> None:
    parser = _command(commands, "completions", "print the completion script for a shell")
    parser.add_argument("shell", choices=["bash", "zsh", "fish"], metavar="SHELL", help="bash, zsh or fish")
