# SPDX-License-Identifier: MIT
"""Loading a release into a portal: order, traps, faults that pass and faults that do not, doing it again."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.errors import (
    Cancelled,
    PortalRefused,
    PortalUnreachable,
    RecordInvalid,
    ReleaseAltered,
    SignatureInvalid,
    TokenMissing,
    UnreadableFile,
    UsageError,
)
from reviewer.progress import Progress, Stage
from reviewer.publishing.loads import read_loads
from reviewer.publishing.portal import PushResult, PushStatus, push
from tests.publishing.facts import (
    DATASETS,
    OTHER_KEY,
    RESOURCES,
    TODAY,
    fingerprint,
    record,
    release,
    resource,
)
from tests.publishing.portal_server import TOKEN, Portal, serve

AT_ONCE = (0.0, 0.0)
SENTENCE = "A sentence that a person wrote in the portal."


@pytest.fixture
def portal() -> Iterator[Portal]:
    with serve() as running:
        yield running


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return release(tmp_path / "release")


def _push(folder: Path, portal: Portal, **options: object) -> tuple[PushResult, ...]:
    return push(folder, portal.url, TOKEN, today=TODAY, pauses=AT_ONCE, **options)  # type: ignore[arg-type]


def test_records_files_and_formats_arrive(folder: Path, portal: Portal) -> None:
    results = _push(folder, portal)
    assert results == tuple(
        PushResult(dataset, resource, PushStatus.CREATED)
        for dataset, resource in zip(DATASETS, RESOURCES, strict=True)
    )
    lines = [json.loads(line) for line in (folder / "datasets.jsonl").read_text("utf-8").splitlines()]
    for line in lines:
        there = portal.datasets[line["id"]]
        assert {key: there[key] for key in line if key != "resources"} == {
            key: value for key, value in line.items() if key != "resources"
        }
        assert there["resources"][0]["format"] == line["resources"][0]["format"]
        assert (
            portal.uploads[line["resources"][0]["id"]]
            == (folder / "data" / line["resources"][0]["url"]).read_bytes()
        )
    each = ["package_show", "package_create", "resource_patch", "resource_patch"]
    assert portal.calls == each * 2


def test_the_header_is_the_token_alone(folder: Path, portal: Portal) -> None:
    push(folder, portal.url, f"Bearer {TOKEN}\n", today=TODAY, pauses=())
    assert {each["Authorization"] for each in portal.headers} == {TOKEN}
    assert all(each["User-Agent"].startswith("Parvis/") for each in portal.headers)


def test_a_netrc_does_not_replace_the_token(
    folder: Path, portal: Portal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login somebody password invented\n", encoding="utf-8")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    _push(folder, portal)
    assert {each["Authorization"] for each in portal.headers} == {TOKEN}


def test_loading_again_updates_and_keeps_what_others_added(folder: Path, portal: Portal) -> None:
    _push(folder, portal)
    theirs = {"id": "e1", "url": "https://example.org/other.pdf", "name_translated": {"en": "x", "fr": "y"}}
    portal.datasets[DATASETS[0]]["resources"].append(theirs)
    portal.datasets[DATASETS[0]]["notes_translated"] = {"en": SENTENCE, "fr": SENTENCE}
    kept = portal.datasets[DATASETS[0]]["resources"][0]["url"]
    assert {result.status for result in _push(folder, portal)} == {PushStatus.UPDATED}
    there = portal.datasets[DATASETS[0]]
    assert there["resources"][1] == theirs
    assert [each["id"] for each in there["resources"]] == [RESOURCES[0], "e1"]
    assert there["resources"][0]["url"] == kept
    assert there["resources"][0]["format"] == "DOCX"
    assert "notes_translated" not in there


def test_a_dataset_without_our_resource_gets_it(folder: Path, portal: Portal) -> None:
    _push(folder, portal)
    portal.datasets[DATASETS[1]]["resources"] = []
    _push(folder, portal)
    assert [each["id"] for each in portal.datasets[DATASETS[1]]["resources"]] == [RESOURCES[1]]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
@pytest.mark.parametrize("action", ["package_show", "package_create", "resource_patch"])
def test_a_passing_fault_is_waited_for(folder: Path, portal: Portal, action: str, status: int) -> None:
    portal.faults[action] = [(status, b"<html>busy</html>"), (status, b"")]
    assert len(_push(folder, portal)) == 2
    assert portal.uploads.keys() == set(RESOURCES)


def test_a_fault_that_stays_is_told_with_the_dataset(folder: Path, portal: Portal) -> None:
    portal.faults["package_create"] = [(500, b"Internal Server Error")] * 3
    heard: list[PushResult] = []
    with pytest.raises(PortalRefused) as caught:
        _push(folder, portal, done=heard.append)
    assert (caught.value.facts["status"], caught.value.facts["dataset"]) == (500, DATASETS[0])
    assert portal.calls.count("package_create") == 3
    assert heard == []


@pytest.mark.parametrize("action", ["package_create", "resource_patch"])
def test_a_lost_answer_is_no_second_dataset(folder: Path, portal: Portal, action: str) -> None:
    portal.lose_answers_of = {action}
    results = _push(folder, portal)
    assert [result.status for result in results] == [PushStatus.UPDATED, PushStatus.CREATED]
    assert sorted(portal.datasets) == sorted(DATASETS)
    assert portal.uploads.keys() == set(RESOURCES)
    assert portal.calls.count("package_create") == 2


def test_work_is_taken_up_where_it_stopped(folder: Path, portal: Portal) -> None:
    heard: list[PushResult] = []
    first = {"success": True, "result": {"format": "DOCX"}}
    portal.faults["resource_patch"] = [
        (200, first),
        (200, first),
        (403, {"error": {"__type": "Authorization Error"}}),
    ]
    with pytest.raises(PortalRefused):
        _push(folder, portal, done=heard.append)
    assert [each.dataset for each in heard] == [DATASETS[0]]
    assert [each.status for each in _push(folder, portal)] == [PushStatus.UPDATED] * 2
    assert portal.uploads.keys() == set(RESOURCES)


def test_errors_by_field_are_told(folder: Path, portal: Portal) -> None:
    error = {
        "__type": "Validation Error",
        "message": "ignored",
        "subject": ["Missing value"],
        "resources": [{"language": ["unexpected\x1b[31m choice"]}],
    }
    portal.faults["package_create"] = [(409, {"success": False, "error": error})]
    with pytest.raises(PortalRefused) as caught:
        _push(folder, portal)
    assert caught.value.facts["status"] == 409
    assert caught.value.facts["fields"] == (
        "subject: Missing value",
        "resources[0].language: unexpected?[31m choice",
    )
    assert portal.calls == ["package_show", "package_create"]


@pytest.mark.parametrize(
    ("status", "answer"),
    [
        (302, b""),
        (400, b"Bad request"),
        (200, b"<html>please log in</html>"),
        (200, b"[1]"),
        (200, b'{"success": true}'),
        (404, b"no such page"),
    ],
)
def test_an_answer_that_is_none_of_ckan_is_a_refusal(
    folder: Path, portal: Portal, status: int, answer: bytes
) -> None:
    portal.faults["package_create"] = [(status, answer)]
    with pytest.raises(PortalRefused) as caught:
        _push(folder, portal)
    assert caught.value.facts["status"] == status
    assert portal.datasets == {}


def test_a_wrong_token_is_refused_once_and_stands_in_no_error(folder: Path, portal: Portal) -> None:
    with pytest.raises(PortalRefused) as caught:
        push(folder, portal.url, "another-invented-token", today=TODAY, pauses=AT_ONCE)
    assert caught.value.facts["status"] == 403
    assert portal.calls == ["package_show"]
    error: BaseException | None = caught.value
    while error is not None:
        assert "another-invented-token" not in f"{error!r} {error}"
        error = error.__cause__


def test_a_deleted_dataset_is_not_brought_back(folder: Path, portal: Portal) -> None:
    _push(folder, portal)
    portal.datasets[DATASETS[0]]["state"] = "deleted"
    with pytest.raises(PortalRefused) as caught:
        _push(folder, portal)
    assert caught.value.facts["status"] == 410


def test_a_dataset_of_another_type_is_left_alone(folder: Path, portal: Portal) -> None:
    _push(folder, portal)
    portal.datasets[DATASETS[0]]["type"] = "info"
    with pytest.raises(PortalRefused) as caught:
        _push(folder, portal)
    assert caught.value.facts["fields"] == ("type",)


def test_a_format_that_the_portal_will_not_keep_is_said(folder: Path, portal: Portal) -> None:
    portal.keeps_format = False
    assert [result.format_kept for result in _push(folder, portal)] == [False, False]


def test_nobody_listens(folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(PortalUnreachable) as caught:
        push(folder, f"http://127.0.0.1:{port}", TOKEN, today=TODAY, pauses=AT_ONCE)
    assert caught.value.facts["dataset"] == DATASETS[0]


@pytest.mark.parametrize("token", [None, "", "  \n"])
def test_no_token(folder: Path, portal: Portal, token: str | None) -> None:
    with pytest.raises(TokenMissing):
        push(folder, portal.url, token, today=TODAY)


@pytest.mark.parametrize("token", ["two words", "line\nline", "jeton-é", "Bearer "])
def test_a_token_that_is_none(folder: Path, portal: Portal, token: str) -> None:
    with pytest.raises(UsageError):
        push(folder, portal.url, token, today=TODAY)
    assert portal.calls == []


@pytest.mark.parametrize(
    "url",
    [
        "http://portal.example",
        "ftp://127.0.0.1/",
        "https://",
        "https://user:word@portal.example",
        "https://portal.example/?token=x",
        "https://portal.example:port",
        "https://[::1",
        "https://portal.example/a b",
        "//127.0.0.1",
        "http://127.0.0.1.portal.example",
        "",
    ],
)
def test_an_address_that_no_token_goes_to(folder: Path, url: str) -> None:
    with pytest.raises(UsageError):
        push(folder, url, TOKEN, today=TODAY)


def test_an_altered_folder_is_not_loaded(folder: Path, portal: Portal) -> None:
    (folder / "data" / "more.txt").write_text("added", encoding="utf-8")
    with pytest.raises(ReleaseAltered):
        _push(folder, portal)
    assert portal.calls == []


def test_a_folder_that_somebody_else_signed_is_not_loaded(folder: Path, portal: Portal) -> None:
    with pytest.raises(SignatureInvalid):
        _push(folder, portal, signer=fingerprint(OTHER_KEY))
    assert portal.calls == []
    assert len(_push(folder, portal, signer=fingerprint())) == 2


def test_nothing_is_sent_while_one_record_is_wrong(tmp_path: Path, portal: Portal) -> None:
    folder = release(tmp_path / "release")
    with pytest.raises(RecordInvalid) as caught:
        push(folder, portal.url, TOKEN, today=TODAY.replace(year=2025))
    assert caught.value.facts["fields"] == (
        "datasets.jsonl[0] date_published: not_future",
        "datasets.jsonl[1] date_published: not_future",
    )
    assert portal.calls == []


def test_cancelled_between_two_datasets(folder: Path, portal: Portal) -> None:
    def stop(progress: Progress) -> None:
        assert progress.stage is Stage.UPLOADING
        if progress.done == 1:
            raise Cancelled

    with pytest.raises(Cancelled):
        _push(folder, portal, report=stop)
    assert list(portal.datasets) == [DATASETS[0]]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("datasets.jsonl", '"id": "' + DATASETS[0], '"id": "minutes-of-the-committee'),
        ("datasets.jsonl", DATASETS[1], DATASETS[0]),
        ("datasets.jsonl", "{", "["),
        ("uploads.jsonl", "data/minutes-9e1b7f52.docx", "data/../release.sig"),
        ("uploads.jsonl", "data/minutes-9e1b7f52.docx", "/etc/hostname"),
        ("uploads.jsonl", "data/minutes-9e1b7f52.docx", "data/other.docx"),
        ("uploads.jsonl", "resource_patch", "resource_delete"),
        ("uploads.jsonl", '"files"', '"other"'),
        ("uploads.jsonl", RESOURCES[0], RESOURCES[1]),
    ],
)
def test_lists_that_do_not_fit_are_refused(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    changed = path.read_text("utf-8").replace(old, new)
    assert changed != path.read_text("utf-8")
    path.write_text(changed, encoding="utf-8")
    with pytest.raises(RecordInvalid):
        read_loads(folder, today=TODAY)


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("datasets.jsonl", json.dumps(record(id=None)), "id: required"),
        ("datasets.jsonl", json.dumps(record(resources=[resource(), resource()])), "resources: one_file"),
        ("datasets.jsonl", json.dumps(record(resources=[resource(id=None)])), "resources[0].id: required"),
        (
            "datasets.jsonl",
            json.dumps(record(resources=[resource(format=None)])),
            "resources[0].id: required",
        ),
        ("datasets.jsonl", json.dumps(record(resources=[resource(id="9E1B")])), "resources[0].id: required"),
        ("datasets.jsonl", '"x"', ": object"),
        ("uploads.jsonl", '["x"]', "file"),
        ("uploads.jsonl", '{"action": 1, "data": {"id": 1}, "files": {"upload": 1}}', "file"),
    ],
)
def test_a_line_that_names_no_dataset(tmp_path: Path, name: str, content: str, fault: str) -> None:
    folder = release(tmp_path / "release", count=1)
    (folder / name).write_text(content + "\n", encoding="utf-8")
    with pytest.raises(RecordInvalid) as caught:
        read_loads(folder, today=TODAY)
    assert fault in str(caught.value.facts["fields"])


def test_lists_that_are_not_there(folder: Path) -> None:
    (folder / "uploads.jsonl").unlink()
    with pytest.raises(UnreadableFile):
        read_loads(folder, today=TODAY)


def test_a_file_that_goes_away_meanwhile(folder: Path, portal: Portal) -> None:
    def take_away(_progress: Progress) -> None:
        (folder / "data" / "minutes-9e1b7f52.docx").unlink()

    with pytest.raises(UnreadableFile):
        _push(folder, portal, report=take_away)


@pytest.mark.parametrize("answer", [[], "x", None])
def test_a_dataset_that_is_no_object(folder: Path, portal: Portal, answer: object) -> None:
    portal.faults["package_show"] = [(200, {"success": True, "result": answer})]
    with pytest.raises(PortalRefused):
        _push(folder, portal)
    assert portal.datasets == {}


@pytest.mark.parametrize("resources", [None, "x", ["x"], [{}]])
def test_resources_of_another_form_are_not_carried(folder: Path, portal: Portal, resources: object) -> None:
    _push(folder, portal)
    portal.datasets[DATASETS[0]]["resources"] = resources
    portal.faults["package_show"] = [
        (200, {"success": True, "result": portal.datasets[DATASETS[0]]}),
    ]
    _push(folder, portal)
    assert RESOURCES[0] in {each.get("id") for each in portal.datasets[DATASETS[0]]["resources"]}


def test_stock_tools_load_the_folder(folder: Path, portal: Portal) -> None:
    """The two commands that docs/release-folder.md gives to a portal team."""
    tool = Path(sys.executable).with_name("ckanapi")
    remote = ["-r", portal.url, "-a", TOKEN, "-p", "1", "-q"]
    for command in (
        ["load", "datasets", "-I", "datasets.jsonl"],
        ["batch", "-I", "uploads.jsonl", "--local-files"],
    ):
        path = {"PATH": str(tool.parent)}  # its workers are found by name
        subprocess.run([tool, *command, *remote], cwd=folder, check=True, env=path, timeout=60)
    assert sorted(portal.datasets) == sorted(DATASETS)
    for name, its_id in zip(("minutes-9e1b7f52.docx", "minutes-c4a9d6e8.pdf"), RESOURCES, strict=True):
        assert portal.uploads[its_id] == (folder / "data" / name).read_bytes()
