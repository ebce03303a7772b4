"""From command line to session: read the answers, find their pack, choose the target, claim the file."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from skillgap.core.assessment import Assessment, TargetRef
from skillgap.core.profiles import Profile, UnknownTarget, chosen_profile, known_target
from skillgap.core.records import dataclass
from skillgap.core.rubric import Pack
from skillgap.core.text import shown
from skillgap.errors import BadInput, CannotAccess, SkillgapError, Usage
from skillgap.files.assessments import dump_assessment, load_assessment, match, open_draft
from skillgap.files.rubrics import LoadedPack, open_pack
from skillgap.files.storage import is_there, previous_of, write_atomic
from skillgap.ui.keeping import Keeper, keep_copy
from skillgap.ui.order import Order
from skillgap.ui.reckoning import Clock
from skillgap.ui.session import Session, local_time

_AHEAD = timedelta(days=1)
"""How far a date may lie ahead: somebody who has flown west since has answered tomorrow."""


class Unreadable(SkillgapError):
    """The assessment file cannot be used; nothing was changed."""

    def __init__(self, order: Order, cause: SkillgapError, spare: Spare | None) -> None:
        super().__init__(str(cause))
        self.order = order
        self.cause = cause
        self.spare = spare
        self.exit_code = cause.exit_code

    @property
    def can_be_kept(self) -> bool:
        """Whether its text can at least be copied, so that something else may take its place."""
        return isinstance(self.cause, BadInput)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spare:
    """The last good version of an assessment."""

    file: Path
    assessment: Assessment
    written: datetime


def open_session(
    file: Path, pack: str | None = None, role: str | None = None, grade: str | None = None, *, clock: Clock = local_time
) -> Session:
    """Open the answers in `file`, or begin new ones when there is no such file.

    Raises Unreadable for a file that cannot be used, Usage for an unknown pack, role or grade, BadInput and
    CannotAccess for a broken pack.
    """
    order = Order(file=file, pack=pack, role=role, grade=grade)
    keeper = Keeper(file)
    keeper.claim()
    try:
        keeper.note()
        loaded, assessment = _read(order, clock().date() + _AHEAD)
        goal = _goal_of(loaded.pack, role, grade, assessment.target)
    except BaseException:
        keeper.release()
        raise
    if role is not None or grade is not None:
        assessment = _aimed(assessment, goal)
    return Session(loaded, keeper, assessment, goal, clock)


def restore(trouble: Unreadable, *, from_spare: bool, clock: Clock = local_time) -> Session:
    """Keep the unreadable file under a dated name; go on with the spare or with nothing.

    Raises CannotAccess when the copy cannot be made; nothing was changed then.
    """
    order = trouble.order
    keeper = Keeper(order.file)
    if not keeper.claim():
        raise CannotAccess(f"{shown(str(order.file))}: {keeper.lock.why}")
    try:
        copy = _replaced(trouble, from_spare, clock)
    finally:
        keeper.release()
    session = open_session(order.file, order.pack, order.role, order.grade, clock=clock)
    session.notice = f"The unreadable file is kept as {copy.name}"
    return session


def _replaced(trouble: Unreadable, from_spare: bool, clock: Clock) -> Path:
    order = trouble.order
    copy = keep_copy(order.file, "unreadable", clock())
    spare = trouble.spare.assessment if from_spare and trouble.spare else Assessment()
    # not as a previous version: that would push the spare out before the new file stands
    write_atomic(order.file, dump_assessment(spare), replace=True)
    return copy


def _goal_of(pack: Pack, role: str | None, grade: str | None, target: TargetRef | None) -> Profile:
    """Give the profile that was asked for, that the answers name, or the pack's default, in this order.

    Raises Usage for a role or grade that the pack does not have, when it was asked for.
    """
    try:
        return chosen_profile(pack, role, grade, known_target(pack, target))
    except UnknownTarget as error:
        raise Usage(str(error)) from None


def _read(order: Order, latest: date) -> tuple[LoadedPack, Assessment]:
    try:
        if not is_there(order.file):
            return open_pack(order.pack), Assessment()
    except CannotAccess as error:
        raise Unreadable(order, error, None) from error
    try:
        draft = open_draft(order.file)
        name = order.pack or draft.pack_name
    except SkillgapError as error:
        raise Unreadable(order, error, _spare(order, open_pack(order.pack))) from error
    loaded = open_pack(name)
    try:
        return loaded, match(draft, loaded, latest)
    except BadInput as error:
        raise Unreadable(order, error, _spare(order, loaded)) from error


def _spare(order: Order, loaded: LoadedPack) -> Spare | None:
    file = previous_of(order.file)
    try:
        assessment = load_assessment(file, loaded)
        written = datetime.fromtimestamp(file.stat().st_mtime)  # noqa: DTZ006 - shown to the person
    except (SkillgapError, OSError):
        return None
    return Spare(file=file, assessment=assessment, written=written)


def _aimed(assessment: Assessment, goal: Profile) -> Assessment:
    return replace(assessment, target=TargetRef(role=goal.role.id, grade=goal.grade.id))
