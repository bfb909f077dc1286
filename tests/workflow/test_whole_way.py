# SPDX-License-Identifier: MIT
"""The seven steps without Qt, on small real documents of each format."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from pathlib import Path

import pdfplumber
import pytest

from reviewer.model.journal import Action
from reviewer.store import candidates, people
from reviewer.store.connection import open_memory
from reviewer.workflow import publish, verify
from reviewer.workflow.listing import check_journal, entries
from reviewer.workflow.session import Session
from tests.workflow import way
from tests.workflow.way import Desk


def words_in(data: bytes) -> str:
    """What a stranger's reader finds in a copy, without blanks."""
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            text = "\n".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
    elif data.startswith(b"%PDF"):
        with pdfplumber.open(io.BytesIO(data)) as pdf:
            text = "\n".join(page.extract_text() for page in pdf.pages)
    else:
        text = data.decode("utf-8")
    return "".join(text.split())


def assert_released(desk: Desk, review_id: str, out: Path) -> None:
    candidate = candidates.get(desk.session.store, review_id)
    assert candidate is not None
    made = publish.release(desk.session, [review_id], out, desk.officer)
    assert made.folder == out
    [copy] = (out / "data").iterdir()
    assert copy.read_bytes() == candidate.data, "those bytes, never built again"
    assert hashlib.sha256(candidate.data).hexdigest() == candidate.sha256
    checked = publish.verify_release(out, signer=publish.release_fingerprint(desk.session))
    assert checked.fingerprint == made.fingerprint
    assert desk.state(review_id) == "released"
    assert made.internal == out.with_name("release-internal")
    sheet = json.loads((made.internal / "sign-off.json").read_bytes())
    assert sheet["release"] == made.release
    assert sheet["documents"][0]["candidate"]["sha256"] == candidate.sha256
    check_journal(desk.session)
    written = words_in(candidate.data)
    for secret in way.SECRETS:
        assert "".join(secret.split()) not in written
    assert "".join(way.LINES[3].split()) in written, "what nobody withheld is there"
    # Nothing in the published folder tells the source's digest; the internal file does.
    source = desk.session.case(review_id).document.sha256
    published = b"".join(path.read_bytes() for path in out.rglob("*") if path.is_file())
    assert source.encode() not in published
    assert sheet["documents"][0]["source"]["sha256"] == source


@pytest.mark.parametrize("name", ["visit.docx", "visit.pdf", "visit.md"])
def test_a_document_goes_all_the_way(desk: Desk, name: str) -> None:
    review_id = way.decided(desk, way.write(desk.folder, name))
    assert desk.state(review_id) == "open"
    candidate = verify.prepare(desk.session, review_id, desk.author)
    assert desk.state(review_id) == "prepared"
    way.sign(desk, review_id)
    assert desk.state(review_id) == "signed"
    way.approve(desk, review_id)
    assert_released(desk, review_id, desk.folder / "release")
    assert candidates.get(desk.session.store, review_id) == candidate
    done = [action for action in desk.actions(review_id) if action != Action.SEEN]
    assert done[:3] == ["review_opened", "findings_recorded", "decided"]
    assert done[-4:] == ["prepared", "signed", "imso_approved", "released"]


def test_a_text_goes_all_the_way_in_memory(stages: dict[str, Path], desk: Desk) -> None:
    with open_memory() as store:
        session = Session(store, lambda: way.NOW, fast=True)
        for who in (desk.author, desk.officer, desk.imso):
            wrapped = people.wrapped_key(desk.session.store, who.id)
            details = {"role": who.role.value, "fingerprint": who.fingerprint}
            people.add(store, who, wrapped, session.entry(Action.PERSON_ADDED, who, None, details))
        here = Desk(session, desk.author, desk.officer, desk.imso, desk.folder)
        assert_released(here, way.signed(here, way.write(desk.folder)), desk.folder / "release")


def test_two_documents_make_one_release(desk: Desk) -> None:
    ids = [way.signed(desk, way.write(desk.folder, name)) for name in ("visit.txt", "visit.docx")]
    # A prefix and a repetition name the same review: it is released once.
    made = publish.release(desk.session, [*ids, ids[0][:8]], desk.folder / "both")
    assert made.reviews == tuple(ids)
    rows = [json.loads(line) for line in (made.folder / "datasets.jsonl").read_bytes().splitlines()]
    assert len({row["id"] for row in rows}) == 2
    assert {path.suffix for path in (made.folder / "data").iterdir()} == {".txt", ".docx"}
    releases = {entry.details["release"] for entry in entries(desk.session) if entry.action == "released"}
    assert releases == {made.release}


def test_the_original_is_never_touched(desk: Desk) -> None:
    path = way.write(desk.folder)
    before = path.read_bytes(), path.stat().st_mtime_ns
    way.signed(desk, path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
