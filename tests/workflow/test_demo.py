# SPDX-License-Identifier: MIT
"""The demonstration, in a process with private folders: what was withheld is in no file it wrote, in no form."""

from __future__ import annotations

import base64
import io
import json
import os
import shutil
import subprocess
import sys
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

import keyring
import pdfplumber
import pikepdf
import pypdfium2
import pytest
from keyring.backend import KeyringBackend

from reviewer import paths
from reviewer.cli import main
from reviewer.errors import ReleaseAltered, SignatureInvalid
from reviewer.store.secrets import database_key
from reviewer.workflow import demo as demonstration
from reviewer.workflow import publish

MANIFEST = json.loads(paths.resource("samples", "manifest.json").read_text("utf-8"))
ROOT = Path(__file__).resolve().parents[2]


class Demo:
    """What the demonstration said and wrote."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.out = root / "out"
        for name in ("temporary", "home", "parvis"):
            (root / name).mkdir()
        chosen = {
            "TMPDIR": str(root / "temporary"),
            "HOME": str(root / "home"),
            "PARVIS_HOME": str(root / "parvis"),
            "XDG_DATA_HOME": str(root / "home"),
            "XDG_CACHE_HOME": str(root / "home"),
        }
        self.done = subprocess.run(
            [sys.executable, "-m", "reviewer.cli", "--lang", "en", "demo", "--out", str(self.out)],
            cwd=ROOT,
            env={**os.environ, **chosen},
            capture_output=True,
            check=False,
        )

    def files(self) -> list[Path]:
        return [path for path in sorted(self.root.rglob("*")) if path.is_file()]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Demo:
    return Demo(tmp_path_factory.mktemp("demo"))


@pytest.fixture
def copy(demo: Demo, tmp_path: Path) -> Path:
    """The release folder, to be spoilt."""
    return Path(shutil.copytree(demo.out / "release", tmp_path / "release"))


def folded(text: str) -> str:
    """Letters and digits only, without accents: line ends and typography hide nothing."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    return "".join(sign for sign in plain if sign.isalnum())


def forms(data: bytes) -> Iterator[str]:
    """Every way in which these bytes may hold words."""
    yield data.decode("utf-8", "replace")
    yield data.decode("cp1252", "replace")
    for start in (0, 1):
        yield data[start:].decode("utf-16-le", "replace")
        yield data[start:].decode("utf-16-be", "replace")
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            for name in archive.namelist():
                yield name
                part = archive.read(name)
                yield from forms(part)
                # A word may be cut by markup: a run ends in the middle of it.
                text = part.decode("utf-8", "replace")
                yield "".join(piece.partition(">")[2] for piece in text.split("<"))
    elif data.startswith(b"%PDF"):
        yield from pdf_forms(data)
    elif data[:2] in {b"\x1f\x8b", b"\x78\x9c"}:
        yield zlib.decompress(data, 47).decode("utf-8", "replace")


def pdf_forms(data: bytes) -> Iterator[str]:
    with pdfplumber.open(io.BytesIO(data)) as pdf:
        for page in pdf.pages:
            yield "".join(sign["text"] for sign in page.chars)
            yield page.extract_text()
    rendered = pypdfium2.PdfDocument(data)
    for page in rendered:
        yield page.get_textpage().get_text_bounded()
    rendered.close()
    with pikepdf.open(io.BytesIO(data)) as file:
        for item in file.objects:
            if isinstance(item, pikepdf.Stream):
                yield from forms(item.read_bytes() if "/Filter" in item else item.read_raw_bytes())
            if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
                yield "\n".join(str(value) for _, value in item.items() if isinstance(value, pikepdf.String))


def test_it_ends_with_a_release(demo: Demo) -> None:
    assert demo.done.returncode == 0, demo.done.stderr.decode()
    said = demo.done.stdout.decode()
    assert said.splitlines()[-1] == str((demo.out / "release").resolve())
    assert all(name in said for name in MANIFEST)
    assert main(["verify", str(demo.out / "release")]) == 0


