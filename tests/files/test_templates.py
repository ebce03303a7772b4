"""The pack to start from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from skillgap.errors import CannotAccess
from skillgap.files import schemas
from skillgap.files.rubrics import load_pack
from skillgap.files.templates import SCHEMA_LINE, new_pack
from tests.conftest import ROOT


def test_the_pack_to_start_from_is_a_pack_named_after_its_folder(tmp_path: Path) -> None:
    file, schema = new_pack(tmp_path / "deep" / "Größe & Co")
    pack = load_pack(file.parent).pack
    assert pack.id == "grosse-and-co"
    assert pack.skills
    assert pack.roles
    assert sorted(path.name for path in file.parent.iterdir()) == [schema.name, file.name]


def test_its_first_line_leads_editors_to_the_schema_beside_it(tmp_path: Path) -> None:
    file, schema = new_pack(tmp_path / "team")
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first == SCHEMA_LINE == f"#:schema ./{schema.name}"
    assert json.loads(schema.read_text(encoding="utf-8")) == schemas.schema(schemas.PART)


@pytest.mark.parametrize("name", ["データ", "...", "-"])
def test_a_folder_whose_name_gives_no_id_gets_a_usual_one(name: str, tmp_path: Path) -> None:
    file, _ = new_pack(tmp_path / name)
    assert load_pack(file.parent).pack.id == "my-pack"


def test_an_empty_folder_may_be_used_and_one_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    new_pack(tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(CannotAccess, match="is not empty; nothing was written"):
        new_pack(tmp_path)
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_file_or_a_link_in_the_way_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for name in ("file", "link", "file/below"):
        with pytest.raises(CannotAccess):
            new_pack(tmp_path / name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "link"]


SHIPPED = sorted((ROOT / "rubrics").rglob("*.toml"))


@pytest.mark.parametrize("file", SHIPPED, ids=lambda file: str(file.relative_to(ROOT / "rubrics")))
def test_the_first_line_of_a_shipped_file_leads_editors_to_the_published_schema(file: Path) -> None:
    first = file.read_text(encoding="utf-8").splitlines()[0]
    assert first.startswith("#:schema ")
    published = (file.parent / first.removeprefix("#:schema ")).resolve()
    assert published == ROOT / "docs" / "schemas" / schemas.file_name(schemas.PART)
