# SPDX-License-Identifier: MIT
"""What a finding's JSON says beyond its facts: why, in the language of messages, and what could stand in its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reviewer.model.document import Document, Language
from reviewer.model.finding import Finding
from reviewer.model.review import Person
from reviewer.workflow.explain import explain, mentions
from reviewer.workflow.generalising import offered
from reviewer.workflow.words import of_place


def reasons(
    document: Document,
    found: Sequence[Finding],
    language: Language,
    people: Mapping[str, Person] | None = None,
    *,
    with_text: bool = True,
) -> Iterator[dict[str, object]]:
    """For each finding `why` and `broader`. Where a person is named more fully is said by place, never by text."""
    named, names = mentions(found), {key: person.name for key, person in (people or {}).items()}
    for finding in found:
        mention = named.get(finding.entity or "")
        elsewhere = mention is not None and mention.span != finding.span
        place = of_place(mention.span.story, language) if mention is not None and elsewhere else ""
        yield {
            "why": list(explain(finding, language, names=names, mention=place)),
            # An offer is made of the text: half a position is one, too.
            "broader": list(offered(document, finding)) if with_text else [],
        }
