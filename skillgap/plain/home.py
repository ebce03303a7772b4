"""The conversation from its beginning: where you stand, what comes next, and the way to everything else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Literal, get_args

from skillgap.core.records import dataclass
from skillgap.core.scoring import Score
from skillgap.core.standing import ladder
from skillgap.core.text import shown
from skillgap.core.trace import points_text, readiness_text
from skillgap.core.verdicts import verdict_text
from skillgap.plain.adjusting import Adjusting, Preferences
from skillgap.plain.aiming import choose_target, target_text
from skillgap.plain.asking import Asking
from skillgap.plain.checking import check
from skillgap.plain.commands import Command, Place
from skillgap.plain.exploring import Exploring
from skillgap.plain.exporting import export
from skillgap.plain.lines import Lines
from skillgap.plain.planning import Planning
from skillgap.plain.rows import week_lines
from skillgap.plain.sitting import Desk, Sitting
from skillgap.plain.terms import terms

Part = Literal["home", "rate", "check", "results", "plan"]
PARTS: tuple[Part, ...] = get_args(Part)
_TOP_GAPS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """Everything that can be talked about."""

    sitting: Sitting
    desk: Callable[[], Desk]
    """Gives what works on the kept plan, once that is wanted."""
    lines: Lines
    preferences: Preferences
    """The settings: whether the level that the target asks is said while rating, hours a week for new plans."""

    def hold(self, part: Part) -> None:
        """Talk about one part, or from the menu on about all of them."""
        {
            "home": self._home,
            "rate": self.rate,
            "check": self.check,
            "results": self.results,
            "plan": self.plan,
        }[part]()

    def rate(self) -> None:
        """One skill after the other."""
        Asking(self.sitting, self.lines, self.preferences).run()

    def check(self) -> None:
        """Questions that check the ratings."""
        check(self.sitting, self.lines)

    def results(self) -> None:
        """Verdict, gaps, areas, roles."""
        Exploring(self.sitting, self.lines, self.rate).run()

    def plan(self) -> None:
        """Steps in weeks."""
        Planning(self.sitting, self.desk(), self.lines, self.rate).run()

    def settings(self) -> None:
        """What can be set."""
        Adjusting(self.preferences, self.lines, self.sitting.use_hours).run()

    def _home(self) -> None:
        """The menu, again and again."""
        place = Place(
            commands=tuple(
                Command(key=str(number), word=word, what=what, do=self._then(do))
                for number, (word, what, do) in enumerate(self._entries(), 1)
            ),
            leaving="leave; every answer is saved already",
        )
        self.lines.say(*self._welcome())
        if not self.sitting.has_target:
            choose_target(self.sitting, self.lines)
        if self.lines.is_over:
            return
        self.lines.say(*self._standing(), *place.help())
        place.visit(self.lines, "What next? A number or a word, ? for the list, q to leave:")

    def _entries(self) -> tuple[tuple[str, str, Callable[[], None]], ...]:
        return (
            ("rate", "rate: one skill after the other", self._go_on),
            ("check", "check: questions that check your ratings", self.check),
            ("terms", "terms: a list of terms, some of which do not exist", lambda: terms(self.sitting, self.lines)),
            ("results", "results: where you stand, gap by gap", self.results),
            ("plan", "plan: what to do, week by week", self.plan),
            ("week", "week: what is due, and what this week is for", self._week),
            ("export", "export: write report.toml and plan.toml", lambda: export(self.sitting, self.lines)),
            ("target", "target: choose another role or grade", self._aim),
            ("quick", "quick: about three minutes, the skills that decide most", self._quick),
            ("again", "again: start a re-assessment, or end it", self._again),
            ("settings", "settings: hours a week, the target while rating, characters, mouse", self.settings),
            ("where", "where: say again where you stand", lambda: None),
        )

    def _then(self, do: Callable[[], None]) -> Callable[[str], None]:
        """Do something, then say where things stand."""

        def done(_: str) -> None:
            do()
            if not self.lines.is_over:
                self.lines.say(*self._standing())

        return done

    def _go_on(self) -> None:
        self.sitting.move_to(self._waiting() or self.sitting.current)
        self.rate()

    def _again(self) -> None:
        sitting = self.sitting
        sitting.reassess(not sitting.interview.again)
        if sitting.interview.again:
            self.rate()
        else:
            self.lines.say("No re-assessment is under way; what was not rated again stands as before.")

    def _quick(self) -> None:
        self.sitting.ask_quickly(True)
        self.rate()
        self.sitting.ask_quickly(False)

    def _week(self) -> None:
        plan = self.sitting.plan(self.sitting.budget)
        self.lines.say("", *week_lines(plan, self.sitting.today))

    def _aim(self) -> None:
        choose_target(self.sitting, self.lines)

    def _welcome(self) -> Iterator[str]:
        sitting, pack = self.sitting, self.sitting.interview.pack
        if sitting.has_target:
            return
        yield "Where do I stand? What exactly is missing? What do I do next?"
        yield "You rate yourself skill by skill, see your gaps, and get a plan in weeks. It all stays on this machine."
        yield f"{shown(pack.title)} {shown(pack.version)}: {len(pack.skills)} skills, {len(pack.roles)} roles."
        yield "First choose the role and grade to measure against."

    def _standing(self) -> Iterator[str]:
        sitting, interview = self.sitting, self.sitting.interview
        score, pack = sitting.score(), interview.pack
        rated, aside, still = (interview.count(status) for status in ("rated", "not-applicable", "open"))
        yield ""
        yield (
            f"{target_text(sitting.profile)}: {rated} of {len(interview.skills)} skills rated,"
            f" {aside} not applicable, {still} open."
        )
        if score.readiness is None:
            yield "Nothing is rated yet. A few minutes of rating show the first picture."
        else:
            yield from self._headline(score)
        for row in score.gaps[:_TOP_GAPS]:
            name, asked = shown(pack.skill_by_id[row.skill].name), row.requirement.required
            yield f"Gap: {name}, level {row.level}, asked {asked}, {points_text(row.loss or 0)} points."
        if waiting := self._waiting():
            yield f"Next to rate: {shown(pack.skill_by_id[waiting].name)}."
        if sitting.notice:
            yield f"{shown(sitting.notice, limit=500)}."

    def _headline(self, score: Score) -> Iterator[str]:
        """Verdict and readiness as results show them; without checks the ratings alone decide, and no model is run."""
        sitting = self.sitting
        what = "Readiness in what is rated" if score.verdict is None else "Readiness"
        readiness = float(score.readiness or 0)
        said = verdict_text(score, ladder(sitting.interview.pack, sitting.profile.role.id, sitting.assessment))
        if sitting.assessment.checks and (report := sitting.report()).mode == "calibrated":
            what, readiness, said = "Readiness", report.summary.readiness or 0.0, report.summary.verdict_text
        yield shown(said, limit=500)
        musts = f"{score.must_haves_met} of {len(score.must_haves)} met"
        yield f"{what} {readiness_text(readiness)} %; must-haves: {musts}."

    def _waiting(self) -> str | None:
        """The skill to go on with: the one in front while it is open, else the next that waits for an answer."""
        current = self.sitting.current
        return current if self.sitting.interview.status(current) == "open" else self.sitting.pending(current)
