# SPDX-License-Identifier: MIT
"""`parvis portal validate`: a right record passes, a wrong one is refused by field, in both languages."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from reviewer.model.document import Format
from reviewer.publishing.record import complete
from tests.cli.run import Parvis
from tests.workflow import way


def _resource(**changes: Any) -> list[dict[str, Any]]:
    [one] = way.record()["resources"]
    return [{**one, **changes}]


WRONG: dict[str, tuple[dict[str, Any], str]] = {
    "no French title": ({"title_translated": {"en": "A title"}}, "title_translated"),
    "a blank title": ({"title_translated": {"en": " ", "fr": "Un titre"}}, "title_translated"),
    "a slug as name": ({"name": "flash-report-14"}, "name"),
    "an unknown subject": ({"subject": ["weather_gossip"]}, "subject"),
    "an unknown organization": ({"owner_org": "ministry-of-silly-walks"}, "owner_org"),
    "a no-break space": ({"keywords": {"en": ["fuel\N{NO-BREAK SPACE}spill"], "fr": ["mazout"]}}, "keywords"),
    "a future date": ({"date_published": "2999-01-01"}, "date_published"),
    "a null list": ({"subject": None}, "subject"),
    "a resource of no kind": ({"resources": _resource(resource_type="gossip")}, "resources"),
}


def write(folder: Path, record: object) -> Path:
    path = folder / "record.json"
    path.write_text(json.dumps(record), "utf-8")
    return path


def test_a_right_record_passes(parvis: Parvis, tmp_path: Path) -> None:
    said = parvis("portal", "validate", "--json", write(tmp_path, released()))
    assert said.code == 0, said.out
    assert said.json["valid"] is True
    assert [error for error in said.json["errors"] if error["blocks"]] == []


def released() -> dict[str, Any]:
    """A record as a release publishes it, with its ids and its file."""
    return dict(
        complete(
            way.record(),
            dataset_id="4f0f5a3c-7a5e-4d58-9d0b-0c1d2e3f4a5b",
            resource_id="9a1b2c3d-4e5f-4a6b-8c7d-0e1f2a3b4c5d",
            file_name="report-9a1b2c3d.txt",
            format_=Format.TEXT,
            size=1200,
        )
    )


@pytest.mark.parametrize("what", WRONG)
def test_a_wrong_record_is_refused_by_field(parvis: Parvis, tmp_path: Path, what: str) -> None:
    changes, field = WRONG[what]
    path = write(tmp_path, {**released(), **changes})
    said = parvis("portal", "validate", path, "--json")
    assert said.code == 61
    assert said.json["valid"] is False
    blocking = [error for error in said.json["errors"] if error["blocks"]]
    fields = {error["field"].replace("[", ".").split(".")[0] for error in blocking}
    # A dataset without an id of its own would be found by its name: the two are checked against each other.
    assert fields == ({"name", "id"} if field == "name" else {field})
    english = parvis("portal", "validate", path, "--lang", "en").out
    french = parvis("portal", "validate", path, "--lang", "fr").out
    assert field in english
    assert field in french
    assert english != french


def test_what_is_no_record(parvis: Parvis, tmp_path: Path) -> None:
    path = tmp_path / "record.json"
    for content in ("", "{", "[]", '"title"'):
        path.write_text(content, "utf-8")
        assert parvis("portal", "validate", path, "--json").code == 2
    assert parvis("portal", "validate", write(tmp_path, {}), "--json").code == 61


def test_an_unknown_profile(parvis: Parvis, tmp_path: Path) -> None:
    said = parvis("portal", "validate", write(tmp_path, way.record()), "--profile", "../../secret", "--json")
    assert said.code == 2
