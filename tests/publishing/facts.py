# SPDX-License-Identifier: MIT
"""Invented releases for the tests of publishing: real folders, real signatures."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from reviewer.model.document import Format, Language, StoryKind
from reviewer.model.ground import grounds
from reviewer.publishing.notice import Withheld, notice
from reviewer.publishing.package import ReleaseItem, write_release

MADE = dt.datetime(2026, 11, 21, 15, 30, tzinfo=dt.UTC)
TODAY = MADE.date()
DATASETS = ("0b6c3c0e-6d0e-4a53-9d3f-3f6a0e6c1a01", "5f2d8a44-1f0f-4b6c-8f53-9a3c2b7d1e02")
RESOURCES = ("9e1b7f52-30a4-4c7e-a3d8-6c5d4e3f2a03", "c4a9d6e8-72b1-4f0d-b6e5-1a2b3c4d5e04")
KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
OTHER_KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(1, 33)))


def record(**changes: object) -> dict[str, Any]:
    """A record that is right, as it goes out; a change to None takes the field away."""
    content: dict[str, Any] = {
        "type": "doc",
        "id": DATASETS[0],
        "name": DATASETS[0],
        "owner_org": "ec",
        "collection": "primary",
        "title_translated": {
            "en": "Minutes of the Dune Committee",
            "fr": "Compte rendu du Comité des dunes",
        },
        "subject": ["nature_and_environment"],
        "date_published": "2026-11-20",
        "license_id": "ca-ogl-lgo",
        "resources": [resource()],
        **changes,
    }
    return {key: value for key, value in content.items() if value is not None}


def resource(**changes: object) -> dict[str, Any]:
    """A resource that is right; a change to None takes the field away."""
    content: dict[str, Any] = {
        "id": RESOURCES[0],
        "name_translated": {"en": "Minutes", "fr": "Compte rendu"},
        "resource_type": "minutes",
        "language": ["en"],
        "format": "DOCX",
        "url": "minutes-9e1b7f52.docx",
        **changes,
    }
    return {key: value for key, value in content.items() if value is not None}


def item(number: int = 0, *, data: bytes = b"cleaned bytes", format_: Format = Format.DOCX) -> ReleaseItem:
    """One document of a release."""
    title = {Language.EN: "Minutes of the Dune Committee", Language.FR: "Compte rendu du Comité des dunes"}
    html, json_text = notice(title, [Withheld("19(1)", 1, StoryKind.BODY, 3)], grounds())
    given = record()
    given["resources"] = [resource(id=None, url=None, format=None)]
    return ReleaseItem(
        data=data,
        format=format_,
        record=given,
        notice_html=html,
        notice_json=json_text,
        note_text="Note to readers\n\nSome passages were withheld.",
        language=Language.EN,
        dataset_id=DATASETS[number],
        resource_id=RESOURCES[number],
    )


def signer(key: Ed25519PrivateKey = KEY) -> Callable[[bytes], tuple[bytes, bytes]]:
    """Signs with a key."""
    return lambda message: (key.public_key().public_bytes_raw(), key.sign(message))


def fingerprint(key: Ed25519PrivateKey = KEY) -> str:
    """What names a key."""
    return hashlib.sha256(key.public_key().public_bytes_raw()).hexdigest()


def release(out: Path, *, count: int = 2, key: Ed25519PrivateKey = KEY) -> Path:
    """A release folder of some documents."""
    items = [
        item(0),
        item(1, data=b"%PDF-1.7 invented", format_=Format.PDF),
    ][:count]
    return write_release(items, out, sign=signer(key), made=MADE)


def files(folder: Path) -> list[str]:
    """Names of all files below a folder."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
