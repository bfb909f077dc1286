# SPDX-License-Identifier: MIT
"""What the characters of Adobe's collections for Chinese, Japanese and Korean say (ISO 32000-1, 9.10.2)."""

from __future__ import annotations

from functools import cache
from typing import Any

import pikepdf
from pdfminer.cmapdb import CMapDB

_KNOWN = frozenset({"Adobe-Japan1", "Adobe-GB1", "Adobe-CNS1", "Adobe-Korea1"})


def collection_of(descendant: Any) -> str:
    """The collection that a composite font names, if it is one whose characters are public; else ""."""
    info = descendant.get("/CIDSystemInfo")
    if not isinstance(info, pikepdf.Dictionary):
        return ""
    name = f"{info.get('/Registry', '')}-{info.get('/Ordering', '')}"
    return name if name in _KNOWN else ""


def said(collection: str, cid: int) -> str:
    """What a character of a collection says; "" for one that has no name in Unicode."""
    return _characters(collection).get(cid, "") if collection else ""


@cache
def _characters(collection: str) -> dict[int, str]:
    try:
        return dict(CMapDB.get_unicode_map(collection).cid2unichr)
    except CMapDB.CMapNotFound:
        return {}
