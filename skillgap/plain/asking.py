"""The interview line by line: the same questions and the same files as the app, for a pipe or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

from skillgap.core.interview import Interview
from skillgap.core.quick import quick_text
from skillgap.core.reassessing import question as back_question
from skillgap.core.rubric import Skill
from skillgap.core.text import shown
from skillgap.core.wording import REWORDED
from skillgap.plain.adjusting import Preferences
from skillgap.plain.aiming import choose_target, target_text
from skillgap.plain.commands import Command, Place
from skillgap.plain.exporting import export
from skillgap.plain.lines import Lines, number_in
from skillgap.plain.results import particulars, report_lines
from skillgap.plain.saying import Saying
from skillgap.plain.sitting import Sitting

_FEW = 3
"""With fewer ratings than this, everything that can be typed is listed first."""
_MATCHES = 9
"""Skills listed at most when several are found."""


class Asking:
    """Asks about one skill after the other until the person stops, the input ends or nothing waits for an answer."""

    def __init__(self, sitting: Sitting, lines: Lines, preferences: Preferences) -> None:
        self._sitting, self._lines = sitting, lines
        self._preferences = preferences
        self._is_finished = False
        self._asked = ""
        """The skill that was read out last."""
        self._saying = Saying(sitting, lines)
        self.place = Place(
            commands=self._commands(),
            number=self._rate,
            numbers="your level: the highest one whose statement is true of you today",
            leaving="stop; every answer is saved already",
        )

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command(
                key="n", word="na", takes="REASON", what="not applicable, with a reason if you like", do=self._aside
            ),
            Command(key="s", word="skip", what="skip for now", do=self._skip),
            Command(key="b", word="before", what="back to the skill before", do=lambda _: self._step(-1)),
            Command(key="a", word="after", what="on to the skill after", do=lambda _: self._step(1)),
            Command(key="x", word="clear", what="take the answer of this skill away", do=self._clear),
            Command(key="u", word="undo", what="undo the last change", do=self._undo),
            Command(key="y", word="redo", what="make an undone change again", do=self._redo),
            *self._saying.commands,
            Command(key="f", word="find", takes="WORD", what="go to a skill by its name, area or term", do=self._find),
            Command(
                key="i",
                word="quick",
                what="a quick round: the skills that decide most, the rest inferred; again: every skill",
                do=self._other_way,
            ),
            Command(key="v", word="view", what="say or hide the level that the target asks", do=self._view_target),
            Command(key="t", word="target", what="choose another role or grade", do=self._target),
            Command(key="r", word="results", what="results so far", do=self._results),
            Command(
                key="w",
                word="write",
                takes="FOLDER",
                what="write report.toml and plan.toml (here when no folder is given)",
                do=lambda folder: export(self._sitting, self._lines, folder or "."),
            ),
        )

    def run(self) -> None:
        """Ask, from the skill in front on."""
        self._lines.say(*self._opening())
        if self._interview.is_complete and self._interview.waiting:
            self._sitting.move_to(self._interview.waiting[0])
        self._is_finished = self._interview.is_round_done
        if not self._is_finished:
            self._read_out()
        top = self._interview.pack.scale.top
        if not self._is_finished:
            self.place.visit(self._lines, f"Level 0 to {top}, n, s, q, or ? for more:", is_left=self._goes_on)
        self._lines.say(*self._closing())
        if self._interview.is_round_done:
            self._lines.say("")
            self._results("")

    @property
    def _interview(self) -> Interview:
        return self._sitting.interview

    @property
    def _skill(self) -> str:
        return self._sitting.current

    def _goes_on(self) -> bool:
        """Read the next question out, where there is one; tell whether that was all."""
        if self._sitting.problem:
            self._lines.say(f"Not saved: {shown(self._sitting.problem, limit=500)}")
        if not self._is_finished and self._skill != self._asked:
            self._read_out()
        return self._is_finished

    def _read_out(self) -> None:
        self._asked = self._skill
        self._lines.say(*question(self._interview, self._skill))
        if self._preferences.now.show_target:
            self._lines.say(self._asks())
        self._say_answer()

    def _say_answer(self) -> None:
        self._lines.say(f"Your answer so far: {_so_far(self._interview, self._skill)}")

    def _rate(self, level: int) -> None:
        scale, skill = self._interview.pack.scale, self._skill
        if level > scale.top:
            self._lines.say(f"{level} is outside the scale; type a level from 0 to {scale.top}.")
            return
        self._sitting.rate(skill, level)
        self._answered(skill, f"{level} {shown(scale.name(level))}")
        if self._sitting.asked_back == skill:
            self._look_back(skill)

    def _look_back(self, skill: str) -> None:
        """Ask once where the person was then; anything but a level skips it."""
        pack, earlier = self._interview.pack, self._sitting.assessment.answer(skill).earlier[-1]
        top, was = pack.scale.top, pack.scale.titled(earlier.level)
        asked = back_question(shown(pack.skill_by_id[skill].name), earlier, shown(was))
        level = number_in(self._lines.ask(f"{asked} level 0 to {top}, or Enter to skip:") or "", top)
        if level is not None:
            self._sitting.look_back(skill, level)
        self._lines.say("Skipped." if level is None else f"Then {earlier.level}, looking back {level}.")

    def _aside(self, reason: str) -> None:
        skill = self._skill
        self._sitting.set_aside(skill, reason)
        self._answered(skill, "not applicable")

    def _answered(self, skill: str, what: str) -> None:
        self._lines.say(f"{shown(self._interview.pack.skill_by_id[skill].name)}: {what}.")
        self._is_finished = self._sitting.pending(skill) is None

    def _skip(self, _: str) -> None:
        following = self._sitting.pending(self._skill)
        if following is None or following == self._skill:
            self._lines.say("No other skill waits for an answer.")
            return
        self._sitting.skip(self._skill)

    def _other_way(self, _: str) -> None:
        """Change between a quick round and every skill."""
        self._sitting.ask_quickly(self._interview.quick is None)
        if self._interview.is_round_done:
            self._sitting.ask_quickly(False)
            self._lines.say("The skills of a quick round are answered already.")
        if self._interview.quick is None:
            self._lines.say(f"Every skill is asked: {self._interview.count('open')} open.")
        else:
            self._lines.say(*_announced(self._interview))

    def _step(self, by: int) -> None:
        there = self._interview.neighbour(self._skill, by)
        if there == self._skill:
            self._lines.say(f"This is the {'first' if by < 0 else 'last'} skill.")
        self._sitting.move_to(there)

    def _clear(self, _: str) -> None:
        self._sitting.clear(self._skill)
        self._say_answer()

    def _undo(self, _: str) -> None:
        self._moved(self._sitting.undo(), "Nothing to undo.")

    def _redo(self, _: str) -> None:
        self._moved(self._sitting.redo(), "Nothing to redo.")

    def _moved(self, skill: str | None, nothing: str) -> None:
        self._lines.say("Done." if skill else nothing)
        if skill == self._asked:
            self._say_answer()

    def _find(self, text: str) -> None:
        sought = (text or self._lines.ask("Which word?") or "").casefold()
        found = [skill for skill in self._interview.skills if sought and sought in self._words(skill)]
        if not found:
            self._lines.say(f"No skill has {shown(sought, limit=40)} in its name, area or terms.")
        elif len(found) == 1 or sought in found[0].name.casefold():
            self._sitting.move_to(found[0].id)
            if len(found) > 1:
                names = ", ".join(shown(skill.name) for skill in found[1:_MATCHES])
                self._lines.say(f"Also found: {names}. Type more of a name to go there.")
        else:
            names = ", ".join(shown(skill.name) for skill in found[:_MATCHES])
            self._lines.say(f"Found: {names}. Type more of a name to go there.")

    def _words(self, skill: Skill) -> str:
        area = self._interview.pack.area_by_id[skill.area].title
        return "\n".join((skill.name, skill.id, *skill.terms, area)).casefold()

    def _view_target(self, _: str) -> None:
        is_shown = not self._preferences.now.show_target
        self._preferences.change(show_target=is_shown)
        hidden = "What the target asks is hidden; knowing it sways a rating."
        self._lines.say(self._asks() if is_shown else hidden)

    def _asks(self) -> str:
        asked = next((r for r in self._sitting.profile.requirements if r.skill == self._skill), None)
        if asked is None or not asked.required:
            return "The target does not ask this skill."
        must = f"; a must-have, at least {asked.floor}" if asked.floor else ""
        return f"The target asks level {asked.required} {shown(self._interview.pack.scale.name(asked.required))}{must}."

    def _target(self, _: str) -> None:
        if choose_target(self._sitting, self._lines):
            self._asked = ""

    def _results(self, _: str) -> None:
        self._lines.say(*report_lines(self._sitting.report(), gaps=10))

    def _opening(self) -> Iterator[str]:
        interview = self._interview
        yield f"{target_text(self._sitting.profile)}: {len(interview.skills)} skills, {interview.count('open')} open."
        if interview.again:
            yield f"Re-assessment: {len(interview.again)} skills to rate again. What you said before is kept."
        if changed := [shown(interview.pack.skill_by_id[skill].name) for skill in interview.look_again]:
            yield f"Please look again: the anchors have changed since you answered {', '.join(changed)}."
        if interview.quick is not None:
            yield from _announced(interview)
        yield "A level counts when its statement is true of you today. Every answer is saved at once."
        if interview.count("rated") < _FEW:
            yield "Type the number of your level, then Enter. What else can be typed:"
            yield from self.place.help()

    def _closing(self) -> Iterator[str]:
        interview = self._interview
        yield ""
        if interview.quick is not None:
            done, size = interview.progress
            yield f"Quick round: {done} of {size} asked; the rest is inferred in the results and stored nowhere."
        rated, aside, still = (interview.count(status) for status in ("rated", "not-applicable", "open"))
        yield f"{rated} of {len(interview.skills)} skills rated, {aside} not applicable, {still} open."
        if changed := len(interview.look_again):
            yield f"{changed} to look at again."


def question(interview: Interview, skill_id: str) -> Iterator[str]:
    """Give a skill with the anchors of all levels, as lines."""
    skill = interview.pack.skill_by_id[skill_id]
    area = interview.pack.area_by_id[skill.area]
    yield ""
    yield f"{_number(interview, skill_id)}. {shown(area.title)}: {shown(skill.name)}"
    if skill.definition:
        yield shown(skill.definition, limit=500)
    for level, anchor in zip(interview.pack.scale.levels, skill.anchors, strict=True):
        yield f"  {level.value} {shown(level.name)}: {shown(anchor, limit=500)}"


def _number(interview: Interview, skill: str) -> str:
    if interview.quick is None or skill not in interview.route:
        return f"Skill {interview.place[skill] + 1} of {len(interview.skills)}"
    done, size = interview.progress
    return f"Quick round, {done} of {size} asked"


def _announced(interview: Interview) -> Iterator[str]:
    done, size = interview.progress
    yield f"{quick_text(size)} {done} of {size} asked. Type i to be asked every skill."


def _so_far(interview: Interview, skill: str) -> str:
    """Say what was answered to a skill."""
    answer = interview.assessment.answer(skill)
    if answer.level is not None:
        said = f"{answer.level} {shown(interview.pack.scale.name(answer.level))}"
    elif answer.na is not None:
        said = "not applicable" + (f" ({shown(answer.na)})" if answer.na else "")
    else:
        said = "none"
    whole = ", ".join([said, *particulars(answer)])
    return f"{whole}; please look again: {REWORDED}" if skill in interview.look_again else whole
