# SPDX-License-Identifier: MIT
"""A release folder proves itself, and no change of one byte, name, file or signature passes."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rfc8785

from reviewer.errors import ReleaseAltered, ReviewerError, SignatureInvalid, UnreadableFile
from reviewer.publishing import signature
from reviewer.publishing.signature import NAME, verify_release
from tests.publishing.facts import KEY, MADE, OTHER_KEY, files, fingerprint, release, signer

FILES = (
    "bag-info.txt",
    "bagit.txt",
    "data/minutes-9e1b7f52.docx",
    "data/minutes-c4a9d6e8.pdf",
    "datasets.jsonl",
    "manifest-sha256.txt",
    "notes/minutes-9e1b7f52.txt",
    "notes/minutes-c4a9d6e8.txt",
    "notices/minutes-9e1b7f52.html",
    "notices/minutes-9e1b7f52.json",
    "notices/minutes-c4a9d6e8.html",
    "notices/minutes-c4a9d6e8.json",
    "release.sig",
    "tagmanifest-sha256.txt",
    "uploads.jsonl",
)
ALTERED = (ReleaseAltered, SignatureInvalid)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("made") / "release")


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "release"))


def _resign(folder: Path, key: Any = KEY) -> None:
    (folder / NAME).write_bytes(signature.make(folder, signer(key), MADE))


def _rewrite(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    """Another release.sig, signed well by the same key."""
    content = json.loads((folder / NAME).read_bytes())
    signed = {key: content[key] for key in ("format", "made", "files")}
    change(signed)
    public, value = signer()(b"parvis-release-1\n" + rfc8785.dumps(signed))
    (folder / NAME).write_bytes(
        rfc8785.dumps({**signed, "public_key": public.hex(), "signature": value.hex()})
    )


def test_an_untouched_folder_proves_itself(original: Path) -> None:
    checked = verify_release(original)
    assert files(original) == list(FILES)
    assert (checked.files, checked.fingerprint) == (len(FILES) - 1, fingerprint())
    assert checked.made == "2026-11-21T15:30:00+00:00"


def test_a_copy_elsewhere_under_another_name_proves_itself(original: Path, tmp_path: Path) -> None:
    moved = Path(shutil.copytree(original, tmp_path / "réception n° 2"))
    assert verify_release(moved) == verify_release(original)


@pytest.mark.parametrize("name", FILES)
def test_one_changed_bit_anywhere(folder: Path, name: str) -> None:
    path = folder / name
    data = path.read_bytes()
    places = {round(part * (len(data) - 1) / 24) for part in range(25)}
    for place in sorted(places):
        for mask in (0x01, 0x20, 0x80):
            path.write_bytes(data[:place] + bytes([data[place] ^ mask]) + data[place + 1 :])
            with pytest.raises(ALTERED):
                verify_release(folder)
    path.write_bytes(data)
    verify_release(folder)


def test_every_byte_of_the_signature_counts(tmp_path: Path) -> None:
    folder = release(tmp_path / "release", count=1)
    path = folder / NAME
    data = path.read_bytes()
    for place, byte in enumerate(data):
        # A letter becomes a capital: in hex digits, the same value in other bytes.
        mask = 0x20 if chr(byte).isalpha() else 0x01
        path.write_bytes(data[:place] + bytes([byte ^ mask]) + data[place + 1 :])
        with pytest.raises(ALTERED):
            verify_release(folder)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("tail", [b"\0", b"\n", b" ", b"{}"])
def test_bytes_at_the_end(folder: Path, name: str, tail: bytes) -> None:
    with (folder / name).open("ab") as stream:
        stream.write(tail)
    with pytest.raises(ALTERED):
        verify_release(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short(folder: Path, name: str) -> None:
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(ALTERED):
        verify_release(folder)


@pytest.mark.parametrize("name", FILES)
def test_a_file_taken_away(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(ALTERED) as caught:
        verify_release(folder)
    if name != NAME:
        assert caught.value.facts["files"] == (f"{name}: missing",)


@pytest.mark.parametrize("name", [name for name in FILES if name != NAME])
def test_a_file_renamed(folder: Path, name: str) -> None:
    path = folder / name
    path.rename(path.with_name(path.name.capitalize()))
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert f"{name}: missing" in caught.value.facts["files"]  # type: ignore[operator]


@pytest.mark.parametrize("name", [name for name in FILES if name != NAME])
def test_a_file_become_a_link_to_the_same_bytes(folder: Path, tmp_path: Path, name: str) -> None:
    path = folder / name
    aside = tmp_path / "aside"
    path.rename(aside)
    path.symlink_to(aside)
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert f"{name}: link" in caught.value.facts["files"]  # type: ignore[operator]


def test_the_signature_become_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / NAME).rename(tmp_path / "aside")
    (folder / NAME).symlink_to(tmp_path / "aside")
    with pytest.raises(SignatureInvalid):
        verify_release(folder)


def test_a_folder_become_a_link(folder: Path, tmp_path: Path) -> None:
    (folder / "data").rename(tmp_path / "aside")
    (folder / "data").symlink_to(tmp_path / "aside", target_is_directory=True)
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert "data: link" in caught.value.facts["files"]  # type: ignore[operator]


@pytest.mark.parametrize(
    "name",
    [
        "more.txt",
        "data/more.docx",
        "data/.hidden",
        ".DS_Store",
        "notices/release.sig",
        "data/\u0301",
        "Release.sig",
    ],
)
def test_a_file_added(folder: Path, name: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"")
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert f"{name}: added" in caught.value.facts["files"]  # type: ignore[operator]


@pytest.mark.parametrize("name", ["empty", "data/empty", "notices/deep", "Data", "data/.git"])
@pytest.mark.parametrize("inside", [(), ("more.txt",), ("deep/er/more.txt",)])
def test_a_folder_added(folder: Path, name: str, inside: tuple[str, ...]) -> None:
    (folder / name).mkdir()
    for each in inside:
        (folder / name / each).parent.mkdir(parents=True, exist_ok=True)
        (folder / name / each).write_bytes(b"")
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert caught.value.facts["files"] == (f"{name}: added",)


def test_a_folder_without_a_bottom_is_not_entered(folder: Path) -> None:
    here = os.open(folder, os.O_RDONLY)
    for _ in range(3000):
        os.mkdir("d", dir_fd=here)
        below = os.open("d", os.O_RDONLY, dir_fd=here)
        os.close(here)
        here = below
    os.close(here)
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert caught.value.facts["files"] == ("d: added",)
    subprocess.run(["rm", "-rf", str(folder)], check=True)


@pytest.mark.parametrize("name", ["data", "data/minutes-9e1b7f52.docx", NAME])
def test_what_is_of_another_kind(folder: Path, name: str) -> None:
    path = folder / name
    shutil.rmtree(path) if path.is_dir() else path.unlink()
    path.mkdir() if name != "data" else path.write_bytes(b"")
    with pytest.raises(ALTERED):
        verify_release(folder)


def test_what_the_system_does_not_give(folder: Path) -> None:
    """A signed name that is too long to be looked for, and a folder that is gone while it is read."""
    long = {"name": "x" * 5000, "size": 0, "sha256": "0" * 64}
    _rewrite(folder, lambda signed: signed["files"].append(long))
    with pytest.raises(ReleaseAltered):
        verify_release(folder)


def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    (folder / "bagit.txt").unlink()
    os.mkfifo(folder / "bagit.txt")
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert "bagit.txt: link" in caught.value.facts["files"]  # type: ignore[operator]


def test_names_that_only_look_alike_are_other_names(tmp_path: Path) -> None:
    folder = tmp_path / "release"
    folder.mkdir()
    composed, apart = (unicodedata.normalize(form, "procès-verbal.txt") for form in ("NFC", "NFD"))
    (folder / composed).write_text("x", encoding="utf-8")
    _resign(folder)
    assert verify_release(folder).files == 1
    (folder / composed).rename(folder / apart)
    with pytest.raises(ReleaseAltered):
        verify_release(folder)


def test_a_name_that_hides_is_shown_without_its_signs(folder: Path) -> None:
    (folder / "a\x1b[2Jb\u202ec").write_bytes(b"")
    (folder / os.fsdecode(b"\xff")).write_bytes(b"")
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    shown = caught.value.facts["files"]
    assert set(shown) == {"a?[2Jb?c: added", "?: added"}  # type: ignore[arg-type]


def test_the_faults_of_many_files_are_some(folder: Path) -> None:
    for number in range(500):
        (folder / f"{number}").write_bytes(b"")
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert len(caught.value.facts["files"]) == 10  # type: ignore[arg-type]


def test_a_file_without_end_is_not_read(folder: Path) -> None:
    os.truncate(folder / "data" / "minutes-9e1b7f52.docx", 2**42)  # a hole on the disk: no bytes are there
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert caught.value.facts["files"] == ("data/minutes-9e1b7f52.docx: changed",)


def test_another_release_is_not_this_one(folder: Path, tmp_path: Path) -> None:
    """Replay: an older, well signed release.sig beside newer files."""
    older = release(tmp_path / "older", count=1)
    shutil.copyfile(older / NAME, folder / NAME)
    with pytest.raises(ReleaseAltered):
        verify_release(folder)


def test_a_forger_signs_well_and_only_the_fingerprint_tells(folder: Path) -> None:
    (folder / "data" / "minutes-9e1b7f52.docx").write_bytes(b"forged")
    _resign(folder, OTHER_KEY)
    assert verify_release(folder).fingerprint == fingerprint(OTHER_KEY) != fingerprint()
    with pytest.raises(SignatureInvalid) as caught:
        verify_release(folder, signer=fingerprint())
    assert caught.value.facts["detail"] == "signer"


@pytest.mark.parametrize(
    "shown",
    [
        str,
        str.upper,
        lambda hexadecimal: f"  {hexadecimal}\n",
        lambda hexadecimal: ":".join(hexadecimal[at : at + 2] for at in range(0, 64, 2)),
        lambda hexadecimal: " ".join(hexadecimal[at : at + 4] for at in range(0, 64, 4)),
    ],
)
def test_a_fingerprint_as_people_write_it(original: Path, shown: Callable[[str], str]) -> None:
    assert verify_release(original, signer=shown(fingerprint())).fingerprint == fingerprint()


@pytest.mark.parametrize("said", ["", fingerprint()[:-1], fingerprint()[:16], "0" * 64, fingerprint() + "00"])
def test_a_fingerprint_in_part_is_none(original: Path, said: str) -> None:
    with pytest.raises(SignatureInvalid):
        verify_release(original, signer=said)


def test_the_key_of_one_with_the_signature_of_another(folder: Path) -> None:
    content = json.loads((folder / NAME).read_bytes())
    content["public_key"] = OTHER_KEY.public_key().public_bytes_raw().hex()
    (folder / NAME).write_bytes(rfc8785.dumps(content))
    with pytest.raises(SignatureInvalid):
        verify_release(folder)


def test_a_signature_made_for_something_else(folder: Path) -> None:
    """The prefix keeps a seal's signature from standing as a release's."""
    content = json.loads((folder / NAME).read_bytes())
    signed = {key: content[key] for key in ("format", "made", "files")}
    content["signature"] = KEY.sign(rfc8785.dumps(signed)).hex()
    (folder / NAME).write_bytes(rfc8785.dumps(content))
    with pytest.raises(SignatureInvalid):
        verify_release(folder)


@pytest.mark.parametrize(
    "name", ["../outside", "/etc/hostname", "data/../bagit.txt", "data//x", "", ".", "release.sig"]
)
def test_a_signed_name_never_leads_outside(folder: Path, tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").write_bytes(b"")
    row = {"name": name, "size": 0, "sha256": "0" * 64}
    _rewrite(folder, lambda signed: signed["files"].append(row))
    with pytest.raises(ReleaseAltered) as caught:
        verify_release(folder)
    assert caught.value.facts["files"] == (f"{name}: missing",)


def test_a_name_signed_twice(folder: Path) -> None:
    _rewrite(folder, lambda signed: signed["files"].append(dict(signed["files"][0])))
    with pytest.raises(ReleaseAltered):
        verify_release(folder)


@pytest.mark.parametrize(
    "change",
    [
        lambda signed: signed.update(format="parvis-release-2"),
        lambda signed: signed.update(made=5),
        lambda signed: signed.update(made="2026-11-21\x1b[31m"),
        lambda signed: signed.update(made="yesterday"),
        lambda signed: signed.update(made="2026-11-21"),
        lambda signed: signed.update(files={}),
        lambda signed: signed["files"].append("bagit.txt"),
        lambda signed: signed["files"][0].update(size=True),
        lambda signed: signed["files"][0].update(size="1"),
        lambda signed: signed["files"][0].update(size=1.5),
        lambda signed: signed["files"][0].update(name=None),
        lambda signed: signed["files"][0].update(more="x"),
        lambda signed: signed["files"][0].pop("sha256"),
    ],
)
def test_a_list_of_another_form(folder: Path, change: Callable[[dict[str, Any]], None]) -> None:
    _rewrite(folder, change)
    with pytest.raises(SignatureInvalid) as caught:
        verify_release(folder)
    assert caught.value.facts["detail"] == "form"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"null",
        b"[]",
        b"{}",
        b'"text"',
        b"\xff\xfe",
        b"NaN",
        b"[" * 100_000,
        b'{"files":' + b"9" * 5000 + b"}",
        '{"files":[]}'.encode("utf-16"),
        b'{"a":"\\ud800"}',
        b"{" + b'"format":"parvis-release-1",' * 2 + b'"files":[]}',
    ],
)
def test_a_signature_that_is_none(folder: Path, content: bytes) -> None:
    (folder / NAME).write_bytes(content)
    with pytest.raises(SignatureInvalid):
        verify_release(folder)


def test_the_same_in_other_bytes_is_refused(folder: Path) -> None:
    path = folder / NAME
    data = path.read_bytes()
    content = json.loads(data)
    double = data.replace(b'{"files":', b'{"made":"2020-01-01T00:00:00+00:00","files":', 1)
    for other in (
        json.dumps(content).encode(),
        json.dumps(content, indent=1).encode(),
        b"\xef\xbb\xbf" + data,
        data + b"\n",
        b" " + data,
        data.replace(b"bagit.txt", b"\\u0062agit.txt"),
        double,
        data.replace(content["signature"].encode(), content["signature"].upper().encode()),
        data.replace(
            content["signature"].encode(), f"{content['signature'][:2]} {content['signature'][2:]}".encode()
        ),
    ):
        assert other != data
        path.write_bytes(other)
        with pytest.raises(SignatureInvalid):
            verify_release(folder)


def test_a_huge_signature_is_not_read(folder: Path) -> None:
    os.truncate(folder / NAME, 2**40)
    with pytest.raises(SignatureInvalid) as caught:
        verify_release(folder)
    assert caught.value.facts["detail"] == "size"


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        verify_release(tmp_path / "nowhere")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(UnreadableFile):
        verify_release(tmp_path / "file")


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(SignatureInvalid):
        verify_release(tmp_path)


def test_no_error_says_what_a_file_holds(folder: Path) -> None:
    (folder / "data" / "minutes-9e1b7f52.docx").write_bytes(b"Camille Exemple")
    with pytest.raises(ReviewerError) as caught:
        verify_release(folder)
    assert "Camille" not in str(caught.value)
