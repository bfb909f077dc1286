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
from reviewer.model.finding import Category, Evidence, EvidenceKind, Finding, Role, Suggestion
from reviewer.workflow.memory import RULE
from reviewer.workflow.remembered import Table, remembered

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
    said = [str(_words(language)["role"]["told_of"])] if _is_told_of(finding) else []
    said += [
        sentence
        for source in sorted(_telling(finding), key=_rank)
        for sentence in _sentences(source, finding, language, names or {}, mention)
    ]
    told = any(source.rule.startswith(_ROLE) for source in finding.sources)
    if finding.role is not None and finding.role is not Role.PRIVATE and not told:
        said.append(str(_words(language)["role"][finding.role.value]))
    return tuple(dict.fromkeys(said))


def _is_told_of(finding: Finding) -> bool:
    """Whether somebody in a public role is withheld all the same, for what the sentence tells of them."""
    public = finding.role in {Role.OFFICIAL, Role.PUBLIC}
    return public and finding.category is Category.PERSON and finding.suggestion is Suggestion.WITHHOLD


def _telling(finding: Finding) -> Iterable[Evidence]:
    """Every source but a label that nobody met, or that another names better."""
    forms = {source.rule for source in finding.sources if source.kind is EvidenceKind.PATTERN}
    labels = [source for source in finding.sources if source.kind is EvidenceKind.LABEL]
    exact = any(label.detail and not _is_alike(label) for label in labels)
    for source in finding.sources:
        unmet = source in labels and not source.detail and source.rule in forms
        if not unmet and not (exact and source in labels and _is_alike(source)):
            yield source


def _is_alike(source: Evidence) -> bool:
    """Whether the detail tells several cues of one kind, of which one was met."""
    return source.kind in {EvidenceKind.LABEL, EvidenceKind.CONTEXT} and ", " in source.detail


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
        yield from remembered(source.detail, words, language, names)
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
        said = rule if rule in words["cue"] else f"{kind}_like" if _is_alike(source) else kind
        return str(words["cue"][said]).format(**facts)
    if rule in words["because"]:
        return str(words["because"][rule])
    name = rule_name(rule, language)
    named = words["named"].get(kind) if name != rule else None
    return str(named).format(rule=name) if named else str(words["kind"][kind])


def _names_a_cue(source: Evidence, words: Mapping[str, Table]) -> bool:
    """Whether the detail is there to be shown; some details are signs between parts of the program."""
    if source.kind is EvidenceKind.LEXICON:
        return source.detail in words["list"] and source.rule not in words["because"]
    if source.rule.startswith(_ROLE):
        return False  # the detail is a paragraph of the Act, and its sentence says so
    return bool(source.detail) and source.kind.value in words["cue"] and source.detail not in _SIGNS


def _quoted(cues: str, language: Language) -> str:
    quote = "«\N{NO-BREAK SPACE}{}\N{NO-BREAK SPACE}»" if language is Language.FR else "“{}”"
    return ", ".join(quote.format(cue) for cue in cues.split(", "))


@cache
def _words(language: Language) -> Mapping[str, Table]:
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
