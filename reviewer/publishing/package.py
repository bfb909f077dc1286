# SPDX-License-Identifier: MIT
"""Writes the release folder: a BagIt bag that stock portal tools load, signed file by file.

Layout: `data/` the cleaned copies; `datasets.jsonl` and `uploads.jsonl` for ckanapi; `notices/` and `notes/`; the tag
files of BagIt; `release.sig`. Nothing in it derives from a source's bytes or from withheld text.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import bagit

from reviewer import __version__
from reviewer.errors import DiskError
from reviewer.model.document import Format, Language
from reviewer.model.release import PortalRecord
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing import signature
from reviewer.publishing.files import new_folder, translated, write_durably
from reviewer.publishing.record import complete

_EXTENSIONS = {Format.DOCX: "docx", Format.PDF: "pdf", Format.TEXT: "txt", Format.MARKDOWN: "md"}
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
        return f"{kind}-{self.resource_id[:8]}"

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
            write_durably(half / item.file_name, item.data)
        _bag(half, made)
        for name, content in _tag_files(items):
            (half / name).parent.mkdir(exist_ok=True)
            write_durably(half / name, content)
        _retag(half)
        write_durably(half / signature.NAME, signature.make(half, sign, made))
    return out


def _bag(folder: Path, made: dt.datetime) -> None:
    # bagit moves the payload into data/ and changes the working folder of the process while it does so
    info = {"Bagging-Date": made.date().isoformat(), "Bag-Software-Agent": f"Parvis {__version__}"}
    with _bagit_errors(folder):
        bagit.make_bag(str(folder.resolve()), bag_info=info, checksums=["sha256"])


def _retag(folder: Path) -> None:
    with _bagit_errors(folder):
        bagit.Bag(str(folder.resolve())).save()


@contextmanager
def _bagit_errors(folder: Path) -> Iterator[None]:
    """Translate what bagit raises; an error of the system is translated like any other."""
    with translated(folder):
        try:
            yield
        except bagit.BagError as error:
            raise DiskError(path=folder, detail=type(error).__name__) from error


def _tag_files(items: Sequence[ReleaseItem]) -> Iterator[tuple[str, bytes]]:
    yield "datasets.jsonl", b"".join(_line(item.published_record) for item in items)
    yield "uploads.jsonl", b"".join(_line(_upload(item)) for item in items)
    for item in items:
        yield f"notices/{item.stem}.html", item.notice_html.encode("utf-8")
        yield f"notices/{item.stem}.json", item.notice_json.encode("utf-8")
        yield f"notes/{item.stem}.txt", item.note_text.encode("utf-8")


def _upload(item: ReleaseItem) -> dict[str, object]:
    return {
        "action": "resource_patch",
        "data": {"id": item.resource_id},
        "files": {"upload": f"data/{item.file_name}"},
    }


def _line(content: object) -> bytes:
    return json.dumps(content, ensure_ascii=False, sort_keys=True).encode("utf-8") + b"\n"
