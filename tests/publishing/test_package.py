# SPDX-License-Identifier: MIT
"""The release folder: what stands in it, what stock tools say of it, what never stands in it."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import json
import os
import re
import threading
from pathlib import Path
from typing import Any

import bagit
import pytest
from ckanapi.cli.load import load_things_worker

from reviewer.errors import Cancelled, RecordInvalid, TargetExists
from reviewer.model.document import Format
from reviewer.progress import Progress, Stage
from reviewer.publishing.package import write_release
from reviewer.publishing.record import validate
from reviewer.publishing.signature import NAME, verify_release
from tests.publishing import facts
from tests.publishing.facts import DATASETS, MADE, RESOURCES, TODAY, item, release, signer


def _lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_bytes().splitlines()]


def test_the_library_of_congress_finds_a_valid_bag(tmp_path: Path) -> None:
    bag = bagit.Bag(str(release(tmp_path / "release")))
    assert bag.validate()
    assert bag.algorithms == ["sha256"]
    assert sorted(bag.payload_files()) == ["data/minutes-9e1b7f52.docx", "data/minutes-c4a9d6e8.pdf"]
    assert bag.info == {
        "Bag-Software-Agent": bag.info["Bag-Software-Agent"],
        "Bagging-Date": "2026-11-21",
        "Payload-Oxum": "30.2",
    }
    assert re.fullmatch(r"Parvis \d+\.\d+\.\d+", bag.info["Bag-Software-Agent"])
    assert {"datasets.jsonl", "uploads.jsonl", "notices/minutes-9e1b7f52.html"} <= set(bag.tagfile_entries())


@pytest.mark.parametrize(
    "name", ["data/minutes-9e1b7f52.docx", "datasets.jsonl", "notes/minutes-9e1b7f52.txt"]
)
def test_the_bag_notices_changes_by_itself(tmp_path: Path, name: str) -> None:
    folder = release(tmp_path / "release")
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    with pytest.raises(bagit.BagValidationError):
        bagit.Bag(str(folder)).validate()


def test_the_copies_are_the_signed_bytes(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    assert (folder / "data" / "minutes-9e1b7f52.docx").read_bytes() == b"cleaned bytes"
    assert (folder / "data" / "minutes-c4a9d6e8.pdf").read_bytes() == b"%PDF-1.7 invented"


def test_the_records_go_out_complete_and_right(tmp_path: Path) -> None:
    records = _lines(release(tmp_path / "release") / "datasets.jsonl")
    assert [record["id"] for record in records] == [record["name"] for record in records] == list(DATASETS)
    assert [record["resources"][0]["id"] for record in records] == list(RESOURCES)
    assert [record["resources"][0]["format"] for record in records] == ["DOCX", "PDF"]
    assert [record["resources"][0]["size"] for record in records] == [13, 17]
    assert [validate(record, today=TODAY) for record in records] == [(), ()]


def test_every_upload_names_a_file_that_is_there(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    uploads = _lines(folder / "uploads.jsonl")
    assert [line["action"] for line in uploads] == ["resource_patch"] * 2
    assert [line["data"]["id"] for line in uploads] == list(RESOURCES)
    names = [line["files"]["upload"] for line in uploads]
    assert all((folder / name).is_file() for name in names)
    urls = [record["resources"][0]["url"] for record in _lines(folder / "datasets.jsonl")]
    assert names == [f"data/{url}" for url in urls]


def test_ckanapi_reads_the_records_with_its_own_loader(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    sent: list[tuple[str, dict[str, Any]]] = []

    class Nothing:
        """Takes what the loader would send."""

        def call_action(self, action: str, data: dict[str, Any], **_: object) -> dict[str, Any]:
            sent.append((action, data))
            return data

    arguments = dict.fromkeys(("--create-only", "--upload-resources", "--insecure", "--update-only"), False)
    arguments["--create-only"] = True
    answers = tmp_path / "answers"
    with (folder / "datasets.jsonl").open("rb") as lines, answers.open("wb") as stdout:
        load_things_worker(Nothing(), "datasets", arguments, stdin=lines, stdout=stdout)
    assert [action for action, _ in sent] == ["package_create"] * 2
    assert [json.loads(line)[2] for line in answers.read_bytes().splitlines()] == [None, None]
    assert [data for _, data in sent] == _lines(folder / "datasets.jsonl")


def test_papers_say_what_was_given(tmp_path: Path) -> None:
    folder = release(tmp_path / "release", count=1)
    given = item()
    assert (folder / "notices" / f"{given.stem}.html").read_text("utf-8") == given.notice_html
    assert (folder / "notices" / f"{given.stem}.json").read_text("utf-8") == given.notice_json
    assert (folder / "notes" / f"{given.stem}.txt").read_text("utf-8") == given.note_text


def test_the_same_release_is_the_same_bytes(tmp_path: Path) -> None:
    one, two = release(tmp_path / "one"), release(tmp_path / "two")
    assert facts.files(one) == facts.files(two)
    for name in facts.files(one):
        assert (one / name).read_bytes() == (two / name).read_bytes()


def test_nothing_of_the_machine_stands_in_it(tmp_path: Path) -> None:
    folder = release(tmp_path / "a-telling-name")
    together = b"\n".join((folder / name).read_bytes() for name in facts.files(folder))
    for word in (str(tmp_path), "a-telling-name", os.uname().nodename, os.environ.get("USER") or "root@"):
        assert word.encode() not in together


def test_nobody_else_can_write_in_it(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    assert [path for path in (folder, *folder.rglob("*")) if path.stat().st_mode & 0o002] == []


def test_the_working_folder_of_the_process_stays(tmp_path: Path) -> None:
    """A window has other threads: a release must not move them to another folder."""
    here, seen, stop = Path.cwd(), set(), threading.Event()

    def look() -> None:
        while not stop.is_set():
            seen.add(Path.cwd())

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        for number in range(5):
            release(tmp_path / f"release-{number}")
    finally:
        stop.set()
        watcher.join()
    assert seen == {here}


@pytest.mark.parametrize(
    ("kind", "format_", "name"),
    [
        ("minutes", Format.DOCX, "minutes-9e1b7f52.docx"),
        ("report", Format.PDF, "report-9e1b7f52.pdf"),
        ("report", Format.TEXT, "report-9e1b7f52.txt"),
        ("project_plan", Format.MARKDOWN, "project_plan-9e1b7f52.md"),
        ("../../etc", Format.TEXT, "document-9e1b7f52.txt"),
        ("Camille Exemple", Format.TEXT, "document-9e1b7f52.txt"),
        (None, Format.TEXT, "document-9e1b7f52.txt"),
        (["minutes"], Format.TEXT, "document-9e1b7f52.txt"),
    ],
)
def test_file_names_say_kind_and_random_id_only(kind: object, format_: Format, name: str) -> None:
    record = {**item().record, "resources": [{"resource_type": kind}]}
    assert dataclasses.replace(item(), record=record, format=format_).file_name == name


@pytest.mark.parametrize("resources", [None, [], "x", [1]])
def test_a_record_without_resources_still_has_a_file_name(resources: object) -> None:
    given = dataclasses.replace(item(), record={**item().record, "resources": resources})
    assert given.file_name == "document-9e1b7f52.docx"


def test_a_record_of_two_files_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    given = item()
    double = dataclasses.replace(
        given, record={**given.record, "resources": [facts.resource(), facts.resource()]}
    )
    with pytest.raises(RecordInvalid) as caught:
        write_release([double], tmp_path / "release", sign=signer(), made=MADE)
    assert caught.value.facts["fields"] == ("resources[1]: one_file",)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    before = (folder / NAME).read_bytes()
    with pytest.raises(TargetExists):
        release(tmp_path / "release", key=facts.OTHER_KEY)
    assert (folder / NAME).read_bytes() == before


def test_stopped_in_the_middle_nothing_is_there(tmp_path: Path) -> None:
    heard: list[Progress] = []

    def stop(progress: Progress) -> None:
        heard.append(progress)
        if progress.done == 1:
            raise Cancelled

    items = [item(0), item(1)]
    with pytest.raises(Cancelled):
        write_release(items, tmp_path / "release", sign=signer(), made=MADE, report=stop)
    assert heard == [Progress(Stage.PUBLISHING, 0, 2), Progress(Stage.PUBLISHING, 1, 2)]
    assert list(tmp_path.iterdir()) == []


def test_a_key_that_fails_leaves_nothing(tmp_path: Path) -> None:
    def refuse(_message: bytes) -> tuple[bytes, bytes]:
        raise LookupError

    with pytest.raises(LookupError):
        write_release([item()], tmp_path / "release", sign=refuse, made=MADE)
    assert list(tmp_path.iterdir()) == []


def test_the_time_keeps_its_zone(tmp_path: Path) -> None:
    east = dt.timezone(dt.timedelta(hours=-5))
    folder = write_release([item()], tmp_path / "release", sign=signer(), made=MADE.astimezone(east))
    assert verify_release(folder).made == "2026-11-21T10:30:00-05:00"


def test_what_is_signed_is_name_size_and_digest_of_all(tmp_path: Path) -> None:
    folder = release(tmp_path / "release")
    rows = json.loads((folder / NAME).read_bytes())["files"]
    expected = []
    for name in facts.files(folder):
        if name != NAME:
            data = (folder / name).read_bytes()
            expected.append({"name": name, "size": len(data), "sha256": hashlib.sha256(data).hexdigest()})
    assert rows == expected
