# SPDX-License-Identifier: MIT
"""What is signed and what goes out: candidate, seal, signature, release."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from reviewer.model.document import Format

PortalRecord = Mapping[str, object]
"""One JSON object of the portal's profile, as given by a person."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """The cleaned bytes that passed the gate. `warnings` are gate places to confirm before signing, without text.

    `pictured` are the pages of the source that the copy shows as pictures, each with the reason in a word.
    """

    data: bytes
    sha256: str
    format: Format
    prepared_by: str
    prepared: dt.datetime
    gate_digest: str
    warnings: tuple[str, ...] = ()
    losses: tuple[str, ...] = ()
    pictured: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Seal:
    """The digest a signature covers (see signoff.seal) with the salt that makes it unguessable."""

    digest: str
    salt: bytes


@dataclass(frozen=True, slots=True)
class Signature:
    """An Ed25519 signature of a seal's digest by one person."""

    person: str
    time: dt.datetime
    seal: Seal
    public_key: bytes
    value: bytes


@dataclass(frozen=True, slots=True)
class Approval:
    """The IMSO's approval under the licence, recorded by a person before release."""

    name: str
    date: dt.date
    reference: str
    recorded_by: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What came of a release: the folder written or the portal's answer."""

    review: str
    release: str
    dataset: str
    resource: str
    time: dt.datetime
    where: str
