# SPDX-License-Identifier: MIT
"""Writes the release folder: a BagIt bag that stock portal tools load, signed file by file.

Layout: `data/` the cleaned copies; `datasets.jsonl` and `uploads.jsonl` for ckanapi; `notices/` and `notes/`; the tag
files of BagIt; `release.sig`. Nothing in it derives from a source's bytes or from withheld text.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import json
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import bagit

from reviewer import __version__
from reviewer.errors import DiskError
from reviewer.model.document import Format, Language
from reviewer.model.release import PortalRecord
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing import signature
from reviewer.publishing.files import new_folder, write_durably
from reviewer.publishing.record import PORTAL_FORMATS, complete

_EXTENSIONS = {Format.DOCX: "docx", Format.PDF: "pdf", Format.TEXT: "txt", Format.MARKDOWN: "md"}
_ALGORITHM = "sha256"
_WORD = re.compile(r"[a-z][a-z_]{0,40}")
Sign = Callable[[bytes], tuple[bytes, bytes]]
"""Gives the public key and the signature of a message."""


@dataclass(frozen=True)
class ReleaseItem:
    """One document of a release: the signed bytes, its record as a person gave it, its notice and reader's note."""

    data: bytes
    format: Format
    record: PortalRecord
    notice_html: str
    notice_json: str
    note_text: str
    language: Language
    dataset_id: str
    resource_id: str

    @property
    def stem(self) -> str:
        """The name of its files: the kind of resource and the beginning of its random id."""
        resources = self.record.get("resources")
        first = resources[0] if isinstance(resources, list) and resources else {}
        kind = first.get("resource_type", "document") if isinstance(first, dict) else "document"
        known = isinstance(kind, str) and _WORD.fullmatch(kind) is not None
        return f"{kind if known else 'document'}-{self.resource_id[:8]}"

    @property
    def file_name(self) -> str:
        """The name of the cleaned copy."""
        return f"{self.stem}.{_EXTENSIONS[self.format]}"

    @property
    def published_record(self) -> dict[str, object]:
        """The record as it goes out."""
        return complete(
            self.record,
            dataset_id=self.dataset_id,
            resource_id=self.resource_id,
            file_name=self.file_name,
            format_=self.format,
            size=len(self.data),
        )


def write_release(
    items: Sequence[ReleaseItem], out: Path, *, sign: Sign, made: dt.datetime, report: Report = silent
) -> Path:
    """Write the folder; it stands at `out` whole, signed and flushed, or not at all.

    Raises TargetExists, NoSpace, NotWritable, DiskError, Cancelled.
    """
    with new_folder(out) as half:
        for number, item in enumerate(items):
            report(Progress(Stage.PUBLISHING, number, len(items)))
            _write(half, f"data/{item.file_name}", item.data)
        for name, content in (*_papers(items), *_bag_files(items, made)):
            _write(half, name, content)
        _write(half, f"tagmanifest-{_ALGORITHM}.txt", _tag_manifest(half))
        _check_bag(half, out)
        write_durably(half / signature.NAME, signature.make(half, sign, made))
    return out


def _write(folder: Path, name: str, content: bytes) -> None:
    (folder / name).parent.mkdir(exist_ok=True)
    write_durably(folder / name, content)


def _papers(items: Sequence[ReleaseItem]) -> Iterator[tuple[str, bytes]]:
    yield "datasets.jsonl", b"".join(_line(item.published_record) for item in items)
    yield "uploads.jsonl", b"".join(_line(_upload(item)) for item in items)
    for item in items:
        yield f"notices/{item.stem}.html", item.notice_html.encode("utf-8")
        yield f"notices/{item.stem}.json", item.notice_json.encode("utf-8")
        yield f"notes/{item.stem}.txt", item.note_text.encode("utf-8")


def _upload(item: ReleaseItem) -> dict[str, object]:
    # The format goes along: on create with a resource id the portal drops it and guesses from the name.
    return {
        "action": "resource_patch",
        "data": {"id": item.resource_id, "format": PORTAL_FORMATS[item.format]},
        "files": {"upload": f"data/{item.file_name}"},
    }


def _bag_files(items: Sequence[ReleaseItem], made: dt.datetime) -> Iterator[tuple[str, bytes]]:
    """The tag files of RFC 8493, written here and checked by bagit.

    bagit's own writer changes the working folder of the whole process (and stays there when the disk is full), which a
    program with a window cannot have, and lists tag files in the order of the disk.
    """
    size = sum(len(item.data) for item in items)
    yield "bagit.txt", b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    yield (
        "bag-info.txt",
        f"Bag-Software-Agent: Parvis {__version__}\n"
        f"Bagging-Date: {made.date().isoformat()}\n"
        f"Payload-Oxum: {size}.{len(items)}\n".encode(),
    )
    rows = sorted((f"data/{item.file_name}", item.data) for item in items)
    yield f"manifest-{_ALGORITHM}.txt", _rows((name, hashlib.sha256(data)) for name, data in rows)


def _tag_manifest(folder: Path) -> bytes:
    """What stands in the folder beside `data/`."""
    names = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    tags = sorted(name for name in names if not name.startswith("data/"))
    return _rows((name, hashlib.sha256((folder / name).read_bytes())) for name in tags)


def _rows(digests: Iterable[tuple[str, hashlib._Hash]]) -> bytes:
    return "".join(f"{digest.hexdigest()}  {name}\n" for name, digest in digests).encode()


def _check_bag(folder: Path, out: Path) -> None:
    try:
        bagit.Bag(str(folder.resolve())).validate()
    except bagit.BagError as error:
        raise DiskError(path=out, detail=type(error).__name__) from error


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"
