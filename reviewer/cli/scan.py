# SPDX-License-Identifier: MIT
"""`parvis scan`: stories, findings and problems of files, as JSON or as a table. No store, no key."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from reviewer import __version__
from reviewer.cli.app import Json, Lang, app, speaker
from reviewer.cli.output import Row, Speaker, each, error_facts, plain
from reviewer.cli.reasons import reasons
from reviewer.cli.recognizers import Folder, use
from reviewer.errors import UnreadableFile, UsageError
from reviewer.model.document import Document, Language, Problem, Story, StoryKind
from reviewer.model.finding import Evidence, Finding
from reviewer.workflow import batch
from reviewer.workflow.words import clean


@app.command()
def scan(
    paths: Annotated[
        list[Path] | None, typer.Argument(metavar="PATH", help="Files or folders / Fichiers ou dossiers")
    ] = None,
    *,
    json: Json = False,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the text of stories out / Sans le texte")
    ] = False,
    fast: Annotated[
        bool, typer.Option("--fast", help="Rules only, no language models / Règles seulement")
    ] = False,
    stream: Annotated[
        bool,
        typer.Option("--stream", help="JSON lines while searching / Des lignes JSON pendant la recherche"),
    ] = False,
    kinds: Annotated[
        bool, typer.Option("--kinds", help="Print the kinds of stories / Afficher les types de fils")
    ] = False,
    encoding: Annotated[
        str | None, typer.Option(help="Encoding of text files / Encodage des fichiers texte")
    ] = None,
    recognizers: Folder = None,
    lang: Lang = None,
) -> None:
    """Find what may be sensitive. / Signaler ce qui peut être délicat."""
    voice = speaker(lang, as_json=json or stream)
    if kinds:
        voice.result([kind.value for kind in StoryKind])
        for kind in StoryKind:
            voice.line(kind.value)
        return
    if not paths:
        raise UsageError(detail="no_path")
    use(recognizers)
    files = list(walk(paths))
    refused: list[int] = []
    voice.columns("columns_scan")
    with (
        voice.progress() as report,
        closing(batch.scan_many(files, fast=fast, encoding=encoding, report=report)) as scanned,
    ):

        def work(path: Path) -> Row:
            if stream:  # in this process: what is found in a file is told before the next one is begun
                tell = partial(_tell, voice, path)
                one = batch.scan_one(path, fast=fast, encoding=encoding, report=report, hear=tell)
            else:
                one = next(scanned)
            if one.document is None:
                raise one.error or UnreadableFile(path=path, detail="nothing read")
            voice.line(summary(path, one.document, one.found))
            content = document_json(path, one.document, one.found, voice.language, with_text=not no_text)
            if one.refusal is None:
                return content
            # Looking stores nothing; the person sees what is there and is told that no review may begin.
            voice.error(one.refusal)
            refused.append(one.refusal.exit_code)
            return {**content, **error_facts(one.refusal)}

        results, worst = each(files, work, voice, told=partial(_last_word, voice) if stream else None)
        worst = max([worst, *refused])
    if not stream:
        voice.result({"parvis": __version__, "documents": results})
    raise typer.Exit(worst)


def _tell(voice: Speaker, path: Path, found: tuple[Finding, ...]) -> None:
    """What was found so far; the document that follows may say otherwise."""
    for finding in found:
        voice.item({"provisional": True, "path": str(path), **_finding(finding)})


def _last_word(voice: Speaker, content: Row) -> None:
    voice.item({"provisional": False, **content})


def walk(paths: list[Path]) -> Iterator[Path]:
    """Files as they are, folders walked in the order of names; hidden files and links inside them are passed over."""
    for path in paths:
        if _is_folder(path):
            try:
                inside = sorted(path.iterdir())
            except OSError as error:
                raise UnreadableFile(path=path, detail=type(error).__name__) from error
            hidden = (each for each in inside if not each.name.startswith((".", "~$")))
            yield from walk([each for each in hidden if not each.is_symlink()])
        else:
            yield path


def _is_folder(path: Path) -> bool:
    """What the system cannot even name is no folder; reading it says why."""
    try:
        return path.is_dir()
    except OSError:
        return False


def summary(path: Path, document: Document, found: tuple[Finding, ...]) -> str:
    """One line for a person."""
    sure = sum(finding.tier.value == "sure" for finding in found)
    return f"{clean(path.name)}\t{len(document.stories)}\t{len(found)}\t{sure}\t{len(document.problems)}"


def document_json(
    path: Path, document: Document, found: tuple[Finding, ...], language: Language, *, with_text: bool
) -> dict[str, object]:
    """A document of the `scan` output."""
    return {
        "path": str(path),
        "sha256": document.sha256,
        "format": document.format.value,
        "language": plain(document.language) if document.language else None,
        "pages": document.pages,
        "stories": [_story(story, with_text=with_text) for story in document.stories],
        "findings": [
            {**_finding(finding), **why}
            for finding, why in zip(
                found, reasons(document, found, language, with_text=with_text), strict=True
            )
        ],
        "problems": [_problem(problem) for problem in document.problems],
    }


def _story(story: Story, *, with_text: bool) -> dict[str, object]:
    row: dict[str, object] = {
        "id": story.id,
        "kind": story.kind.value,
        "visible": story.visible,
        "page": story.page,
        "language": story.language.value if story.language else None,
    }
    return {**row, "text": story.text} if with_text else row


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "story": finding.span.story,
        "start": finding.span.start,
        "end": finding.span.end,
        "category": finding.category.value,
        "rule": finding.rule,
        "role": finding.role.value if finding.role else None,
        "tier": finding.tier.value,
        "confidence": round(finding.confidence, 3),
        "suggestion": finding.suggestion.value,
        "ground": finding.ground,
        "entity": finding.entity,
        "sources": [_evidence(source) for source in finding.sources],
    }


def _evidence(evidence: Evidence) -> dict[str, object]:
    return {
        "kind": evidence.kind.value,
        "rule": evidence.rule,
        "score": round(evidence.score, 3),
        "detail": evidence.detail,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "id": problem.id,
        "kind": problem.kind.value,
        "story": problem.story,
        "page": problem.page,
        "choices": [choice.value for choice in problem.choices],
        "safe": problem.safe.value,
        "count": problem.count,
    }
