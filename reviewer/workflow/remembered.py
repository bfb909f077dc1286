# SPDX-License-Identifier: MIT
"""What the office memory says of a passage, in sentences of either language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.model.document import Language
from reviewer.model.ground import grounds, sort_sections
from reviewer.publishing.words import reason_words

Table = Mapping[str, str | list[str]]


def remembered(
    detail: str, words: Mapping[str, Table], language: Language, names: Mapping[str, str]
) -> Iterable[str]:
    """What `verdict|date|documents|grounds or reason|person|documents that were ruled otherwise` says."""
    verdict, date, times, why, person, otherwise = (*detail.split("|"), *[""] * 6)[:6]
    said = words["memory"]
    forms = said.get(verdict)
    if not isinstance(forms, list) or not times.isdecimal():
        yield str(words["kind"]["memory"])
        return
    facts = {"count": times, "date": date}
    facts["under"] = str(said["under"]).format(grounds=_cited(why, language)) if why else ""
    facts["because"] = str(said["because"]).format(reason=_reason(why, language)) if why else ""
    facts["by"] = str(said["by"]).format(name=names[person]) if person in names else ""
    yield _counted(forms, int(times), language).format(**facts)
    if otherwise.isdecimal() and int(otherwise):
        other = said["otherwise_removed" if verdict == "disclose" else "otherwise_shown"]
        yield _counted(other, int(otherwise), language).format(count=otherwise)


def _counted(forms: str | list[str], count: int, language: Language) -> str:
    one = count < 2 if language is Language.FR else count == 1
    return forms[not one]


def _cited(sections: str, language: Language) -> str:
    known = grounds()
    listed = sort_sections(sections.split(","))
    return ", ".join(known[each].cite[language] if each in known else each for each in listed)


def _reason(reason: str, language: Language) -> str:
    said = reason_words(language).get(reason, reason).removesuffix(".")
    return said[:1].lower() + said[1:]
