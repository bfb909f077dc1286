# SPDX-License-Identifier: MIT
"""What a release folder wants loaded: each record with its file, checked before anything is sent."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewer.errors import RecordInvalid, UnreadableFile
from reviewer.publishing.record import validate
from reviewer.publishing.rules import is_uuid
from reviewer.publishing.schema import PROFILES


@dataclass(frozen=True)
class Load:
    """One dataset, its one resource and the file that goes up."""

    record: Mapping[str, Any]
    file: Path

    @property
    def dataset(self) -> str:
        """The id of the dataset."""
        return str(self.record["id"])

    @property
    def published_resource(self) -> Mapping[str, Any]:
        """The one resource."""
        resource: Mapping[str, Any] = self.record["resources"][0]
        return resource

    @property
    def resource(self) -> str:
        """The id of the resource."""
        return str(self.published_resource["id"])

    @property
    def format(self) -> str:
        """What the portal must call the file's format."""
        return str(self.published_resource["format"])


def read_loads(folder: Path, *, today: dt.date) -> tuple[Load, ...]:
    """Every dataset of a folder. Raises RecordInvalid naming line and field, UnreadableFile."""
    untrusted_uploads = {
        resource: file
        for resource, file in map(_upload, _lines(folder / "uploads.jsonl"))
        if resource and file
    }
    faults: list[str] = []
    loads: list[Load] = []
    for number, untrusted in enumerate(_lines(folder / "datasets.jsonl")):
        found = list(_faults(untrusted, today))
        faults += [f"datasets.jsonl[{number}] {fault}" for fault in found]
        if found:
            continue
        name = untrusted_uploads.get(untrusted["resources"][0]["id"], "")
        file = folder / "data" / Path(name).name
        if name != f"data/{file.name}" or file.is_symlink() or not file.is_file():
            faults.append(f"uploads.jsonl {untrusted['resources'][0]['id']}: file")
        loads.append(Load(untrusted, file))
    doubled = len({load.dataset for load in loads}) != len(loads) or len(loads) != len(untrusted_uploads)
    if not faults and doubled:
        faults.append("uploads.jsonl: unique_items")
    if faults:
        raise RecordInvalid(fields=tuple(faults))
    return tuple(loads)


def _faults(untrusted: Any, today: dt.date) -> Iterator[str]:
    kind = untrusted.get("type") if isinstance(untrusted, dict) else None
    profile = kind if kind in PROFILES else PROFILES[0]
    errors = [error for error in validate(untrusted, profile=profile, today=today) if error.blocks]
    yield from (f"{error.field}: {error.rule}" for error in errors)
    if errors:
        return
    if not is_uuid(untrusted.get("id")) or untrusted.get("name") != untrusted["id"]:
        yield "id: required"
    resources = untrusted["resources"]
    if len(resources) != 1:
        yield "resources: one_file"
    elif not is_uuid(resources[0].get("id")) or not resources[0].get("format"):
        yield "resources[0].id: required"


def _upload(untrusted: Any) -> tuple[str, str]:
    """The resource and the file of a line of uploads; blank when the line is of another form."""
    try:
        resource, file = untrusted["data"]["id"], untrusted["files"]["upload"]
    except (KeyError, TypeError):
        return "", ""
    right = (
        untrusted.get("action") == "resource_patch" and isinstance(resource, str) and isinstance(file, str)
    )
    return (resource, file) if right else ("", "")


def _lines(path: Path) -> list[Any]:
    try:
        return [json.loads(line) for line in path.read_bytes().split(b"\n") if line.strip()]
    except OSError as error:
        raise UnreadableFile(path=path, detail=type(error).__name__) from error
    except (ValueError, RecursionError) as error:
        raise RecordInvalid(fields=(f"{path.name}: object",)) from error