def test_what_was_withheld_is_in_no_file_that_was_written(demo: Demo) -> None:
    secrets = {secret for sample in MANIFEST.values() for secret in sample["secrets"]}
    assert len(secrets) > 100
    wanted = {secret: folded(secret) for secret in secrets}
    shared_memory = Path(f"/dev/shm/parvis-{os.getuid()}")
    written = [*demo.files(), *(path for path in shared_memory.rglob("*") if path.is_file())]
    assert len(written) > 30
    found: list[tuple[str, str]] = []
    for path in written:
        for text in forms(path.read_bytes()):
            raw, letters = text.casefold(), folded(text)
            found += [
                (path.name, secret)
                for secret, form in wanted.items()
                if secret.casefold() in raw or (len(form) > 8 and form in letters)
            ]
    assert found == []


def test_it_says_nothing_of_what_was_withheld(demo: Demo) -> None:
    said = folded((demo.done.stdout + demo.done.stderr).decode())
    secrets = {secret for sample in MANIFEST.values() for secret in sample["secrets"]}
    assert [secret for secret in secrets if len(folded(secret)) > 5 and folded(secret) in said] == []


def test_what_everybody_may_read_is_there(demo: Demo) -> None:
    published = folded(
        "\n".join(
            text for path in (demo.out / "release" / "data").iterdir() for text in forms(path.read_bytes())
        )
    )
    kept = {words for sample in MANIFEST.values() for words in sample["keep"]}
    assert [words for words in sorted(kept) if folded(words) not in published] == []


def test_the_store_is_not_readable(demo: Demo) -> None:
    store = demo.out / "home" / "parvis.db"
    assert not store.read_bytes().startswith(b"SQLite format 3")
    assert store.stat().st_mode & 0o077 == 0
    assert (demo.out / "key").stat().st_mode & 0o077 == 0


def test_any_one_byte_is_noticed(copy: Path, demo: Demo) -> None:
    assert main(["verify", str(copy)]) == 0
    files = [path for path in copy.rglob("*") if path.is_file()]
    assert len(files) > 20
    for path in files:
        data = path.read_bytes()
        for at in sorted({0, 1, len(data) // 3, len(data) // 2, len(data) - 2, len(data) - 1}):
            spoilt = bytearray(data)
            spoilt[at] ^= 0x01
            path.write_bytes(spoilt)
            with pytest.raises((ReleaseAltered, SignatureInvalid)):
                publish.verify_release(copy)
        path.write_bytes(data)
    publish.verify_release(copy)


def test_a_file_more_or_less_is_noticed(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for place in ("more.txt", "data/more.txt", "notes/.hidden"):
        (copy / place).touch()
        assert main(["--lang", "en", "verify", str(copy)]) == ReleaseAltered.exit_code
        assert place in capsys.readouterr().err
        (copy / place).unlink()
    (copy / "empty").mkdir()
    assert main(["verify", str(copy)]) == ReleaseAltered.exit_code
    (copy / "empty").rmdir()
    for path in [path for path in copy.rglob("*") if path.is_file()]:
        data = path.read_bytes()
        path.unlink()
        assert main(["verify", str(copy)]) in {ReleaseAltered.exit_code, SignatureInvalid.exit_code}
        path.write_bytes(data)
    assert main(["verify", str(copy)]) == 0


def test_a_second_demonstration_replaces_its_own_folder_only(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("keep", "ascii")
    assert main(["demo", "--out", str(tmp_path)]) == 53
    assert (tmp_path / "mine.txt").read_text("ascii") == "keep"


class Held(KeyringBackend):
    """A keyring that holds a Parvis key of a person's own."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.kept = {("parvis", "database key"): base64.b64encode(bytes(range(32))).decode()}

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password


def test_the_persons_keyring_is_left_alone(tmp_path: Path) -> None:
    mine, before = Held(), keyring.get_keyring()
    kept = dict(mine.kept)
    keyring.set_keyring(mine)
    try:
        assert database_key() == bytes(range(32))
        with demonstration._key_file(tmp_path):
            assert database_key() != bytes(range(32))
        assert database_key() == bytes(range(32))
    finally:
        keyring.set_keyring(before)
    assert mine.kept == kept
