"""assessment.toml: written losslessly, read against a pack, with every problem told at once."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from skillgap.core.assessment import Assessment, KnownTerm, RubricRef, TargetRef, TermList
from skillgap.core.rubric import Pack
from skillgap.errors import BadInput, CannotAccess
from skillgap.files.assessments import (
    dump_assessment,
    is_same_version,
    load_assessment,
    match,
    open_draft,
    read_draft,
)
from skillgap.files.rubrics import LoadedPack, load_pack
from skillgap.files.toml import dump
from tests.conftest import ROOT
from tests.strategies import answers_to, any_assessments, packs

SMALL = ROOT / "tests" / "data" / "packs" / "small"
SCALE = "0 None, 1 Aware, 2 Guided, 3 Independent, 4 Leading"


@pytest.fixture(scope="module")
def small() -> LoadedPack:
    return load_pack(SMALL)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("files") / "file.toml"


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(assessment=any_assessments())
def test_any_assessment_reads_back_as_it_was(file: Path, assessment: Assessment) -> None:
    file.write_text(dump_assessment(assessment), encoding="utf-8", newline="")
    draft = read_draft(file)
    assert draft.assessment == assessment
    assert dump_assessment(draft.assessment) == file.read_text(encoding="utf-8")


@settings(max_examples=30, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), pack=packs())
def test_answers_that_fit_a_pack_are_taken_as_they_are(file: Path, data: st.DataObject, pack: Pack) -> None:
    answers = data.draw(answers_to(pack))
    file.write_text(dump_assessment(answers), encoding="utf-8", newline="")
    assert load_assessment(file, LoadedPack(pack, file, "")) == answers


def test_windows_line_ends_and_a_byte_order_mark_are_read(file: Path, small: LoadedPack) -> None:
    file.write_bytes('\ufeff[[answer]]\r\nskill = "rag"\r\nlevel = 2\r\n'.encode())
    assert load_assessment(file, small).answer("rag").level == 2


def test_a_file_written_by_hand_in_one_line_is_read(file: Path, small: LoadedPack) -> None:
    file.write_text('answer = [{skill="rag",level=2,last_used="2026-05-31"},{skill="mlops",na="not here"}]')
    given = load_assessment(file, small)
    assert (given.answer("rag").last_used, given.answer("mlops").na) == (date(2026, 5, 31), "not here")


def test_former_ids_become_present_ones(file: Path, small: LoadedPack) -> None:
    file.write_text(
        'resume = "retrieval"\n[target]\nrole = "maker"\ngrade = "junior"\n[[answer]]\nskill = "retrieval"\n'
    )
    given = load_assessment(file, small)
    assert given.target == TargetRef(role="builder", grade="junior")
    assert ([answer.skill for answer in given.answers], given.resume) == (["rag"], "rag")


OTHER = """\
[rubric]
id = "{id}"
version = "{version}"

[target]
role = "gone"
grade = "gone"

[[answer]]
skill = "retrieval"
level = 3

[[answer]]
skill = "cobol"
level = 9
note = "kept"

