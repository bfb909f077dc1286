# SPDX-License-Identifier: MIT
"""Parvis's detection over texts, in a process of its own; `bench_detection_all.py` starts it.

python packaging/bench_detection_run.py [--fast] < texts.json
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from bench_peer_presidio import clock, since

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
_FIRST = (
    "Mrs. Alice Halver wrote to us about the work plan. \n\nMme Alice Halver nous a écrit au sujet du plan.\n"
)


def main() -> None:
    """Load, go through the texts, print what was found and what it cost."""
    texts = json.load(sys.stdin)
    start = clock()
    from reviewer.detection.engine import Engine
    from reviewer.model.document import Document, Format, Story, StoryKind

    engine = Engine(fast="--fast" in sys.argv)

    def document(text: str) -> Document:
        return Document("0" * 64, Format.TEXT, "1", None, (Story("body", StoryKind.BODY, text),))

    engine.detect(document(_FIRST))
    load = since(start)
    found, cost = {}, {}
    for each in texts:
        start = clock()
        results = engine.detect(document(each["text"]))
        cost[each["id"]] = since(start)
        found[each["id"]] = [[one.span.start, one.span.end, one.category, one.role] for one in results]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"load": load, "found": found, "cost": cost, "peak": peak}))


if __name__ == "__main__":
    main()
