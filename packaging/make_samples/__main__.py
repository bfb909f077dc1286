# SPDX-License-Identifier: MIT
"""Makes resources/samples/: run `python packaging/make_samples`; the same bytes come out each time."""

from __future__ import annotations

import argparse
from pathlib import Path

import docx_build
import papers
import pdf_build
from draft import Draft, read

CONTENT = Path(__file__).parent / "content"
SAMPLES = Path(__file__).parents[2] / "resources" / "samples"


def main() -> None:
    """Write every sample with its papers."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=SAMPLES, help="folder to write to")
    for path, data in make_all().items():
        target = parser.parse_args().out / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def make_all() -> dict[str, bytes]:
    """Every file by its path inside the samples folder."""
    made, manifest = {}, {}
    for path in sorted(CONTENT.glob("*.txt")):
        draft = read(path)
        name = draft.facts["file"]
        made[name] = _build(draft)
        made[f"decisions/{path.stem}.json"] = papers.as_json(papers.decisions(draft))
        made[f"records/{path.stem}.json"] = papers.as_json(papers.record(draft))
        manifest[name] = papers.manifest_line(draft)
    made["manifest.json"] = papers.as_json(manifest)
    return made


def _build(draft: Draft) -> bytes:
    name = draft.facts["file"]
    if name.endswith(".docx"):
        return docx_build.build(draft)
    if name.endswith(".pdf"):
        return pdf_build.build_untagged(draft) if "outline" in draft.extras else pdf_build.build_tagged(draft)
    return draft.plain.encode()


if __name__ == "__main__":
    main()
