"""The pages of Check: the range of readiness, a question, its outcome, the end."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content
from textual.style import Style

from skillgap.core.assessment import Response
from skillgap.core.belief.posterior import Readiness
from skillgap.core.curriculum import Check
from skillgap.core.estimate import is_right
from skillgap.core.quiz import ANNOUNCED, outcome_text, source_link, source_text
from skillgap.core.sitting import HOW_SURE, UNKNOWN, Sitting, closing
from skillgap.core.text import cells
from skillgap.core.wording import present_option
from skillgap.ui.actions.check import NEXT, SOURCE, UNDO
from skillgap.ui.actions.check import UNKNOWN as UNKNOWN_KEY
from skillgap.ui.actions.common import HOME, RATE, RESULTS, TERMS
from skillgap.ui.pages.card import BLANK
from skillgap.ui.pages.room import Room, call
from skillgap.ui.text import Glyphs, cut, prose, safe, wrapped

Lines = list[Content]
_MARK = 5
"""Cells before the text of an option."""
_WIDEST_TEXT = 92
_ROOMY = 70


def text_room(room: Room) -> Room:
    """The room for sentences: no wider than can be read well."""
    return room.narrowed(min(room.width, _WIDEST_TEXT))


def band_lines(sitting: Sitting, room: Room) -> Iterator[Content]:
    """Readiness with its range, how it was before the last answer, and how far the questions are."""
    bands, quiz = sitting.bands, sitting.quiz
    if not bands:
        return
    now, before = bands[-1], bands[-2] if len(bands) > 1 else None
    tail = f"  {now.low:.0f} to {now.high:.0f}"
    was = f"{before.low:.0f} to {before.high:.0f} {room.glyphs.right}" if before else ""
    is_wide = room.width >= _ROOMY
    lead = f"Readiness  {was + ' ' if was else ''}" if is_wide else ""
    width = max(8, room.width - len(lead) - len(tail))
    yield Content.assemble((lead, "$text-muted"), _range_line(now, before, width, room.glyphs), (tail, "bold"))
    words = quiz.progress
    if before and not is_wide:
        words = f"was {was[:-2]}; {words.partition(';')[0]}"
    if cells(words) > room.width:
        words = words.partition(";")[0]
    yield Content.styled(cut(words[0].upper() + words[1:], room.width, room.glyphs), "$text-muted")


def _range_line(now: Readiness, before: Readiness | None, width: int, glyphs: Glyphs) -> Content:
    """Draw the range of readiness from 0 to 100: what the last answer took from it is lighter."""
    here = _cells(now, width)
    was = _cells(before, width) if before else here
    mean = min(width - 1, int(now.mean * width / 100))
    pieces = []
    for cell in range(width):
        if cell == mean:
            pieces.append((glyphs.bar, "bold $text-accent"))
        elif cell in here:
            pieces.append((glyphs.likely, "$primary"))
        elif cell in was:
            pieces.append((glyphs.perhaps, "$text-muted"))
        else:
            pieces.append((glyphs.bar_rest, "$bar-rest"))
    return Content.assemble(*pieces)


def _cells(band: Readiness, width: int) -> range:
    first = min(width - 1, int(band.low * width / 100))
    return range(first, max(first + 1, round(band.high * width / 100)))


def funnel(sitting: Sitting, room: Room) -> Lines:
    """The range at the start and after each answer, the latest last."""
    lines = [Content.styled("Readiness, answer by answer", "bold $text-primary"), BLANK]
    bands = sitting.bands
    if not bands:
        return []
    rows = []
    for number, band in enumerate(bands):
        edges = f"{band.low:3.0f}-{band.high:.0f}"
        width = max(8, room.width - 14)
        head = _head_of(sitting, number, room.glyphs)
        rows.append(Content.assemble(head, _range_line(band, None, width, room.glyphs), f" {edges}"))
    most = max(1, room.height - len(lines) - 2)
    return [
        *lines,
        *rows[-most:],
        BLANK,
        Content.styled(f"{'0':<{6}}{'100':>{max(8, room.width - 14)}}", "$text-muted"),
    ]


def _head_of(sitting: Sitting, number: int, glyphs: Glyphs) -> Content:
    if number == 0:
        return Content.styled("start ", "$text-muted")
    quiz = sitting.quizzes[number]
    response = quiz.assessment.checks[-1]
    is_good = is_right(quiz.pack.check_by_id[response.item], response)
    mark = (glyphs.correct, "$text-success") if is_good else (glyphs.wrong, "$text-error")
    return Content.assemble((f"{number:>3} ", "$text-muted"), mark, " ")


def question_lines(sitting: Sitting, check: Check, room: Room, *, is_tight: bool = False) -> Lines:
    """The skill and the question; where it is tight the question alone."""
    question = wrapped(Content.styled(prose(check.question), "bold"), room.width)
    if is_tight:
        return list(question)
    pack = sitting.quiz.pack
    skill = pack.skill_by_id[check.skill]
    area = prose(pack.area_by_id[skill.area].title)
    place = Content.styled(cut(f"{area} {room.glyphs.dot} {prose(skill.name)}", room.width, room.glyphs), "$text-muted")
    return [place, BLANK, *question, BLANK]


def option_lines(
    sitting: Sitting, check: Check, cursor: int | None, room: Room, *, is_spaced: bool
) -> tuple[Lines, list[tuple[int, int]]]:
    """The options and "I don't know" in the order shown, and the first and last line of each, that one first."""
    lines: Lines = []
    places: list[tuple[int, int]] = []
    for place, option in enumerate((*sitting.order, 0), 1):
        if is_spaced and place > 1:
            lines.append(BLANK)
        key = str(place) if option else room.key_of(UNKNOWN_KEY)
        text = prose(check.options[option - 1]) if option else UNKNOWN
        rows = _option(sitting, check, option, key, text, cursor == (place if option else 0), room)
        places.append((len(lines), len(lines) + len(rows) - 1))
        lines += rows
    return lines, [places[-1], *places[:-1]]


def _option(sitting: Sitting, check: Check, option: int, key: str, text: str, is_pointed: bool, room: Room) -> Lines:
    glyphs = room.glyphs
    mark, style, word = " ", "", ""
    mine = present_option(check, sitting.told) if sitting.told else sitting.option
    if sitting.told and option == check.answer:
        mark, style, word = glyphs.correct, "bold $text-success", "right, and yours" if option == mine else "right"
    elif option == mine and mine is not None:
        mark = glyphs.wrong if sitting.told and option else glyphs.chosen
        style = "bold $text-error" if sitting.told and option else "bold"
        word = "yours" if sitting.told else ""
    elif sitting.told:
        style = "$text-muted"
    body = Content.assemble((text, style), (f"  ({word})", "$text-muted") if word else "").wrap(room.width - _MARK)
    pointer = glyphs.cursor if is_pointed else " "
    first = Content.assemble(pointer, (mark, style), " ", (key, "bold $text-accent"), " ", body[0])
    lines = [first, *(Content.assemble(" " * _MARK, line) for line in body[1:])]
    if not is_pointed:
        return lines
    ground = "$block-cursor-foreground on $block-cursor-background"
    return [line.pad_right(max(0, room.width - line.cell_length)).stylize_before(ground) for line in lines]


def sure_lines(room: Room) -> Lines:
    """How sure the choice is: a digit for each tenth."""
    lines = [BLANK, Content.styled(HOW_SURE, "bold")]
    row: list[Content] = []
    for digit in (*range(1, 10), 0):
        click = Style.from_meta({"@click": f"screen.digit({digit})"})
        share = f" {digit * 10 or 100} %"
        row.append(Content.assemble((str(digit), "bold $text-accent"), share).stylize(click))
    each = len(row) if room.width >= 85 else 5
    lines += [Content("  ").join(row[start : start + each]) for start in range(0, len(row), each)]
    return [*lines, call(NEXT, "leaves it unsaid", room.key_of)]


def outcome_lines(sitting: Sitting, check: Check, room: Room) -> Lines:
    """Right or wrong, the explanation, its source; while it is asked, as if it were not known."""
    response = sitting.told or Response(item=check.id, option=0)
    is_good = is_right(check, response)
    mark, style = (room.glyphs.correct, "success") if is_good else (room.glyphs.wrong, "error")
    words = f"{mark} {prose(outcome_text(check, response))}"
    lines = [BLANK, *wrapped(Content.styled(words, f"bold $text-{style}"), room.width)]
    lines += wrapped(Content(prose(check.why)), room.width)
    if source := source_text(check):
        lines += Content.styled(f"Source: {prose(source)}", "$text-muted").wrap(room.width)
    keys = [call(NEXT, "next question" if sitting.quiz.check else "what has changed", room.key_of)]
    if source_link(check):
        keys.append(call(SOURCE, "opens the source", room.key_of))
    return [*lines, BLANK, Content("   ").join(keys)]


def announced(sitting: Sitting, room: Room) -> Lines:
    """What is said before the first question."""
    if sitting.can_take_back or sitting.phase != "asked":
        return []
    return [BLANK, *(line for text in ANNOUNCED for line in Content.styled(text, "$text-muted").wrap(room.width))]


def end_lines(sitting: Sitting, room: Room) -> Lines:
    """Why it stops, what has changed, and where to go from here."""
    first, *rest = closing(sitting)
    title = [*Content.styled(safe(first), "bold $text-primary").wrap(room.width), BLANK]
    calls = [call(RESULTS, "Results", room.key_of), call(RATE, "Rate", room.key_of), call(HOME, "Home", room.key_of)]
    if sitting.quiz.pack.foils:
        calls.append(call(TERMS, "a list of terms, some of which do not exist", room.key_of))
    if sitting.can_take_back:
        calls.append(call(UNDO, "take the last answer back", room.key_of))
    blocks = [wrapped(Content(safe(text)), room.width) for text in rest]
    spaced = [line for block in blocks for line in (*block, BLANK)]
    tight = [*(line for block in blocks for line in block), BLANK]
    fits = len(title) + len(spaced) + len(calls) <= room.height
    return [*title, *(spaced if fits else tight), *calls]
