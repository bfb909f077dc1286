# SPDX-License-Identifier: MIT
"""From a draft to a verified release by commands alone, the signatures in processes of their own."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tests.cli.run import Parvis
from tests.workflow import way

ROOT = Path(__file__).resolve().parents[2]
PEOPLE = {"author": "Avery Lindqvist-Roy", "officer": "Odile Marchetti", "imso": "Imani Okafor-Lund"}


def outside(*arguments: object, phrase: str) -> tuple[int, Any, str]:
    """A command in a process of its own, its passphrase on a descriptor."""
    read, write = os.pipe()
    os.write(write, phrase.encode() + b"\n")
    os.close(write)
    surroundings = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    done = subprocess.run(
        [
            *(sys.executable, "-m", "reviewer.cli", *map(str, arguments)),
            *("--passphrase-fd", str(read), "--json"),
        ],
        cwd=ROOT,
        env=surroundings,
        pass_fds=(read,),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    os.close(read)
    return done.returncode, json.loads(done.stdout), done.stderr.decode()


def write(folder: Path, name: str, content: Mapping[str, object]) -> Path:
    path = folder / name
    path.write_text(json.dumps(content), "utf-8")
    return path


def test_from_a_draft_to_a_release(parvis: Parvis, tmp_path: Path) -> None:
    for role, name in PEOPLE.items():
        code, added, _ = outside("person", "add", name, "--role", role, phrase=way.PHRASES[role])
        assert (code, added["role"], len(added["fingerprint"])) == (0, role, 64)
    code, refused, _ = outside("person", "add", "AVERY  Lindqvist-Roy", "--role", "officer", phrase="x" * 20)
    assert (code, refused["error"]) == (2, "PersonExists")
    code, refused, _ = outside("person", "add", "Somebody Else", "--role", "officer", phrase="short")
    assert (code, refused["error"]) == (2, "WeakPassphrase")
    listed = parvis("person", "list", "--json").json
    assert [(each["name"], each["role"]) for each in listed] == [
        (name, role) for role, name in PEOPLE.items()
    ]
    author, officer, imso = PEOPLE.values()

    path = way.write(tmp_path)
    assert parvis("review", "add", path, "--by", imso, "--fast", "--json").code == 24
    marked = tmp_path / "marked.txt"
    marked.write_text("SECRET\n\nThe convoy leaves.\n", "ascii")
    said = parvis("review", "add", path, marked, "--by", author, "--fast", "--json")
    assert said.code == 18
    assert [row.get("error") for row in said.json] == [None, "MarkedTooHigh"]
    review = said.json[0]["id"]
    [row] = parvis("review", "list", "--json").json
    assert (row["id"], row["state"]) == (review, "open")
    assert row["undecided"] == row["findings"] == said.json[0]["findings"]

    said = parvis("review", "prepare", review[:6], "--by", author, "--json")
    assert (said.code, said.json["error"]) == (20, "NotReady")
    shown = parvis("review", "show", review, "--json").json
    kinds = {blocker["kind"] for blocker in shown["blockers"]}
    assert kinds == {"undecided", "unseen_story"}
    assert not any(secret in json.dumps(shown) for secret in way.SECRETS)

    decide = ("review", "decide", review, "--by", author, "--json", "--decisions")
    withheld: list[dict[str, Any]] = [{"term": way.NAME}, {"term": way.PHONE, "ground": "19(1)"}]
    wrong = {"withhold": [*withheld, {"story": "body", "start": 0, "end": 99_999}]}
    assert parvis(*decide, write(tmp_path, "wrong.json", wrong)).code == 2
    assert parvis("review", "show", review, "--json").json["decisions"] == [], (
        "a file counts whole or not at all"
    )
    said = parvis(*decide, write(tmp_path, "first.json", {"withhold": withheld}))
    assert (said.code, said.json) == (0, {"decisions": 2, "answers": 0, "unmatched_terms": 0})
    assert parvis("review", "undo", review, "--by", author, "--json").json == {"undone": 2}
    assert parvis("review", "undo", review, "--by", author, "--json").code == 27
    withheld.append({"term": way.SIN})
    assert parvis(*decide, write(tmp_path, "all.json", {"withhold": withheld})).code == 0
    assert parvis("review", "seen", review, "--by", author, "--json").code == 2
    assert parvis("review", "seen", review, "--by", author, "--page", 1, "--json").code == 2
    assert parvis("review", "seen", review, "--by", author, "--story", "body", "--json").json == {"seen": 1}
    assert parvis("review", "seen", review, "--by", author, "--all", "--json").json == {"seen": 0}

    for row in parvis("review", "show", review, "--json").json["blockers"]:
        place = {key: row[key] for key in ("story", "start", "end")}
        rest = {"disclose": [{**place, "reason": "not_sensitive"}]}
        assert parvis(*decide, write(tmp_path, "rest.json", rest)).code == 0
    record = write(tmp_path, "record.json", {**way.record(), "title_translated": {"en": "One"}})
    assert parvis("review", "record", review, "--file", record, "--by", author, "--json").code == 61
    record = write(tmp_path, "record.json", way.record())
    assert parvis("review", "record", review, "--file", record, "--by", author, "--json").code == 0

    path.write_bytes(way.text_bytes() + b"More.\n")
    said = parvis("review", "prepare", review, "--by", author, "--json")
    assert (said.code, said.json["error"]) == (19, "SourceChanged")
    path.write_bytes(way.text_bytes())
    prepared = parvis("review", "prepare", review, "--by", author, "--json")
    assert prepared.code == 0, prepared.err

    checklist = write(tmp_path, "checklist.json", {**way.confirmed(), "warnings": prepared.json["warnings"]})
    half = write(tmp_path, "half.json", {"privacy": "yes", "warnings": prepared.json["warnings"]})
    sign = ("sign", review, "--checklist")
    phrase = way.PHRASES["officer"]
    assert outside(*sign, half, "--by", officer, phrase=phrase)[0] == 26
    assert outside(*sign, checklist, "--by", author, phrase=way.PHRASES["author"])[0] == 24
    assert outside(*sign, checklist, "--by", officer, phrase="eight herons by the wier")[0] == 46
    code, signed, said_aloud = outside(*sign, checklist, "--by", officer, phrase=phrase)
    assert (code, len(signed["seal"])) == (0, 64)
    assert "3" in said_aloud
    assert phrase not in said_aloud

    out = tmp_path / "release"
    said = parvis("release", review, "--out", out, "--json")
    assert (said.code, said.json["error"]) == (28, "NotApproved")
    day = dt.datetime.now(dt.UTC).date().isoformat()
    approve = (
        "review",
        "approve",
        review,
        "--by",
        imso,
        "--name",
        imso,
        "--reference",
        "IM-7",
        "--json",
        "--date",
    )
    assert parvis(*approve, "yesterday").code == 2
    assert parvis(*approve, "2999-01-01").code == 22
    assert parvis(*approve, day).code == 0
    made = parvis("release", review, "--out", out, "--by", officer, "--json")
    assert made.code == 0, made.err
    assert made.json["folder"] == str(out)
    assert made.json["internal"] == str(tmp_path / "release-internal")

    signer = made.json["signer"]
    assert parvis("verify", out, "--json").json == {
        "verified": True,
        "signer": signer,
        "origin_proved": False,
    }
    assert parvis("verify", out, "--signer", signer, "--json").json["origin_proved"] is True
    assert parvis("verify", out, "--signer", "0" * 64, "--json").json["error"] == "SignatureInvalid"
    assert parvis("verify", tmp_path / "nowhere", "--json").code == 10
    assert parvis("release", review, "--out", tmp_path / "again", "--json").code == 25
    said = parvis("review", "refuse", review, "--by", author, "--because", "too late", "--json")
    assert said.code == 25
    said = parvis("review", "recall", review, "--by", officer, "--because", "a name came to light", "--json")
    assert said.json["state"] == "recalled"
    said = parvis("portal", "push", out, "--url", "http://127.0.0.1:9", "--by", officer, "--json")
    assert (said.code, said.json["error"]) == (64, "TokenMissing")

    journal = parvis("journal", "--verify", "--json")
    assert journal.code == 0
    done = [entry["action"] for entry in journal.json["entries"]]
    assert [
        action for action in done if action in {"prepared", "signed", "imso_approved", "released", "recalled"}
    ] == [*("prepared", "signed", "imso_approved", "released", "recalled")]
    for words in (*way.SECRETS, "a name came to light", "convoy"):
        assert words not in journal.out
    published = b"".join(each.read_bytes() for each in out.rglob("*") if each.is_file())
    for words in way.SECRETS:
        assert words.encode() not in published
