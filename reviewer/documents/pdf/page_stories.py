# SPDX-License-Identifier: MIT
"""Makes the stories and the questions of what the pages of a PDF file show: their texts and their pictures."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from reviewer.documents.pdf.handle import Id
from reviewer.documents.pdf.pictures import collect, read_words
from reviewer.documents.pdf.questions import leave_out
from reviewer.documents.pdf.source import PdfSource
from reviewer.documents.pdf.trees import listed
from reviewer.model.document import Choice, Problem, ProblemKind, Story, StoryKind

_DRAWN = {"/Link", "/Widget", "/Popup"}


def add_page(source: PdfSource, number: int, stories: list[Story], problems: list[Problem]) -> None:
    """Read a page (from 1), and add its stories and its problems to those of the pages before it."""
    source.look_at(number)
    view = source.view(number)
    stories.append(Story(f"page:{number}", StoryKind.PAGE, view.text.text, number))
    if view.hidden.text.strip():
        story = Story(f"hidden:p{number}", StoryKind.HIDDEN, view.hidden.text, number, visible=False)
        stories.append(story)
        problems.append(leave_out(ProblemKind.HIDDEN_TEXT, f"p{number}", story=story.id, page=number))
    for index, found in enumerate(view.walk.actual_texts, 1):
        if found.text.strip():
            stories.append(
                Story(
                    f"structure_text:p{number}:{index}",
                    StoryKind.STRUCTURE_TEXT,
                    found.text,
                    number,
                    visible=False,
                )
            )
    if view.untrusted or view.wordless:
        source.doubtful.add(number)
    if view.looked_at:
        kind = ProblemKind.UNTRUSTED_TEXT
        choices = (Choice.STOP, Choice.KEEP, Choice.REMOVE)
        problems.append(Problem(f"{kind}:{number}", kind, choices, Choice.STOP, f"page:{number}", number))
    collect(view.walk, source.pictures)
    drawn = [
        each
        for each in listed(source.page(number).obj.get("/Annots"))
        if str(each.get("/Subtype", "")) not in _DRAWN
    ]
    if drawn:
        problems.append(leave_out(ProblemKind.ANNOTATIONS, f"p{number}", page=number, count=len(drawn)))


def picture_stories(source: PdfSource, problems: list[Problem], tick: Callable[[], None]) -> Iterator[Story]:
    """Read the words of each picture and ask what becomes of it; `tick` is called before each."""
    for picture in source.pictures.values():
        tick()
        if picture.identity is not None:
            picture.obj = source.handle.object(Id(*picture.identity))
        read_words(picture)
        story = f"{StoryKind.IMAGE_TEXT}:{picture.id}" if picture.text.strip() else None
        problems.append(
            Problem(
                f"{ProblemKind.IMAGE}:{picture.id}",
                ProblemKind.IMAGE,
                (Choice.KEEP, Choice.REMOVE),
                Choice.KEEP if picture.was_read else Choice.REMOVE,
                story,
                picture.page,
                len(picture.uses),
            )
        )
        if story:
            yield Story(story, StoryKind.IMAGE_TEXT, picture.text, picture.page)


def unreadable_pages(source: PdfSource) -> Iterator[Problem]:
    """A question for each page of which nobody can say what it says, once all pictures are read."""
    kind = ProblemKind.UNREADABLE_PAGE
    for number in sorted(source.doubtful):
        if source.is_unreadable(source.view(number)):
            yield Problem(f"{kind}:{number}", kind, (Choice.STOP, Choice.REMOVE), Choice.STOP, page=number)
