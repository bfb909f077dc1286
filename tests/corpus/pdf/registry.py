# SPDX-License-Identifier: MIT
"""What a case is, and where the makers of the cases are listed. Names are invented, numbers are reserved ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tests.corpus.pdf.sheets import (
    add_page,
    new_pdf,
    paragraph,
    saved,
)

SECRET = "Quillfeather"
SECRET_FR = "Brûlépine"
SIN = "046 454 286"
KEPT = "Wetland survey of the northern marsh"
KEPT_FR = "Relevé des milieux humides du marais"


@dataclass(frozen=True)
class Case:
    """One file: what is withheld, what must stay readable, the answers to its questions."""

    name: str
    data: bytes
    secrets: tuple[str, ...] = (SECRET,)
    kept: tuple[str, ...] = (KEPT,)
    answers: Mapping[str, str] = field(default_factory=dict)
    refused: bool = False
    losses: tuple[str, ...] = ()
    in_pixels: bool = False


MAKERS: dict[str, Callable[[], Case]] = {}


def case(maker: Callable[[], tuple[bytes, dict[str, Any]]]) -> Callable[[], Case]:
    """Register a maker under its name."""

    def make() -> Case:
        data, facts = maker()
        return Case(maker.__name__, data, **facts)

    MAKERS[maker.__name__] = make
    return make


def plain(content: bytes, **resources: Any) -> bytes:
    pdf = new_pdf()
    add_page(pdf, paragraph(KEPT, top=750) + content, **resources)
    return saved(pdf)
