# SPDX-License-Identifier: MIT
"""The two folders of a release, in an order in which a stop at any moment can be taken up again.

The internal file first, the published folder last, then the store. A process killed between two of them leaves at most
an internal file that no release refers to (written anew the next time) or a whole, signed release folder that the store
does not know of (recognised the next time by its signature and its content). Neither is ever half.
"""

from __future__ import annotations

import datetime as dt
import json
import os
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from reviewer.errors import (
    InputError,
    ReleaseAltered,
    ReviewerError,
    SignatureInvalid,
    TargetExists,
    UsageError,
)
from reviewer.progress import Report, silent
from reviewer.publishing import internal, package
from reviewer.publishing import signature as release_signature
from reviewer.publishing.files import remove_folder

_TAG_FILES = 4
"""bagit.txt, bag-info.txt and the two manifests."""
_FILES_EACH = 4
"""The copy, the notice twice, the reader's note."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where a release goes: the folder that is published and, beside it, the one that is not."""

    folder: Path
    internal: Path


@dataclass(frozen=True)
class Bundle:
    """All that a release writes. `signer` is the fingerprint of the key that signs this store's releases."""

    release: str
    items: tuple[package.ReleaseItem, ...]
    sheets: tuple[internal.InternalSheet, ...]
    made: dt.datetime
    signer: str
    places: Places


def places(out: Path) -> Places:
    """The two folders for a target. Raises UsageError for a target without a name."""
    folder = Path(os.path.abspath(out))  # noqa: PTH100 - resolve() would follow a link, which is then no target of ours
    if not folder.name:
        raise UsageError(detail="out")
    return Places(folder, folder.with_name(f"{folder.name}-internal"))


def check_free(place: Places) -> None:
    """Refuse early what can be neither written nor taken up again. Raises TargetExists."""
    marks = {place.folder: release_signature.NAME, place.internal: internal.JSON}
    for folder, mark in marks.items():
        if _taken(folder) and not (folder / mark).is_file():
            raise TargetExists(path=folder)


def write(bundle: Bundle, *, sign: package.Sign, report: Report = silent) -> None:
    """Write both folders, or find them written. On an error the internal file that was written here is gone again.

    Raises TargetExists, NoSpace, NotWritable, DiskError, Cancelled.
    """
    place = bundle.places
    there = _taken(place.folder)
    if there and not _is_ours(bundle):
        raise TargetExists(path=place.folder)
    if _taken(place.internal):
        if _release_of(place.internal) != bundle.release:
            raise TargetExists(path=place.internal)
        remove_folder(place.internal)
    internal.write_internal(bundle.sheets, place.internal, release=bundle.release, made=bundle.made)
    if there:
        return
    try:
        package.write_release(bundle.items, place.folder, sign=sign, made=bundle.made, report=report)
    except BaseException:
        with suppress(ReviewerError):
            remove_folder(place.internal)
        raise


def _taken(folder: Path) -> bool:
    return folder.is_symlink() or (folder.exists() and (not folder.is_dir() or any(folder.iterdir())))


def _is_ours(bundle: Bundle) -> bool:
    """Whether the folder is whole, signed by this store, and says what these reviews say, nothing less or more."""
    folder = bundle.places.folder
    try:
        checked = release_signature.verify_release(folder, signer=bundle.signer)
    except (ReleaseAltered, SignatureInvalid, InputError):
        return False
    count = 2 + _TAG_FILES + _FILES_EACH * len(bundle.items)
    return checked.files == count and all(_holds(folder / name, fits) for name, fits in _content(bundle))


def _content(bundle: Bundle) -> Iterator[tuple[str, Callable[[bytes], bool]]]:
    for item in bundle.items:
        yield f"data/{item.file_name}", item.data.__eq__
        yield f"notices/{item.stem}.html", item.notice_html.encode("utf-8").__eq__
        yield f"notices/{item.stem}.json", item.notice_json.encode("utf-8").__eq__
        yield f"notes/{item.stem}.txt", item.note_text.encode("utf-8").__eq__
    rows = [item.published_record for item in bundle.items]
    yield "datasets.jsonl", lambda data: [json.loads(line) for line in data.splitlines()] == rows


def _holds(path: Path, fits: Callable[[bytes], bool]) -> bool:
    return path.is_file() and fits(path.read_bytes())


def _release_of(folder: Path) -> str | None:
    """The release that an internal file is about; None for what is no internal file."""
    try:
        content = json.loads((folder / internal.JSON).read_bytes())
    except (OSError, ValueError):
        return None
    return str(content.get("release")) if isinstance(content, dict) else None
