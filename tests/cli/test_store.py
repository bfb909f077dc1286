# SPDX-License-Identifier: MIT
"""What a command says when the store, its key or its journal is not as it should be; nothing is lost by saying it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from reviewer.store.connection import open_store
from reviewer.store.secrets import KEY_FILE_VARIABLE, database_key
from reviewer.workflow.session import STORE_NAME
from tests.cli.run import Parvis

ROOT = Path(__file__).resolve().parents[2]


def test_no_keyring_and_no_key_file(home: Path) -> None:
    surroundings = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    del surroundings[KEY_FILE_VARIABLE]
    done = subprocess.run(
        [sys.executable, "-m", "reviewer.cli", "--lang", "fr", "journal", "--json"],
        cwd=ROOT,
        env=surroundings,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 43
    assert b'"error": "KeyMissing"' in done.stdout
    assert "trousseau" in done.stderr.decode()
    assert not home.exists(), "without a key no store is begun"


@pytest.mark.parametrize(("mode", "content"), [(0o644, "ab" * 32), (0o600, "ab" * 31), (0o600, "")])
def test_a_key_file_that_is_not_safe(parvis: Parvis, mode: int, content: str) -> None:
    key = Path(os.environ[KEY_FILE_VARIABLE])
    key.write_text(content, "ascii")
    key.chmod(mode)
    said = parvis("journal", "--json")
    assert (said.code, said.json["error"]) == (48, "KeyFileUnsafe")
    assert "600" in said.err


def test_another_key(parvis: Parvis, home: Path) -> None:
    assert parvis("journal").code == 0
    before = (home / STORE_NAME).read_bytes()
    Path(os.environ[KEY_FILE_VARIABLE]).write_text("cd" * 32, "ascii")
    said = parvis("review", "list", "--json")
    assert (said.code, said.json["error"]) == (42, "WrongKey")
    assert (home / STORE_NAME).read_bytes() == before


def test_a_store_that_is_none(parvis: Parvis, home: Path) -> None:
    home.mkdir()
    for content in (b"SQLite format 3\0" + bytes(5000), b"short"):
        (home / STORE_NAME).write_bytes(content)
        said = parvis("review", "list", "--json")
        assert (said.code, said.json["error"]) == (45, "StoreDamaged")
        assert (home / STORE_NAME).read_bytes() == content


def test_a_home_that_cannot_be(parvis: Parvis, home: Path) -> None:
    home.write_text("a file, not a folder", "ascii")
    assert parvis("review", "list", "--json").code == 52


def test_another_process_writes(parvis: Parvis, home: Path) -> None:
    assert parvis("journal").code == 0
    # A process of its own, as another window would be.
    program = (
        "import sys; from pathlib import Path; from reviewer.store.connection import open_store;"
        "from reviewer.store.secrets import database_key;"
        "store = open_store(Path(sys.argv[1]), database_key());"
        "held = store.transaction(); held.__enter__(); print('held', flush=True); sys.stdin.read()"
    )
    surroundings = {**os.environ, "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    with subprocess.Popen(
        [sys.executable, "-c", program, str(home / STORE_NAME)],
        cwd=ROOT,
        env=surroundings,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        read, write = os.pipe()
        os.write(write, b"token of the portal\n")
        os.close(write)
        said = parvis("--json", "portal", "token", "--fd", read)
        os.close(read)
        assert (said.code, said.json["error"]) == (41, "StoreLocked")
        assert parvis("review", "list", "--json").json == [], "who only reads is not kept waiting"
        other.kill()


def test_a_journal_that_was_changed(parvis: Parvis, home: Path) -> None:
    from tests.workflow.way import PHRASES

    read, write = os.pipe()
    os.write(write, PHRASES["author"].encode() + b"\n")
    os.close(write)
    assert (
        parvis("person", "add", "Avery Lindqvist-Roy", "--role", "author", "--passphrase-fd", read).code == 0
    )
    os.close(read)
    said = parvis("journal", "--verify", "--json")
    assert said.code == 0
    assert [entry["action"] for entry in said.json["entries"]] == ["person_added"]
    assert said.json["verified"] is True
    with open_store(home / STORE_NAME, database_key()) as store:
        store.run("DROP TRIGGER journal_no_update")
        store.run("UPDATE journal SET time = '2020-01-01T00:00:00.000000+00:00'")
    said = parvis("journal", "--verify", "--json")
    assert (said.code, said.json["error"], said.json["facts"]["entry"]) == (44, "JournalAltered", 1)