[[check]]
item = "gone-1"
option = 7
"""


@pytest.mark.parametrize(("id", "version"), [("other", "1.0"), ("small", "0.9")])
def test_answers_to_another_pack_or_version_are_kept_whole(
    file: Path, small: LoadedPack, id: str, version: str
) -> None:
    file.write_text(OTHER.format(id=id, version=version))
    given = load_assessment(file, small)
    assert not is_same_version(given, small)
    assert given.answer("rag").level == 3
    assert (given.answer("cobol").level, given.answer("cobol").note) == (9, "kept")
    assert given.checks[0].item == "gone-1"
    assert given.target == TargetRef(role="gone", grade="gone")
    file.write_text(dump_assessment(given))
    assert load_assessment(file, small) == given


def test_a_known_skill_has_its_scale_whatever_the_version(file: Path, small: LoadedPack) -> None:
    file.write_text('[rubric]\nid = "other"\n[[answer]]\nskill = "rag"\nlevel = 7\n')
    with pytest.raises(BadInput, match="level 7 is outside the scale 0-4"):
        load_assessment(file, small)


@pytest.mark.parametrize("version", ["", "1.0"])
def test_an_unknown_skill_in_answers_to_this_very_pack_is_a_mistake(
    file: Path, small: LoadedPack, version: str
) -> None:
    file.write_text(f'[rubric]\nid = "small"\nversion = "{version}"\n[[answer]]\nskill = "cobol"\n')
    with pytest.raises(BadInput, match='unknown skill "cobol"'):
        load_assessment(file, small)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('[[answer]]\nskill = "pyhton"', '2:1: error: unknown skill "pyhton"; did you mean "python"?'),
        (
            '[[answer]]\nskill = "quantum-chess"',
            '2:1: error: unknown skill "quantum-chess"; known: "python", "rag", "evaluation", "mlops",'
            ' "statistics", "communication", "retrieval"',
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = 5',
            f"3:1: error: level 5 is outside the scale 0-4; write one of {SCALE}",
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = -1',
            f"3:1: error: level -1 is outside the scale 0-4; write one of {SCALE}",
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = "2"',
            '3:1: error: "level" must be a whole number, not a string; write level = 2 without quotes',
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = 2.5',
            '3:1: error: "level" must be a whole number, not 2.5; write level = 2',
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = true',
            '3:1: error: "level" must be a whole number, not true; write a number, such as level = 1',
        ),
        (
            '[[answer]]\nskill = "rag"\nlevel = 1\nna = "no"',
            "4:1: error: a level and not applicable exclude each other; keep one of the two",
        ),
        (
            '[[answer]]\nskill = "rag"\n[[answer]]\nskill = "rag"',
            '4:1: error: skill "rag" is answered twice; keep one of the two',
        ),
        (
            '[[answer]]\nskill = "rag"\n[[answer]]\nskill = "retrieval"',
            '4:1: error: skill "retrieval" is answered twice (also as "rag"); keep one of the two',
        ),
        (
            '[[answer]]\nskill = "rag"\nevidence = [{ kind = "linked", level = 8 }]',
            f"3:32: error: level 8 is outside the scale 0-4; write one of {SCALE}",
        ),
        ('[[answer]]\nskil = "rag"', '2:1: error: unknown key "skil"; did you mean "skill"?'),
        ("[[answer]]\nlevel = 1", '1:1: error: missing "skill"; add skill = "..."'),
        ('[[answers]]\nskill = "rag"', '1:1: error: unknown key "answers"; did you mean "answer"?'),
        (
            '[[answer]]\nskill = "rag"\nconfidence = "very"',
            '3:1: error: "confidence" must be one of "unsure", "fairly", "sure", not "very"',
        ),
        (
            '[[answer]]\nskill = "rag"\nlast_used = "last year"',
            '3:1: error: "last_used" must be a date, not a string; write the day as year-month-day, such as'
            " last_used = 2026-11-23",
        ),
        ('[target]\nrole = "bilder"\ngrade = "x"', '2:1: error: unknown role "bilder"; did you mean "builder"?'),
        (
            '[target]\nrole = "builder"\ngrade = "senior"',
            '3:1: error: role "builder" has no grade "senior"; did you mean "junior"?',
        ),
        ('[target]\nrole = "builder"', '1:1: error: missing "grade"; add grade = "..."'),
        (
            '[[check]]\nitem = "recall-1"\noption = 4',
            "3:1: error: option 4 does not exist; count from 1; 0 is no idea",
        ),
        ('[[check]]\nitem = "recal-1"\noption = 0', '2:1: error: unknown check "recal-1"; did you mean "recall-1"?'),
        (
            '[[check]]\nitem = "recall-1"\noption = 1\nprobability = 80',
            "4:1: error: probability 80 is not between 0 and 1; write 0.8 for 80 %",
        ),
        ("schema = 2", "1:1: error: this program reads schema 1, not 2; write schema = 1"),
        (
            'rubric = "small"',
            '1:1: error: "rubric" must be a table, not a string; write [rubric] and its keys below it',
        ),
        ("[[answer]\n", "1:9: error: a header without its closing ]]; write [[answer]]"),
    ],
)
def test_a_mistake_is_named_at_its_place_with_a_remedy(file: Path, small: LoadedPack, text: str, message: str) -> None:
    file.write_text(text)
    with pytest.raises(BadInput) as caught:
        load_assessment(file, small)
    assert str(caught.value) == f"{file}:{message}"


def test_every_problem_is_told_at_once_in_the_order_of_the_file(file: Path, small: LoadedPack) -> None:
    file.write_text(
        'schema = 3\ncolour = "red"\n'
        '[target]\nrole = "bilder"\ngrade = "regular"\n'
        '[[answer]]\nskill = "pyhton"\nlevel = "x"\n'
        '[[answer]]\nskill = "rag"\nlevel = 9\nsure = true\n'
        '[[answer]]\nskill = "retrieval"\nna = 1\n'
    )
    with pytest.raises(BadInput) as caught:
        load_assessment(file, small)
    assert [(problem.line, problem.what) for problem in caught.value.problems] == [
        (1, "this program reads schema 1, not 3"),
        (2, 'unknown key "colour"'),
        (4, 'unknown role "bilder"'),
        (7, 'unknown skill "pyhton"'),
        (8, '"level" must be a whole number, not a string'),
        (11, "level 9 is outside the scale 0-4"),
        (12, 'unknown key "sure"'),
        (14, 'skill "retrieval" is answered twice (also as "rag")'),
        (15, '"na" must be a string, not 1'),
    ]


def test_what_a_file_says_is_never_used_as_a_path(file: Path) -> None:
    for name in ("/", "../small", "small.toml/..", "a b", ""):
        file.write_text(f'[rubric]\nid = "{name}"\n')
        with pytest.raises(BadInput, match=f'"{name}" cannot be the id of a pack; name the pack with --pack'):
            _ = read_draft(file).pack_name


def test_an_unreadable_file_is_no_empty_assessment(tmp_path: Path, small: LoadedPack) -> None:
    with pytest.raises(CannotAccess):
        load_assessment(tmp_path / "none.toml", small)
    (tmp_path / "half.toml").write_text('[[answer]]\nskill = "rag"\nlev')
    with pytest.raises(BadInput):
        read_draft(tmp_path / "half.toml")


junk = st.recursive(
    st.one_of(
        st.integers(-5, 9), st.booleans(), st.sampled_from(["rag", "", "x\x1b"]), st.just(date(2026, 1, 1)), st.floats()
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["skill", "level", "x"]), inner),
    max_leaves=6,
)
KEYS = ["schema", "rubric", "target", "answer", "check", "person", "updated", "resume", "note", "zzz"]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.dictionaries(st.sampled_from(KEYS), junk))
def test_no_nonsense_gets_past_with_anything_but_a_list_of_problems(
    file: Path, small: LoadedPack, data: dict[str, object]
) -> None:
    file.write_text(dump(data), encoding="utf-8", newline="")
    try:
        given = match(open_draft(file), small)
    except BadInput as error:
        problems = error.problems
        assert all(str(problem).isprintable() and problem.line for problem in problems)
    else:
        file.write_text(dump_assessment(given), encoding="utf-8", newline="")
        assert load_assessment(file, small) == given


def test_what_was_said_of_terms_has_one_line_each(file: Path, small: LoadedPack) -> None:
    rows = (KnownTerm(term='A "quoted" one', familiarity=0), KnownTerm(term="Plain", familiarity=4))
    given = Assessment(rubric=RubricRef(id="other"), terms=TermList(seed=2, date=date(2026, 11, 24), known=rows))
    text = dump_assessment(given)
    assert text.endswith(
        '[terms]\nseed = 2\ndate = 2026-11-24\nknown = [\n    { term = "A \\"quoted\\" one", familiarity = 0 },\n'
        '    { term = "Plain", familiarity = 4 },\n]\n'
    )
    file.write_text(text)
    assert load_assessment(file, small) == given
