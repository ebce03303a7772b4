"""What must hold before a pack can be used at all; `skillgap.core.integrity` and the reader find it."""

from __future__ import annotations

from skillgap.core.lint.rule import Rule


def _error(code: str, title: str, why: str, remedy: str, bad: str = "", good: str = "") -> Rule:
    return Rule(code=code, title=title, why=why, remedy=remedy, severity="error", bad=bad, good=good)


STRUCTURE = (
    _error(
        "SG001",
        "file that cannot be read as TOML",
        "It is not UTF-8, not TOML, holds control characters or is larger than any pack is.",
        "do what the message says at the place it names",
        'title = "Data team\n',
        'title = "Data team"\n',
    ),
    _error(
        "SG002",
        "key that does not fit",
        "A key is missing, unknown, given twice or of the wrong type. docs/formats.md lists all keys.",
        "do what the message says; the nearest known key is named",
        'aera = "making"',
        'area = "making"',
    ),
    _error(
        "SG003",
        "schema of another version",
        "The number says by which rules the file is to be read.",
        "write schema = 1",
        "schema = 2",
        "schema = 1",
    ),
    _error(
        "SG004",
        "id that cannot be one",
        "Ids stand in answers and plans: letters a to z, digits, hyphens, underscores, single dots, at most 80.",
        "use letters a-z, digits, hyphens; 80 characters at most",
        'id = "C++ / Rust"',
        'id = "cpp-rust"',
    ),
    _error(
        "SG005",
        "id given twice",
        "Answers name things by id; of two with one id only one can be meant.",
        "give each its own id",
    ),
    _error(
        "SG006",
        "alias that is an id or alias already",
        "An alias is the former id of one thing, so that old answers are still found.",
        "give each former id once",
        'aliases = ["sql"], and another skill has id = "sql"',
        'aliases = ["databases"]',
    ),
    _error(
        "SG007",
        "reference to what does not exist",
        "Skills, areas, roles, grades, resources and projects are named by their present id.",
        "write the id that is meant; the nearest one is named",
        'area = "makign"',
        'area = "making"',
    ),
    _error(
        "SG008",
        "level outside the scale",
        "A level that the scale does not have can be neither asked for nor reached.",
        "write a level of the scale",
        "required = [2, 6] on a scale from 0 to 5",
        "required = [2, 5]",
    ),
    _error(
        "SG009",
        "scale whose levels do not count up from 0",
        "Levels are numbers 0, 1, 2 ... in order, two to ten of them; each is rated with one key.",
        "write value = 0, 1, 2 ... in order",
    ),
    _error(
        "SG010",
        "pack without a skill or role, or role without a grade",
        "There is nothing to rate, or nothing to rate it for.",
        "add a [[skill]], a [[role]] or a [[role.grade]]",
    ),
    _error(
        "SG011",
        "skill without one anchor for each level",
        "A level without its sentence cannot be chosen.",
        "write one anchor for every level, level 0 first",
    ),
    _error(
        "SG012",
        "empty anchor",
        "A level without its sentence cannot be chosen.",
        "say what a person at this level does",
        'anchors = ["I have not used SQL.", "", ...]',
        'anchors = ["I have not used SQL.", "I can read a query and say what it returns.", ...]',
    ),
    _error(
        "SG013",
        "prerequisites that go in a circle",
        "None of the steps in the circle can ever be first.",
        "take one of them out",
        "a 2 needs b 1, b 1 needs a 2",
        "a 2 needs b 1",
    ),
    _error(
        "SG014",
        "two targets of a role for one skill, or two steps to one level",
        "Only one of them can hold.",
        "keep one of them",
    ),
    _error(
        "SG015", "weight not above 0", "A skill that does not matter to a role has no target there.", "write 1 to 5"
    ),
    _error(
        "SG016",
        "list of levels that does not match the grades",
        "required and floor hold one level for each grade of the role, in order.",
        "write one level for each grade, 0 where it is not asked",
        "required = [2, 3] in a role of three grades",
        "required = [2, 3, 3]",
    ),
    _error(
        "SG017",
        "must-have without a requirement, or with a floor above it",
        "A must-have floor is the least a panel accepts of what is required; it cannot be more.",
        "lower the floor or raise the required level",
        "required = [0, 2], floor = [1, 3]",
        "required = [1, 3], floor = [1, 2]",
    ),
    _error(
        "SG018",
        "hours that cannot be planned",
        "Hours are above 0, at most 10,000, in steps of a half.",
        "write hours above 0 in steps of a half",
        "hours = 0",
        "hours = 2.5",
    ),
    _error(
        "SG019",
        "check whose options or answer do not fit",
        "A check has 2 to 9 options, counted from 1; the answer is one of them.",
        "count the options from 1",
        'options = ["yes", "no"]\nanswer = 3',
        'options = ["yes", "no"]\nanswer = 2',
    ),
)
