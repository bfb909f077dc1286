# SPDX-License-Identifier: MIT
"""Opens a PDF file within limits, and tells what earlier revisions it still carries."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pikepdf

from reviewer.documents import limits
from reviewer.documents.pdf.objects import MAX_TOKENS, check_objects
from reviewer.errors import DamagedFile, EmptyFile, EncryptedFile, HostileContent

_TAIL = 4096
_END = re.compile(rb"startxref\s+(\d+)\s+%%EOF")
_LINEARIZED = re.compile(rb"/Linearized\b[^>]*?/L\s+(\d+)|/L\s+(\d+)[^>]*?/Linearized\b")
_HEAD = 2048
_END_WITHIN = 64
_MAX_TREE_DEPTH = 200
_UNPACKED = 600 * 2**20
_ROWS = 64 * 2**20
# qpdf unpacks tables of objects before anything of ours looks at them; its own limits hold in the whole process.
pikepdf.settings.set_qpdf_limits(
    flate_max_memory=_UNPACKED,
    run_length_max_memory=_UNPACKED,
    png_max_memory=_ROWS,
    tiff_max_memory=_ROWS,
    parser_max_container_size=MAX_TOKENS,
)


def open_pdf(data: bytes, path: Path) -> pikepdf.Pdf:
    """Open with an empty password. Raises EncryptedFile, DamagedFile, EmptyFile, LimitExceeded, HostileContent."""
    if (b"startxref" not in data[-_TAIL:] and b"%%EOF" not in data[-_TAIL:]) or _is_cut_short(data):
        raise DamagedFile(path=path, detail="truncated")
    check_objects(data, path)
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
        _check_tree(pdf, path)
        pages = len(pdf.pages)
    except pikepdf.PasswordError as error:
        raise EncryptedFile(path=path) from error
    except (
        pikepdf.PdfError,
        ValueError,
        TypeError,
        RuntimeError,
        RecursionError,
        KeyError,
        AttributeError,
    ) as error:
        raise DamagedFile(path=path, detail="structure") from error
    if not pages:
        raise EmptyFile(path=path)
    limits.check(path, "pages", pages, limits.MAX_PAGES)
    return pdf


def _is_cut_short(data: bytes) -> bool:
    """Whether a linearised file is shorter than it says and does not end: its first part has an end of its own."""
    said = None if b"%%EOF" in data[-_END_WITHIN:] else _LINEARIZED.search(data[:_HEAD])
    return said is not None and int(said[1] or said[2]) > len(data)


def _check_tree(pdf: pikepdf.Pdf, path: Path) -> None:
    """A page tree that runs in a circle is an attack; a leaf without end is one too."""
    seen: set[tuple[int, int]] = set()
    level = [pdf.Root.Pages]
    pages = depth = 0
    while level:
        following: list[pikepdf.Object] = []
        for node in level:
            if not isinstance(node, pikepdf.Dictionary):
                continue
            if node.objgen in seen and "/Kids" in node:
                raise HostileContent(path=path, detail="cycle", place="pages")
            seen.add(node.objgen)
            if "/Kids" in node:
                following.extend(node.Kids)
            else:
                pages += 1
        depth += 1
        limits.check(path, "pages", pages, limits.MAX_PAGES)
        limits.check(path, "page_tree", depth, _MAX_TREE_DEPTH)
        level = following


def earlier_revisions(data: bytes) -> int:
    """How many revisions lie under the last one. A linearised file has two endings and one revision."""
    ends = len(_END.findall(data))
    linear = b"/Linearized" in data[:_HEAD]
    return max(ends - (2 if linear else 1), 0)
