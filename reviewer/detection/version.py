# SPDX-License-Identifier: MIT
"""Which rules found what was found: a version of the code and a digest of every fact it reads."""

from __future__ import annotations

import hashlib
from functools import cache

from reviewer import paths

CODE_VERSION = "2"
"""Changes when the same facts would give other findings."""
_FOLDERS = ("recognizers", "markings", "lexicons", "models")


def rules_version(own: str = "") -> str:
    """`code-digest`, stable for the same rules; a seal covers it. `own` is the digest of a department's recognizers."""
    return f"{_ours()}+{own}" if own else _ours()


@cache
def _ours() -> str:
    digest = hashlib.sha256()
    for folder in _FOLDERS:
        for path in sorted(paths.resource(folder).rglob("*")):
            if path.is_file():
                digest.update(path.name.encode() + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return f"{CODE_VERSION}-{digest.hexdigest()[:16]}"
