# SPDX-License-Identifier: MIT
"""Why a passage was flagged, in sentences of either language: what fired, the check, the cue, the model, the memory.

A sentence repeats no text of the document; where a person is named more fully, the caller says where, or shows it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from pathlib import Path

from reviewer import paths
from reviewer.detection import own
from reviewer.detection.recognizer import Declared, declared
from reviewer.errors import InvalidRecognizer
from reviewer.model.document import Language
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role
from reviewer.model.ground import grounds, sort_sections
from reviewer.publishing.words import reason_words
from reviewer.workflow.memory import RULE

_Table = Mapping[str, str | list[str]]
_PROPAGATED = frozenset({EvidenceKind.PROPAGATION, EvidenceKind.MEMORY})
_KNOWN_NAME = "name_known"
_ROLE = "role_"
_SIGNS = frozenset({"public", "species"})


def explain(
    finding: Finding, language: Language, *, names: Mapping[str, str] | None = None, mention: str = ""
) -> tuple[str, ...]:
    """One sentence for each source: what was decided before, then the strongest; then whose information it is.

    `names` are persons by id, to say who decided before; `mention` is where, or how, the person is named more fully;
    empty at that very place.
    """
    said = [
        sentence
        for source in sorted(finding.sources, key=_rank)
        for sentence in _sentences(source, finding, language, names or {}, mention)
    ]
    told = any(source.rule.startswith(_ROLE) for source in finding.sources)
    if finding.role is not None and finding.role is not Role.PRIVATE and not told:
        said.append(str(_words(language)["role"][finding.role.value]))
    return tuple(dict.fromkeys(said))


def _rank(source: Evidence) -> tuple[bool, float]:
    return source.kind is not EvidenceKind.MEMORY, -source.score


def mentions(found: Iterable[Finding]) -> Mapping[str, Finding]:
    """For each person the fullest place where they are named on other grounds than that they are named elsewhere."""
    fullest: dict[str, Finding] = {}
    for each in found:
        named = each.category is Category.PERSON and {source.kind for source in each.sources} - _PROPAGATED
        if each.entity is not None and named:
            known = fullest.setdefault(each.entity, each)
            if _letters(each) > _letters(known):
                fullest[each.entity] = each
    return fullest


def _letters(finding: Finding) -> int:
    return finding.span.end - finding.span.start


def rule_name(rule: str, language: Language) -> str:
    """What a rule is called: as its own file says; a rule of the program by its id."""
    return _labels(language).get(rule) or _own_labels(language).get(rule, rule)


def _sentences(
    source: Evidence, finding: Finding, language: Language, names: Mapping[str, str], mention: str
) -> Iterable[str]:
    words = _words(language)
    if source.kind is EvidenceKind.MEMORY and source.detail:
        yield from _remembered(source.detail, language, names)
        if finding.rule == RULE:
            yield str(words["memory"]["only"])
    elif source.kind is EvidenceKind.PROPAGATION and source.rule == _KNOWN_NAME:
        known = words["variant"]
        variant = str(known.get(source.detail, known["name"]))
        yield variant.format(mention=mention) if mention else str(known["itself"])
    else:
        yield _of_source(source, language)


def _of_source(source: Evidence, language: Language) -> str:
    """A source by its cue where it names one, else by its rule, else by its kind."""
    words, kind, detail, rule = _words(language), source.kind.value, source.detail, source.rule
    if source.kind is EvidenceKind.MODEL and detail in words["language"]:
        return str(words["language"][detail])
    if _names_a_cue(source, words):
        facts = {
            "check": str(words["check"].get(detail, detail)),
            "list": str(words["list"].get(detail, detail)),
            "cues": _quoted(detail, language),
            "model": detail,
            # Nothing is certain to a model, whatever its last digits say.
            "score": f"{min(99, round(100 * source.score))}",
        }
        return str(words["cue"][kind]).format(**facts)
    if rule in words["because"]:
        return str(words["because"][rule])
    name = rule_name(rule, language)
    named = words["named"].get(kind) if name != rule else None
    return str(named).format(rule=name) if named else str(words["kind"][kind])


def _names_a_cue(source: Evidence, words: Mapping[str, _Table]) -> bool:
    """Whether the detail is there to be shown; some details are signs between parts of the program."""
    if source.kind is EvidenceKind.LEXICON:
        return source.detail in words["list"] and source.rule not in words["because"]
    if source.rule.startswith(_ROLE):
        return False  # the detail is a paragraph of the Act, and its sentence says so
    return bool(source.detail) and source.kind.value in words["cue"] and source.detail not in _SIGNS


def _quoted(cues: str, language: Language) -> str:
    quote = "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»" if language is Language.FR else "“{}”"
    return ", ".join(quote.format(cue) for cue in cues.split(", "))


def _remembered(detail: str, language: Language, names: Mapping[str, str]) -> Iterable[str]:
    """`verdict|date|documents|grounds or reason|person|documents that were ruled otherwise`."""
    verdict, date, times, why, person, otherwise = (*detail.split("|"), *[""] * 6)[:6]
    words = _words(language)["memory"]
    forms = words.get(verdict)
    if not isinstance(forms, list) or not times.isdecimal():
        yield str(_words(language)["kind"]["memory"])
        return
    facts = {"count": times, "date": date}
    facts["under"] = str(words["under"]).format(grounds=_cited(why, language)) if why else ""
    facts["because"] = str(words["because"]).format(reason=_reason(why, language)) if why else ""
    facts["by"] = str(words["by"]).format(name=names[person]) if person in names else ""
    yield _counted(forms, int(times), language).format(**facts)
    if otherwise.isdecimal() and int(otherwise):
        other = words["otherwise_removed" if verdict == "disclose" else "otherwise_shown"]
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


@cache
def _words(language: Language) -> Mapping[str, _Table]:
    with paths.resource("wording", f"explanations.{language}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def _labels(language: Language) -> Mapping[str, str]:
    """What the recognizers and markings that come with Parvis are called, as their own files say."""
    with paths.resource("markings", "markings.toml").open("rb") as file:
        named = {row["id"]: row[f"label_{language}"] for row in tomllib.load(file)["marking"]}
    named.update(_named(declared(), language))
    own_names = {rule: str(name) for rule, name in _words(language)["rule"].items()}
    return {**{rule: _typeset(name) for rule, name in named.items()}, **own_names}


def _own_labels(language: Language) -> Mapping[str, str]:
    """What a department calls its own recognizers."""
    try:
        files = own.files(paths.own_recognizers())
        return _read_labels(files, own.digest(files), language) if files else {}
    except InvalidRecognizer:
        # They were right when the document was searched; now nobody can say what they are called.
        return {}


@lru_cache(maxsize=4)
def _read_labels(files: tuple[Path, ...], _digest: str, language: Language) -> Mapping[str, str]:
    return _named((one.recognizer for one in own.load(files)), language)


def _named(recognizers: Iterable[Declared], language: Language) -> Mapping[str, str]:
    number = 0 if language is Language.EN else 1
    return {each.id: _typeset(each.labels[number]) for each in recognizers}


def _typeset(name: str) -> str:
    return name.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}")
