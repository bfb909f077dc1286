# SPDX-License-Identifier: MIT
"""What stands in a copy where something was withheld: constant words, whatever was there."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache

from reviewer import paths
from reviewer.errors import InvalidDecision
from reviewer.model.decision import Ruling, Verdict
from reviewer.model.document import Language
from reviewer.model.ground import grounds, sort_sections


@cache
def wording() -> Mapping[str, Mapping[str, str]]:
    """The words of labels and of the reader's note, by language."""
    with paths.resource("wording", "copy.toml").open("rb") as file:
        return tomllib.load(file)


def withheld_label(sections: Iterable[str], language: Language) -> str:
    """`[s. 19(1), s. 23]` / `[par. 19(1), art. 23]`; one revealing ground among them makes it `[withheld]`.

    Raises InvalidDecision for a section that is no ground, or when there is none.
    """
    ordered = sort_sections(sections)
    known = grounds()
    unknown = [section for section in ordered if section not in known]
    if unknown or not ordered:
        raise InvalidDecision(detail="ground", ground=unknown[0] if unknown else None)
    if any(known[section].revealing for section in ordered):
        return wording()[language]["withheld"]
    return f"[{', '.join(known[section].cite[language] for section in ordered)}]"


def separator_of(label: str, language: Language) -> str:
    """What of a label is constant: of a generalised passage only its mark, never the words a person wrote."""
    mark = wording()[language]["generalised"]
    return mark if label.endswith(f" {mark}") else label


def label_of(rulings: Iterable[Ruling], language: Language) -> str:
    """The label for one stretch of removed text, which may have several rulings: withholding outweighs the others."""
    listed = tuple(rulings)
    withheld = [ruling for ruling in listed if ruling.verdict is Verdict.WITHHOLD]
    if withheld:
        return withheld_label((section for ruling in withheld for section in ruling.grounds), language)
    general = next((ruling for ruling in listed if ruling.verdict is Verdict.GENERALISE), None)
    if general is not None:
        if not general.is_worded:
            raise InvalidDecision(detail="replacement")
        return f"{general.replacement} {wording()[language]['generalised']}"
    return wording()[language]["struck"]
