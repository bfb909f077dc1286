# SPDX-License-Identifier: MIT
"""What most scripts do with PyMuPDF: search, mark, apply the redactions, save. Started by `bench_pdf.py`.

    PYTHON-WITH-PYMUPDF packaging/bench_peer_pymupdf.py SOURCE TARGET < secrets of each page, as JSON

Each page is searched for its own secrets only, which is the least that it can do, in one reading of the page. PyMuPDF is AGPL: it lives in an environment of
its own, and neither Parvis nor its tests ever import it.
"""

from __future__ import annotations

import json
import resource
import sys
import time

import pymupdf


def main() -> None:
    """Read the work, do it, print what it took."""
    secrets = json.load(sys.stdin)
    start = time.process_time()
    document = pymupdf.open(sys.argv[1])
    hits = 0
    for page, listed in zip(document, secrets, strict=True):
        words = page.get_textpage()
        for secret in listed:
            for quad in page.search_for(secret, quads=True, textpage=words):
                page.add_redact_annot(quad, text="[s. 19(1)]", fill=(0, 0, 0), text_color=(1, 1, 1))
                hits += 1
        page.apply_redactions()
    document.save(sys.argv[2], garbage=3, deflate=True)
    cpu = time.process_time() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"cpu": cpu, "peak": peak, "hits": hits, "version": pymupdf.VersionBind}))


if __name__ == "__main__":
    main()
