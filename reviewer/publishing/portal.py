# SPDX-License-Identifier: MIT
"""Loads a release folder into the portal. Doing it again is safe: ids stay the same, so what is there is updated.

What this does not guarantee: that the portal keeps or shows what it was given. It has no transaction over several
datasets; after an error, those before it are loaded, and the same call takes up the work again.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reviewer.errors import PortalRefused, PortalUnreachable, TokenMissing
from reviewer.model.release import PortalRecord
from reviewer.progress import Progress, Report, Stage, silent
from reviewer.publishing.ckan import Ckan
from reviewer.publishing.loads import Load, read_loads
from reviewer.publishing.signature import verify_release

PAUSES = (1.0, 4.0)
"""Seconds to wait before trying a dataset again; no more often."""
_PASSING = frozenset({429, 500, 502, 503, 504})
_GONE, _CONFLICT = 410, 409


class PushStatus(StrEnum):
    """What happened to a dataset."""

    CREATED = "created"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class PushResult:
    """One dataset that is loaded, with its file. `format_kept` is False when the portal insists on another format."""

    dataset: str
    resource: str
    status: PushStatus
    format_kept: bool = True


def _unheard(result: PushResult) -> None:
    """Nobody wants to hear of each dataset."""


def push(
    folder: Path,
    url: str,
    token: str | None,
    report: Report = silent,
    *,
    signer: str | None = None,
    today: dt.date | None = None,
    pauses: Sequence[float] = PAUSES,
    done: Callable[[PushResult], None] = _unheard,
) -> tuple[PushResult, ...]:
    """Load every dataset of a folder: record first, then its file, then its format. `done` hears of each one.

    With `signer`, only a folder that this fingerprint signed is loaded.
    Nothing is sent before the signature of the folder and all records are right. Raises TokenMissing, UsageError (the
    address is not safe for a token), SignatureInvalid, ReleaseAltered, RecordInvalid, PortalRefused, PortalUnreachable
    (both with the dataset), Cancelled (between two datasets).
    """
    if not token or not token.strip():
        raise TokenMissing()
    verify_release(folder, signer=signer)
    loads = read_loads(folder, today=today or dt.datetime.now(dt.UTC).date())
    results: list[PushResult] = []
    with Ckan(url, token) as ckan:
        for number, load in enumerate(loads):
            report(Progress(Stage.UPLOADING, number, len(loads)))
            results.append(_patiently(ckan, load, pauses))
            done(results[-1])
    return tuple(results)


def _patiently(ckan: Ckan, load: Load, pauses: Sequence[float]) -> PushResult:
    """Try a whole dataset again after a passing fault.

    A lost answer may hide a success, so each try looks first at what is there.
    """
    for pause in pauses:
        try:
            return _push(ckan, load)
        except PortalUnreachable:
            time.sleep(pause)
        except PortalRefused as error:
            if error.facts["status"] not in _PASSING:
                raise
            time.sleep(pause)
    return _push(ckan, load)


def _push(ckan: Ckan, load: Load) -> PushResult:
    ckan.dataset = load.dataset
    there = ckan.show(load.dataset)
    if there is None:
        ckan.call("package_create", load.record)
    else:
        ckan.call("package_update", _merged(load, there))
    ckan.call("resource_patch", {"id": load.resource}, upload=load.file)
    # On create with a resource id, and whenever the address changes, the portal guesses the format anew.
    answer = ckan.call("resource_patch", {"id": load.resource, "format": load.format})
    kept = isinstance(answer, Mapping) and answer.get("format") == load.format
    status = PushStatus.CREATED if there is None else PushStatus.UPDATED
    return PushResult(load.dataset, load.resource, status, format_kept=kept)


def _merged(load: Load, untrusted_there: PortalRecord) -> dict[str, object]:
    """Our record with the portal's other resources: an update replaces all, and would delete what it does not name."""
    if untrusted_there.get("state") == "deleted":
        raise PortalRefused(status=_GONE, fields=("state: deleted",), dataset=load.dataset)
    if untrusted_there.get("type") != load.record["type"]:
        raise PortalRefused(status=_CONFLICT, fields=("type",), dataset=load.dataset)
    given = untrusted_there.get("resources")
    theirs = [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []
    ours = load.published_resource
    merged: list[Mapping[str, object]] = []
    for each in theirs:
        if each.get("id") == load.resource:
            # The file that is there stays until the new one is: its address and kind of address are the portal's.
            address = {key: each[key] for key in ("url", "url_type") if each.get(key)}
            merged.append({**ours, **address})
        else:
            merged.append(each)
    if not any(each.get("id") == load.resource for each in merged):
        merged.append(ours)
    return {**load.record, "resources": merged}
