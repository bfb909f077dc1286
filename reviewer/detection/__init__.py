# SPDX-License-Identifier: MIT
"""Finds what may have to be withheld, with every reason for saying so; nothing here opens a connection."""

from __future__ import annotations

import hashlib

from reviewer import paths

_CODE = "1"
"""Raised by hand when the code of the rules changes what is found."""


def _digest() -> str:
    digest = hashlib.sha256(_CODE.encode())
    for folder in ("recognizers", "markings", "lexicons"):
        for path in sorted(paths.resource(folder).iterdir()):
            digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return f"{_CODE}-{digest.hexdigest()[:16]}"


RULES_VERSION: str = _digest()
"""Changes whenever the rules do: a digest of the rule files with the version of the code."""
