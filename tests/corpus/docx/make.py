# SPDX-License-Identifier: MIT
"""All adversarial Word documents, in English and in French; as a script, writes them to a folder with a manifest."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from tests.corpus.docx import beside, drawn, text, wrapped
from tests.corpus.docx.case import EN, FR, MAKERS, Case

__all__ = ["beside", "cases", "drawn", "text", "wrapped"]


def cases() -> tuple[Case, ...]:
    """Every case, in a fixed order."""
    return tuple(make(words) for make in MAKERS for words in (EN, FR))


def main(folder: Path) -> None:
    """Write the files and `manifest.json` (name, outcome, secrets)."""
    folder.mkdir(parents=True, exist_ok=True)
    manifest = []
    for case in cases():
        (folder / f"{case.id}.docx").write_bytes(case.data)
        manifest.append({"file": f"{case.id}.docx", "outcome": case.outcome, "secrets": case.hidden})
    (folder / "manifest.json").write_text(json.dumps(manifest, ensure_ascii=False, indent=1), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
